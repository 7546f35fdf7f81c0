"""What stands beside the pages of a stranger's file and says what they do not: the other half of the checker.

Attached files and earlier versions count always. A bookmark or the file's title counts if it says what a page covers;
a bookmark also if it says what no page says while pages have bars. A tag (ActualText) counts if it says something
else than the letters it belongs to, or a number where there are none.
"""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pikepdf

from torvet.pure.redaction.leak_values import Leak, LeakKind
from torvet.pure.redaction.matching import NUMBER_DIGITS, compact
from torvet.pure.redaction.pictures import opened
from torvet.pure.redaction.problems import MALFORMED, UnreadableFile
from torvet.pure.redaction.readers import read_own

FEWEST_WORD_LETTERS = 4
_MAX_BOOKMARKS = 20_000
_MAX_REVISIONS = 12
_MAX_ATTACHMENTS = 1_000
_MAX_REVISION_PAGES = 2_000
_END = re.compile(rb"%%EOF")
_WORD = re.compile(r"[^\W_]{4,}")
_XMP_TEXT = re.compile(rb">([^<>]{4,2000})<")
_INFO = ("/Title", "/Subject", "/Keywords", "/Author")


@dataclass(frozen=True)
class Said:
    """What the pages say to a reader, what they hide, and whether they have bars that say nothing."""

    visible: Sequence[str]
    hidden: Sequence[str]
    has_bars: bool

    @cached_property
    def shown(self) -> str:
        """All letters and digits that the pages show."""
        return compact("".join(self.visible))

    @cached_property
    def _pieces(self) -> list[str]:
        pieces = (compact(word) for each in self.hidden for word in each.split())
        return [piece for piece in pieces if len(piece) >= FEWEST_WORD_LETTERS and piece not in self.shown]

    def repeats_hidden(self, text: str) -> bool:
        """Tell whether a text repeats what a page hides and no page shows."""
        small = compact(text)
        return any(piece in small for piece in self._pieces)

    def is_shown(self, text: str) -> bool:
        """Tell whether the pages show all words of a text, wherever they stand."""
        return all(compact(word) in self.shown for word in _WORD.findall(text))


def look_beside(data: bytes, pdf: pikepdf.Pdf, said: Said) -> Iterator[Leak]:
    """Give what the file says beside its pages."""
    yield from _bookmarks(pdf, said)
    yield from _metadata(pdf, said)
    yield from _attachments(pdf)
    yield from _tags(pdf)
    yield from _earlier_revisions(data, said)


def _leak(kind: LeakKind, text: str, page: int = 0) -> Leak:
    return Leak(kind, page, sum(sign.isalnum() for sign in text), text)


def _bookmarks(pdf: pikepdf.Pdf, said: Said) -> Iterator[Leak]:
    for title in _titles(pdf):
        unseen = said.has_bars and not said.is_shown(title)
        if unseen or said.repeats_hidden(title):
            yield _leak(LeakKind.BOOKMARK, title)


def _titles(pdf: pikepdf.Pdf) -> list[str]:
    """Give the titles of all bookmarks, each node once."""
    outlines = pdf.Root.get("/Outlines")
    pending: list[Any] = [outlines.get("/First")] if isinstance(outlines, pikepdf.Dictionary) else []
    seen: set[tuple[int, int]] = set()
    titles: list[str] = []
    while pending and len(titles) < _MAX_BOOKMARKS:
        node = pending.pop()
        if not isinstance(node, pikepdf.Dictionary) or node.objgen in seen:
            continue
        seen.add(node.objgen)
        titles.append(str(node.get("/Title", "")))
        pending += [node.get("/Next"), node.get("/First")]
    return titles


def _metadata(pdf: pikepdf.Pdf, said: Said) -> Iterator[Leak]:
    texts = [str(pdf.docinfo.get(key, "")) for key in _INFO]
    stream = pdf.Root.get("/Metadata")
    if isinstance(stream, pikepdf.Stream):
        try:
            texts += [part.decode("utf-8", "replace") for part in _XMP_TEXT.findall(stream.read_bytes())]
        except MALFORMED:
            texts.append("")
    found = {compact(text): text for text in texts if said.repeats_hidden(text)}
    yield from (_leak(LeakKind.METADATA, text) for text in found.values())


def _attachments(pdf: pikepdf.Pdf) -> Iterator[Leak]:
    for _, name in zip(range(_MAX_ATTACHMENTS), pdf.attachments, strict=False):
        yield Leak(LeakKind.ATTACHMENT, 0, 0, str(name))


def _tags(pdf: pikepdf.Pdf) -> Iterator[Leak]:
    for number, page in enumerate(read_own(pdf), start=1):
        for instead, shown in page.replaced:
            if _says_something_else(compact(instead), compact(shown)):
                yield _leak(LeakKind.ACTUAL_TEXT, instead, number)


def _says_something_else(instead: str, shown: str) -> bool:
    if not shown:  # a drawing's description is no leak; a number is
        return sum(sign.isdigit() for sign in instead) >= NUMBER_DIGITS
    return len(instead) >= FEWEST_WORD_LETTERS and instead not in shown and shown not in instead


def _earlier_revisions(data: bytes, said: Said) -> Iterator[Leak]:
    """Read each version that an update left in the file; words that the last one does not show are a leak."""
    ends = [match.end() for match in _END.finditer(data)][:-1][-_MAX_REVISIONS:]
    for end in ends:
        words = _WORD.findall(" ".join(_pages_of(data[:end])))
        gone = [word for word in words if compact(word) not in said.shown]
        if gone:
            yield _leak(LeakKind.EARLIER_REVISION, " ".join(dict.fromkeys(gone)))
            return


def _pages_of(data: bytes) -> list[str]:
    """Give the texts of an earlier version; nothing where there is none (a linearised file's first part)."""
    try:
        with opened(data) as document, pikepdf.open(io.BytesIO(data), attempt_recovery=False, suppress_warnings=True):
            count = min(len(document), _MAX_REVISION_PAGES)
            return [str(document[index].get_textpage().get_text_range()) for index in range(count)]
    except (UnreadableFile, pikepdf.PdfError):
        return []
