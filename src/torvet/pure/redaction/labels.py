"""Where a box is drawn, how wide, and the drawing itself: light grey, dark edge, dark label.

Widths. A box as wide as what it hides tells how long it was. So each kind has a width of its own, in text
sizes, and the box is widened to it (or to a multiple) as far as the line is empty; its height is that of the
line, not of the letters. It never covers neighbouring text or a table's line, because a reader has a right to
those. What remains: when a word follows on the same line, the place where it stands tells the width of what
is gone. Moving it would change the page, and then nobody could prove that the rest is unchanged; a caller who
finds this too much covers the whole line.
"""

from collections.abc import Sequence

from pdfminer.fontmetrics import FONT_METRICS
from PIL import Image

from torvet.pure.redaction.box import Box
from torvet.pure.redaction.geometry import Rect
from torvet.pure.redaction.page_task import Covered
from torvet.pure.redaction.pictures import PageView, extremes

# In text sizes. Digits are equally wide, so numbers need only their own length; names and addresses need a wide class.
CLASS_WIDTH_EMS = {
    "cpr": 7.0,
    "phone": 6.0,
    "account": 9.0,
    "iban": 14.0,
    "name": 10.0,
    "party": 10.0,
    "address": 14.0,
    "email": 14.0,
}
DEFAULT_WIDTH_EMS = 8.0
FILL, EDGE, INK = 0.93, 0.35, 0.1  # grey levels; ink on fill has a contrast above 14:1
EDGE_PT = 0.6
LABEL_PT = 9.0
SMALLEST_LABEL_PT = 2.5
_EVEN_LEVELS = 24  # of 255: a slice of paper with less difference than this is empty
_MAX_STEPS = 2_000
# A box that was read from a picture ends where ink was dark enough to be read, and letters fade out beyond it.
PICTURE_PAD_PT = 1.5
_MAX_MORE_PT, _CLEARING_STEP_PT = 3.0, 0.5
_WIDTHS = FONT_METRICS["Helvetica"][1]


def label_width(label: str) -> float:
    """Give the label's width in text sizes, set in Helvetica."""
    return sum(_WIDTHS.get(character, 556) for character in label) / 1000


def merge(boxes: Sequence[Box]) -> list[Box]:
    """Join boxes of one page that overlap, or that follow each other on a line with the same label.

    The first box of a joined group gives label and kind; all legal grounds are kept.
    """
    merged: list[Box] = []
    for box in sorted(boxes, key=lambda box: (-box.rect.y1, box.rect.x0)):
        for index, earlier in enumerate(merged):
            if _belong_together(earlier, box):
                merged[index] = _joined(earlier, box)
                break
        else:
            merged.append(box)
    return merged if len(merged) == len(boxes) else merge(merged)


def _belong_together(one: Box, other: Box) -> bool:
    common = one.rect.overlap(other.rect)
    if not common.is_empty:
        return True
    same = one.label == other.label and one.kind == other.kind
    lowest = min(one.rect.height, other.rect.height)
    return same and common.height >= 0.7 * lowest and -common.width <= 0.6 * lowest


def _joined(one: Box, other: Box) -> Box:
    grounds = [one.reason] if other.reason in one.reason else [one.reason, other.reason]
    rect = one.rect.union(other.rect)
    return Box(one.page, rect.x0, rect.y0, rect.x1, rect.y1, one.label, one.kind, " · ".join(grounds))


def place(box: Box, covered: Sequence[Covered], picture: Image.Image, view: PageView, page_rotation: int) -> Box:
    """Give the box as it is drawn: the line's height, its kind's width where there is room, its direction."""
    line = max(covered, key=lambda part: _area(part.rect.overlap(box.rect)), default=None)
    if line is None or not line.rect.meets(box.rect):
        line = None
    angle = line.angle if line else page_rotation
    turned = box.rect.turned(-angle)
    if line:
        band = line.rect.turned(-angle)
        turned = Rect(turned.x0, min(turned.y0, band.y0), turned.x1, max(turned.y1, band.y1))
    room = _Room(picture, view, angle)
    limits = view.rect.turned(-angle)
    if not line:
        turned = room.cleared(turned.grown(PICTURE_PAD_PT), limits)
    size = line.size if line else turned.height
    target = _target_width(box, turned, size)
    right = room.reach(turned, target - turned.width, limits)
    wide = Rect(turned.x0, turned.y0, turned.x1 + right, turned.y1)
    missing = min(target, _label_room(box.label, turned)) - wide.width
    left = room.reach(wide, -missing, limits) if missing > 0 else 0.0
    drawn = Rect(wide.x0 - left, wide.y0, wide.x1, wide.y1).overlap(limits)
    return box.moved_to(drawn.turned(angle), angle)


