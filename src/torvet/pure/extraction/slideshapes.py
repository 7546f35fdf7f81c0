"""The shapes of one slide (PPTX): their text as blocks where it is seen, and reported where it is not."""

from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from torvet.pure.extraction.blocks import Block, Paragraph, Style, Table
from torvet.pure.extraction.colours import Colour
from torvet.pure.extraction.package import Package
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.remains import texts_of
from torvet.pure.extraction.rendition import Rendition
from torvet.pure.extraction.sheetlooks import whole
from torvet.pure.extraction.slidelooks import DRAWING, SLIDE, Ground, Palette, Placing, Rect, levels, run_place

COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MAX_SHAPES = 20_000
"""On one slide, its groups included."""

MAX_PAINTED = 500
"""Each shape is compared with so many of those painted before it; on a slide with more, text counts as seen."""

TITLES = ("title", "ctrTitle")
NOTE_ASIDES = ("sldImg", "sldNum", "dt", "hdr", "ftr")
BODIES = ("", "body", "obj", "subTitle", "title", "ctrTitle")
OFF = ("0", "false")


def placeholder(shape: etree._Element) -> tuple[str, str]:
    """The type and the number of a placeholder, both "" for a shape that is none."""
    found = shape.find(f"*/{SLIDE}nvPr/{SLIDE}ph")
    return (found.get("type") or "body", found.get("idx") or "0") if found is not None else ("", "")


