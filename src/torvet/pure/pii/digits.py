"""Stretches of text that are dense with digits, read as rows of digits with the kind of gap between them.

Prose is passed over at the speed of one search; only these stretches are looked at one digit at a time. A
gap may be a line end, a table cell or a hyphen, so a number that is broken over lines is read as one
without a second pass."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .reading import Reading

NONE, SPACE, DASH, DOT, SLASH, CELL, WIDE, BREAK, HYPHEN_BREAK, MARK, OTHER = "nsdplcwbhmx"

MISREAD = dict(zip("OoDQlIi|SsBZG", "0000111155826", strict=True))
"""Letters that optical reading gives for a digit; the upright bar is one only where digits touch it."""

_MARKS = ",:*~=+"
_SEPARATORS = " \xa0\t\r\n\x0b\x0c\x85-._/|·;()" + _MARKS
_LONGEST_GAP = 24
_FEWEST_DIGITS = 6
_FEWEST_BESIDE_LETTERS = 3  # "O1O1OO-OOO1" has no more
_FEWEST_WITH_LETTERS = 10


def _zone_table() -> bytes:
    table = bytearray(b"?" * 256)
    for byte in range(256):
        character = chr(byte)
        if "0" <= character <= "9":
            table[byte] = ord("0")
        elif character in _SEPARATORS:
            table[byte] = ord("-")
        elif character in MISREAD:
            table[byte] = ord("o")
    return bytes(table)


_ZONES = _zone_table()
_SIGNS = b"0o"
_AMOUNTS = (b"000-000", b"0-000-000", b"00-000-000", b"000-000-000")
_LETTERS = frozenset(MISREAD) - {"|"}
_TO_DIGITS = str.maketrans(MISREAD)
_NONE_MISREAD: frozenset[int] = frozenset()
_ZONE = re.compile(rb"0[0o-]{6,}")
_TOKEN = re.compile(rb"[0o]+")
_DIGITS = re.compile(rb"0+")
_MIXED = re.compile(rb"0o|o0|0-o{4}")
_BAR = re.compile(rb"(?<=[0-9A-Za-z|-])\||\|(?=[0-9|]{3})")


@dataclass(frozen=True, slots=True)
class DigitRow:
    """A row of n digits: where each stands in the reading, and the n + 1 gaps around them."""

    digits: str
    at: list[int]
    gaps: str
    misread: frozenset[int]

    def end(self, index: int) -> int:
        """Give the position just after the digit before `index`."""
        return self.at[index - 1] + 1


def digit_rows(reading: Reading) -> Iterator[DigitRow]:
    """Yield every digit row, and where letters may be misread digits the same stretch read that way too.

    Linear in the length of the text: the stretches do not overlap and each is read at most three times.
    """
    zones = reading.raw.translate(_ZONES)
    has_bars = b"|" in reading.raw
    yield from _nearly_all_letters(reading, zones)
    for match in _ZONE.finditer(zones):
        start, end = match.span()
        stretch = zones[start:end]
        digits = stretch.count(b"0")
        if digits < _FEWEST_BESIDE_LETTERS:
            continue
        if has_bars and b"|" in reading.raw[max(0, start - 1) : end]:
            yield from _with_bars(reading, zones, start, end)
        if digits >= _FEWEST_DIGITS and not _is_plain(reading, stretch, start):
            yield _row(reading, [m.span() for m in _DIGITS.finditer(zones, start, end)])
        if (b"o" in stretch or zones[start - 1 : start] == b"o") and _MIXED.search(zones, max(0, start - 1), end):
            first = _with_misread_start(reading, zones, start)
            tokens = _tokens_with_misread(reading, zones[first:end], first)
            if sum(token_end - token_start for token_start, token_end in tokens) >= _FEWEST_WITH_LETTERS:
                yield _row(reading, tokens)


def _nearly_all_letters(reading: Reading, zones: bytes) -> Iterator[DigitRow]:
    """Yield six signs, a hyphen and four where hardly a digit was read as one: "lSllS6-SOBB"."""
    position = reading.raw.find(b"-", 6)
    while position >= 0:
        start, end = position - 6, position + 5
        signs = b""
        if zones[position - 1] in _SIGNS and zones[start] in _SIGNS:
            signs = zones[start:position] + zones[position + 1 : end]
        if len(signs) == 10 and not signs.strip(b"0o") and 1 <= signs.count(b"0") <= _FEWEST_DIGITS:
            beside = reading.kinds[start - 1 : start] + reading.kinds[end : end + 1]
            if not beside.strip(b" n?."):
                yield _row(reading, [(start, position), (position + 1, end)])
        position = reading.raw.find(b"-", position + 1)


def _with_bars(reading: Reading, zones: bytes, start: int, end: int) -> Iterator[DigitRow]:
    """Yield the stretch with the upright bars that touch digits read as ones."""
    start -= start > 0 and reading.raw[start - 1 : start] == b"|"
    stretch = bytearray(zones[start:end])
    for bar in _BAR.finditer(reading.raw, start, end):
        stretch[bar.start() - start] = ord("o")
    tokens = _tokens_with_misread(reading, bytes(stretch), start)
    if sum(token_end - token_start for token_start, token_end in tokens) >= _FEWEST_WITH_LETTERS:
        yield _row(reading, tokens)


def _is_plain(reading: Reading, stretch: bytes, start: int) -> bool:
    """Tell whether a stretch is 12-03-2024 or 1.250.000 and nothing more, which most stretches are."""
    shape = stretch.rstrip(b"-")
    if start and reading.raw[start - 1 : start] not in (b" ", b"\n"):
        return False
    if shape == b"00-00-0000":
        return reading.raw[start + 6 : start + 8] in (b"19", b"20")
    return shape in _AMOUNTS and reading.raw.count(b".", start, start + len(shape)) == shape.count(b"-")


def _with_misread_start(reading: Reading, zones: bytes, start: int) -> int:
    """Step back over letters that stand where a number's first digits may have been misread: "O10180"."""
    first = start
    while first > 0 and start - first < 6 and zones[first - 1 : first] == b"o":
        first -= 1
    ends_a_word = first > 0 and reading.kinds[first - 1 : first] in (b"a", b"A")
    return start if ends_a_word else first


