"""New rules look back: a new hit is withdrawn everywhere at once, and everything else only gets a new name."""

import json
import re
from collections.abc import Sequence
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from torvet.modules.records import looking_back, tasks
from torvet.modules.records.actions import rescreening
from torvet.modules.records.actions.publishing import list_due_cases, retry
from torvet.modules.records.actions.rescreening import rescreen, retitle
from torvet.modules.records.models import Case, DocumentVersion, Finding, PolicyRule, Publication, State, Withdrawal
from torvet.modules.records.models.examination import FindingState
from torvet.modules.records.policy import rule_pack_on
from torvet.modules.records.screening import screened
from torvet.modules.records.tests.builders import (
    LETTER,
    SYSTEM,
    DeliveryBuilder,
    advance_all,
    case_line,
    entry_line,
    pdf,
)
from torvet.modules.records.tests.test_pages import CASE, DOCUMENT, SURFACES, log_in
from torvet.pure.pii import Finding as Hit
from torvet.pure.pii import PiiClass, scan
from torvet.shared.identity.roles import RECORDS_OFFICER
from torvet.shared.search import api as search
from torvet.shared.worker.api import drain

pytestmark = pytest.mark.slow

SECRET = "KL4711"


def deliver(delivery: DeliveryBuilder, place: int, *lines: str, **changes: Any) -> DocumentVersion:
    """One more letter in the case, all the way to the public."""
    delivery.cases = [case_line()]
    file = delivery.file(f"brev-{place}.pdf", pdf(*lines))
    entry = {"id": f"E{place}", "number": place, "sequence": place} | changes
    delivery.entries = [entry_line([file], **entry)]
    delivery.receive()
    advance_all()
    list_due_cases(actor=SYSTEM, now=timezone.now())
    search.bring_up_to_date()
    return current(place)


def current(place: int) -> DocumentVersion:
    return DocumentVersion.objects.get(document__entry__source_id=f"E{place}", is_current=True)


def rescreen_now(version: DocumentVersion, **later: int) -> None:
    rescreen(actor=SYSTEM, version_id=version.pk, now=timezone.now() + timedelta(**later))
    search.bring_up_to_date()
    version.refresh_from_db()


def pack(**later: int) -> str:
    return rule_pack_on(timezone.localdate() + timedelta(**later))


@pytest.fixture
def letter(delivery: DeliveryBuilder) -> DocumentVersion:
    """A public letter with something that today's rules do not find."""
    return deliver(delivery, 1, *LETTER, f"Nøglen til porten har nummer {SECRET}.")


@pytest.fixture
def newer_detector(letter: DocumentVersion, monkeypatch: pytest.MonkeyPatch) -> None:
    """A detector that finds numbers of keys as well, under a new name."""

    def finds_keys(text: str, **terms: Any) -> Sequence[Hit]:
        keys = [Hit(PiiClass.ACCOUNT, *found.span(), 0.9, ("key",)) for found in re.finditer(r"KL\d{4}", text)]
        return sorted([*scan(text, **terms), *keys], key=lambda hit: hit.start)

    monkeypatch.setattr("torvet.modules.records.knowledge.scan", finds_keys)
    monkeypatch.setattr("torvet.modules.records.policy.RULE_PACK_VERSION", "2027.1.1")


def test_where_nothing_new_is_found_only_the_name_changes(letter: DocumentVersion) -> None:
    DocumentVersion.objects.update(rule_pack="2020.1.1")
    before = list(letter.findings.values()), Publication.objects.values().get(), letter.rendition.sha256
    rescreen_now(letter)
    assert (letter.state, letter.rule_pack) == (State.PUBLIC, pack())
    assert (list(letter.findings.values()), Publication.objects.values().get(), letter.rendition.sha256) == before
    assert not Withdrawal.objects.exists()


def test_what_today_has_seen_is_left(letter: DocumentVersion, monkeypatch: pytest.MonkeyPatch) -> None:
    rescreen_now(letter)
    monkeypatch.setattr(rescreening, "screened", None)
    rescreen_now(letter)


@pytest.mark.usefixtures("newer_detector")
def test_a_new_hit_withdraws_first_and_asks_later(letter: DocumentVersion) -> None:
    rescreen_now(letter)
    assert (letter.state, letter.reason_code, letter.is_current) == (State.WITHDRAWN, "new-rules", False)
    held = current(1)
    assert (held.number, held.state, held.reason_code) == (2, State.HELD, "hold-new-rules")
    assert held.sha256 == letter.sha256
    assert held.findings.count() == letter.findings.count() > 0
    withdrawal = Withdrawal.objects.get()
    assert withdrawal.explanation == "En nyere søgning fandt oplysninger, som skal dækkes til."
    assert withdrawal.legal_ground == "OFL-30-1"


