"""Addresses of people: after a label or words for living somewhere, and street with number in prose at a low
score.

A street with a number alone stays under the gate: in a municipality's papers it is nearly always the
property the case is about. What raises it: a name right before it, a postcode and town after it, words for
living there."""

import re
from collections.abc import Iterator

from .candidates import Candidate
from .findings import PiiClass
from .name_lists import LAST_OF_STREETS, NOT_NAMES, STREET_ENDINGS, STREET_PREFIXES, STREET_WORDS, SURNAMES
from .reading import Reading

_UPPER = rb"A-Z\xc0-\xd6\xd8-\xde"
_SMALL = rb"a-z\xdf-\xf6\xf8-\xff"
_HOUSE = (
    rb"\d{1,3}(?: ?[A-Za-hj-z](?![" + _SMALL + _UPPER + rb"]))?"
    rb"(?:,? ?(?:st|kl|\d{1,2})(?:\.,? ?(?:(?:tv|th|mf)\b\.?|\d{1,4}\b)|\.|,? (?:tv|th|mf)\b\.?))?"
)
_POSTCODE = (
    rb"(?:,?(?: |\r?\n){1,2}(?:DK-?)?\d{4} [" + _UPPER + rb"][" + _SMALL + rb"]{1,20}"
    rb"(?: [" + _UPPER + rb"][" + _SMALL + rb"]{0,20}\b){0,2})"
)
_HOUSE_AND_TOWN = re.compile(
    rb"(?P<house>" + _HOUSE + rb")(?![\d.]\d| ?[%\xa7]|[" + _SMALL + rb"])(?P<town>" + _POSTCODE + rb")?"
)
_LIVING = re.compile(rb" (?:bo(?:p\xe6l|sat|ende|r )|flyttet til )")
_LABEL = re.compile(
    rb"(?:adressen?(?: er| var)?|bop\xe6ls?(?:adressen?)?(?: er| p\xe5| i)?|bosat(?: p\xe5| i)?"
    rb"|boende(?: p\xe5| i)?|bor (?:nu )?(?:p\xe5|i)|flyttet til)"
    rb"[ \xa0]?[:=|]?[ \xa0\t|]{0,10}(?:\r?\n)?[ \xa0\t]{0,8}"
)
_MAIL_OR_WEB = re.compile(rb"(?:mail|web|ip|internet|hjemmeside|e-?post|ejendommens|ejendoms|firma|bes\xf8gs)[ -]?$")
_LABELLED = re.compile(
    rb"["
    + _UPPER
    + rb"][\w\xc0-\xff'.-]{1,40}(?: (?:["
    + _UPPER
    + rb"][\w\xc0-\xff'.-]{0,40}|og|af|den|de|i|ved)){0,4} "
    + _HOUSE
    + rb"(?!\d|\.\d)"
    + _POSTCODE
    + rb"?"
)
_AFTER_NAME = re.compile(rb",?[ \xa0]?(?:\r?\n)?[ \xa0\t]{0,8}")
_ENDS_ADDRESS = re.compile(rb"[ \xa0]{0,2}(?:[,.;:()\r\n]|$| (?:har|og|er|i)\b)")
_BACKWARDS = re.compile(rb"[^ \xa0\t\r\n,;:()|]{1,40}")


def find_addresses(reading: Reading) -> Iterator[Candidate]:
    """Yield addresses. Linear: at most five words are read before each house number."""
    yield from _after_labels(reading)
    yield from _streets(reading)


def _after_labels(reading: Reading) -> Iterator[Candidate]:
    for position in _label_positions(reading):
        match = _LABEL.match(reading.low, position)
        if match and not _MAIL_OR_WEB.search(reading.low, max(0, position - 14), position):
            value = _LABELLED.match(reading.raw, match.end())
            if value:
                yield Candidate(PiiClass.ADDRESS, value.start(), value.end(), 0.82, ("context:address",))


def _label_positions(reading: Reading) -> Iterator[int]:
    yield 0
    for match in _LIVING.finditer(reading.flat):
        yield match.start() + 1
    position = reading.low.find(b"adresse", 1)
    while position >= 0:
        yield position
        position = reading.low.find(b"adresse", position + 7)


def address_after_name(reading: Reading, name_end: int) -> Candidate | None:
    """Take capitalised words and a house number right after a person's name as where the person lives."""
    gap = _AFTER_NAME.match(reading.raw, name_end)
    value = _LABELLED.match(reading.raw, gap.end()) if gap and gap.group() else None
    if value is None or not _ENDS_ADDRESS.match(reading.low, value.end()):
        return None
    words = reading.low[value.start() : value.end()].split()
    if any(word in NOT_NAMES or (word in SURNAMES and word not in STREET_WORDS) for word in words):
        return None
    return Candidate(PiiClass.ADDRESS, value.start(), value.end(), 0.55, ("street-and-number", "context:name"))


def _streets(reading: Reading) -> Iterator[Candidate]:
    position = reading.kinds.find(b"a 0")
    while position >= 0:
        if reading.low[max(0, position - 2) : position + 1] in LAST_OF_STREETS and reading.low.endswith(
            STREET_ENDINGS, max(0, position - 12), position + 1
        ):
            candidate = _street_ending_at(reading, position + 1)
            if candidate:
                yield candidate
        position = reading.kinds.find(b"a 0", position + 1)


def _street_ending_at(reading: Reading, end: int) -> Candidate | None:
    start = _street_start(reading, end)
    match = _HOUSE_AND_TOWN.match(reading.raw, end + 1)
    if start is None or match is None:
        return None
    if match.group("town"):
        return Candidate(PiiClass.ADDRESS, start, match.end(), 0.3, ("street-and-number", "postcode-and-town"))
    return Candidate(PiiClass.ADDRESS, start, match.end(), 0.25, ("street-and-number",))


def _street_start(reading: Reading, end: int) -> int | None:
    """Give where a street's name begins: a compound with its prefixes, or the capitals before "Vej"."""
    start = _word_start(reading, end)
    if start is None or reading.kinds[start : start + 1] != b"A":
        return None
    word = reading.low[start:end]
    if word in NOT_NAMES:
        return None
    whole_word = word in STREET_WORDS
    found = start
    for _ in range(4):
        if found == 0 or reading.kinds[found - 1 : found] != b" ":
            break
        before = _word_start(reading, found - 1)
        if before is None or reading.kinds[before : before + 1] != b"A":
            break
        low = reading.low[before : found - 1]
        if low in NOT_NAMES or not (whole_word or low in STREET_PREFIXES):
            break
        found = before
    return None if whole_word and found == start else found


def _word_start(reading: Reading, end: int) -> int | None:
    match = _BACKWARDS.match(reading.raw[max(0, end - 40) : end][::-1])
    return end - match.end() if match else None
