"""The word that was probably meant: only words that stand in at least five public documents are ever offered.

Not here: the distance between words and its index (see `torvet.pure.danish`), and finding in spite of a
misspelling (the engine's fuzzy clauses).
"""

from collections.abc import Callable
from typing import Protocol

from torvet.shared.search.analysis import Analyser
from torvet.shared.search.query import And, Node, Not, Or, Word

LEAST_DOCUMENTS = 5
"""k-anonymity of suggestions: a word of fewer documents could tell of one of them."""
LEAST_LETTERS = 4


class Nearest(Protocol):
    """Finds a known word near another."""

    def nearest(self, word: str) -> str | None:
        """The most likely word, the word itself if it is known, or None."""


def corrected(node: Node, analyser: Analyser, spelling: Nearest) -> Node:
    """The same tree with its unknown words replaced by near known ones."""

    def correct(word: str) -> str:
        return _corrected_word(word, analyser, spelling)

    return _mapped(node, correct)


def _corrected_word(text: str, analyser: Analyser, spelling: Nearest) -> str:
    words = analyser.words(text)
    if len(words) != 1 or len(text) < LEAST_LETTERS or not text.isalpha():
        return text
    return spelling.nearest(words[0].exact) or text


def _mapped(node: Node, correct: Callable[[str], str]) -> Node:
    match node:
        case And(nodes):
            return And(tuple(_mapped(inner, correct) for inner in nodes))
        case Or(nodes):
            return Or(tuple(_mapped(inner, correct) for inner in nodes))
        case Not(inner):
            return Not(_mapped(inner, correct))
        case Word(text):
            better = correct(text)
            return node if better.lower() == text.lower() else Word(better)
    return node
