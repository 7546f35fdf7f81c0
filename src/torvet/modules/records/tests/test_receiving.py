"""What the lines of a delivery do to the case file: twice, late, moved, withdrawn, out of order."""

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from torvet.modules.records.actions.publishing import list_due_cases
from torvet.modules.records.actions.watching import stop_publication
from torvet.modules.records.models import (
    Case,
    DocumentVersion,
    JournalEntry,
    Publication,
    PublicationStop,
    QuarantinedItem,
    State,
    Withdrawal,
)
from torvet.modules.records.tests.builders import (
    CPR,
    LETTER,
    SYSTEM,
    DeliveryBuilder,
    advance_all,
    case_line,
    entry_line,
    one_letter,
    pdf,
)
from torvet.shared.audit.models import Event
from torvet.shared.search import api as search


def state_of(slug: str = "byg-2026-00317-1") -> State:
    return State(DocumentVersion.objects.get(document__slug=slug, is_current=True).state)


def found(text: str) -> int:
    return search.search(search.Request(text=text)).total


def test_the_same_delivery_twice_changes_nothing(published: DeliveryBuilder) -> None:
    before = list(DocumentVersion.objects.values()), list(Case.objects.values())
    counts = published.receive()
    advance_all()
    assert counts["entry-unchanged"] == counts["case-unchanged"] == 1
    assert (list(DocumentVersion.objects.values()), list(Case.objects.values())) == before
    assert Publication.objects.count() == 1


def test_a_title_with_personal_data_is_shown_without_it(delivery: DeliveryBuilder) -> None:
    delivery.cases = [case_line(title=f"Carport, Anna Østergård {CPR}")]
    delivery.entries = [entry_line(title="Brev fra Anna Østergård, 40 11 22 33")]
    delivery.receive()
    case, entry = Case.objects.get(), JournalEntry.objects.get()
    assert case.public_title == "Carport, [navn] [cpr-nr.]"
    assert entry.public_title == "Brev fra [navn], [telefonnummer]"


def test_person_cases_are_never_public(delivery: DeliveryBuilder) -> None:
    delivery.cases = [case_line(case_type="person")]
    delivery.entries = [entry_line([delivery.file("brev.pdf", pdf(*LETTER))])]
    delivery.receive()
    advance_all()
    assert not Case.objects.get().is_public
    assert state_of() == State.WITHHELD
    assert not Publication.objects.exists()


def test_a_new_version_takes_the_place_of_the_old(published: DeliveryBuilder) -> None:
    corrected = pdf("Rettet ansøgning om en garage.")
    published.entries = [entry_line([published.file("brev.pdf", corrected)], version=2)]
    published.receive()
    assert found("carport") == 1  # the old one stands until the new one is proven
    advance_all()
    first, second = DocumentVersion.objects.order_by("number")
    assert (first.state, second.state) == (State.SUPERSEDED, State.PUBLIC)
    assert (found("kvadratmeter"), found("garage")) == (0, 1)
    assert Publication.objects.standing().count() == 1


def test_an_older_version_that_comes_late_is_passed_over(published: DeliveryBuilder) -> None:
    published.entries = [entry_line([published.file("brev.pdf", pdf("Ny"))], version=3)]
    published.receive()
    published.entries = [entry_line([published.file("brev.pdf", pdf("Gammel"))], version=2)]
    assert published.receive()["entry-older"] == 1
    assert JournalEntry.objects.get().source_version == 3


def test_changed_content_with_the_old_version_number_is_set_aside(published: DeliveryBuilder) -> None:
    published.entries[0]["title"] = "Noget andet"
    assert published.receive()["quarantined"] == 1
    assert QuarantinedItem.objects.get().code == "changed-without-version"
    assert JournalEntry.objects.get().title == "Ansøgning om carport"


def test_a_withdrawal_from_the_source_leaves_a_tombstone(published: DeliveryBuilder) -> None:
    published.entries = [
        entry_line(version=2, status="withdrawn", withdrawal_reason="Journaliseret ved en fejl, Anna Østergård")
    ]
    published.receive()
    assert found("kvadratmeter") == 0
    assert state_of() == State.WITHDRAWN
    withdrawal = Withdrawal.objects.get()
    assert withdrawal.explanation == "Journaliseret ved en fejl, [navn]"
    assert withdrawal.publication.public_to is not None


def test_a_withdrawal_before_its_entry_keeps_the_entry_away(delivery: DeliveryBuilder) -> None:
    delivery.cases = [case_line()]
    delivery.entries = [
        {"id": "E1", "version": 2, "sequence": 2, "case": "S1", "number": 1, "status": "withdrawn"},
    ]
    delivery.receive()
    delivery.entries = [entry_line([delivery.file("brev.pdf", pdf(*LETTER))])]
    assert delivery.receive()["entry-older"] == 1
    advance_all()
    assert not Publication.objects.exists()


def test_an_entry_before_its_case_waits_for_it(fjordby: None, tmp_path: Path) -> None:
    first = one_letter(tmp_path / "first")
    first.cases = []
    assert first.receive()["quarantined"] == 1
    assert QuarantinedItem.objects.get().code == "unknown-case"
    second = DeliveryBuilder(tmp_path / "second", cases=[case_line()])
    assert second.receive()["resolved"] == 1
    advance_all()
    assert not QuarantinedItem.objects.exists()
    assert state_of() == State.PUBLIC


