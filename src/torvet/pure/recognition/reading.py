"""Pages read from their picture: which resolution, which way up, and where every word stands.

A page is looked at upright and at 200 dpi first; one that says next to nothing so is turned. Coarse scans, small
letters and words read with doubt are looked at again in another way. The look that reads most is kept; numbers that the
other read otherwise follow as a block of their own, so that a civil registration number with one digit misread is
found all the same.
Not here: handwriting, which Tesseract does not read, and what is done with low confidence.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from torvet.pure.recognition.codes import codes_on
from torvet.pure.recognition.engine import Glimpse, look
from torvet.pure.recognition.model import Code, Rect, Seen, Word
from torvet.pure.recognition.picture import Picture, draw, opened, opened_page
from torvet.pure.recognition.placing import COARSE_DPI as FEW_PIXELS_DPI
from torvet.pure.recognition.placing import placed_pictures, resolution_dpi

FIRST_DPI, FINE_DPI, COARSE_DPI = 200, 300, 150
"""200 and 300 read clean pages of 7 point or more without a fault; 150 is enough to see which way is up."""

SMALL_LETTERS_PX = 18
"""The height of a word below which 300 dpi reads better: measured at 6 point, where 1 word in 350 was wrong."""

DOUBTFUL, POOR, GUESS = 80.0, 60.0, 50.0
"""Confidence: below the first, look closer; below the second, turn; below the third, a word says nothing."""

SOFTENING_INCH, LITTLE_SOFTENING_INCH = 0.005, 0.003
"""One pixel at 200 dpi; half a pixel at 150. Of 320 numbers in eight black-and-white faxes of 100 dpi, 297 were read
with the first, 275 without any, and 304 by the two together (of the 16 missed, 14 in one typeface of 9 points)."""

LEAST_DIGITS = 4
FEW_LETTERS = 12
TURNS = (2, 1, 3)
"""Upside down first: Tesseract itself finds lines that run up the page, and so reads two turns in one."""


@dataclass(frozen=True, slots=True)
class Look:
    """One look at one picture, and how the page was turned for it."""

    picture: Picture
    glimpses: tuple[Glimpse, ...]
    turn: int

    def only(self, glimpses: Iterable[Glimpse]) -> "Look":
        """The same look with some of its words."""
        return replace(self, glimpses=tuple(glimpses))

    @property
    def confidence(self) -> float:
        """The mean of the words, weighted by letters and digits."""
        letters = sum(_letters(glimpse) for glimpse in self.glimpses)
        return sum(_letters(glimpse) * glimpse.confidence for glimpse in self.glimpses) / letters if letters else 0.0

    @property
    def score(self) -> float:
        """How much was read: letters, by how much surer than a guess they are."""
        return sum(_letters(glimpse) * max(0.0, glimpse.confidence - GUESS) for glimpse in self.glimpses)

    @property
    def quarters(self) -> int:
        """How Tesseract itself turned most of what it read."""
        turns: Counter[int] = Counter()
        for glimpse in self.glimpses:
            turns[glimpse.turn] += _letters(glimpse)
        return max(turns, key=lambda turn: turns[turn], default=0)

    @property
    def is_poor(self) -> bool:
        """True where next to nothing was read, or with little confidence."""
        return sum(map(_letters, self.glimpses)) < FEW_LETTERS or self.confidence < POOR

    @property
    def is_small_or_doubtful(self) -> bool:
        """True where a finer picture may tell more."""
        heights = [_height(glimpse) for glimpse in self.glimpses if _letters(glimpse)]
        return bool(heights) and (median(heights) < SMALL_LETTERS_PX or self.confidence < DOUBTFUL)


def recognise(pdf: bytes, page: int, *, whole: bool = True, twice: bool = True) -> Seen:
    """Read what the picture of a page says; with `whole` false, only the pictures that are placed on it.

    With `twice` false, letters that are small or coarse are not looked at a second time.

    Raises RecognitionMissing without Tesseract's data, RecognitionRefused for a page that cannot be drawn or
    takes too long. Cost: 4 ms a word, and up to five times that where a picture without text is turned.
    """
    with opened(pdf) as document, opened_page(document, page) as opened_one:
        areas: Sequence[Rect | None] = (None,) if whole else placed_pictures(opened_one)
        dpi = resolution_dpi(opened_one)
        coarse = 0 < dpi < FEW_PIXELS_DPI
        looks = [one for area in areas for one in _looks(_Scene(opened_one, area, coarse), twice=twice)]
        seen = _seen(page, [one for one in looks if one.glimpses], codes_on(opened_one))
        return replace(seen, dpi=dpi)


def text_of(pdf: bytes, page: int) -> str:
    """Everything the picture of a page says at one look: its words, and a line for each code.

    For a proof: what a first and a second look found in the original is covered already.
    """
    seen = recognise(pdf, page, twice=False)
    return "\n".join([seen.text, *(code.text for code in seen.codes)])


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is looked at: a page or an area of it, coarse pictures softened."""

    page: Any
    area: Rect | None
    is_coarse: bool

    def look(self, dpi: int, turn: int, softening: float = SOFTENING_INCH) -> Look:
        """Draw it and read it."""
        picture = draw(self.page, dpi, turn=turn, area=self.area)
        if picture.is_blank:
            return Look(picture, (), turn)
        if self.is_coarse:
            picture = picture.softened(softening * dpi)
        return Look(picture, look(picture), turn)

    def look_again(self, turn: int) -> Look:
        """Look in another way: finely where there is more to see, else coarsely and hardly softened."""
        return self.look(COARSE_DPI, turn, LITTLE_SOFTENING_INCH) if self.is_coarse else self.look(FINE_DPI, turn)


