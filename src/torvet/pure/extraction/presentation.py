"""A presentation (PPTX) as blocks: slide by slide the text of its shapes, tables as tables.

Hidden slides, speaker notes, comments, shapes that are hidden or beside the slide, text that is transparent, tiny or
in the colour behind it are reported and not drawn; so are the prompts of layouts and what stands beside the slides
(`package`). Pictures, charts and diagrams are counted and left out.
"""

import re
from collections.abc import Iterator

from lxml import etree

from torvet.pure.extraction.blocks import Block, Paragraph, Rule, Style
from torvet.pure.extraction.package import RELATION_ID, Package
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.remains import texts_of
from torvet.pure.extraction.rendition import Rendition
from torvet.pure.extraction.sheetlooks import whole
from torvet.pure.extraction.slidelooks import SLIDE, Ground
from torvet.pure.extraction.slideshapes import NOTE_ASIDES, OFF, Slide, placeholder

MAX_SLIDES = 5_000
PATTERNS = re.compile(r"^ppt/(?:slideLayouts|slideMasters|notesMasters|handoutMasters)/[^/]+\.xml$")
USUAL_SIZE_EMU = (9_144_000, 6_858_000)


def read_presentation(data: bytes) -> Rendition:
    """Read a PPTX; raises ExtractionRefused for an unsafe archive, broken or too deep XML and too many slides."""
    rendition = Rendition()
    return _Reader(Package(data, rendition), rendition).read()


class _Reader:
    """Walks the slides of one presentation."""

    def __init__(self, package: Package, rendition: Rendition) -> None:
        self._package = package
        self._rendition = rendition
        self._noted: set[str] = set()
        self._used: set[str] = set()

    def read(self) -> Rendition:
        main = self._package.main("ppt/presentation.xml")
        root = self._package.part(main)
        if root is None:
            raise ExtractionRefused(RefusalCode.UNREADABLE, "PPTX")
        size = root.find(SLIDE + "sldSz")
        width = whole(size.get("cx")) if size is not None else 0
        height = whole(size.get("cy")) if size is not None else 0
        slides = self._slides(main, root)
        for name, listed in slides:
            self._slide(name, (width or USUAL_SIZE_EMU[0], height or USUAL_SIZE_EMU[1]), listed=listed)
        for child in root:
            if child.tag in (SLIDE + "extLst", SLIDE + "custShowLst"):
                self._rendition.hide("presentation-setting", " ".join(texts_of(child, with_attributes=True)))
        self._read_patterns()
        self._package.read_beside()
        return self._rendition

    def _slides(self, main: str, root: etree._Element) -> list[tuple[str, bool]]:
        """The slides in their order, then those that are in the file and in no order."""
        targets = {each.id: each.target for each in self._package.relations(main) if each.kind == "slide"}
        order = [each.get(RELATION_ID) or "" for each in root.iterfind(f"{SLIDE}sldIdLst/{SLIDE}sldId")]
        listed = list(dict.fromkeys(targets[key] for key in order if key in targets))
        rest = sorted(set(targets.values()) - set(listed))
        if len(listed) + len(rest) > MAX_SLIDES:
            raise ExtractionRefused(RefusalCode.TOO_MANY_PAGES, f"over {MAX_SLIDES} dias")
        return [*((name, True) for name in listed), *((name, False) for name in rest)]

    def _slide(self, name: str, size: tuple[int, int], *, listed: bool) -> None:
        root = self._package.part(name)
        if root is None:
            return
        is_hidden = not listed or root.get("show") in OFF
        sheet = Slide(self._package, self._rendition, name, root, size)
        ground = Ground("hidden-slide" if is_hidden else "", sheet.background)
        blocks = sheet.blocks(ground)
        if is_hidden:
            self._rendition.count("hidden-slides")
        else:
            self._rendition.blocks += [*blocks, *self._pattern_notes(sheet), Rule()]
        self._read_notes(name)
        self._read_comments(name)

    def _pattern_notes(self, sheet: Slide) -> Iterator[Block]:
        """What a layout and a master write on every slide, once."""
        for name, texts in sheet.pattern_texts():
            self._used.add(name)
            for text in texts:
                if text not in self._noted:
                    self._noted.add(text)
                    yield Paragraph(text, Style.NOTE)

    def _read_notes(self, name: str) -> None:
        for notes in self._package.related(name, "notesSlide"):
            root = self._package.part(notes)
            shapes = root.iter(SLIDE + "sp") if root is not None else ()
            texts = [" ".join(texts_of(shape)) for shape in shapes if placeholder(shape)[0] not in NOTE_ASIDES]
            self._rendition.count("speaker-notes", bool("".join(texts).strip()))
            self._rendition.hide("speaker-notes", "\n".join(texts))

    def _read_comments(self, name: str) -> None:
        for comments in self._package.related(name, "comments"):
            root = self._package.part(comments)
            for comment in root if root is not None else ():
                self._rendition.count("comments")
                self._rendition.hide("comment", " ".join(texts_of(comment)))

    def _read_patterns(self) -> None:
        """Report the prompts of layouts and masters, each once, and what those write that no shown slide uses."""
        found: dict[tuple[str, str], None] = {}
        for name in self._package.names:
            root = self._package.part(name) if PATTERNS.match(name) else None
            for shape in root.iter(SLIDE + "sp") if root is not None else ():
                is_prompt = any(placeholder(shape))
                words = " ".join(" ".join(texts_of(shape)).split())
                if is_prompt or name not in self._used:
                    found["placeholder-prompt" if is_prompt else "unused-layout", words] = None
        for place, text in found:
            self._rendition.hide(place, text)
