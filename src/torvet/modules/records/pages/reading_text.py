"""Turns a page's covered pieces into paragraphs for reading, with hits marked.

PDF text has a line break at every line's end; here lines flow together again, and a short line ends a paragraph.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from torvet.modules.records.models import LegalGround

# A line this much shorter than the page's longest ends its paragraph; set by looking at letters and memos.
SHORT_LINE_SHARE = 0.72


@dataclass(frozen=True)
class Passage:
    """A run of a paragraph: open text, marked or not, or a covered passage with label and reason.

    `key` numbers the hits and the covered passages of the document, each from 1.
    """

    text: str
    is_marked: bool = False
    label: str = ""
    reason: str = ""
    key: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph or a short line that stands alone."""

    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class ReadingPage:
    """One page of a document for reading.

    `is_picture` says that the text was read off a picture by a machine; `in_pictures` and `in_codes` are what pictures
    and QR or bar codes on the page say beside its text.
    """

    number: int
    paragraphs: tuple[Paragraph, ...]
    is_picture: bool = False
    in_pictures: tuple[Paragraph, ...] = ()
    in_codes: tuple[Paragraph, ...] = ()

    @property
    def everything(self) -> tuple[Paragraph, ...]:
        """All paragraphs of the page."""
        return self.paragraphs + self.in_pictures + self.in_codes


Mark = Callable[[str], Iterable[tuple[str, bool]]]


def unmarked(text: str) -> Iterable[tuple[str, bool]]:
    """Mark nothing."""
    return ((text, False),)


def reading_pages(
    pages: Sequence[Mapping[str, Any]], grounds: Mapping[str, LegalGround], mark: Mark = unmarked
) -> tuple[ReadingPage, ...]:
    """Return the pages with paragraphs; `mark` splits open text into pieces that are hits or not."""
    writer = _Writer(grounds, mark)
    return tuple(
        ReadingPage(
            page["number"],
            writer.paragraphs(page["pieces"]),
            is_picture=page.get("is_picture", False),
            in_pictures=writer.paragraphs(page.get("picture", ())),
            in_codes=tuple(each for code in page.get("codes", ()) for each in writer.paragraphs([code])),
        )
        for page in pages
    )


Piece = Sequence[str]


class _Writer:
    """Writes passages and numbers them through the document."""

    def __init__(self, grounds: Mapping[str, LegalGround], mark: Mark) -> None:
        self._grounds = grounds
        self._mark = mark
        self._hits = count(1)
        self._covered = count(1)

    def paragraphs(self, pieces: Sequence[Piece]) -> tuple[Paragraph, ...]:
        return tuple(Paragraph(tuple(self._passages(each))) for each in _flowing(_lines(pieces)))

    def _passages(self, paragraph: Sequence[Piece]) -> Iterator[Passage]:
        open_text = ""
        for text, label, code in paragraph:
            if not label:
                open_text += text
                continue
            yield from self._open(open_text)
            open_text = ""
            yield Passage("", label=label, reason=self._reason(code), key=str(next(self._covered)))
        yield from self._open(open_text)

    def _open(self, text: str) -> Iterator[Passage]:
        for part, is_hit in self._mark(text):
            if part:
                yield Passage(part, is_marked=is_hit, key=str(next(self._hits)) if is_hit else "")

    def _reason(self, code: str) -> str:
        ground = self._grounds.get(code)
        return f"{ground.words} ({ground.paragraph})." if ground else ""


def _flowing(lines: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """Join lines to paragraphs; a line that is much shorter than the longest ends one."""
    longest = max((_length(line) for line in lines), default=0)
    paragraphs: list[list[Piece]] = [[]]
    for line in lines:
        if paragraphs[-1] and _length(line):
            paragraphs[-1].append((" ", "", ""))
        paragraphs[-1].extend(line)
        if _length(line) < longest * SHORT_LINE_SHARE:
            paragraphs.append([])
    return [each for each in paragraphs if any(piece[0].strip() or piece[1] for piece in each)]


def _lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Cut pieces at line ends; a covered piece stays whole."""
    lines: list[list[Piece]] = [[]]
    for text, label, ground in pieces:
        if label:
            lines[-1].append((text, label, ground))
            continue
        first, *rest = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        lines[-1].append((first, "", ""))
        lines.extend([(part, "", "")] for part in rest)
    return lines


def _length(line: Sequence[Piece]) -> int:
    return sum(len(text) + len(label) for text, label, _ in line)
