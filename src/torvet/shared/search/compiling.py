"""From a query tree to the clauses an engine is asked, with the weights that make the ranking.

The weights are those of the design paper's relevance measurements: title above body, parts of compounds and
folded names below, identifiers above all. Not here: the engine's own query objects.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Protocol

from torvet.shared.search.analysis import AnalysedWord, Analyser
from torvet.shared.search.contract import FacetName, Note, ReadingKind
from torvet.shared.search.engine import (
    Adjacent,
    All,
    AllOf,
    AnyOf,
    Clause,
    Dated,
    Field,
    Nearly,
    NoneOf,
    Nothing,
    Starts,
    Term,
)
from torvet.shared.search.identifiers import IdentifierKind, normalise, typed
from torvet.shared.search.query import (
    STOP_WORDS,
    And,
    Days,
    Everything,
    Exact,
    Identifier,
    InTitle,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Value,
    Word,
)
from torvet.shared.search.snippets import Wanted

IDENT_WEIGHT = 12.0
TITLE_WEIGHT = 3.0
TITLE_PARTS_WEIGHT = 1.5
PARTS_WEIGHT = 0.5
FOLDED_WEIGHT = 0.8
OTHER_WEIGHT = 0.7
"""Of a word's less likely readings: `tale` as a noun when it was read as a verb."""
ALL_PARTS_WEIGHT = 0.2
LEAST_NEARLY = {1: 4, 2: 6}
"""Shorter words are too near too many others."""

VALUE_FIELDS = {
    ReadingKind.DEPARTMENT: (FacetName.DEPARTMENT, Field.DEPARTMENT),
    ReadingKind.KIND: (FacetName.KIND, Field.KIND),
    ReadingKind.TYPE: (FacetName.TYPE, Field.TYPE),
    ReadingKind.STATUS: (FacetName.STATUS, Field.STATUS),
}


class Vocabulary(Protocol):
    """The values a filter field has in the index."""

    def labels(self, name: FacetName) -> Mapping[str, str]:
        """Labels by code."""


@dataclass(slots=True)
class Compiled:
    """What an engine is asked, what to mark in the texts, and what to tell."""

    clause: Clause
    wanted: Wanted = field(default_factory=Wanted)
    notes: list[Note] = field(default_factory=list)


def compile_query(node: Node, analyser: Analyser, vocabulary: Vocabulary, *, distance: int = 0) -> Compiled:
    """Turn a tree into clauses; with a distance, words may be that many letters off."""
    compiler = _Compiler(analyser, vocabulary, distance)
    clause = compiler.clause(node)
    return Compiled(clause, compiler.wanted, compiler.notes)


