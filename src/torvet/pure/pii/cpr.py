"""CPR numbers in every written form.

A number is judged by its layout (how the ten digits are grouped), its date, the modulus-11 check and the
words beside it. Modulus 11 is evidence only: since October 2007 numbers without it are given out, so far to
people born on a first of January (cpr.dk, "Personnumre uden kontrolciffer (modulus 11 kontrol)"), and
replacement numbers need not have it."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from .candidates import Candidate, raised
from .context import announces_cpr, cpr_context, is_amount, is_some_number, label_before, p_number_before
from .digits import DigitRow
from .findings import PiiClass
from .reading import Reading

MODULUS_11_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
"""Source: CPR-kontoret, "Personnummeret i CPR", 2008: the weighted sum is divisible by 11."""

_P_NUMBERS_END = "1031000000"  # production units in the business register begin at 1,000,000,000
_REPLACEMENT_DAY = 60  # replacement numbers: the day of birth plus 60

# Layouts of ten digits by the nine gaps between them (letters of digits.py), with the worth of the grouping.
_LAYOUTS = (
    ("six-dash-four", re.compile("n{5}dn{3}"), 0.75),
    ("ten-digits", re.compile("n{9}"), 0.45),
    ("six-space-four", re.compile("n{5}[spl]n{3}"), 0.5),
    ("six-break-four", re.compile("n{5}hn{3}"), 0.7),
    ("cells", re.compile("n{5}[cwb]n{3}"), 0.48),
    ("pairs-dash-four", re.compile(r"n([spdl])n\1n[dh]n{3}"), 0.7),
    ("pairs-four", re.compile(r"n([spdl])n\1n[spcwb]n{3}"), 0.42),
    ("six-mark-four", re.compile("n{5}mn{3}"), 0.3),
    ("serial-in-pairs", re.compile("n{5}[sdl]nsn"), 0.4),
    ("serial-spaced", re.compile("n{5}[sd]s{3}"), 0.4),
    ("letter-spaced", re.compile("s{5}[sdwhb]s{3}"), 0.6),
    ("pairs-all", re.compile(r"n([spd])n\1n[spdw]n\1n"), 0.35),
)
_BROKEN = re.compile("[bh]")
_ODD_GROUPS = re.compile("[nspdlwbh]{9}")  # "2502 58 5005", only where the word for CPR number stands right before
_FULL_YEAR_LAYOUTS = (
    ("eight-dash-four", re.compile("n{7}[dh]n{3}"), 0.6),
    ("eight-four", re.compile("n{7}[nscwb]n{3}"), 0.35),
    ("full-date-dash-four", re.compile(r"n([spdl])n\1n{3}[dh]n{3}"), 0.6),
    ("full-date-four", re.compile(r"n([spdl])n\1n{3}sn{3}"), 0.2),
)
_NAME_BEFORE = re.compile(rb"[A-Z\xc0-\xde][\w\xe0-\xff'-]+[ \n][A-Z\xc0-\xde][\w\xe0-\xff'-]+[,:;]?\s{0,3}[(\[]?$")


def valid_date(digits: str) -> str | None:
    """Name the kind of date that the first six of ten digits give, or None: `valid_date("0101620000")`.

    The century follows from the seventh digit. Dates to come count: no number is let through because of
    today's date. Gives "valid-date", "first-of-january" or "replacement-day"."""
    day, month, year = int(digits[:2]), int(digits[2:4]), _full_year(int(digits[4:6]), int(digits[6]))
    replacement = day > _REPLACEMENT_DAY
    try:
        found = date(year, month, day - _REPLACEMENT_DAY if replacement else day)
    except ValueError:
        return None
    if replacement:
        return "replacement-day"
    return "first-of-january" if (found.day, found.month) == (1, 1) else "valid-date"


def _full_year(year: int, seventh: int) -> int:
    if seventh <= 3:
        return 1900 + year
    if seventh in (4, 9):
        return (2000 if year <= 36 else 1900) + year
    return (2000 if year <= 57 else 1800) + year


def passes_modulus_11(digits: str) -> bool:
    """Tell whether ten digits have the control digit that most CPR numbers have: true for "2502585005"."""
    return sum(int(d) * weight for d, weight in zip(digits, MODULUS_11_WEIGHTS, strict=True)) % 11 == 0


def find_cpr(reading: Reading, row: DigitRow) -> Iterator[Candidate]:
    """Yield CPR candidates of a digit row, overlapping ones included. Linear: each digit starts at most two
    windows."""
    for first in range(len(row.digits) - 9):
        if row.gaps[first] == "n":
            yield from _glued(row, first)
            continue
        if row.gaps[first + 10] == "n":
            yield from _glued(row, first)
        for size, digits, layout, worth in _windows(reading, row, first):
            candidate = _weigh(reading, row, first, first + size, digits, layout, worth)
            if candidate:
                yield candidate