@pytest.mark.usefixtures("newer_detector")
def test_nothing_shows_the_text_any_more(letter: DocumentVersion, client: Client) -> None:
    paths = (*SURFACES, "/soeg/?q=nøglen", "/soeg.json?q=porten", "/en/soeg/?q=carport", f"/en{DOCUMENT}/")
    before = {path for path in paths if SECRET in client.get(path).content.decode(errors="replace")}
    assert before >= {f"{DOCUMENT}/", f"{DOCUMENT}.json", "/soeg.json?q=porten"}
    rescreen_now(letter)
    for path in paths:
        response = client.get(path)
        assert response.status_code == (HTTPStatus.GONE if DOCUMENT in path else HTTPStatus.OK), path
        assert SECRET not in response.content.decode(errors="replace"), path


@pytest.mark.usefixtures("newer_detector")
def test_the_file_is_erased(letter: DocumentVersion, django_capture_on_commit_callbacks: Any, settings: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        rescreen_now(letter)
    assert not [path for path in (settings.DATA / "renditions").rglob("*") if path.is_file()]
    assert letter.rendition.reading_text == []


@pytest.mark.usefixtures("newer_detector")
def test_trying_again_covers_what_was_found_and_publishes(letter: DocumentVersion, client: Client) -> None:
    rescreen_now(letter)
    retry(actor=SYSTEM, document=letter.document, now=timezone.now())
    advance_all()
    again = current(1)
    assert (again.state, again.number) == (State.PUBLIC, 2), again.reason_code
    reading = json.dumps(again.rendition.reading_text, ensure_ascii=False)
    assert SECRET not in reading
    assert "kontonummer" in reading
    assert SECRET not in client.get(f"{DOCUMENT}/").content.decode()
    assert client.get(f"{DOCUMENT}/").status_code == HTTPStatus.OK
    assert Publication.objects.count() == 2


@pytest.mark.usefixtures("newer_detector")
@pytest.mark.parametrize("place", ["actions.withdrawing.search.remove", "actions.rescreening.tell"])
def test_a_crash_in_the_middle_leaves_all_or_nothing(
    letter: DocumentVersion, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    def crash(*arguments: object, **more: object) -> None:
        raise RuntimeError(place)

    with monkeypatch.context() as patched:
        patched.setattr(f"torvet.modules.records.{place}", crash)
        with pytest.raises(RuntimeError, match=place):
            rescreen(actor=SYSTEM, version_id=letter.pk, now=timezone.now())
    letter.refresh_from_db()
    assert letter.state == State.PUBLIC
    assert letter.rule_pack != pack()
    assert not Withdrawal.objects.exists()
    rescreen_now(letter)
    assert letter.state == State.WITHDRAWN


def test_a_rule_that_begins_tomorrow_starts_a_look_back_tomorrow(letter: DocumentVersion) -> None:
    rescreen_now(letter)
    PolicyRule.objects.create(
        code="hold-building",
        explanation="Byggesager venter på et menneske.",
        case_type="building",
        outcome="hold",
        source="Fjordby Byråd",
        valid_from=timezone.localdate() + timedelta(days=1),
    )
    assert not looking_back.versions_left(now=timezone.now()).exists()
    assert pack() != pack(days=1)
    assert list(looking_back.versions_left(now=timezone.now() + timedelta(days=1))) == [letter]
    rescreen_now(letter, days=1)
    assert (letter.state, letter.rule_pack) == (State.WITHDRAWN, pack(days=1))
    assert current(1).reason_code == "hold-new-rules"


def test_a_rule_that_only_opens_starts_nothing(letter: DocumentVersion) -> None:
    before = pack()
    PolicyRule.objects.create(
        code="open-roads", explanation="Åbent", outcome="publish", source="Byråd", valid_from=timezone.localdate()
    )
    assert pack() == before


def test_what_an_officer_rejected_is_no_news(letter: DocumentVersion) -> None:
    Finding.objects.filter(version=letter).update(state=FindingState.REJECTED)
    DocumentVersion.objects.update(rule_pack="2020.1.1")
    rescreen_now(letter)
    assert letter.state == State.PUBLIC


def test_what_was_never_found_is_news(letter: DocumentVersion) -> None:
    """Seen red beside the test above: without its findings everything in the letter is new."""
    Finding.objects.filter(version=letter, pii_class="phone").delete()
    DocumentVersion.objects.update(rule_pack="2020.1.1")
    rescreen_now(letter)
    assert letter.state == State.WITHDRAWN
    assert Withdrawal.objects.get().legal_ground == "DT-2021"


def test_the_reading_text_is_searched_as_everybody_sees_it(letter: DocumentVersion) -> None:
    """A text that shows more than the pages did, whatever made it so."""
    letter.rendition.reading_text[0]["pieces"].append(["Ring til Anna Østergård på 40 11 22 33.", "", ""])
    letter.rendition.save()
    DocumentVersion.objects.update(rule_pack="2020.1.1")
    rescreen_now(letter)
    assert letter.state == State.WITHDRAWN


@pytest.mark.usefixtures("newer_detector")
def test_where_a_newer_version_is_on_its_way_that_one_goes_on(
    letter: DocumentVersion, delivery: DeliveryBuilder
) -> None:
    delivery.entries = [entry_line([delivery.file("brev-1.pdf", pdf("Ny udgave"))], version=2)]
    delivery.receive()
    rescreen_now(letter)
    assert letter.state == State.WITHDRAWN
    assert (current(1).number, current(1).state) == (2, State.RECEIVED)
    advance_all()
    assert current(1).state == State.PUBLIC


def test_what_waits_for_its_time_is_screened_again_first(delivery: DeliveryBuilder) -> None:
    waiting = deliver(delivery, 1, *LETTER, journaled_at=timezone.localtime().isoformat())
    assert waiting.state == State.PROVEN
    DocumentVersion.objects.update(rule_pack="2020.1.1")
    assert looking_back.versions_left(now=timezone.now()).get() == waiting
    rescreen_now(waiting)
    assert waiting.state == State.EXTRACTED
    advance_all()
    assert current(1).state == State.PROVEN


def look_back() -> None:
    tasks.look_back.call()
    drain()


@pytest.mark.usefixtures("newer_detector")
def test_the_look_back_goes_on_after_a_crash_and_tells_how_far_it_is(
    letter: DocumentVersion, delivery: DeliveryBuilder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in (2, 3):
        deliver(delivery, place, "Carporten bliver 35 kvadratmeter.", f"Brev nummer {place}.")
    DocumentVersion.objects.update(rule_pack="2020.1.1")
    before = looking_back.progress(departments=None, now=timezone.now())
    assert (before.looked_through, before.total, before.withdrawn, before.is_under_way) == (0, 3, 0, True)
    poison = current(2).pages.get().pk

    def crashes_on_one(pages: Any, knowledge: Any) -> Any:
        if pages[0].pk == poison:
            raise RuntimeError
        return screened(pages, knowledge)

    with monkeypatch.context() as patched:
        patched.setattr(rescreening, "screened", crashes_on_one)
        look_back()
    middle = looking_back.progress(departments={"tm"}, now=timezone.now())
    assert (middle.looked_through, middle.total, middle.withdrawn) == (2, 3, 1)
    rescreen_now(current(2))
    after = looking_back.progress(departments=None, now=timezone.now())
    assert (after.looked_through, after.total, after.withdrawn, after.is_under_way) == (3, 3, 1, False)
    assert looking_back.progress(departments={"bs"}, now=timezone.now()).total == 0


def test_a_busy_line_is_let_through_first(
    letter: DocumentVersion, delivery: DeliveryBuilder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in (2, 3):
        deliver(delivery, place, "Carporten bliver 35 kvadratmeter.", f"Brev nummer {place}.")
    DocumentVersion.objects.update(rule_pack="2020.1.1")
    asked: list[int] = []
    monkeypatch.setattr(tasks, "LOOK_BACK_MAX_WHEN_BUSY", 1)
    monkeypatch.setattr(tasks, "enqueue", lambda task, pk, key: asked.append(pk) if "rescreen" in key else None)
    tasks.look_back.call()
    assert asked == [letter.pk, current(2).pk, current(3).pk]
    DocumentVersion.objects.filter(pk=current(3).pk).update(state=State.RECEIVED)
    asked.clear()
    tasks.look_back.call()
    assert asked == [letter.pk]


@pytest.mark.usefixtures("newer_detector")
def test_titles_are_covered_at_once_and_found_no_more(letter: DocumentVersion, client: Client) -> None:
    case = Case.objects.get()
    Case.objects.update(public_title=f"Carport {SECRET}", summary=f"Nøgle {SECRET}")
    case.entries.update(public_title=f"Ansøgning {SECRET}")
    retitle(actor=SYSTEM, case_id=case.pk, now=timezone.now())
    search.bring_up_to_date()
    case.refresh_from_db()
    assert (case.public_title, case.summary) == ("Carport [kontonummer]", "Nøgle [kontonummer]")
    assert case.entries.get().public_title == "Ansøgning [kontonummer]"
    assert current(1).reason_code == "hold-new-rules"  # the file itself carries the title
    for path in (f"{CASE}/", f"{CASE}.json", "/", "/soeg.json?q=carport", "/soeg/?q=ansøgning", f"{DOCUMENT}/"):
        assert SECRET not in client.get(path).content.decode()


def test_titles_are_looked_through_once(letter: DocumentVersion) -> None:
    assert list(looking_back.cases_left(now=timezone.now())) == [Case.objects.get()]
    look_back()
    assert not looking_back.cases_left(now=timezone.now()).exists()
    assert Case.objects.get().public_title == "Havnegade 41 – carport"
    assert current(1).state == State.PUBLIC


def test_the_journal_tells_how_far_the_look_back_is(letter: DocumentVersion, client: Client) -> None:
    log_in(client, RECORDS_OFFICER)
    assert "New rules" not in client.get("/en/journal/").content.decode()
    DocumentVersion.objects.update(rule_pack="2020.1.1")
    assert "New rules: 0 of 1 looked through, 0 withdrawn." in client.get("/en/journal/").content.decode()
    rescreen_now(letter)
    assert "New rules" not in client.get("/en/journal/").content.decode()
