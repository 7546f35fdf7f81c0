"""Makes the new file: every page rebuilt, boxes covered, and nothing carried over that the allow-list does
not name.

The original is only read. The result is written in one piece with one cross-reference section, with the given
title and language as its only metadata, and the same input gives the same bytes (with the same versions of
the libraries). Whether the result may be published is not decided here: see `proving`.
"""

import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import pikepdf

from torvet.pure.redaction.box import Box
from torvet.pure.redaction.copying import Copier, ResourceScope
from torvet.pure.redaction.covers import CoverTrace, may_hold_blocks
from torvet.pure.redaction.dropped import DroppedPart, dropped_parts
from torvet.pure.redaction.geometry import Rect
from torvet.pure.redaction.labels import drawing, merge, place
from torvet.pure.redaction.page_task import PageTask
from torvet.pure.redaction.pictures import (
    COMPARE_DPI,
    PageView,
    TextTrace,
    draw,
    opened,
    scale_for,
    visible_rect,
)
from torvet.pure.redaction.problems import MALFORMED, FileProblem, PageResists, RasterReason, UnreadableFile
from torvet.pure.redaction.raster import scan_page
from torvet.pure.redaction.rewriting import rewrite_page
from torvet.pure.redaction.visibility import HiddenText

_MAX_PARENTS = 50


class Method(StrEnum):
    """How a page was made."""

    REBUILT = "rebuilt"  # written anew, no glyph removed
    GLYPHS = "glyphs"  # glyphs removed
    RASTER = "raster"  # turned into a picture


@dataclass(frozen=True)
class HiddenFinding:
    """Dropped text that no reader could see: where, why and how many glyphs, never what it said."""

    page: int
    reason: HiddenText
    glyphs: int


@dataclass(frozen=True)
class RedactedFile:
    """The new file, how each page was made, the boxes as drawn, and what was left out on the way.

    `methods` and `raster_reasons` have one item a page (a page that is no picture has no reason).
    """

    data: bytes
    methods: tuple[str, ...]
    boxes: tuple[Box, ...] = ()
    hidden: tuple[HiddenFinding, ...] = ()
    raster_reasons: tuple[RasterReason | None, ...] = ()
    dropped: tuple[DroppedPart, ...] = ()


@dataclass
class _Made:
    """What has been made so far."""

    methods: list[Method] = field(default_factory=list)
    reasons: list[RasterReason | None] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    hidden: list[HiddenFinding] = field(default_factory=list)


def redact(
    pdf: bytes,
    boxes: Sequence[Box],
    *,
    title: str,
    language: str = "da",
    raster_pages: Collection[int] = (),
) -> RedactedFile:
    """Build a new file in which the boxes are covered and nothing lies under them.

    Boxes are in page space as PDFium's character boxes give it; parts outside the page are ignored. `title`
    must already be safe to publish. `raster_pages` become pictures in any case. Raises UnreadableFile for a
    file that cannot be read without a password, is broken or has no pages, and ValueError for a box on a page
    that does not exist.
    """
    with opened(pdf) as document, _opened_source(pdf) as source:
        if len(source.pages) != len(document):
            raise UnreadableFile(FileProblem.BROKEN)
        by_page = _by_page(boxes, len(document))
        builder = _Builder(source)
        for number in range(1, len(document) + 1):
            builder.add(document[number - 1], number, by_page.get(number, []), number in raster_pages)
        data = builder.save(title, language)
        made, dropped = builder.made, dropped_parts(source)
    return RedactedFile(
        data,
        tuple(made.methods),
        tuple(made.boxes),
        tuple(made.hidden),
        tuple(made.reasons),
        tuple(dropped),
    )


