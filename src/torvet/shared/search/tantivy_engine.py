"""The index as a Tantivy folder.

What bites in tantivy-py 0.27 and how it is met here: documents are made with the schema (an integer without
it panics the writer); all text is cut into terms before, so the built-in white-space tokenizer is all there
is to register; a limit of 0 panics; calendar histograms do not exist, so days, months and years are numbers;
bodies are not stored, and deleted text leaves the disk when the index is made again (see `indexing`).
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from uuid import UUID

import tantivy
from tantivy import FieldType, Occur, Order, Query

from torvet.shared.search.contract import FacetName, Sort
from torvet.shared.search.engine import (
    Adjacent,
    All,
    AllOf,
    AnyOf,
    Clause,
    Dated,
    Field,
    Found,
    IndexBusy,
    IndexDocument,
    IndexUnusable,
    Nearly,
    NoneOf,
    Nothing,
    Question,
    Starts,
    Term,
)

SCHEMA_VERSION = "1"
"""Part of the folder's name: another schema is another index."""

WRITER_BYTES = 100_000_000
COLLAPSE_DEPTH = 1_000
"""So many of the best hits are looked through for cases."""

POSITIONED = (Field.BODY, Field.TITLE)
UNPOSITIONED = (Field.PARTS, Field.TITLE_PARTS, Field.EXACT, Field.TITLE_EXACT)
WHOLE = (Field.IDENT, Field.CASE_IDENT)
FACETS = {
    FacetName.DEPARTMENT: ("department", 200),
    FacetName.KIND: ("kind", 50),
    FacetName.TYPE: ("type", 300),
    FacetName.STATUS: ("status", 50),
    FacetName.ACCESS: ("access", 10),
    FacetName.YEAR: ("year", 500),
}
MONTHS = "months"
MAX_MONTHS = 6_000
YEARLY_ADVANTAGE = 1.02
"""A hit that is a year newer scores 2 % more: ten years are worth 22 %, less than a word in the title."""
ADVANTAGE_FROM = date(1990, 1, 1)
ADVANTAGE_UNTIL_YEARS = 60.0


def schema() -> tantivy.Schema:
    """Build the schema: finished terms, filters as fast fields, nothing stored but identity."""
    builder = tantivy.SchemaBuilder()
    for field in POSITIONED:
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="position")
    for field in UNPOSITIONED:
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="basic")
    for field in WHOLE:
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    for name in ("uuid", "case"):
        builder.add_text_field(name, stored=True, fast=name == "case", tokenizer_name="raw", index_option="basic")
    for facet, (name, _) in FACETS.items():
        if facet is not FacetName.YEAR:
            builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in ("day", "month", "year", "case_key"):
        builder.add_unsigned_field(name, indexed=name != "case_key", fast=True)
    builder.add_float_field("recency", fast=True)
    return builder.build()


def recency(day: date | None) -> float:
    """The value whose logarithm Tantivy multiplies the score with: it takes log2(2 + value)."""
    years = 0.0 if day is None else (day - ADVANTAGE_FROM).days / 365.25
    advantage: float = YEARLY_ADVANTAGE ** min(max(years, 0.0), ADVANTAGE_UNTIL_YEARS)
    return math.exp2(advantage) - 2.0


def case_key(uuid: UUID) -> int:
    """A number for a case that a float holds exactly, as aggregations give numbers as floats."""
    return uuid.int & (2**52 - 1)


def _case_key(document: IndexDocument) -> int:
    return case_key(document.case or document.uuid)


def _columns(document: IndexDocument) -> dict[str, object]:
    columns: dict[str, object] = {
        "uuid": document.uuid.hex,
        "department": document.department,
        "kind": document.kind,
        "type": document.type,
        "status": document.status,
        "access": document.access,
        "title": document.title,
        "title_parts": document.title_parts,
        "title_exact": document.title_exact,
        "body": document.body,
        "parts": document.parts,
        "exact": document.exact,
        "ident": list(document.identifiers),
        "case_ident": list(document.case_identifiers),
        "case_key": _case_key(document),
        "recency": recency(document.dated_on),
    }
    if document.case is not None:
        columns["case"] = document.case.hex
    if document.dated_on is not None:
        day = document.dated_on
        columns |= {"day": day.toordinal(), "month": day.year * 100 + day.month, "year": day.year}
    return {name: value for name, value in columns.items() if value not in ("", [])}


class TantivyWriter:
    """Writes to one folder; a second writer on it, in any process, is refused."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Open or make the index. Raises `IndexBusy` and `IndexUnusable`."""
        self._schema = schema()
        folder.mkdir(parents=True, exist_ok=True)
        try:
            index = tantivy.Index(self._schema, str(folder))
            self._writer = index.writer(WRITER_BYTES, threads)
        except ValueError as error:
            raise (IndexBusy if "LockBusy" in str(error) else IndexUnusable)(str(error)) from error

    def add(self, document: IndexDocument) -> None:
        """Add a document, in the place of the one with the same uuid."""
        self._writer.delete_documents_by_term("uuid", document.uuid.hex)
        self._writer.add_document(tantivy.Document.from_dict(_columns(document), self._schema))

    def delete(self, uuid: UUID) -> None:
        """Take a document out."""
        self._writer.delete_documents_by_term("uuid", uuid.hex)

    def commit(self) -> None:
        """Make everything since the last commit durable and visible."""
        self._writer.commit()
        self._writer.garbage_collect_files()

    def close(self) -> None:
        """Let running merges finish and let go of the lock."""
        with suppress(ValueError):
            self._writer.wait_merging_threads()


