"""Blocks drawn as a PDF: A4, one column, headings, lists, tables, page numbers. Same blocks, same bytes.

A small typesetter of its own, linear in the text, because a page-layout library takes minutes on one line
of 10 MB. It never hyphenates, so that an identifier is broken only where it is longer than a line.
"""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from torvet.pure.extraction.blocks import Block, Fields, Paragraph, Rule, Style, Table
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.typefaces import Typeface, Typefaces, typefaces

PAGE_WIDTH_PT, PAGE_HEIGHT_PT = A4
MARGIN_PT = 68.0
"""24 mm: about 85 characters a line at 10 pt."""

FOOTER_PT = 36.0
INDENT_PT = 16.0
CELL_GAP_PT = 10.0
MAX_COLUMNS = 20
MAX_LEVEL = 8
TAB = "    "
DIGITS = re.compile(r"[\d().,:;-]+")
DIGIT_ENDS = tuple("0123456789)")
NUMBER_CHARACTERS = 30
"""An IBAN in groups of four."""


@dataclass(frozen=True)
class Look:
    """Size, space before, whether bold or fixed-width; lines stand 1.4 sizes apart."""

    size_pt: float
    before_pt: float
    bold: bool = False
    mono: bool = False

    @property
    def leading_pt(self) -> float:
        """The distance from line to line."""
        return self.size_pt * 1.4


LOOKS = {
    Style.TITLE: Look(17, 0, bold=True),
    Style.HEADING_1: Look(13.5, 14, bold=True),
    Style.HEADING_2: Look(11.5, 11, bold=True),
    Style.HEADING_3: Look(10, 9, bold=True),
    Style.BODY: Look(10, 6),
    Style.ITEM: Look(10, 3),
    Style.NOTE: Look(8.5, 4),
    Style.PREFORMATTED: Look(8.5, 6, mono=True),
}
CELL = Look(9, 3)


@dataclass(frozen=True, slots=True)
class Run:
    """One line of text at its place."""

    x: float
    y: float
    text: str
    face: str
    size_pt: float


@dataclass
class Sheet:
    """What is drawn on one page."""

    runs: list[Run] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Drawing:
    """The PDF and the codes of what could not be drawn as it was."""

    pdf: bytes
    notices: tuple[str, ...]


def draw(blocks: Iterable[Block], *, max_pages: int, font_folder: Path | None = None) -> Drawing:
    """Draw blocks as a PDF; raises ExtractionRefused(TOO_MANY_PAGES).

    `font_folder` holds the DejaVu typefaces; without it only the letters of Windows-1252 can be shown.
    """
    faces = typefaces(font_folder)
    setter = _Setter(faces, max_pages)
    for block in blocks:
        setter.set(block)
    notices = [] if faces.embedded else ["font-fallback"]
    if faces.replaced:
        notices.append(f"characters-replaced:{faces.replaced}")
    return Drawing(_write(setter.sheets, faces), tuple(notices))


