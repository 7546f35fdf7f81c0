"""The log: written with its deed, never changed, read by those who may."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from torvet.shared.audit.api import AnonymousWrite, OutsideTransaction, record
from torvet.shared.audit.models import Event
from torvet.shared.identity.api import system_actor
from torvet.shared.identity.models import Account
from torvet.shared.identity.roles import AUDITOR, CASEWORKER
from torvet.shared.identity.tests.builders import build_account
from torvet.shared.organisation.api import Ref

pytestmark = pytest.mark.usefixtures("departments")

NOON = datetime(2027, 3, 1, 11, 0, tzinfo=UTC)


def add(
    verb: str = "withdraw", *, at: datetime = NOON, department: str = "tm", reason: str = "", ground: str = ""
) -> Event:
    subject = Ref(module="records", kind="document", uuid=uuid4(), title="not kept")
    with transaction.atomic():
        return record(
            actor=system_actor("Natkørsel"),
            verb=verb,
            subject=subject,
            now=at,
            department=department,
            reason=reason,
            legal_ground=ground,
        )


@pytest.fixture
def auditor(client: Client) -> Client:
    client.force_login(build_account("anna", name="Anna Auditor", role=AUDITOR))
    return client


def rows(client: Client, **query: str) -> int:
    """Count the events that the page shows from the nightly run."""
    return client.get("/log/", query).content.decode().count("Natkørsel")


def test_nobody_writes_anonymously() -> None:
    subject = Ref(module="records", kind="document", uuid=uuid4(), title="")
    with pytest.raises(AnonymousWrite), transaction.atomic():
        record(actor=None, verb="withdraw", subject=subject, now=NOON)


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_refused() -> None:
    subject = Ref(module="records", kind="document", uuid=uuid4(), title="")
    with pytest.raises(OutsideTransaction):
        record(actor=system_actor("x"), verb="withdraw", subject=subject, now=NOON)


def test_an_event_is_never_saved_again() -> None:
    event = add()
    event.verb = "other"
    with pytest.raises(TypeError):
        event.save()


@pytest.mark.parametrize("change", [lambda: Event.objects.update(verb="x"), lambda: Event.objects.all().delete()])
def test_the_database_refuses_changes_that_go_round_the_model(change: object) -> None:
    add()
    with pytest.raises(DatabaseError), transaction.atomic():
        change()  # type: ignore[operator]
    assert Event.objects.filter(verb="withdraw").count() == 1


def test_titles_are_not_kept() -> None:
    assert "not kept" not in str(Event.objects.filter(pk=add().pk).values())


def test_the_auditor_reads_who_what_and_why(auditor: Client) -> None:
    add(reason="Navn på et barn", ground="§ 30, nr. 1")
    text = auditor.get("/log/").content.decode()
    for word in ("Natkørsel", "withdraw", "Teknik og Miljø", "Navn på et barn", "§ 30, nr. 1", "1. marts 2027"):
        assert word in text


def test_the_log_is_narrowed_by_verb_department_and_day(auditor: Client) -> None:
    add("withdraw")
    add("retry", department="bs")
    add("retry", at=NOON + timedelta(days=1))
    assert rows(auditor) == 3
    assert rows(auditor, verb="retry") == 2
    assert rows(auditor, department="tm") == 2
    assert rows(auditor, day="2027-03-02") == 1
    assert rows(auditor, verb="retry", department="bs", day="2027-03-01") == 1


def test_a_day_is_a_day_in_denmark() -> None:
    half_past_midnight_in_denmark = datetime(2027, 2, 28, 23, 30, tzinfo=UTC)
    add(at=half_past_midnight_in_denmark)
    assert Event.objects.on(date(2027, 3, 1)).filter(verb="withdraw").count() == 1
    assert Event.objects.on(date(2027, 2, 28)).filter(verb="withdraw").count() == 0


@pytest.mark.parametrize("nonsense", [{"verb": "x"}, {"day": "i går"}, {"side": "-3"}, {"department": "'; --"}])
def test_nonsense_shows_the_log_all_the_same(auditor: Client, nonsense: dict[str, str]) -> None:
    add()
    assert rows(auditor, **nonsense) == 1


def test_the_log_is_paged(auditor: Client) -> None:
    for _ in range(60):
        add()
    assert rows(auditor) == 50
    assert rows(auditor, side="2", verb="withdraw") == 10


def test_an_auditor_of_one_department_reads_of_that_one_only(client: Client) -> None:
    client.force_login(build_account("anna", name="Anna Auditor", role=AUDITOR, department="bs"))
    add(department="tm")
    add(department="")
    assert rows(client) == 0
    add(department="bs")
    assert rows(client) == 1
    assert rows(client, department="tm") == 1  # not among the choices, so it counts as left out


def test_others_find_no_log(client: Client) -> None:
    client.force_login(build_account("carl", role=CASEWORKER, department="tm"))
    assert client.get("/log/").status_code == 404


def test_visitors_are_asked_to_log_in(client: Client) -> None:
    assert client.get("/log/")["Location"].startswith("/log-paa/?next=/log/")
    assert Account.objects.count() == 0
