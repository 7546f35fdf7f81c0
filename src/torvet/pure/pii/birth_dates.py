"""Dates of birth: a date right after a word for being born, and a CPR number whose last four are crossed out."""

import re
from collections.abc import Iterator

from .candidates import Candidate
from .digits import DigitRow
from .findings import PiiClass
from .reading import Reading

MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
_MONTH = (
    rb"(?:jan(?:uar)?|feb(?:ruar)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sep(?:t|tember)?|okt(?:ober)?"
    + (rb"|nov(?:ember)?|dec(?:ember)?)")
)
_YEAR = rb"(?:(?:18|19|20)\d{2}|'?\d{2})"
DATE = (
    rb"(?:(?:0?[1-9]|[12]\d|3[01])(?:\.?[ \xa0\n]{0,2}" + _MONTH + rb"\.?[ \xa0\n,]{0,2}" + _YEAR + rb"|"
    rb"[ \xa0]?[./-][ \xa0]?(?:0?[1-9]|1[0-2])[ \xa0]?[./ -][ \xa0]?" + _YEAR + rb")"
    rb"|(?:18|19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    rb"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:18|19|20)?\d{2})(?![\d-])"
)
_GAP = rb"[ \xa0\t|]{0,6}[:=.]?[ \xa0\t|]{0,8}(?:\r?\n)?[ \xa0\t|]{0,8}(?:(?:d\.|den)[ \xa0]?)?"
_PLACE = rb"(?: (?:i|p\xe5) [a-z\xe6\xf8\xe5]{2,20})?"
_BORN = re.compile(
    rb"(?:f\xf8dt"
    + _PLACE
    + rb"|f\xf8dsels(?:dato|dag|d\.)(?:en)?(?: er)?|f\xf8dd\.|fdato|f\xf8d\.?(?:dato)?)"
    + _GAP
    + rb"(?P<date>"
    + DATE
    + rb")"
)
_BORN_SHORT = re.compile(rb"f[.:][ \xa0]?(?P<date>" + DATE + rb")")
_COLUMN = re.compile(rb"f\xf8dselsda(?:to|g)[ \xa0\t]{0,8}\r?\n")
_NEXT_IN_COLUMN = re.compile(rb"[ \xa0\t]{0,8}(?P<date>" + DATE + rb")[ \xa0\t]{0,8}(?:\r?\n|$)")
_CROSSED_OUT = re.compile(rb"[ \xa0]?-[ \xa0]?(?:x{4}|\*{4}|_{4}|\?{4}|\.{4}|\xb7{4})")
_BORN_BEFORE = re.compile(rb"(?:(?<![a-z0-9\xdf-\xff.])f[.:][ \xa0]?|fdato" + _GAP + rb")$")
_DATE = re.compile(DATE)
_MOST_ROWS = 2_000
_DATE_DIGITS = 6


def find_birth_dates(reading: Reading) -> Iterator[Candidate]:
    """Yield dates of birth told in words. Linear: each trigger reads at most about sixty characters."""
    for word, pattern in ((b"f\xf8d", _BORN), (b"f. ", _BORN_SHORT)):
        position = reading.low.find(word)
        while position >= 0:
            match = pattern.match(reading.low, position)
            if match and reading.kinds[position - 1 : position] not in (b"a", b"A", b"0", b"."):
                score = 0.86 if pattern is _BORN else 0.7
                yield Candidate(PiiClass.BIRTH_DATE, match.start("date"), match.end(), score, ("context:born",))
            position = reading.low.find(word, position + 1)
    yield from _columns(reading)


def find_birth_dates_in_row(reading: Reading, row: DigitRow) -> Iterator[Candidate]:
    """Yield a date in digits after "f." or "fdato", and the date of a CPR number whose last four are crossed out."""
    start = row.at[0]
    if _BORN_BEFORE.search(reading.low[max(0, start - 24) : start]):
        match = _DATE.match(reading.low, start)
        if match:
            yield Candidate(PiiClass.BIRTH_DATE, start, match.end(), 0.7, ("context:born",))
    if len(row.digits) == _DATE_DIGITS and _CROSSED_OUT.match(reading.low, row.end(_DATE_DIGITS)):
        yield Candidate(PiiClass.BIRTH_DATE, start, row.end(_DATE_DIGITS), 0.8, ("crossed-out-cpr",))


def _columns(reading: Reading) -> Iterator[Candidate]:
    """Yield the dates that stand line below line under the heading "Fødselsdato"."""
    rows = 0
    for heading in _COLUMN.finditer(reading.low):
        match = _NEXT_IN_COLUMN.match(reading.low, heading.end())
        while match and rows < _MOST_ROWS:
            yield Candidate(PiiClass.BIRTH_DATE, match.start("date"), match.end("date"), 0.8, ("context:column",))
            rows += 1
            match = _NEXT_IN_COLUMN.match(reading.low, match.end()) if match.end() < len(reading.low) else None
