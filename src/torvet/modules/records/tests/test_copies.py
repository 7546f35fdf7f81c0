"""The same page in two documents: it gets the same covers, and where the cases disagree both stop."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from torvet.modules.records.actions.comparing import CONFLICT, compare_copies, keep_fingerprints
from torvet.modules.records.actions.publishing import retry
from torvet.modules.records.copies import bare_spots, copies_of
from torvet.modules.records.models import (
    DocumentVersion,
    Finding,
    Layer,
    Page,
    PageBand,
    PageFingerprint,
    Publication,
    State,
    Withdrawal,
)
from torvet.modules.records.models.examination import FindingState
from torvet.modules.records.models.publication import WithdrawalReason
from torvet.modules.records.pages.copies import copies_table
from torvet.modules.records.reasons import version_reason
from torvet.modules.records.tests.builders import SYSTEM, DeliveryBuilder, advance_all, case_line, entry_line, pdf
from torvet.modules.records.tests.test_pages import log_in
from torvet.shared.identity.roles import RECORDS_OFFICER
from torvet.shared.ui import parts

pytestmark = pytest.mark.slow

# In small letters, nothing but the parties of a case tells that this is a person.
NAME = "vimmer skovrød"
PERSON = {"role": "neighbour", "kind": "person", "name": NAME}
FIRM = {"role": "applicant", "kind": "company", "name": NAME, "cvr": "29189846"}
PAGE = (
    "Fjordby Kommune, Teknik og Miljø",
    "Referat af mødet om stien langs fjorden fra havnen til den gamle mølle",
    "Stien bliver 350 meter lang og får grus, bænke og to små broer af træ.",
    f"Der kom et forslag fra {NAME} om en rampe ved den nordlige bro.",
    "Udvalget ser på forslaget i maj, når prisen på træ og grus er kendt.",
    "Arbejdet begynder tidligst i september og varer omkring seks uger.",
    "Bænkene kommer fra kommunens eget værksted, og broerne bliver bygget på stedet.",
    "Cyklister skal stå af ved den smalle bro, og hunde skal være i snor hele året.",
)


Deliver = Callable[..., DocumentVersion]


@pytest.fixture
def deliver(delivery: DeliveryBuilder) -> Deliver:
    """Deliver one more case with one document and take it as far as it goes."""

    def made(place: int, *parties: Any, lines: tuple[str, ...] = PAGE) -> DocumentVersion:
        delivery.cases = [case_line(id=f"S{place}", number=f"VEJ-2026-0{place}", parties=parties)]
        own = (f"Bilag {place}",) if lines == PAGE else ()
        file = delivery.file(f"referat-{place}.pdf", pdf(*lines, *own))
        entry = {"id": f"E{place}", "case": f"S{place}", "sequence": place, "title": "Referat"}
        delivery.entries = [entry_line([file], **entry)]
        delivery.receive()
        advance_all()
        return current(place)

    return made


def current(place: int) -> DocumentVersion:
    return DocumentVersion.objects.get(document__entry__source_id=f"E{place}", is_current=True)


def shown(version: DocumentVersion) -> str:
    return json.dumps(version.rendition.reading_text, ensure_ascii=False)


def try_again(version: DocumentVersion) -> DocumentVersion:
    retry(actor=SYSTEM, document=version.document, now=timezone.now())
    advance_all()
    return DocumentVersion.objects.get(document=version.document, is_current=True)


def test_what_is_covered_on_one_copy_is_covered_on_the_next(deliver: Deliver) -> None:
    first, second = deliver(1, PERSON), deliver(2)
    assert (first.state, second.state) == (State.PUBLIC, State.PUBLIC)
    assert NAME not in shown(second)
    proposed = second.findings.get(reasons=["copy"])
    assert (proposed.layer, proposed.state, proposed.pii_class) == (Layer.TEXT, FindingState.ACCEPTED, "name")
    assert second.redactions.count() == 1
    [copy] = copies_of(second)
    assert copy.version == first
    assert copy.similarity > 0.95


def test_without_a_copy_the_words_would_stand(deliver: Deliver) -> None:
    """Seen red: it is the copy that covers, nothing else."""
    second = deliver(2)
    assert second.state == State.PUBLIC
    assert NAME in shown(second)


def test_what_is_covered_here_and_public_there_stops_both(deliver: Deliver) -> None:
    deliver(1)
    second = deliver(2, PERSON)
    first = current(1)
    assert (second.state, second.reason_code, second.reason_detail) == (State.HELD, CONFLICT, "VEJ-2026-01-1")
    assert (first.state, first.reason_code, first.reason_detail) == (State.HELD, CONFLICT, "VEJ-2026-02-1")
    assert not Publication.objects.standing().exists()
    withdrawal = Withdrawal.objects.get()
    assert withdrawal.reason == WithdrawalReason.COPIES
    assert withdrawal.publication.version.state == State.WITHDRAWN
    assert withdrawal.publication.version.rendition.reading_text == []


def test_what_is_public_here_and_covered_there_stops_both(deliver: Deliver) -> None:
    deliver(1, PERSON)
    second = deliver(2, FIRM)
    first = current(1)
    assert [(each.state, each.reason_code) for each in (first, second)] == [(State.HELD, CONFLICT)] * 2
    assert [each.reason_detail for each in (first, second)] == ["VEJ-2026-02-1", "VEJ-2026-01-1"]
    assert not Publication.objects.standing().exists()


def test_after_a_stop_both_can_try_again(deliver: Deliver) -> None:
    first, second = deliver(1), deliver(2, PERSON)
    second = try_again(second)
    first = try_again(first)
    assert (first.state, second.state) == (State.PUBLIC, State.PUBLIC), (first.reason_code, second.reason_code)
    assert first.number == 2
    assert NAME not in shown(first) + shown(second)


def test_a_name_that_both_cases_leave_is_no_conflict(deliver: Deliver) -> None:
    first, second = deliver(1, FIRM), deliver(2, FIRM)
    assert (first.state, second.state) == (State.PUBLIC, State.PUBLIC)
    assert NAME in shown(first)
    assert NAME in shown(second)


def test_a_template_with_another_name_is_no_conflict(deliver: Deliver) -> None:
    """The letter is the same, the names are not: neither says anything about the other."""
    deliver(1, PERSON)
    other = tuple(line.replace(NAME, "bestyrelsen") for line in PAGE)
    second = deliver(2, lines=other)
    assert copies_of(second)
    assert (current(1).state, second.state) == (State.PUBLIC, State.PUBLIC)
    assert "bestyrelsen" in shown(second)
    assert not second.findings.filter(reasons=["copy"]).exists()


def test_another_page_with_the_same_name_says_nothing(deliver: Deliver) -> None:
    deliver(1, PERSON)
    lines = (f"Tilbud fra {NAME} om maling af skolens vinduer", "i sommerferien, med pris og tid for hver fløj.")
    second = deliver(2, lines=lines)
    assert second.state == State.PUBLIC, (second.reason_code, second.reason_detail)
    assert copies_of(second) == []
    assert NAME in shown(second)


def test_a_page_of_few_words_is_no_copy(deliver: Deliver) -> None:
    deliver(1, PERSON, lines=(NAME,))
    assert copies_of(deliver(2, lines=(NAME,))) == []


def test_the_same_document_again_gets_the_covers_of_its_earlier_version(
    deliver: Deliver, delivery: DeliveryBuilder
) -> None:
    """The parties were corrected in between; what was covered before stays covered."""
    deliver(1, PERSON)
    delivery.cases = [case_line(id="S1", number="VEJ-2026-01", parties=[], version=2)]
    file = delivery.file("referat-1.pdf", pdf(*PAGE, "Bilag 1, rettet"))
    delivery.entries = [entry_line([file], id="E1", case="S1", title="Referat", version=2)]
    delivery.receive()
    advance_all()
    newest = current(1)
    assert (newest.state, newest.number) == (State.PUBLIC, 2)
    assert NAME not in shown(newest)
    assert not Withdrawal.objects.exists()


def test_a_copy_that_waits_for_its_time_is_screened_again(deliver: Deliver) -> None:
    first = deliver(1)
    publication = Publication.objects.get()
    DocumentVersion.objects.filter(pk=first.pk).update(state=State.PROVEN, release_at=timezone.now())
    Publication.objects.filter(pk=publication.pk).delete()
    version = deliver(2, PERSON)
    assert version.state == State.PUBLIC
    assert current(1).state == State.PUBLIC
    assert NAME not in shown(current(1))


def test_a_scan_gets_its_covers_in_the_picture(deliver: Deliver) -> None:
    """The picture is the same and was read a little differently; where the words stand is covered in the picture."""
    first, second = deliver(1, PERSON), deliver(2)
    noisy = "\n".join(PAGE).replace("grus", "qrus").replace("broer", "brcer").replace("meter", "rneter")
    for version, text in ((first, "\n".join(PAGE)), (second, noisy)):
        version.pages.update(needs_ocr=True, recognised_at=timezone.now(), seen_text=text, text="")
        version.findings.all().delete()
    start = first.pages.get().seen_text.index(NAME)
    Finding.objects.create(
        version=first,
        page_number=1,
        layer=Layer.SEEN,
        start=start,
        end=start + len(NAME),
        pii_class="name",
        score=1.0,
        state=FindingState.ACCEPTED,
    )
    DocumentVersion.objects.filter(pk=second.pk).update(state=State.SCREENED)
    keep_fingerprints(actor=SYSTEM, version_id=first.pk, now=timezone.now(), pictures={1: 0xF0F0_1234_5678_9ABC})
    keep_fingerprints(actor=SYSTEM, version_id=second.pk, now=timezone.now(), pictures={1: 0xF0F0_1234_5678_9AB9})
    second.refresh_from_db()
    [copy] = copies_of(second)
    assert copy.similarity < 0.85
    assert compare_copies(actor=SYSTEM, version_id=second.pk, now=timezone.now())
    proposed = second.findings.get()
    assert proposed.layer == Layer.SEEN
    assert noisy[proposed.start : proposed.end] == NAME


def test_another_picture_needs_the_same_words(deliver: Deliver) -> None:
    """Seen red beside the test above: without the picture the same reading is not enough."""
    first, second = deliver(1, PERSON), deliver(2)
    noisy = "\n".join(PAGE).replace("grus", "qrus").replace("broer", "brcer").replace("meter", "rneter")
    second.pages.update(text=noisy)
    keep_fingerprints(actor=SYSTEM, version_id=first.pk, now=timezone.now(), pictures={1: 0xF0F0_1234_5678_9ABC})
    keep_fingerprints(actor=SYSTEM, version_id=second.pk, now=timezone.now(), pictures={1: 0x0F0F_4321_8765_CBA9})
    second.refresh_from_db()
    assert copies_of(second) == []


def test_fingerprints_are_kept_once_and_keep_their_picture(deliver: Deliver) -> None:
    version = deliver(1)
    keep_fingerprints(actor=SYSTEM, version_id=version.pk, now=timezone.now(), pictures={1: (1 << 63) | 5})
    keep_fingerprints(actor=SYSTEM, version_id=version.pk, now=timezone.now())
    fingerprint = PageFingerprint.objects.get()
    assert fingerprint.picture_hash is not None
    assert fingerprint.picture_hash % (1 << 64) == (1 << 63) | 5
    assert PageBand.objects.count() == 20


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Brev fra Anna Østergård.", 1),
        ("ANNA\nØSTERGÅRD og Anna  Østergårds hus", 2),
        ("Hanna Østergård, Anna Østergårdsen", 0),
        ("Anna Bo Østergård", 0),
        ("", 0),
    ],
)
def test_words_are_found_over_lines_and_in_the_genitive(text: str, count: int) -> None:
    assert len(bare_spots("Anna Østergård", Page(text=text, seen_text=""), [])) == count


def test_words_that_are_covered_or_rejected_are_not_bare() -> None:
    page = Page(text="Anna Østergård og Anna Østergård", seen_text="")
    covered = [Finding(layer=Layer.TEXT, start=0, end=4), Finding(layer=Layer.TEXT, start=5, end=14)]
    assert [spot.start for spot in bare_spots("Anna Østergård", page, covered)] == [18]
    assert [spot.start for spot in bare_spots("Anna Østergård", page, covered[:1])] == [0, 18]


def test_an_officer_sees_the_other_editions(deliver: Deliver, client: Client) -> None:
    deliver(1)
    deliver(2, PERSON)
    log_in(client, RECORDS_OFFICER)
    text = client.get("/journal/vej-2026-02-1/").content.decode()
    assert "/journal/vej-2026-01-1/" in text
    assert "VEJ-2026-01-1" in text
    assert str(version_reason(CONFLICT)) in text
    assert NAME not in text
    second = current(2)
    table = copies_table(second, departments={"bs"})
    assert table is not None
    [row] = table.rows
    assert (row.cells[0].url, row.cells[0].sub) == ("", "VEJ-2026-01-1")
    assert row.kind == parts.Kind.LATE
    assert copies_table(try_again(second), departments=None) is not None
    Finding.objects.all().delete()
    alike = copies_table(second, departments=None)
    assert alike is not None
    assert alike.rows[0].kind == parts.Kind.NEUTRAL


def test_a_page_that_stands_alone_has_no_other_editions(deliver: Deliver) -> None:
    assert copies_table(deliver(1), departments=None) is None
