"""What pages hand to the components: small frozen pieces of data, one docstring each.

Text that a search has marked comes as pieces, `(text, is_marked)`, never as HTML. Whoever builds these
does not escape anything; the templates do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise

Text = str | Promise
Piece = tuple[str, bool]
Pieces = Sequence[Piece]


def plain(text: str) -> tuple[Piece, ...]:
    """Return text without marks as pieces."""
    return ((text, False),)


class Kind(StrEnum):
    """What a pill, a note or a tile says by its colour; the words say it too."""

    NEUTRAL = "neutral"
    INFO = "info"
    OK = "ok"
    SOON = "soon"
    TODAY = "today"
    LATE = "late"
    LOCK = "lock"


class ButtonKind(StrEnum):
    """How heavy a button looks. At most one primary button on a page."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"


class StepState(StrEnum):
    """Where a step of a case stands."""

    DONE = "done"
    CURRENT = "current"
    COMING = "coming"


class ProofState(StrEnum):
    """What is known about whether a document has been changed."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    UNCHECKED = "unchecked"


class ColumnKind(StrEnum):
    """How a column of a table is set. A title column heads its row."""

    TEXT = "text"
    NUMBER = "number"
    TITLE = "title"


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere."""

    text: Text
    url: str


@dataclass(frozen=True)
class Pill:
    """A short state: »Åben sag«, »Høring slutter om 11 dage«."""

    text: Text
    kind: Kind = Kind.NEUTRAL
    icon: str = ""


@dataclass(frozen=True)
class Chip:
    """A filter in force, and the address of the same page without it."""

    text: Text
    url: str


@dataclass(frozen=True)
class Tab:
    """One of several views of the same page, with how many things it holds."""

    text: Text
    url: str
    count: int | None = None
    is_current: bool = False


@dataclass(frozen=True)
class Option:
    """One box that can be ticked in a facet."""

    value: str
    text: Text
    count: int | None = None
    is_chosen: bool = False


@dataclass(frozen=True)
class Facet:
    """A question that narrows a search, with its answers."""

    name: str
    question: Text
    options: tuple[Option, ...]
    is_open: bool = True


@dataclass(frozen=True)
class Lock:
    """Why something cannot be seen, and what can be done about it."""

    text: Text
    link: Link | None = None


@dataclass(frozen=True, kw_only=True)
class Result:
    """One thing that a search found."""

    kind: Text
    icon: str
    title: Pieces
    url: str
    when: Text = ""
    pills: tuple[Pill, ...] = ()
    snippet: Pieces = ()
    lead: Text = ""
    meta: tuple[Text, ...] = ()
    lock: Lock | None = None
    is_strong: bool = False


@dataclass(frozen=True)
class Step:
    """A step of a case, with its date or when it is expected."""

    name: Text
    when: Text
    state: StepState


@dataclass(frozen=True)
class Event:
    """Something that happened, newest first in a timeline."""

    when: Text
    text: Text
    detail: Text = ""
    link: Link | None = None
    kind: Kind = Kind.NEUTRAL


@dataclass(frozen=True)
class Definition:
    """A term and what it is."""

    term: Text
    text: Text
    url: str = ""


@dataclass(frozen=True)
class Tile:
    """A number that matters, and the list behind it."""

    number: Text
    text: Text
    url: str = ""
    kind: Kind = Kind.NEUTRAL


@dataclass(frozen=True)
class Column:
    """The head of a column."""

    text: Text
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True)
class Cell:
    """A cell: words, perhaps a link, a second line and a pill."""

    text: Text
    url: str = ""
    sub: Text = ""
    pill: Pill | None = None


@dataclass(frozen=True)
class Row:
    """A row, marked at its edge if it is late or due today (and a cell says so in words)."""

    cells: tuple[Cell, ...]
    kind: Kind = Kind.NEUTRAL


@dataclass(frozen=True)
class Table:
    """A table that becomes cards on a narrow screen."""

    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    is_caption_shown: bool = False

    def lines(self) -> Iterator[tuple[Row, list[tuple[Column, Cell]]]]:
        """Yield each row with its cells beside their columns.

        Raises:
            ValueError: a row has more or fewer cells than there are columns.
        """
        for row in self.rows:
            yield row, list(zip(self.columns, row.cells, strict=True))


@dataclass(frozen=True)
class Crumb:
    """A step of the way from the front page; the last one has no address."""

    text: Text
    url: str = ""


@dataclass(frozen=True)
class LanguageLink:
    """The same page in another language."""

    code: str
    name: str
    url: str
