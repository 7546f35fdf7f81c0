"""The case's own people by name, in every way the same name may be written.

Whole, without middle names, turned round, with initials, after a title, in the genitive, respelled or misread; a
given name or surname alone at a lower score. A given name alone is somebody else's as often as not, so it counts
only for a party with a part in the case, or close to where that person is named in full."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .misreading import FoldedText, is_form_of
from .name_lists import NOT_NAMES, UNSURE_GIVEN_NAMES
from .reading import Reading, fold

_AFTER_WORD = re.compile(rb"(?:'?s)?([ \xa0\t\r\n.,-]{1,4})([a-z\xdf-\xf6\xf8-\xff]{1,32})(\.?)")
_TITLES = frozenset({b"hr", b"fru", b"frk", b"fr\xf8ken", b"familien", b"herr", b"dr", b"advokat", b"\xe6gteparret"})
_WORD_BACKWARDS = re.compile(rb"[ \xa0\t\r\n.-]{1,4}([a-z\xdf-\xf6\xf8-\xff0-9]{1,80})")
_WIDEST_BEFORE, _MOST_BEFORE = 80, 4
_NEAR_THE_ROLE = 80
_NEAR_THE_PERSON = 600

Hit = tuple[int, int, float, str]
"""Where a known term stands, how surely, and how it is written if not as the register has it."""


@dataclass(frozen=True, slots=True)
class _Name:
    given: tuple[bytes, ...]
    surname: bytes


@lru_cache(maxsize=4096)
def _name(text: str) -> _Name | None:
    turned = text.partition(",")
    if turned[1]:
        text = f"{turned[2]} {turned[0]}"
    words = [word for word in re.split(r"[\s.]+", text) if word]
    if len(words) < 2:
        return _Name((), fold(words[0])) if words and len(words[0]) > 2 else None
    return _Name(tuple(fold(word) for word in words[:-1]), fold(words[-1]))


def words_of_name(written: str) -> tuple[bytes, ...]:
    """Give the words of which one must stand in a text that the person is named in: surname and first given name."""
    name = _name(written)
    return (name.surname, *name.given[:1]) if name else ()


def find_known_name(text: FoldedText, written: str, role: str) -> Iterator[Hit]:
    """Yield the places of one known person's name. Linear: a search for each spelling, a few words around each."""
    name = _name(written)
    if name is None:
        return
    hits = list(_by_surname(text, name))
    yield from hits
    if name.given:
        whole = sorted(start for start, _, score, _ in hits if score > 0.8)
        yield from _by_given_name(text, name, fold(role), whole)


def _by_surname(text: FoldedText, name: _Name) -> Iterator[Hit]:
    for start, end in text.occurrences(name.surname):
        yield from _around_surname(text.reading, name, start, end)


def _around_surname(reading: Reading, name: _Name, start: int, end: int) -> Iterator[Hit]:
    first, whole, initials, titled = _given_before(reading, name, start)
    turned = _given_after(reading, name, end)
    exact = "" if reading.low[start:end].startswith(name.surname) else "misread-or-respelled"
    if whole:
        yield first, end, 0.92 if exact else 1.0, exact
    elif turned:
        yield start, turned, 0.97, "turned-round"
    elif initials:
        yield first, end, 0.88, "initials"
    elif titled:
        yield start, end, 0.88, "title-and-surname"
    elif _capital(reading, start) and not _another_person_before(reading, start):
        yield start, end, 0.45 if name.surname not in NOT_NAMES else 0.2, "surname-alone"


def _given_before(reading: Reading, name: _Name, start: int) -> tuple[int, bool, bool, bool]:
    """Walk back from a surname: where the name begins, and whether whole given names, initials or a title stand
    there."""
    first, whole, initials = start, False, False
    for word, at in _words_before(reading, start):
        if any(is_form_of(word, given) for given in name.given):
            first, whole = at, True
        elif len(word) <= 2 and any(given.startswith(word[:1]) for given in name.given) and _capital(reading, at):
            first, initials = at, True
        elif word in _TITLES:
            return first, whole, initials, True
        elif whole or len(word) == 1 or not _capital(reading, at):
            break
        else:
            continue  # a middle name or maiden name the register does not have: "Anders Bech Hansen"
    return first, whole, initials, False


def _words_before(reading: Reading, start: int) -> list[tuple[bytes, int]]:
    """Read up to four words backwards from a place, with where each begins."""
    backwards = reading.low[max(0, start - _WIDEST_BEFORE) : start][::-1]
    words: list[tuple[bytes, int]] = []
    match = _WORD_BACKWARDS.match(backwards)
    while match and len(words) < _MOST_BEFORE:
        words.append((match.group(1)[::-1], start - match.end()))
        match = _WORD_BACKWARDS.match(backwards, match.end())
    return words


def _given_after(reading: Reading, name: _Name, end: int) -> int | None:
    """Give the end of "Hansen, Anders Peter" where a given name follows the surname and a comma."""
    found = None
    position = end
    for k in range(4):
        match = _AFTER_WORD.match(reading.low, position)
        if match is None or (k == 0 and b"," not in match.group(1)):
            break
        word = match.group(2)
        if not any(is_form_of(word, given) or (len(word) == 1 and given.startswith(word)) for given in name.given):
            break
        position = match.end(2)
        found = match.end() if len(word) == 1 else position
    return found


def _another_person_before(reading: Reading, start: int) -> bool:
    """Tell whether another capitalised word stands right before a surname: "Mette Hansen" when the party is
    Anders."""
    words = _words_before(reading, start)
    return bool(words) and _capital(reading, words[0][1]) and start - words[0][1] == len(words[0][0]) + 1


def _capital(reading: Reading, at: int) -> bool:
    return reading.kinds[at : at + 1] == b"A"


def _by_given_name(text: FoldedText, name: _Name, role: bytes, whole: list[int]) -> Iterator[Hit]:
    reading = text.reading
    for start, end in text.occurrences(name.given[0]):
        if not _capital(reading, start):
            continue
        match = _AFTER_WORD.match(reading.low, end)
        next_word = match.group(2) if match and _capital(reading, match.start(2)) else b""
        if match and len(next_word) == 1 and name.surname.startswith(next_word):
            yield start, match.end(), 0.88, "surname-initial"
        elif match and next_word and any(is_form_of(next_word, given) for given in name.given[1:]):
            yield start, match.end(2), 0.85, "given-names"
        elif match and next_word and match.group(1) in (b" ", b"\xa0"):
            continue  # another surname follows; the whole name was found from the surname
        elif len(name.given[0]) > 2:
            yield start, end, _worth_alone(reading, start, name.given[0], role, whole), "given-name-alone"


def _worth_alone(reading: Reading, start: int, given: bytes, role: bytes, whole: list[int]) -> float:
    """Weigh a given name with nothing behind it: "Anders", "Bo"."""
    after = bisect_left(whole, start - _NEAR_THE_PERSON)
    near_person = after < len(whole) and whole[after] < start + _NEAR_THE_PERSON
    near_role = bool(role) and role in reading.low[max(0, start - _NEAR_THE_ROLE) : start + _NEAR_THE_ROLE]
    if near_role or near_person:
        return 0.45
    return 0.45 if role and given not in UNSURE_GIVEN_NAMES else 0.25
