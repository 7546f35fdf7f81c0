"""Names of people: after a salutation, in a signature, in a field, after a title, and given name with surname
in prose.

What stands here finds strangers; the case's own people are found by `known.py`. Streets, companies and
institutions that carry a person's name are no personal names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .candidates import Candidate, raised
from .findings import PiiClass
from .name_lists import (
    GIVEN_NAMES,
    INSTITUTION_ENDINGS,
    NAME_FIELDS,
    NOT_NAMES,
    ROLE_WORDS,
    STREET_ENDINGS,
    STREET_WORDS,
    SURNAME_ENDINGS,
    SURNAMES,
    UNSURE_GIVEN_NAMES,
    UNSURE_SURNAMES,
)
from .reading import Reading

_UPPER = rb"A-Z\xc0-\xd6\xd8-\xde"
_LETTERS = rb"A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\xff"
# One word of a name: "Anders", "Anne-Marie", "O'Brien", "P.", "N.P.".
_WORD = re.compile(
    rb"["
    + _UPPER
    + rb"](?:["
    + _LETTERS
    + rb"]{1,30}(?:[-']["
    + _LETTERS
    + rb"]{1,30}){0,2}|\.(?:["
    + _UPPER
    + rb"]\.){0,3}"
    rb"|(?=[ \xa0]))"
)
_BETWEEN = re.compile(rb"[ \xa0\t]{1,3}")
_PARTICLE = re.compile(rb"(?:von|van|de|der|den|af|el|al|bin|la|du|di|ten|zu|dos|ben|abu)(?=[ \xa0])")
_JOIN = re.compile(rb"[ \xa0]?(?:,|&|/|og|\+)[ \xa0]{1,2}(?=[" + _UPPER + rb"])")
_COMPANY_AFTER = re.compile(
    rb"[ \xa0,]{0,2}(?:a/s|aps|i/s|ivs|k/s|p/s|amba|a\.m\.b\.a|ltd|gmbh|inc\b"
    rb"|& s\xf8n|og s\xf8n|& co|holding|fonden?\b|legat)"
)
# Each pattern below opens with one literal, so that the search for it runs at the speed of memory.
_GREETING_WORDS = rb"k\xe6re|kaere|hej|hejsa|hall\xf8j|goddag|god dag|godmorgen|dear|h\xf8jst\xe6rede"
_LINE_WORDS = (
    rb"(?:(?P<greeting>"
    + _GREETING_WORDS
    + rb")|(?P<address>til|att|attn|attention|p\.v\.v)|(?P<title>hr\.?(?: og fru)?|fru|frk\.?)"
    rb"|(?P<closing>vh|kh|v\.h|regards|kind regards|best regards|underskrift))(?![a-z\xdf-\xff])[ \xa0.,:]{0,4}"
)
_LINE_START = re.compile(rb"\n[ \t>|*\"]{0,8}" + _LINE_WORDS)
_TEXT_START = re.compile(rb"[ \t>|*\"]{0,8}" + _LINE_WORDS)
_GREETING = re.compile(rb" (?:k\xe6re|hej|att[.:]{1,2})[ \xa0]{1,3}(?:igen,? |alle,? )?")
_GREETINGS = (b" k\xe6re ", b" hej ", b" att.", b" att:")
_CLOSINGS = (b"hilsen", b"hilsner", b"mvh", b"m.v.h")
_CLOSING_AFTER = re.compile(rb"(?:hilsen|hilsner|mvh|m\.v\.h)[ \xa0.,:!/_-]{0,40}")
_TITLE = re.compile(rb" (?:hr\.?(?: og fru)?|fru|frk\.?|fr\xf8ken|familien)[ \xa0]{1,2}")
_LAST_WORD = re.compile(rb"([a-z\xdf-\xff-]{2,24})(?:\(e\)|\(er\)|/)?[ \xa0]{0,3}$")
_NOT_PERSON_FIELD = re.compile(
    rb"(?:mail|fil|vej|by|steds|firma|virksomheds|system|bruger|selskabs|skole|foreningens?) ?-?navn$"
)
_VALUE_GAP = re.compile(rb"[ \xa0\t|]{0,12}(?:\r?\n[ \xa0\t|]{0,8})?")
_WROTE = re.compile(rb" skrev[ \xa0]{1,2}")

# Two or more capitalised words in the kinds of the reading; every repeat has a bound, so each start costs little.
_RUN_TAIL = rb"(?:'A)?[Aa]{1,30}(?:[-']A[Aa]{1,30})?"
_RUN = re.compile(
    rb"A(?<![Aa]A)(?:" + _RUN_TAIL + rb"|(?:\.A){0,3}\.)(?: A(?:" + _RUN_TAIL + rb"|(?:\.A){0,3}\.|(?= ))){1,11}"
)
_MOST_WORDS = 8
_WIDEST_NAME = 80
_NAME_AT_END = re.compile(
    rb"(?<![" + _LETTERS + rb"])(?P<name>[" + _UPPER + rb"][" + _LETTERS + rb"'.-]{0,30}"
    rb"(?:[ \xa0](?:(?:von|van|de|der|den|el|al|bin)[ \xa0])?[" + _UPPER + rb"][" + _LETTERS + rb"'.-]{0,30}){1,6})$"
)
_PREPOSITIONS = frozenset((b"af", b"hos", b"til", b"fra", b"med", b"om", b"mellem", b"for"))
_INSIDE_WORD = (b"a", b"A", b"0", b"@")
_RAISED = (b"\xb0", b"\xb2", b"\xb3", b"\xb9")
_ROLE_ENDINGS = (
    b"mand",
    b"mester",
    b"ejer",
    b"ejeren",
    b"inspekt\xf8r",
    b"handler",
    b"leder",
    b"chef",
    b"l\xe6rer",
    b"minister",
)
_NOUN_ENDINGS = (b"elsen", b"ssen", b"ningen")


@dataclass(frozen=True, slots=True)
class _Traits:
    """What the lists say of one word in lower case; the genitive is taken off first ("hansens" is "hansen")."""

    initial: bool
    given: bool
    sure_given: bool
    surname: bool
    sure_surname: bool
    listed_surname: bool
    stops: bool
    street: bool
    institution: bool
    street_ending: bool
    role: bool
    length: int


@lru_cache(maxsize=65536)
def _traits(low: bytes) -> _Traits:
    stem = _stem(low)
    given = stem in GIVEN_NAMES or low.partition(b"-")[0] in GIVEN_NAMES
    return _Traits(
        initial=low.endswith(b".") or len(low) == 1,
        given=given,
        sure_given=given and stem not in UNSURE_GIVEN_NAMES,
        surname=stem in SURNAMES
        or (len(low) > 5 and stem.endswith(SURNAME_ENDINGS) and not stem.endswith(_NOUN_ENDINGS)),
        sure_surname=stem in SURNAMES and stem.endswith(SURNAME_ENDINGS),
        listed_surname=stem in SURNAMES and stem not in UNSURE_SURNAMES,
        stops=low in NOT_NAMES,
        street=low in STREET_WORDS or stem in STREET_WORDS,
        institution=low.endswith(INSTITUTION_ENDINGS),
        street_ending=low.endswith(STREET_ENDINGS),
        role=low in ROLE_WORDS or low.endswith(_ROLE_ENDINGS),
        length=len(low),
    )


def _stem(low: bytes) -> bytes:
    low = low.removesuffix(b"'s").removesuffix(b"'")
    if low in GIVEN_NAMES or low in SURNAMES or not low.endswith(b"s"):
        return low
    return low[:-1]


class NameWord(NamedTuple):
    """One word of a possible name: its place in the reading and what the word lists know of it."""

    start: int
    end: int
    traits: _Traits


def words_at(reading: Reading, start: int) -> list[NameWord]:
    """Read up to six name words from `start` on, small particles ("von", "de") between them passed over."""
    words: list[NameWord] = []
    position = _after_particles(reading, start)
    while len(words) < _MOST_WORDS:
        match = _WORD.match(reading.raw, position)
        if match is None:
            particle = _PARTICLE.match(reading.raw, position) if words else None
            gap = _BETWEEN.match(reading.raw, particle.end()) if particle else None
            if gap is None:
                break
            match = _WORD.match(reading.raw, gap.end())
            if match is None:
                break
        traits = _traits(reading.low[match.start() : match.end()])
        words.append(NameWord(match.start() if words else start, match.end(), traits))
        gap = _BETWEEN.match(reading.raw, match.end())
        if gap is None:
            break
        position = gap.end()
    return words


def _after_particles(reading: Reading, start: int) -> int:
    """Pass over the particles that a name may begin with: "van der Meer"."""
    position = start
    for _ in range(2):
        particle = _PARTICLE.match(reading.raw, position)
        gap = _BETWEEN.match(reading.raw, particle.end()) if particle else None
        if gap is None:
            break
        position = gap.end()
    return position


def find_names(reading: Reading) -> Iterator[Candidate]:
    """Yield every candidate for a person's name. Linear: each trigger reads at most six words and three lines."""
    yield from _after_greetings(reading)
    yield from _in_signatures(reading)
    yield from _after_titles(reading)
    yield from _in_fields(reading)
    yield from _before_details(reading)
    yield from _in_prose(reading)


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


