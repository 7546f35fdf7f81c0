"""Decides whether a text still holds a secret.

The rules, all on text in Unicode form NFKC, case-folded, without soft hyphens and zero-width characters:

- Spaces, line ends and punctuation do not count: "010180-0008", "0101 80 00 08" and a number cut by a page
  break are the same; so are "Anders Bak", "AndersBak" and "An-ders  Bak".
- A secret of letters must begin and end where a word does: "Bak" is not in "Bakken". A Danish genitive counts
  as the same name ("Baks", "Bak's") from four letters on. Words of twelve letters or more are found anywhere.
- Words in reversed order ("Bak, Anders"), and with the last word first ("Jensen, Anders Bak"), are the same
  secret.
- A number of at least eight digits is found anywhere in the text's digits; one of six or seven must not be
  part of a longer number; a shorter one is a word. Letters among the digits do not count if at least half of
  it is digits.

`misread_in` is for text that a machine read from a picture. There, beside all this, signs that look alike are the
same (0 and O, 1 and l and I, 5 and S, 8 and B, 2 and Z, 6 and G, m and rn, a and å, o and ø), and words may run
together. Secrets of fewer than five signs are not searched that loosely: "Bo" would be in every "80".
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

_IGNORED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0002\ufffe"))
_NOT_ALNUM = re.compile(r"[\W_]+")
_NOT_DIGIT = re.compile(r"\D+")
NUMBER_DIGITS = 6
FREE_NUMBER_DIGITS = 8
FREE_WORD_LETTERS = 12
_GENITIVE_LETTERS = 4
MISREAD_LETTERS = 5
GLUED_LETTERS = 8  # a secret so long is found anywhere in what the words of a picture run together to
_ALIKE = str.maketrans({"o": "0", "ø": "0", "ö": "0", "l": "1", "i": "1", "|": "1"}) | str.maketrans(
    {"s": "5", "b": "8", "z": "2", "g": "6", "å": "a", "ä": "a", "æ": "ae"}
)
_RAW_BYTES = 6  # a shorter run of bytes turns up by chance in compressed pictures
_RAW_ENCODINGS = ("utf-8", "cp1252", "utf-16-be", "utf-16-le")


def fold(text: str) -> str:
    """Give the text in the form in which it is compared."""
    return unicodedata.normalize("NFKC", text.translate(_IGNORED)).casefold()


def compact(text: str) -> str:
    """Give the letters and digits of a text alone, in the form in which they are compared."""
    return _NOT_ALNUM.sub("", fold(text))


def fold_alike(text: str) -> str:
    """Give the text with one sign for all that look alike in a picture.

    >>> fold_alike("0l0l88-SO07") == fold_alike("010188-5007")
    True
    """
    return fold(text).translate(_ALIKE).replace("rn", "m")


class Secrets:
    """The texts that must be gone; made once, asked for each reader."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._needles = [_Needle(secret) for secret in dict.fromkeys(secrets) if _NOT_ALNUM.sub("", secret)]

    def __len__(self) -> int:
        return len(self._needles)

    def found_in(self, text: str) -> list[int]:
        """Give the numbers (from 0) of the secrets that the text holds."""
        if not self._needles:
            return []
        haystack = _Haystack(text)
        return [number for number, needle in enumerate(self._needles) if needle.is_in(haystack)]

    def misread_in(self, text: str) -> list[int]:
        """Give the numbers of the secrets that the text holds if it was read, with mistakes, from a picture."""
        found = set(self.found_in(text))
        alike = fold_alike(text)
        compact = _NOT_ALNUM.sub("", alike)
        found.update(number for number, needle in enumerate(self._needles) if needle.is_misread_in(alike, compact))
        return sorted(found)

    def found_in_bytes(self, data: bytes) -> list[int]:
        """Give the numbers of the secrets that stand in raw data in one of the usual encodings."""
        lower = data.lower()
        return [
            number for number, needle in enumerate(self._needles) if any(pattern in lower for pattern in needle.raw)
        ]


