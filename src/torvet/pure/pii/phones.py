"""Telephone numbers: eight Danish digits in the usual groups, with country code, and foreign numbers after a
plus.

Numbers of three to six digits (112, 1818, local numbers) are no personal data and are left alone.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from .candidates import Candidate, raised
from .context import is_amount, is_some_number, label_before, says_phone
from .digits import DigitRow
from .findings import PiiClass
from .protected import is_protected, protected_spans
from .reading import Reading

# Leading pairs from 20 up that are not in use (Digitaliseringsstyrelsen, "Den danske nummerplan").
_NOT_IN_USE = frozenset(("37", "67", "68", "83", "84", "85", "94", "95"))
_LAYOUTS = (
    ("pairs", re.compile(r"n([sw])n\1n\1n|nsnsnsn"), 0.62),
    ("pairs-marked", re.compile(r"n([dp])n\1n\1n"), 0.4),
    ("fours", re.compile("n{3}sn{3}"), 0.5),
    ("fours-dash", re.compile("n{3}dn{3}"), 0.3),
    ("two-three-three", re.compile("n[sd]nn[sd]nn"), 0.4),
    ("pairs-and-four", re.compile("n[sd]n[sd]nnn|nnn[sd]n[sd]n"), 0.4),
    ("eight-digits", re.compile("n{7}"), 0.36),
    ("broken", re.compile("n{0,6}[bh]n{0,6}|n[sb]n[sb]n[sb]n"), 0.2),
    ("spaced", re.compile("s{7}"), 0.2),
)
_COUNTRY = re.compile(rb"(?:\+|00) ?\(?$")
_COUNTRY_WHOLE = re.compile(rb"(?:\+|00) ?\(?45\)?[\s.)-]{0,3}(?:\(0\) ?)?$")
_ISO_DATE = re.compile(rb"(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)")
_FOREIGN = re.compile(rb"\+(?!45)[1-9]\d{0,2}(?:[ ./()-]{0,2}\d){6,13}(?!\d)")


def find_phones(reading: Reading, row: DigitRow) -> Iterator[Candidate]:
    """Yield Danish telephone numbers of a digit row. Linear: each digit starts at most one window."""
    if row.misread:
        return
    protected: list[tuple[int, int]] | None = None
    for first in range(len(row.digits) - 7):
        if row.gaps[first + 8] == "n" or row.digits[first] in "01":
            continue
        country = _country_start(reading, row, first) if first == 0 or row.digits[first - 2 : first] == "45" else None
        if row.gaps[first] == "n" and country is None:
            continue
        candidate = _weigh(reading, row, first, country)
        if candidate is None:
            continue
        if _needs_no_more(candidate):
            yield candidate
            continue
        if protected is None:
            protected = protected_spans(reading, row.at[0], row.at[-1] + 1)
        if not is_protected(protected, candidate.start, candidate.end):
            yield candidate


def find_foreign_phones(reading: Reading) -> Iterator[Candidate]:
    """Yield numbers after a plus and a country code that is not Denmark's."""
    position = reading.raw.find(b"+")
    while position >= 0:
        match = _FOREIGN.match(reading.raw, position)
        if match and 8 <= sum(48 <= byte <= 57 for byte in match.group()) <= 15:
            yield Candidate(PiiClass.PHONE, match.start(), match.end(), 0.82, ("country-code",))
        position = reading.raw.find(b"+", position + 1)


def _needs_no_more(candidate: Candidate) -> bool:
    """Tell whether words or country code settle that this is a telephone number."""
    return "context:phone" in candidate.reasons or "country-code" in candidate.reasons


def _country_start(reading: Reading, row: DigitRow, first: int) -> int | None:
    """Give where "+45" or "0045" before digit `first` begins."""
    start = row.at[first]
    match = _COUNTRY_WHOLE.search(reading.raw, max(0, start - 12), start)
    return match.start() if match else None


@lru_cache(maxsize=4096)
def _layout(gaps: str) -> tuple[str, float] | None:
    return next(((name, worth) for name, pattern, worth in _LAYOUTS if pattern.fullmatch(gaps)), None)


def _weigh(reading: Reading, row: DigitRow, first: int, country: int | None) -> Candidate | None:
    digits, gaps = row.digits[first : first + 8], row.gaps[first + 1 : first + 8]
    layout = _layout(gaps)
    if layout is None:
        return None
    start, end = row.at[first], row.end(first + 8)
    name, score = layout
    reasons = [f"layout:{name}"]
    announced = says_phone(reading, start if country is None else country)
    if country is not None:
        return Candidate(PiiClass.PHONE, country, end, 0.97 if announced else 0.93, (*reasons, "country-code"))
    if _COUNTRY.search(reading.raw, max(0, start - 4), start):
        return None
    announced = announced and not _is_iso_date(reading, start)
    label = label_before(reading, start) or _other_label(reading, start, end, announced)
    if digits[:2] in _NOT_IN_USE:
        score *= 0.5
    else:
        reasons.append("prefix-in-use")
    if label:
        return Candidate(PiiClass.PHONE, start, end, score * 0.3, (*reasons, f"labelled:{label}"))
    if announced:
        return Candidate(PiiClass.PHONE, start, end, raised(score, 0.88), (*reasons, "context:phone"))
    if (name == "eight-digits" and _is_date(digits)) or _in_longer_row(row, first):
        score *= 0.4
    return Candidate(PiiClass.PHONE, start, end, score, tuple(reasons))


def _other_label(reading: Reading, start: int, end: int, announced: bool) -> str | None:
    """Name what digits are called that no list of labels knows: an amount, the number of something, a file."""
    if is_amount(reading, end):
        return "amount"
    if not announced and is_some_number(reading, start):
        return "number"
    return "file" if reading.raw[start - 1 : start] == b"_" else None


def _is_iso_date(reading: Reading, start: int) -> bool:
    return _ISO_DATE.match(reading.raw, start) is not None


def _is_date(digits: str) -> bool:
    """Tell whether eight digits are a plausible YYYYMMDD or DDMMYYYY."""
    for year, month, day in ((digits[:4], digits[4:6], digits[6:]), (digits[4:], digits[2:4], digits[:2])):
        try:
            found = date(int(year), int(month), int(day))
        except ValueError:
            continue
        if 1850 <= found.year <= 2100:
            return True
    return False


def _in_longer_row(row: DigitRow, first: int) -> bool:
    """Tell whether the groups go on before or after with the same gap: figures in a table, no number."""
    inner = row.gaps[first + 2]
    if inner == "n":
        inner = row.gaps[first + 4]
    before, after = row.gaps[first], row.gaps[first + 8]
    return inner in "swdp" and (before == inner or after == inner)