def _area(rect: Rect) -> float:
    return 0.0 if rect.is_empty else rect.width * rect.height


def _label_size(height: float) -> float:
    return min(LABEL_PT, 0.72 * height)


def _label_room(label: str, rect: Rect) -> float:
    return label_width(label) * _label_size(rect.height) + 4


def _target_width(box: Box, rect: Rect, size: float) -> float:
    width = CLASS_WIDTH_EMS.get(box.kind, DEFAULT_WIDTH_EMS) * size
    multiple = -(-rect.width // width) if width > 0 else 1
    return max(multiple * width, _label_room(box.label, rect))


class _Room:
    """Measures how far a line is empty, in the picture, in steps of one point."""

    def __init__(self, picture: Image.Image, view: PageView, angle: int) -> None:
        self._picture = picture
        self._view = view
        self._angle = angle

    def reach(self, rect: Rect, wanted: float, limits: Rect) -> float:
        """Give how many points the rectangle may grow: to the right for a positive wish, else to the left."""
        step = 1.0 if wanted > 0 else -1.0
        edge = (rect.x1 if wanted > 0 else rect.x0) + step  # the first point may hold the edge of a letter
        room = 0.0
        for _ in range(min(_MAX_STEPS, int(abs(wanted)) + 1)):
            start = edge + room * step
            strip = Rect(min(start, start + step), rect.y0, max(start, start + step), rect.y1)
            if not limits.holds(strip) or not self._is_even(strip):
                return max(0.0, room - 1)  # two points of air before the neighbour
            room += 1.0
        return min(room, abs(wanted))

    def cleared(self, rect: Rect, limits: Rect) -> Rect:
        """Move each edge outwards until it cuts through no letter; an edge that finds no clear paper stays."""
        moves = [self._move_to_clear(rect, side, limits) for side in range(4)]
        return Rect(rect.x0 - moves[0], rect.y0 - moves[1], rect.x1 + moves[2], rect.y1 + moves[3])

    def _move_to_clear(self, rect: Rect, side: int, limits: Rect) -> float:
        for number in range(int(_MAX_MORE_PT / _CLEARING_STEP_PT) + 1):
            moved = number * _CLEARING_STEP_PT
            edge = (rect.x0 - moved, rect.y0 - moved, rect.x1 + moved, rect.y1 + moved)[side]
            near, far = edge - _CLEARING_STEP_PT / 2, edge + _CLEARING_STEP_PT / 2
            strip = Rect(near, rect.y0, far, rect.y1) if side % 2 == 0 else Rect(rect.x0, near, rect.x1, far)
            if not limits.holds(strip):
                return 0.0
            if self._is_even(strip):
                return moved
        return 0.0

    def _is_even(self, rect: Rect) -> bool:
        box = self._view.pixels(rect.turned(self._angle))
        if box[0] >= box[2] or box[1] >= box[3]:
            return False
        low, high = extremes(self._picture.crop(box).convert("L"))
        return high - low <= _EVEN_LEVELS


def drawing(boxes: Sequence[Box], font: str) -> bytes:
    """Give the operators that draw the boxes; `font` is the resource name of Helvetica in WinAnsi."""
    return b"".join(_draw_box(box, font) for box in boxes)


def _draw_box(box: Box, font: str) -> bytes:
    rect = box.rect
    edge = rect.grown(-EDGE_PT / 2)
    fill = f"q {FILL} g {rect.x0:.2f} {rect.y0:.2f} {rect.width:.2f} {rect.height:.2f} re f "
    line = f"{EDGE} G {EDGE_PT} w {edge.x0:.2f} {edge.y0:.2f} {max(edge.width, 0):.2f} {max(edge.height, 0):.2f} re S "
    return fill.encode() + line.encode() + _draw_label(box, font) + b"Q\n"


def _draw_label(box: Box, font: str) -> bytes:
    turned = box.rect.turned(-box.angle)
    ems = label_width(box.label)
    size = min(_label_size(turned.height), (turned.width - 2) / ems if ems else 0)
    if size < SMALLEST_LABEL_PT:
        return b""
    x = turned.x0 + (turned.width - ems * size) / 2
    y = turned.y0 + (turned.height - 0.5 * size) / 2
    origin = Rect(x, y, x, y).turned(box.angle)
    cos, sin = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[box.angle]
    place_ = f"{cos} {sin} {-sin} {cos} {origin.x0:.2f} {origin.y0:.2f} Tm"
    shown = box.label.encode("cp1252", "replace").hex()
    return f"BT {INK} g {font} {size:.2f} Tf {place_} <{shown}> Tj ET ".encode()


def shows_label(box: Box) -> bool:
    """Tell whether the box is large enough to be drawn with its label."""
    return bool(_draw_label(box, "/F"))