class TantivyReader:
    """Opens one folder; `searcher` is a state of it and costs next to nothing."""

    def __init__(self, folder: Path) -> None:
        """Open the index. Raises `IndexUnusable`."""
        try:
            self._index = tantivy.Index.open(str(folder))
            self._index.config_reader("manual")
        except ValueError as error:
            raise IndexUnusable(str(error)) from error
        self._schema = self._index.schema
        self._meta = folder / "meta.json"
        self._seen = (0, 0)

    def searcher(self) -> "TantivySearcher":
        """Take the newest committed state. Raises `IndexUnusable` when its files are gone or damaged."""
        try:
            meta = self._meta.stat()
            if (meta.st_mtime_ns, meta.st_ino) != self._seen:
                self._index.reload()
                self._seen = meta.st_mtime_ns, meta.st_ino
            return TantivySearcher(self._index.searcher(), self._schema)
        except (ValueError, OSError) as error:
            raise IndexUnusable(str(error)) from error


class TantivySearcher:
    """One state of the index."""

    def __init__(self, searcher: tantivy.Searcher, schema: tantivy.Schema) -> None:
        """Hold on to a state; it stays readable whatever is written meanwhile."""
        self._searcher = searcher
        self._schema = schema

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return int(self._searcher.num_docs)

    def count(self, clause: Clause, hidden: Sequence[UUID] = ()) -> int:
        """Count the documents for which a clause holds."""
        query = self._with([self._query(clause)], self._hiding(hidden))
        return _count(self._searcher.search(query, 1, True))

    def terms(self, field: Field, prefix: str, least_documents: int) -> dict[str, int]:
        """Return the terms with this beginning that stand in enough documents; deleted documents are not
        counted.
        """
        found = self._searcher.terms_with_prefix(field.value, prefix, filter_query=Query.all_query())
        return {term: count for term, count in found if count >= least_documents}

    def search(self, question: Question) -> Found:
        """Answer a question."""
        base = [self._query(question.clause)]
        if question.case is not None:
            base.append(self._exactly("case", [question.case.hex]))
        hiding = self._hiding(question.hidden)
        filters = self._filters(question)
        query = self._with([*base, *filters.values()], hiding)
        total, reachable, hits = self._hits(query, question)
        facets, months = self._facets(base, filters, hiding) if question.with_facets else ({}, {})
        cases = [case for _, case in hits if case is not None]
        return Found(
            total=total,
            reachable=reachable,
            hits=tuple(uuid for uuid, _ in hits),
            facets=facets,
            months=months,
            case_counts=self._case_counts(query, cases),
        )

    def _hits(self, query: Query, question: Question) -> tuple[int, int, list[tuple[UUID, UUID | None]]]:
        limit = max(question.limit, 1)
        if not question.collapse:
            result = self._sorted(query, question.sort, question.offset, limit)
            return _count(result), _count(result), [self._identity(address) for _, address in result.hits]
        result = self._sorted(query, question.sort, 0, COLLAPSE_DEPTH)
        first = self._first_of_each_case([address for _, address in result.hits])
        shown = first[question.offset : question.offset + limit]
        return _count(result), len(first), [self._identity(address) for address in shown]

    def _sorted(self, query: Query, sort: Sort, offset: int, limit: int) -> tantivy.SearchResult:
        if sort is Sort.RELEVANCE:
            return self._searcher.search(query, limit, True, offset=offset, weight_by_field="recency")
        order = Order.Desc if sort is Sort.NEWEST else Order.Asc
        return self._searcher.search(query, limit, True, order_by_field="day", offset=offset, order=order)

    def _first_of_each_case(self, addresses: list[tantivy.DocAddress]) -> list[tantivy.DocAddress]:
        keys = self._searcher.fast_field_values("case_key", addresses)
        first: dict[float | None, tantivy.DocAddress] = {}
        for key, address in zip(keys, addresses, strict=True):
            first.setdefault(key, address)
        return list(first.values())

    def _identity(self, address: tantivy.DocAddress) -> tuple[UUID, UUID | None]:
        document = self._searcher.doc(address)
        case = document.get_first("case")
        return UUID(document.get_first("uuid")), UUID(case) if case else None

    def _facets(
        self, base: list[Query], filters: Mapping[str, Query], hiding: Query | None
    ) -> tuple[dict[FacetName, Mapping[str, int]], dict[int, int]]:
        """Count each facet without its own filter, and months without years and days; equal counts share a pass."""
        passes: dict[frozenset[str], dict[str, dict[str, object]]] = {}
        for name, (column, size) in (*FACETS.items(), (MONTHS, ("month", MAX_MONTHS))):
            left_out = {"days", FacetName.YEAR} if name == MONTHS else {name}
            kept = frozenset(filters.keys() - left_out)
            passes.setdefault(kept, {})[name] = {"terms": {"field": column, "size": size}}
        counted: dict[str, dict[str, int]] = {}
        for kept, wanted in passes.items():
            query = self._with([*base, *(filters[name] for name in sorted(kept))], hiding)
            buckets = self._searcher.aggregate(query, wanted)
            counted |= {name: _bucket_counts(buckets[name]) for name in wanted}
        months = {int(month): count for month, count in counted[MONTHS].items()}
        return {name: counted[name] for name in FACETS}, months

    def _case_counts(self, query: Query, cases: list[UUID]) -> dict[UUID, int]:
        if not cases:
            return {}
        keys = {str(case_key(case)): case for case in cases}
        among = self._with([query, self._exactly("case", [case.hex for case in keys.values()])], None)
        buckets = self._searcher.aggregate(among, {"cases": {"terms": {"field": "case_key", "size": len(keys)}}})
        return {keys[key]: count for key, count in _bucket_counts(buckets["cases"]).items() if key in keys}

    def _filters(self, question: Question) -> dict[str, Query]:
        filters: dict[str, Query] = {}
        for name, values in question.filters.items():
            if values:
                known = [int(value) for value in values] if name is FacetName.YEAR else list(values)
                filters[name] = self._exactly(FACETS[name][0], known)
        if question.dated_from is not None or question.dated_to is not None:
            filters["days"] = self._query(Dated(question.dated_from, question.dated_to))
        return filters

    def _hiding(self, hidden: Sequence[UUID]) -> Query | None:
        return Query.term_set_query(self._schema, "uuid", [uuid.hex for uuid in hidden]) if hidden else None

    def _exactly(self, name: str, values: Sequence[object]) -> Query:
        return Query.const_score_query(Query.term_set_query(self._schema, name, values), 0.0)

    def _with(self, queries: Iterable[Query], hiding: Query | None) -> Query:
        clauses = [(Occur.Must, query) for query in queries]
        if hiding is not None:
            clauses.append((Occur.MustNot, hiding))
        return clauses[0][1] if len(clauses) == 1 else Query.boolean_query(clauses)

    def _query(self, clause: Clause) -> Query:
        match clause:
            case All():
                return Query.all_query()
            case Nothing() | AnyOf(()):
                return Query.empty_query()
            case AllOf(clauses, weight):
                return _weighted(self._all_of(clauses), weight)
            case AnyOf(clauses):
                return Query.boolean_query([(Occur.Should, self._query(inner)) for inner in clauses])
            case NoneOf(clauses):
                return self._all_of((clause,))
            case Dated(first, last):
                return self._dated(first, last)
            case Term() | Adjacent() | Starts() | Nearly():
                return _weighted(self._leaf(clause), clause.weight)

    def _all_of(self, clauses: tuple[Clause, ...]) -> Query:
        found: list[tuple[Occur, Query]] = []
        for clause in clauses:
            if isinstance(clause, NoneOf):
                found.extend((Occur.MustNot, self._query(inner)) for inner in clause.clauses)
            else:
                found.append((Occur.Must, self._query(clause)))
        if all(occur is Occur.MustNot for occur, _ in found):
            found.append((Occur.Must, Query.const_score_query(Query.all_query(), 0.0)))
        return Query.boolean_query(found)

    def _leaf(self, clause: Term | Adjacent | Starts | Nearly) -> Query:
        name = clause.field.value
        option = "position" if clause.field in POSITIONED else "basic"
        match clause:
            case Term(_, text):
                return Query.term_query(self._schema, name, text, option)
            case Adjacent(_, terms):
                return Query.phrase_query(self._schema, name, list(terms))
            case Starts(_, text):
                return Query.regex_query(self._schema, name, f"{_literal(text)}.*")
            case Nearly(_, text, distance):
                return Query.fuzzy_term_query(self._schema, name, text, distance)

    def _dated(self, first: date | None, last: date | None) -> Query:
        lower = date.min.toordinal() if first is None else first.toordinal()
        upper = date.max.toordinal() if last is None else last.toordinal()
        days = Query.range_query(self._schema, "day", FieldType.Unsigned, lower, upper)
        return Query.const_score_query(days, 0.0)


def _weighted(query: Query, weight: float) -> Query:
    return query if math.isclose(weight, 1.0) else Query.boost_query(query, weight)


def _count(result: tantivy.SearchResult) -> int:
    return int(result.count)  # type: ignore[attr-defined]  # the library has it, its stub does not


def _literal(text: str) -> str:
    return re.sub(r"\W", lambda sign: f"\\x{{{ord(sign.group()):x}}}", text)


def _bucket_counts(bucket: Mapping[str, list[Mapping[str, float | str]]]) -> dict[str, int]:
    return {_key(one["key"]): int(one["doc_count"]) for one in bucket["buckets"]}


def _key(key: float | str) -> str:
    return str(int(key)) if isinstance(key, float) else str(key)
