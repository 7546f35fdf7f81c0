"""From a request to an answer: read, compile, ask the engine, fetch what is shown, cut snippets.

It works on any engine, analyser and source of texts. Not here: rows, settings and the opened index (see
`searching`). A hit whose text is not there any more is not shown.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from torvet.shared.search.analysis import Analyser
from torvet.shared.search.compiling import Compiled, compile_query
from torvet.shared.search.contract import (
    Answer,
    EntryText,
    Facet,
    FacetName,
    FacetValue,
    Hit,
    HitCase,
    MonthCount,
    Note,
    Request,
    Sort,
)
from torvet.shared.search.engine import AnyOf, Found, Question, Searcher
from torvet.shared.search.query import Everything, Node, parse
from torvet.shared.search.reading import parts, written
from torvet.shared.search.snippets import Marker
from torvet.shared.search.spelling import corrected

REACH = 10_000
"""Hits beyond this are not paged to: a deep page costs as much as all before it, and nobody reads it."""
MAX_PAGE_SIZE = 100
MAX_VALUES = 50

Fetch = Callable[[Iterable[UUID]], Mapping[UUID, EntryText]]


class Spelling(Protocol):
    """Finds the word that was probably meant."""

    def nearest(self, word: str) -> str | None:
        """A public word near this one, or None."""


class Labels(Protocol):
    """Names for the codes of facets."""

    def labels(self, name: FacetName) -> Mapping[str, str]:
        """Labels by code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What an answer is made from. `hidden` things are removed, but still in this state of the index."""

    searcher: Searcher
    analyser: Analyser
    labels: Labels
    fetch: Fetch
    spelling: Spelling
    hidden: tuple[UUID, ...] = ()


def answer(request: Request, sources: Sources) -> Answer:
    """Answer a request; whatever was typed, it raises nothing."""
    started = time.perf_counter()
    query = parse(request.text)
    size = min(max(request.page_size, 1), MAX_PAGE_SIZE)
    page, notes = _page(request.page, size)
    compiled, found, better, tried = _ask(query.node, replace(request, page=page, page_size=size), sources)
    asked = time.perf_counter()
    hits = _hits(found, compiled, sources)
    reachable = min(found.reachable, REACH)
    return Answer(
        total=found.total,
        hits=hits,
        facets=_facets(found, request, sources.labels),
        months=_months(found.months),
        reading=parts(query.node),
        notes=tuple(dict.fromkeys((*query.notes, *compiled.notes, *tried, *notes))),
        suggestion=_suggestion(query.node, better, sources),
        page=page,
        page_count=-(-reachable // size),
        engine_ms=(asked - started) * 1000,
        total_ms=(time.perf_counter() - started) * 1000,
    )


def _page(page: int, size: int) -> tuple[int, tuple[Note, ...]]:
    last = max(REACH // size, 1)
    return (last, (Note.PAGE_TOO_DEEP,)) if page > last else (max(page, 1), ())


def _ask(node: Node, request: Request, sources: Sources) -> tuple[Compiled, Found, Node, tuple[Note, ...]]:
    """Ask for just what was typed; only where that finds nothing at all, for what was probably meant.

    Given back are also the tree as it was probably meant, and a note if it had to be asked for.
    """
    compiled = compile_query(node, sources.analyser, sources.labels)
    found = sources.searcher.search(_question(compiled, node, request, sources.hidden))
    if found.total or sources.searcher.count(compiled.clause, sources.hidden):
        return compiled, found, node, ()
    better = corrected(node, sources.analyser, sources.spelling)
    meant = compile_query(better, sources.analyser, sources.labels)
    for distance, note in ((1, Note.SPELLED_NEARLY), (2, Note.SPELLED_LOOSELY)):
        nearly = _either(compile_query(node, sources.analyser, sources.labels, distance=distance), meant)
        found_nearly = sources.searcher.search(_question(nearly, node, request, sources.hidden))
        if found_nearly.total:
            return nearly, found_nearly, better, (note,)
    return compiled, found, better, ()


def _either(one: Compiled, other: Compiled) -> Compiled:
    """What meets one or the other; both are marked."""
    return replace(
        one,
        clause=one.clause if one.clause == other.clause else AnyOf((one.clause, other.clause)),
        wanted=one.wanted | other.wanted,
    )


def _question(compiled: Compiled, node: Node, request: Request, hidden: tuple[UUID, ...]) -> Question:
    is_browsing = isinstance(node, Everything)
    return Question(
        clause=compiled.clause,
        filters={
            FacetName.DEPARTMENT: request.departments[:MAX_VALUES],
            FacetName.KIND: request.kinds[:MAX_VALUES],
            FacetName.TYPE: request.types[:MAX_VALUES],
            FacetName.STATUS: request.statuses[:MAX_VALUES],
            FacetName.ACCESS: request.access[:MAX_VALUES],
            FacetName.YEAR: tuple(str(year) for year in request.years if 0 < year < 10_000)[:MAX_VALUES],
        },
        dated_from=request.dated_from,
        dated_to=request.dated_to,
        case=request.case,
        hidden=hidden,
        sort=Sort.NEWEST if is_browsing and request.sort is Sort.RELEVANCE else request.sort,
        offset=(request.page - 1) * request.page_size,
        limit=request.page_size,
        collapse=request.collapse,
    )


def _hits(found: Found, compiled: Compiled, sources: Sources) -> tuple[Hit, ...]:
    marker = Marker(sources.analyser, compiled.wanted)
    texts = sources.fetch(found.hits)
    return tuple(_hit(texts[uuid], marker, found.case_counts) for uuid in found.hits if uuid in texts)


def _hit(entry: EntryText, marker: Marker, case_counts: Mapping[UUID, int]) -> Hit:
    snippets, pages = marker.snippets(entry.pages)
    return Hit(
        uuid=entry.uuid,
        source=entry.source,
        url=entry.url,
        title=marker.title(entry.title),
        snippets=snippets,
        found_on_pages=pages,
        page_count=len(entry.pages),
        kind=entry.kind,
        department=entry.department,
        department_name=entry.department_name,
        status=entry.status,
        document_type=entry.document_type,
        case=_case(entry, case_counts),
        dated_on=entry.dated_on,
        published_at=entry.published_at,
        access=entry.access,
        covered_count=entry.covered_count,
        legal_note=entry.legal_note,
    )


def _case(entry: EntryText, counts: Mapping[UUID, int]) -> HitCase | None:
    if entry.case is None:
        return None
    return HitCase(entry.case, entry.case_number, entry.case_title, max(counts.get(entry.case, 1) - 1, 0))


def _facets(found: Found, request: Request, labels: Labels) -> tuple[Facet, ...]:
    chosen = {
        FacetName.DEPARTMENT: request.departments,
        FacetName.KIND: request.kinds,
        FacetName.TYPE: request.types,
        FacetName.STATUS: request.statuses,
        FacetName.ACCESS: request.access,
        FacetName.YEAR: tuple(str(year) for year in request.years),
    }
    return tuple(_facet(name, found.facets.get(name, {}), chosen[name], labels) for name in FacetName)


def _facet(name: FacetName, counts: Mapping[str, int], chosen: tuple[str, ...], labels: Labels) -> Facet:
    names = labels.labels(name) if name is FacetName.DEPARTMENT else {}
    codes = dict.fromkeys((*counts, *chosen[:MAX_VALUES]))
    values = [FacetValue(code, names.get(code, code), counts.get(code, 0), code in chosen) for code in codes]
    if name is FacetName.YEAR:
        return Facet(name, tuple(sorted(values, key=lambda value: value.code, reverse=True)))
    return Facet(name, tuple(sorted(values, key=lambda value: (-value.count, value.label))))


def _months(counts: Mapping[int, int]) -> tuple[MonthCount, ...]:
    if not counts:
        return ()
    first, last = (month // 100 * 12 + month % 100 - 1 for month in (min(counts), max(counts)))
    months = ((number // 12, number % 12 + 1) for number in range(first, last + 1))
    return tuple(MonthCount(year, month, counts.get(year * 100 + month, 0)) for year, month in months)


def _suggestion(node: Node, better: Node, sources: Sources) -> str:
    if better == node:
        return ""
    compiled = compile_query(better, sources.analyser, sources.labels)
    return written(better) if sources.searcher.count(compiled.clause, sources.hidden) else ""
