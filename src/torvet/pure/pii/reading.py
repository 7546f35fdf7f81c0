"""A text as the rules read it: one byte a character, with the way back to the original offsets.

Danish text is nearly always Latin-1, and then reading costs one encode. Anything else is unified first, one
character at a time (NFKC): dashes, spaces and digits of every script, letters without their foreign
accents, ligatures opened. Characters with no width are dropped, so a soft hyphen inside a number hides
nothing. A raised digit or two (m², note marks) stay what they are: a note mark after a number is no digit of
it; three or more in a row are a number."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

_UNUSUAL = re.compile("[^\x00-\x01\x03-\xac\xae-\xff]+")
_UNKNOWN = "?"
_RAISED_NUMBER = re.compile("[⁰¹²³⁴-⁹]{3,}")
_RAISED_LATIN_1 = re.compile(rb"[\xb9\xb2\xb3]{3}")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# Letters that Unicode gives no decomposition, and marks that the rules know under one form only.
_SPECIAL = {
    **dict(zip("ŁłĐđĦħŦŧıŒœ‘’‚‛´ʼ“”„", "LlDdHhTtiOo" + "'" * 6 + '"' * 3, strict=True)),
    "\u2028": "\n",
    "\u2029": "\n",
    "\u2022": "·",
    "\u2212": "-",
    "\u2043": "-",
    "\u00ad": "",
    "\x02": "-",  # what PDFium writes for the hyphen that ends a line
    "\ufffe": "-",
    "\uffff": "-",
}


def _lower_table() -> bytes:
    return bytes(ord(chr(b).lower()) if len(chr(b).lower()) == 1 else b for b in range(256))


def _kind_of(byte: int) -> str:
    character = chr(byte)
    if "0" <= character <= "9":
        return "0"
    if character.isalpha() and byte not in (0xAA, 0xBA):
        return "A" if character.isupper() else "a"
    if character in "\n\r\x0b\x0c\x85":
        return "n"
    if character in " \xa0\t":
        return " "
    return character if character in ".-'@:+," else "?"


def _flat_table() -> bytes:
    """Lower case, with a space for whatever may stand before a word: line ends, tabs, quotes, brackets, quote marks."""
    table = bytearray(_lower_table())
    for character in '\r\n\t\x0b\x0c\x85\xa0>|*"«»([{':
        table[ord(character)] = ord(" ")
    return bytes(table)


LOWER = _lower_table()
FLAT = _flat_table()
KINDS = "".join(_kind_of(byte) for byte in range(256)).encode("ascii")


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where reading and original run out of step: from `read[k]` on, original is `original[k]` + distance."""

    read: list[int]
    original: list[int]

    def start(self, position: int) -> int:
        """Give the original offset of the character read at `position`."""
        k = bisect_right(self.read, position) - 1
        found = self.original[k] + position - self.read[k]
        return min(found, self.original[k + 1] - 1) if k + 1 < len(self.read) else found

    def end(self, position: int) -> int:
        """Give the original offset after the character read before `position`, and after all dropped there."""
        k = bisect_right(self.read, position) - 1
        if self.read[k] == position:
            return self.original[k]
        return self.start(position - 1) + 1


@dataclass(frozen=True, slots=True)
class Reading:
    """A text in the four forms that the rules search.

    `raw` is the unified text in Latin-1, `low` the same in lower case, `flat` that with a space before every word
    that a line end, a bracket or a quote mark stands before; `kinds` one letter a character:
    A capital, a small letter, 0 digit, n line end, space, the marks . - ' @ : + , themselves, ? anything else.
    """

    raw: bytes
    low: bytes
    flat: bytes
    kinds: bytes
    offsets: Offsets | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the code points of the original text that the characters `start` to `end` were read from."""
        if self.offsets is None:
            return start, end
        return self.offsets.start(start), self.offsets.end(end)


def read(text: str) -> Reading:
    """Read a text of n code points in O(n) time.

    `read("250258\\u00ad-5000").raw == b"250258-5000"`.
    """
    raw, offsets = _encode(text)
    return Reading(raw, raw.translate(LOWER), raw.translate(FLAT), raw.translate(KINDS), offsets)


def fold(text: str) -> bytes:
    """Give a short string in the lower-case form that `Reading.low` would have it in."""
    return _encode(text)[0].translate(LOWER)


def _encode(text: str) -> tuple[bytes, Offsets | None]:
    try:
        raw = text.encode("latin-1")
    except UnicodeEncodeError:
        return _unify(text)
    if b"\xad" in raw or b"\x02" in raw or _holds_raised_number(raw):
        return _unify(text)
    return raw, None


def _holds_raised_number(raw: bytes) -> bool:
    return (b"\xb2" in raw or b"\xb3" in raw or b"\xb9" in raw) and _RAISED_LATIN_1.search(raw) is not None


def _with_raised_numbers_lowered(text: str) -> str:
    return _RAISED_NUMBER.sub(lambda number: number.group().translate(_LOWERED), text)


def _unify(text: str) -> tuple[bytes, Offsets | None]:
    text = _with_raised_numbers_lowered(text)
    pieces: list[str] = []
    offsets = Offsets([0], [0])
    length = done = 0
    for run in _UNUSUAL.finditer(text):
        before = text[done : run.start()]
        pieces.append(before)
        length += len(before)
        done = run.start()
        for character in run.group():
            unified = _unified(character)
            if not unified and unicodedata.combining(character):
                _compose(pieces, character)
            done += 1
            if len(unified) != 1:
                if len(unified) > 1:
                    _note(offsets, length, done - 1)
                _note(offsets, length + len(unified), done)
            pieces.append(unified)
            length += len(unified)
    pieces.append(text[done:])
    raw = "".join(pieces).encode("latin-1", "replace")
    return raw, None if (offsets.read, offsets.original) == ([0], [0]) else offsets


def _note(offsets: Offsets, read_at: int, original_at: int) -> None:
    if offsets.read[-1] == read_at:
        offsets.original[-1] = original_at
        return
    offsets.read.append(read_at)
    offsets.original.append(original_at)


def _compose(pieces: list[str], mark: str) -> None:
    """Put a combining mark on the letter before it: "a" and a ring above are the letter å."""
    for k in range(len(pieces) - 1, max(len(pieces) - 4, -1), -1):
        if pieces[k]:
            composed = unicodedata.normalize("NFC", pieces[k][-1] + mark)
            if len(composed) == 1 and composed < "\u0100":
                pieces[k] = pieces[k][:-1] + composed
            return


@lru_cache(maxsize=8192)
def _unified(character: str) -> str:
    special = _SPECIAL.get(character)
    if special is not None:
        return special
    category = unicodedata.category(character)
    if category in ("Cf", "Mn", "Me", "Cc"):
        return ""
    if category == "Pd":
        return "-"
    if category == "Zs":
        return " "
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    plain = unicodedata.normalize("NFKC", character)
    if not _is_latin_1(plain):
        plain = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    return plain if plain and _is_latin_1(plain) else _UNKNOWN


def _is_latin_1(text: str) -> bool:
    return all(character < "\u0100" for character in text)
