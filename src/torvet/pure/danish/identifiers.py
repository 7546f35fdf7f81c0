"""Numbers and identifiers: the spellings under which a case number, a date or a cadastral number is found.

What is here: the variants of one written number, the same for documents and queries, so that `BYG-2026-317` meets
`BYG-2026-00317`, `7 a` meets `0007a`, and `23/11-2026` meets `2026-11-23`. What is not: whether a number is
personal data (see the `pii` library); something shaped like a CPR number gets no variants here.
"""

import re
from collections.abc import Iterator

from torvet.pure.danish.words import FUNCTION_WORDS

MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)

_RUN = re.compile(r"\d+|[^\W\d_]+")
_CPR = re.compile(r"\d{6}-\d{4}")
_KLE = re.compile(r"(\d\d\.\d\d(?:\.\d\d)?)(-[a-zæøå]\d\d(?:-\d+)*)?")
_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_LETTERED = re.compile(r"0*(\d{1,4})([a-zæøå]{1,3})")
_COUNTRY = re.compile(r"[a-z]{2}(\d{6,})")

_SPACED = re.compile(
    r"[0-9](?<![\w./:-][0-9])[0-9]{0,5}\.? (?:[a-zæøå]{1,2}|[0-9]{2} [0-9]{2} [0-9]{2}|(?:"
    + "|".join(MONTHS)
    + r") [0-9]{4})(?!\w)"
)
"""Begins with the digit, so that the search skips letters at the speed of memory: it runs over every text."""
_PAIRS = re.compile(r"[0-9]{2}(?: [0-9]{2}){3}")
_WRITTEN_DATE = re.compile(r"([0-9]{1,2})\.? ([a-z]{3,}) ([0-9]{4})")
_CADASTRAL = re.compile(r"0*([0-9]{1,4}) ([a-zæøå]{1,2})")


def number_variants(text: str) -> tuple[str, ...]:
    """Other spellings of a number or identifier in lower case, without `text` itself.

    Dates become ISO dates; KLE numbers lose their facet; numbers of several runs are given without leading zeros
    and glued together. Examples: `22/000743` -> `22-743`, `22000743`; `01.02.05-p19` -> `01.02.05`;
    `23.11.2026` -> `2026-11-23`; `0007a` -> `7a`; `1.500.000` -> `1500000`; `dk12345678` -> `12345678`.
    """
    return tuple(dict.fromkeys(variant for variant in _variants(text) if variant != text))


def _variants(text: str) -> tuple[str, ...]:
    if _CPR.fullmatch(text):
        return ()
    if match := _KLE.fullmatch(text):
        return (match[1],)
    if iso := _iso_date(text):
        return (iso,)
    if _THOUSANDS.fullmatch(text):
        return (text.replace(".", ""),)
    if match := _LETTERED.fullmatch(text):
        return (match[1] + match[2],)
    if match := _COUNTRY.fullmatch(text):
        return (match[1],)
    return _run_variants(text)


def _run_variants(text: str) -> tuple[str, ...]:
    runs = _RUN.findall(text)
    plain = [run.lstrip("0") or "0" if run.isdecimal() else run for run in runs]
    if len(runs) == 1:
        return (plain[0],)
    return "-".join(plain), "".join(runs), "".join(plain)


def _iso_date(text: str) -> str | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    day, month, year = match.group(1, 2, 3) if match[1] else match.group(6, 5, 4)
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
        return None
    return f"{year}-{int(month):02}-{int(day):02}"


def spaced_numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """Numbers written with spaces, as start, end and term.

    Found are eight digits in pairs (CVR, telephone), dates with the month in letters, and cadastral numbers:
    `12 34 56 78` -> `12345678`, `23. november 2026` -> `2026-11-23`, `7 a` -> `7a`.
    """
    for match in _SPACED.finditer(text):
        term = _spaced_term(match[0])
        if term is not None:
            yield match.start(), match.end(), term


def _spaced_term(text: str) -> str | None:
    if text[text.rindex(" ") + 1 :] in FUNCTION_WORDS:
        return None
    if _PAIRS.fullmatch(text):
        return text.replace(" ", "")
    if date := _WRITTEN_DATE.fullmatch(text):
        return _iso_date(f"{date[1]}.{MONTHS.index(date[2]) + 1}.{date[3]}")
    cadastral = _CADASTRAL.fullmatch(text)
    return cadastral[1] + cadastral[2] if cadastral else None
