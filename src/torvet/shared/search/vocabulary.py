"""The public words of an index, for completing and for correcting.

A word is known from five live documents on. The words are read once for each build of the index and again
when it has grown by a tenth; processes do not share them.
"""

import threading
from collections.abc import Mapping
from pathlib import Path

from torvet.pure.danish import SpellingIndex
from torvet.shared.search.engine import Field, Searcher
from torvet.shared.search.spelling import LEAST_DOCUMENTS

MUCH_CHANGED = 0.1
MOST_WORDS = 40_000
"""Enough for every word that somebody misspells; a second of work once a process."""


class PublicSpelling:
    """Corrects a word to the nearest of the commonest public words, in a form that stands in the documents."""

    def __init__(self, words: Mapping[str, int]) -> None:
        """Take public words with the number of documents that hold them."""
        commonest = sorted(words.items(), key=lambda item: -item[1])[:MOST_WORDS]
        self._index = SpellingIndex(commonest, LEAST_DOCUMENTS)

    def nearest(self, word: str) -> str | None:
        """The likeliest word, or None when the word is known or nothing is near."""
        return next((found.word for found in self._index.suggest(word, 1)), None)


def words_of(searcher: Searcher, beginning: str, least: int) -> dict[str, int]:
    """Words with this beginning and the number of documents whose text or title holds them."""
    body = searcher.terms(Field.EXACT, beginning, least)
    title = searcher.terms(Field.TITLE_EXACT, beginning, least)
    words = {**title, **{word: max(count, title.get(word, 0)) for word, count in body.items()}}
    return {word: count for word, count in words.items() if word.isalpha()}


class KnownWords:
    """The spelling index of this process, made when the first query finds nothing."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._lock = threading.Lock()
        self._folder: Path | None = None
        self._documents = 0
        self._spelling = PublicSpelling({})

    def of(self, folder: Path, searcher: Searcher) -> PublicSpelling:
        """Return the spelling index of this state of the index."""
        with self._lock:
            changed = abs(searcher.documents - self._documents)
            if self._folder != folder or changed > self._documents * MUCH_CHANGED:
                self._spelling = PublicSpelling(words_of(searcher, "", LEAST_DOCUMENTS))
                self._folder, self._documents = folder, searcher.documents
            return self._spelling
