"""Searching: what is understood, what is offered, what is refused, and how the results are narrowed."""

import pytest
from playwright.sync_api import Page, expect

from .looking import Visitor

pytestmark = pytest.mark.browser

# Somebody who would have been born in 1890.
CPR = "010190-5004"


def titles(page: Page) -> list[str]:
    """Return the titles of the results, in order."""
    return page.locator(".tv-result-title").all_inner_texts()


def test_a_misspelled_word_is_offered_the_right_one(visitor: Visitor, page: Page) -> None:
    visitor.opens("/soeg/?q=skolebestyrelsn&slags=document")
    visitor.reads("Mente du")
    visitor.follows("skolebestyrelsen")
    assert "Referat nr. 14 fra skolebestyrelsen" in titles(page)


def test_a_word_that_few_documents_hold_is_found_but_never_offered(visitor: Visitor, page: Page) -> None:
    visitor.opens("/soeg/?q=byggetiladelse")
    visitor.reads("Intet var stavet præcis sådan. Disse resultater ligger tæt på.")
    assert titles(page) == ["Byggetilladelse til carport"]
    expect(page.get_by_text("Mente du")).to_have_count(0)


def test_a_search_that_finds_nothing_says_what_to_do_next(visitor: Visitor, page: Page) -> None:
    visitor.opens("/soeg/?q=xylofonorkester&type=bid")
    visitor.reads("Vi fandt ingenting")
    visitor.reads("70 12 34 56")
    expect(page.get_by_role("link", name="Uden »Tilbud«")).to_be_visible()


@pytest.mark.parametrize("number", [CPR, CPR.replace("-", ""), CPR.replace("-", " ")])
def test_a_cpr_number_is_not_searched_for_and_not_repeated(visitor: Visitor, page: Page, number: str) -> None:
    visitor.opens("/")
    visitor.searches(f"Anna {number}")
    visitor.reads("Vi søgte ikke")
    visitor.reads("Din søgning indeholdt et cpr-nummer.")
    assert number not in page.content()
    assert page.get_by_role("searchbox").input_value() == ""


@pytest.mark.parametrize(
    ("query", "reading", "found", "not_found"),
    [
        ('"møde i skolebestyrelsen"', "»møde i skolebestyrelsen«", "Referat nr. 14 fra", "Byggetilladelse"),
        ("carport IKKE byggetilladelse", "»carport« og ikke »byggetilladelse«", "Ansøgning om", "Byggetilladelse til"),
        ("lokalpl*", "ord, der begynder med »lokalpl«", "Forslag til lokalplan 312", "Referat"),
        ("titel:lokalplan", "titlen »lokalplan«", "Forslag til lokalplan 312", "Referat"),
        ("boliger ELLER trivsel", "»boliger« eller »trivsel«", "Forslag til lokalplan 312", "Byggetilladelse"),
    ],
)
def test_a_search_is_read_back_and_does_what_it_says(
    visitor: Visitor, page: Page, query: str, reading: str, found: str, not_found: str
) -> None:
    visitor.opens("/")
    visitor.searches(query)
    visitor.reads(f"Vi søgte efter {reading}")
    shown = " | ".join(titles(page))
    assert found in shown
    assert not_found not in shown


def test_results_are_narrowed_by_several_answers_to_one_question(visitor: Visitor, page: Page) -> None:
    visitor.opens("/soeg/?q=havnegade")
    page.get_by_role("checkbox", name="Ansøgning").check()
    page.get_by_role("checkbox", name="Afgørelse").check()
    visitor.presses("Vis resultater")
    assert sorted(titles(page)) == ["Ansøgning om carport", "Byggetilladelse til carport"]
    page.get_by_role("link", name="Fjern Ansøgning").click()
    assert titles(page) == ["Byggetilladelse til carport"]


def test_the_period_is_set_with_the_keyboard(visitor: Visitor, page: Page) -> None:
    visitor.opens("/soeg/?q=skolebestyrelsen&slags=document")
    before = page.get_by_role("status").first.inner_text()
    first = page.get_by_role("slider", name="Fra")
    first.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    chosen = first.get_attribute("aria-valuetext")
    visitor.presses("Vis perioden")
    expect(page.get_by_role("link", name=f"Fjern Fra {chosen}")).to_be_visible()
    assert page.get_by_role("status").first.inner_text() != before
    assert 1 <= len(titles(page)) <= 3


def test_results_are_put_in_another_order(visitor: Visitor, page: Page) -> None:
    visitor.opens("/soeg/?q=skolebestyrelsen&slags=document")
    page.get_by_label("Rækkefølge").select_option(label="Ældste først")
    visitor.presses("Sortér")
    assert titles(page)[0] == "Referat nr. 1 fra skolebestyrelsen"
    page.get_by_label("Rækkefølge").select_option(label="Nyeste først")
    visitor.presses("Sortér")
    assert titles(page)[0] == "Referat nr. 14 fra skolebestyrelsen"


def test_the_second_page_goes_on_where_the_first_ended(visitor: Visitor, page: Page) -> None:
    visitor.opens("/soeg/?q=skolebestyrelsen&slags=document&sorter=newest")
    first = titles(page)
    visitor.follows("Næste")
    second = titles(page)
    assert len(first) == 10
    assert len(second) == 4
    assert not set(first) & set(second)
    expect(page.get_by_role("link", name="Side 2")).to_have_attribute("aria-current", "page")


def test_j_and_k_move_between_results(visitor: Visitor, page: Page) -> None:
    visitor.opens("/soeg/?q=skolebestyrelsen&slags=document&sorter=newest")
    links = page.locator(".tv-result-title a")
    links.first.focus()
    page.keyboard.press("j")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(links.first).to_be_focused()
