"""A workbook (XLSX) as blocks: for each visible sheet its name and its visible cells as a table.

Hidden sheets, rows and columns, cells whose format shows nothing, text in the colour of the cell, comments, leftover
strings and what the sheets say besides their cells are reported and not drawn; so is what stands beside them
(`sheetsides`, `package`). Cells outside a print area are drawn: they are seen on the screen. Formulas are not
computed. Whether conditional formatting hides a cell is not looked into.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import isfinite

from lxml import etree

from torvet.pure.extraction.blocks import Paragraph, Style, Table, packed
from torvet.pure.extraction.numberformats import Shown, show_number, show_text
from torvet.pure.extraction.package import RELATION_ID, Package
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.rendition import Rendition
from torvet.pure.extraction.sheetgrid import Grid, position
from torvet.pure.extraction.sheetlooks import SHEET, CellLook, Font, Looks, whole
from torvet.pure.extraction.sheetsides import read_sheet_sides, read_workbook_sides, shown_margins

MAX_CELLS = 200_000
"""Filled ones in all sheets; they fill some 4,000 pages."""

TRUE = ("1", "true")
LITERAL = '"'


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text with its own font, None for the cell's."""

    text: str
    font: Font | None = None


@dataclass
class Cell:
    """A cell as read: what it shows, and what it hides with the place."""

    shown: str
    hidden: list[tuple[str, str]] = field(default_factory=list)

    @property
    def all_text(self) -> str:
        """Everything in it, for a row or a sheet that is hidden as a whole."""
        return " ".join([self.shown, *(text for _, text in self.hidden)]).strip()


def read_spreadsheet(data: bytes) -> Rendition:
    """Read an XLSX; raises ExtractionRefused for an unsafe archive, broken or too deep XML and too many cells."""
    rendition = Rendition()
    return _Reader(Package(data, rendition), rendition).read()


