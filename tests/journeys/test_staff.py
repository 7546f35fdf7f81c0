"""People who work in the town hall: the records officer, the auditor, the operator, and somebody at the log-in."""

import pytest
from playwright.sync_api import Browser, Page, expect

from .looking import PASSWORD_OF_NOBODY, Visitor

pytestmark = pytest.mark.browser

FAILED = "/journal/byg-2026-00317-7/"
NOISE, SOIL = "byg-2026-00317-8", "byg-2026-00317-9"
OFFICER, OPERATOR, AUDITOR = "Mette Lund", "Sara Bak", "Kirsten Holm"


def withdraw(officer: Visitor, slug: str, *, reason: str, explanation: str) -> None:
    """Withdraw a document the way the records officer does."""
    officer.opens(f"/journal/{slug}/")
    officer.follows("Træk tilbage")
    officer.page.get_by_label("Hvorfor trækker du dokumentet tilbage?").select_option(label=reason)
    officer.page.get_by_label("Hvad skal læserne vide?").fill(explanation)
    officer.presses("Træk tilbage")
    officer.reads("Dokumentet er trukket tilbage. En besked med grunden står i stedet.")


def test_an_officer_sees_what_is_stopped_and_why_and_lets_it_try_again(visitor: Visitor, page: Page) -> None:
    visitor.logs_in_as(OFFICER)
    visitor.follows("Journal")
    row = page.get_by_role("row").filter(has_text="Tegning af carport")
    expect(row).to_contain_text("Kunne ikke undersøges")
    expect(row).to_contain_text("Filen er beskadiget og kan ikke læses. Bed afdelingen om at journalisere den igen.")
    row.get_by_role("link", name="Tegning af carport").click()
    assert visitor.stands_at(FAILED)
    visitor.presses("Prøv igen")
    visitor.reads("Dokumentet bliver undersøgt forfra.")
    assert visitor.notes.complaints == []


def test_what_an_officer_withdraws_is_a_notice_for_everybody_and_found_no_more(
    visitor: Visitor, page: Page, browser: Browser, town: str
) -> None:
    citizen = Visitor(browser, town)
    assert citizen.opens(f"/dokument/{NOISE}/") == 200
    visitor.logs_in_as(OFFICER)
    withdraw(visitor, NOISE, reason="Nogen gjorde indsigelse", explanation="Rapporten er under ny vurdering.")
    visitor.logs_out()
    assert citizen.opens(f"/dokument/{NOISE}/") == 410
    citizen.reads("Dokumentet er trukket tilbage")
    citizen.reads("Nogen gjorde indsigelse")
    citizen.reads("Rapporten er under ny vurdering.")
    citizen.follows("Se resten af sagen")
    expect(citizen.page.get_by_text("Trukket tilbage. Se hvornår og hvorfor.").first).to_be_visible()
    assert citizen.opens(f"/dokument/{NOISE}.pdf") == 410
    citizen.opens("/soeg/?q=skrotpladsen")
    citizen.reads("Vi fandt ingenting")
    citizen.leave()


def test_after_log_out_the_journal_asks_for_a_log_in(visitor: Visitor, page: Page) -> None:
    visitor.logs_in_as(OFFICER)
    visitor.opens("/journal/")
    visitor.logs_out()
    visitor.opens("/journal/")
    assert visitor.stands_at("/log-paa/")


def test_an_auditor_sees_who_withdrew_what_and_why(visitor: Visitor, page: Page) -> None:
    visitor.logs_in_as(OFFICER)
    withdraw(visitor, SOIL, reason="Det blev offentliggjort ved en fejl", explanation="")
    visitor.logs_out()
    visitor.logs_in_as(AUDITOR)
    visitor.follows("Log")
    row = page.get_by_role("row").filter(has_text="Det blev offentliggjort ved en fejl").first
    expect(row).to_contain_text(OFFICER)
    expect(row).to_contain_text("Teknik og Miljø")
    assert visitor.notes.complaints == []


@pytest.mark.parametrize(
    ("person", "words"),
    [(OFFICER, ("Journal", "Karantæne")), (OPERATOR, ("Karantæne", "Baggrundsarbejde")), (AUDITOR, ("Log",))],
)
def test_everybody_at_work_finds_their_pages_in_the_menu(
    visitor: Visitor, page: Page, person: str, words: tuple[str, ...]
) -> None:
    visitor.logs_in_as(person)
    links = page.get_by_role("navigation", name="Hovedmenu").get_by_role("link")
    expect(links).to_have_text(["Åben indsigt", *words])


def test_an_operator_sees_background_work(visitor: Visitor, page: Page) -> None:
    visitor.logs_in_as(OPERATOR)
    visitor.opens("/drift/baggrundsarbejde/")
    expect(page.get_by_role("heading", name="Baggrundsarbejde")).to_be_visible()
    expect(page.get_by_role("button", name="Start igen")).to_be_visible()


@pytest.mark.parametrize(
    ("person", "path"),
    [
        (AUDITOR, "/drift/baggrundsarbejde/"),
        (AUDITOR, "/journal/"),
        (AUDITOR, f"/journal/{SOIL}/traek-tilbage/"),
        (OPERATOR, "/log/"),
        (OPERATOR, "/journal/"),
        (OFFICER, "/log/"),
        (OFFICER, "/drift/baggrundsarbejde/"),
    ],
)
def test_nobody_sees_the_pages_of_another_office(visitor: Visitor, page: Page, person: str, path: str) -> None:
    visitor.logs_in_as(person)
    assert visitor.opens(path) == 404
    visitor.reads("Vi kan ikke finde siden")
    expect(page.get_by_role("navigation", name="Hovedmenu").locator(f"a[href='{path}']")).to_have_count(0)


def test_a_wrong_password_is_told_clearly_and_the_focus_is_on_what_is_wrong(visitor: Visitor, page: Page) -> None:
    visitor.opens("/log-paa/")
    page.get_by_label("Brugernavn").fill("mette")
    page.get_by_label("Adgangskode").fill(PASSWORD_OF_NOBODY)
    page.get_by_label("Adgangskode").press("Enter")
    visitor.reads("Brugernavn og adgangskode passer ikke sammen. Prøv igen.")
    expect(page.get_by_role("region", name="Der er noget, du skal rette")).to_be_focused()
    expect(page.get_by_label("Brugernavn")).to_have_value("mette")
    visitor.reads_nowhere(PASSWORD_OF_NOBODY)


def test_a_form_with_a_fault_says_what_to_put_right_and_leads_there(visitor: Visitor, page: Page) -> None:
    visitor.logs_in_as(OFFICER)
    visitor.opens("/journal/byg-2026-00317-2/traek-tilbage/")
    page.get_by_label("Hvad skal læserne vide?").fill("Skal ikke gå tabt.")
    visitor.presses("Træk tilbage")
    summary = page.get_by_role("region", name="Der er noget, du skal rette")
    expect(summary).to_be_focused()
    expect(page.get_by_label("Hvad skal læserne vide?")).to_have_value("Skal ikke gå tabt.")
    summary.get_by_role("link").click()
    expect(page.get_by_label("Hvorfor trækker du dokumentet tilbage?")).to_be_focused()
