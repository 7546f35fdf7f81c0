"""One page's rewriting as a task: what is visible, what is to be covered, and what came to light on the way."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import pikepdf

from torvet.pure.redaction.copying import Copier
from torvet.pure.redaction.covers import CoverTrace
from torvet.pure.redaction.fonts import Font
from torvet.pure.redaction.geometry import Rect
from torvet.pure.redaction.pictures import TextTrace
from torvet.pure.redaction.visibility import HiddenText


@dataclass(frozen=True)
class Covered:
    """A stretch of glyphs that a box took out: where it stood, its text size and direction."""

    rect: Rect
    size: float
    angle: int


@dataclass
class Harvest:
    """What rewriting a page brought to light."""

    covered: list[Covered] = field(default_factory=list)
    hidden: Counter[HiddenText] = field(default_factory=Counter)


@dataclass
class PageTask:
    """One page's rewriting: what is visible, what is to be covered, and what was found on the way."""

    visible: Rect
    boxes: Sequence[Rect]
    trace: TextTrace
    cover: CoverTrace
    copier: Copier
    fonts: dict[tuple[int, int], Font]  # of the whole file, read once
    harvest: Harvest = field(default_factory=Harvest)
    pictures: list[Rect] = field(default_factory=list)
    forms: dict[tuple[tuple[int, int], bytes], pikepdf.Object] = field(default_factory=dict)
    forms_seen: int = 0

    def boxes_on(self, rect: Rect) -> list[Rect]:
        """Give the boxes that meet a rectangle."""
        return [box for box in self.boxes if rect.meets(box)]


def lies_under(box: Rect, cell: Rect) -> bool:
    """Tell whether a glyph's cell lies under a box: half its width and a third of its height, or more."""
    common = cell.overlap(box)
    if common.width < 0 or common.height <= 0:
        return False
    wide_enough = common.width >= 0.5 * min(cell.width, box.width)
    return wide_enough and common.height >= 0.35 * min(cell.height, box.height)
