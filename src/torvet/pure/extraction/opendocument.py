"""A text in OpenDocument (ODT) as blocks: what a reader would see, with all changes accepted.

`OdfReader` reads paragraphs, lists, tables and frames for sheets too (`opensheet`). What is deleted, hidden by a
style, a field, a section or a frame, too small, or in the colour behind it is reported and not drawn; so are comments,
variables and what stands beside the text (`odfpackage`). Pictures and objects are counted and left out.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from torvet.pure.extraction.blocks import Block, Paragraph, Style, Table
from torvet.pure.extraction.odfaside import Aside
from torvet.pure.extraction.odflists import OdfLists
from torvet.pure.extraction.odflooks import DRAW, STYLE, SVG, TABLE, TEXT, OdfStyles
from torvet.pure.extraction.odfpackage import OFFICE, OdfPackage
from torvet.pure.extraction.odftable import read_table
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.remains import texts_of
from torvet.pure.extraction.rendition import Rendition
from torvet.pure.extraction.wordlooks import Scene

SPACES = re.compile(r"[ \t\r\n]+")
MAX_SPACES = 1_000
MAX_PARAGRAPHS = 500_000
HEADINGS = {"1": Style.HEADING_1, "2": Style.HEADING_2}
SHAPES = ("frame", "custom-shape", "rect", "ellipse", "circle", "line", "polygon", "polyline", "path", "caption", "g",
          "connector", "regular-polygon", "measure", "control", "a")  # fmt: skip

Piece = tuple[str, str]


def read_open_text(data: bytes) -> Rendition:
    """Read an ODT; raises ExtractionRefused for an encrypted or unsafe file and for XML that is broken or too deep."""
    rendition = Rendition()
    package = OdfPackage(data, rendition)
    content, body = package.body("text")
    common = package.part("styles.xml")
    reader = OdfReader(rendition, content, common)
    sides = OdfReader(rendition, common)
    headers, footers = sides.margins(content, common)
    rendition.blocks += [*headers, *reader.blocks(body, Scene()), *reader.notes, *footers]
    package.read_beside()
    return rendition


class OdfReader:
    """Walks the elements of one part with its styles."""

    def __init__(self, rendition: Rendition, *roots: etree._Element | None) -> None:
        self.rendition = rendition
        self.styles = OdfStyles.read(*roots)
        self._lists = OdfLists(*roots)
        self.notes: list[Block] = []
        self._aside = Aside(rendition)
        self._paragraphs = 0

    def blocks(self, parent: etree._Element, scene: Scene, level: int = 0, style: str = "") -> list[Block]:
        """The shown blocks of what is in an element."""
        blocks: list[Block] = []
        for child in parent:
            name = etree.QName(child).localname
            if child.tag in (TEXT + "p", TEXT + "h"):
                blocks += self._paragraph(child, scene)
            elif child.tag == TEXT + "list":
                blocks += self._list(child, scene, level, style)
            elif child.tag == TABLE + "table":
                rows = read_table(self, child, scene)
                blocks += [Table(rows)] if rows else []
            elif child.tag == TEXT + "section":
                blocks += self.blocks(child, self._section(child, scene), level)
            elif child.tag.startswith(DRAW) and name in SHAPES:
                blocks += self._shape(child, scene)
            elif not self._aside.take(child):
                blocks += self.blocks(child, scene, level)
        return blocks

    def report(self, element: etree._Element) -> None:
        """Report what an element that is not text says: names, rules, filters, changes, forms."""
        self._aside.take(element)

    def plain(self, parent: etree._Element, scene: Scene) -> str:
        """The shown text of what is in an element, paragraphs on lines."""
        blocks = self.blocks(parent, scene)
        lines = [block.text for block in blocks if isinstance(block, Paragraph)]
        lines += [" | ".join(row) for block in blocks if isinstance(block, Table) for row in block.rows]
        return "\n".join(lines)

    def _section(self, section: etree._Element, scene: Scene) -> Scene:
        display = section.get(TEXT + "display")
        gone = display == "none" or (display == "condition" and section.get(TEXT + "is-hidden") != "false")
        scene = self.styles.scene(scene, "section", section.get(TEXT + "style-name") or "")
        return scene.unseen("hidden-text" if gone else "")

    def _paragraph(self, paragraph: etree._Element, scene: Scene) -> list[Block]:
        self._paragraphs += 1
        if self._paragraphs > MAX_PARAGRAPHS:
            raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_PARAGRAPHS} afsnit")
        style = paragraph.get(TEXT + "style-name") or ""
        inner = self.styles.scene(scene, "paragraph", style)
        if any(each.get(TEXT + "is-hidden") == "true" for each in paragraph.iter(TEXT + "hidden-paragraph")):
            inner = inner.unseen("hidden-text")
        boxes: list[Block] = []
        text = self._shown(self._inline(paragraph, boxes, inner, self.styles.chain("paragraph", style)))
        if not text.strip():
            return boxes
        rank = Style.BODY
        if paragraph.tag == TEXT + "h":
            rank = HEADINGS.get(paragraph.get(TEXT + "outline-level") or "1", Style.HEADING_3)
        elif any((each.get(STYLE + "name") or "") == "Title" for each in self.styles.chain("paragraph", style)):
            rank = Style.TITLE
            self.rendition.title = self.rendition.title or text.strip()
        return [Paragraph(text.strip(" "), rank), *boxes]

    def _shown(self, pieces: Iterator[Piece]) -> str:
        """Report the hidden pieces, neighbours as one, and give the shown text."""
        shown = []
        for place, group in groupby(pieces, key=lambda piece: piece[0]):
            text = "".join(part for _, part in group)
            if place:
                self.rendition.hide(place, text)
            else:
                shown.append(text)
        return "".join(shown)

    def _inline(
        self, parent: etree._Element, boxes: list[Block], scene: Scene, looks: list[etree._Element]
    ) -> Iterator[Piece]:
        """The text in an element piece by piece; frames anchored in it are gathered in `boxes`."""
        place = self.styles.place(scene, looks)
        yield place, SPACES.sub(" ", parent.text or "")
        for child in parent:
            yield from self._in_child(child, place, boxes, scene, looks)
            yield place, SPACES.sub(" ", child.tail or "")

    def _in_child(
        self, child: etree._Element, place: str, boxes: list[Block], scene: Scene, looks: list[etree._Element]
    ) -> Iterator[Piece]:
        name = etree.QName(child).localname
        if child.tag == TEXT + "span":
            chain = self.styles.chain("text", child.get(TEXT + "style-name") or "")
            yield from self._inline(child, boxes, scene, [*chain, *looks])
        elif child.tag == TEXT + "s":
            count = child.get(TEXT + "c") or "1"
            yield place, " " * (min(int(count), MAX_SPACES) if count.isascii() and count.isdecimal() else 1)
        elif child.tag in (TEXT + "tab", TEXT + "line-break"):
            yield place, "\t" if name == "tab" else "\n"
        elif child.tag == TEXT + "note":
            yield place, (child.findtext(TEXT + "note-citation") or "").strip()
            body = child.find(TEXT + "note-body")
            text = self.plain(body, Scene(place)) if body is not None else ""
            self.notes += [Paragraph(text, Style.NOTE)] if text.strip() else []
        elif child.tag.startswith(DRAW) and name in SHAPES:
            boxes += self._shape(child, scene.unseen(place if place == "hidden-text" else ""))
        elif child.tag in (TEXT + "hidden-text", TEXT + "variable-set") and self._aside.is_unshown(child):
            yield from (("", ""), ("hidden-text", "".join(texts_of(child))), ("", ""))
        elif not self._aside.take(child):
            yield from self._inline(child, boxes, scene, looks)

    def _list(self, parent: etree._Element, scene: Scene, level: int, style: str) -> list[Block]:
        blocks: list[Block] = []
        style = parent.get(TEXT + "style-name") or style
        self._lists.begin(parent, style, level)
        for item in parent:
            if item.tag not in (TEXT + "list-item", TEXT + "list-header"):
                continue
            marked = item.tag != TEXT + "list-item"
            for block in self.blocks(item, scene, level + 1, style):
                if isinstance(block, Paragraph) and block.style is Style.BODY:
                    mark = "" if marked else f"{self._lists.next_mark(style, level)} "
                    marked = True
                    blocks.append(Paragraph(mark + block.text, Style.ITEM, level))
                else:
                    blocks.append(block)
        return blocks

    def _shape(self, shape: etree._Element, scene: Scene) -> list[Block]:
        """The text in a frame or a shape; reports the descriptions and what is hidden or far away."""
        for description in (*shape.findall(SVG + "title"), *shape.findall(SVG + "desc")):
            self.rendition.hide("alternative-text", description.text)
        scene = self.styles.scene(scene, "graphic", shape.get(DRAW + "style-name") or "")
        scene = scene.unseen(self._aside.place_of_shape(shape))
        return self.blocks(shape, scene)

    def margins(self, content: etree._Element, common: etree._Element | None) -> tuple[list[Block], list[Block]]:
        """The headers and footers of the page styles that are used; reports those of others."""
        pages = list(common.iterfind(f"{OFFICE}master-styles/{STYLE}master-page")) if common is not None else []
        used = {each.get(STYLE + "master-page-name") for each in content.iter(STYLE + "style")}
        used |= {each.get(STYLE + "name") for each in pages[:1]}
        used |= {each.get(STYLE + "next-style-name") for each in pages if each.get(STYLE + "name") in used}
        headers: list[Block] = []
        footers: list[Block] = []
        for page in pages:
            for side in page:
                name = etree.QName(side).localname
                shown = page.get(STYLE + "name") in used and side.get(STYLE + "display") != "false"
                text = self.plain(side, Scene("" if shown else "unshown-note"))
                block = Paragraph(text, Style.NOTE)
                into = headers if name.startswith("header") else footers
                if text.strip() and block not in into:
                    into.append(block)
        return headers, footers
