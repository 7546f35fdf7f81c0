"""How the search for sensitive matters comes out: told of somebody and met, told of nobody and left alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..findings import GATE_THRESHOLD, PiiClass
from ..screening import scan
from ..sensitive import sensitive_matters
from ..sensitive_words import Matter
from .building import negative_passages
from .matter_texts import OF_NOBODY, TOLD
from .model import marked

_PERSONS = (PiiClass.NAME, PiiClass.CPR)


@dataclass(slots=True)
class MatterTally:
    """How one matter came out: passages where it is told of somebody, and passages where it is told of nobody."""

    told: int = 0
    missed: list[str] = field(default_factory=list)
    false_alarms: list[str] = field(default_factory=list)


def evaluate_matters() -> dict[Matter, MatterTally]:
    """Count per matter what is met, missed and wrongly met, with the people that `scan` itself finds."""
    tallies = {matter: MatterTally() for matter in Matter}
    for matter, text in TOLD:
        plain = marked("matter", text).text
        tallies[matter].told += 1
        if matter not in _matters_in(plain):
            tallies[matter].missed.append(plain)
    for text in _of_nobody():
        for matter in _matters_in(text):
            tallies[matter].false_alarms.append(text)
    return tallies


def of_nobody_count() -> int:
    """Give how many passages tell of nobody's matters."""
    return sum(1 for _ in _of_nobody())


def _of_nobody() -> Iterator[str]:
    yield from OF_NOBODY
    yield from (passage.text for passage in negative_passages())


def _matters_in(text: str) -> set[Matter]:
    people = [(f.start, f.end) for f in scan(text) if f.pii_class in _PERSONS and f.score >= GATE_THRESHOLD]
    return {each.matter for each in sensitive_matters(text, people)}