@contextmanager
def _opened_source(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    try:
        source = pikepdf.open(io.BytesIO(pdf), suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise UnreadableFile(FileProblem.ENCRYPTED) from error
    except pikepdf.PdfError as error:
        raise UnreadableFile(FileProblem.BROKEN) from error
    with source:
        yield source


def _by_page(boxes: Sequence[Box], page_count: int) -> Mapping[int, list[Box]]:
    by_page: dict[int, list[Box]] = {}
    for box in boxes:
        if not 1 <= box.page <= page_count:
            raise ValueError(f"box on page {box.page} of a file with {page_count} pages")
        by_page.setdefault(box.page, []).append(box)
    return by_page


class _Builder:
    """Puts pages into the new file, one after the other."""

    def __init__(self, source: pikepdf.Pdf) -> None:
        self.made = _Made()
        self._source = source
        self._has_blocks = may_hold_blocks(source)
        self._target = pikepdf.new()
        self._copier = Copier(self._target)
        self._fonts: dict[tuple[int, int], Any] = {}
        self._label_font = self._target.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name.Helvetica,
                Encoding=pikepdf.Name.WinAnsiEncoding,
            )
        )

    def add(self, page: Any, number: int, boxes: Sequence[Box], as_picture: bool) -> None:
        visible = visible_rect(page)
        wanted = merge([box for box in boxes if box.rect.meets(visible)])
        reason: RasterReason | None = RasterReason.ASKED if as_picture else None
        if not reason:
            try:
                self._add_glyphs(page, number, wanted, visible)
            except PageResists as resists:
                reason = resists.reason
            except MALFORMED:
                reason = RasterReason.UNREADABLE_CONTENT
        if reason:
            self._add_picture(page, number, wanted, visible)
        self.made.reasons.append(reason)

    def _add_glyphs(self, page: Any, number: int, boxes: Sequence[Box], visible: Rect) -> None:
        trace = TextTrace(page)
        cover = CoverTrace(page, full=trace.picture, has_blocks=self._has_blocks)
        task = PageTask(visible, [box.rect for box in boxes], trace, cover, self._copier, self._fonts)
        original = self._source.pages[number - 1]
        content, scope = rewrite_page(original, task)
        turn = page.get_rotation()
        covered = task.harvest.covered
        drawn = [place(box, covered, trace.picture, trace.view, turn) for box in boxes]
        group = inherited(original.obj, "/Group")
        copied_group = self._copier.copy(group, "group") if group is not None else None
        self._append(number, visible, content, scope, drawn)
        if copied_group is not None:
            self._target.pages[-1].obj["/Group"] = copied_group
        removed = task.harvest.covered or task.harvest.hidden
        self.made.methods.append(Method.GLYPHS if removed else Method.REBUILT)
        found = sorted(task.harvest.hidden.items())
        self.made.hidden += [HiddenFinding(number, reason, glyphs) for reason, glyphs in found]

    def _add_picture(self, page: Any, number: int, boxes: Sequence[Box], visible: Rect) -> None:
        scale = scale_for(visible, COMPARE_DPI)
        picture = draw(page, scale)
        view = PageView(visible, scale, picture.size)
        drawn = [place(box, [], picture, view, page.get_rotation()) for box in boxes]
        scan = scan_page(page, drawn)
        scope = ResourceScope(pikepdf.Dictionary(), self._copier)
        name = scope.put("/XObject", "scan", self._target.make_stream(scan.data, scan.keys))
        content = f"{visible.width:.4f} 0 0 {visible.height:.4f} {visible.x0:.4f} {visible.y0:.4f} cm {name} Do"
        self._append(number, visible, content.encode(), scope, drawn)
        self.made.methods.append(Method.RASTER)

    def _append(self, number: int, visible: Rect, content: bytes, scope: ResourceScope, drawn: Sequence[Box]) -> None:
        self.made.boxes += drawn
        content = b"q\n" + content + b"\nQ\n"
        if drawn:
            content += drawing(drawn, str(scope.put("/Font", "label", self._label_font)))
        original = self._source.pages[number - 1].obj
        page = pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=pikepdf.Array([visible.x0, visible.y0, visible.x1, visible.y1]),
            Resources=scope.build(),
            Contents=self._target.make_stream(content),
        )
        for key in ("/Rotate", "/UserUnit"):
            value = inherited(original, key)
            if value is not None and not isinstance(value, pikepdf.Object):
                page[key] = value
        self._target.pages.append(pikepdf.Page(self._target.make_indirect(page)))

    def save(self, title: str, language: str) -> bytes:
        root = self._target.Root
        root["/Lang"] = pikepdf.String(language)
        root["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)
        self._target.trailer["/Info"] = self._target.make_indirect(pikepdf.Dictionary(Title=pikepdf.String(title)))
        out = io.BytesIO()
        self._target.save(
            out,
            force_version="1.7",
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
        self._target.close()
        return out.getvalue()


def inherited(page: pikepdf.Object, key: str) -> Any:
    """Give a page attribute, from the page or from the nearest node above it; None where there is none."""
    node: Any = page
    for _ in range(_MAX_PARENTS):
        if key in node:
            return node[key]
        node = node.get("/Parent")
        if not isinstance(node, pikepdf.Dictionary):
            return None
    return None
