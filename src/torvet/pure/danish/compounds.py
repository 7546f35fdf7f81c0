"""Splits compounds into first parts and a head by the cheapest path through a lexicon.

What is here: the search for the path and the rules on what may be a part. What is not: where the prices come
from (see `build`) and what the parts' own parts are (the lexicon knows them).
"""

from collections.abc import Callable
from typing import NamedTuple

from torvet.pure.danish.words import BARRED_FIRSTS, BARRED_HEADS, FUNCTION_WORDS, SHORT_PARTS, WHOLE_WORDS

MIN_COMPOUND_LETTERS = 5
MAX_COMPOUND_LETTERS = 60
"""The longest word of the Danish statutes has 51 letters; the search costs the square of the length."""
MAX_PIECE_LETTERS = 30
VOWELS = frozenset("aeiouyæøåéüöäáóíè")
NOT_ALLOWED = 0
PIECE_COST = 40
"""Added for each part, so that a known compound inside (`lokalplan`) is kept as one part."""
LEXICON_LIMIT = 95
UNKNOWN_LIMIT = 115
"""The highest mean cost of a part: a word that the dictionary knows is split only where it is plain, an unknown one
where it is possible at all."""


class Piece(NamedTuple):
    """What a string can be inside a compound; a cost of `NOT_ALLOWED` forbids that place."""

    first_cost: int
    head_cost: int
    first_term: str
    head_term: str


class Split(NamedTuple):
    """A compound: the strings it is made of, the term of each, and what the split costs."""

    pieces: tuple[str, ...]
    terms: tuple[str, ...]
    cost: int


PieceLookup = Callable[[str], Piece | None]


def may_be_first(text: str) -> bool:
    """Whether a string may open a compound at all, whatever the lexicon says."""
    if len(text) < 3:
        return text in SHORT_PARTS
    return text not in BARRED_FIRSTS and text not in FUNCTION_WORDS and not VOWELS.isdisjoint(text)


def may_be_head(text: str) -> bool:
    """Whether a string may close a compound at all, whatever the lexicon says."""
    if len(text) < 3:
        return text in SHORT_PARTS
    return text not in BARRED_HEADS and text not in FUNCTION_WORDS and not VOWELS.isdisjoint(text)


def may_be_compound(word: str) -> bool:
    """Whether it is worth the search: long enough, and not one of the words whose parts mislead."""
    return MIN_COMPOUND_LETTERS <= len(word) <= MAX_COMPOUND_LETTERS and word not in WHOLE_WORDS


def split(word: str, lookup: PieceLookup, limit: int) -> Split | None:
    """The cheapest split of a lower-case word into two or more pieces, or None if all cost more than `limit`.

    `limit` is the highest mean cost of a piece. Costs O(n²) look-ups for n letters. With a lexicon of Danish:
    `byggesagsgebyr` gives the pieces `bygge`, `sags`, `gebyr` or `byggesags`, `gebyr`.
    """
    if not may_be_compound(word):
        return None
    length = len(word)
    paths: list[tuple[int, tuple[str, ...], tuple[str, ...]] | None] = [None] * length
    paths[0] = (0, (), ())
    best: Split | None = None
    for start in range(length - 1):
        path = paths[start]
        if path is None or (best is not None and path[0] >= best.cost):
            continue
        for end in range(start + 2, min(length, start + MAX_PIECE_LETTERS) + 1):
            if end == length - 1 or (start == 0 and end == length):
                continue
            text = word[start:end]
            piece = lookup(text)
            if piece is None:
                continue
            if end < length:
                if piece.first_cost:
                    cost = path[0] + piece.first_cost + PIECE_COST
                    known = paths[end]
                    if known is None or cost < known[0]:
                        paths[end] = (cost, (*path[1], text), (*path[2], piece.first_term))
            elif piece.head_cost:
                cost = path[0] + piece.head_cost + PIECE_COST
                if best is None or cost < best.cost:
                    best = Split((*path[1], text), (*path[2], piece.head_term), cost)
    if best is None or best.cost > (limit + PIECE_COST) * len(best.pieces):
        return None
    return best
