"""The case's own people, searched for exactly, in every way the same data may be written.

Names are found by `known_names`. Numbers: their digits, whatever stands between them. Addresses: street and house
number with or without floor and town. Dates of birth: every way to write the same day. Plates and numbers of papers:
letter by letter with free spacing. Cost: one search of the text for each word of the terms that the text holds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from .birth_dates import MONTHS
from .candidates import Candidate
from .digits import DigitRow
from .findings import KnownTerm, PiiClass
from .known_names import Hit, find_known_name, words_of_name
from .misreading import LETTER, MISREAD, FoldedText, first_words, fold_text, spellings
from .reading import Reading, fold

_NUMBERS = (PiiClass.CPR, PiiClass.PHONE, PiiClass.ACCOUNT, PiiClass.CVR)
_COMPACT = (PiiClass.PASSPORT, PiiClass.DRIVING_LICENCE, PiiClass.LICENCE_PLATE, PiiClass.IBAN)
_FEWEST_DIGITS = 6
_MOST_TERMS = 20_000
_MOST_COMPACT = 40
_WORD = re.compile(rb"[a-z\xdf-\xf6\xf8-\xff0-9]+")
_FLOOR = re.compile(rb",? ?(?:st|kl|\d{1,2})(?:\.,? ?(?:(?:tv|th|mf)\b\.?|\d{1,4}\b)|\.|,? (?:tv|th|mf)\b\.?)")


def find_known(reading: Reading, rows: Sequence[DigitRow], known: Sequence[KnownTerm]) -> Iterator[Candidate]:
    """Yield every place where one of the known terms stands. Raises ValueError for more than 20,000 terms."""
    if len(known) > _MOST_TERMS:
        raise ValueError(f"at most {_MOST_TERMS} known terms, got {len(known)}")
    if not known:
        return
    text = fold_text(reading)
    digits = "/".join(row.digits for row in rows)
    for term in dict.fromkeys(known):
        if _may_stand(text, digits, term):
            reasons = ("known-party", f"role:{term.role}") if term.role else ("known-party",)
            for start, end, score, how in _find_term(text, rows, term):
                yield Candidate(term.pii_class, start, end, score, (*reasons, how) if how else reasons)


def _may_stand(text: FoldedText, digits: str, term: KnownTerm) -> bool:
    """Tell cheaply that a term stands nowhere, which is so for most terms of a case in most of its documents."""
    needed_digits, needed_words = _needed(term.pii_class, term.text)
    if needed_digits:
        return needed_digits in digits
    return not needed_words or not text.words.isdisjoint(needed_words) or not needed_words.isdisjoint(text.broken)


@lru_cache(maxsize=32768)
def _needed(pii_class: PiiClass, written: str) -> tuple[str, frozenset[bytes]]:
    """Give the digits, or else the folded words of which one, that a text must hold for a term to stand in it."""
    if _is_number(pii_class, written):
        return _significant(pii_class, _digits_of(written)), frozenset()
    if pii_class is PiiClass.NAME:
        return "", first_words(words_of_name(written))
    if pii_class is PiiClass.ADDRESS:
        parts = _address_parts(written)
        return "", first_words([_first_word(parts[0])] if parts else [])
    if pii_class is PiiClass.EMAIL:
        return "", first_words([_first_word(fold(written))])
    return "", frozenset()


def _first_word(text: bytes) -> bytes:
    match = _WORD.search(text)
    return match.group() if match else b""


def _is_number(pii_class: PiiClass, written: str) -> bool:
    return pii_class in _NUMBERS or (pii_class is PiiClass.PARTY and len(_digits_of(written)) >= _FEWEST_DIGITS)


def _digits_of(written: str) -> str:
    return "".join(character for character in written if character.isdecimal())


def _find_term(text: FoldedText, rows: Sequence[DigitRow], term: KnownTerm) -> Iterator[Hit]:
    if _is_number(term.pii_class, term.text):
        yield from _find_digits(rows, _significant(term.pii_class, _digits_of(term.text)))
    elif term.pii_class is PiiClass.NAME:
        yield from find_known_name(text, term.text, term.role)
    elif term.pii_class is PiiClass.ADDRESS:
        yield from _find_address(text, term.text)
    elif term.pii_class in _COMPACT:
        yield from _find_compact(text.reading, term.text)
    elif term.pii_class is PiiClass.BIRTH_DATE:
        yield from _find_date(text.reading, term.text)
    else:
        yield from _find_exact(text.reading, term.text)


def _significant(pii_class: PiiClass, digits: str) -> str:
    if pii_class is PiiClass.PHONE and len(digits) > 8:
        return digits.removeprefix("00").removeprefix("45")
    return digits


def _find_digits(rows: Iterable[DigitRow], digits: str) -> Iterator[Hit]:
    if len(digits) < _FEWEST_DIGITS:
        return
    for row in rows:
        first = row.digits.find(digits)
        while first >= 0:
            last = first + len(digits)
            if row.gaps[first] != "n" and row.gaps[last] != "n" and "x" not in row.gaps[first + 1 : last]:
                yield row.at[first], row.end(last), 1.0, ""
            first = row.digits.find(digits, first + 1)


def _find_address(text: FoldedText, written: str) -> Iterator[Hit]:
    parts = _address_parts(written)
    if parts is None:
        yield from _find_exact(text.reading, written)
        return
    reading, misread = text.reading, text.folded
    street, house = parts
    for form in spellings(street):
        pattern = _address_pattern(form, house)
        opening = form.partition(b" ")[0][:6]
        position = misread.find(opening)
        while position >= 0:
            match = pattern.match(misread, position)
            if match and (position == 0 or not LETTER.match(misread, position - 1)):
                exact = reading.low.startswith(street, position)
                floor = _FLOOR.match(reading.low, match.end())
                end = floor.end() if floor else match.end()
                yield position, end, 1.0 if exact else 0.92, "" if exact else "misread-or-respelled"
            position = misread.find(opening, position + 1)


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
    number = rb" {0,2}".join(re.escape(part.translate(MISREAD)) for part in re.findall(rb"\d+|[a-z]", house))
    return re.compile(words + gap + number + rb"(?![a-z0-9\xdf-\xff])")


def _find_exact(reading: Reading, text: str) -> Iterator[Hit]:
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


def _find_compact(reading: Reading, text: str) -> Iterator[Hit]:
    pattern = _compact_pattern(text)
    if pattern is not None:
        for match in pattern.finditer(reading.low):
            yield match.start(), match.end(), 1.0, ""


@lru_cache(maxsize=4096)
def _compact_pattern(text: str) -> re.Pattern[bytes] | None:
    """Match letters and digits in order with at most two marks or spaces between them: "AB 12 345", "ab12345"."""
    letters = [bytes((byte,)) for byte in fold(text) if chr(byte).isalnum()]
    if not 5 <= len(letters) <= _MOST_COMPACT:
        return None
    between = rb"[ \xa0\t\r\n.-]{0,2}"
    return re.compile(rb"(?<![a-z0-9])" + between.join(letters) + rb"(?![a-z0-9\xdf-\xff])")


def _find_date(reading: Reading, text: str) -> Iterator[Hit]:
    pattern = _date_pattern(text)
    if pattern is not None:
        for match in pattern.finditer(reading.low):
            yield match.start(), match.end(), 0.95, ""


@lru_cache(maxsize=4096)
def _date_pattern(text: str) -> re.Pattern[bytes] | None:
    """Match a day in every way to write it; `text` is "1962-05-12" or "12.05.1962"."""
    numbers = re.findall(r"\d+", text)
    if len(numbers) != 3 or 4 not in (len(numbers[0]), len(numbers[2])):
        return None
    if len(numbers[0]) == 4:
        numbers.reverse()
    day, month, year = (int(number) for number in numbers)
    if not 1 <= month <= 12:
        return None
    short = f"(?:{year}|'?{year % 100:02d})"
    name = MONTHS[month - 1]
    forms = (
        f"0?{day}\\.?[ \xa0]{{0,2}}(?:{name}|{name[:3]})\\.?[ \xa0,]{{0,2}}{short}",
        f"0?{day}[ ]?[./-][ ]?0?{month}[ ]?[./ -][ ]?{short}",
        f"{year}-{month:02d}-{day:02d}",
        f"{day:02d}{month:02d}{short}",
    )
    return re.compile(rb"(?<!\d)(?:" + "|".join(forms).encode("latin-1") + rb")(?!\d)")
