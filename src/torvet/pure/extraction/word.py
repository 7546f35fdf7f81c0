"""A word document (DOCX) as blocks: what a reader would see with all changes accepted.

Text that is deleted, hidden, too small, clipped, beside the page or in the colour of the paper is reported and not
drawn; so is what stands beside the text (`wordsides`, `package`). Pictures, charts and embedded objects are counted
and left out. Read with lxml alone: an Office library would parse every part first.
"""

from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from torvet.pure.extraction.blocks import Block, Paragraph, Style, Table
from torvet.pure.extraction.colours import colour
from torvet.pure.extraction.package import Package
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.rendition import Rendition
from torvet.pure.extraction.wordlooks import Scene, paragraph_scene, row_scene, run_place, shading, table_shade
from torvet.pure.extraction.wordparts import WORD, Numbering, Styles, value
from torvet.pure.extraction.wordsides import deleted, drawing_scene, form_field, read_sides, shown_sides

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
MAX_PARAGRAPHS = 500_000
SYMBOL_BULLET = "•"
GONE = ("del", "moveFrom")
BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": SYMBOL_BULLET}
CHANGED_LOOKS = tuple(WORD + name for name in ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange"))
CHANGED_MARKS = tuple(WORD + name for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"))

Piece = tuple[str, str]
"""Where a piece of text is hidden, "" if it is shown, and the text; an empty piece parts two hidden ones."""

CUT: Piece = ("", "")


def read_word(data: bytes) -> Rendition:
    """Read a DOCX; raises ExtractionRefused for an unsafe archive and for XML that is broken or too deep."""
    rendition = Rendition()
    return _Reader(Package(data, rendition), rendition).read()


class _Reader:
    """Walks the parts of one document."""

    def __init__(self, package: Package, rendition: Rendition) -> None:
        self._package = package
        self._rendition = rendition
        self._main = package.main("word/document.xml")
        self._styles = Styles.read(package.part(package.beside(self._main, "styles", "word/styles.xml")))
        self._numbering = Numbering.read(package.part(package.beside(self._main, "numbering", "word/numbering.xml")))
        self._paragraphs = 0
        self._noted: set[str] = set()

    def read(self) -> Rendition:
        root = self._package.part(self._main)
        if root is None:
            raise ExtractionRefused(RefusalCode.UNREADABLE, "DOCX")
        if next(root.iter(*CHANGED_LOOKS, *CHANGED_MARKS), None) is not None:
            self._rendition.mark("tracked-changes")
        background = root.find(WORD + "background")
        scene = Scene().on(colour(background.get(WORD + "color")) if background is not None else None)
        before, after = shown_sides(self._package, self._main, root, self._rendition)
        for side in before:
            self._add_notes(side)
        body = root.find(WORD + "body")
        self._rendition.blocks += self._blocks(body, scene) if body is not None else []
        for side in after:
            self._add_notes(side)
        read_sides(self._package, self._main, root, self._rendition)
        self._package.read_beside()
        return self._rendition

    def _add_notes(self, root: etree._Element) -> None:
        """Add a header, a footer or notes; a text that stands in several headers is drawn once."""
        for text in _plain(self._blocks(root, Scene())):
            if text not in self._noted:
                self._noted.add(text)
                self._rendition.blocks.append(Paragraph(text, Style.NOTE))

    def _blocks(self, parent: etree._Element, scene: Scene) -> list[Block]:
        blocks: list[Block] = []
        for child in parent:
            name = child.tag.removeprefix(WORD)
            if name == "p":
                blocks += self._paragraph(child, scene)
            elif name == "tbl":
                blocks += self._table(child, scene)
            elif name in GONE:
                self._rendition.hide("tracked-change", "".join(deleted(child)))
            elif name == "sdtPr":
                form_field(child, self._rendition)
            elif name not in ("sectPr", "tblPr", FALLBACK):
                blocks += self._blocks(child, scene)
        return blocks

    def _table(self, table: etree._Element, scene: Scene) -> list[Block]:
        style = value(table.find(WORD + "tblPr"), "tblStyle")
        scene = scene.on(table_shade(self._styles, style, ""))
        rows = [row for row in table.iter(WORD + "tr") if _nearest(row, WORD + "tbl") is table]
        read = []
        for row in rows:
            part = "firstRow" if row is rows[0] else "lastRow" if row is rows[-1] else ""
            inner = row_scene(scene.on(table_shade(self._styles, style, part)), row)
            read.append(tuple(self._cells(row, inner)))
        return [Table(tuple(row for row in read if any(row)))] if any(any(row) for row in read) else []

    def _cells(self, row: etree._Element, scene: Scene) -> Iterator[str]:
        for cell in row.iter(WORD + "tc"):
            if _nearest(cell, WORD + "tr") is row:
                inner = scene.on(shading(cell.find(WORD + "tcPr")))
                yield "\n".join(_plain(self._blocks(cell, inner)))

    def _paragraph(self, paragraph: etree._Element, scene: Scene) -> list[Block]:
        self._paragraphs += 1
        if self._paragraphs > MAX_PARAGRAPHS:
            raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_PARAGRAPHS} afsnit")
        properties = paragraph.find(WORD + "pPr")
        style = value(properties, "pStyle")
        boxes: list[Block] = []
        inner = paragraph_scene(scene, properties, self._styles, style)
        text = self._shown(self._runs(paragraph, boxes, inner, style))
        if not text.strip():
            return boxes
        mark, level = self._mark(properties, style)
        rank = self._styles.rank(style)
        if rank is Style.BODY and mark:
            rank = Style.ITEM
        if rank is Style.TITLE and not self._rendition.title:
            self._rendition.title = text.strip()
        return [Paragraph(f"{mark} {text}" if mark else text, rank, level), *boxes]

    def _shown(self, pieces: Iterator[Piece]) -> str:
        """Report the hidden pieces, neighbours as one, and give the shown text."""
        shown = []
        for place, group in groupby(pieces, key=lambda piece: piece[0]):
            text = "".join(part for _, part in group)
            if place:
                self._rendition.hide(place, text)
            else:
                shown.append(text)
        return "".join(shown)

    def _mark(self, properties: etree._Element | None, style: str) -> tuple[str, int]:
        number, level = value(properties, "numPr", "numId"), value(properties, "numPr", "ilvl")
        if not number:
            number, level = self._styles.numbering(style)
        at = int(level) if level.isascii() and level.isdecimal() and len(level) == 1 else 0
        return self._numbering.next_mark(number, at), at

    def _runs(self, parent: etree._Element, boxes: list[Block], scene: Scene, style: str) -> Iterator[Piece]:
        """The text of a paragraph in pieces; text boxes anchored in it are gathered in `boxes`."""
        for child in parent:
            name = child.tag.removeprefix(WORD)
            if name == "r":
                yield from self._run(child, boxes, scene, style)
            elif name in GONE:
                yield "tracked-change", "".join(deleted(child))
            elif name == "fldSimple":
                yield from (CUT, ("field-code", child.get(WORD + "instr") or ""), CUT)
                yield from self._runs(child, boxes, scene, style)
            elif child.tag == MATHS:
                yield scene.place, child.text or ""
            elif name == "sdtPr":
                form_field(child, self._rendition)
            elif name not in ("pPr", "rPr", FALLBACK):
                yield from self._runs(child, boxes, scene, style)

    def _run(self, run: etree._Element, boxes: list[Block], scene: Scene, style: str) -> Iterator[Piece]:
        place = run_place(scene, run.find(WORD + "rPr"), self._styles, style)
        for child in run:
            name = child.tag.removeprefix(WORD)
            if name == "t":
                yield place, child.text or ""
            elif name in BREAKS:
                yield place, BREAKS[name]
            elif name == "instrText":
                yield "field-code", child.text or ""
            elif name in ("delText", "delInstrText"):
                yield "tracked-change", child.text or ""
            elif name == "fldChar":
                yield CUT
                form_field(child, self._rendition)
            elif name == "ruby":
                yield from self._runs(child, boxes, scene, style)
            elif name != "rPr":
                self._drawing(child, boxes, scene.unseen(place if place == "hidden-text" else ""))

    def _drawing(self, element: etree._Element, boxes: list[Block], scene: Scene) -> None:
        """Read text boxes, of two forms for old and new readers the new one; report a picture's description."""
        if element.tag == FALLBACK:
            return
        if element.tag == WORD + "txbxContent":
            boxes += self._blocks(element, scene)
            return
        scene = drawing_scene(element, scene, self._rendition)
        for child in element:
            self._drawing(child, boxes, scene)


def _nearest(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)


def _plain(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case Table():
                yield from (" | ".join(row) for row in block.rows)
            case _:
                continue
