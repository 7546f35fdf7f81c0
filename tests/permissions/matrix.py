"""Asks every page as every visitor with every method, and says where the answer is not the expected one."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus

from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, reverse
from django.utils import translation

from torvet.shared.identity.checks import OPEN_DJANGO_VIEWS, pages
from torvet.shared.identity.roles import ROLES
from torvet.shared.identity.tests.builders import build_account

from .expectations import METHODS, Page, Visitor, expected
from .samples import DEPARTMENT, MARKER, OTHER_DEPARTMENT, parts_for

ANONYMOUS = Visitor("not logged in", is_signed_in=False)
NOBODY = Visitor("without a role")
VISITORS = (
    ANONYMOUS,
    NOBODY,
    *(Visitor(f"{role.code} in {code}", role, code) for role in ROLES for code in (DEPARTMENT, OTHER_DEPARTMENT)),
)
Sessions = Mapping[Visitor, str]
LANGUAGES = [code for code, _name in settings.LANGUAGES]


def addresses() -> dict[str, URLPattern]:
    """Return every address of the site by its name, from the resolver itself."""
    return {name: entry for name, entry in pages() if entry.lookup_str not in OPEN_DJANGO_VIEWS}


def sessions() -> Sessions:
    """Log every visitor in who has an account; return the cookie that keeps each logged in."""
    return {
        visitor: _log_in(visitor, f"visitor-{number}")
        for number, visitor in enumerate(VISITORS)
        if visitor.is_signed_in
    }


def _log_in(visitor: Visitor, username: str) -> str:
    account = build_account(username, name=visitor.name, role=visitor.role, department=visitor.department or None)
    client = Client()
    client.force_login(account)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def paths(name: str, entry: URLPattern) -> set[str]:
    """Return the address in every language, with parts that name something."""
    parts = parts_for(name, are_needed=bool(entry.pattern.regex.groups))
    found = set()
    for language in LANGUAGES:
        with translation.override(language):
            found.add(reverse(name, kwargs=dict(parts)))
    return found


def ask(client: Client, path: str, method: str, session: str | None) -> tuple[int, str, str]:
    """Open a page in a session; return status, where it leads and its text. Whatever it wrote is taken back."""
    client.cookies.clear()
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session
    with transaction.atomic():
        response = client.generic(method, path)
        text = "" if response.streaming else response.content.decode(errors="replace")
        transaction.set_rollback(True)
    return response.status_code, response.headers.get("Location", ""), text


def surprises(name: str, entry: URLPattern, page: Page, people: Sessions) -> Iterator[str]:
    """Say where a page answers something else than the table expects, or tells outsiders what is not theirs."""
    client = Client(raise_request_exception=False)
    for path in sorted(paths(name, entry)):
        for visitor in VISITORS:
            for method in METHODS:
                wanted = expected(page, visitor, method, department=DEPARTMENT)
                status, leads_to, text = ask(client, path, method, people.get(visitor))
                asks_to_log_in = status == HTTPStatus.FOUND and "/log-paa/?next=" in leads_to
                should_ask = bool(page.may) and not visitor.is_signed_in
                if status != wanted or asks_to_log_in != should_ask:
                    yield f"{method} {path} {visitor.name}: {status}, not {wanted}"
                if MARKER in text and visitor.department != DEPARTMENT:
                    yield f"{method} {path} {visitor.name}: tells what belongs to another department"
