"""The interface behind which an index stands, and the question it is asked.

A question is a tree of clauses over fields that hold finished terms: the Danish analysis is done before it,
once for all engines. An engine adds, deletes, commits and searches; it knows nothing of rows, pages or
people.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from torvet.shared.search.contract import FacetName, Sort


class Field(StrEnum):
    """The searchable fields of a document. Those that end in `parts` and `exact`, and `ident`, know no
    positions.
    """

    BODY = "body"
    TITLE = "title"
    PARTS = "parts"
    TITLE_PARTS = "title_parts"
    EXACT = "exact"
    TITLE_EXACT = "title_exact"
    IDENT = "ident"
    CASE_IDENT = "case_ident"
    DEPARTMENT = "department"
    KIND = "kind"
    TYPE = "type"
    STATUS = "status"
    ACCESS = "access"


@dataclass(frozen=True, slots=True)
class All:
    """Every document."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No document."""


@dataclass(frozen=True, slots=True)
class Term:
    """Documents that hold the term."""

    field: Field
    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Adjacent:
    """Documents that hold the terms beside each other, in a field with positions."""

    field: Field
    terms: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Starts:
    """Documents that hold a term with this beginning."""

    field: Field
    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Nearly:
    """Documents that hold a term at most so many letters off."""

    field: Field
    text: str
    distance: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Dated:
    """Documents dated in the span, both ends included, an open end as None."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every clause holds."""

    clauses: tuple["Clause", ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one clause holds; their scores add up."""

    clauses: tuple["Clause", ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """None of the clauses holds."""

    clauses: tuple["Clause", ...]


Clause = All | Nothing | Term | Adjacent | Starts | Nearly | Dated | AllOf | AnyOf | NoneOf


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexDocument:
    """One document as the index takes it: finished terms, no text. Term fields are words with a space
    between.
    """

    uuid: UUID
    case: UUID | None
    department: str
    kind: str
    type: str
    status: str
    access: str
    dated_on: date | None
    title: str
    title_parts: str
    title_exact: str
    body: str
    parts: str
    exact: str
    identifiers: tuple[str, ...]
    case_identifiers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What to find. Values of one filter are alternatives; `hidden` documents are as if they were not
    there.
    """

    clause: Clause
    filters: Mapping[FacetName, tuple[str, ...]]
    dated_from: date | None = None
    dated_to: date | None = None
    case: UUID | None = None
    hidden: tuple[UUID, ...] = ()
    sort: Sort = Sort.RELEVANCE
    offset: int = 0
    limit: int = 10
    collapse: bool = False
    with_facets: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found. `reachable` counts what can be paged through: hits, or cases when collapsed.

    `facets` counts leave out the facet's own filter, `months` (as year * 100 + month) leave out dates and
    years. `case_counts` says how many hits lie in the cases of `hits`.
    """

    total: int
    reachable: int
    hits: tuple[UUID, ...]
    facets: Mapping[FacetName, Mapping[str, int]]
    months: Mapping[int, int]
    case_counts: Mapping[UUID, int]


class Searcher(Protocol):
    """One unchanging state of an index."""

    def search(self, question: Question) -> Found:
        """Answer a question."""

    def count(self, clause: Clause, hidden: Sequence[UUID] = ()) -> int:
        """Count the documents for which a clause holds."""

    def terms(self, field: Field, prefix: str, least_documents: int) -> dict[str, int]:
        """Return the terms with this beginning and the number of live documents that hold them."""

    @property
    def documents(self) -> int:
        """How many documents there are."""


class Writer(Protocol):
    """The one process that may change an index. Nothing is seen by others before `commit`."""

    def add(self, document: IndexDocument) -> None:
        """Add a document, in the place of the one with the same uuid."""

    def delete(self, uuid: UUID) -> None:
        """Take a document out."""

    def commit(self) -> None:
        """Make everything since the last commit durable and visible, or nothing of it."""

    def close(self) -> None:
        """Let go of the index; what is not committed is lost."""


class IndexUnusable(Exception):
    """The index is missing, damaged or of another form; it must be made again."""


class IndexBusy(Exception):
    """Another process is writing."""
