"""Real and generated Danish texts, all the way: delivered, screened, published or held, searched; nothing leaked."""

from pathlib import Path

import pytest
from django.utils import timezone
from tests.corpus import ledger, truth
from tests.corpus.deliveries import (
    deliver_generated,
    deliver_texts,
    generate,
    read_laws,
    read_minutes,
    read_rows,
    thinned,
)

from torvet.modules.records.actions.publishing import list_due_cases
from torvet.modules.records.models import Case, DocumentVersion, JournalEntry, State
from torvet.modules.records.tests.builders import SYSTEM, advance_all
from torvet.pure.recognition import is_available
from torvet.shared.search import api as search
from torvet.shared.search.models import Entry

pytestmark = [pytest.mark.shared, pytest.mark.django_db]
MINUTES, LAWS = 24, 16
AIM_NAMES_A_MEGABYTE_OF_LAW = 60


def take_all_the_way() -> None:
    advance_all()
    list_due_cases(actor=SYSTEM, now=timezone.now())
    search.bring_up_to_date()


def count(fates: list[ledger.Fate], *states: State) -> int:
    return sum(each.count for each in fates if each.state in states)


def assert_nothing_is_lost(documents: int, cases: int) -> None:
    fates = ledger.fates()
    assert count(fates, State.PUBLIC, State.HELD, State.WITHHELD, State.FAILED) == documents, fates
    assert Case.objects.count() == cases
    rows = Entry.objects.current()
    public = [version.document.uuid for version in ledger.public_versions() if version.document.parent is None]
    assert rows.filter(source="records.document", uuid__in=public).count() == count(fates, State.PUBLIC)
    assert rows.filter(source="records.case").count() == cases
    assert ledger.unproven() == []


def assert_the_comparison_can_see(planted: dict[str, list[truth.Planted]]) -> None:
    """A word that does stand in a public document must count as leaked, in every place where it stands."""
    version = next(each for each in ledger.public_versions() if each.document.entry.source_id in planted)
    word = max(ledger.WORD.findall(ledger.public_texts(version)["search rows"]), key=len)
    seen = truth.compare({version.document.entry.source_id: [truth.Planted("name", word)]})
    assert seen.recall("name") == 0.0
    assert "reading text" in seen.leaks[0]
    assert "search rows" in seen.leaks[0]


@pytest.mark.slow
def test_real_texts_go_all_the_way_and_are_found(town: None, shared_data: Path, tmp_path: Path) -> None:
    minutes = thinned((each for each in read_minutes(shared_data) if len(each.body) < 8_000), MINUTES)
    laws = thinned((each for each in read_laws(shared_data) if len(each.body) < 5_000), LAWS)
    for name, texts in (("protokol", minutes), ("lov", laws)):
        counts = deliver_texts(tmp_path / name, texts).receive()
        assert counts["entry-new"] == len(texts)
        assert "quarantined" not in counts
    take_all_the_way()

    assert_nothing_is_lost(MINUTES + LAWS, len({each.case for each in minutes + laws}))
    public = list(ledger.public_versions())
    assert len(public) >= (MINUTES + LAWS) / 2, ledger.fates()
    readable = {version.pk: ledger.public_texts(version)["reading text"] for version in public}
    common = ledger.word_counts(readable.values())
    words = {version.pk: ledger.rarest_word(readable[version.pk], common) for version in public}
    assert [words[version.pk] for version in public if not ledger.is_found(words[version.pk], version)] == []
    assert sum(ledger.findings_by_class("protokol").values()) > 0
    found_in_laws = sum(ledger.findings_by_class("lov").values())
    assert found_in_laws / ledger.megabytes_read("lov") < AIM_NAMES_A_MEGABYTE_OF_LAW


def test_old_spelling_is_found_by_new(town: None, shared_data: Path, tmp_path: Path) -> None:
    old = [each for each in read_minutes(shared_data) if "Sogneraadet" in each.body and len(each.body) < 6_000]
    deliver_texts(tmp_path / "protokol", thinned(old, 4)).receive()
    take_all_the_way()
    public = {version.document.uuid for version in ledger.public_versions()}
    assert public
    for query in ("sogneraadet", "sognerådet", "Sognerådet"):
        answer = search.search(search.Request(text=query, kinds=("document",)))
        further = sum(hit.case.further_hits for hit in answer.hits if hit.case)
        assert len(answer.hits) + further == len(public), query


@pytest.mark.slow
def test_what_the_generator_planted_cannot_be_read(town: None, generator: Path, tmp_path: Path) -> None:
    made = generate(generator, tmp_path / "made", cases=12, documents=40, files=30)
    counts = deliver_generated(made, tmp_path / "esdh").receive()
    assert counts["entry-new"] == 40
    assert counts["case-new"] == 12
    assert "quarantined" not in counts
    take_all_the_way()

    assert JournalEntry.objects.count() == 40
    assert_nothing_is_lost(30, 12)
    formats = {row["doc"]: row["file"].partition(".")[2] for row in read_rows(made / "files.jsonl")}
    for version in DocumentVersion.objects.select_related("document__entry"):
        kind = formats[version.document.entry.source_id]
        assert version.state != State.FAILED, (kind, version.reason_code)
        if kind == "scan.pdf" and not is_available():
            assert version.state in (State.HELD, State.WITHHELD), version.state
    planted = truth.read_truth(made)
    outcome = truth.compare(planted)
    assert outcome.documents >= 10
    assert outcome.planted["cpr"] >= 2
    assert [leak for leak in outcome.leaks if ": cpr" in leak] == []
    assert outcome.recall("cpr") == 1.0
    assert truth.all_rows_with("cpr", planted) == []
    assert_the_comparison_can_see(planted)
    for kind in ("phone", "email", "name"):
        assert outcome.recall(kind) >= 0.98, (kind, outcome.leaks)
    assert truth.alarms(planted).decoys_covered == 0
