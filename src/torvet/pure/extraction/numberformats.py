"""Numbers as a Danish spreadsheet shows them: the number formats of XLSX (ISO 29500-1, section 18.8.31), bounded.

Dates are day-month-year in figures whatever their order and words in the format; fractions and scientific notation
are written out. What a format keeps from the reader is told, so that it can be reported.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "dd-mm-yyyy",
    15: "dd-mm-yyyy", 16: "dd-mm", 17: "mm-yyyy", 18: "hh:mm", 19: "hh:mm:ss", 20: "hh:mm", 21: "hh:mm:ss",
    22: "dd-mm-yyyy hh:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss", 48: "0.0E+0", 49: "@",
}  # fmt: skip
"""ISO 29500-1, section 18.8.30; those left out mean "General"."""

TOKEN = re.compile(r'"([^"]{0,255})"|\\(.)|_.|\*.|\[([^\]]{0,64})\]|(.)', re.DOTALL)
ELAPSED = re.compile(r"^(h+|m+|s+)$", re.IGNORECASE)
CURRENCY = re.compile(r"^\$([^-]*)-?")
MAX_FORMAT_CHARACTERS = 255
MAX_SECTIONS = 4
MAX_DECIMALS = 30
DAYS_TO_1970_FROM_1900 = datetime(1899, 12, 30)  # noqa: DTZ001  a date in a sheet has no time zone
DAYS_TO_1970_FROM_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
LAST_DAY = 2_958_465
"""31 December 9999."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows; `hides` if the value cannot be seen in it."""

    text: str
    hides: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """One sign of a format: a literal to be written, or a placeholder."""

    sign: str
    literal: bool


def show_number(number: float, code: str, *, from_1904: bool = False) -> Shown:
    """Show a number in a format.

    >>> show_number(1234.5, "#,##0.00").text, show_number(46349, "d/m/yyyy").text, show_number(5, ";;;").hides
    ('1.234,50', '23-11-2026', True)
    """
    section, is_own_sign = _section(number, code)
    marks = list(_marks(section))
    signs = "".join("" if mark.literal else mark.sign for mark in marks)
    if section.strip().lower() in ("general", "standard", "@"):
        return Shown(_general(number))
    if _is_date(signs):
        return Shown(_date(number, signs, from_1904) or _general(number))
    if "?/" in signs or "#/" in signs:
        return Shown(_general(number))
    if not any(sign in "0#?" for sign in signs):
        # Only words, or nothing: what the cell holds cannot be seen.
        words = "".join(mark.sign for mark in marks if mark.literal)
        return Shown(
            (_general(number) + words) if "general" in signs.lower() else words, "general" not in signs.lower()
        )
    if "E" in signs.upper():
        return Shown(_general(number))
    return Shown(_masked(abs(number) if is_own_sign else number, marks))


def show_text(text: str, code: str) -> Shown:
    """Show a text in a format; one with four parts may show something else, or nothing."""
    sections = _sections(code)
    if len(sections) < MAX_SECTIONS:
        return Shown(text)
    marks = list(_marks(sections[3]))
    if any(mark.sign == "@" and not mark.literal for mark in marks) or "general" in sections[3].lower():
        return Shown(text)
    return Shown("".join(mark.sign for mark in marks if mark.literal), hides=True)


def words_in(code: str) -> str:
    """The literal words of a format, which stand in a file whether a cell shows them or not."""
    return " ".join(found[1] for found in TOKEN.finditer(code[:MAX_FORMAT_CHARACTERS]) if found[1])


def _sections(code: str) -> list[str]:
    """Split a format at the semicolons that stand in no quotation marks."""
    sections = [""]
    for found in TOKEN.finditer(code[:MAX_FORMAT_CHARACTERS]):
        if found[4] == ";":
            sections.append("")
        else:
            sections[-1] += found[0]
    return sections[:MAX_SECTIONS]


def _section(number: float, code: str) -> tuple[str, bool]:
    """The part of a format for a number, and whether that part writes the sign of a negative one itself."""
    sections = _sections(code)
    if any("[<" in section or "[>" in section or "[=" in section for section in sections):
        return sections[0], False
    if number < 0 and len(sections) > 1:
        return sections[1], True
    if number == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], False


def _marks(section: str) -> list[_Mark]:
    marks = []
    for found in TOKEN.finditer(section):
        quoted, escaped, bracketed, plain = found.groups()
        if quoted is not None or escaped is not None:
            marks += [_Mark(sign, True) for sign in (quoted if quoted is not None else escaped)]
        elif bracketed is not None:
            currency = CURRENCY.match(bracketed)
            marks += [_Mark(sign, True) for sign in (currency[1] if currency else "")]
            marks += [_Mark(f"[{bracketed}]", False)] if ELAPSED.match(bracketed) else []
        elif plain is not None:
            marks.append(_Mark(plain, plain in " -+()$€"))
    return marks


