"""Names where the place says that one must stand: after a salutation, in a signature, after a title, in a field."""

import re
from collections.abc import Iterator

from .candidates import Candidate
from .findings import PiiClass
from .name_lines import name_with_particle
from .name_lists import NAME_FIELDS
from .name_roles import acts_in_office, word_before
from .name_runs import OFFICIAL_SHARE
from .name_words import UPPER, NameWord, is_street_or_company, trimmed, words_at
from .reading import Reading

_JOIN = re.compile(rb"[ \xa0]?(?:,|&|/|og|\+)[ \xa0]{1,2}(?=[" + UPPER + rb"])")
_GREETING_WORDS = rb"kaere|hejsa|hall\xf8j|goddag|god dag|godmorgen|dear|h\xf8jst\xe6rede"
# Triggers that count at the start of a line only; the pattern opens with one literal, so that its search is fast.
_LINE_WORDS = (
    rb"(?:(?P<greeting>" + _GREETING_WORDS + rb")|(?P<address>til|p\.v\.v)|(?P<attention>attn|attention|att)"
    rb"|(?P<closing>vh|kh|v\.h|regards|kind regards|best regards|underskrift))(?![a-z\xdf-\xff])[ \xa0.,:]{0,4}"
    rb"|(?P<label>ejere?|ans\xf8gere?|naboe?r?|parte?r?|lejere?|klagere?|bygherre)[ \t]{0,4}\r?\n[ \t]{0,4}"
)
_LINE_START = re.compile(rb"\n[ \t>|*\"]{0,8}(?:" + _LINE_WORDS + rb")")
_TEXT_START = re.compile(rb"[ \t>|*\"]{0,8}(?:" + _LINE_WORDS + rb")")
# Triggers that count anywhere, in `Reading.flat`; grouped by first letter, so that most words are passed over at once.
_INLINE_WORDS = (
    rb"(?:k\xe6re|h(?:ej|r\.?(?: og fru)?|ils(?:en|ner)|edder)|f(?:ru|rk\.?|r\xf8ken|amilien|\xf8dt)|barnet"
    rb"|datter(?:en)?|eleven|s(?:\xf8n(?:nen)?|krev)|m(?:vh|\.v\.h)|v(?:/|on|an)|c/o|a(?:l|tt[.:]))(?:(?<=/)|(?![a-z\xdf-\xff]))"
)
_INLINE = re.compile(rb" " + _INLINE_WORDS)
_INLINE_AT_START = re.compile(_INLINE_WORDS)
# By the first three letters of the trigger.
_KINDS_OF_TRIGGER = {
    **dict.fromkeys((b"k\xe6r", b"hej"), "salutation"),
    **dict.fromkeys((b"hr", b"hr.", b"hr ", b"fru", b"frk", b"fr\xf8", b"fam"), "title"),
    **dict.fromkeys((b"hil", b"mvh", b"m.v"), "closing"),
    **dict.fromkeys((b"hed", b"bar", b"dat", b"ele", b"s\xf8n"), "kin"),
    **dict.fromkeys((b"v/", b"c/o", b"att"), "behalf"),
    **dict.fromkeys((b"von", b"van", b"al"), "particle"),
    b"skr": "wrote",
    b"f\xf8d": "maiden",
}
_INLINE_RULES = {
    "salutation": (0.82, "salutation", True),
    "title": (0.8, "title", True),
    "kin": (0.75, "kin", True),
    "behalf": (0.8, "field", False),
    "wrote": (0.8, "field", False),
}
"""Score, name of the trigger, and whether a name on no list is believed."""
_GAP = re.compile(rb"[ \xa0:.]{0,3}(?:igen,? |alle,? )?")
_CLOSING_GAP = re.compile(rb"(?: fra)?[ \xa0.,:!/_-]{0,40}")
_LAST_WORD = re.compile(rb"([a-z\xdf-\xff-]{2,24})(?:\(e\)|\(er\)|/|[ \xa0]\d{1,2})?[ \xa0]{0,3}$")
_NOT_PERSON_FIELD = re.compile(
    rb"(?:mail|fil|vej|by|steds?|firma|virksomheds|system|bruger|selskabs|skole|foreningens?) ?-?navn$"
)
_VALUE_GAP = re.compile(rb"[ \xa0\t|\"]{0,12}(?:\r?\n[ \xa0\t|]{0,8}(?:(?:\d{1,2}[.)]|[-*\xb7])[ \xa0]{1,3})?)?")
_NEXT_ITEM = re.compile(rb"[^\r\n]{0,60}\r?\n[ \xa0\t]{0,8}(?:\d{1,2}[.)]|[-*\xb7])[ \xa0]{1,3}")
_MOST_ITEMS = 200


