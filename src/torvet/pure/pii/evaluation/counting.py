"""Running the detector over passages and counting what it finds, misses and takes for personal by mistake."""

from collections.abc import Iterable

from ..findings import GATE_THRESHOLD, Finding, PiiClass
from ..screening import scan
from .building import passages
from .model import Passage, Tally


def evaluate(threshold: float = GATE_THRESHOLD, over: Iterable[Passage] | None = None) -> dict[PiiClass, Tally]:
    """Count per class what is found, missed and wrongly found at a threshold, in the main set or in `over`."""
    tallies = {pii_class: Tally() for pii_class in PiiClass}
    for passage in passages() if over is None else over:
        _count(tallies, passage, _findings(passage, threshold))
    return tallies


def evaluate_groups(over: Iterable[Passage], pii_class: PiiClass) -> dict[str, Tally]:
    """Count by the passages' own kind what is found and missed of one class."""
    tallies: dict[str, Tally] = {}
    for passage in over:
        if any(found is pii_class for found, _, _ in passage.truth):
            tally = {each: Tally() for each in PiiClass}
            tally[pii_class] = tallies.setdefault(passage.kind, Tally())
            _count(tally, passage, _findings(passage, GATE_THRESHOLD))
    return tallies


def _findings(passage: Passage, threshold: float) -> list[Finding]:
    return [finding for finding in scan(passage.text, known=passage.known) if finding.score >= threshold]


def _count(tallies: dict[PiiClass, Tally], passage: Passage, findings: list[Finding]) -> None:
    """Found means covered whole by findings of any class, for then nothing of it is published."""
    covered = {offset for f in findings for offset in range(f.start, f.end)}
    for pii_class, start, end in passage.truth:
        if all(k in covered for k in range(start, end) if passage.text[k].isalnum()):
            tallies[pii_class].found += 1
        else:
            tallies[pii_class].missed.append(passage)
    for finding in findings:
        if not any(start < finding.end and finding.start < end for _, start, end in passage.truth):
            tallies[finding.pii_class].false_alarms.append((passage, finding))
