"""Where personal data stand on the pages of a version: in the text, in the pictures, and in the codes.

Every layer of every page is searched in one pass, so that what was found in one is looked for in all others. What is
to be done about it is for the rules.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from torvet.modules.records.knowledge import Knowledge, findings_in
from torvet.modules.records.models import Layer, Page
from torvet.pure.pii import Finding

# Between pages a number may go on; between layers nothing does.
PAGE_BREAK, LAYER_BREAK = "\n", "\n\n\n"


@dataclass(frozen=True)
class Hit:
    """Personal data on one layer of one page; for a code, `start` is its place in the page's list of codes.

    `at` is where it stands in `text_of` the same pages.
    """

    page_number: int
    layer: str
    start: int
    end: int
    pii_class: str
    score: float
    reasons: tuple[str, ...]
    text: str
    at: int


@dataclass(frozen=True)
class _Stretch:
    """A stretch of the searched text: which layer of which page it is."""

    page_number: int
    layer: Layer
    text: str
    after: str
    code: int = 0


def text_of(pages: Sequence[Page]) -> str:
    """Return all that the pages say, on every layer."""
    return "".join(stretch.text + stretch.after for stretch in _stretches(pages))


def screened(pages: Sequence[Page], knowledge: Knowledge) -> list[Hit]:
    """Search the pages on every layer; one finding that crosses a page break becomes one on each page."""
    stretches = list(_stretches(pages))
    text = "".join(stretch.text + stretch.after for stretch in stretches)
    starts = list(accumulate((len(stretch.text) + len(stretch.after) for stretch in stretches), initial=0))
    return [
        hit
        for found in findings_in(text, knowledge)
        for stretch, begin in zip(stretches, starts, strict=False)
        for hit in _on(stretch, begin, found)
    ]


def _stretches(pages: Sequence[Page]) -> Iterator[_Stretch]:
    """First what people read, page by page; then what else the pages hold."""
    last = len(pages) - 1
    for at, page in enumerate(pages):
        layer = Layer.SEEN if page.needs_ocr and page.recognised_at else Layer.TEXT
        text = page.seen_text if layer is Layer.SEEN else page.text
        yield _Stretch(page.number, layer, text, PAGE_BREAK if at < last else LAYER_BREAK)
    for page in pages:
        if page.needs_ocr and page.recognised_at:
            yield _Stretch(page.number, Layer.TEXT, page.text, LAYER_BREAK)
        elif page.seen_text:
            yield _Stretch(page.number, Layer.SEEN, page.seen_text, LAYER_BREAK)
        for place, code in enumerate(page.codes):
            yield _Stretch(page.number, Layer.CODE, code["text"], LAYER_BREAK, place)


def _on(stretch: _Stretch, begin: int, found: Finding) -> Iterator[Hit]:
    start, end = max(found.start - begin, 0), min(found.end - begin, len(stretch.text))
    if start >= end:
        return
    text, at = stretch.text[start:end], begin + start
    if stretch.layer is Layer.CODE:
        start, end = stretch.code, stretch.code + 1
    found_as = found.pii_class.value, found.score, found.reasons
    yield Hit(stretch.page_number, stretch.layer, start, end, *found_as, text, at)