class _Haystack:
    def __init__(self, text: str) -> None:
        self.folded = fold(text)

    @cached_property
    def compact(self) -> str:
        return _NOT_ALNUM.sub("", self.folded)

    @cached_property
    def digits(self) -> str:
        return _NOT_DIGIT.sub("", self.folded)


class _Needle:
    def __init__(self, secret: str) -> None:
        folded = fold(secret)
        digits = _NOT_DIGIT.sub("", folded)
        letters = _NOT_ALNUM.sub("", folded)
        self.digits = digits if len(digits) >= NUMBER_DIGITS and 2 * len(digits) >= len(letters) else ""
        self.orders = _orders([word for word in _NOT_ALNUM.split(folded) if word])
        self.is_word = letters.isalpha()
        self.raw = _raw_patterns(folded, letters)
        self.alike = _alike(secret) if len(letters) >= MISREAD_LETTERS else []

    def is_in(self, haystack: _Haystack) -> bool:
        if self.digits and self._number_is_in(haystack):
            return True
        return any(self._words_are_in(order, haystack) for order in self.orders)

    def is_misread_in(self, alike: str, compact: str) -> bool:
        """Tell whether a text from a picture holds the secret; both forms of the text are folded alike."""
        for order in self.alike:
            if order not in compact:
                continue
            if len(order) >= GLUED_LETTERS:
                return True
            spaced = r"[\W_]*".join(map(re.escape, order))
            if re.search(rf"(?<![^\W_]){spaced}(?:[\W_]?5)?(?![^\W_])", alike):
                return True
        return False

    def _number_is_in(self, haystack: _Haystack) -> bool:
        if self.digits not in haystack.digits:
            return False
        if len(self.digits) >= FREE_NUMBER_DIGITS:
            return True
        spaced = r"[\W_]*".join(self.digits)
        return re.search(rf"(?<!\d){spaced}(?!\d)", haystack.folded) is not None

    def _words_are_in(self, order: str, haystack: _Haystack) -> bool:
        if order not in haystack.compact:
            return False
        if self.is_word and len(order) >= FREE_WORD_LETTERS:
            return True
        ending = "(?:[’'`]?s)?" if self.is_word and len(order) >= _GENITIVE_LETTERS else ""
        spaced = r"[\W_]*".join(map(re.escape, order))
        return re.search(rf"(?<![^\W_]){spaced}{ending}(?![^\W_])", haystack.folded) is not None


def _alike(secret: str) -> list[str]:
    """Give the loose forms of a secret, in every order of its words."""
    orders = _orders([word for word in _NOT_ALNUM.split(fold(secret)) if word])
    return list(dict.fromkeys(fold_alike(order) for order in orders))


def _orders(words: Sequence[str]) -> list[str]:
    """Give the orders in which the words of a name are written."""
    orders = ["".join(words)]
    if 1 < len(words) <= 4 and all(word.isalpha() for word in words):
        orders += ["".join(reversed(words)), words[-1] + "".join(words[:-1])]
    return list(dict.fromkeys(orders))


def _raw_patterns(folded: str, letters: str) -> list[bytes]:
    patterns: set[bytes] = set()
    for form in (folded, letters, folded.upper(), letters.upper()):
        for encoding in _RAW_ENCODINGS if not _ascends(form) else _RAW_ENCODINGS[:2]:
            pattern = form.encode(encoding, "ignore").lower()
            if len(pattern) >= _RAW_BYTES:
                patterns.add(pattern)
    return sorted(patterns)


def _ascends(form: str) -> bool:
    """Tell of "12345678" and the like: as two-byte codes they stand in every font's table of characters."""
    digits = _NOT_ALNUM.sub("", form)
    return all(ord(after) - ord(before) == 1 for before, after in pairwise(digits))
