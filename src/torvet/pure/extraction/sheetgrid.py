"""Which rows, columns and cells of a sheet are hidden, and where a cell stands."""

import re
from dataclasses import dataclass, field

from lxml import etree

from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.sheetlooks import SHEET, decimal, whole

MAX_COLUMNS = 2_000
MAX_ROW = 1_048_576
MAX_SPANS = 16_384
"""Of columns that are told of together: as many as there are columns."""

MAX_MERGED_ROWS = 50_000
"""Each merged cell counts for every row it covers."""

FLAT_PT = 1.5
NARROW_CHARACTERS = 0.2
ADDRESS = re.compile(r"^\$?([A-Z]{1,3})\$?([0-9]{1,7})$")
TRUE = ("1", "true")


def position(address: str | None, otherwise: int, row: int) -> int:
    """The column of a cell; raises ExtractionRefused for one beyond MAX_COLUMNS or in a row that is not its own."""
    column = otherwise
    if address:
        found = ADDRESS.match(address)
        if found is None or int(found[2]) != row or row > MAX_ROW:
            raise ExtractionRefused(RefusalCode.UNREADABLE, "XLSX")
        column = _column(found[1])
    if column > MAX_COLUMNS:
        raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_COLUMNS} kolonner")
    return column


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@dataclass
class Grid:
    """What a sheet says of its rows and columns."""

    _hidden: set[int] = field(default_factory=set)
    _told: set[int] = field(default_factory=set)
    _rows_hidden: bool = False
    _columns_hidden: bool = False
    _merges: dict[int, list[tuple[int, int, int]]] = field(default_factory=dict)
    _merged_rows: int = 0

    @classmethod
    def read(cls, root: etree._Element) -> "Grid":
        """Read the columns, the defaults and the merged cells of a sheet."""
        grid = cls()
        usual = root.find(SHEET + "sheetFormatPr")
        if usual is not None:
            grid._rows_hidden = usual.get("zeroHeight") in TRUE
            grid._columns_hidden = decimal(usual.get("defaultColWidth"), 9.0) < NARROW_CHARACTERS
        columns = root.findall(f"{SHEET}cols/{SHEET}col")
        if len(columns) > MAX_SPANS:
            raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_SPANS} kolonner")
        for column in columns:
            span = range(whole(column.get("min")), min(whole(column.get("max")), MAX_COLUMNS) + 1)
            grid._told.update(span)
            if column.get("hidden") in TRUE or decimal(column.get("width"), 9.0) < NARROW_CHARACTERS:
                grid._hidden.update(span)
        for merge in root.iterfind(f"{SHEET}mergeCells/{SHEET}mergeCell"):
            grid._merge(merge.get("ref") or "")
        return grid

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        start, end = ADDRESS.match(first), ADDRESS.match(last)
        if start is None or end is None:
            return
        left, right = _column(start[1]), _column(end[1])
        rows = range(int(start[2]), int(end[2]) + 1)
        self._merged_rows += len(rows)
        if self._merged_rows > MAX_MERGED_ROWS:
            raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_MERGED_ROWS} flettede rækker")
        for row in rows:
            # The first cell of the first row is the one that is seen.
            self._merges.setdefault(row, []).append((left, right, left if row == int(start[2]) else 0))

    def hides_row(self, row: etree._Element, number: int) -> bool:
        """True if a row is hidden, by a filter or a group too, or too low to be read."""
        if row.get("hidden") in TRUE:
            return True
        height = row.get("ht")
        if height is not None:
            return decimal(height, 15.0) < FLAT_PT
        return self._rows_hidden and row.get("hidden") is None

    def hides_column(self, number: int) -> bool:
        """True if a column is hidden or too narrow to be read."""
        return number in self._hidden or (self._columns_hidden and number not in self._told)

    def covers(self, column: int, row: int) -> bool:
        """True if a cell lies under a merged one."""
        return any(left <= column <= right and column != seen for left, right, seen in self._merges.get(row, ()))
