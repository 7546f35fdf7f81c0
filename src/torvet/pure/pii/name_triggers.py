"""Names where the place says that one must stand: after a salutation, in a signature, after a title, in a field."""

import re
from collections.abc import Iterator

from .candidates import Candidate
from .findings import PiiClass
from .name_lists import NAME_FIELDS
from .name_roles import acts_in_office
from .name_runs import OFFICIAL_SHARE
from .name_words import UPPER, NameWord, is_street_or_company, trimmed, words_at
from .reading import Reading

_JOIN = re.compile(rb"[ \xa0]?(?:,|&|/|og|\+)[ \xa0]{1,2}(?=[" + UPPER + rb"])")
# Each pattern below opens with one literal, so that the search for it runs at the speed of memory.
_GREETING_WORDS = rb"k\xe6re|kaere|hej|hejsa|hall\xf8j|goddag|god dag|godmorgen|dear|h\xf8jst\xe6rede"
_LINE_WORDS = (
    rb"(?:(?P<greeting>"
    + _GREETING_WORDS
    + rb")|(?P<address>til|p\.v\.v)|(?P<attention>att|attn|attention|c/o|v/)|(?P<title>hr\.?(?: og fru)?|fru|frk\.?)"
    rb"|(?P<closing>vh|kh|v\.h|regards|kind regards|best regards|underskrift))(?![a-z\xdf-\xff])[ \xa0.,:]{0,4}"
    rb"|(?P<label>ejere?|ans\xf8gere?|naboe?r?|parte?r?|lejere?|klagere?|bygherre)[ \t]{0,4}\r?\n[ \t]{0,4}"
)
_LINE_START = re.compile(rb"\n[ \t>|*\"]{0,8}(?:" + _LINE_WORDS + rb")")
_TEXT_START = re.compile(rb"[ \t>|*\"]{0,8}(?:" + _LINE_WORDS + rb")")
_GREETING = re.compile(rb" (?:k\xe6re|hej|att[.:]{1,2})[ \xa0]{1,3}(?:igen,? |alle,? )?")
_GREETINGS = (b" k\xe6re ", b" hej ", b" att.", b" att:")
_CLOSINGS = (b"hilsen", b"hilsner", b"mvh", b"m.v.h")
_CLOSING_AFTER = re.compile(rb"(?:hilsen|hilsner|mvh|m\.v\.h)(?: fra)?[ \xa0.,:!/_-]{0,40}")
_ON_BEHALF = re.compile(rb"(?: |\()(?:v/|c/o)[ \xa0]{0,2}")
_TITLE = re.compile(rb" (?:hr\.?(?: og fru)?|fru|frk\.?|fr\xf8ken|familien)[ \xa0]{1,2}")
_KIN = re.compile(
    rb"(?:barnet|datteren|datter|s\xf8nnen|s\xf8n|eleven|hedder|min mor|min far)[ \xa0](?=[a-z\xdf-\xff])"
)
_KIN_WORDS = (b"barnet ", b"datter", b" s\xf8n", b" eleven ", b" hedder ")
_MAIDEN = re.compile(rb" (?:f\xf8dt|f\.)[ \xa0]")
_LAST_WORD = re.compile(rb"([a-z\xdf-\xff-]{2,24})(?:\(e\)|\(er\)|/|[ \xa0]\d{1,2})?[ \xa0]{0,3}$")
_NOT_PERSON_FIELD = re.compile(
    rb"(?:mail|fil|vej|by|steds?|firma|virksomheds|system|bruger|selskabs|skole|foreningens?) ?-?navn$"
)
_VALUE_GAP = re.compile(rb"[ \xa0\t|\"]{0,12}(?:\r?\n[ \xa0\t|]{0,8}(?:(?:\d{1,2}[.)]|[-*\xb7])[ \xa0]{1,3})?)?")
_NEXT_ITEM = re.compile(rb"[^\r\n]{0,60}\r?\n[ \xa0\t]{0,8}(?:\d{1,2}[.)]|[-*\xb7])[ \xa0]{1,3}")
_MOST_ITEMS = 200
_WROTE = re.compile(rb" skrev[ \xa0]{1,2}")


def find_announced(reading: Reading) -> Iterator[Candidate]:
    """Yield names that a trigger announces. Linear: each trigger reads at most eight words and three lines."""
    yield from _after_greetings(reading)
    yield from _in_signatures(reading)
    yield from _after_titles(reading)
    yield from _after_kin(reading)
    yield from _on_behalf(reading)
    yield from _in_fields(reading)


def _positions(text: bytes, words: tuple[bytes, ...]) -> Iterator[int]:
    for word in words:
        position = text.find(word)
        while position >= 0:
            yield position
            position = text.find(word, position + 1)


def _starts_word(reading: Reading, position: int) -> bool:
    return position == 0 or reading.kinds[position - 1 : position] not in (b"a", b"A", b"0")


def _after_greetings(reading: Reading) -> Iterator[Candidate]:
    for position in _positions(reading.low, _GREETINGS):
        match = _GREETING.match(reading.low, position)
        if match:
            yield from _people(reading, match.end(), 0.82, "salutation", trusted=True)
    opening = _TEXT_START.match(reading.low)
    if opening:
        yield from _at_line_start(reading, opening)
    for match in _LINE_START.finditer(reading.low):
        yield from _at_line_start(reading, match)


