"""Every address x both languages x every role x every method, against the table; seen red on planted pages."""

from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path
from django.views.decorators.http import require_safe

from torvet.config import urls
from torvet.shared.identity.api import Permission, public, requires
from torvet.shared.identity.roles import AUDITOR, RECORDS_OFFICER, Role

from .expectations import EXPECTED, READ, Page
from .matrix import VISITORS, Sessions, addresses, ask, paths, surprises
from .samples import DEPARTMENT, MARKER, NoSample, parts_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]

KNOWN = sorted(set(EXPECTED) & set(addresses()))
AUDITORS_ONLY = Page((AUDITOR,), READ)


def test_every_address_is_expected() -> None:
    assert set(addresses()) - set(EXPECTED) == set()


def test_every_expectation_has_its_address() -> None:
    assert set(EXPECTED) - set(addresses()) == set()


@pytest.mark.parametrize("name", KNOWN)
def test_the_page_answers_as_expected(name: str, people: Sessions) -> None:
    assert list(surprises(name, addresses()[name], EXPECTED[name], people)) == []


@pytest.mark.parametrize(("role", "name"), [(AUDITOR, "audit:log"), (RECORDS_OFFICER, "records:journal-document")])
def test_the_marker_is_told_where_it_belongs(role: Role, name: str, people: Sessions) -> None:
    visitor = next(each for each in VISITORS if each.role == role and each.department == DEPARTMENT)
    for address in paths(name, addresses()[name]):
        assert MARKER in ask(Client(), address, "GET", people[visitor])[2]


@public
@require_safe
def open_to_all(request: HttpRequest, number: int = 0) -> HttpResponse:
    """A page that was meant for auditors."""
    return HttpResponse(MARKER)


@requires(Permission.SEE_AUDIT)
def takes_every_method(request: HttpRequest) -> HttpResponse:
    """A page that only shows something and yet takes a DELETE."""
    return HttpResponse()


@requires(Permission.SEE_JOURNAL)
@require_safe
def for_the_wrong_role(request: HttpRequest) -> HttpResponse:
    """A page that asks for another permission than it should."""
    return HttpResponse()


class Planted:
    """The site's own addresses and some that are wrong."""

    urlpatterns = [
        *urls.urlpatterns,
        path("alle/", open_to_all, name="open-to-all"),
        path("slet/", takes_every_method, name="takes-every-method"),
        path("forkert/", for_the_wrong_role, name="for-the-wrong-role"),
        path("ting/<int:number>/", open_to_all, name="without-sample"),
    ]
    handler404 = urls.handler404


@pytest.fixture
def planted() -> Iterator[None]:
    with override_settings(ROOT_URLCONF=Planted):
        yield


@pytest.mark.usefixtures("planted")
def test_an_address_without_expectation_is_seen() -> None:
    assert {"open-to-all", "without-sample"} <= set(addresses()) - set(EXPECTED)


@pytest.mark.usefixtures("planted")
@pytest.mark.parametrize(
    ("name", "surprise"),
    [
        ("open-to-all", "GET /alle/ not logged in: 200, not 302"),
        ("open-to-all", "HEAD /alle/ without a role: 200, not 404"),
        ("open-to-all", "GET /alle/ auditor in bs: tells what belongs to another department"),
        ("takes-every-method", "DELETE /slet/ auditor in tm: 200, not 405"),
        ("for-the-wrong-role", "GET /forkert/ caseworker in tm: 200, not 404"),
        ("for-the-wrong-role", "GET /forkert/ auditor in tm: 404, not 200"),
    ],
)
def test_a_page_that_is_too_open_or_too_closed_is_seen(name: str, surprise: str, people: Sessions) -> None:
    assert surprise in list(surprises(name, addresses()[name], AUDITORS_ONLY, people))


@pytest.mark.usefixtures("planted")
def test_an_address_that_names_nothing_is_seen() -> None:
    with pytest.raises(NoSample, match="without-sample"):
        paths("without-sample", addresses()["without-sample"])


def test_an_address_without_parts_needs_no_sample() -> None:
    assert parts_for("audit:log", are_needed=False) == {}
