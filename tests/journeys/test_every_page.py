"""Every page, at a desk and on a telephone: one load, all the rules.

An address of the site that is neither in `SIGHTS` nor in `NO_PAGE` fails: a new page comes under the rules by itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from torvet.shared.identity.checks import pages

from .looking import NARROW, WIDE, Visitor
from .rules import BYTES_MAX, REQUESTS_MAX, Scales, accessibility_faults, narrow_faults, other_media_faults

pytestmark = pytest.mark.browser

LETTER, CASE = "/dokument/byg-2026-00317-1/", "/sag/byg-2026-00317/"
OFFICER, OPERATOR, AUDITOR = "Mette Lund", "Sara Bak", "Kirsten Holm"
GUESSES = 12
# What a browser does not show as a page of ours.
NO_PAGE = {
    "identity:log-out": "only a button",
    "records:retry": "only a button",
    "worker:retry": "only a button",
    "ui:was": "leads on to the accessibility statement",
    "ui:theme": "a style sheet",
    "ui:gallery-themes": "a style sheet",
    "records:document-file": "the file itself",
    "records:case-atom": "a feed",
    "records:search-atom": "a feed",
    "records:front-json": "data",
    "records:search-json": "data",
    "records:case-json": "data",
    "records:document-json": "data",
    "records:proof-json": "data",
    "records:delivery-schema": "data",
    "records:robot-json": "data",
    "records:robot-run": "only a button",
    "records:lift-stop": "is there only while publication is stopped; built like the page of withdrawal",
}


def send_the_empty_form(page: Page) -> None:
    """Press the form's own button."""
    page.locator("main form button[type=submit]").last.click()


def send_without_token(page: Page) -> None:
    """Send the form as from a page that was open too long."""
    page.locator("input[name=csrfmiddlewaretoken]").evaluate_all("all => all.forEach(each => each.value = 'old')")
    send_the_empty_form(page)


def guess_until_locked_out(page: Page) -> None:
    """Try wrong passwords until the door closes."""
    for _ in range(GUESSES):
        if not page.get_by_label("Brugernavn").count():
            return
        page.get_by_label("Brugernavn").fill("gaetter")
        page.get_by_label("Adgangskode").fill("forkert")
        page.get_by_label("Adgangskode").press("Enter")
        page.wait_for_load_state()


def look_away(page: Page) -> None:
    """Do nothing more."""


@dataclass(frozen=True)
class Sight:
    """One thing to look at: a page in a state, and how one comes there."""

    name: str
    shows: str
    path: str
    who: str = ""
    status: int = 200
    then: Callable[[Page], None] = look_away

    def __str__(self) -> str:
        return self.name


