"""Why a text cannot be seen: the one judgement that the rewriter acts on and the proof repeats.

See `pictures.TextTrace` for the principle. Blank glyphs are neither seen nor hidden.
"""

from collections.abc import Iterator
from enum import StrEnum

from torvet.pure.redaction.covers import CoverTrace
from torvet.pure.redaction.geometry import Rect
from torvet.pure.redaction.pictures import TextTrace
from torvet.pure.redaction.runs import Run

TINY_PT = 1.5  # smaller text is not read by eye; the smallest print in law is 5 point
LONGEST_GAP_EMS = 0.9  # a justified space is rarely wider; longer gaps are looked at glyph by glyph
INVISIBLE_MODE = 3  # text rendering mode "neither fill nor stroke" (ISO 32000-1, 9.3.6)


class HiddenText(StrEnum):
    """Why a reader cannot see a text."""

    INVISIBLE = "invisible"
    OFF_PAGE = "off_page"
    TINY = "tiny"
    NO_TRACE = "no_trace"
    COVERED = "covered"


def why_hidden(run: Run, rect: Rect, visible: Rect, trace: TextTrace) -> HiddenText | None:
    """Tell why all of a run is hidden, or None if some of it can be seen."""
    if run.state.mode == INVISIBLE_MODE:
        return HiddenText.INVISIBLE
    if run.height < TINY_PT:
        return HiddenText.TINY
    if not rect.meets(visible):
        return HiddenText.OFF_PAGE
    colour = run.state.fill
    blends = colour is not None and run.state.mode == 0 and trace.blends(rect, colour)
    if blends or not trace.leaves_trace(rect):
        return HiddenText.NO_TRACE
    return None


def shows_throughout(run: Run, rect: Rect, trace: TextTrace) -> bool:
    """Tell quickly whether an upright run shows all along; if False, its glyphs must be looked at."""
    a, b = run.direction
    if abs(a) > 1e-6 and abs(b) > 1e-6:
        return False
    return trace.is_unbroken(rect, sideways=abs(b) > abs(a), longest_gap=LONGEST_GAP_EMS * run.height)


def cells(run: Run) -> Iterator[tuple[int, int, Rect]]:
    """Give (glyph number, code, page rectangle) for each glyph of a run."""
    for number, (_, code, start, _, end) in enumerate(run.glyphs()):
        yield number, code, run.cell(min(start, end), max(start, end))


def is_painted_over(run: Run, cover: CoverTrace) -> bool:
    """Tell whether something is painted over the place where a run begins to be shown, later than it."""
    x, y = run.matrix[4:]
    rise = run.state.rise
    lifted = x + run.matrix[2] * rise, y + run.matrix[3] * rise
    return cover.is_suspect(x, y) or (rise != 0 and cover.is_suspect(*lifted))


def hidden_glyphs(run: Run, visible: Rect, trace: TextTrace, cover: CoverTrace) -> int:
    """Count the glyphs of a run that a reader cannot see."""
    shown = run.codes() - run.font.blank
    if not shown:
        return 0
    rect = run.rect
    if why_hidden(run, rect, visible, trace):
        return sum(code in shown for _, code, *_ in run.glyphs())
    over = is_painted_over(run, cover)
    if not over and shows_throughout(run, rect, trace):
        return 0
    return sum(
        code in shown and (not trace.leaves_trace(cell) or (over and cover.covers(cell)))
        for _, code, cell in cells(run)
    )
