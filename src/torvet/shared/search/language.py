"""Joins search to the Danish analyser."""

from collections.abc import Collection, Sequence
from pathlib import Path

from torvet.pure import danish
from torvet.shared.search.analysis import AnalysedText, AnalysedWord, Analyser


class Danish:
    """The Danish analyser, as search asks."""

    def __init__(self, analyser: danish.Analyser) -> None:
        """Hold the analyser."""
        self._analyser = analyser

    @property
    def version(self) -> str:
        """What the terms depend on."""
        return self._analyser.version

    def text(self, text: str) -> AnalysedText:
        """Analyse a text for the index."""
        analysed = self._analyser.index_text(text)
        return AnalysedText(analysed.terms, analysed.parts, analysed.exact)

    def words(self, text: str) -> tuple[AnalysedWord, ...]:
        """Analyse what was typed without a space."""
        return tuple(
            AnalysedWord(
                term=word.term,
                exact=word.exact,
                others=word.other_terms,
                parts=word.parts,
                folded=word.folded,
                numbers=word.identifiers,
            )
            for word in self._analyser.query_words(text)
        )

    def joined(self, one: str, other: str) -> str | None:
        """The term of two words written as one, if that is a word."""
        return self._analyser.joined(one, other)

    def marks(self, text: str, wanted: Collection[str]) -> Sequence[tuple[int, int]]:
        """Where the text holds one of the terms."""
        return self._analyser.highlight(text, wanted)


def load(tables: Path) -> Analyser:
    """Return an analyser with the word table, or without it where it is missing.

    Raises `torvet.pure.danish.TablesError` when the table is damaged.
    """
    return Danish(danish.load(tables))