class _Setter:
    """Places lines on pages from the top down."""

    def __init__(self, faces: Typefaces, max_pages: int) -> None:
        self._faces = faces
        self._max_pages = max_pages
        self.sheets = [Sheet()]
        self._y = PAGE_HEIGHT_PT - MARGIN_PT

    def set(self, block: Block) -> None:
        match block:
            case Paragraph():
                self._paragraph(block)
            case Table():
                self._table(block)
            case Fields():
                self._fields(block)
            case Rule():
                self._room(12)
                self.sheets[-1].rules.append(self._y + 2)

    def _room(self, height_pt: float) -> None:
        """Move down by a height, to the next page where this one ends."""
        if self._y - height_pt < MARGIN_PT:
            if len(self.sheets) == self._max_pages:
                raise ExtractionRefused(RefusalCode.TOO_MANY_PAGES, f"over {self._max_pages}")
            self.sheets.append(Sheet())
            self._y = PAGE_HEIGHT_PT - MARGIN_PT
        self._y -= height_pt

    def _space(self, height_pt: float) -> None:
        if self.sheets[-1].runs:
            self._y -= height_pt

    def _put(self, x: float, text: str, face: Typeface, size_pt: float) -> None:
        if text.strip():
            self.sheets[-1].runs.append(Run(x, self._y, text, face.name, size_pt))

    def _face(self, look: Look) -> Typeface:
        if look.mono:
            return self._faces.mono
        return self._faces.bold if look.bold else self._faces.regular

    def _paragraph(self, paragraph: Paragraph) -> None:
        look = LOOKS[paragraph.style]
        face = self._face(look)
        indent = INDENT_PT * min(paragraph.level, MAX_LEVEL)
        self._space(look.before_pt)
        for line in self._lines(paragraph.text, face, look, PAGE_WIDTH_PT - 2 * MARGIN_PT - indent):
            self._room(look.leading_pt)
            self._put(MARGIN_PT + indent, line, face, look.size_pt)

    def _lines(self, text: str, face: Typeface, look: Look, width_pt: float) -> Iterator[str]:
        for line in self._faces.showable(text).replace("\t", TAB).split("\n"):
            yield from wrap(line, face, look.size_pt, width_pt)

    def _fields(self, fields: Fields) -> None:
        bold, regular, look = self._faces.bold, self._faces.regular, LOOKS[Style.BODY]
        labels = [self._faces.showable(label) for label, _ in fields.rows]
        widest = max((bold.width(label, look.size_pt) for label in labels), default=0.0)
        left = MARGIN_PT + widest + CELL_GAP_PT
        for label, (_, value) in zip(labels, fields.rows, strict=True):
            for number, line in enumerate(self._lines(value, regular, look, PAGE_WIDTH_PT - MARGIN_PT - left)):
                self._room(look.leading_pt)
                if number == 0:
                    self._put(MARGIN_PT, label, bold, look.size_pt)
                self._put(left, line, regular, look.size_pt)

    def _table(self, table: Table) -> None:
        """Draw rows in columns; a table of very many columns is drawn as lines of text."""
        columns = max((len(row) for row in table.rows), default=0)
        if columns > MAX_COLUMNS:
            for row in table.rows:
                self._paragraph(Paragraph("; ".join(row), Style.NOTE))
            return
        widths = self._column_widths(table, columns)
        self._space(CELL.before_pt)
        for row in table.rows:
            self._row(row, widths)

    def _column_widths(self, table: Table, columns: int) -> list[float]:
        """Share the width by what the columns hold, none below half of an equal share."""
        regular = self._faces.regular
        wanted = [30.0] * columns
        for row in table.rows[:200]:
            for column, cell in enumerate(row):
                wanted[column] = max(wanted[column], regular.width(cell[:80], CELL.size_pt))
        room = PAGE_WIDTH_PT - 2 * MARGIN_PT - CELL_GAP_PT * (columns - 1)
        least = room / columns / 2
        spare, above = room - least * columns, sum(wanted)
        return [least + spare * width / above for width in wanted]

    def _row(self, row: tuple[str, ...], widths: list[float]) -> None:
        """Draw the cells of a row beside each other; one that reaches over the page goes on cell by cell."""
        face = self._faces.regular
        cells = [list(self._lines(cell, face, CELL, width)) for cell, width in zip(row, widths, strict=False)]
        height = max((len(cell) for cell in cells), default=0) * CELL.leading_pt
        if height > PAGE_HEIGHT_PT - 2 * MARGIN_PT:
            for text in row:
                self._paragraph(Paragraph(text))
            return
        self._room(height + CELL.before_pt)
        top, bottom, x = self._y + height, self._y, MARGIN_PT
        for cell, width in zip(cells, widths, strict=False):
            for number, line in enumerate(cell, start=1):
                self._y = top - number * CELL.leading_pt + CELL.before_pt
                self._put(x, line, face, CELL.size_pt)
            x += width + CELL_GAP_PT
        self._y = bottom
        self.sheets[-1].rules.append(bottom - 1)


def wrap(line: str, face: Typeface, size_pt: float, width_pt: float) -> Iterator[str]:
    """Break one line at spaces to fit a width, but not within a number written in groups; a word longer than a line is
    broken where the line ends.
    """
    held, held_pt = "", 0.0
    space_pt = face.width(" ", size_pt)
    for number, word in enumerate(_units(line)):
        word_pt = face.width(word, size_pt)
        if number and held_pt + space_pt + word_pt <= width_pt:
            held, held_pt = f"{held} {word}", held_pt + space_pt + word_pt
            continue
        if number:
            yield held
        held, held_pt = word, word_pt
        if word_pt > width_pt:
            pieces = list(_pieces(word, face, size_pt, width_pt))
            yield from pieces[:-1]
            held = pieces[-1]
            held_pt = face.width(held, size_pt)
    yield held


def _units(line: str) -> list[str]:
    """The words of a line, groups of digits after each other as one: a telephone number must stay findable."""
    units: list[str] = []
    for word in line.split(" "):
        goes_on = units and units[-1][-1:] in DIGIT_ENDS and DIGITS.fullmatch(word)
        if goes_on and len(units[-1]) + len(word) < NUMBER_CHARACTERS:
            units[-1] += f" {word}"
        else:
            units.append(word)
    return units


def _pieces(word: str, face: Typeface, size_pt: float, width_pt: float) -> Iterator[str]:
    start, used = 0, 0.0
    for at, character in enumerate(word):
        character_pt = face.width(character, size_pt)
        if used + character_pt > width_pt and at > start:
            yield word[start:at]
            start, used = at, 0.0
        used += character_pt
    yield word[start:]


def _write(sheets: list[Sheet], faces: Typefaces) -> bytes:
    """Write the sheets as a PDF whose bytes depend on nothing else, neither time nor chance."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, pageCompression=1, invariant=1, lang="da-DK")
    for number, sheet in enumerate(sheets, start=1):
        canvas.setLineWidth(0.4)
        canvas.setStrokeGray(0.6)
        for y in sheet.rules:
            canvas.line(MARGIN_PT, y, PAGE_WIDTH_PT - MARGIN_PT, y)
        for run in sheet.runs:
            canvas.setFont(run.face, run.size_pt)
            canvas.drawString(run.x, run.y, run.text)
        canvas.setFont(faces.regular.name, 8)
        canvas.drawCentredString(PAGE_WIDTH_PT / 2, FOOTER_PT, str(number))
        canvas.showPage()
    canvas.save()
    return file.getvalue()
