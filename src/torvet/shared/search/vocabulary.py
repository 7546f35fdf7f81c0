"""The public words of an index, for completing and for correcting.

A word is offered from five live documents on. Nothing is kept between questions: the words that begin alike are read
from the index when they are needed, so what was withdrawn is never offered, and no process holds a word list.
The price: a word whose first letters are wrong gets no suggestion (it is still found, by the engine's fuzzy clauses).
"""

from torvet.pure.danish import SpellingIndex
from torvet.shared.search.engine import Field, Searcher
from torvet.shared.search.spelling import LEAST_DOCUMENTS


def words_of(searcher: Searcher, beginning: str, least: int) -> dict[str, int]:
    """Words with this beginning and the number of documents whose text or title holds them."""
    body = searcher.terms(Field.EXACT, beginning, least)
    title = searcher.terms(Field.TITLE_EXACT, beginning, least)
    words = {**title, **{word: max(count, title.get(word, 0)) for word, count in body.items()}}
    return {word: count for word, count in words.items() if word.isalpha()}


class PublicSpelling:
    """Corrects a word to the nearest public word, in the form in which it stands in the documents."""

    def __init__(self, searcher: Searcher) -> None:
        """Hold a state of the index."""
        self._searcher = searcher

    def nearest(self, word: str) -> str | None:
        """The likeliest word, or None when the word is known or nothing is near."""
        words: dict[str, int] = {}
        for beginning in beginnings(word):
            words |= words_of(self._searcher, beginning, LEAST_DOCUMENTS)
        found = SpellingIndex(words.items(), LEAST_DOCUMENTS).suggest(word, 1)
        return found[0].word if found else None


def beginnings(word: str) -> tuple[str, ...]:
    """How the meant word may begin: as typed, or with a letter too many or two swapped among the first three.

    Example: `beginnings("lokal") == ("lo", "lk", "ol", "ok")`.
    """
    first, second, third = (*word[:3], "", "", "")[:3]
    return tuple(dict.fromkeys((first + second, first + third, second + first, second + third)))
