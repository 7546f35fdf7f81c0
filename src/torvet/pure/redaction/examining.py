"""Reads a finished file once, page by page, and keeps what the checks need: texts and counts, no pictures.

Pages are drawn and compared one at a time, so that memory does not grow with the number of pages. Judging is
done in `proving`.
"""

import hashlib
import io
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from torvet.pure.redaction.allowlist import check_structure
from torvet.pure.redaction.box import Box
from torvet.pure.redaction.comparing import boxes_not_drawn, changed_pixels
from torvet.pure.redaction.covers import CoverTrace, annotation_rects, may_hold_blocks
from torvet.pure.redaction.geometry import Rect
from torvet.pure.redaction.pictured import pictured_text
from torvet.pure.redaction.pictures import (
    RASTER_DPI,
    SECOND_DPI,
    PageView,
    TextTrace,
    draw,
    opened,
    scale_for,
    visible_rect,
)
from torvet.pure.redaction.problems import RasterReason, UnreadableFile
from torvet.pure.redaction.proof import library_version
from torvet.pure.redaction.readers import (
    LooseEnds,
    OwnPage,
    Reading,
    read_loose_ends,
    read_own,
    read_pdfium,
    read_pdfminer,
    read_pypdf,
)
from torvet.pure.redaction.unseen import under_annotations
from torvet.pure.redaction.visibility import cells, hidden_glyphs

_MAX_STRUCTURE_FINDINGS = 20


@dataclass(frozen=True)
class PageFacts:
    """What was seen of one page of the result, and beside its original where that is given."""

    rect: Rect
    is_raster: bool
    shows_pictures: bool  # says something that only who looks at it can read
    problem: RasterReason | None
    hidden_glyphs: int
    texts_under: tuple[str, ...]  # for each box on the page, in order, without spaces
    boxes_undrawn: int
    same_size: bool = True
    looks_changed: bool = False
    covers_lost: int = 0  # places that the original covered with an annotation, and that show now
    text_in_picture: str = ""  # of a raster page: what its original says where no box lies


@dataclass
class Examination:
    """All that was read from a result. `problem` is set, and the rest empty, if it could not be read."""

    data: bytes
    boxes: tuple[Box, ...]
    sha256: str
    problem: str = ""
    readings: list[Reading] = field(default_factory=list)
    pages: list[PageFacts] = field(default_factory=list)
    ends: LooseEnds = field(default_factory=LooseEnds)
    structure: list[str] = field(default_factory=list)
    original_pages: int | None = None

    def on_page(self, number: int) -> list[Box]:
        """Give the boxes of a page (from 1)."""
        return [box for box in self.boxes if box.page == number]


def examine(data: bytes, boxes: Sequence[Box], original: bytes | None = None) -> Examination:
    """Read a file with every reader and look at every page, beside its original if given.

    Raises UnreadableFile if the original cannot be read; a result that cannot be read is a finding.
    """
    found = Examination(data, tuple(boxes), hashlib.sha256(data).hexdigest())
    with ExitStack() as stack:
        before = stack.enter_context(opened(original)) if original is not None else None
        try:
            document = stack.enter_context(opened(data))
            pdf = stack.enter_context(pikepdf.open(io.BytesIO(data), suppress_warnings=True))
            _read(found, document, pdf, before)
        except UnreadableFile as error:
            found.problem = error.problem.value
        except pikepdf.PdfError as error:
            found.problem = type(error).__name__
    return found


def _read(found: Examination, document: Any, pdf: pikepdf.Pdf, before: Any) -> None:
    has_blocks = may_hold_blocks(pdf)
    texts: list[str] = []
    shown: list[str] = []
    found.original_pages = None if before is None else len(before)
    for number, (page, seen) in enumerate(zip(document, read_own(pdf), strict=False), start=1):
        texts.append(seen.text())
        shown.append(seen.bytes_shown())
        original = before[number - 1] if before is not None and number <= len(before) else None
        found.pages.append(_look_at(page, seen, found.on_page(number), original, has_blocks=has_blocks))
    version = library_version()
    found.readings = [
        read_pdfium(document),
        read_pypdf(found.data),
        read_pdfminer(found.data),
        Reading("own", version, tuple(texts)),
        Reading("own bytes", version, tuple(shown)),
    ]
    if before is not None:
        pictured = tuple(page.text_in_picture for page in found.pages)
        found.readings.append(Reading("pictures", version, pictured))
    found.ends = read_loose_ends(pdf)
    findings = zip(range(_MAX_STRUCTURE_FINDINGS), check_structure(pdf), strict=False)
    found.structure = [f"{finding.place}: {finding.what}" for _, finding in findings]


