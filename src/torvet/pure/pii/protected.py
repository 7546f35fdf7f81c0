"""Numbers that look like personal data and are not: journal, KLE, date, amount, ISBN and location numbers.

They are recognised first; a telephone or account candidate inside one is dropped. A CPR number is never
dropped for it: journal numbers that are CPR numbers have existed, so those are only weighed down (cpr.py)."""

import re

from .reading import Reading

_PATTERNS = (
    rb"(?<![\d.])\d{2}\.\d{2}\.\d{2}(?:-[a-z]\d{2})?(?![\d.]|-\d)",  # KLE subject and facet; dates DD.MM.YY
    rb"(?<!\d)(?:19|20)\d{2}[-/]\d{3,8}(?![\d]| \d\d)",  # journal number, the year first
    rb"(?<![\d/])\d{2}/\d{4,8}(?!\d)",  # journal number, the year in two digits
    rb"(?<![a-z\d])[a-z]{1,5}-?\d{4}-\d{3,8}(?!\d)",  # BYG-2026-00317
    rb"(?<![\d-])\d{4}-\d{6}(?!\d)",  # document number 1206-041234
    rb"(?<!\d)\d{6}-\d{6}(?!\d)",  # range of dates DDMMYY-DDMMYY
    rb"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}(?!\d)",
    rb"(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)",
    rb"(?<!\d)(?:19|20)\d{2} ?[-/] ?(?:19|20)\d{2}(?!\d)",  # 2025-2029
    rb"(?<![\d.])\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,2})?(?![\d.]\d)",  # 1.250.000,00
    rb"(?:kr\.?|dkk|eur|usd) ?\d[\d .]{0,15}(?:,\d{2}|,-)?",
    rb"(?<!\d)\d[\d .]{0,15}(?:,\d{1,2})? ?"
    rb"(?:kr\b|kr\.|dkk|mio|m2|m\xb2|m3|m\xb3|kg\b|km\b|kwh|mwh|%|procent|stk\.? )",
    rb"(?<!\d)57\d{11}(?!\d)",  # GLN
    rb"97[89][- ]?(?:\d[- ]?){9}\d(?!\d)",  # ISBN-13
    rb"isbn[-: 013]{0,6}(?:\d[- ]?){9}[\dx](?![\dx])",
    rb"(?<!\d)\d{6,7} ?[,;/] ?\d{6,7}(?!\d)",  # pair of coordinates, UTM
    rb"(?<!\d)(?:19|20)\d{2}/s ?\d{1,3}-\d{4,6}(?!\d)",  # notice of a tender
    rb"\d{8,14}\.(?:pdf|docx?|xlsx?|odt|jpe?g|png|tiff?|dwg|zip)\b",  # file name
    rb"(?<!\d)\d{1,2}\.\d{1,2}\. ?- ?\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}(?!\d)",  # 1.1.-31.12.2026
    rb"(?<![\d.])\d{1,3}\.\d{4,8}, ?\d{1,3}\.\d{4,8}(?!\d)",  # pair of degrees
    rb"https?://[^\s]{1,300}",
    rb"\xa7{1,2} ?\d[\d.]{0,20}",
    rb"(?<!\d)\d{1,3}(?:\.\d{1,3}){4,8}(?!\d)",  # numbered headings
)
_PROTECTED = re.compile(b"|".join(b"(?:" + pattern + b")" for pattern in _PATTERNS))
_BEFORE, _AFTER = 40, 16


def protected_spans(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Give the protected patterns that touch positions `start` to `end` of the reading."""
    window_start = max(0, start - _BEFORE)
    window = reading.low[window_start : end + _AFTER]
    return [(m.start() + window_start, m.end() + window_start) for m in _PROTECTED.finditer(window)]


def is_protected(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether `start` to `end` overlaps one of the spans."""
    return any(a < end and start < b for a, b in spans)
