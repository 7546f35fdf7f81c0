"""Says what each string costs as a part of compounds, and which parts the dictionary's own words have.

How parts are priced: no running text is at hand at set-up, but the dictionary is itself a collection of 100,000
compounds. A first part is cheap if it opens many of them, a head if it closes many (a few rounds of sharing each
word among its possible cuts), with a little for commonness in the statutes. What is not here: the search for the
cheapest split (`compounds`).
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

from torvet.pure.danish.compounds import (
    LEXICON_LIMIT,
    NOT_ALLOWED,
    Piece,
    Split,
    may_be_compound,
    may_be_first,
    split,
)
from torvet.pure.danish.hunspell import WordClass
from torvet.pure.danish.vocabulary import Vocabulary
from torvet.pure.danish.words import FUNCTION_WORDS, SILENT_HEADS

FAMILY_ROUNDS = 3
MAX_PARTS = 8

BASE_COST = 110
COST_OF_DOUBLING = 10
COUNT_WEIGHT = 0.2
SHORT_COSTS = {2: 25, 3: 12}
LINK_COST = 25
"""Prices fitted on compounds made of the statutes' first parts and heads; benchmarks/relevance measures them."""

SPLIT_CLASSES = frozenset({WordClass.NOUN, WordClass.ADJECTIVE})
SHORT_HEAD_LETTERS = 6


def price_pieces(
    vocabulary: Vocabulary, terms: Mapping[str, tuple[str, ...]], head_terms: Mapping[str, str]
) -> dict[str, Piece]:
    """What every string of the dictionary costs as a first part and as a head of compounds."""
    firsts, heads = _count_families(vocabulary, head_terms)
    pieces: dict[str, Piece] = {}
    lemma_costs: dict[str, int] = {}
    for form, lemma in head_terms.items():
        cost = lemma_costs.get(lemma)
        if cost is None:
            weight = heads[lemma] + COUNT_WEIGHT * math.sqrt(vocabulary.counts[lemma])
            cost = lemma_costs[lemma] = _cost(weight)
        pieces[form] = Piece(NOT_ALLOWED, cost + SHORT_COSTS.get(len(form), 0), "", lemma)
    for form, lemmas in vocabulary.firsts.items():
        lemma = _first_term(vocabulary, lemmas)
        weight = firsts[form] + COUNT_WEIGHT * math.sqrt(vocabulary.counts[lemma])
        _add_first(pieces, form, _cost(weight), lemma)
    for lemma, classes in vocabulary.classes.items():
        if lemma in terms and WordClass.NAME not in classes:
            weight = COUNT_WEIGHT * math.sqrt(vocabulary.counts[lemma])
            for form in (lemma, lemma if lemma.endswith("s") else lemma + "s"):
                _add_first(pieces, form, _cost(weight) + LINK_COST, terms[lemma][0])
    return pieces


def _first_term(vocabulary: Vocabulary, lemmas: Iterable[str]) -> str:
    return max(vocabulary.canonical_lemmas(lemmas), key=lambda lemma: (vocabulary.counts[lemma], lemma))


def _add_first(pieces: dict[str, Piece], form: str, cost: int, lemma: str) -> None:
    if not may_be_first(form):
        return
    known = pieces.get(form, Piece(NOT_ALLOWED, NOT_ALLOWED, "", ""))
    cost += SHORT_COSTS.get(len(form), 0)
    if known.first_cost == NOT_ALLOWED or cost < known.first_cost:
        pieces[form] = known._replace(first_cost=cost, first_term=lemma)


def _cost(weight: float) -> int:
    return max(5, round(BASE_COST - COST_OF_DOUBLING * math.log2(0.25 + weight)))


def _count_families(vocabulary: Vocabulary, head_terms: Mapping[str, str]) -> tuple[dict[str, float], dict[str, float]]:
    """How many of the dictionary's words each first part opens and each lemma closes."""
    cuts = [
        found
        for lemma, classes in vocabulary.classes.items()
        if lemma in vocabulary.forms and may_be_compound(lemma) and not SPLIT_CLASSES.isdisjoint(classes)
        if (found := _possible_cuts(lemma, classes, vocabulary, head_terms))
    ]
    firsts: dict[str, float] = defaultdict(lambda: 1.0)
    heads: dict[str, float] = defaultdict(lambda: 1.0)
    for _ in range(FAMILY_ROUNDS):
        new_firsts: dict[str, float] = defaultdict(float)
        new_heads: dict[str, float] = defaultdict(float)
        for found in cuts:
            weights = [(firsts[first] + 0.1) * (heads[head] + 0.1) for first, head in found]
            total = sum(weights)
            for (first, head), weight in zip(found, weights, strict=True):
                new_firsts[first] += weight / total
                new_heads[head] += weight / total
        firsts, heads = new_firsts, new_heads
    return firsts, heads


def _possible_cuts(
    lemma: str, classes: set[WordClass], vocabulary: Vocabulary, head_terms: Mapping[str, str]
) -> list[tuple[str, str]]:
    """The cuts of a lemma into a first part and a head of the lemma's own word class."""
    cuts = []
    for place in range(2, len(lemma) - 1):
        first, rest = lemma[:place], lemma[place:]
        head = head_terms.get(rest)
        if first not in vocabulary.firsts or head is None:
            continue
        if may_be_first(first) and not classes.isdisjoint(vocabulary.classes.get(head, ())):
            cuts.append((first, head))
    return cuts


def find_parts(vocabulary: Vocabulary, pieces: Mapping[str, Piece]) -> dict[str, tuple[str, ...]]:
    """The compound parts of every lemma, with the parts' own parts."""
    splits: dict[str, Split] = {}
    for lemma, classes in vocabulary.classes.items():
        if SPLIT_CLASSES.isdisjoint(classes) or lemma in FUNCTION_WORDS:
            continue
        found = split(lemma, pieces.get, LEXICON_LIMIT)
        if found and not _is_verbal_noun(vocabulary, lemma, found.pieces[-1]):
            splits[lemma] = found
    return {lemma: _all_parts(lemma, splits) for lemma in splits}


def _is_verbal_noun(vocabulary: Vocabulary, lemma: str, head: str) -> bool:
    """Whether a noun is made of a verb, so that a short `head` is only its ending (`parkering`, `betaling`)."""
    if len(head) >= SHORT_HEAD_LETTERS:
        return False
    stem = lemma.removesuffix("ing") if lemma.endswith("ing") else lemma.removesuffix("else")
    return stem != lemma and WordClass.VERB in vocabulary.classes.get(stem + "e", ())


def _all_parts(lemma: str, splits: Mapping[str, Split]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    waiting = [lemma]
    while waiting and len(found) < MAX_PARTS:
        word = waiting.pop(0)
        for term in splits[word].terms if word in splits else ():
            if term not in found and term != lemma:
                found[term] = None
                waiting.append(term)
    return tuple(term for term in found if term not in SILENT_HEADS)
