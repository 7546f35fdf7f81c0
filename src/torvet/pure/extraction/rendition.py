"""What a reader of office files gathers: what is shown, what is hidden and where, and what is left out, counted."""

import re
from dataclasses import dataclass, field

from torvet.pure.extraction.blocks import Block
from torvet.pure.extraction.model import HiddenText
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode

MAX_HIDDEN_CHARACTERS = 20_000_000
"""As much as may be shown; a workbook of 200,000 hidden cells holds some 4,000,000."""

UNSEEN = {"hidden-text", "same-colour-text", "tiny-text", "off-page", "covered-cell", "hidden-value", "unshown-note"}
"""Places where text stands in the document itself and is kept from the reader's eye."""

SPACES = re.compile(r"\s+")


@dataclass
class Rendition:
    """A document while it is read: `hide` what is not shown, `count` what is left out, `mark` what it has."""

    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    hidden: list[HiddenText] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)
    _marks: set[str] = field(default_factory=set)
    _characters: int = 0

    def hide(self, place: str, text: str | None) -> None:
        """Report text that is not shown; raises ExtractionRefused(TOO_LARGE) for more than any document hides."""
        cleaned = SPACES.sub(" ", text or "").strip()
        if not cleaned:
            return
        self._characters += len(cleaned)
        if self._characters > MAX_HIDDEN_CHARACTERS:
            raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_HIDDEN_CHARACTERS} skjulte tegn")
        self.hidden.append(HiddenText(place, cleaned))
        if place in UNSEEN:
            self._marks.add("hidden-text")
        if place == "tracked-change":
            self._marks.add("tracked-changes")

    def count(self, notice: str, number: int = 1) -> None:
        """Count what a notice tells of, as in "hidden-rows:3"."""
        self._counts[notice] = self._counts.get(notice, 0) + number

    def mark(self, notice: str) -> None:
        """Tell that the document has something, without a number."""
        self._marks.add(notice)

    @property
    def notices(self) -> list[str]:
        """The codes, marks first, each kind once."""
        return sorted(self._marks) + [f"{notice}:{number}" for notice, number in self._counts.items() if number]