def _in_fields(reading: Reading) -> Iterator[Candidate]:
    for position in _positions(reading.low, (b":",)):
        key = _LAST_WORD.search(reading.low, max(0, position - 28), position)
        if key and (key.group(1) in NAME_FIELDS or key.group(1).endswith(b"navn")):
            before = reading.low[max(0, position - 40) : position].rstrip()
            if _NOT_PERSON_FIELD.search(before):
                continue
            gap = _VALUE_GAP.match(reading.raw, position + 1)
            start = gap.end() if gap else position + 1
            named = key.group(1).endswith(b"navn")
            yield from _people(reading, start, 0.84 if named else 0.8, "field", trusted=named)
    for position in _positions(reading.low, (b" skrev ",)):
        match = _WROTE.match(reading.low, position)
        if match:
            yield from _people(reading, match.end(), 0.8, "field", trusted=False)


def _people(reading: Reading, start: int, score: float, trigger: str, *, trusted: bool) -> Iterator[Candidate]:
    """Read names from `start` on, joined by "og", "&" or a comma. Untrusted triggers need a form known to be a
    name."""
    for _ in range(6):
        words = _trimmed(words_at(reading, start))
        if not words:
            return
        candidate = _judge_triggered(reading, words, score, trigger, trusted)
        if candidate is None:
            return
        yield candidate
        join = _JOIN.match(reading.raw, words[-1].end)
        if join is None:
            return
        start, score = join.end(), score - 0.05


