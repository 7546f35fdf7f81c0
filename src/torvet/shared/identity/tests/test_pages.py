"""Log-in and log-out: the session is new, guesses are slowed, nobody is led off the site."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.checks import run_checks
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path
from django.utils import timezone

from torvet.shared.identity.checks import every_page_says_who_may_open_it
from torvet.shared.identity.models import Account, RoleAssignment
from torvet.shared.identity.roles import AUDITOR, RECORDS_OFFICER
from torvet.shared.identity.tests.builders import PASSWORD, build_account

pytestmark = pytest.mark.usefixtures("departments", "forgotten_guesses")

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

LOG_IN, LOG_OUT = "/log-paa/", "/log-af/"


def log_in(client: Client, *, password: str = PASSWORD, address: str = "192.0.2.1", **more: str) -> "Answer":
    return client.post(LOG_IN, {"username": "rikke", "password": password, **more}, REMOTE_ADDR=address)


def is_logged_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.fixture
def rikke() -> Account:
    return build_account(role=RECORDS_OFFICER, department="tm")


@pytest.fixture
def demo(rikke: Account) -> Iterator[Account]:
    with override_settings(DEMO=True):
        yield build_account("demo-anna", name="Anna Auditor", role=AUDITOR, is_demo=True)


def test_the_right_password_leads_to_where_one_was_going(client: Client, rikke: Account) -> None:
    response = log_in(client, next="/journal/?side=2")
    assert response.status_code == 302
    assert response["Location"] == "/journal/?side=2"
    assert is_logged_in(client)


@pytest.mark.parametrize(
    "goal",
    ["https://evil.example/", "//evil.example", "javascript:alert(1)", "https:evil.example", r"/\evil.example", ""],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_nobody_is_led_off_the_site(client: Client, rikke: Account, goal: str, method: str) -> None:
    if method == "GET":
        client.force_login(rikke)
        response = client.get(LOG_IN, {"next": goal})
    else:
        response = log_in(client, next=goal)
    assert response["Location"] == "/"


def test_the_english_page_leads_to_the_english_front(client: Client, rikke: Account) -> None:
    response = client.post("/en" + LOG_IN, {"username": "rikke", "password": PASSWORD})
    assert response["Location"] == "/en/"


def test_a_log_in_starts_a_new_session_of_eight_hours(client: Client, rikke: Account) -> None:
    session = client.session
    session["planted"] = "before"
    session.save()
    before = session.session_key
    log_in(client)
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()
    expires = Session.objects.get(session_key=client.session.session_key).expire_date
    assert timedelta(hours=7, minutes=59) < expires - timezone.now() <= timedelta(hours=8)


def test_a_log_out_ends_the_session_and_clears_the_browser(client: Client, rikke: Account) -> None:
    client.force_login(rikke)
    key = client.session.session_key
    response = client.post(LOG_OUT)
    assert response["Location"] == "/"
    assert '"cookies"' in response["Clear-Site-Data"]
    assert not Session.objects.filter(session_key=key).exists()


def test_a_link_cannot_log_anybody_out(client: Client, rikke: Account) -> None:
    client.force_login(rikke)
    assert client.get(LOG_OUT).status_code == 405
    assert is_logged_in(client)


def test_both_forms_need_their_token(rikke: Account) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert log_in(strict).status_code == 403
    assert strict.post(LOG_OUT).status_code == 403


@pytest.mark.parametrize("username", ["rikke", "nobody"])
def test_a_wrong_password_and_an_unknown_name_look_the_same(client: Client, rikke: Account, username: str) -> None:
    response = client.post(LOG_IN, {"username": username, "password": "forkert"})
    assert response.status_code == 422
    text = response.content.decode()
    assert "Brugernavn og adgangskode passer ikke sammen" in text
    assert "forkert" not in text


def test_somebody_who_has_left_cannot_log_in(client: Client, rikke: Account) -> None:
    Account.objects.update(is_active=False)
    assert log_in(client).status_code == 422


def test_the_eleventh_guess_is_refused_and_another_place_is_not(client: Client, rikke: Account) -> None:
    statuses = [log_in(client, password=f"guess {number}").status_code for number in range(11)]
    assert statuses[:9] == [422] * 9
    assert statuses[10] == 429
    right = log_in(client)
    assert right.status_code == 429
    assert not is_logged_in(client)
    elsewhere = Client()
    assert log_in(elsewhere, address="192.0.2.99").status_code == 302
    assert is_logged_in(elsewhere)


def test_the_refusal_is_in_danish(client: Client, rikke: Account) -> None:
    text = [log_in(client, password=f"guess {number}").content.decode() for number in range(11)][-1]
    assert 'lang="da"' in text
    assert "For mange forsøg" in text


def test_ending_a_role_acts_on_the_next_request(client: Client, rikke: Account) -> None:
    client.force_login(rikke)
    request = HttpRequest()
    request.user = rikke
    RoleAssignment.objects.update(valid_to=timezone.localdate())
    assert client.get("/log/").status_code == 404


def test_the_demo_people_stand_on_the_page_with_what_they_may(client: Client, demo: Account) -> None:
    text = client.get(LOG_IN).content.decode()
    assert "Anna Auditor" in text
    assert "Se, hvem der gjorde hvad" in text
    assert "Rikke Runge" not in text


def test_one_press_logs_in_as_a_demo_person(client: Client, demo: Account) -> None:
    response = client.post(LOG_IN, {"demo": "demo-anna", "next": "/log/"})
    assert response["Location"] == "/log/"
    assert client.session["_auth_user_id"] == str(demo.pk)


def test_one_press_never_logs_in_as_a_real_person(client: Client, demo: Account) -> None:
    assert client.post(LOG_IN, {"demo": "rikke"}).status_code == 404
    assert not is_logged_in(client)


def test_without_the_demo_there_are_no_demo_people(client: Client, demo: Account) -> None:
    with override_settings(DEMO=False):
        assert "Anna Auditor" not in client.get(LOG_IN).content.decode()
        assert client.post(LOG_IN, {"demo": "demo-anna"}).status_code == 404
    assert not is_logged_in(client)


def test_the_page_is_not_kept_by_anybody(client: Client, rikke: Account) -> None:
    assert "no-store" in client.get(LOG_IN)["Cache-Control"]


def undeclared(request: HttpRequest) -> HttpResponse:
    """A page that somebody forgot to declare."""
    return HttpResponse()


class PlantedAddresses:
    """An address table with a page that says nothing of who may open it."""

    urlpatterns = [path("glemt/", undeclared, name="forgotten")]


def test_every_page_says_who_may_open_it() -> None:
    assert every_page_says_who_may_open_it() == []


def test_a_page_that_does_not_say_who_may_open_it_is_an_error() -> None:
    with override_settings(ROOT_URLCONF=PlantedAddresses):
        (error,) = every_page_says_who_may_open_it()
    assert "forgotten" in error.msg


def test_the_check_is_among_those_that_django_runs() -> None:
    assert every_page_says_who_may_open_it in run_checks.__self__.registered_checks  # type: ignore[attr-defined]


def test_a_session_lasts_at_most_eight_hours() -> None:
    assert settings.SESSION_COOKIE_AGE == 8 * 3600
    assert settings.SESSION_COOKIE_HTTPONLY
