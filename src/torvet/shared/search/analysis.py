"""The Danish analysis as search needs it: what of a text goes into which field, and what of a query word is
asked for.

The analyser itself is `torvet.pure.danish`; here is the small interface through which search knows it, so
that the engine's tests and measurements can bring their own.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class AnalysedText:
    """The terms of a text, each list as words with a space between: in order, parts and foldings, exact
    forms.
    """

    terms: str
    parts: str
    exact: str


@dataclass(frozen=True, slots=True)
class AnalysedWord:
    """One word of a query: its likeliest term and the exact form; other readings; its parts if it is a compound; its
    folded spellings if it may be a name; other spellings if it is a number."""

    term: str
    exact: str
    others: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


class Analyser(Protocol):
    """What search asks of a language."""

    @property
    def version(self) -> str:
        """What the terms depend on; another version needs another index."""

    def text(self, text: str) -> AnalysedText:
        """Analyse a text for the index."""

    def words(self, text: str) -> tuple[AnalysedWord, ...]:
        """Analyse what was typed without a space: mostly one word, none if it is only signs."""

    def joined(self, one: str, other: str) -> str | None:
        """The term of two words written as one, if that is a word."""

    def marks(self, text: str, wanted: Collection[str]) -> Sequence[tuple[int, int]]:
        """Where the text holds one of the terms, in code points, in order."""
