"""The notation of a paper's text, cut into blocks that each file format draws in its own way."""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby


class BlockKind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    SUBHEADING = "subheading"
    BULLETS = "bullets"
    TABLE = "table"
    LINES = "lines"
    PAGE = "page"


@dataclass(frozen=True)
class Block:
    """One block: a single text, or several for bullets and lines, or rows of cells for a table."""

    kind: BlockKind
    texts: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


_MARKS = (
    ("## ", BlockKind.SUBHEADING),
    ("# ", BlockKind.HEADING),
    ("- ", BlockKind.BULLETS),
    ("| ", BlockKind.TABLE),
    ("~ ", BlockKind.LINES),
    ("===", BlockKind.PAGE),
)


def _kind(line: str) -> BlockKind | None:
    if not line.strip():
        return None
    return next((kind for mark, kind in _MARKS if line.startswith(mark)), BlockKind.PARAGRAPH)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def _block(kind: BlockKind, lines: list[str]) -> list[Block]:
    match kind:
        case BlockKind.PARAGRAPH:
            return [Block(kind, (" ".join(line.strip() for line in lines),))]
        case BlockKind.HEADING | BlockKind.SUBHEADING:
            return [Block(kind, (line.lstrip("# "),)) for line in lines]
        case BlockKind.TABLE:
            return [Block(kind, rows=tuple(_cells(line) for line in lines))]
        case BlockKind.PAGE:
            return [Block(kind)]
        case _:
            return [Block(kind, tuple(line[2:].strip() for line in lines))]


def cut(text: str) -> list[Block]:
    """Cut a text into blocks.

      Neighbouring lines of one kind belong together, an empty line parts them, an indented line goes on with
    the
      one before.
    """
    blocks: list[Block] = []
    for kind, lines in groupby(re.sub(r"\n  +", " ", text).splitlines(), _kind):
        if kind is not None:
            blocks += _block(kind, list(lines))
    return blocks


def plain(blocks: list[Block]) -> str:
    """Write the blocks as plain text, as in a mail."""
    parts = []
    for block in blocks:
        match block.kind:
            case BlockKind.TABLE:
                parts.append("\n".join("   ".join(row) for row in block.rows))
            case BlockKind.BULLETS:
                parts.append("\n".join(f"- {text}" for text in block.texts))
            case BlockKind.HEADING | BlockKind.SUBHEADING:
                parts.append(block.texts[0].upper())
            case BlockKind.PAGE:
                parts.append("")
            case _:
                parts.append("\n".join(block.texts))
    return "\n\n".join(part for part in parts if part) + "\n"