def _looks(scene: _Scene, *, twice: bool) -> list[Look]:
    """The look that reads best, and the numbers that a second one, where it is needed, reads otherwise."""
    best = scene.look(FIRST_DPI, 0)
    if best.picture.is_blank:
        return []
    if best.quarters:
        best = _better(best, scene.look(FIRST_DPI, best.quarters))
    if best.is_poor:
        best = _turned(scene, best)
    if not twice or not best.glimpses or not (scene.is_coarse or best.is_small_or_doubtful):
        return [best]
    again = scene.look_again(best.turn)
    better, other = (again, best) if again.score > best.score else (best, again)
    return [better, other.only(_other_numbers(better, other))]


def _other_numbers(one: Look, other: Look) -> Iterator[Glimpse]:
    """The numbers of `other` that `one` does not have, each on a line of its own."""
    known = _digits(glimpse.text for glimpse in one.glimpses)
    for glimpse in other.glimpses:
        digits = _digits([glimpse.text])
        if len(digits) >= LEAST_DIGITS and digits not in known:
            yield replace(glimpse, before="\n")


def _digits(texts: Iterable[str]) -> str:
    return "".join(letter for text in texts for letter in text if letter.isdecimal())


def _turned(scene: _Scene, upright: Look) -> Look:
    """Look at the page the other ways up, coarsely, and well at the best of them if it reads better."""
    best = upright
    for turn in TURNS:
        best = _better(best, scene.look(COARSE_DPI, turn))
        if not best.is_poor:
            break
    if best is upright:
        return upright
    return _better(best, scene.look(FIRST_DPI, (best.turn + best.quarters) % 4))


def _better(one: Look, other: Look) -> Look:
    return other if other.score > one.score else one


def _letters(glimpse: Glimpse) -> int:
    return sum(map(str.isalnum, glimpse.text))


def _height(glimpse: Glimpse) -> int:
    left, top, right, bottom = glimpse.box
    return right - left if glimpse.turn % 2 else bottom - top


def _seen(page: int, looks: Sequence[Look], codes: tuple[Code, ...]) -> Seen:
    text, words = "", []
    for one in looks:
        for at, glimpse in enumerate(one.glimpses):
            between = "\n\n" if at == 0 else glimpse.before or " "
            start = len(text) + (len(between) if text else 0)
            text = (text + between if text else "") + glimpse.text
            words.append(Word(start, len(text), *one.picture.page_rect(*glimpse.box), glimpse.confidence))
    return Seen(page, text, tuple(words), _confidence(looks), codes, _turned_degrees(looks))


def _confidence(looks: Sequence[Look]) -> float:
    letters = [sum(map(_letters, one.glimpses)) for one in looks]
    weighted = sum(count * one.confidence for count, one in zip(letters, looks, strict=True))
    return weighted / sum(letters) if any(letters) else 0.0


def _turned_degrees(looks: Sequence[Look]) -> int:
    """How the look that read most was turned."""
    most = max(looks, key=lambda one: one.score, default=None)
    return 0 if most is None else 90 * ((most.turn + most.quarters) % 4)
