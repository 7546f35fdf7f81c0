"""A citizen finds a paper about an address."""

import pytest
from playwright.sync_api import Page, expect

from .looking import Visitor
from .papers import SECRETS

pytestmark = pytest.mark.browser

LETTER = "/dokument/byg-2026-00317-1/"
MAIL = "/dokument/byg-2026-00317-5/"
CASE = "/sag/byg-2026-00317/"


def test_a_citizen_finds_a_paper_about_an_address_and_narrows_to_a_department(visitor: Visitor, page: Page) -> None:
    visitor.opens("/")
    visitor.reads("Hvad ved og beslutter Fjordby Kommune?")
    visitor.searches("Havnegade 41")
    visitor.reads("Vi søgte efter")
    page.get_by_role("checkbox", name="Teknik og Miljø").check()
    visitor.presses("Vis resultater")
    assert "afdeling=tm" in page.url
    expect(page.get_by_role("link", name="Fjern Teknik og Miljø")).to_be_visible()
    page.locator("tv-list-keys").get_by_role("link", name="Ansøgning om carport").click()
    assert visitor.stands_at(LETTER)
    expect(page.get_by_role("heading", level=1)).to_have_text("Ansøgning om carport")
    assert visitor.notes.complaints == []


def test_a_citizen_presses_a_covered_passage_and_reads_why(visitor: Visitor, page: Page) -> None:
    visitor.opens(LETTER)
    visitor.reads("Carporten bliver 35 kvadratmeter")
    passage = page.get_by_role("button", name="Dækket til: cpr-nr.")
    reason = page.get_by_text("Cpr-numre må ikke offentliggøres (Databeskyttelsesloven § 11, stk. 3).")
    expect(reason).to_be_hidden()
    passage.click()
    expect(reason).to_be_visible()
    page.keyboard.press("Escape")
    expect(reason).to_be_hidden()
    expect(passage).to_be_focused()
    page.keyboard.press("Enter")
    expect(reason).to_be_visible()


@pytest.mark.parametrize("path", [LETTER, MAIL, CASE, "/soeg/?q=carport"])
def test_nothing_that_is_covered_stands_in_a_page_or_its_data(visitor: Visitor, page: Page, path: str) -> None:
    visitor.opens(path)
    address = page.locator("link[rel=alternate][type='application/json']").get_attribute("href")
    data = visitor.context.request.get(f"{visitor.town}{address}").text()
    for secret in SECRETS:
        visitor.reads_nowhere(secret)
        assert secret not in data


def test_a_citizen_opens_the_pdf_as_it_was_covered(visitor: Visitor, page: Page) -> None:
    visitor.opens(LETTER)
    address = page.get_by_role("link", name="Åbn filen (PDF)").get_attribute("href")
    response = visitor.context.request.get(f"{visitor.town}{address}")
    assert response.status == 200
    assert response.headers["content-type"] == "application/pdf"
    assert response.body().startswith(b"%PDF-")


def test_a_citizen_goes_from_the_document_to_its_case_and_sees_what_is_withheld(visitor: Visitor, page: Page) -> None:
    visitor.opens(LETTER)
    visitor.follows("Havnegade 41 – carport")
    assert visitor.stands_at(CASE)
    row = page.get_by_role("listitem").filter(has_text="Udkast til afgørelse")
    expect(row).to_contain_text("Holdt tilbage: Kommunens interne dokumenter (Offentlighedsloven § 23).")
    expect(row.get_by_role("link")).to_have_count(0)


def test_the_case_tells_what_waits_what_is_looked_at_and_what_was_withdrawn(visitor: Visitor, page: Page) -> None:
    visitor.opens(CASE)
    visitor.reads("1 nyt dokument bliver åbent")
    visitor.reads_nowhere("Svar på partshøring")
    expect(page.get_by_role("listitem").filter(has_text="Tegning af carport")).to_contain_text(
        "Et menneske ser på dokumentet, før det kan blive åbent."
    )
    visitor.follows("Dokument, der er trukket tilbage")
    visitor.reads("Dokumentet er trukket tilbage")
    visitor.reads("Notatet hørte til en anden ejendom.")


def test_a_citizen_sees_how_the_proof_was_made(visitor: Visitor, page: Page) -> None:
    visitor.opens(LETTER)
    page.get_by_role("link", name="Undersøgt, før det blev åbent").click()
    visitor.reads("Er det, der skal være dækket til, virkelig væk?")
    expect(page.get_by_text("Holder:").first).to_be_attached()
    expect(page.get_by_text("Holder ikke:")).to_have_count(0)
