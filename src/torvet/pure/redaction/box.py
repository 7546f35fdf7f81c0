"""What the caller asks to have covered, and the same decision in plain text.

A `Box` is one place on one page. `redact_text` puts the same labels into titles, file names and reading text,
so that the derived text never says more than the file.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from torvet.pure.redaction.geometry import Rect


@dataclass(frozen=True, slots=True)
class Box:
    """One place to cover: page from 1, points from the lower left of the unrotated page, label as people see
    it.

    `kind` is the caller's class of the finding ("name", "cpr" …) and sets the width of the box; `reason` is
    the legal ground in plain Danish and stands in the proof, never in the file. `angle` is the direction of
    the label's line, counter-clockwise in unrotated page space; `redact` sets it.
    """

    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    label: str
    kind: str
    reason: str
    angle: int = 0

    @property
    def rect(self) -> Rect:
        """The box's place with its corners in order."""
        return Rect(min(self.x0, self.x1), min(self.y0, self.y1), max(self.x0, self.x1), max(self.y0, self.y1))

    def moved_to(self, rect: Rect, angle: int | None = None) -> "Box":
        """Give the same box at another place."""
        turned = self.angle if angle is None else angle
        return Box(self.page, rect.x0, rect.y0, rect.x1, rect.y1, self.label, self.kind, self.reason, turned)


def redact_text(text: str, spans: Sequence[tuple[int, int, str]]) -> str:
    """Replace spans of code points (start, end, label) by their labels; overlapping spans become one.

    The first label of an overlapping group stands for all of it. Raises ValueError for a span outside the
    text.

    >>> redact_text("Klage fra Bo Holm om støj", [(10, 17, "[navn]")])
    'Klage fra [navn] om støj'
    """
    pieces: list[str] = []
    position = 0
    for start, end, label in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"span {start}..{end} lies outside a text of {len(text)} characters")
        if start == end:
            continue
        if start >= position:
            pieces += [text[position:start], label]
        position = max(position, end)
    return "".join(pieces) + text[position:]
