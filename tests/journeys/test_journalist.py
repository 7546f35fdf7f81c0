"""A journalist cites a page, follows a search and reads the data behind a page."""

import json
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from .looking import Visitor

pytestmark = pytest.mark.browser

PERMIT = "/dokument/byg-2026-00317-2/"
ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_journalist_cites_page_two_of_a_document(visitor: Visitor, page: Page) -> None:
    visitor.opens(PERMIT)
    visitor.follows("Side 2 af 3")
    assert page.url == f"{visitor.town}{PERMIT}#side-2"
    expect(page.get_by_role("heading", name="Side 2 af 3")).to_be_in_viewport()
    citation = page.locator(".tv-cite-text")
    expect(citation).to_contain_text("Fjordby Kommune: »Byggetilladelse til carport«")
    expect(citation).to_contain_text("dokument BYG-2026-00317-2, udgave 1.")


def test_the_address_of_page_two_leads_a_reader_there(visitor: Visitor, page: Page) -> None:
    visitor.opens(f"{PERMIT}#side-2")
    expect(page.get_by_role("heading", name="Side 2 af 3")).to_be_in_viewport()
    visitor.reads("Carporten skal stå mindst 2,5 meter fra skel mod nord.")


def test_a_search_leads_to_the_page_where_the_word_stands(visitor: Visitor, page: Page) -> None:
    visitor.opens("/soeg/?q=Byggeklageenheden")
    result = page.get_by_role("article").filter(has_text="Byggetilladelse til carport")
    expect(result).to_contain_text("Fundet på side 3")
    result.get_by_role("link", name="Byggetilladelse til carport").click()
    visitor.follows("Gå til det første")
    expect(page.locator("mark").first).to_be_in_viewport()


def test_a_journalist_follows_a_search(visitor: Visitor, page: Page) -> None:
    visitor.opens("/soeg/?q=carport&type=decision")
    address = page.get_by_role("link", name="Følg søgningen (Atom)").get_attribute("href")
    response = visitor.context.request.get(f"{visitor.town}{address}")
    feed = ElementTree.fromstring(response.text())
    assert feed.findtext(f"{ATOM}title") == "Søgning: carport"
    links = [link.get("href") for link in feed.iterfind(f"{ATOM}entry/{ATOM}link")]
    assert links == [f"{visitor.town}{PERMIT}"]


def test_a_journalist_follows_a_case(visitor: Visitor, page: Page) -> None:
    visitor.opens("/sag/plan-2026-00312/")
    address = page.get_by_role("link", name="Følg sagen (Atom)").get_attribute("href")
    response = visitor.context.request.get(f"{visitor.town}{address}")
    feed = ElementTree.fromstring(response.text())
    assert [entry.findtext(f"{ATOM}title") for entry in feed.iterfind(f"{ATOM}entry")] == ["Forslag til lokalplan 312"]


@pytest.mark.parametrize("path", [PERMIT, "/sag/byg-2026-00317/", "/soeg/?q=carport", "/"])
def test_every_page_says_where_its_data_are(visitor: Visitor, page: Page, path: str) -> None:
    visitor.opens(path)
    address = page.locator("link[rel=alternate][type='application/json']").get_attribute("href")
    response = visitor.context.request.get(f"{visitor.town}{address}")
    assert response.status == 200
    assert json.loads(response.text())


def test_the_data_of_a_document_say_the_same_as_its_page(visitor: Visitor, page: Page) -> None:
    visitor.opens(PERMIT)
    visitor.follows("Det samme som JSON")
    data = json.loads(page.locator("body").inner_text())
    assert data["title"] == "Byggetilladelse til carport"
    assert data["page_count"] == 3
    assert [each["number"] for each in data["pages"]] == [1, 2, 3]