class _Reader:
    """Walks the sheets of one workbook."""

    def __init__(self, package: Package, rendition: Rendition) -> None:
        self._package = package
        self._rendition = rendition
        self._main = package.main("xl/workbook.xml")
        styles = package.part(package.beside(self._main, "styles", "xl/styles.xml"))
        theme = package.part(package.beside(self._main, "theme", "xl/theme/theme1.xml"))
        self._looks = Looks.read(styles, theme)
        strings = package.part(package.beside(self._main, "sharedStrings", "xl/sharedStrings.xml"))
        self._strings = [list(self._parts(each)) for each in strings.iter(SHEET + "si")] if strings is not None else []
        self._used: set[int] = set()
        self._cells = 0
        self._from_1904 = False

    def read(self) -> Rendition:
        book = self._package.part(self._main)
        if book is None:
            raise ExtractionRefused(RefusalCode.UNREADABLE, "XLSX")
        settings = book.find(SHEET + "workbookPr")
        self._from_1904 = settings is not None and settings.get("date1904") in TRUE
        targets = {each.id: each for each in self._package.relations(self._main)}
        for sheet in book.iter(SHEET + "sheet"):
            target = targets.get(sheet.get(RELATION_ID) or "")
            if target is not None and not target.external and target.kind == "worksheet":
                self._sheet(sheet, target.target)
        for at, parts in enumerate(self._strings):
            if at not in self._used:
                self._rendition.hide("unused-string", "".join(part.text for part in parts))
        read_workbook_sides(self._package, book, self._rendition)
        self._package.read_beside()
        return self._rendition

    def _parts(self, item: etree._Element) -> Iterator[Part]:
        """The text of a string; its reading aids are hidden."""
        for child in item:
            if child.tag == SHEET + "t":
                yield Part(child.text or "")
            elif child.tag == SHEET + "r":
                properties = child.find(SHEET + "rPr")
                text = "".join(each.text or "" for each in child.iter(SHEET + "t"))
                yield Part(text, self._looks.font(properties) if properties is not None else None)
            elif child.tag == SHEET + "rPh":
                self._rendition.hide("hidden-text", "".join(each.text or "" for each in child.iter(SHEET + "t")))

    def _sheet(self, sheet: etree._Element, name: str) -> None:
        root = self._package.part(name)
        if root is None:
            return
        title = sheet.get("name") or ""
        rows = self._rows(root, Grid.read(root))
        header, footer = shown_margins(root)
        notes = read_sheet_sides(self._package, name, root, self._rendition)
        if (sheet.get("state") or "visible") == "visible":
            self._rendition.blocks.append(Paragraph(title, Style.HEADING_1))
            self._rendition.blocks += [Paragraph(text, Style.NOTE) for text in header]
            self._rendition.blocks += [Table(rows)] if rows else []
            self._rendition.blocks += [Paragraph(text, Style.NOTE) for text in (*notes, *footer)]
            return
        self._rendition.count("hidden-sheets")
        for row in ((title, *header), *rows, (*notes, *footer)):
            self._rendition.hide("hidden-sheet", " | ".join(cell for cell in row if cell))

    def _rows(self, root: etree._Element, grid: Grid) -> tuple[tuple[str, ...], ...]:
        """The visible cells, without the rows and columns in which nothing stands."""
        rows: list[dict[int, str]] = []
        hidden_columns: set[int] = set()
        after = 0
        for element in root.iterfind(f"{SHEET}sheetData/{SHEET}row"):
            after = whole(element.get("r")) or after + 1
            cells = list(self._row(element, after))
            if not cells:
                continue
            if grid.hides_row(element, after):
                self._rendition.count("hidden-rows")
                self._rendition.hide("hidden-row", " | ".join(cell.all_text for _, cell in cells))
                continue
            shown: dict[int, str] = {}
            for column, cell in cells:
                if grid.hides_column(column):
                    hidden_columns.add(column)
                    self._rendition.hide("hidden-column", cell.all_text)
                elif grid.covers(column, after):
                    self._rendition.hide("covered-cell", cell.all_text)
                else:
                    shown[column] = cell.shown
                    for place, text in cell.hidden:
                        self._rendition.hide(place, text)
            rows.append({column: text for column, text in shown.items() if text.strip()})
        self._rendition.count("hidden-columns", len(hidden_columns))
        return packed(rows)

    def _row(self, element: etree._Element, row: int) -> Iterator[tuple[int, Cell]]:
        column = 0
        for each in element.iterfind(SHEET + "c"):
            column = position(each.get("r"), column + 1, row)
            cell = self._cell(each)
            if cell.all_text:
                self._cells += 1
                if self._cells > MAX_CELLS:
                    raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_CELLS} celler")
                yield column, cell

    def _cell(self, element: etree._Element) -> Cell:
        look = self._looks.of(element.get("s"))
        formula, value = element.find(SHEET + "f"), element.find(SHEET + "v")
        kind = element.get("t") or "n"
        written = (value.text or "") if value is not None else ""
        if formula is not None:
            if LITERAL in (formula.text or ""):
                self._rendition.hide("formula", formula.text)
            if not written and kind != "str":
                self._rendition.count("formulas-without-values")
        if kind == "s":
            at = whole(written)
            self._used.add(at)
            return _text_cell(self._strings[at] if written and at < len(self._strings) else [], look)
        if kind == "inlineStr":
            inline = element.find(SHEET + "is")
            return _text_cell(list(self._parts(inline)) if inline is not None else [], look)
        return self._value_cell(kind, written, look)

    def _value_cell(self, kind: str, written: str, look: CellLook) -> Cell:
        if kind == "b":
            return _cell(Shown("SAND" if written in TRUE else "FALSK"), written, look) if written else Cell("")
        number = _number(written) if kind == "n" else None
        if number is None:
            return _cell(show_text(_day(written) if kind == "d" else written, look.code), written, look)
        return _cell(show_number(number, look.code, from_1904=self._from_1904), written, look)


def _cell(shown: Shown, written: str, look: CellLook) -> Cell:
    """A cell of one font; a value that its format hides is hidden even where the format writes something else."""
    hidden = [("hidden-value", written)] if shown.hides and written else []
    place = look.place()
    if place and shown.text.strip():
        return Cell("", [*hidden, (place, shown.text)])
    return Cell(shown.text, hidden)


def _text_cell(parts: Sequence[Part], look: CellLook) -> Cell:
    text = "".join(part.text for part in parts)
    shown = show_text(text, look.code)
    if shown.hides or (len(parts) == 1 and parts[0].font is None):
        return _cell(shown, text, look)
    seen, hidden = [], []
    for part in parts:
        place = look.place(part.font)
        if place:
            hidden.append((place, part.text))
        else:
            seen.append(part.text)
    return Cell("".join(seen), hidden)


def _number(written: str) -> float | None:
    try:
        number = float(written) if len(written) < 400 else float("inf")
    except ValueError:
        return None
    return number if isfinite(number) else None


def _day(written: str) -> str:
    """An ISO date as a Danish one; as it stands where it is none."""
    day, _, time = written.partition("T")
    parts = day.split("-")
    return " ".join(["-".join(reversed(parts)), time.rstrip("Z")]).strip() if len(parts) == 3 else written
