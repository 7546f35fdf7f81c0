"""Tables of OpenDocument texts and sheets: visible cells as rows, what is hidden reported, repetitions bounded."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from torvet.pure.extraction.blocks import packed
from torvet.pure.extraction.colours import TINY_PT
from torvet.pure.extraction.odflooks import STYLE, TABLE, length_pt
from torvet.pure.extraction.odfpackage import OFFICE
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.remains import texts_of
from torvet.pure.extraction.wordlooks import Scene

if TYPE_CHECKING:
    from torvet.pure.extraction.opendocument import OdfReader

MAX_CELLS = 200_000
"""Filled ones of one table, repeated ones counted as often as they are shown."""

MAX_COLUMNS = 2_000
MAX_REPEATED = 1_048_576
"""Rows of a sheet (LibreOffice); what is repeated to the end of a sheet is empty."""

GONE = ("collapse", "filter")
HOLDERS = {TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group")}
COLUMN_HOLDERS = {TABLE + name for name in ("table-header-columns", "table-columns", "table-column-group")}
CELLS = (TABLE + "table-cell", TABLE + "covered-table-cell")
VALUES = ("string-value", "value", "date-value", "time-value", "boolean-value")


@dataclass
class _Rows:
    """The rows of one table while it is read."""

    hidden_columns: set[int]
    rows: list[dict[int, str]] = field(default_factory=list)
    cells: int = 0
    columns_with_text: set[int] = field(default_factory=set)


def read_table(reader: "OdfReader", table: etree._Element, scene: Scene) -> tuple[tuple[str, ...], ...]:
    """Read a table; raises ExtractionRefused(TOO_LARGE) for more cells or columns than can be drawn."""
    gathered = _Rows(_hidden_columns(reader, table))
    for row in _held(table, TABLE + "table-row", HOLDERS):
        _read_row(reader, row, scene, gathered)
    reader.rendition.count("hidden-columns", len(gathered.columns_with_text))
    return packed(gathered.rows)


def _held(parent: etree._Element, tag: str, holders: set[str]) -> Iterator[etree._Element]:
    """The rows or columns of a table, through its groups; the parser bounds their depth."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in holders:
            yield from _held(child, tag, holders)


def _hidden_columns(reader: "OdfReader", table: etree._Element) -> set[int]:
    hidden: set[int] = set()
    at = 0
    for column in _held(table, TABLE + "table-column", COLUMN_HOLDERS):
        count = repeated(column, "number-columns-repeated")
        chain = reader.styles.chain("table-column", column.get(TABLE + "style-name") or "")
        width = length_pt(reader.styles.value(chain, "table-column", STYLE + "column-width"))
        is_narrow = width is not None and width < TINY_PT
        if column.get(TABLE + "visibility") in GONE or is_narrow or _is_folded(column, "table-column-group"):
            hidden.update(range(at, min(at + count, MAX_COLUMNS)))
        at += count
    return hidden


def _is_folded(element: etree._Element, group: str) -> bool:
    """True if a row or a column stands in a group that is closed."""
    return any(parent.get(TABLE + "display") == "false" for parent in element.iterancestors(TABLE + group))


def repeated(element: etree._Element, attribute: str) -> int:
    """How often a row, a column or a cell stands there."""
    written = element.get(TABLE + attribute) or "1"
    if not (written.isascii() and written.isdecimal() and len(written) < 8):
        raise ExtractionRefused(RefusalCode.UNREADABLE, "ODF")
    return max(1, min(int(written), MAX_REPEATED))


def _read_row(reader: "OdfReader", row: etree._Element, scene: Scene, gathered: _Rows) -> None:
    chain = reader.styles.chain("table-row", row.get(TABLE + "style-name") or "")
    height = length_pt(reader.styles.value(chain, "table-row", STYLE + "row-height"))
    optimal = reader.styles.value(chain, "table-row", STYLE + "use-optimal-row-height") == "true"
    is_flat = height is not None and height < TINY_PT and not optimal
    gone = row.get(TABLE + "visibility") in GONE or is_flat or _is_folded(row, "table-row-group")
    inner = scene.unseen("hidden-row" if gone else "")
    before = len(reader.rendition.hidden)
    shown: dict[int, str] = {}
    column = filled = 0
    for cell in row:
        if cell.tag not in CELLS:
            continue
        count = repeated(cell, "number-columns-repeated")
        text = _read_cell(reader, cell, inner, column, gathered)
        if text.strip():
            if column + count > MAX_COLUMNS:
                raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_COLUMNS} kolonner")
            shown.update(
                {at: text for at in range(column, column + count) if at not in gathered.hidden_columns or inner.place}
            )
            filled += count
        column += count
    if gone and not scene.place and len(reader.rendition.hidden) > before:
        reader.rendition.count("hidden-rows", 1)
    _add(gathered, shown, max(filled, len(shown)), repeated(row, "number-rows-repeated"))


def _add(gathered: _Rows, shown: dict[int, str], filled: int, times: int) -> None:
    if not filled:
        return
    gathered.cells += filled * times
    if gathered.cells > MAX_CELLS:
        raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_CELLS} celler")
    gathered.rows += [shown] * times


def _read_cell(reader: "OdfReader", cell: etree._Element, scene: Scene, column: int, gathered: _Rows) -> str:
    """The shown text of a cell; a value without a text, or with another, is hidden."""
    inner = reader.styles.scene(scene, "table-cell", cell.get(TABLE + "style-name") or "")
    if column in gathered.hidden_columns:
        inner = inner.unseen("hidden-column")
    if cell.tag == TABLE + "covered-table-cell":
        inner = inner.unseen("covered-cell")
    looks = reader.styles.chain("table-cell", cell.get(TABLE + "style-name") or "")
    before = len(reader.rendition.hidden)
    text = reader.plain(cell, inner.unseen(reader.styles.place(inner, looks)))
    formula = cell.get(TABLE + "formula") or ""
    if '"' in formula:
        reader.rendition.hide("formula", formula)
    _compare(reader, cell, inner, text)
    if inner.place == "hidden-column" and len(reader.rendition.hidden) > before:
        gathered.columns_with_text.add(column)
    return text


def _compare(reader: "OdfReader", cell: etree._Element, scene: Scene, text: str) -> None:
    value = next((found for name in VALUES if (found := cell.get(OFFICE + name))), "")
    written = " ".join("".join(texts_of(cell)).split())
    is_other_text = cell.get(OFFICE + "string-value") and " ".join(value.split()) != written
    if value and (not written or is_other_text):
        reader.rendition.hide(scene.place or "hidden-value", value)
