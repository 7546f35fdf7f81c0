"""What a run of the robot came to, as counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

# Two lines among the places that tell of what should stay public: whole papers with nothing to hide, and words in
# public papers. »Covered« counts where it was covered all the same, »held« the papers that did not become public.
HARMLESS = "nothing"
DECOYS = "decoys"
COUNTED = ("planted", "covered", "held", "escaped")


@dataclass
class Count:
    """How many items were planted, and what became of them."""

    planted: int = 0
    covered: int = 0
    held: int = 0
    escaped: int = 0

    def add(self, outcome: str) -> None:
        """Count one item: covered, held or escaped."""
        self.planted += 1
        setattr(self, outcome, getattr(self, outcome) + 1)

    def as_row(self) -> dict[str, int]:
        """Return the counts for a JSON column."""
        return {name: getattr(self, name) for name in COUNTED}


@dataclass(frozen=True)
class Report:
    """One run; a `problem` is the code of why it could not tell anything."""

    seed: int
    documents: int = 0
    rule_pack: str = ""
    total: Count = field(default_factory=Count)
    by_place: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    by_rendering: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    by_surface: Mapping[str, int] = field(default_factory=dict)
    escapes: tuple[str, ...] = ()
    problem: str = ""


def report_from(value: Mapping[str, Any]) -> Report:
    """Read what the shadow wrote.

    Raises:
        KeyError, TypeError: it wrote something else.
    """
    return Report(**{**value, "total": Count(**value["total"]), "escapes": tuple(value["escapes"])})