def _at_line_start(reading: Reading, match: re.Match[bytes]) -> Iterator[Candidate]:
    if match.lastgroup == "greeting":
        yield from _people(reading, match.end(), 0.82, "salutation", trusted=True)
    elif match.lastgroup == "address":
        yield from _people(reading, match.end(), 0.6, "salutation", trusted=False)
    elif match.lastgroup == "label":
        yield from _people(reading, match.end(), 0.7, "field", trusted=False)
    elif match.lastgroup == "attention":
        yield from _people(reading, match.end(), 0.8, "field", trusted=False)
    elif match.lastgroup == "title":
        yield from _people(reading, match.end(), 0.8, "title", trusted=True)
    else:
        yield from _signers(reading, match.end())


def _in_signatures(reading: Reading) -> Iterator[Candidate]:
    for position in _positions(reading.low, _CLOSINGS):
        match = _CLOSING_AFTER.match(reading.low, position)
        if match and _starts_word(reading, position):
            yield from _signers(reading, match.end())


def _signers(reading: Reading, position: int) -> Iterator[Candidate]:
    """Read the three lines with letters that follow a closing; the first takes any name, the others a known form."""
    lines = 0
    for _ in range(10):
        end = _line_end(reading, position)
        start = position
        while start < end and reading.kinds[start : start + 1] not in (b"a", b"A"):
            start += 1
        if start < end:
            yield from _people(reading, start, 0.86 if lines == 0 else 0.8, "signature", trusted=lines == 0)
            lines += 1
        if lines == 3 or end >= len(reading.raw):
            return
        position = end + 1


def _line_end(reading: Reading, position: int) -> int:
    end = reading.kinds.find(b"n", position, position + 400)
    return min(len(reading.raw), position + 400) if end < 0 else end


def _after_titles(reading: Reading) -> Iterator[Candidate]:
    for match in _TITLE.finditer(reading.low):
        yield from _people(reading, match.end(), 0.8, "title", trusted=True)


def _after_kin(reading: Reading) -> Iterator[Candidate]:
    """Yield one or more capitalised words after "barnet", "datteren", "hedder"; and a maiden name after "født"."""
    for position in _positions(reading.low, _KIN_WORDS):
        match = _KIN.match(reading.low, position + (reading.low[position : position + 1] == b" "))
        if match and reading.kinds[match.end() : match.end() + 1] == b"A":
            yield from _people(reading, match.end(), 0.75, "kin", trusted=True)
    for position in _positions(reading.low, (b" f\xf8dt ", b" f. ")):
        match = _MAIDEN.match(reading.low, position)
        words = words_at(reading, match.end()) if match else []
        if words and words[0].traits.surname and not words[0].traits.stops:
            yield Candidate(PiiClass.NAME, words[0].start, words[0].end, 0.6, ("trigger:maiden-name",))


def _on_behalf(reading: Reading) -> Iterator[Candidate]:
    for position in _positions(reading.low, (b" v/", b"(v/", b" c/o")):
        match = _ON_BEHALF.match(reading.low, position)
        if match:
            yield from _people(reading, match.end(), 0.8, "field", trusted=False)


def _in_fields(reading: Reading) -> Iterator[Candidate]:
    for position in _positions(reading.low, (b":",)):
        key = _LAST_WORD.search(reading.low, max(0, position - 28), position)
        if key and (key.group(1) in NAME_FIELDS or key.group(1).endswith(b"navn")):
            before = reading.low[max(0, position - 40) : position].rstrip()
            if not _NOT_PERSON_FIELD.search(before):
                yield from _values(reading, position + 1, named=key.group(1).endswith(b"navn"))
    for position in _positions(reading.low, (b" skrev ",)):
        match = _WROTE.match(reading.low, position)
        if match:
            yield from _people(reading, match.end(), 0.8, "field", trusted=False)


def _values(reading: Reading, position: int, *, named: bool) -> Iterator[Candidate]:
    """Read the value of a field, or the items of a list below it."""
    for _ in range(_MOST_ITEMS):
        gap = _VALUE_GAP.match(reading.raw, position)
        start = gap.end() if gap else position
        yield from _people(reading, start, 0.84 if named else 0.8, "field", trusted=named)
        item = _NEXT_ITEM.match(reading.raw, start) if gap and b"\n" in gap.group() else None
        if item is None:
            return
        position = reading.kinds.rindex(b"n", start, item.end())


def _people(reading: Reading, start: int, score: float, trigger: str, *, trusted: bool) -> Iterator[Candidate]:
    """Read names from `start` on, joined by "og", "&" or a comma. Untrusted triggers need a form known to be a
    name."""
    for _ in range(12):
        words = trimmed(words_at(reading, start))
        if not words:
            return
        candidate = _judge(reading, words, score, trigger, trusted)
        if candidate is None:
            return
        yield candidate
        join = _JOIN.match(reading.raw, words[-1].end)
        if join is None:
            return
        start, score = join.end(), max(score - 0.05, 0.76)


def _judge(reading: Reading, words: list[NameWord], score: float, trigger: str, trusted: bool) -> Candidate | None:
    announced = trusted or (trigger == "field" and len(words) > 1)
    if is_street_or_company(reading, words, announced=announced):
        return None
    known = any(word.traits.given or word.traits.surname for word in words)
    if not known and not announced:
        return None
    if all(word.traits.initial for word in words) and len(words) == 1 and not trusted:
        return None
    reasons = (f"trigger:{trigger}",) + (("name-list",) if known else ())
    worth = score if known else score - (0.25 if trusted else 0.4)
    if acts_in_office(reading, words[0].start, words[-1].end):
        worth, reasons = worth * OFFICIAL_SHARE, (*reasons, "role:official")
    return Candidate(PiiClass.NAME, words[0].start, words[-1].end, worth, reasons)