def _is_date(signs: str) -> bool:
    lowered = signs.lower().replace("general", "")
    return any(sign in "ymdhs" for sign in lowered) and not any(sign in "0#" for sign in lowered.replace(".0", ""))


def _date(number: float, signs: str, from_1904: bool) -> str:
    """A day, a time or both; "" for a number that is no date."""
    if not 0 <= number <= LAST_DAY:
        return ""
    lowered = signs.lower()
    if "[" in lowered:
        minutes = round(number * 1440)
        return f"{minutes // 60}:{minutes % 60:02}"
    # The first two months of 1900 are a day off, since the format counts 29 February 1900.
    start = DAYS_TO_1970_FROM_1904 if from_1904 else DAYS_TO_1970_FROM_1900
    at = start + timedelta(seconds=round(number * 86_400)) + timedelta(days=not from_1904 and 0 < number < 60)
    has_time = "h" in lowered or "s" in lowered
    months = "m" in lowered and (not has_time or "d" in lowered or "y" in lowered)
    parts = [("d" in lowered, f"{at:%d}"), (months, f"{at:%m}"), ("y" in lowered, f"{at.year:04}")]
    day = "-".join(text for is_shown, text in parts if is_shown)
    if "h" not in lowered:
        return f"{day} {at:%M:%S}".strip() if "s" in lowered else day
    return f"{day} {at:%H:%M:%S}".strip() if "s" in lowered else f"{day} {at:%H:%M}".strip()


def _general(number: float) -> str:
    """A number without a format: up to 15 figures, no exponent, decimal comma."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    written = f"{number:.15g}"
    return written.replace(".", ",")


def _masked(number: float, marks: list[_Mark]) -> str:
    """Fill figures into placeholders from the right, with what stands between them, as in 000000-0000."""
    percent = sum(mark.sign == "%" and not mark.literal for mark in marks)
    points = [at for at, mark in enumerate(marks) if mark.sign == "." and not mark.literal]
    whole, after = (marks[: points[0]], marks[points[0] + 1 :]) if points else (marks, [])
    holders = [mark for mark in after if not mark.literal and mark.sign in "0#?"]
    number *= 100 ** min(percent, 2)
    number /= 1000 ** min(_scaling(after if holders else whole), 5)
    decimals = min(len(holders), MAX_DECIMALS)
    figures, _, fraction = f"{abs(number):.{decimals}f}".partition(".")
    least = sum(mark.sign == "0" for mark in holders)
    while len(fraction) > least and fraction.endswith("0"):
        fraction = fraction[:-1]
    if not holders:
        head, tail = _split_tail(whole)
        return _sign(number, figures, "") + _filled(figures, head) + _literals(tail)
    sign = _sign(number, figures, fraction)
    return sign + _filled(figures, whole) + (f",{fraction}" if fraction else "") + _literals(after)


def _scaling(marks: list[_Mark]) -> int:
    """Commas behind the last placeholder, each dividing by a thousand."""
    count = 0
    for mark in reversed(marks):
        if not mark.literal and mark.sign in "0#?":
            return count
        count += not mark.literal and mark.sign == ","
    return 0


def _sign(number: float, figures: str, fraction: str) -> str:
    return "-" if number < 0 and (figures + fraction).strip("0") else ""


def _split_tail(marks: list[_Mark]) -> tuple[list[_Mark], list[_Mark]]:
    """The marks up to the last placeholder, and those behind it."""
    last = max(at for at, mark in enumerate(marks) if not mark.literal and mark.sign in "0#?")
    return marks[: last + 1], marks[last + 1 :]


def _literals(marks: list[_Mark]) -> str:
    return "".join(mark.sign for mark in marks if mark.literal or mark.sign in "%:/")


def _filled(figures: str, marks: list[_Mark]) -> str:
    """Write the whole figures into their placeholders; those too many stand before the first."""
    groups = any(mark.sign == "," and not mark.literal for mark in marks)
    total = sum(not mark.literal and mark.sign in "0#?" for mark in marks)
    left = "" if figures == "0" else figures
    written: list[str] = []
    seen = count = 0
    for mark in reversed(marks):
        if mark.literal or mark.sign in "%:/":
            written.append(mark.sign)
            continue
        if mark.sign not in "0#?":
            continue
        seen += 1
        take = left if seen == total else left[-1:]
        left = "" if seen == total else left[:-1]
        for figure in reversed(take or ("0" if mark.sign == "0" else "")):
            if groups and count and count % 3 == 0:
                written.append(".")
            written.append(figure)
            count += 1
    return "".join(reversed(written))
