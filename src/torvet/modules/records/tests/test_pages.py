"""The pages, their JSON twins, feeds and files: what they show, and that nothing that is covered shows anywhere."""

import json
from http import HTTPStatus
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from torvet.modules.records.actions.publishing import list_due_cases
from torvet.modules.records.models import DocumentVersion, Publication, State
from torvet.modules.records.tests.builders import (
    CPR,
    SYSTEM,
    DeliveryBuilder,
    advance_all,
    case_line,
    days_ago,
    entry_line,
    pdf,
)
from torvet.shared.audit.models import Event
from torvet.shared.identity.actions import create_account, give_role
from torvet.shared.identity.roles import CASEWORKER, RECORDS_OFFICER, Role
from torvet.shared.search import api as search

DOCUMENT = "/dokument/byg-2026-00317-1"
CASE = "/sag/byg-2026-00317"
SURFACES = (
    "/",
    "/forside.json",
    "/soeg/?q=carport",
    "/soeg.json?q=carport",
    "/soeg.atom?q=carport",
    f"{CASE}/",
    f"{CASE}.json",
    f"{CASE}.atom",
    f"{DOCUMENT}/",
    f"{DOCUMENT}/?q=carport",
    f"{DOCUMENT}.json",
    f"{DOCUMENT}.pdf",
    f"{DOCUMENT}/bevis/",
    f"{DOCUMENT}/bevis.json",
)
SECRETS = ("Anna", "Østergård", "stergård", CPR, CPR.replace("-", ""), "40 11 22 33", "40112233")


def log_in(client: Client, role: Role, department: str | None = None) -> None:
    """Log in as somebody who holds the role."""
    now = timezone.now()
    account = create_account(actor=SYSTEM, username="mette", name="Mette Lund", password="a long password", now=now)
    give_role(actor=SYSTEM, account=account, role=role, department=department, valid_from=timezone.localdate(), now=now)
    client.force_login(account)


@pytest.fixture
def listed(published: DeliveryBuilder) -> DeliveryBuilder:
    """The published letter, with its case known to search."""
    list_due_cases(actor=SYSTEM, now=timezone.now())
    search.bring_up_to_date()
    return published


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("path", SURFACES)
def test_every_public_surface_answers_and_holds_no_secret(
    listed: DeliveryBuilder, client: Client, path: str, language: str
) -> None:
    response = client.get(language + path)
    assert response.status_code == HTTPStatus.OK
    text = response.content.decode("utf-8", errors="replace")
    assert not [secret for secret in SECRETS if secret in text]


def test_the_document_shows_what_is_covered_and_why(listed: DeliveryBuilder, client: Client) -> None:
    text = client.get(f"{DOCUMENT}/").content.decode()
    assert "cpr-nr." in text
    assert "telefonnummer" in text
    assert "Databeskyttelsesloven § 11, stk. 3" in text
    assert "Carporten bliver 35 kvadratmeter" in text


def test_hits_are_marked_in_the_document(listed: DeliveryBuilder, client: Client) -> None:
    text = client.get(f"{DOCUMENT}/?q=carport").content.decode()
    assert 'id="traef-1">' in text
    assert ">Carporten</mark>" in text


def test_the_file_is_a_new_one_and_must_be_asked_for_each_time(listed: DeliveryBuilder, client: Client) -> None:
    response = client.get(f"{DOCUMENT}.pdf")
    assert response.content.startswith(b"%PDF-")
    assert response["Cache-Control"] == "no-cache"
    assert response["Content-Disposition"] == 'inline; filename="byg-2026-00317-1.pdf"'


def test_a_query_with_a_cpr_number_is_refused_and_not_repeated(listed: DeliveryBuilder, client: Client) -> None:
    for path in ("/soeg/", "/soeg.json", "/soeg.atom"):
        response = client.get(path, {"q": f"carport {CPR}"})
        assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
        assert CPR not in response.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "q=%22",
        "q=*",
        "q=" + "x" * 10_000,
        "q=og+i+at",
        "q=%3Cscript%3Ealert(1)%3C/script%3E",
        "q=%27+OR+1%3D1--",
        "q=%E2%80%AE%E2%80%8Bcarport",
        "q=a%00b",
        "side=999999999",
        "side=-1",
        "side=%D9%A3",
        "sorter=nothing",
        "fra=2026-99&til=x",
        "fra=0000-01",
        "afdeling=x&afdeling=y&status=z&type=%00",
        "slags=unknown",
    ],
)
def test_no_query_makes_search_fail(listed: DeliveryBuilder, client: Client, query: str) -> None:
    response = client.get(f"/soeg/?{query}")
    assert response.status_code == HTTPStatus.OK
    assert "<script>alert" not in response.content.decode()


def test_a_withdrawn_document_is_gone_from_every_surface(listed: DeliveryBuilder, client: Client) -> None:
    log_in(client, RECORDS_OFFICER)
    response = client.post(
        "/journal/byg-2026-00317-1/traek-tilbage/",
        {"reason": "objection", "legal_ground": "OFL-30-1", "explanation": "En borger bad om det."},
    )
    assert response.status_code == HTTPStatus.FOUND
    client.logout()
    for path in (f"{DOCUMENT}/", f"{DOCUMENT}.pdf", f"{DOCUMENT}.json", f"{DOCUMENT}/bevis/", f"{DOCUMENT}/bevis.json"):
        assert client.get(path).status_code == HTTPStatus.GONE, path
    assert "Offentlighedsloven § 30, nr. 1" in client.get(f"{DOCUMENT}/").content.decode()
    hits = json.loads(client.get("/soeg.json?q=kvadratmeter").content)
    assert hits["total"] == 0
    assert "kvadratmeter" not in client.get(f"{CASE}.atom").content.decode()
    assert DOCUMENT not in client.get("/soeg.atom?q=carport").content.decode()
    assert Event.objects.get(verb="records.withdraw").legal_ground == "OFL-30-1"