SIGHTS = (
    Sight("front", "records:front", "/"),
    Sight("front-english", "records:front", "/en/"),
    Sight("search", "records:search", "/soeg/?q=carport"),
    Sight("search-everything", "records:search", "/soeg/"),
    Sight("search-second-page", "records:search", "/soeg/?q=skolebestyrelsen&slags=document&side=2"),
    Sight("search-narrowed", "records:search", "/soeg/?q=havnegade&afdeling=tm&type=application&fra=2020-01"),
    Sight("search-suggestion", "records:search", "/soeg/?q=skolebestyrelsn+%22"),
    Sight("search-nothing", "records:search", "/soeg/?q=xylofonorkester&type=bid&afdeling=tm"),
    Sight("search-refused", "records:search", "/soeg/?q=010190-5004", status=422),
    Sight("case", "records:case", CASE),
    Sight("case-narrowed", "records:case", f"{CASE}?retning=out"),
    Sight("case-in-hearing", "records:case", "/sag/plan-2026-00312/"),
    Sight("case-without-documents", "records:case", "/sag/it-2026-00009/"),
    Sight("document", "records:document", LETTER),
    Sight("document-english", "records:document", f"/en{LETTER}"),
    Sight("document-with-hits", "records:document", "/dokument/byg-2026-00317-2/?q=carport"),
    Sight("document-mail", "records:document", "/dokument/byg-2026-00317-5/"),
    Sight("document-withdrawn", "records:document", "/dokument/byg-2026-00317-6/", status=410),
    Sight("proof", "records:proof", f"{LETTER}bevis/"),
    Sight("policy", "records:policy", "/regler/"),
    Sight("robot", "records:robot", "/robot/"),
    Sight("not-found", "records:document", "/dokument/findes-ikke/", status=404),
    Sight("accessibility", "ui:accessibility", "/tilgaengelighed/"),
    Sight("privacy", "ui:privacy", "/privatliv/"),
    Sight("how", "ui:how", "/saadan-virker-torvet/"),
    Sight("data", "ui:data", "/hent-data/"),
    Sight("licences", "ui:licences", "/licenser/"),
    Sight("gallery", "ui:gallery", "/stil/"),
    Sight("log-in", "identity:log-in", "/log-paa/"),
    Sight("log-in-empty", "identity:log-in", "/log-paa/", status=422, then=send_the_empty_form),
    Sight("log-in-too-old", "identity:log-in", "/log-paa/", status=403, then=send_without_token),
    Sight("log-in-locked", "identity:log-in", "/log-paa/", status=429, then=guess_until_locked_out),
    Sight("journal", "records:journal", "/journal/", OFFICER),
    Sight("journal-public", "records:journal", "/journal/?vis=aabne", OFFICER),
    Sight("journal-empty", "records:journal", "/journal/?vis=paa-vej", OFFICER),
    Sight("journal-document-failed", "records:journal-document", "/journal/byg-2026-00317-7/", OFFICER),
    Sight("journal-document-public", "records:journal-document", "/journal/byg-2026-00317-1/", OFFICER),
    Sight("withdraw", "records:withdraw", "/journal/byg-2026-00317-1/traek-tilbage/", OFFICER),
    Sight(
        "withdraw-empty",
        "records:withdraw",
        "/journal/byg-2026-00317-1/traek-tilbage/",
        OFFICER,
        status=422,
        then=send_the_empty_form,
    ),
    Sight("withdraw-not-public", "records:withdraw", "/journal/byg-2026-00317-4/traek-tilbage/", OFFICER),
    Sight("quarantine", "records:quarantine", "/karantaene/", OFFICER),
    Sight("background-work", "worker:status", "/drift/baggrundsarbejde/", OPERATOR),
    Sight("log", "audit:log", "/log/", AUDITOR),
    Sight("log-empty", "audit:log", "/log/?day=2001-01-01", AUDITOR),
)
FIRST_VISITS = ("front", "search", "case", "document")


def test_every_address_is_looked_at() -> None:
    seen = {sight.shows for sight in SIGHTS}
    assert {name for name, _entry in pages()} - set(NO_PAGE) == seen


@pytest.fixture(scope="module")
def visitors(browser: Browser, town: str) -> Iterator[Callable[[str, int], Visitor]]:
    """Give the same visitor for the same person and width, logged in once."""
    known: dict[tuple[str, int], Visitor] = {}

    def visitor(who: str, width: int) -> Visitor:
        if (who, width) not in known:
            known[who, width] = made = Visitor(browser, town, width=WIDE)
            if who:
                made.logs_in_as(who)
            made.page.set_viewport_size({"width": width, "height": made.height})
        return known[who, width]

    yield visitor
    for each in known.values():
        each.leave()


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("sight", SIGHTS, ids=str)
def test_the_page_keeps_every_rule(visitors: Callable[[str, int], Visitor], sight: Sight, width: int) -> None:
    visitor = visitors(sight.who, width)
    page = visitor.page
    page.set_viewport_size({"width": width, "height": visitor.height})
    visitor.notes.begin_anew()
    visitor.opens(sight.path)
    sight.then(page)
    page.wait_for_load_state("networkidle")
    assert visitor.notes.status == sight.status
    faults = accessibility_faults(page)
    faults += narrow_faults(page) if width == NARROW else other_media_faults(page)
    assert faults == []
    assert visitor.notes.complaints == []
    assert visitor.notes.strangers == []


@pytest.mark.parametrize("sight", [each for each in SIGHTS if each.name in FIRST_VISITS], ids=str)
def test_a_first_visit_is_light(visitor: Visitor, page: Page, sight: Sight) -> None:
    scales = Scales(page)
    visitor.opens(sight.path)
    page.wait_for_load_state("networkidle")
    weight = scales.read()
    assert 20_000 < weight.size_bytes <= BYTES_MAX
    assert 3 < weight.requests <= REQUESTS_MAX
