"""A document between reading and drawing: paragraphs, tables, fields, rules."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Style(StrEnum):
    """How a paragraph is set."""

    TITLE = "title"
    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    BODY = "body"
    ITEM = "item"
    NOTE = "note"
    PREFORMATTED = "preformatted"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text in one style; line breaks inside it are kept. `level` indents items."""

    text: str
    style: Style = Style.BODY
    level: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; rows may have unequal numbers of cells."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels with values, as at the head of a mail."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


Block: TypeAlias = Paragraph | Table | Fields | Rule


def packed(rows: Sequence[Mapping[int, str]]) -> tuple[tuple[str, ...], ...]:
    """The rows of a table from sheets of cells by column, empty rows and columns left out.

    >>> packed([{0: "Rum", 3: "m2"}, {}, {3: "35"}])
    (('Rum', 'm2'), ('', '35'))
    """
    columns = sorted({column for row in rows for column in row})
    places = {column: at for at, column in enumerate(columns)}
    filled = []
    for row in filter(None, rows):
        cells = [""] * (places[max(row)] + 1)
        for column, text in row.items():
            cells[places[column]] = text
        filled.append(tuple(cells))
    return tuple(filled)


def text_of(blocks: Iterable[Block]) -> str:
    """The text in its own order: paragraphs on lines, cells of a row parted by tabs."""
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.text
        case Table():
            yield from ("\t".join(row) for row in block.rows)
        case Fields():
            yield from (f"{label}: {value}" for label, value in block.rows)
        case Rule():
            return
