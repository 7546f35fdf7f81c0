"""Dates of birth: a date right after a word for being born, and a CPR number whose last four are crossed out."""

import re
from collections.abc import Iterator

from .candidates import Candidate
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
_CROSSED_OUT = re.compile(
    rb"(?<!\d)(?P<date>\d{2}[. ]?\d{2}[. ]?\d{2})[ \xa0]?-[ \xa0]?(?:x{4}|\*{4}|_{4}|\?{4}|\.{4}|\xb7{4})"
)
_WIDEST_CROSSED = 14
_MOST_ROWS = 2_000


def find_birth_dates(reading: Reading) -> Iterator[Candidate]:
    """Yield dates of birth. Linear: each trigger reads at most about sixty characters."""
    for word, pattern in ((b"f\xf8d", _BORN), (b"fdato", _BORN), (b"f.", _BORN_SHORT), (b"f:", _BORN_SHORT)):
        position = reading.low.find(word)
        while position >= 0:
            match = pattern.match(reading.low, position)
            if match and reading.kinds[position - 1 : position] not in (b"a", b"A", b"0", b"."):
                score = 0.86 if pattern is _BORN else 0.7
                yield Candidate(PiiClass.BIRTH_DATE, match.start("date"), match.end(), score, ("context:born",))
            position = reading.low.find(word, position + 1)
    yield from _columns(reading)
    yield from _crossed_out(reading)


def _columns(reading: Reading) -> Iterator[Candidate]:
    """Yield the dates that stand line below line under the heading "Fødselsdato"."""
    rows = 0
    for heading in _COLUMN.finditer(reading.low):
        match = _NEXT_IN_COLUMN.match(reading.low, heading.end())
        while match and rows < _MOST_ROWS:
            yield Candidate(PiiClass.BIRTH_DATE, match.start("date"), match.end("date"), 0.8, ("context:column",))
            rows += 1
            match = _NEXT_IN_COLUMN.match(reading.low, match.end()) if match.end() < len(reading.low) else None


def _crossed_out(reading: Reading) -> Iterator[Candidate]:
    for mark in (b"xxxx", b"****", b"____", b"????"):
        position = reading.low.find(mark)
        while position >= 0:
            match = _CROSSED_OUT.search(reading.low, max(0, position - _WIDEST_CROSSED), position + len(mark))
            if match:
                yield Candidate(PiiClass.BIRTH_DATE, match.start("date"), match.end("date"), 0.8, ("crossed-out-cpr",))
            position = reading.low.find(mark, position + len(mark))
