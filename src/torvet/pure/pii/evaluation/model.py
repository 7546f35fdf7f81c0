"""A passage of the evaluation set, and the count of how one class came out on it."""

import re
from dataclasses import dataclass, field, replace

from ..findings import Finding, KnownTerm, PiiClass

_MARK = re.compile(r"\{([a-z_]{2,20}):([^}]{1,400})\}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text, the personal data in it (class, start, end in code points), and where it comes from."""

    kind: str
    text: str
    truth: tuple[tuple[PiiClass, int, int], ...]
    known: tuple[KnownTerm, ...] = ()


@dataclass(slots=True)
class Tally:
    """How one class came out: planted items found whole, missed ones, and findings where nothing was planted."""

    found: int = 0
    missed: list[Passage] = field(default_factory=list)
    false_alarms: list[tuple[Passage, Finding]] = field(default_factory=list)

    @property
    def planted(self) -> int:
        """Give how many items there were to find."""
        return self.found + len(self.missed)

    @property
    def recall(self) -> float:
        """Give the share of planted items that were found whole."""
        return self.found / self.planted if self.planted else 1.0

    @property
    def precision(self) -> float:
        """Give the share of findings that stand on something planted."""
        reported = self.found + len(self.false_alarms)
        return self.found / reported if reported else 1.0


def planted(kind: str, pii_class: PiiClass, context: str, item: str, known: tuple[KnownTerm, ...] = ()) -> Passage:
    """Put an item where `{}` stands in a context, which may hold marked items of its own."""
    before, _, after = context.partition("{}")
    return replace(marked(kind, f"{before}{{{pii_class}:{item}}}{after}"), known=known)


def marked(kind: str, text: str) -> Passage:
    """Read a passage whose personal data are marked in the text: "Kære {name:Arin Badin}"."""
    pieces: list[str] = []
    truth: list[tuple[PiiClass, int, int]] = []
    length = done = 0
    for match in _MARK.finditer(text):
        pieces += [text[done : match.start()], match.group(2)]
        length += match.start() - done
        truth.append((PiiClass(match.group(1)), length, length + len(match.group(2))))
        length += len(match.group(2))
        done = match.end()
    return Passage(kind, "".join(pieces) + text[done:], tuple(truth))