class Slide:
    """One slide with its layout and its master."""

    def __init__(
        self, package: Package, rendition: Rendition, name: str, root: etree._Element, size: tuple[int, int]
    ) -> None:
        self._rendition = rendition
        self._root = root
        self._size = size
        self._layout_name = package.beside(name, "slideLayout", "")
        self._layout = package.part(self._layout_name) if self._layout_name else None
        self._master_name = package.beside(self._layout_name, "slideMaster", "") if self._layout_name else ""
        self._master = package.part(self._master_name) if self._master_name else None
        theme = package.beside(self._master_name, "theme", "") if self._master_name else ""
        self._palette = Palette.read(package.part(theme) if theme else None, self._master)
        self.background = self._palette.background(root, self._layout, self._master)
        self._painted: list[tuple[Rect | None, Colour | None]] = []
        self._shapes = 0
        self._is_pattern = False

    def blocks(self, ground: Ground) -> list[Block]:
        """The shown blocks of the slide, in the order of its shapes."""
        self._reset(self._root)
        self._is_pattern = False
        return self._tree(self._root, ground)

    def pattern_texts(self) -> Iterator[tuple[str, list[str]]]:
        """What the layout and the master write on the slide besides their prompts."""
        shows_layout = self._root.get("showMasterSp") not in OFF
        shows_master = shows_layout and (self._layout is None or self._layout.get("showMasterSp") not in OFF)
        self._is_pattern = True
        for name, part, is_shown in (
            (self._layout_name, self._layout, shows_layout),
            (self._master_name, self._master, shows_master),
        ):
            if part is not None and is_shown:
                self._painted = []
                ground = Ground(behind=self._palette.background(part, self._layout, self._master))
                yield name, [block.text for block in self._tree(part, ground) if isinstance(block, Paragraph)]

    def _reset(self, root: etree._Element) -> None:
        """Begin with what the layout and the master paint on the slide."""
        self._painted = []
        patterns = (self._master, self._layout) if root.get("showMasterSp") not in OFF else ()
        for part in patterns:
            for shape in part.iter(SLIDE + "sp", SLIDE + "pic") if part is not None else ():
                if not any(placeholder(shape)):
                    self._paint(shape, Placing().rect(shape.find(f"{SLIDE}spPr/{DRAWING}xfrm")))

    def _tree(self, root: etree._Element, ground: Ground) -> list[Block]:
        tree = root.find(f"{SLIDE}cSld/{SLIDE}spTree")
        return self._shapes_in(tree, ground, Placing()) if tree is not None else []

    def _shapes_in(self, parent: etree._Element, ground: Ground, placing: Placing) -> list[Block]:
        blocks: list[Block] = []
        for child in parent:
            self._shapes += 1
            if self._shapes > MAX_SHAPES:
                raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_SHAPES} figurer")
            if child.tag == COMPATIBILITY + "AlternateContent":
                chosen = child.find(COMPATIBILITY + "Choice")
                blocks += self._shapes_in(chosen, ground, placing) if chosen is not None else []
            elif child.tag == SLIDE + "grpSp":
                frame = child.find(f"{SLIDE}grpSpPr/{DRAWING}xfrm")
                inner = self._ground(child, ground, placing.rect(frame))
                blocks += self._shapes_in(child, inner, placing.within(frame))
            elif child.tag in (SLIDE + "sp", SLIDE + "pic", SLIDE + "graphicFrame", SLIDE + "cxnSp"):
                blocks += self._shape(child, ground, placing)
        return blocks

    def _shape(self, shape: etree._Element, ground: Ground, placing: Placing) -> list[Block]:
        kind, at = placeholder(shape)
        if self._is_pattern and kind:
            return []
        frame = shape.find(f"{SLIDE}spPr/{DRAWING}xfrm")
        rect = placing.rect(frame if frame is not None else shape.find(SLIDE + "xfrm"))
        inherited = self._inherited(kind, at) if kind else []
        for pattern in inherited:
            rect = rect or Placing().rect(pattern.find(f"{SLIDE}spPr/{DRAWING}xfrm"))
        below = self._below(rect, ground.behind)
        ground = self._ground(shape, ground, rect)
        is_filled, filled = self._paint(shape, rect)
        ground = Ground(ground.place, filled if is_filled else below)
        if shape.tag == SLIDE + "graphicFrame":
            return self._tables(shape, ground)
        body = shape.find(SLIDE + "txBody")
        style = Style.HEADING_1 if kind in TITLES else Style.NOTE if kind in NOTE_ASIDES else Style.BODY
        return list(self._paragraphs(body, ground, style, [shape, *inherited], kind)) if body is not None else []

    def _inherited(self, kind: str, at: str) -> list[etree._Element]:
        """The placeholders of the layout and the master that one on the slide stands on."""
        found = []
        for part in (self._layout, self._master):
            shapes = list(part.iter(SLIDE + "sp")) if part is not None else []
            same = [each for each in shapes if placeholder(each) == (kind, at)]
            found += (same or [each for each in shapes if placeholder(each)[0] == kind])[:1]
        return found

    def _ground(self, shape: etree._Element, ground: Ground, rect: Rect | None) -> Ground:
        """Where a shape or a group stands; reports its description."""
        properties = next((each for holder in shape for each in holder if each.tag == SLIDE + "cNvPr"), None)
        if properties is None:
            return ground
        for name in ("descr", "title"):
            self._rendition.hide("alternative-text", properties.get(name))
        for link in shape.iter(DRAWING + "hlinkClick", DRAWING + "hlinkHover"):
            if shape.tag != SLIDE + "grpSp":
                self._rendition.hide("link", link.get("tooltip"))
        if properties.get("hidden") in ("1", "true"):
            return ground.unseen("hidden-text")
        width, height = self._size
        if rect is not None and (rect[2] <= 0 or rect[3] <= 0 or rect[0] >= width or rect[1] >= height):
            return ground.unseen("off-page")
        return ground

    def _paint(self, shape: etree._Element, rect: Rect | None) -> tuple[bool, Colour | None]:
        """Remember what a shape covers; whether it is filled, and with which colour if that is known."""
        is_filled, filled = self._palette.fill(shape.find(SLIDE + "spPr"), shape.find(SLIDE + "style"))
        if shape.tag in (SLIDE + "pic", SLIDE + "graphicFrame"):
            is_filled, filled = True, None
        if is_filled and len(self._painted) <= MAX_PAINTED:
            self._painted.append((rect, filled))
        return is_filled, filled

    def _below(self, rect: Rect | None, background: Colour | None) -> Colour | None:
        """The colour below a shape without a fill: of what was painted there last, None where that is not known."""
        if len(self._painted) > MAX_PAINTED:
            return None
        for painted, filled in reversed(self._painted):
            if painted is None or rect is None:
                return None
            apart = rect[2] <= painted[0] or painted[2] <= rect[0] or rect[3] <= painted[1] or painted[3] <= rect[1]
            inside = painted[0] <= rect[0] and painted[1] <= rect[1] and rect[2] <= painted[2] and rect[3] <= painted[3]
            if not apart:
                return filled if inside else None
        return background

    def _tables(self, frame: etree._Element, ground: Ground) -> list[Block]:
        blocks: list[Block] = []
        for table in frame.iter(DRAWING + "tbl"):
            rows = []
            for row in table.iterfind(DRAWING + "tr"):
                rows.append(tuple(self._cell(cell, ground) for cell in row.iterfind(DRAWING + "tc")))
            shown = tuple(row for row in rows if any(row))
            blocks += [Table(shown)] if shown else []
        return blocks

    def _cell(self, cell: etree._Element, ground: Ground) -> str:
        is_filled, filled = self._palette.fill(cell.find(DRAWING + "tcPr"), None)
        covered = cell.get("hMerge") in ("1", "true") or cell.get("vMerge") in ("1", "true")
        ground = Ground(ground.place, filled if is_filled else None).unseen("covered-cell" if covered else "")
        body = cell.find(DRAWING + "txBody")
        blocks = self._paragraphs(body, ground, Style.BODY, [], "") if body is not None else iter(())
        return "\n".join(block.text for block in blocks)

    def _paragraphs(
        self, body: etree._Element, ground: Ground, style: Style, shapes: list[etree._Element], kind: str
    ) -> Iterator[Paragraph]:
        fit = body.find(f"{DRAWING}bodyPr/{DRAWING}normAutofit")
        scale = whole(fit.get("fontScale")) / 100_000 if fit is not None and fit.get("fontScale") else 1.0
        for paragraph in body.iterfind(DRAWING + "p"):
            properties = paragraph.find(DRAWING + "pPr")
            level = whole(properties.get("lvl")) if properties is not None else 0
            inherited = list(self._inherited_looks(body, shapes, kind, level))
            usual = self._usual_ink(shapes)
            pieces = []
            for run in paragraph:
                own = run.find(DRAWING + "rPr")
                looks = [*([own] if own is not None else []), *inherited]
                place = run_place(ground, looks, self._palette, scale, usual)
                if run.tag == DRAWING + "br":
                    pieces.append((ground.place, "\n"))
                elif run.tag not in (DRAWING + "pPr", DRAWING + "endParaRPr"):
                    pieces.append((place, "".join(texts_of(_chosen(run)))))
            text = self._shown(pieces)
            if text.strip():
                is_item = style is Style.BODY and level > 0
                yield Paragraph(text, Style.ITEM if is_item else style, level)

    def _inherited_looks(
        self, body: etree._Element, shapes: list[etree._Element], kind: str, level: int
    ) -> Iterator[etree._Element]:
        """The run properties that the shape, its layout and its master give, the nearest first."""
        yield from levels(body.find(DRAWING + "lstStyle"), level)
        for shape in shapes[1:]:
            yield from levels(shape.find(f"{SLIDE}txBody/{DRAWING}lstStyle"), level)
        if kind and self._master is not None:
            name = "titleStyle" if kind in TITLES else "bodyStyle" if kind in BODIES else "otherStyle"
            yield from levels(self._master.find(f"{SLIDE}txStyles/{SLIDE}{name}"), level)

    def _usual_ink(self, shapes: list[etree._Element]) -> Colour | None:
        """The colour of text that has none of its own: what the shape's style says, else the theme's."""
        reference = shapes[0].find(f"{SLIDE}style/{DRAWING}fontRef") if shapes else None
        named = self._palette.of(reference) if reference is not None else None
        return named or self._palette.scheme.get(self._palette.names.get("tx1", "dk1"))

    def _shown(self, pieces: list[tuple[str, str]]) -> str:
        shown = []
        for place, group in groupby(pieces, key=lambda piece: piece[0]):
            text = "".join(part for _, part in group)
            if place:
                self._rendition.hide(place, text)
            else:
                shown.append(text)
        return "".join(shown)


def _chosen(run: etree._Element) -> etree._Element:
    """A run, or of two forms for old and new readers the new one."""
    choice = run.find(COMPATIBILITY + "Choice") if run.tag == COMPATIBILITY + "AlternateContent" else None
    return choice if choice is not None else run