def _trimmed(words: list[NameWord]) -> list[NameWord]:
    """Cut a row of capitalised words before one that is no part of a name, or before an institution's name."""
    for k, word in enumerate(words):
        if word.traits.institution and not word.traits.initial:
            return words[: max(0, k - 1)]
        if word.traits.stops and not word.traits.initial:
            return words[:k]
    return words


def _judge_triggered(
    reading: Reading, words: list[NameWord], score: float, trigger: str, trusted: bool
) -> Candidate | None:
    if _is_street_or_company(reading, words):
        return None
    known = any(word.traits.given or word.traits.surname for word in words)
    if not known and not trusted and (trigger != "field" or len(words) < 2):
        return None
    if all(word.traits.initial for word in words) and len(words) == 1 and not trusted:
        return None
    reasons = (f"trigger:{trigger}",) + (("name-list",) if known else ())
    worth = score if known else score - (0.25 if trusted else 0.4)
    return Candidate(PiiClass.NAME, words[0].start, words[-1].end, worth, reasons)


def _is_street_or_company(reading: Reading, words: list[NameWord]) -> bool:
    last = words[-1]
    if any(word.traits.institution for word in words[1:]):
        return True
    after = reading.raw[last.end : last.end + 5]
    if last.traits.street_ending and re.match(rb"[ \xa0]\d", after):
        return True
    if len(words) > 1 and last.traits.street and not last.traits.surname:
        return True
    return _COMPANY_AFTER.match(reading.low, last.end) is not None


def _before_details(reading: Reading) -> Iterator[Candidate]:
    """Take any capitalised words right before what is told of people only: "Xhevat Qorri, født i Pristina"."""
    for position in _positions(reading.low, (b", f\xf8dt", b", bosiddende", b", boende")):
        found = name_before(reading, position, "context:details")
        if found:
            yield found


def name_before(reading: Reading, end: int, reason: str) -> Candidate | None:
    """Take two or more capitalised words that end at `end` as a name, whatever the lists say."""
    window_start = max(0, end - _WIDEST_NAME)
    match = _NAME_AT_END.search(reading.raw, window_start, end)
    if match is None:
        return None
    words = words_at(reading, match.start("name"))
    while words and (words[0].traits.stops or words[0].traits.role):
        words = words[1:]
    if len(words) < 2 or words[-1].end < end or any(word.traits.stops or word.traits.institution for word in words):
        return None
    return Candidate(PiiClass.NAME, words[0].start, words[-1].end, 0.6, (reason,))


def _in_prose(reading: Reading) -> Iterator[Candidate]:
    for match in _RUN.finditer(reading.kinds):
        start, end = match.span()
        words = _run_words(reading, start, end)
        if reading.kinds[start - 1 : start] in _INSIDE_WORD or reading.raw[start - 1 : start] in _RAISED:
            words = words[1:]
        found = _judge_run(reading, words)
        if found:
            yield found