def _tokens_with_misread(reading: Reading, stretch: bytes, offset: int) -> list[tuple[int, int]]:
    """Give the tokens of a stretch, with letters inside numbers read as digits; words of such letters are left
    out."""
    tokens = []
    end = offset + len(stretch)
    for match in _TOKEN.finditer(stretch):
        token_start, token_end = match.start() + offset, match.end() + offset
        if b"0" not in match.group() and reading.raw[token_start - 1 : token_start] != b"-":
            continue
        if token_end == end and reading.kinds[end : end + 1] in (b"a", b"A"):
            token_end = token_start + len(match.group().rstrip(b"o"))
        tokens.append((token_start, token_end))
    return tokens


def _row(reading: Reading, tokens: list[tuple[int, int]]) -> DigitRow:
    raw = reading.raw
    at: list[int] = []
    gaps = OTHER
    letters = b""
    previous_end = -1
    for start, end in tokens:
        if previous_end >= 0:
            gaps += _gap(raw[previous_end : min(start, previous_end + _LONGEST_GAP + 1)])
        at += range(start, end)
        gaps += NONE * (end - start - 1)
        letters += raw[start:end]
        previous_end = end
    text = letters.decode("latin-1")
    if letters.isdigit():
        return DigitRow(text, at, gaps + OTHER, _NONE_MISREAD)
    misread = frozenset(k for k, letter in enumerate(text) if letter in MISREAD)
    return DigitRow(text.translate(_TO_DIGITS), at, gaps + OTHER, misread)


@lru_cache(maxsize=4096)
def _gap(between: bytes) -> str:
    text = between.decode("latin-1").replace("\xa0", " ")
    if len(text) > _LONGEST_GAP or not _LETTERS.isdisjoint(text):
        return OTHER
    if any(end in text for end in "\r\n\x0b\x0c\x85"):
        rest = "".join(c for c in text if c not in " \t\r\n\x0b\x0c\x85|")
        return HYPHEN_BREAK if rest in ("-", "_") else BREAK if not rest else OTHER
    core = text.strip(" ()")
    if not core:
        return (
            SPACE if len(text) == 1 or text.strip(" ") in ("(", ")") else WIDE if len(text) <= _LONGEST_GAP else OTHER
        )
    if core in ("-", "--", "_"):
        return DASH
    if core in (".", "·"):
        return DOT
    if core == "/":
        return SLASH
    if core in _MARKS:
        return MARK
    return CELL if not core.strip("|\t; ") else OTHER
