"""Walks a page's content stream and keeps the graphics state, so that every glyph, image and path has a
place.

This is the ground that both the rewriter and the proof's own reader stand on. It draws nothing and decides
nothing: subclasses hear of what is shown through the `on_…` methods. Operators are those of ISO 32000-1,
annex A; marked content is walked over; an operator that is not listed makes the page resist.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pikepdf

from torvet.pure.redaction.fonts import Font
from torvet.pure.redaction.geometry import IDENTITY, Matrix, Rect, bounds, multiply
from torvet.pure.redaction.problems import MALFORMED, PageResists, RasterReason
from torvet.pure.redaction.runs import Colour, Element, GraphicsState, Run

MAX_INSTRUCTIONS = 400_000  # a page with more is a drawing that a picture serves as well
MAX_FORM_DEPTH = 8


class Path:
    """The current path as far as covering goes: its bounds, and whether it is all upright lines."""

    def __init__(self) -> None:
        self.rect: Rect | None = None
        self.is_upright = True
        self._pen = (0.0, 0.0)

    def go(self, x: float, y: float, *, draws: bool) -> None:
        """Move to a point, with or without drawing a straight line."""
        if draws:
            self.is_upright &= abs(x - self._pen[0]) < 0.1 or abs(y - self._pen[1]) < 0.1
        self._pen = (x, y)
        self._reach(Rect(x, y, x, y))

    def bend(self, points: Sequence[tuple[float, float]]) -> None:
        """Draw a curve over the points."""
        self.is_upright = False
        for x, y in points:
            self.go(x, y, draws=False)

    def add_rectangle(self, rect: Rect, *, upright: bool) -> None:
        """Add a whole rectangle."""
        self.is_upright &= upright
        self._reach(rect)

    def _reach(self, rect: Rect) -> None:
        self.rect = rect if self.rect is None else self.rect.union(rect)


class Interpreter:
    """Walks instructions; a subclass says where fonts come from and what to do with what is shown."""

    def __init__(self, ctm: Matrix, clip: Rect, state: GraphicsState | None = None) -> None:
        self.state = replace(state, ctm=ctm, clip=clip) if state else GraphicsState(ctm, clip)
        self.path = Path()
        self._stack: list[GraphicsState] = []
        self._line: Matrix = IDENTITY
        self._text: Matrix = IDENTITY
        self._clip_next = False

    def inherit(self, state: GraphicsState, ctm: Matrix) -> None:
        """Start from another stream's state, as a form does, in its own space."""
        self.state = replace(state, ctm=ctm)

    # ---- what a subclass answers and hears
    def find_font(self, name: str) -> Font:
        """Give the font of that resource name."""
        raise NotImplementedError

    def on_show(self, run: Run, instruction: Any) -> None:
        """Text is shown."""

    def on_object(self, name: str, instruction: Any) -> None:
        """An external object (image or form) is painted."""

    def on_inline_image(self, instruction: Any) -> None:
        """An image that stands in the content stream is painted."""

    def on_paint(self, operator: str, rect: Rect | None, instruction: Any) -> None:
        """The current path is painted, or dropped (`n`); `rect` is its visible part."""

    def on_marked(self, operator: str, instruction: Any) -> None:
        """Marked content begins or ends."""

    def on_other(self, operator: str, instruction: Any) -> None:
        """Any other operator, after the state has taken it in."""

    # ---- walking
    def walk(self, instructions: Sequence[Any]) -> None:
        """Take all instructions in order; raises PageResists for what cannot be followed."""
        if len(instructions) > MAX_INSTRUCTIONS:
            raise PageResists(RasterReason.TOO_LONG)
        for instruction in instructions:
            operator = str(instruction.operator)
            handle = _HANDLERS.get(operator)
            if handle is None:
                if operator not in _STATE_ONLY:
                    raise PageResists(RasterReason.UNREADABLE_CONTENT)
                self.on_other(operator, instruction)
                continue
            try:
                handle(self, operator, instruction)
            except MALFORMED as error:
                raise PageResists(RasterReason.UNREADABLE_CONTENT) from error

    @property
    def depth(self) -> int:
        """How many saved states are open."""
        return len(self._stack)

    def unit_square(self) -> Rect:
        """Give the page rectangle of the unit square, where an image is painted."""
        return bounds(self.state.ctm, 0, 0, 1, 1)

    def _save(self, operator: str, instruction: Any) -> None:
        self._stack.append(replace(self.state))
        self.on_other(operator, instruction)

    def _restore(self, operator: str, instruction: Any) -> None:
        if self._stack:
            self.state = self._stack.pop()
            self.on_other(operator, instruction)

    def _concat(self, operator: str, instruction: Any) -> None:
        self.state.ctm = multiply(_matrix(instruction.operands), self.state.ctm)
        self.on_other(operator, instruction)

    # ---- text
    def _begin_text(self, operator: str, instruction: Any) -> None:
        self._line = self._text = IDENTITY
        self.on_other(operator, instruction)

    def _set_font(self, operator: str, instruction: Any) -> None:
        name, size = instruction.operands
        self.state.font = self.find_font(str(name))
        self.state.size = float(size)
        self.on_other(operator, instruction)

    def _set_number(self, operator: str, instruction: Any) -> None:
        value = float(instruction.operands[0])
        state = self.state
        if operator == "Tc":
            state.char_spacing = value
        elif operator == "Tw":
            state.word_spacing = value
        elif operator == "Tz":
            state.stretch = value / 100
        elif operator == "TL":
            state.leading = value
        elif operator == "Ts":
            state.rise = value
        else:
            state.mode = int(value)
        self.on_other(operator, instruction)

    def _move(self, operator: str, instruction: Any) -> None:
        x, y = (float(value) for value in instruction.operands)
        if operator == "TD":
            self.state.leading = -y
        self._to_line(x, y)
        self.on_other(operator, instruction)

    def _set_text_matrix(self, operator: str, instruction: Any) -> None:
        self._line = self._text = _matrix(instruction.operands)
        self.on_other(operator, instruction)

    def _next_line(self, operator: str, instruction: Any) -> None:
        self._to_line(0.0, -self.state.leading)
        self.on_other(operator, instruction)

    def _to_line(self, x: float, y: float) -> None:
        self._line = self._text = multiply((1, 0, 0, 1, x, y), self._line)

    def _show(self, operator: str, instruction: Any) -> None:
        operands = instruction.operands
        if operator in ("'", '"'):
            if operator == '"':
                self.state.word_spacing = float(operands[0])
                self.state.char_spacing = float(operands[1])
            self._to_line(0.0, -self.state.leading)
        font = self.state.font
        if font is None:
            raise PageResists(RasterReason.UNREADABLE_CONTENT)
        shown = list(operands[0]) if operator == "TJ" else [operands[-1]]
        run = Run(font, [_element(font, item) for item in shown], replace(self.state), IDENTITY)
        run.matrix = multiply(self._text, self.state.ctm)
        run.advance = run.measure()
        self._text = multiply((1, 0, 0, 1, run.advance, 0), self._text)
        self.on_show(run, instruction)

    # ---- paths
    def _path(self, operator: str, instruction: Any) -> None:
        numbers = [float(value) for value in instruction.operands]
        ctm = self.state.ctm
        if operator == "re":
            x, y, width, height = numbers
            upright = (ctm[1] == 0 and ctm[2] == 0) or (ctm[0] == 0 and ctm[3] == 0)
            self.path.add_rectangle(bounds(ctm, x, y, x + width, y + height), upright=upright)
        else:
            points = [_point(ctm, x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
            if operator in ("m", "l"):
                self.path.go(*points[0], draws=operator == "l")
            else:
                self.path.bend(points)
        self.on_other(operator, instruction)

    def _clip(self, operator: str, instruction: Any) -> None:
        self._clip_next = True
        self.on_other(operator, instruction)

    def _paint(self, operator: str, instruction: Any) -> None:
        rect = self.path.rect
        self.on_paint(operator, rect, instruction)
        if self._clip_next:
            self.state.clip = self.state.clip.overlap(rect) if rect else Rect(0, 0, 0, 0)
            self._clip_next = False
        self.path = Path()

    # ---- colour, as far as hidden text needs it
    def _fill_colour(self, operator: str, instruction: Any) -> None:
        self.state.fill = _colour(operator, instruction.operands)
        self.on_other(operator, instruction)

    def _object(self, operator: str, instruction: Any) -> None:
        self.on_object(str(instruction.operands[0]), instruction)

    def _inline(self, operator: str, instruction: Any) -> None:
        self.on_inline_image(instruction)

    def _marked(self, operator: str, instruction: Any) -> None:
        self.on_marked(operator, instruction)


def _element(font: Font, item: Any) -> Element:
    if isinstance(item, pikepdf.String):
        return font.codes(bytes(item))
    return float(item)


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in operands)
    return a, b, c, d, e, f


def _point(ctm: Matrix, x: float, y: float) -> tuple[float, float]:
    return ctm[0] * x + ctm[2] * y + ctm[4], ctm[1] * x + ctm[3] * y + ctm[5]


def _colour(operator: str, operands: Any) -> Colour | None:
    if operator == "cs" or not all(isinstance(value, pikepdf.Object) is False for value in operands):
        return None
    parts = [min(max(float(value), 0.0), 1.0) for value in operands]
    if operator == "g" and len(parts) == 1:
        parts *= 3
    if operator == "k" and len(parts) == 4:
        parts = [(1 - part) * (1 - parts[3]) for part in parts[:3]]
    if operator not in ("g", "rg", "k") or len(parts) != 3:
        return None
    return round(parts[0] * 255), round(parts[1] * 255), round(parts[2] * 255)


_Handler = Callable[[Interpreter, str, Any], None]
_HANDLERS: dict[str, _Handler] = {
    "q": Interpreter._save,
    "Q": Interpreter._restore,
    "cm": Interpreter._concat,
    "BT": Interpreter._begin_text,
    "Tf": Interpreter._set_font,
    "Tm": Interpreter._set_text_matrix,
    "T*": Interpreter._next_line,
    "Do": Interpreter._object,
    "INLINE IMAGE": Interpreter._inline,
    **dict.fromkeys(("Tc", "Tw", "Tz", "TL", "Ts", "Tr"), Interpreter._set_number),
    **dict.fromkeys(("Td", "TD"), Interpreter._move),
    **dict.fromkeys(("Tj", "TJ", "'", '"'), Interpreter._show),
    **dict.fromkeys(("m", "l", "c", "v", "y", "re"), Interpreter._path),
    **dict.fromkeys(("W", "W*"), Interpreter._clip),
    **dict.fromkeys(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"), Interpreter._paint),
    **dict.fromkeys(("g", "rg", "k", "cs", "sc", "scn"), Interpreter._fill_colour),
    **dict.fromkeys(("BMC", "BDC", "EMC", "MP", "DP"), Interpreter._marked),
}
_STATE_ONLY = frozenset(
    ["ET", "h", "w", "J", "j", "M", "d", "ri", "i", "gs", "G", "RG", "K", "CS", "SC", "SCN", "sh", "BX", "EX"]
)