def _glued(row: DigitRow, first: int) -> Iterator[Candidate]:
    """Yield six digits, a hyphen and four with a control digit where another digit is stuck on in front or behind."""
    if row.gaps[first + 1 : first + 10] != "nnnnndnnn" or not passes_modulus_11(row.digits[first : first + 10]):
        return
    kind = valid_date(row.digits[first : first + 10])
    if kind:
        reasons = ("layout:digit-glued", kind, "modulus-11")
        yield Candidate(PiiClass.CPR, row.at[first], row.end(first + 10), 0.45, reasons)


def _windows(reading: Reading, row: DigitRow, first: int) -> Iterator[tuple[int, str, str, float]]:
    last = first + 10
    if row.gaps[last] != "n":
        found = _layout(row.gaps[first + 1 : last])
        if found:
            yield 10, row.digits[first:last], *found
        elif _ODD_GROUPS.fullmatch(row.gaps[first + 1 : last]) and announces_cpr(reading, row.at[first]):
            yield 10, row.digits[first:last], "odd-groups", 0.3
    last = first + 12
    if last <= len(row.digits) and row.gaps[last] != "n" and row.digits[first + 4 : first + 6] in ("18", "19", "20"):
        for name, pattern, worth in _FULL_YEAR_LAYOUTS:
            if pattern.fullmatch(row.gaps[first + 1 : last]):
                yield 12, row.digits[first : first + 4] + row.digits[first + 6 : last], name, worth
                return


@lru_cache(maxsize=4096)
def _layout(gaps: str) -> tuple[str, float] | None:
    for name, pattern, worth in _LAYOUTS:
        if pattern.fullmatch(gaps):
            return name, worth
    if _BROKEN.search(gaps):
        for k, gap in enumerate(gaps):
            if gap in "bh":
                joined = gaps[:k] + "n" + gaps[k + 1 :]
                for name, pattern, worth in _LAYOUTS[:3]:
                    if pattern.fullmatch(joined):
                        return f"broken-{name}", worth
    return None


def _weigh(
    reading: Reading, row: DigitRow, first: int, last: int, digits: str, layout: str, worth: float
) -> Candidate | None:
    start, end = row.at[first], row.end(last)
    if start and reading.raw[start - 1 : start] == b"+":
        return None
    context = cpr_context(reading, start, end)
    kind = valid_date(digits)
    if kind is None:
        return _mistyped(reading, start, end, layout)
    reasons = [f"layout:{layout}", kind]
    score = worth
    if passes_modulus_11(digits):
        score, reasons = raised(score, 0.7), [*reasons, "modulus-11"]
    elif kind == "first-of-january":
        score = raised(score, 0.4)
    else:
        score *= 0.65
    if row.misread and any(k in row.misread for k in range(first, last)):
        score, reasons = score * 0.9, [*reasons, "misread"]
    label = label_before(reading, start)
    if label == "p-number" and layout == "ten-digits" and digits < _P_NUMBERS_END:
        score = _against(score, reasons, label, worth)
    elif context:
        score, reasons = raised(score, 0.8 if context == "context:cpr" else 0.4), [*reasons, context]
    elif _NAME_BEFORE.search(reading.raw[max(0, start - 48) : start]):
        score, reasons = raised(score, 0.5), [*reasons, "context:name"]
    else:
        score = _against(score, reasons, label or _other_label(reading, start, end, layout, digits), worth)
    return Candidate(PiiClass.CPR, start, end, score, tuple(reasons))


def _other_label(reading: Reading, start: int, end: int, layout: str, digits: str) -> str | None:
    """Name what bare digits are called that no list of labels knows: "2502585005 kr.", "kvittering nr. ..."."""
    if layout != "ten-digits":
        return None
    if is_amount(reading, end):
        return "amount"
    if digits < _P_NUMBERS_END and p_number_before(reading, start):
        return "p-number"
    return "number" if is_some_number(reading, start) else None


def _against(score: float, reasons: list[str], label: str | None, worth: float) -> float:
    """Weigh a label that says the number is something else; a clear CPR number stays above the gate."""
    if label is None:
        return score
    reasons.append(f"labelled:{label}")
    if worth >= 0.6 and "modulus-11" in reasons:
        return score * 0.55
    if label in ("journal", "number") and "modulus-11" in reasons:
        return score * 0.45  # case numbers that are CPR numbers have existed
    return score * 0.3


def _mistyped(reading: Reading, start: int, end: int, layout: str) -> Candidate | None:
    """Take ten digits with an impossible date where the words right before them say that they are a CPR number."""
    if not announces_cpr(reading, start) or layout not in (
        "six-dash-four",
        "ten-digits",
        "six-space-four",
        "six-break-four",
    ):
        return None
    return Candidate(PiiClass.CPR, start, end, 0.5, (f"layout:{layout}", "invalid-date", "context:cpr"))
