"""The public words of an index, for completing and for correcting.

A word is known from five live documents on. The words are read once for each build of the index and again
when it has grown by a tenth; processes do not share them.
"""

import threading
from pathlib import Path

from torvet.shared.search.engine import Field, Searcher
from torvet.shared.search.spelling import LEAST_DOCUMENTS, Nearest

GROWTH = 1.1


def words_of(searcher: Searcher, beginning: str, least: int) -> dict[str, int]:
    """Words with this beginning and the number of documents whose text or title holds them."""
    body = searcher.terms(Field.EXACT, beginning, least)
    title = searcher.terms(Field.TITLE_EXACT, beginning, least)
    words = {**title, **{word: max(count, title.get(word, 0)) for word, count in body.items()}}
    return {word: count for word, count in words.items() if word.isalpha()}


class Unchanging:
    """Knows no words."""

    def nearest(self, word: str) -> str | None:
        """None."""
        return None


class KnownWords:
    """The spelling index of this process, made when the first query finds nothing."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._lock = threading.Lock()
        self._folder: Path | None = None
        self._documents = 0
        self._spelling: Nearest = Unchanging()

    def of(self, folder: Path, searcher: Searcher) -> Nearest:
        """Return the spelling index of this state of the index."""
        with self._lock:
            if self._folder != folder or searcher.documents > self._documents * GROWTH:
                self._spelling = _spelling(words_of(searcher, "", LEAST_DOCUMENTS))
                self._folder, self._documents = folder, searcher.documents
            return self._spelling


def _spelling(words: dict[str, int]) -> Nearest:
    return Unchanging()
