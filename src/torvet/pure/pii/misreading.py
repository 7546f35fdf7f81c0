"""How a known word may stand in a text: misread by a machine, respelled, in the genitive, or broken over a line.

One fold of the text serves all the words of all known terms. A set of the text's own words is made once, so that a
word that stands nowhere costs a look-up and no search."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .reading import LOWER, Reading

LETTER = re.compile(rb"[a-z\xdf-\xf6\xf8-\xff0-9]")
_GENITIVE = re.compile(rb"(?:'s|s|')?(?![a-z\xdf-\xf6\xf8-\xff])")
_WORD_BREAK = re.compile(rb"-\r?\n[ \t]{0,8}")
_WORD_END = re.compile(rb"[a-z\xdf-\xf6\xf8-\xff]{2,30}")
_LONGEST_PART = 30


def _misread_table() -> bytes:
    """Fold letters that optical reading mixes up: i l 1 | ! become l, 0 becomes o, 5 s, 8 b, c e, ø o, å a."""
    table = bytearray(LOWER)
    for letters, letter in (
        ("il1|!Iíìï", "l"),
        ("0OøØöÖóòô", "o"),
        ("5", "s"),
        ("8", "b"),
        ("cCç", "e"),
        ("åÅäÄáàâã", "a"),
        ("éÉèëê", "e"),
        ("üÜúû", "u"),
        ("ñ", "n"),
    ):
        for each in letters:
            table[ord(each)] = ord(letter)
    return bytes(table)


MISREAD = _misread_table()


def _word_table(keep_digits: bool) -> bytes:
    """Fold as MISREAD does, with a space for every character that ends a word."""
    table = bytearray(b" " * 256)
    for byte in range(256):
        character = chr(byte)
        if character.isalpha() or (keep_digits and character in "0123456789|!"):
            table[byte] = MISREAD[byte]
    return bytes(table)


_WORDS_WITH_DIGITS = _word_table(keep_digits=True)
_WORDS_OF_LETTERS = _word_table(keep_digits=False)
# What stands in a text for what stands in the register. The longer form is searched for where it holds the shorter.
_SPELLINGS = (
    (b"\xe5", b"aa"),
    (b"\xf8", b"oe"),
    (b"\xe6", b"ae"),
    (b"\xfc", b"ue"),
    (b"\xf6", b"oe"),
    (b"\xe4", b"ae"),
    (b"aa", b"\xe5"),
    (b"m", b"rn"),
    (b"rn", b"m"),
    (b"w", b"vv"),
    (b"\xfc", b"y"),
    (b"\xe6", b"\xe4"),
)


@lru_cache(maxsize=8192)
def spellings(word: bytes) -> tuple[bytes, ...]:
    """Give the forms of a word in lower case to search for in a folded text, the word itself first."""
    forms = {word.translate(MISREAD): None}
    for old, new in _SPELLINGS:
        if old in word:
            forms.setdefault(word.replace(old, new).translate(MISREAD))
    return tuple(forms)


def is_form_of(word: bytes, expected: bytes) -> bool:
    """Tell whether a word in lower case may be another writing of the expected one, in the genitive or not."""
    folded = word.translate(MISREAD)
    return any(folded == form or folded == form + b"s" for form in spellings(expected))


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text ready to be searched for known words, its letters folded by MISREAD."""

    reading: Reading
    folded: bytes
    words: set[bytes]
    broken: dict[bytes, list[tuple[int, int]]]

    def may_hold(self, word: bytes) -> bool:
        """Tell whether a folded word stands anywhere, alone or in the genitive."""
        return word in self.words or word + b"s" in self.words

    def occurrences(self, word: bytes) -> Iterator[tuple[int, int]]:
        """Yield where a word in lower case stands, in any spelling, alone, in the genitive or broken over a line."""
        for form in spellings(word):
            if self.may_hold(form):
                yield from self._places(form)
            if self.broken:
                yield from self.broken.get(form, ())
                yield from self.broken.get(form + b"s", ())

    def _places(self, form: bytes) -> Iterator[tuple[int, int]]:
        low = self.reading.low
        position = self.folded.find(form)
        while position >= 0:
            end = _GENITIVE.match(low, position + len(form))
            if end and (position == 0 or not LETTER.match(low, position - 1)):
                yield position, end.end()
            position = self.folded.find(form, position + 1)


def fold_text(reading: Reading) -> FoldedText:
    """Fold a text of n characters in O(n)."""
    words = set(reading.raw.translate(_WORDS_WITH_DIGITS).split())
    words.update(reading.raw.translate(_WORDS_OF_LETTERS).split())
    return FoldedText(reading, reading.raw.translate(MISREAD), words, _broken_words(reading))


def _broken_words(reading: Reading) -> dict[bytes, list[tuple[int, int]]]:
    """Join the words that a hyphen breaks over a line end, in the folded form: "Kjær-" and "gaard" is one word."""
    found: dict[bytes, list[tuple[int, int]]] = {}
    for line_end in (b"-\n", b"-\r\n"):
        position = reading.low.find(line_end)
        while position >= 0:
            gap = _WORD_BREAK.match(reading.low, position)
            rest = _WORD_END.match(reading.low, gap.end()) if gap else None
            first = _WORD_END.match(reading.low[max(0, position - _LONGEST_PART) : position][::-1])
            if first and rest:
                joined = (first.group()[::-1] + rest.group()).translate(MISREAD)
                found.setdefault(joined, []).append((position - first.end(), rest.end()))
            position = reading.low.find(line_end, position + 1)
    return found


def first_words(words: Iterable[bytes]) -> frozenset[bytes]:
    """Give every folded form, in the genitive too, that a text must hold if one of the words is to stand in it."""
    forms = [form for word in words for form in spellings(word)]
    return frozenset((*forms, *(form + b"s" for form in forms)))
