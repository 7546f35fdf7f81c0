"""From offsets in what was read to places on the page: one box for each line."""

from collections.abc import Iterator

from torvet.pure.recognition.model import Rect, Seen, Word
from torvet.pure.recognition.picture import union


def boxes_of(seen: Seen, start: int, end: int) -> tuple[Rect, ...]:
    """Give one box for each line that code points `start` up to `end` of `seen.text` stand on.

    A word counts whole, since what was read has no places for letters. Raises ValueError for a span outside
    the text. Linear in the words.
    """
    if not 0 <= start <= end <= len(seen.text):
        raise ValueError(f"span {start}..{end} outside page {seen.page}")
    touched = [word for word in seen.words if word.start < end and word.end > start]
    return tuple(union([(word.x0, word.y0, word.x1, word.y1) for word in line]) for line in _lines(seen, touched))


def _lines(seen: Seen, words: list[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in words:
        if line and "\n" in seen.text[line[-1].end : word.start]:
            yield line
            line = []
        line.append(word)
    if line:
        yield line