def _run_words(reading: Reading, start: int, end: int) -> list[NameWord]:
    words: list[NameWord] = []
    position = start
    for low in reading.low[start:end].replace(b"\xa0", b" ").replace(b"\t", b" ").split(b" ", 12)[:12]:
        words.append(NameWord(position, position + len(low), _traits(low)))
        position += len(low) + 1
    return words


def _judge_run(reading: Reading, words: list[NameWord]) -> Candidate | None:
    """Find the name in a row of capitalised words by the lists, or else by the role told right before it."""
    first = next((k for k, word in enumerate(words) if word.traits.given or _opens_with_initial(words, k)), None)
    found = _unknown_given_name(reading, words) if first is None else _listed_name(reading, words, first)
    return found or _described_by_role(reading, words)


def _listed_name(reading: Reading, words: list[NameWord], first: int) -> Candidate | None:
    """Take a name from its first listed given name or initial on, where another word bears it out."""
    name = _trimmed(words[first : first + _MOST_WORDS])
    if len(name) < 2:
        return None
    sure_given = name[0].traits.sure_given or sum(word.traits.given for word in name) > 1
    if any(word.traits.surname for word in name[1:]):
        score, reason = (0.78, "given-and-surname") if sure_given else (0.62, "initial-or-unsure-and-surname")
    elif sure_given and not name[1].traits.initial:
        score, reason = 0.5, "given-name-and-capital"
    else:
        return None
    if _is_street_or_company(reading, name) or _street_follows(words, name):
        return None
    score, reasons = _with_role(reading, name[0].start, score, ("name-list", reason))
    return Candidate(PiiClass.NAME, _name_start(words, first), name[-1].end, score, reasons)


def _name_start(words: list[NameWord], first: int) -> int:
    """Take in the words before a known given name that are no ordinary words: "Raghad Mohammad Omar" begins at
    Raghad."""
    while first > 0 and not (words[first - 1].traits.stops or words[first - 1].traits.role):
        first -= 1
    return words[first].start


def _opens_with_initial(words: list[NameWord], k: int) -> bool:
    return words[k].traits.initial and any(word.traits.surname for word in words[k + 1 : k + 4])


def _street_follows(words: list[NameWord], name: list[NameWord]) -> bool:
    """Tell whether the row of words goes on as a street or an institution: "Niels Sørensens Vej", "Jens Bangs
    Hus"."""
    rest = [word for word in words if word.start > name[-1].start][:2]
    return any(word.traits.street or word.traits.institution for word in rest)


def _unknown_given_name(reading: Reading, words: list[NameWord]) -> Candidate | None:
    """Take "Xhevat Pedersen": a word on no list before a common surname, inside a sentence or after a role."""
    for k in range(len(words) - 1, 0, -1):
        before = words[k - 1]
        sure = words[k].traits.sure_surname or (
            words[k].traits.listed_surname and _role_before(reading, before.start) is not None
        )
        if sure and not before.traits.stops and before.traits.length > 2:
            name = words[k - 1 : k + 1]
            if _is_street_or_company(reading, name) or _street_follows(words, name):
                return None
            score = 0.3 if _starts_sentence(reading, before.start) else 0.45
            score, reasons = _with_role(reading, before.start, score, ("name-list", "surname-only"))
            return Candidate(PiiClass.NAME, _name_start(words, k - 1), words[k].end, score, reasons)
    return None


def _described_by_role(reading: Reading, words: list[NameWord]) -> Candidate | None:
    """Take "advokat Xhevat Qorri": capitalised words on no list, right after the word for what the person is."""
    role = _role_before(reading, words[0].start) if words else None
    name = _trimmed(words[:4])
    if role is None or role in _PREPOSITIONS or len(name) < 2 or _is_street_or_company(reading, name):
        return None
    return Candidate(PiiClass.NAME, name[0].start, name[-1].end, 0.42, ("role-and-capitals", "context:role"))


def _starts_sentence(reading: Reading, start: int) -> bool:
    before = reading.raw[max(0, start - 4) : start].rstrip(b" \xa0\t")
    return not before or before[-1:] in (b".", b"!", b"?", b":", b"\n", b"\r", b'"', b"-")


def _role_before(reading: Reading, start: int) -> bytes | None:
    before = reading.low[max(0, start - 24) : start].replace(b",", b" ").replace(b":", b" ").split()
    return before[-1] if before and before[-1] in ROLE_WORDS else None


def _with_role(reading: Reading, start: int, score: float, reasons: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    if _role_before(reading, start) is not None:
        return raised(score, 0.3), (*reasons, "context:role")
    return score, reasons
