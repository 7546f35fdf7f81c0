"""Fonts whose letters do not look like what the text layer says.

A PDF names its letters by tables of its own, and nothing makes them true: a program numbers its letters as it
likes, a table is off by one, somebody hides a number behind another. So a few passages that together show every
letter of every font are drawn, read as a stranger would, and compared.

Not here: letters outside the Danish alphabet, which Tesseract's Danish model does not know; text that cannot be
seen at all, which extraction reports as hidden.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from torvet.pure.recognition.choosing import Candidates, chosen
from torvet.pure.recognition.comparing import differing
from torvet.pure.recognition.engine import LINE, look
from torvet.pure.recognition.honest import honest_names
from torvet.pure.recognition.lettering import COMPARED, Passage, passages, place
from torvet.pure.recognition.model import FontDoubt
from torvet.pure.recognition.picture import POINTS_PER_INCH, draw, opened, opened_page, upright_turn

MARGIN_PT = 2.0
LETTER_PX = 32
"""The height Tesseract scales a line to anyway."""

LEAST_DPI, MOST_DPI = 120, 400

MAX_OPEN_PAGES = 40
"""PDFium's address of a font is its own only while a page that uses it is open. Beyond, all begins anew."""

DOUBTFUL_SHARE, DOUBTFUL_LETTERS = 0.1, 3
"""Of the letters, or of the digits, of a font. Honest fonts: 0 of 3,400 in ten typefaces from three programs."""

ALWAYS = 3
"""A letter that looks like another this often, and never like itself, makes its font doubtful alone."""


@dataclass(slots=True)
class _Tally:
    """How often each letter of a font was compared, and how often it looked like another."""

    compared: Counter[str] = field(default_factory=Counter)
    different: Counter[str] = field(default_factory=Counter)

    def share(self, *, digits: bool) -> float:
        compared, different = (
            sum(count for letter, count in counts.items() if letter.isdigit() == digits)
            for counts in (self.compared, self.different)
        )
        return different / compared if different >= DOUBTFUL_LETTERS else 0.0

    @property
    def whole_share(self) -> float:
        """The share of all that was compared."""
        return sum(self.different.values()) / sum(self.compared.values())

    @property
    def is_doubtful(self) -> bool:
        always = any(count >= ALWAYS and count == self.compared[one] for one, count in self.different.items())
        return always or max(self.share(digits=True), self.share(digits=False)) > DOUBTFUL_SHARE


def doubtful_fonts(pdf: bytes, *, most_lines: int = 40) -> tuple[FontDoubt, ...]:
    """Find the pages with a font that shows other letters than it says.

    `most_lines` ends the comparison of letters, not of fonts: each is looked at once. Raises RecognitionMissing
    and RecognitionRefused as `recognise` does. Cost: 4 ms a page and 20 ms a passage looked at, of which two
    fonts in full use need some 25.
    """
    with opened(pdf) as document:
        found: list[FontDoubt] = []
        first, names = 1, honest_names(pdf)
        while first <= len(document):
            batch = _Batch(names)
            with ExitStack() as kept:
                first = batch.walk(document, first, kept)
                found += batch.doubts(most_lines)
        return tuple(found)


@dataclass(slots=True)
class _Batch:
    """Pages in a row, of which those that show something new stay open till they have been compared."""

    honest_names: frozenset[str]
    honest: set[int] = field(default_factory=set)
    pages: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    candidates: Candidates = field(default_factory=Candidates)

    def walk(self, document: Any, first: int, kept: ExitStack) -> int:
        """Gather passages from page `first` on; gives the page to go on with."""
        opened_pages = 0
        for number in range(first, len(document) + 1):
            with ExitStack() as trial:
                page = trial.enter_context(opened_page(document, number))
                if self._gather(page, number):
                    kept.enter_context(trial.pop_all())
                    opened_pages += 1
            if opened_pages == MAX_OPEN_PAGES:
                return number + 1
        return len(document) + 1

    def _gather(self, page: Any, number: int) -> bool:
        found, names = passages(page, number)
        for font in {font for passage in found for font, _ in passage.drawn()}:
            self.pages[font].append(number)
            if names[font] in self.honest_names:
                self.honest.add(font)
        return self.candidates.gather(found)

    def doubts(self, most: int) -> Iterator[FontDoubt]:
        """Compare, and give the worst doubtful font of each page."""
        tallies = _compared(chosen(self.candidates.passages, frozenset(self.honest), most))
        doubts: dict[int, FontDoubt] = {}
        for font, tally in tallies.items():
            if not tally.is_doubtful:
                continue
            for number in self.pages[font]:
                doubt = FontDoubt(number, tally.whole_share, sum(tally.compared.values()))
                if number not in doubts or doubts[number].share < doubt.share:
                    doubts[number] = doubt
        yield from (doubts[number] for number in sorted(doubts))


def _compared(picked: Iterable[Passage]) -> dict[int, _Tally]:
    tallies: defaultdict[int, _Tally] = defaultdict(_Tally)
    for passage in picked:
        seen = _seen(passage)
        if seen is None:
            continue
        for at, is_different in differing(passage.text, seen):
            letter, font = passage.text[at], passage.fonts[at]
            if font and COMPARED.match(letter):
                tallies[font].compared[letter] += 1
                tallies[font].different[letter] += is_different
    return tallies


def _seen(passage: Passage) -> str | None:
    """What a stranger reads where a passage stands; None where nothing is drawn."""
    placed = place(passage)
    if placed is None:
        return None
    (x0, y0, x1, y1), direction = placed
    height = y1 - y0 if abs(direction[0]) > abs(direction[1]) else x1 - x0
    dpi = int(min(MOST_DPI, max(LEAST_DPI, LETTER_PX * POINTS_PER_INCH / max(height, 0.1))))
    area = (x0 - MARGIN_PT, y0 - MARGIN_PT, x1 + MARGIN_PT, y1 + MARGIN_PT)
    picture = draw(passage.page, dpi, turn=upright_turn(passage.page, direction), area=area)
    return None if picture.is_blank else " ".join(glimpse.text for glimpse in look(picture, LINE))
