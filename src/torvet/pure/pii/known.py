"""The case's own people, searched for exactly, in every way the same data may be written.

Names: whole, without middle names, turned round, with initials, after a title, in the genitive, with aa for
å and oe for ø, with common misreadings; also a given name or surname alone, at a lower score. Numbers:
their digits, whatever stands between them. Addresses: street and house number with or without floor and
town. Anything else: letter by letter with free spacing. Cost: one search of the text for each distinct word
of the terms."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .candidates import Candidate
from .digits import DigitRow
from .findings import KnownTerm, PiiClass
from .name_lists import NOT_NAMES, UNSURE_GIVEN_NAMES
from .reading import LOWER, Reading, fold

_NUMBERS = (PiiClass.CPR, PiiClass.PHONE, PiiClass.ACCOUNT)
_FEWEST_DIGITS = 6
_MOST_TERMS = 400
_LETTER = re.compile(rb"[a-z\xdf-\xf6\xf8-\xff0-9]")
_AFTER_WORD = re.compile(rb"(?:'?s)?([ \xa0\t\r\n.,-]{1,4})([a-z\xdf-\xf6\xf8-\xff]{1,32})(\.?)")
_GENITIVE = re.compile(rb"(?:'s|s|')?(?![a-z\xdf-\xf6\xf8-\xff0-9])")
_TITLES = frozenset({b"hr", b"fru", b"frk", b"fr\xf8ken", b"familien", b"herr", b"dr", b"advokat", b"\xe6gteparret"})
_FLOOR = re.compile(rb",? ?(?:st|kl|\d{1,2})(?:\.,? ?(?:(?:tv|th|mf)\b\.?|\d{1,4}\b)|\.|,? (?:tv|th|mf)\b\.?)")


def _misread_table() -> bytes:
    """Fold letters that optical reading mixes up: i l 1 | ! become l, 0 becomes o, 5 s, 8 b, c e, ø o, å a."""
    table = bytearray(LOWER)
    for letters, letter in (
        ("il1|!Iíì", "l"),
        ("0OøØöÖóò", "o"),
        ("5", "s"),
        ("8", "b"),
        ("cC", "e"),
        ("åÅäÄáà", "a"),
        ("éÉèë", "e"),
    ):
        for each in letters:
            table[ord(each)] = ord(letter)
    return bytes(table)


_MISREAD = _misread_table()
_SPELLINGS = (
    (b"\xe5", b"aa"),
    (b"\xf8", b"oe"),
    (b"\xe6", b"ae"),
    (b"aa", b"\xe5"),
    (b"m", b"rn"),
    (b"\xfc", b"y"),
)


@dataclass(frozen=True, slots=True)
class _Name:
    given: tuple[bytes, ...]
    surname: bytes


def find_known(reading: Reading, rows: Sequence[DigitRow], known: Sequence[KnownTerm]) -> Iterator[Candidate]:
    """Yield every place where one of the known terms stands. Raises ValueError for more than 400 terms."""
    if len(known) > _MOST_TERMS:
        raise ValueError(f"at most {_MOST_TERMS} known terms, got {len(known)}")
    misread = reading.raw.translate(_MISREAD) if known else b""
    for term in known:
        reasons = ("known-party", f"role:{term.role}") if term.role else ("known-party",)
        for start, end, score, how in _find_term(reading, misread, rows, term):
            yield Candidate(term.pii_class, start, end, score, (*reasons, how) if how else reasons)


_Hit = tuple[int, int, float, str]


def _find_term(reading: Reading, misread: bytes, rows: Sequence[DigitRow], term: KnownTerm) -> Iterator[_Hit]:
    digits = "".join(character for character in term.text if character.isdecimal())
    if term.pii_class in _NUMBERS or (term.pii_class is PiiClass.PARTY and len(digits) >= _FEWEST_DIGITS):
        yield from _find_digits(rows, _significant(term.pii_class, digits))
    elif term.pii_class is PiiClass.NAME:
        name = _name(term.text)
        if name:
            yield from _find_name(reading, misread, name)
    elif term.pii_class is PiiClass.ADDRESS:
        yield from _find_address(reading, misread, term.text)
    else:
        yield from _find_exact(reading, term.text)


def _significant(pii_class: PiiClass, digits: str) -> str:
    if pii_class is PiiClass.PHONE and len(digits) > 8:
        return digits.removeprefix("00").removeprefix("45")
    return digits


def _find_digits(rows: Iterable[DigitRow], digits: str) -> Iterator[_Hit]:
    if len(digits) < _FEWEST_DIGITS:
        return
    for row in rows:
        first = row.digits.find(digits)
        while first >= 0:
            last = first + len(digits)
            if row.gaps[first] != "n" and row.gaps[last] != "n" and "x" not in row.gaps[first + 1 : last]:
                yield row.at[first], row.end(last), 1.0, ""
            first = row.digits.find(digits, first + 1)


@lru_cache(maxsize=4096)
def _name(text: str) -> _Name | None:
    turned = text.partition(",")
    if turned[1]:
        text = f"{turned[2]} {turned[0]}"
    words = [word for word in re.split(r"[\s.]+", text) if word]
    if len(words) < 2:
        return _Name((), fold(words[0])) if words and len(words[0]) > 2 else None
    return _Name(tuple(fold(word) for word in words[:-1]), fold(words[-1]))


@lru_cache(maxsize=8192)
def _spellings(word: bytes) -> tuple[tuple[bytes, str], ...]:
    """Give the forms of a word to search for in the misread-folded text, the word itself first."""
    forms = {word.translate(_MISREAD): ""}
    for old, new in _SPELLINGS:
        if old in word:
            forms.setdefault(word.replace(old, new).translate(_MISREAD), "spelling")
    return tuple(forms.items())


def _occurrences(misread: bytes, word: bytes) -> Iterator[tuple[int, int]]:
    """Yield where a word stands alone or in the genitive, in any of its spellings."""
    for form, _ in _spellings(word):
        position = misread.find(form)
        while position >= 0:
            end = _GENITIVE.match(misread, position + len(form))
            if end and (position == 0 or not _LETTER.match(misread, position - 1)):
                yield position, end.end()
            position = misread.find(form, position + 1)


def _is_form_of(word: bytes, expected: bytes) -> bool:
    folded = word.translate(_MISREAD)
    return any(folded == form or folded == form + b"s" for form, _ in _spellings(expected))


def _find_name(reading: Reading, misread: bytes, name: _Name) -> Iterator[_Hit]:
    for start, end in _occurrences(misread, name.surname):
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
        elif reading.kinds[start : start + 1] == b"A" and not _another_person_before(reading, start):
            yield start, end, 0.45 if name.surname not in NOT_NAMES else 0.2, "surname-alone"
    if name.given:
        yield from _find_given(reading, misread, name)


def _given_before(reading: Reading, name: _Name, start: int) -> tuple[int, bool, bool, bool]:
    """Walk back from a surname: where the name begins, and whether whole given names, initials or a title stand
    there."""
    first, whole, initials = start, False, False
    for word, at in _words_before(reading, start):
        if any(_is_form_of(word, given) for given in name.given):
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
    window_start = max(0, start - 80)
    window = reading.low[window_start:start]
    words: list[tuple[bytes, int]] = []
    end = len(window)
    while len(words) < 4:
        gap_start = len(window[:end].rstrip(b" \xa0\t\r\n.-"))
        if not 0 < end - gap_start <= 4:
            break
        word_start = gap_start
        while word_start > 0 and _LETTER.match(window, word_start - 1, word_start):
            word_start -= 1
        if word_start == gap_start:
            break
        words.append((window[word_start:gap_start], window_start + word_start))
        end = word_start
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
        if not any(_is_form_of(word, given) or (len(word) == 1 and given.startswith(word)) for given in name.given):
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


def _find_given(reading: Reading, misread: bytes, name: _Name) -> Iterator[_Hit]:
    given = name.given[0]
    for start, end in _occurrences(misread, given):
        if not _capital(reading, start):
            continue
        match = _AFTER_WORD.match(reading.low, end)
        if (
            match
            and len(match.group(2)) == 1
            and name.surname.startswith(match.group(2))
            and _capital(reading, match.start(2))
        ):
            yield start, match.end(), 0.88, "surname-initial"
        elif match and match.group(1) in (b" ", b"\xa0") and _capital(reading, match.start(2)):
            continue  # another surname follows; the whole name was found from the surname
        elif len(given) > 2:
            yield start, end, 0.25 if given in UNSURE_GIVEN_NAMES else 0.45, "given-name-alone"


def _find_address(reading: Reading, misread: bytes, text: str) -> Iterator[_Hit]:
    parts = _address_parts(text)
    if parts is None:
        yield from _find_exact(reading, text)
        return
    street, house = parts
    for form, _ in _spellings(street):
        pattern = _address_pattern(form, house)
        position = misread.find(form[:6])
        while position >= 0:
            match = pattern.match(misread, position)
            if match and (position == 0 or not _LETTER.match(misread, position - 1)):
                exact = reading.low.startswith(street, position)
                floor = _FLOOR.match(reading.low, match.end())
                end = floor.end() if floor else match.end()
                yield position, end, 1.0 if exact else 0.92, "" if exact else "misread-or-respelled"
            position = misread.find(form[:6], position + 1)


@lru_cache(maxsize=4096)
def _address_parts(text: str) -> tuple[bytes, bytes] | None:
    match = re.match(r"\s*(\D{3,60}?)\s+(\d{1,3})\s?([A-Za-z]?)(?![A-Za-z0-9])", text)
    if match is None:
        return None
    return b" ".join(fold(match.group(1)).split()), fold(match.group(2) + match.group(3))


@lru_cache(maxsize=4096)
def _address_pattern(street: bytes, house: bytes) -> re.Pattern[bytes]:
    gap = rb"[ \xa0\t\r\n-]{1,4}"
    words = gap.join(re.escape(word) for word in street.split())
    number = rb" {0,2}".join(re.escape(part.translate(_MISREAD)) for part in re.findall(rb"\d+|[a-z]", house))
    return re.compile(words + gap + number + rb"(?![a-z0-9\xdf-\xff])")


def _find_exact(reading: Reading, text: str) -> Iterator[_Hit]:
    pattern = _exact_pattern(text)
    if pattern is None:
        return
    first = fold(text.split()[0])
    position = reading.low.find(first)
    while position >= 0:
        match = pattern.match(reading.low, position)
        if match:
            yield position, match.end(), 1.0, ""
        position = reading.low.find(first, position + 1)


@lru_cache(maxsize=4096)
def _exact_pattern(text: str) -> re.Pattern[bytes] | None:
    words = fold(text).split()
    if not words or len(b"".join(words)) < 3:
        return None
    return re.compile(rb"[ \xa0\t\r\n]{1,6}".join(re.escape(word) for word in words) + rb"(?![a-z0-9\xdf-\xff])")