def test_a_moved_document_keeps_its_address(published: DeliveryBuilder) -> None:
    published.cases = [case_line(), case_line(id="S2", number="BYG-2026-00400", title="Anden sag")]
    published.entries = [entry_line([published.file("brev.pdf", pdf(*LETTER))], version=2, case="S2")]
    published.receive()
    advance_all()
    version = DocumentVersion.objects.get()
    assert version.document.slug == "byg-2026-00317-1"
    assert version.document.entry.case.slug == "byg-2026-00400"
    (hit,) = search.search(search.Request(text="kvadratmeter")).hits
    assert hit.case is not None
    assert hit.case.number == "BYG-2026-00400"


@pytest.mark.parametrize("change", [{"case_type": "person"}, {"secrecy": "confidential"}])
def test_a_case_that_becomes_secret_disappears_at_once(published: DeliveryBuilder, change: dict[str, str]) -> None:
    published.cases = [case_line(version=2, **change)]
    published.entries = []
    published.receive()
    assert found("carport") == 0
    assert not Publication.objects.standing().exists()


def test_an_entry_that_is_closed_afterwards_disappears_at_once(published: DeliveryBuilder) -> None:
    published.entries[0] |= {"version": 2, "access": "closed", "legal_ground": "OFL-23"}
    published.receive()
    assert found("kvadratmeter") == 0
    assert Withdrawal.objects.get().legal_ground == "OFL-23"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"journaled_at": "1900-01-01T10:00:00+01:00"}, "journaled-too-early"),
        ({"journaled_at": "2999-01-01T10:00:00+01:00"}, "journaled-in-the-future"),
        ({"access": "closed"}, "closed-without-ground"),
        ({"case": "nowhere"}, "unknown-case"),
    ],
)
def test_an_impossible_entry_is_set_aside_and_the_next_is_taken(
    delivery: DeliveryBuilder, change: dict[str, Any], code: str
) -> None:
    delivery.cases = [case_line()]
    delivery.entries = [entry_line(**change), "not json", entry_line(id="E2", number=2)]
    counts = delivery.receive()
    assert (counts["quarantined"], counts["entry-new"]) == (2, 1)
    assert set(QuarantinedItem.objects.values_list("code", flat=True)) == {code, "not-json"}


@pytest.mark.parametrize(
    ("change", "code"),
    [({"path": "files/missing.pdf"}, "file-missing"), ({"sha256": "0" * 64}, "file-changed-on-the-way")],
)
def test_a_faulty_file_sets_its_entry_aside(delivery: DeliveryBuilder, change: dict[str, str], code: str) -> None:
    delivery.cases = [case_line()]
    delivery.entries = [entry_line([delivery.file("brev.pdf", pdf("x")) | change])]
    delivery.receive()
    assert QuarantinedItem.objects.get().code == code
    assert not JournalEntry.objects.exists()


def test_two_cases_with_one_number_are_not_mixed_up(delivery: DeliveryBuilder) -> None:
    delivery.cases = [case_line(), case_line(id="S2")]
    delivery.receive()
    assert QuarantinedItem.objects.get().code == "number-in-use"
    assert Case.objects.count() == 1


def test_an_unknown_department_is_set_aside(delivery: DeliveryBuilder) -> None:
    delivery.cases = [case_line(department="xx")]
    delivery.receive()
    assert QuarantinedItem.objects.get().code == "unknown-department"


def test_what_was_set_aside_is_kept_once(delivery: DeliveryBuilder) -> None:
    delivery.cases = ["not json", "not json either"]
    delivery.receive()
    assert QuarantinedItem.objects.count() == 2
    assert QuarantinedItem.objects.filter(raw="not json").exists()


def test_every_step_stands_in_the_audit_log_without_personal_data(published: DeliveryBuilder) -> None:
    verbs = set(Event.objects.values_list("verb", flat=True))
    assert {"records.receive-entry", "records.read", "records.screen", "records.cover", "records.publish"} <= verbs
    text = str(list(Event.objects.values()))
    assert not any(secret in text for secret in ("Anna", "Østergård", CPR, "40 11 22 33", "carport"))


def test_a_case_of_very_many_parties_is_searched_for_all_of_them(delivery: DeliveryBuilder) -> None:
    """A hearing may have a thousand neighbours; the last of them is covered as the first."""
    neighbours = [
        {"role": "neighbour", "kind": "person", "name": f"Xaver Qvortrup{number}", "phone": f"40{number:06}"}
        for number in range(1, 1200)
    ]
    delivery.cases = [case_line(parties=neighbours, summary="Svar fra Xaver Qvortrup1199 og andre.")]
    delivery.receive()
    assert "Qvortrup" not in Case.objects.get().summary


def test_no_new_case_shows_while_publication_is_stopped(delivery: DeliveryBuilder) -> None:
    now = timezone.now()
    delivery.cases = [case_line()]
    delivery.receive()
    list_due_cases(actor=SYSTEM, now=now)
    stop_publication(actor=SYSTEM, code="test", detail="", now=now)
    delivery.cases = [case_line(id="S2", number="BYG-2026-00400")]
    delivery.receive()
    list_due_cases(actor=SYSTEM, now=now)
    assert [case.number for case in Case.objects.public(now=now)] == ["BYG-2026-00317"]
    PublicationStop.objects.update(lifted_at=now, lifting_reason="Hullet er lukket.")
    assert Case.objects.public(now=now).count() == 2
