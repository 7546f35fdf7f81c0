"""Holds what was published against what the generator says it planted.

The truth file is read here and nowhere else. A planted item counts as leaked when it can be read anywhere a visitor
can read, written with other blanks or hyphens or not. What stays public by rule (the property of the case, the
caseworker) is counted by itself.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.corpus.deliveries import read_rows
from tests.corpus.ledger import public_texts, public_versions

from torvet.modules.records.models import Case, DocumentVersion, Finding, Layer
from torvet.shared.search.models import Entry

NUMBERS = ("cpr", "phone")
DECOY = "decoy"


@dataclass(frozen=True)
class Planted:
    """One planted item."""

    kind: str
    text: str


@dataclass
class Outcome:
    """What the comparison found, by kind. `leaks` names document and place, never the text."""

    planted: Counter[str] = field(default_factory=Counter)
    gone: Counter[str] = field(default_factory=Counter)
    stays_by_rule: Counter[str] = field(default_factory=Counter)
    not_in_file: Counter[str] = field(default_factory=Counter)
    leaks: list[str] = field(default_factory=list)
    leaked_kinds: Counter[str] = field(default_factory=Counter)
    documents: int = 0

    def recall(self, kind: str) -> float:
        """The share of planted items that nobody can read, of those that must go."""
        must_go = self.gone[kind] + self.leaked_kinds[kind]
        return self.gone[kind] / must_go if must_go else 1.0


def read_truth(made: Path) -> dict[str, list[Planted]]:
    """Return the planted items by document."""
    return {
        row["doc"]: [Planted(kind, text) for kind, _, _, text in row["spans"]]
        for row in read_rows(made / "truth.jsonl")
    }


def read_register(made: Path) -> dict[str, list[dict[str, str]]]:
    """Return the parties that a case system would know, by case: everybody whom the case's documents speak of.

    A name, an address, a number and a mailbox are put together as they come; what belongs to whom does not matter to
    the search. The caseworker and the property of the case are no parties.
    """
    cases = {row["id"]: row["case_id"] for row in read_rows(made / "documents.jsonl")}
    known: dict[str, dict[str, dict[str, None]]] = {}
    for document, items in read_truth(made).items():
        for each in items:
            if each.kind != DECOY:
                known.setdefault(cases[document], {}).setdefault(each.kind, {})[each.text] = None
    return {case: _parties(kinds) for case, kinds in known.items()}


def _parties(kinds: Mapping[str, Iterable[str]]) -> list[dict[str, str]]:
    columns = {field: list(kinds.get(field, ())) for field in ("name", "cpr", "address", "email", "phone")}
    rows = range(max(map(len, columns.values()), default=0))
    found = [{field: texts[at] for field, texts in columns.items() if at < len(texts)} for at in rows]
    return [{"role": "party", "kind": "person", "name": ""} | party for party in found]


def pattern(planted: Planted) -> re.Pattern[str]:
    """Match an item however its blanks and hyphens came out; a street's number is not that of a longer number.

    >>> bool(pattern(Planted("cpr", "010190-5004")).search("nr. 0101905004."))
    True
    >>> bool(pattern(Planted("address", "Ryesgade 1")).search("Ryesgade 12"))
    False
    """
    if planted.kind in NUMBERS:
        return re.compile(r"(?<!\d)" + r"[\s\-–]*".join(re.findall(r"\d", planted.text)) + r"(?!\d)")
    words = r"\s+".join(map(re.escape, planted.text.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _stays(planted: Planted, case: Case) -> bool:
    """Tell what the rules leave public: the property that the case is about, and the official who handles it."""
    if planted.kind == "address":
        return bool(case.address) and case.address.casefold().startswith(planted.text.casefold())
    return planted.kind == "name" and planted.text == case.caseworker


def compare(truth: Mapping[str, Iterable[Planted]]) -> Outcome:
    """Look for every planted item in everything that is public."""
    outcome = Outcome()
    for version in public_versions():
        entry = version.document.entry
        items = truth.get(entry.source_id)
        if items is None:
            continue
        outcome.documents += 1
        texts = public_texts(version)
        original = "\n".join(f"{text}\n{seen}" for text, seen in version.pages.values_list("text", "seen_text"))
        for planted in items:
            outcome.planted[planted.kind] += 1
            if _stays(planted, entry.case):
                outcome.stays_by_rule[planted.kind] += 1
                continue
            places = [place for place, text in texts.items() if pattern(planted).search(text)]
            if not places and not pattern(planted).search(original):
                outcome.not_in_file[planted.kind] += 1  # a mail's text may stand in an attachment only
            elif not places:
                outcome.gone[planted.kind] += 1
            elif planted.kind != DECOY:
                outcome.leaked_kinds[planted.kind] += 1
                outcome.leaks.append(f"{entry.source_id}: {planted.kind} in {', '.join(places)}")
    return outcome


def all_rows_with(kind: str, truth: Mapping[str, Iterable[Planted]]) -> list[str]:
    """Name the search rows, of any document or case, that hold an item of a kind planted anywhere."""
    patterns = {pattern(each) for items in truth.values() for each in items if each.kind == kind}
    found = []
    for row in Entry.objects.current().prefetch_related("pages"):
        text = "\n".join([row.title, row.case_title, *(page.text for page in row.pages.all())])
        found += [str(row.uuid) for each in patterns if each.search(text)]
    return found


@dataclass
class Alarms:
    """What was covered though nothing was planted there."""

    covered: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    decoys_covered: int = 0


def alarms(truth: Mapping[str, Iterable[Planted]]) -> Alarms:
    """Compare every finding with what was planted in its document, by the words it covers."""
    found = Alarms()
    versions = DocumentVersion.objects.current().filter(document__entry__source_id__in=truth)
    for version in versions.select_related("document__entry").prefetch_related("pages"):
        items = list(truth[version.document.entry.source_id])
        pages = {page.number: page for page in version.pages.all()}
        personal = [_bare(each.text) for each in items if each.kind != DECOY]
        decoys = [_bare(each.text) for each in items if each.kind == DECOY]
        for finding in Finding.objects.filter(version=version):
            page = pages[finding.page_number or 0]
            text = page.seen_text if finding.layer == Layer.SEEN else page.text
            covered = _bare(text[finding.start : finding.end])
            found.covered[finding.pii_class] += 1
            found.decoys_covered += any(each in covered or covered in each for each in decoys)
            if not any(each in covered or covered in each for each in personal):
                found.false[finding.pii_class] += 1
    return found


def _bare(text: str) -> str:
    return re.sub(r"[\s\-–]+", "", text).casefold()


def figures(outcome: Outcome, found: Alarms) -> dict[str, Any]:
    """Return both as plain figures for a record."""
    kinds = {
        kind: {
            "planted": outcome.planted[kind],
            "public_by_rule": outcome.stays_by_rule[kind],
            "not_in_what_was_read": outcome.not_in_file[kind],
            "gone": outcome.gone[kind],
            "leaked": outcome.leaked_kinds[kind],
            "recall": round(outcome.recall(kind), 4),
        }
        for kind in sorted(outcome.planted)
        if kind != DECOY
    }
    return {
        "documents_compared": outcome.documents,
        "by_kind": kinds,
        "leaks": outcome.leaks[:50],
        "covered": dict(found.covered),
        "covered_not_planted": dict(found.false),
        "decoys_planted": outcome.planted[DECOY],
        "decoys_covered": found.decoys_covered,
    }
