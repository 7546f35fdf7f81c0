"""A word document (DOCX) as blocks: what a reader would see with all changes accepted.

Deleted text, comments, hidden text, properties, links and field codes are reported and not drawn. Pictures,
charts and embedded objects are counted and left out. Read with lxml alone: an Office library would parse
every part first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from torvet.pure.extraction.archive import Archive
from torvet.pure.extraction.blocks import Block, Paragraph, Style, Table
from torvet.pure.extraction.markup import parse_xml
from torvet.pure.extraction.model import HiddenText
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.wordparts import WORD, Numbering, Styles, is_on, value

RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
STRICT_NAMESPACES = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
"""The strict form of the format has its own names for the same things (ISO 29500-1 and -4)."""

MAX_PARAGRAPHS = 500_000
PART_NAME = re.compile(r"^word/(header|footer|footnotes|endnotes|comments)\d*\.xml$")
PROPERTY_PARTS = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
UNTOLD_PROPERTIES = {
    *(
        "created",
        "modified",
        "lastPrinted",
        "revision",
        "version",
        "language",
        "Template",
        "TotalTime",
        "Pages",
    ),
    *(
        "Words",
        "Characters",
        "Application",
        "DocSecurity",
        "Lines",
        "Paragraphs",
        "ScaleCrop",
        "LinksUpToDate",
    ),
    *(
        "CharactersWithSpaces",
        "SharedDoc",
        "HyperlinksChanged",
        "AppVersion",
        "HeadingPairs",
        "TitlesOfParts",
    ),
}
"""Properties that software writes and that say nothing of people."""

COUNTED = (
    ("word/media/", "images-left-out"),
    ("word/charts/chart", "charts-left-out"),
    ("word/diagrams/data", "charts-left-out"),
    ("word/embeddings/", "embedded-objects"),
    ("customXml/item", "custom-xml"),
)
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
SYMBOL_BULLET = "•"


@dataclass
class WordDocument:
    """A document while it is read, and what was found."""

    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    hidden: list[HiddenText] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def read_word(data: bytes) -> WordDocument:
    """Read a DOCX; raises ExtractionRefused for an unsafe archive and for XML that is broken or too deep."""
    return _Reader(Archive(data)).read()


class _Reader:
    """Walks the parts of one document."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._document = WordDocument()
        self._styles = Styles.read(self._part("word/styles.xml"))
        self._numbering = Numbering.read(self._part("word/numbering.xml"))
        self._paragraphs = 0
        self._changes = 0
        self._noted: set[str] = set()

    def read(self) -> WordDocument:
        main = self._part("word/document.xml")
        if main is None:
            raise ExtractionRefused(RefusalCode.UNREADABLE, "DOCX")
        around = {kind: self._side_parts(kind) for kind in ("header", "footer", "footnotes", "endnotes")}
        for root in around["header"]:
            self._add_notes(root)
        body = main.find(WORD + "body")
        self._document.blocks += self._blocks(body) if body is not None else []
        for kind in ("footnotes", "endnotes", "footer"):
            for root in around[kind]:
                self._add_notes(root)
        for root in self._side_parts("comments"):
            self._hide_comments(root)
        self._hide_links()
        self._read_properties()
        self._count_left_out()
        return self._document

    def _part(self, name: str) -> etree._Element | None:
        data = self._archive.read(name)
        if not data:
            return None
        for strict, transitional in STRICT_NAMESPACES:
            data = data.replace(strict, transitional)
        return parse_xml(data)

    def _side_parts(self, kind: str) -> list[etree._Element]:
        names = [name for name in self._archive.names if (match := PART_NAME.match(name)) and match[1] == kind]
        return [root for name in sorted(names) if (root := self._part(name)) is not None]

    def _add_notes(self, root: etree._Element) -> None:
        """Add a header, a footer or notes; a text that stands in several headers is drawn once."""
        for text in _plain(self._blocks(root)):
            if text not in self._noted:
                self._noted.add(text)
                self._document.blocks.append(Paragraph(text, Style.NOTE))

    def _blocks(self, parent: etree._Element) -> list[Block]:
        blocks: list[Block] = []
        for child in parent:
            if child.tag == WORD + "p":
                blocks += self._paragraph(child)
            elif child.tag == WORD + "tbl":
                rows = tuple(self._row(row) for row in child.iter(WORD + "tr") if _nearest_table(row) is child)
                blocks.append(Table(rows))
            elif child.tag in (WORD + "moveFrom", WORD + "del"):
                self._hide("tracked-change", "".join(_deleted(child)))
            elif isinstance(child.tag, str) and child.tag not in (WORD + "sectPr", FALLBACK):
                blocks += self._blocks(child)
        return blocks

    def _row(self, row: etree._Element) -> tuple[str, ...]:
        cells = [cell for cell in row.iter(WORD + "tc") if _nearest(cell, WORD + "tr") is row]
        return tuple("\n".join(_plain(self._blocks(cell))) for cell in cells)

    def _paragraph(self, paragraph: etree._Element) -> list[Block]:
        self._paragraphs += 1
        if self._paragraphs > MAX_PARAGRAPHS:
            raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_PARAGRAPHS} afsnit")
        properties = paragraph.find(WORD + "pPr")
        style = value(properties, "pStyle")
        boxes: list[Block] = []
        text = "".join(self._runs(paragraph, boxes, hidden=self._styles.hides(style)))
        if not text.strip():
            return boxes
        mark, level = self._mark(properties, style)
        rank = self._styles.rank(style)
        if rank is Style.BODY and mark:
            rank = Style.ITEM
        if rank is Style.TITLE and not self._document.title:
            self._document.title = text.strip()
        return [Paragraph(f"{mark} {text}" if mark else text, rank, level), *boxes]

    def _mark(self, properties: etree._Element | None, style: str) -> tuple[str, int]:
        number, level = value(properties, "numPr", "numId"), value(properties, "numPr", "ilvl")
        if not number:
            number, level = self._styles.numbering(style)
        at = int(level) if level.isascii() and level.isdecimal() and len(level) == 1 else 0
        return self._numbering.next_mark(number, at), at

    def _runs(self, parent: etree._Element, boxes: list[Block], *, hidden: bool) -> Iterator[str]:
        """The shown text of a paragraph; text boxes anchored in it are gathered in `boxes`."""
        for child in parent:
            name = child.tag.removeprefix(WORD) if isinstance(child.tag, str) else ""
            if name == "r":
                yield from self._run(child, boxes, hidden=hidden)
            elif name in ("del", "moveFrom"):
                self._changes += 1
                self._hide("tracked-change", "".join(_deleted(child)))
            elif name in ("ins", "moveTo"):
                self._changes += 1
                yield from self._runs(child, boxes, hidden=hidden)
            elif name == "fldSimple":
                self._hide("field-code", child.get(WORD + "instr") or "")
                yield from self._runs(child, boxes, hidden=hidden)
            elif child.tag == MATHS:
                yield child.text or ""
            elif name not in ("", "pPr", "rPr", FALLBACK):
                yield from self._runs(child, boxes, hidden=hidden)

    def _run(self, run: etree._Element, boxes: list[Block], *, hidden: bool) -> Iterator[str]:
        properties = run.find(WORD + "rPr")
        unseen = hidden or is_on(properties, "vanish") or self._styles.hides(value(properties, "rStyle"))
        text = "".join(self._pieces(run, boxes))
        if unseen:
            self._hide("hidden-text", text)
        else:
            yield text

    def _pieces(self, run: etree._Element, boxes: list[Block]) -> Iterator[str]:
        for child in run:
            name = child.tag.removeprefix(WORD) if isinstance(child.tag, str) else ""
            if name == "t":
                yield child.text or ""
            elif name in ("tab", "ptab"):
                yield "\t"
            elif name in ("br", "cr"):
                yield "\n"
            elif name == "noBreakHyphen":
                yield "-"
            elif name == "sym":
                yield SYMBOL_BULLET
            elif name == "instrText":
                self._hide("field-code", child.text or "")
            elif name == "delText":
                self._hide("tracked-change", child.text or "")
            elif name not in ("rPr", ""):
                self._drawing(child, boxes)

    def _drawing(self, element: etree._Element, boxes: list[Block]) -> None:
        """Read text boxes, of two forms for old and new readers the new one; report a picture's description."""
        if element.tag == FALLBACK:
            return
        if element.tag == WORD + "txbxContent":
            boxes += self._blocks(element)
            return
        if isinstance(element.tag, str) and element.tag.endswith("}docPr"):
            self._hide("alternative-text", element.get("descr") or "")
        for child in element:
            self._drawing(child, boxes)

    def _hide(self, place: str, text: str) -> None:
        cleaned = re.sub(r"\s+", " ", text).strip()
        if cleaned:
            self._document.hidden.append(HiddenText(place, cleaned))

    def _hide_comments(self, root: etree._Element) -> None:
        for comment in root.iter(WORD + "comment"):
            self._hide("comment", "\n".join(_plain(self._blocks(comment))))
            self._hide("author", comment.get(WORD + "author") or "")

    def _hide_links(self) -> None:
        for name in self._archive.names:
            if name.startswith("word/_rels/") and name.endswith(".rels"):
                root = self._part(name)
                for relation in root if root is not None else ():
                    if relation.get("TargetMode") == "External":
                        self._hide("link", relation.get("Target") or "")

    def _read_properties(self) -> None:
        for name in PROPERTY_PARTS:
            root = self._part(name)
            for element in root if root is not None else ():
                local = etree.QName(element).localname if isinstance(element.tag, str) else ""
                if local in UNTOLD_PROPERTIES:
                    continue
                text = " ".join(part.text or "" for part in element.iter())
                place = {"title": "title", "creator": "author", "lastModifiedBy": "author"}.get(local, "metadata")
                self._hide(place, text)
                if local == "title" and text.strip():
                    self._document.title = text.strip()

    def _count_left_out(self) -> None:
        notices = self._document.notices
        if self._changes or any(hidden.place == "tracked-change" for hidden in self._document.hidden):
            notices.append("tracked-changes")
        if any(name.endswith("vbaProject.bin") for name in self._archive.names):
            notices.append("has-macros")
        counts: dict[str, int] = {}
        for start, notice in COUNTED:
            counts[notice] = counts.get(notice, 0) + sum(name.startswith(start) for name in self._archive.names)
        notices += [f"{notice}:{count}" for notice, count in counts.items() if count]


def _nearest(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)


def _nearest_table(row: etree._Element) -> etree._Element | None:
    return _nearest(row, WORD + "tbl")


def _deleted(change: etree._Element) -> Iterator[str]:
    for text in change.iter(WORD + "delText", WORD + "t"):
        yield text.text or ""


def _plain(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case Table():
                yield from (" | ".join(row) for row in block.rows)
            case _:
                continue