def find_announced(reading: Reading) -> Iterator[Candidate]:
    """Yield names that a trigger announces. Linear: each trigger reads at most eight words and three lines."""
    yield from _after_inline_words(reading)
    opening = _TEXT_START.match(reading.low)
    if opening:
        yield from _at_line_start(reading, opening)
    for match in _LINE_START.finditer(reading.low):
        yield from _at_line_start(reading, match)
    yield from _in_fields(reading)


def _after_inline_words(reading: Reading) -> Iterator[Candidate]:
    opening = _INLINE_AT_START.match(reading.flat)
    if opening:
        yield from _after_inline_word(reading, opening)
    for match in _INLINE.finditer(reading.flat):
        yield from _after_inline_word(reading, match)


def _after_inline_word(reading: Reading, match: re.Match[bytes]) -> Iterator[Candidate]:
    kind = _KINDS_OF_TRIGGER[match.group().lstrip()[:3]]
    gap = _GAP.match(reading.low, match.end())
    start = gap.end() if gap else match.end()
    if kind == "closing":
        closing = _CLOSING_GAP.match(reading.low, match.end())
        yield from _signers(reading, closing.end() if closing else start)
    elif reading.kinds[start : start + 1] != b"A" and kind != "salutation":
        return
    elif kind == "particle":
        found = name_with_particle(reading, match.start(), match.end())
        if found:
            yield found
    elif kind == "maiden":
        yield from _maiden_name(reading, start)
    else:
        score, trigger, trusted = _INLINE_RULES[kind]
        yield from _people(reading, start, score, trigger, trusted=trusted)


def _maiden_name(reading: Reading, start: int) -> Iterator[Candidate]:
    words = words_at(reading, start)
    if words and words[0].traits.surname and not words[0].traits.stops:
        yield Candidate(PiiClass.NAME, words[0].start, words[0].end, 0.6, ("trigger:maiden-name",))


def _at_line_start(reading: Reading, match: re.Match[bytes]) -> Iterator[Candidate]:
    if match.lastgroup == "greeting":
        yield from _people(reading, match.end(), 0.82, "salutation", trusted=True)
    elif match.lastgroup == "address":
        yield from _people(reading, match.end(), 0.6, "salutation", trusted=False)
    elif match.lastgroup == "label":
        yield from _people(reading, match.end(), 0.7, "field", trusted=False)
    elif match.lastgroup == "attention":
        yield from _people(reading, match.end(), 0.8, "field", trusted=False)
    else:
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


def _in_fields(reading: Reading) -> Iterator[Candidate]:
    position = reading.low.find(b":")
    while position >= 0:
        key = _LAST_WORD.search(reading.low, max(0, position - 28), position)
        if key and (key.group(1) in NAME_FIELDS or key.group(1).endswith(b"navn")):
            before = reading.low[max(0, position - 40) : position].rstrip()
            if not _NOT_PERSON_FIELD.search(before):
                yield from _values(reading, position + 1, named=key.group(1).endswith(b"navn"))
        position = reading.low.find(b":", position + 1)


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
    if acts_in_office(reading, word_before(reading, words[0].start), words[-1].end):
        worth, reasons = worth * OFFICIAL_SHARE, (*reasons, "role:official")
    return Candidate(PiiClass.NAME, words[0].start, words[-1].end, worth, reasons)
