"""Writes the kept glyphs of a run as one TJ array, with moves where glyphs were taken out."""

from collections.abc import Sequence
from decimal import Decimal

import pikepdf

from torvet.pure.redaction.fonts import Font
from torvet.pure.redaction.runs import Element

_NO_MOVE = 1e-7  # text space; what rounding leaves


class ShownPieces:
    """Builds a TJ array: strings, and between them moves in thousandths of the text size."""

    def __init__(self, font: Font, unit: float, owed: float) -> None:
        self.owed = owed
        self._font = font
        self._unit = unit
        self._done: list[pikepdf.String | Decimal] = []
        self._shown: list[int] = []

    def owe(self, move: float) -> None:
        """Add a move in text space to what the next glyph must make first."""
        self.owed += move

    def show(self, code: int) -> None:
        """Show a glyph, after the move that is owed."""
        if abs(self.owed) > _NO_MOVE:
            self._flush()
            self._done.append(Decimal(f"{-self.owed / self._unit:.4f}"))
            self.owed = 0.0
        self._shown.append(code)

    def array(self) -> pikepdf.Array:
        """Give the finished array."""
        self._flush()
        return pikepdf.Array(self._done)

    def _flush(self) -> None:
        if self._shown:
            self._done.append(_string(self._shown, self._font))
            self._shown = []


def _string(codes: Sequence[int], font: Font) -> pikepdf.String:
    if font.wide:
        return pikepdf.String(b"".join(code.to_bytes(2, "big") for code in codes))
    return pikepdf.String(bytes(codes))


def shown_array(elements: Sequence[Element], font: Font) -> pikepdf.Array:
    """Give unchanged elements as a TJ array."""
    return pikepdf.Array([element if isinstance(element, float) else _string(element, font) for element in elements])
