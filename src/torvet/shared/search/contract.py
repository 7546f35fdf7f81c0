"""What goes in and what comes out of search, as plain values.

Here: frozen dataclasses and enumerations only, so that the engine, the pages and the benchmarks speak of the
same things. Not here: how anything is found. Other code imports these names from `api`.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Access(StrEnum):
    """How much of a thing the public may see; its text in the index is the public part in any case."""

    WHOLE = "whole"
    PARTIAL = "partial"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class PageText:
    """The public text of one page; pages are numbered from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryText:
    """One thing that can be found, with all its public text. Never put text here that is not public.

    `source` names the table ("records.document"), `kind` what it is for the reader ("document", "case").
    `kind`, `department`, `status`, `document_type` are facet values: codes, which pages translate; a
    department brings its name. `identifiers` are written as people write them ("BFE 1234567", "matr. 7a
    Fjordby").
    """

    uuid: UUID
    source: str
    url: str
    title: str
    kind: str
    department: str
    department_name: str
    published_at: datetime
    dated_on: date | None = None
    status: str = ""
    document_type: str = ""
    case: UUID | None = None
    case_number: str = ""
    case_title: str = ""
    identifiers: tuple[str, ...] = ()
    access: Access = Access.WHOLE
    covered_count: int = 0
    legal_note: str = ""
    pages: tuple[PageText, ...] = ()


class Sort(StrEnum):
    """The order of hits; by relevance a newer hit has a mild advantage."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class FacetName(StrEnum):
    """What hits can be narrowed down by."""

    DEPARTMENT = "department"
    KIND = "kind"
    TYPE = "type"
    STATUS = "status"
    ACCESS = "access"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What somebody asks for. Several values of one filter are alternatives; the filters together must all
    hold.

    Without text everything is found. `dated_from` and `dated_to` are both included. With `collapse` the best
    hit stands for its whole case.
    """

    text: str = ""
    departments: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    dated_from: date | None = None
    dated_to: date | None = None
    case: UUID | None = None
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = 10
    collapse: bool = False


class ReadingKind(StrEnum):
    """One element of a query as it was understood."""

    WORD = "word"
    PHRASE = "phrase"
    EXACT = "exact"
    PREFIX = "prefix"
    IDENTIFIER = "identifier"
    AND = "and"
    OR = "or"
    NOT = "not"
    OPEN = "open"
    CLOSE = "close"
    DEPARTMENT = "department"
    KIND = "kind"
    TYPE = "type"
    STATUS = "status"
    CASE = "case"
    TITLE = "title"
    YEAR = "year"
    FROM = "from"
    TO = "to"


@dataclass(frozen=True, slots=True)
class ReadingPart:
    """One element, in the order to show: `text` is empty for AND, OR, NOT, OPEN and CLOSE.

    A word in a title is TITLE with an empty text followed by its own part. Dates are written YYYY-MM-DD.
    """

    kind: ReadingKind
    text: str = ""


class Note(StrEnum):
    """Something the reader should be told about the answer."""

    CUT_AT_500 = "cut-at-500"
    QUOTE_NOT_CLOSED = "quote-not-closed"
    PARENTHESIS_NOT_CLOSED = "parenthesis-not-closed"
    PARENTHESIS_NOT_OPENED = "parenthesis-not-opened"
    OPERATOR_IGNORED = "operator-ignored"
    NESTED_TOO_DEEPLY = "nested-too-deeply"
    TOO_MANY_WORDS = "too-many-words"
    PREFIX_TOO_SHORT = "prefix-too-short"
    FIELD_WITHOUT_VALUE = "field-without-value"
    DATE_NOT_UNDERSTOOD = "date-not-understood"
    VALUE_UNKNOWN = "value-unknown"
    STOP_WORDS_IGNORED = "stop-words-ignored"
    NOTHING_BUT_STOP_WORDS = "nothing-but-stop-words"
    NOTHING_TO_SEARCH_FOR = "nothing-to-search-for"
    SPELLED_NEARLY = "spelled-nearly"
    SPELLED_LOOSELY = "spelled-loosely"
    PAGE_TOO_DEEP = "page-too-deep"
    NOT_READY = "not-ready"


class Refusal(StrEnum):
    """Why a query was not searched at all. The query is then neither kept nor shown."""

    CPR = "cpr"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; marked where it is what was searched for."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """About 220 characters of one page. `starts_inside` and `ends_inside` say where text was left out."""

    page: int
    pieces: tuple[Piece, ...]
    starts_inside: bool
    ends_inside: bool


@dataclass(frozen=True, slots=True)
class HitCase:
    """The case a hit belongs to, and how many further hits of this search lie in it."""

    uuid: UUID
    number: str
    title: str
    further_hits: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing found, with all that a result list shows of it. `found_on_pages` is a sample of at most 8."""

    uuid: UUID
    source: str
    url: str
    title: tuple[Piece, ...]
    snippets: tuple[Snippet, ...]
    found_on_pages: tuple[int, ...]
    page_count: int
    kind: str
    department: str
    department_name: str
    status: str
    document_type: str
    case: HitCase | None
    dated_on: date | None
    published_at: datetime
    access: Access
    covered_count: int
    legal_note: str

    @property
    def plain_title(self) -> str:
        """The title without marks."""
        return "".join(piece.text for piece in self.title)


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet, how many hits it has or would have, and whether it is chosen now."""

    code: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet. Counts leave out the facet's own choice, so that a second value can be added. Most hits
    first; years newest first.
    """

    name: FacetName
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Hits dated in one month, whatever dates are chosen. Months without hits between the first and last
    are there.
    """

    year: int
    month: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was found. With a refusal everything else is empty.

    `total` counts hits, also with `collapse`; `page_count` pages can be opened. `suggestion` is a whole
    query that would find something. `engine_ms` and `total_ms` are wall-clock milliseconds.
    """

    total: int = 0
    hits: tuple[Hit, ...] = ()
    facets: tuple[Facet, ...] = ()
    months: tuple[MonthCount, ...] = ()
    reading: tuple[ReadingPart, ...] = ()
    notes: tuple[Note, ...] = ()
    suggestion: str = ""
    refused: Refusal | None = None
    page: int = 1
    page_count: int = 0
    engine_ms: float = 0.0
    total_ms: float = 0.0

    def facet(self, name: FacetName) -> tuple[FacetValue, ...]:
        """Return the values of one facet; none when it has none."""
        return next((facet.values for facet in self.facets if facet.name == name), ())


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word to complete what is being typed, and in how many documents it stands (never fewer than five)."""

    text: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How the index stands. `pending` rows wait to be indexed; `analyser` is the version the index was
    built with.
    """

    is_ready: bool
    analyser: str = ""
    wanted_analyser: str = ""
    documents: int = 0
    entries: int = 0
    pending: int = 0
    oldest_pending_at: datetime | None = None
    size_bytes: int = 0
    problems: tuple[str, ...] = field(default=())
