"""A candidate: what a rule found, in positions of the reading, before candidates are weighed against each
other."""

from dataclasses import dataclass, replace

from .findings import PiiClass


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters `start` to `end` of the reading, with the evidence for the class."""

    pii_class: PiiClass
    start: int
    end: int
    score: float
    reasons: tuple[str, ...]

    def supported(self, share: float, reason: str) -> "Candidate":
        """Give the candidate with `share` of its remaining doubt taken away."""
        return replace(self, score=raised(self.score, share), reasons=(*self.reasons, reason))


def raised(score: float, share: float) -> float:
    """Give a score with `share` (0 to 1) of the distance to certainty added: raised(0.6, 0.5) is 0.8."""
    return score + (1.0 - score) * share
