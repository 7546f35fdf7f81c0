"""Spelling: what is dropped from a text, and what letters are folded so that `Søgaard` meets `Soegård`.

What is here: cleaning (NFC, no invisible characters) with a map back to the original offsets, the folding of
names, and the modern spelling of words written with aa, oe, ae. What is not: which words are names (`analyser`).
"""

import re
import unicodedata
from collections.abc import Iterator

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
"""Soft hyphen, joiners, direction marks, variation selectors: they stand inside words of real statutes."""

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_SUSPECT = re.compile("[\u00ad\u0300-\u1dff\u1f00-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\U0010ffff]")
"""Everything that can be invisible or uncomposed and more: a text without any of it needs no closer look."""
_CLUSTER = re.compile(f"[^{INVISIBLE}][{INVISIBLE}\u0300-\u036f]*")

_PAIRS = (("aa", "a"), ("oe", "o"), ("ae", "e"), ("ue", "u"))
_LETTERS = str.maketrans({"å": "a", "ø": "o", "ö": "o", "æ": "e", "ä": "e", "ü": "u", "ß": "ss", "đ": "d", "ł": "l"})
_MODERN = (("aa", "å"), ("oe", "ø"), ("ae", "æ"), ("ö", "ø"), ("ä", "æ"))

FOLD_MARK = "~"


def is_clean(text: str) -> bool:
    """Whether a text is composed (NFC) and free of invisible characters."""
    if _SUSPECT.search(text) is None:
        return True
    return unicodedata.is_normalized("NFC", text) and not _INVISIBLE.search(text)


def clean(text: str) -> str:
    """The text composed (NFC) and without invisible characters."""
    return text if is_clean(text) else clean_with_offsets(text)[0]


def clean_with_offsets(text: str) -> tuple[str, list[int]]:
    """The cleaned text, and for each of its characters where it started in the original; one more for the end.

    Example: `clean_with_offsets("a\\u00adb") == ("ab", [0, 2, 3])`.
    """
    letters: list[str] = []
    offsets: list[int] = []
    for start, cluster in _clusters(text):
        cleaned = unicodedata.normalize("NFC", _INVISIBLE.sub("", cluster))
        letters.append(cleaned)
        offsets.extend([start] * len(cleaned))
    return "".join(letters), [*offsets, len(text)]


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    for match in _CLUSTER.finditer(text):
        yield match.start(), match.group()


def fold(word: str) -> str:
    """The folded spelling: å, aa -> a; ø, oe, ö -> o; æ, ae, ä -> e; ü, ue -> u; other accents off.

    Example: `fold("Søgård") == fold("Soegaard") == "sogard"`.
    """
    folded = word.lower().translate(_LETTERS)
    for pair, letter in _PAIRS:
        folded = folded.replace(pair, letter)
    if folded.isascii():
        return folded
    decomposed = unicodedata.normalize("NFD", folded)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def fold_terms(word: str) -> tuple[str, ...]:
    """The `~` terms of a name: folded, and without the s that may be its genitive.

    Example: `fold_terms("Søgårds") == ("~sogards", "~sogard")`.
    """
    folded = fold(word)
    if len(folded) > 4 and folded.endswith("s"):
        return FOLD_MARK + folded, FOLD_MARK + folded[:-1]
    return (FOLD_MARK + folded,)


def is_foldable(word: str) -> bool:
    """Whether folding changes more than the case of a word."""
    return fold(word) != word.lower()


def modern_spellings(word: str) -> list[str]:
    """The spellings with å, ø, æ that a lower-case word with aa, oe, ae may stand for; at most 4.

    Example: `modern_spellings("hoeringsaar") == ["høringsår", "hoeringsår", "høringsaar"]`.
    """
    pairs = [(old, new) for old, new in _MODERN if old in word]
    if not pairs:
        return []
    everything = word
    for old, new in pairs:
        everything = everything.replace(old, new)
    singles = [word.replace(old, new) for old, new in pairs]
    return list(dict.fromkeys([everything, *singles]))[:4]
