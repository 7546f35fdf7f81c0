"""One showing of text, with the graphics state it is shown in: where each glyph stands, and what it says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from torvet.pure.redaction.fonts import Font
from torvet.pure.redaction.geometry import Matrix, Rect, bounds

DESCENT, ASCENT = -0.22, 0.78  # of the text size: the cell that a line of Latin text fills

Element: TypeAlias = Sequence[int] | float  # of a TJ array: codes to show, or a move in thousandths
Colour: TypeAlias = tuple[int, int, int]


@dataclass(slots=True)
class GraphicsState:
    """The part of the graphics state that says where and how text shows."""

    ctm: Matrix
    clip: Rect
    font: Font | None = None
    size: float = 0.0
    char_spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    fill: Colour | None = (0, 0, 0)


@dataclass(slots=True)
class Run:
    """One showing of text: its elements and all that is needed to place each glyph."""

    font: Font
    elements: list[Element]
    state: GraphicsState
    matrix: Matrix  # text space to page space
    advance: float = 0.0

    def cell(self, start: float, end: float) -> Rect:
        """Give the page rectangle of the part between two advances."""
        size, rise = self.state.size, self.state.rise
        return bounds(self.matrix, start, rise + DESCENT * size, end, rise + ASCENT * size)

    @property
    def rect(self) -> Rect:
        """The page rectangle of the whole run."""
        return self.cell(min(0.0, self.advance), max(0.0, self.advance))

    @property
    def direction(self) -> tuple[float, float]:
        """The direction of writing in page space (its length is that of one text unit)."""
        turn = -1.0 if self.state.size * self.state.stretch < 0 else 1.0
        return self.matrix[0] * turn, self.matrix[1] * turn

    @property
    def height(self) -> float:
        """The text size as it stands on the page, in points; the lesser of its two directions."""
        a, b, c, d = self.matrix[:4]
        tall: float = (c * c + d * d) ** 0.5 * abs(self.state.size)
        wide: float = (a * a + b * b) ** 0.5 * abs(self.state.size * self.state.stretch)
        return min(tall, wide)

    def step(self, code: int) -> float:
        """Give one glyph's advance in text space, spacing included."""
        state = self.state
        spacing = state.char_spacing
        if code == 32 and not self.font.wide:
            spacing += state.word_spacing
        return (self.font.width(code) / 1000 * state.size + spacing) * state.stretch

    def shift(self, number: float) -> float:
        """Give the move that a number in a TJ array makes, in text space."""
        return -number / 1000 * self.state.size * self.state.stretch

    def measure(self) -> float:
        """Give the advance of all elements."""
        state, font = self.state, self.font
        total = 0.0
        for element in self.elements:
            if isinstance(element, float):
                total += self.shift(element)
                continue
            spaces = 0 if font.wide or not state.word_spacing else _count_spaces(element)
            spacing = len(element) * state.char_spacing + spaces * state.word_spacing
            total += (font.advance(element) / 1000 * state.size + spacing) * state.stretch
        return total

    def glyphs(self) -> Iterator[tuple[int, int, float, float, float]]:
        """Give (element number, code, start, end, glyph end without spacing) for each glyph in order."""
        position = 0.0
        unit = self.state.size * self.state.stretch / 1000
        for number, element in enumerate(self.elements):
            if isinstance(element, float):
                position += self.shift(element)
                continue
            for code in element:
                end = position + self.step(code)
                yield number, code, position, end, position + self.font.width(code) * unit
                position = end

    def codes(self) -> set[int]:
        """Give the codes that occur in the run."""
        return set().union(*[element for element in self.elements if not isinstance(element, float)])

    def text(self) -> str:
        """Give what the run says; a wide gap inside it reads as a space."""
        parts: list[str] = []
        for element in self.elements:
            if isinstance(element, float):
                parts.append(" " if element < -200 else "")
            else:
                parts.append(self.font.text(element))
        return "".join(parts)


def _count_spaces(codes: Sequence[int]) -> int:
    return codes.count(32) if isinstance(codes, bytes) else sum(code == 32 for code in codes)
