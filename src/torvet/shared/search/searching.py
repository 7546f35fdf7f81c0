"""Search as the rest of Torvet meets it: the opened index, the rows, the refusal of CPR numbers.

One reader is kept open in a process and looks for a newer index with each request; that costs a file read
and less than a millisecond. Queries are neither kept nor logged.
"""

import threading
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeAlias
from uuid import UUID

from django.conf import settings

from torvet.pure.pii import GATE_THRESHOLD, PiiClass, scan
from torvet.shared.search import language, rows
from torvet.shared.search.analysis import Analyser
from torvet.shared.search.answering import Sources, answer
from torvet.shared.search.compiling import compile_query
from torvet.shared.search.contract import Answer, FacetName, Health, Note, Piece, Refusal, Request, Suggestion
from torvet.shared.search.engine import Field, IndexUnusable, Searcher
from torvet.shared.search.folders import IndexFolders
from torvet.shared.search.indexing import Indexer, IndexReport, Progress
from torvet.shared.search.models import Entry
from torvet.shared.search.query import clean, parse
from torvet.shared.search.snippets import Marker
from torvet.shared.search.spelling import LEAST_DOCUMENTS
from torvet.shared.search.tantivy_engine import TantivyReader, TantivySearcher
from torvet.shared.search.vocabulary import PublicSpelling, words_of

Mark: TypeAlias = Callable[[str], tuple[Piece, ...]]

MAX_SCANNED = 20_000
MAX_HIDDEN = 10_000
MAX_SUGGESTIONS = 20
LEAST_TYPED = 2
LIMIT_AT_ONCE = 100_000


class OpenedIndex:
    """The index a process reads, opened again when another one serves."""

    def __init__(self) -> None:
        """Nothing is opened before the first request."""
        self._lock = threading.Lock()
        self._folder: Path | None = None
        self._reader: TantivyReader | None = None

    def searcher(self) -> TantivySearcher:
        """Take the newest state. Raises `IndexUnusable` when there is no index that can be read."""
        folder = folders().current()
        if folder is None:
            raise IndexUnusable("no index has been built")
        with self._lock:
            if self._reader is None or self._folder != folder:
                self._reader, self._folder = TantivyReader(folder), folder
            return self._reader.searcher()


_opened = OpenedIndex()


def analyser() -> Analyser:
    """The analyser of this process; another one when the tables are replaced."""
    tables = Path(settings.DANISH_TABLES)
    return _analyser(tables, tables.stat().st_mtime_ns if tables.exists() else 0)


@lru_cache(maxsize=1)
def _analyser(tables: Path, changed_ns: int) -> Analyser:
    return language.load(tables)


def folders() -> IndexFolders:
    """The folders of this site."""
    return IndexFolders(Path(settings.SEARCH_INDEX))


def indexer() -> Indexer:
    """The indexer of this site."""
    return Indexer(folders(), analyser())


def bring_up_to_date(limit: int = LIMIT_AT_ONCE) -> IndexReport:
    """Index up to `limit` rows that wait; safe to call at any time, to kill, and to call again.

    The first call, and the first after the analyser changed, builds the whole index.
    """
    return indexer().bring_up_to_date(limit)


def rebuild(progress: Progress | None = None) -> IndexReport:
    """Build the index anew beside the one that serves; afterwards no removed text is left in its files.

    Raises:
        IndexBusy: another rebuild is running.
    """
    return indexer().rebuild(progress)


class SiteLabels:
    """The values of the filters in one state of the index; departments by name."""

    def __init__(self, searcher: Searcher) -> None:
        """Hold the state."""
        self._searcher = searcher

    @cached_property
    def _departments(self) -> dict[str, str]:
        return rows.department_names()

    def labels(self, name: FacetName) -> Mapping[str, str]:
        """Labels by code."""
        if name is FacetName.DEPARTMENT:
            return self._departments
        return {code: code for code in self._searcher.terms(Field(name.value), "", 1)}


def holds_cpr(text: str) -> bool:
    """Whether a text holds what is probably a CPR number."""
    findings = scan(clean(text[:MAX_SCANNED]))
    return any(found.pii_class is PiiClass.CPR and found.score >= GATE_THRESHOLD for found in findings)


def search(request: Request) -> Answer:
    """Search everything public; whatever a visitor typed, it raises nothing.

    A text with a CPR number is refused: not searched, not kept, not told back. A removed thing is gone from
    hits and counts at once, whether the index knows it or not. Without an index the answer is empty and says
    so.
    """
    if holds_cpr(request.text):
        return Answer(refused=Refusal.CPR)
    hidden = rows.withdrawn_uuids(MAX_HIDDEN)
    try:
        searcher = _opened.searcher()
    except IndexUnusable:
        return Answer(notes=(Note.NOT_READY,))
    return answer(request, _sources(searcher, hidden))


def marker(query: str) -> Mark:
    """Return what marks the words of a query in any text, as in the results; it marks nothing for a refused query."""
    if holds_cpr(query):
        return _unmarked
    try:
        searcher = _opened.searcher()
    except IndexUnusable:
        return _unmarked
    sources = _sources(searcher, ())
    compiled = compile_query(parse(query).node, sources.analyser, sources.labels)
    return Marker(sources.analyser, compiled.wanted).title


def _unmarked(text: str) -> tuple[Piece, ...]:
    return (Piece(text),)


def _sources(searcher: TantivySearcher, hidden: tuple[UUID, ...]) -> Sources:
    return Sources(
        searcher=searcher,
        analyser=analyser(),
        labels=SiteLabels(searcher),
        fetch=rows.fetch,
        spelling=PublicSpelling(searcher),
        hidden=hidden,
    )


def suggest(typed: str, limit: int = 8) -> tuple[Suggestion, ...]:
    """Complete the last word of what is being typed, with words of at least five public documents,
    commonest first.
    """
    word = clean(typed[:MAX_SCANNED]).lower().rpartition(" ")[2]
    if len(word) < LEAST_TYPED or not word.isalpha() or holds_cpr(typed):
        return ()
    try:
        searcher = _opened.searcher()
    except IndexUnusable:
        return ()
    found = words_of(searcher, word, LEAST_DOCUMENTS)
    best = sorted(found.items(), key=lambda item: (-item[1], item[0]))[: min(max(limit, 1), MAX_SUGGESTIONS)]
    return tuple(Suggestion(text, count) for text, count in best)


def pending() -> int:
    """How many rows wait to be indexed."""
    return Entry.objects.pending().count()


def health() -> Health:
    """How the index stands."""
    maker = indexer()
    folder = maker.folders.current()
    waiting = Entry.objects.pending().order_by("changed_at").values_list("changed_at", flat=True).first()
    problems, documents = [], 0
    try:
        documents = _opened.searcher().documents
    except IndexUnusable as error:
        problems.append(str(error))
    if folder is not None and not maker.folders.is_of(folder, maker.version):
        problems.append("the index was built by another analyser")
    return Health(
        is_ready=not problems,
        analyser=folder.name.rpartition("-")[0] if folder else "",
        wanted_analyser=maker.version,
        documents=documents,
        entries=Entry.objects.current().count(),
        pending=pending(),
        oldest_pending_at=waiting,
        size_bytes=sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) if folder else 0,
        problems=tuple(problems),
    )
