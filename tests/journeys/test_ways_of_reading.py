"""The same journey by keyboard only, without JavaScript, on a telephone, and in English."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .looking import HITTABLE, NARROW, Visitor

pytestmark = pytest.mark.browser

LETTER = "/dokument/byg-2026-00317-1/"
WIDELY_USED = ("/", "/soeg/?q=carport", "/sag/byg-2026-00317/", LETTER, "/log-paa/")


@pytest.fixture
def plain(browser: Browser, town: str) -> Iterator[Visitor]:
    """Somebody on a telephone whose browser runs no script."""
    visitor = Visitor(browser, town, width=NARROW, java_script_enabled=False)
    yield visitor
    visitor.leave()


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(visitor: Visitor, page: Page) -> None:
    visitor.opens("/")
    stop = visitor.presses_tab()
    assert stop is not None
    assert (stop.name, stop.is_drawn, stop.is_in_sight) == ("Gå til indhold", True, True)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    visitor.tabs_until(lambda stop: stop.tag == "INPUT", what="the search box")


def test_a_citizen_finds_and_reads_a_paper_with_the_keyboard_only(visitor: Visitor, page: Page) -> None:
    visitor.opens("/")
    visitor.tabs_until(lambda stop: stop.tag == "INPUT", what="the search box")
    page.keyboard.type("Havnegade 41")
    page.keyboard.press("Enter")
    page.wait_for_url("**/soeg/**")
    visitor.tabs_to("Teknik og Miljø")
    page.keyboard.press("Space")
    visitor.tabs_to("Vis resultater")
    page.keyboard.press("Enter")
    page.wait_for_url("**afdeling=tm**")
    visitor.tabs_to("Ansøgning om carport")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{LETTER}**")
    visitor.tabs_to("Dækket til: cpr-nr.")
    page.keyboard.press("Enter")
    visitor.reads("Cpr-numre må ikke offentliggøres")
    page.keyboard.press("Escape")
    visitor.tabs_to("Åbn filen (PDF)")


@pytest.mark.parametrize("path", WIDELY_USED)
def test_tab_reaches_everything_once_is_always_visible_and_gets_out_again(
    visitor: Visitor, page: Page, path: str
) -> None:
    visitor.opens(path)
    count = page.evaluate(HITTABLE)
    stops = visitor.tabs_through()
    assert [stop for stop in stops if not stop.is_drawn] == []
    assert [stop for stop in stops if not stop.is_in_sight] == []
    assert len(stops) == count


def test_a_citizen_finds_and_reads_a_paper_without_script(plain: Visitor) -> None:
    plain.opens("/")
    plain.searches("Havnegade 41")
    plain.page.get_by_text("Afgræns").first.click()
    plain.page.get_by_role("checkbox", name="Teknik og Miljø").check()
    plain.presses("Vis resultater")
    assert "afdeling=tm" in plain.page.url
    plain.page.locator("tv-list-keys").get_by_role("link", name="Ansøgning om carport").click()
    plain.presses("Dækket til: cpr-nr.")
    plain.reads("Cpr-numre må ikke offentliggøres")
    plain.page.keyboard.press("Escape")
    plain.follows("Havnegade 41 – carport")
    plain.reads("Holdt tilbage: Kommunens interne dokumenter")


def test_the_menu_of_a_telephone_opens_and_closes_without_script(plain: Visitor) -> None:
    plain.opens("/")
    menu = plain.page.get_by_role("navigation", name="Hovedmenu")
    expect(menu).to_be_hidden()
    plain.presses("Menu")
    expect(menu).to_be_visible()
    plain.presses("Luk")
    expect(menu).to_be_hidden()
    plain.presses("Menu")
    plain.follows("Åben indsigt", within=menu)
    assert plain.stands_at("/soeg/")


def test_the_period_is_two_lists_without_script(plain: Visitor) -> None:
    plain.opens("/soeg/?q=skolebestyrelsen&slags=document")
    expect(plain.page.get_by_role("slider")).to_have_count(0)
    first = plain.page.get_by_label("Fra")
    options = first.get_by_role("option").all_inner_texts()
    first.select_option(label=options[-3])
    plain.presses("Vis perioden")
    expect(plain.page.get_by_role("link", name=f"Fjern Fra {options[-3]}")).to_be_visible()


def test_results_are_ordered_without_script(plain: Visitor) -> None:
    plain.opens("/soeg/?q=skolebestyrelsen&slags=document")
    plain.page.get_by_label("Rækkefølge").select_option(label="Ældste først")
    plain.presses("Sortér")
    expect(plain.page.locator(".tv-result-title").first).to_have_text("Referat nr. 1 fra skolebestyrelsen")


def test_an_officer_logs_in_and_out_without_script(plain: Visitor) -> None:
    plain.opens("/log-paa/")
    plain.presses("Log på som Mette Lund")
    plain.opens("/journal/")
    plain.reads("Tegning af carport")
    plain.presses("Log af")
    plain.opens("/journal/")
    assert plain.stands_at("/log-paa/")


def language_of(words: Locator) -> str:
    """Return the language that a screen reader is told."""
    return str(words.first.evaluate("node => node.closest('[lang]').lang"))


def test_in_english_the_page_is_english_and_the_documents_stay_danish(visitor: Visitor, page: Page) -> None:
    visitor.opens("/")
    visitor.follows("English")
    assert visitor.stands_at("/en/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    visitor.reads("What does Fjordby Kommune know and decide?")
    visitor.opens(f"/en{LETTER}")
    expect(page.get_by_role("link", name="Open the file (PDF)")).to_be_visible()
    assert language_of(page.get_by_role("heading", level=1)) == "da"
    assert language_of(page.get_by_text("Carporten bliver 35 kvadratmeter")) == "da"
    visitor.follows("Havnegade 41 – carport")
    assert visitor.stands_at("/en/sag/byg-2026-00317/")
    assert language_of(page.get_by_role("link", name="Byggetilladelse til carport")) == "da"
    visitor.follows("Dansk")
    expect(page.locator("html")).to_have_attribute("lang", "da")


def test_an_english_search_leads_to_english_pages(visitor: Visitor, page: Page) -> None:
    visitor.opens("/en/")
    visitor.searches("Havnegade 41")
    assert visitor.stands_at("/en/soeg/")
    visitor.reads("We searched for")
    page.get_by_role("link", name="Ansøgning om carport").click()
    assert visitor.stands_at(f"/en{LETTER}")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/en/sag/byg-2026-00317/", "Withheld:"),
        (f"/en{LETTER}", "Page 1 of 1"),
        (f"/en{LETTER}", "Covered:"),
        ("/en/soeg/?q=carport", "PDF, 1 page"),
    ],
)
def test_english_words_are_not_read_aloud_in_danish(visitor: Visitor, page: Page, path: str, words: str) -> None:
    visitor.opens(path)
    assert language_of(page.get_by_text(words)) == "en"