def test_the_file_of_a_withdrawn_document_is_erased(
    listed: DeliveryBuilder,
    client: Client,
    own_folders: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    (file,) = (path for path in (own_folders / "renditions").rglob("*") if path.is_file())
    log_in(client, RECORDS_OFFICER)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/journal/byg-2026-00317-1/traek-tilbage/", {"reason": "mistake"})
    assert not file.exists()
    assert DocumentVersion.objects.get().rendition.reading_text == []


def test_a_withdrawal_needs_a_reason(listed: DeliveryBuilder, client: Client) -> None:
    log_in(client, RECORDS_OFFICER)
    response = client.post("/journal/byg-2026-00317-1/traek-tilbage/", {"reason": ""})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Vælg en grund" in response.content.decode()
    assert Publication.objects.standing().exists()


def test_an_officer_of_another_department_finds_nothing(listed: DeliveryBuilder, client: Client) -> None:
    log_in(client, RECORDS_OFFICER, "bs")
    assert client.get("/journal/byg-2026-00317-1/").status_code == HTTPStatus.NOT_FOUND
    response = client.post("/journal/byg-2026-00317-1/traek-tilbage/", {"reason": "mistake"})
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert Publication.objects.standing().exists()


def test_a_caseworker_sees_but_does_not_withdraw(listed: DeliveryBuilder, client: Client) -> None:
    log_in(client, CASEWORKER, "tm")
    assert client.get("/journal/?vis=aabne").status_code == HTTPStatus.OK
    assert client.get("/journal/byg-2026-00317-1/").status_code == HTTPStatus.OK
    assert client.get("/journal/byg-2026-00317-1/traek-tilbage/").status_code == HTTPStatus.NOT_FOUND


def test_a_stopped_document_can_be_tried_again(delivery: DeliveryBuilder, client: Client) -> None:
    delivery.cases = [case_line()]
    delivery.entries = [entry_line([delivery.file("tom.pdf", b"")])]
    delivery.receive()
    advance_all()
    log_in(client, RECORDS_OFFICER)
    assert "Filen er tom" in client.get("/journal/byg-2026-00317-1/").content.decode()
    client.post("/journal/byg-2026-00317-1/proev-igen/")
    assert DocumentVersion.objects.get().state == State.RECEIVED
    assert client.post("/journal/byg-2026-00317-1/proev-igen/", follow=True).status_code == HTTPStatus.OK


def test_what_waits_for_tomorrow_is_counted_and_not_shown(delivery: DeliveryBuilder, client: Client) -> None:
    delivery.cases = [case_line()]
    delivery.entries = [
        entry_line([delivery.file("nyt.pdf", pdf("Nyt brev"))], title="Nyt", journaled_at=days_ago(0).isoformat())
    ]
    delivery.entries[0]["journaled_at"] = timezone.localtime().isoformat()
    delivery.receive()
    advance_all()
    assert DocumentVersion.objects.get().state == State.PROVEN
    text = client.get(f"{CASE}/").content.decode()
    assert "1 nyt dokument bliver åbent" in text
    assert ">Nyt<" not in text
    assert client.get(f"{DOCUMENT}/").status_code == HTTPStatus.NOT_FOUND


def test_withheld_documents_are_rows_with_their_paragraph(delivery: DeliveryBuilder, client: Client) -> None:
    delivery.cases = [case_line()]
    delivery.entries = [
        entry_line([delivery.file("notat.pdf", pdf("Internt"))], access="closed", legal_ground="OFL-23")
    ]
    delivery.receive()
    advance_all()
    text = client.get(f"{CASE}/").content.decode()
    assert "Offentlighedsloven § 23" in text
    assert client.get(f"{DOCUMENT}/").status_code == HTTPStatus.NOT_FOUND
    assert client.get(f"{DOCUMENT}.pdf").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("change", [{"case_type": "person"}, {"secrecy": "confidential"}])
def test_secret_cases_do_not_exist(delivery: DeliveryBuilder, client: Client, change: dict[str, str]) -> None:
    delivery.cases = [case_line(**change)]
    delivery.entries = [entry_line([delivery.file("brev.pdf", pdf("Hemmeligt"))])]
    delivery.receive()
    advance_all()
    for path in (f"{CASE}/", f"{CASE}.json", f"{CASE}.atom", f"{DOCUMENT}/", f"{DOCUMENT}.pdf"):
        assert client.get(path).status_code == HTTPStatus.NOT_FOUND


def test_the_rules_and_the_schemas_are_public(fjordby: None, client: Client) -> None:
    text = client.get("/regler/").content.decode()
    assert "Cpr-numre bliver dækket til." in text
    assert client.get("/leveringsformat/case.schema.json").status_code == HTTPStatus.OK
    assert client.get("/leveringsformat/secrets.schema.json").status_code == HTTPStatus.NOT_FOUND
