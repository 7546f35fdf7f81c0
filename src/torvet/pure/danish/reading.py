"""What one word, as written, means to search: its terms, its compound parts, its folded spellings.

What is here: the order of look-ups (short lists, dictionary, older spelling, compound, Snowball). What is not: where
words stand in a text (`analyser`) and what is known of them (`lexicon`).
"""

import re
import unicodedata
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

import snowballstemmer

from torvet.pure.danish.compounds import UNKNOWN_LIMIT, Split, split
from torvet.pure.danish.folding import fold_terms, is_foldable, modern_spellings
from torvet.pure.danish.identifiers import number_variants
from torvet.pure.danish.lexicon import Lexicon, Word
from torvet.pure.danish.tokens import MAX_TERM_LETTERS, TokenKind
from torvet.pure.danish.words import FUNCTION_WORDS, IRREGULAR, NAME_ENDINGS, SILENT_HEADS

WORD_CACHE = 50_000
"""Readings kept: about 40 MB at most."""

LINKS = ("", "s", "e")
"""What can stand between two parts of a compound."""

_ENDING = re.compile(r"(.+)['’](?:s|e|er|en|et|ere|eren|erne|ens|ets|ers|ernes|ne|nes)")
_APOSTROPHES = re.compile("['’]")


class Reading(NamedTuple):
    """The meaning of one token: likeliest term, further terms, compound parts, folded spellings, exact form."""

    term: str
    others: tuple[str, ...]
    parts: tuple[str, ...]
    folded: tuple[str, ...]
    exact: str


class Reader:
    """Reads single words with a lexicon, and remembers them."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take a lexicon; nothing is looked up before it is asked for."""
        self._lexicon = lexicon
        self._stemmer = snowballstemmer.stemmer("danish")
        self._stemming = Lock()
        self.read = lru_cache(maxsize=WORD_CACHE)(self._read)

    def is_word(self, word: str) -> bool:
        """Whether the lexicon knows the word."""
        return self._lexicon.word(word.lower()) is not None

    def _read(self, written: str, kind: TokenKind) -> Reading:
        written = written[:MAX_TERM_LETTERS]
        exact = unicodedata.normalize("NFKC", written.lower())
        if kind is TokenKind.WORD:
            return self._read_word(written, exact)
        variants = number_variants(exact)
        return Reading(exact, (), variants, (), exact)

    def _read_word(self, written: str, exact: str) -> Reading:
        base = _bare(exact)
        is_capital = written[0].isupper()
        word = self._lexicon.word(base)
        if word is not None:
            return Reading(word.terms[0], word.terms[1:], word.parts, fold_terms(base) if word.is_name else (), exact)
        return self._read_unknown(base, exact, is_capital=is_capital)

    def _read_unknown(self, base: str, exact: str, *, is_capital: bool) -> Reading:
        modern = self._modern_word(base)
        if modern is not None:
            return Reading(modern.terms[0], modern.terms[1:], modern.parts, fold_terms(base), exact)
        found = None if is_capital and base.endswith(NAME_ENDINGS) else self._split(base)
        if found is None:
            folded = fold_terms(base) if is_capital or self._lexicon.is_full else ()
            return Reading(self._stem(base), (), (), folded, exact)
        term = "".join(found.pieces[:-1]) + found.terms[-1]
        return Reading(term, (), self._parts_of(found), fold_terms(base) if is_capital else (), exact)

    def _stem(self, base: str) -> str:
        with self._stemming:  # the stemmer keeps the word it works on in itself
            return str(self._stemmer.stemWord(base))

    def _modern_word(self, base: str) -> Word | None:
        """The known common word that an unknown one with aa, oe, ae spells in the old way or without Danish keys."""
        for spelling in modern_spellings(base):
            word = self._lexicon.word(spelling)
            if word is not None and not word.is_name:
                return word
        return None

    def _split(self, base: str) -> Split | None:
        return split(base, self._lexicon.piece, UNKNOWN_LIMIT)

    def _parts_of(self, found: Split) -> tuple[str, ...]:
        parts: dict[str, None] = {}
        for term in found.terms:
            word = self._lexicon.word(term)
            parts.update(dict.fromkeys((term, *(word.parts if word else ()))))
        return tuple(term for term in parts if term not in SILENT_HEADS)

    def top_parts(self, parts: tuple[str, ...]) -> tuple[str, ...]:
        """Parts without the parts of other parts: `spildevand`, `plan`, but not `spilde` and `vand`."""
        inner: set[str] = set()
        for part in parts:
            word = self._lexicon.word(part)
            inner.update(word.parts if word else ())
        return tuple(part for part in parts if part not in inner)

    def joined(self, left: str, right: str) -> str | None:
        """The term of two words written as one, with or without a linking s or e, if that is a word."""
        for link in LINKS:
            word = self._lexicon.word(left + link + right)
            if word is not None and not word.is_name:
                return word.terms[0]
        for link in LINKS:
            found = self._split(left + link + right)
            if found is not None and _cuts_at(found, len(left + link)):
                return "".join(found.pieces[:-1]) + found.terms[-1]
        return None

    def is_common(self, exact: str) -> bool:
        """Whether a word has no content of its own."""
        return exact in FUNCTION_WORDS

    def may_be_asked_as_name(self, exact: str) -> bool:
        """Whether a query word can stand for a name: names are also typed in lower case."""
        base = _bare(exact)
        if base in FUNCTION_WORDS or base in IRREGULAR:
            return False
        word = self._lexicon.word(base)
        return word is None or word.is_name or is_foldable(base)


def _bare(exact: str) -> str:
    """The word without an ending after an apostrophe (`eu's`) and without apostrophes inside (`o'neill`)."""
    if "'" not in exact and "’" not in exact:
        return exact
    match = _ENDING.fullmatch(exact)
    return _APOSTROPHES.sub("", match[1] if match else exact)


def _cuts_at(found: Split, place: int) -> bool:
    position = 0
    for piece in found.pieces[:-1]:
        position += len(piece)
        if position == place:
            return True
    return False
