"""The analyses that are compared, each as what it puts into an index and what it asks for."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import snowballstemmer

from torvet.pure.danish import Analyser, QueryWord

WORD = re.compile(r"\d+(?:[./:\-]\d+)*(?:-[A-Z]\d+)?|[^\W\d_]+")

Clause = list[frozenset[str]]
"""One way of meeting a word: all of these sets, each by any of its terms."""


@dataclass(frozen=True)
class Chain:
    """`terms` of a document; `ask`: the ways of meeting each word of a query; `lemma_terms` of a single word."""

    name: str
    terms: Callable[[str], set[str]]
    ask: Callable[[str], list[list[Clause]]]
    lemma_terms: Callable[[str], tuple[str, ...]]
    corrects: bool


def plain_chain(name: str, normal: Callable[[str], str]) -> Chain:
    def terms(text: str) -> set[str]:
        return {normal(word.lower()) for word in WORD.findall(text)}

    def ask(query: str) -> list[list[Clause]]:
        return [[[frozenset({normal(word.lower())})]] for word in WORD.findall(query)]

    return Chain(name, terms, ask, lambda word: (normal(word.lower()),), corrects=False)


def lower_case_chain() -> Chain:
    return plain_chain("lower case", lambda word: word)


def snowball_chain() -> Chain:
    return plain_chain("snowball", snowballstemmer.stemmer("danish").stemWord)


def torvet_chain(name: str, analyser: Analyser) -> Chain:
    def terms(text: str) -> set[str]:
        found = analyser.index_text(text)
        return {*found.terms.split(), *found.parts.split()}

    def ask(query: str) -> list[list[Clause]]:
        words = analyser.query_words(query)
        ways = [ways_of(word) for word in words]
        for place in range(len(words) - 1):
            joined = analyser.joined(words[place].exact, words[place + 1].exact)
            if joined is not None:
                ways[place].append([frozenset({joined})])
                ways[place + 1].append([frozenset({joined})])
        return ways

    def lemma_terms(word: str) -> tuple[str, ...]:
        found = analyser.query_word(word)
        return (found.term, *found.other_terms) if found else ()

    return Chain(name, terms, ask, lemma_terms, corrects=True)


def ways_of(word: QueryWord) -> list[Clause]:
    single = frozenset({word.term, *word.other_terms, *word.folded, *word.identifiers})
    ways = [[single]]
    if word.parts:
        ways.append([frozenset({part}) for part in word.parts])
    return ways