class _Compiler:
    def __init__(self, analyser: Analyser, vocabulary: Vocabulary, distance: int) -> None:
        self.analyser = analyser
        self.vocabulary = vocabulary
        self.distance = distance
        self.wanted = Wanted()
        self.notes: list[Note] = []

    def clause(self, node: Node) -> Clause:
        match node:
            case Everything():
                return All()
            case And(nodes):
                return self._all_of(nodes)
            case Or(nodes):
                return AnyOf(tuple(self.clause(inner) for inner in nodes))
            case Not(inner):
                return NoneOf((self._unmarked(inner),))
            case InTitle(inner):
                return _in_title(self.clause(inner))
            case Word(text):
                return self._word(text)
            case Exact(text):
                return self._exact(text)
            case Phrase(text):
                return self._phrase(text)
            case Prefix(text):
                return self._prefix(text)
            case Identifier(kind, text):
                return _identifier(kind, text)
            case Value(field_kind, text):
                return self._value(field_kind, text)
            case Days(_, first, last):
                return Dated(first, last)

    def _unmarked(self, node: Node) -> Clause:
        wanted, self.wanted = self.wanted, Wanted()
        clause = self.clause(node)
        self.wanted = wanted
        return clause

    def _all_of(self, nodes: tuple[Node, ...]) -> Clause:
        joins = [self._joined(one, other) for one, other in pairwise(nodes)]
        clauses = []
        for number, node in enumerate(nodes):
            near = (*joins[max(number - 1, 0) : number], *joins[number : number + 1])
            beside = [join for join in near if join]
            clause = self.clause(node)
            clauses.append(AnyOf((clause, *beside)) if beside else clause)
        return AllOf(tuple(clauses))

    def _joined(self, one: Node, other: Node) -> Clause | None:
        if not isinstance(one, Word) or not isinstance(other, Word):
            return None
        term = self.analyser.joined(one.text, other.text)
        if term is None:
            return None
        self.wanted.terms.add(term)
        return AnyOf(_anywhere(term))

    def _word(self, text: str) -> Clause:
        words = self.analyser.words(text)
        number = self._number(text)
        if not words:
            return number or Nothing()
        clauses = tuple(self._analysed(word) for word in words)
        clause = clauses[0] if len(clauses) == 1 else AllOf(clauses)
        return AnyOf((clause, number)) if number else clause

    def _number(self, text: str) -> Clause | None:
        plain = normalise(text)
        return Term(Field.IDENT, plain, IDENT_WEIGHT) if any(sign.isdecimal() for sign in plain) else None

    def _analysed(self, word: AnalysedWord) -> Clause:
        self._mark(word)
        clauses: list[Clause] = [*_anywhere(word.term)]
        for other in (*word.others, *word.numbers):
            clauses.extend(_anywhere(other, OTHER_WEIGHT))
        for folded in word.folded:
            clauses.append(Term(Field.PARTS, folded, FOLDED_WEIGHT))
            clauses.append(Term(Field.TITLE_PARTS, folded, FOLDED_WEIGHT * TITLE_WEIGHT))
        if len(word.parts) > 1:
            clauses.append(self._all_parts(word.parts))
        if len(word.exact) >= LEAST_NEARLY.get(self.distance, len(word.exact) + 1):
            self.wanted.nearly.add((word.exact, self.distance))
            texts, titles = (Field.EXACT, Field.BODY), (Field.TITLE_EXACT, Field.TITLE)
            clauses.extend(Nearly(name, word.exact, self.distance) for name in texts)
            clauses.extend(Nearly(name, word.exact, self.distance, TITLE_WEIGHT) for name in titles)
        return AnyOf(tuple(clauses))

    def _mark(self, word: AnalysedWord) -> None:
        self.wanted.terms.update((word.term, *word.others, *word.folded, *word.numbers))
        self.wanted.typed.add(word.exact)
        self.wanted.parts.update(word.parts)

    def _all_parts(self, parts: tuple[str, ...]) -> Clause:
        each = tuple(AnyOf((Term(Field.BODY, part), Term(Field.PARTS, part))) for part in parts)
        return AllOf(each, ALL_PARTS_WEIGHT)

    def _exact(self, text: str) -> Clause:
        words = self.analyser.words(text)
        number = self._number(text)
        clauses: list[Clause] = [number] if number else []
        if words:
            for word in words:
                self._mark(word)
            forms = tuple(
                AnyOf((Term(Field.EXACT, word.exact), Term(Field.TITLE_EXACT, word.exact, TITLE_WEIGHT)))
                for word in words
            )
            clauses.append(forms[0] if len(forms) == 1 else AllOf(forms))
        return AnyOf(tuple(clauses)) if clauses else Nothing()

    def _phrase(self, text: str) -> Clause:
        terms = tuple(self.analyser.text(text).terms.split())
        words = [word for word in text.split() if word.lower() not in STOP_WORDS] or text.split()
        for word in words:
            for found in self.analyser.words(word):
                self._mark(found)
        if len(terms) < 2:
            return self._word(text)
        clauses: list[Clause] = [Adjacent(Field.BODY, terms), Adjacent(Field.TITLE, terms, TITLE_WEIGHT)]
        number = self._number(text)
        return AnyOf((*clauses, number)) if number else AnyOf(tuple(clauses))

    def _prefix(self, text: str) -> Clause:
        beginning = text.lower()
        self.wanted.prefixes.add(beginning)
        return AnyOf((Starts(Field.EXACT, beginning), Starts(Field.TITLE_EXACT, beginning, TITLE_WEIGHT)))

    def _value(self, kind: ReadingKind, text: str) -> Clause:
        if kind is ReadingKind.CASE:
            return Term(Field.CASE_IDENT, normalise(text), 0.0)
        name, index_field = VALUE_FIELDS[kind]
        codes = matching_codes(text, self.vocabulary.labels(name))
        if not codes:
            self.notes.append(Note.VALUE_UNKNOWN)
            return Nothing()
        return AnyOf(tuple(Term(index_field, code, 0.0) for code in codes))


def _anywhere(term: str, weight: float = 1.0) -> tuple[Clause, ...]:
    return (
        Term(Field.BODY, term, weight),
        Term(Field.TITLE, term, TITLE_WEIGHT * weight),
        Term(Field.PARTS, term, PARTS_WEIGHT * weight),
        Term(Field.TITLE_PARTS, term, TITLE_PARTS_WEIGHT * weight),
    )


def matching_codes(text: str, labels: Mapping[str, str]) -> tuple[str, ...]:
    """The codes meant by a typed value: equal to code or label, else those whose label has a word that
    starts so.
    """
    wanted = text.casefold()
    equal = [code for code, label in labels.items() if wanted in {code.casefold(), label.casefold()}]
    if equal:
        return tuple(equal)
    return tuple(
        code
        for code, label in labels.items()
        if code.casefold().startswith(wanted) or any(word.startswith(wanted) for word in label.casefold().split())
    )


def _identifier(kind: IdentifierKind, text: str) -> Clause:
    term = typed(kind, text)
    whole = Term(Field.IDENT, term, IDENT_WEIGHT)
    return AnyOf((whole, Starts(Field.IDENT, f"{term}-"))) if kind is IdentifierKind.KLE else whole


TITLE_FIELDS = {Field.TITLE, Field.TITLE_PARTS, Field.TITLE_EXACT}


def _in_title(clause: Clause) -> Clause:
    match clause:
        case Term() | Adjacent() | Starts() | Nearly():
            return clause if clause.field in TITLE_FIELDS else Nothing()
        case AnyOf(clauses):
            kept = tuple(inner for inner in map(_in_title, clauses) if not isinstance(inner, Nothing))
            return AnyOf(kept) if kept else Nothing()
        case AllOf(clauses):
            inside = tuple(_in_title(inner) for inner in clauses)
            is_empty = any(isinstance(inner, Nothing) for inner in inside)
            return Nothing() if is_empty else replace(clause, clauses=inside)
    return clause
