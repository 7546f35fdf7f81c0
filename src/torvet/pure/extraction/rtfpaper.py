"""What an RTF file writes, as blocks: paragraphs, and rows of cells that become tables."""

import re
from itertools import groupby

from torvet.pure.extraction.blocks import Block, Paragraph, Style, Table
from torvet.pure.extraction.rendition import Rendition

HEADINGS = (Style.HEADING_1, Style.HEADING_2)
BODY_OUTLINE = 9
SYMBOL = re.compile("[\uf020-\uf0ff]")
"""Signs of fonts that have no letters, mostly bullets."""


class Paper:
    """Takes text piece by piece; what is hidden is reported when its paragraph or cell ends."""

    def __init__(self, rendition: Rendition) -> None:
        self.blocks: list[Block] = []
        self._rendition = rendition
        self._pieces: list[tuple[str, str]] = []
        self._cell: list[str] = []
        self._cells: list[str] = []
        self._rows: list[tuple[str, ...]] = []

    def write(self, place: str, text: str) -> None:
        """Write text; `place` says where it is hidden, "" if it is seen."""
        self._pieces.append((place, text))

    def end_paragraph(self, outline: int = -1, *, in_table: bool = False) -> None:
        """End a paragraph, within a cell or by itself."""
        text = self._shown()
        if in_table or self._cells:
            self._cell.append(text)
        elif text.strip():
            self._end_table()
            style = Style.BODY
            if 0 <= outline < BODY_OUTLINE:
                style = HEADINGS[outline] if outline < len(HEADINGS) else Style.HEADING_3
            self.blocks.append(Paragraph(text.strip(" "), style))

    def end_cell(self) -> None:
        """End a cell of the row under way."""
        self._cells.append("\n".join([*self._cell, self._shown()]).strip("\n"))
        self._cell = []

    def end_row(self) -> None:
        """End the row under way; an empty one is left out."""
        if any(cell.strip() for cell in self._cells):
            self._rows.append(tuple(self._cells))
        self._cells = []

    def end(self) -> None:
        """End what is under way."""
        self.end_paragraph()
        self._end_table()

    def _end_table(self) -> None:
        loose = [text for text in (*self._cells, *self._cell) if text.strip()]
        self.blocks += [Table(tuple(self._rows))] if self._rows else []
        self.blocks += [Paragraph(text) for text in loose]
        self._rows, self._cells, self._cell = [], [], []

    def _shown(self) -> str:
        """Report the hidden pieces, neighbours as one, and give the shown text."""
        shown = []
        for place, group in groupby(self._pieces, key=lambda piece: piece[0]):
            text = joined("".join(part for _, part in group))
            if place:
                self._rendition.hide(place, text)
            else:
                shown.append(SYMBOL.sub("•", text))
        self._pieces = []
        return "".join(shown)


def joined(text: str) -> str:
    """Text in which halves of characters that were written one by one are whole."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