def _look_at(page: Any, seen: OwnPage, boxes: Sequence[Box], original: Any, *, has_blocks: bool) -> PageFacts:
    visible = visible_rect(page)
    trace = TextTrace(page)
    known = [box.rect for box in boxes]  # what lies under these is asked by itself
    cover = CoverTrace(page, full=trace.picture, known=known, has_blocks=has_blocks)
    picture = trace.picture.convert("L")
    is_raster = _is_raster(seen, visible, boxes)
    same_size = original is None or _same_size(original, page)
    changed = False
    if original is not None and same_size:
        changed = _looks_changed(original, page, trace, [box.rect for box in boxes], is_raster)
    pictured = pictured_text(original, boxes) if is_raster and original is not None else ""
    return PageFacts(
        rect=visible,
        is_raster=is_raster,
        shows_pictures=bool(seen.images) or seen.problem is not None or seen.has_odd_fonts,
        problem=seen.problem,
        hidden_glyphs=sum(hidden_glyphs(run, visible, trace, cover) for run in seen.runs),
        texts_under=tuple(_text_under(box, seen) for box in boxes),
        boxes_undrawn=boxes_not_drawn(picture, trace.view, boxes, page.get_rotation()),
        same_size=same_size,
        looks_changed=changed,
        covers_lost=_covers_lost(original, seen, boxes, is_raster=is_raster) if original is not None else 0,
        text_in_picture=pictured,
    )


def _covers_lost(original: Any, seen: OwnPage, boxes: Sequence[Box], *, is_raster: bool) -> int:
    """Count places that nobody saw in the original, because an annotation lay over them, and that show now.

    Annotations are never carried over, so what only an annotation covered must lie under a box.
    """
    if not annotation_rects(original):
        return 0
    shown = [cell for run in seen.runs for _, code, cell in cells(run) if code not in run.font.blank]
    lost = 0
    for rect in under_annotations(original):
        x, y = (rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2
        if any(box.rect.holds_point(x, y) for box in boxes):
            continue
        lost += is_raster or any(cell.holds_point(x, y) for cell in shown) or _is_pictured(rect, seen)
    return lost


def _is_pictured(rect: Rect, seen: OwnPage) -> bool:
    return any(image.meets(rect) for image in seen.images)


def _is_raster(seen: OwnPage, visible: Rect, boxes: Sequence[Box]) -> bool:
    """Tell of a page that is one picture, with no text but labels."""
    has_scan = any(image.grown(1).holds(visible) for image in seen.images)
    return has_scan and all(any(box.rect.holds(run.rect, slack=run.height) for box in boxes) for run in seen.runs)


def _same_size(one: Any, other: Any) -> bool:
    first, second = visible_rect(one), visible_rect(other)
    same_turn = bool(one.get_rotation() == other.get_rotation())
    return same_turn and first.holds(second, 0.01) and second.holds(first, 0.01)


def _looks_changed(original: Any, page: Any, trace: TextTrace, boxes: Sequence[Rect], is_raster: bool) -> bool:
    """A difference counts if it shows at two resolutions; a letter set on the next pixel shows at one.

    A raster page is compared at its own resolution, because hairlines get wider on a coarser picture.
    """
    if is_raster:
        return _differs_at(original, page, RASTER_DPI, boxes, is_raster=True)
    before = draw(original, trace.view.scale)
    if not changed_pixels(before, trace.picture, trace.view, boxes, is_raster=False):
        return False
    return _differs_at(original, page, SECOND_DPI, boxes, is_raster=False)


def _differs_at(original: Any, page: Any, dpi: float, boxes: Sequence[Rect], *, is_raster: bool) -> bool:
    rect = visible_rect(page)
    scale = scale_for(rect, dpi)
    before, after = draw(original, scale), draw(page, scale)
    return changed_pixels(before, after, PageView(rect, scale, after.size), boxes, is_raster=is_raster) > 0


def _text_under(box: Box, seen: OwnPage) -> str:
    """Give the characters whose middle lies under a box."""
    parts: list[str] = []
    for run in seen.runs:
        if run.rect.meets(box.rect):
            for _, code, cell in cells(run):
                if box.rect.holds_point((cell.x0 + cell.x1) / 2, (cell.y0 + cell.y1) / 2):
                    parts.append(run.font.text([code]))
    return "".join("".join(parts).split())
