"""Which passages to look at, so that every letter of every font is seen with as few looks as possible."""

from collections import Counter
from collections.abc import Iterable, Sequence

from torvet.pure.recognition.lettering import Drawn, Passage

WANTED = 3
"""Looks at each letter: one may be misread, three of three are not."""

KEPT = 3 * WANTED
"""Passages remembered for a letter, to choose from."""


class Candidates:
    """Passages that may still teach something, gathered page by page; memory grows with the letters of the fonts."""

    def __init__(self) -> None:
        self._met: Counter[Drawn] = Counter()
        self.passages: list[Passage] = []

    def gather(self, passages: Iterable[Passage]) -> bool:
        """Keep those with a letter that is not yet met often; true if any was kept."""
        before = len(self.passages)
        for passage in passages:
            drawn = passage.drawn()
            if any(self._met[one] < KEPT for one in drawn):
                self._met.update(drawn)
                self.passages.append(passage)
        return len(self.passages) > before


def chosen(passages: Sequence[Passage], skipped: frozenset[int], most: int) -> list[Passage]:
    """Choose greedily those that show most of what is still wanted; `skipped` fonts teach nothing.

    Every font is shown once before any is shown more, so that a long document of many fonts hides none; only
    then does `most` end it. Cost: passages times those chosen.
    """
    open_ones = {at: wanted for at, one in enumerate(passages) if (wanted := _of(one, skipped))}
    shown: Counter[Drawn] = Counter()
    fonts = {font for wanted in open_ones.values() for font, _ in wanted}
    picked: list[Passage] = []
    while open_ones and (fonts or len(picked) < most):
        best = max(open_ones, key=lambda at: _gain(open_ones[at], shown, fonts))
        if _gain(open_ones[best], shown, fonts) == 0:
            break
        wanted = open_ones.pop(best)
        shown.update(wanted)
        fonts -= {font for font, _ in wanted}
        picked.append(passages[best])
    return picked


def _of(passage: Passage, skipped: frozenset[int]) -> frozenset[Drawn]:
    return frozenset(one for one in passage.drawn() if one[0] not in skipped)


def _gain(wanted: frozenset[Drawn], shown: Counter[Drawn], fonts: set[int]) -> int:
    """A letter never seen counts most; a font never seen counts above all."""
    new_fonts = len({font for font, _ in wanted} & fonts)
    return 1000 * new_fonts + sum((WANTED - shown[one]) ** 2 for one in wanted if shown[one] < WANTED)
