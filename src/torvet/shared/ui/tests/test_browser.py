"""The gallery in a real browser: accessibility rules, narrow screens, wide text, no script at all."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from torvet.shared.organisation.models import Municipality

CHROMIUM = Path("/usr/bin/chromium")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# WCAG 2.2, success criterion 1.4.12. Added as a sheet the way a visitor's own style would be.
TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
WIDTH = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium on this machine"),
]


@pytest.fixture
def site(live_server: LiveServer, fjordby: Municipality, settings: Settings) -> str:
    """The address of the site, with the banner of the demo so that the rules see it too."""
    settings.DEMO = True
    return str(live_server.url)


@pytest.fixture
def browser(site: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def opened(browser: Browser, address: str, width: int, **options: Any) -> tuple[Page, list[str]]:
    context = browser.new_context(viewport={"width": width, "height": 844}, locale="da-DK", **options)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page, complaints


@pytest.mark.parametrize("width", [1280, 390])
def test_the_gallery_breaks_no_accessibility_rule(browser: Browser, site: str, width: int) -> None:
    page, complaints = opened(browser, f"{site}/stil/", width)
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    assert complaints == []


def test_nothing_needs_scrolling_sideways(browser: Browser, site: str) -> None:
    page, _complaints = opened(browser, f"{site}/stil/", 320)
    assert page.evaluate(WIDTH) == 0


def test_nothing_needs_scrolling_sideways_with_wide_text(browser: Browser, site: str) -> None:
    page, _complaints = opened(browser, f"{site}/stil/", 320, bypass_csp=True)
    page.add_style_tag(content=TEXT_SPACING)
    assert page.evaluate(WIDTH) == 0


def test_the_menu_opens_without_script(browser: Browser, site: str) -> None:
    page, _complaints = opened(browser, f"{site}/stil/", 390, java_script_enabled=False)
    menu = page.locator("#menu")
    assert not menu.is_visible()
    page.get_by_role("button", name="Menu").click()
    assert menu.is_visible()
    page.get_by_role("button", name="Luk").click()
    assert not menu.is_visible()


def test_a_covered_passage_gives_its_reason_without_script(browser: Browser, site: str) -> None:
    page, _complaints = opened(browser, f"{site}/stil/", 390, java_script_enabled=False)
    passage = page.get_by_role("button", name="Dækket til: navn")
    passage.focus()
    page.keyboard.press("Enter")
    assert page.locator("#tv-covered-1").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#tv-covered-1").is_visible()


def test_without_script_the_period_is_two_lists(browser: Browser, site: str) -> None:
    page, _complaints = opened(browser, f"{site}/stil/", 390, java_script_enabled=False)
    assert page.get_by_label("Fra").is_visible()
    assert page.locator("[role=slider]").count() == 0


def test_the_period_moves_by_keyboard_and_by_pointer(browser: Browser, site: str) -> None:
    page, _complaints = opened(browser, f"{site}/stil/", 1280)
    first = page.locator("[role=slider]").first
    first.focus()
    page.keyboard.press("ArrowRight")
    assert first.get_attribute("aria-valuetext") == "februar 2023"
    page.keyboard.press("PageDown")
    assert first.get_attribute("aria-valuetext") == "februar 2022"
    page.keyboard.press("End")
    assert first.get_attribute("aria-valuetext") == "november 2026"
    assert page.locator("select[name=fra]").input_value() == "2026-11"
    page.keyboard.press("Home")
    box = page.locator(".tv-period-track").bounding_box()
    handle = first.bounding_box()
    assert box is not None
    assert handle is not None
    page.mouse.move(handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, handle["y"])
    page.mouse.up()
    assert page.locator("select[name=fra]").input_value().startswith("2022-1")


def test_letters_move_only_inside_the_list(browser: Browser, site: str) -> None:
    page, _complaints = opened(browser, f"{site}/stil/", 1280)
    focused = "document.activeElement.textContent.trim()"
    page.locator("h1").click()
    page.keyboard.press("j")
    assert "cykelsti" not in page.evaluate(focused)[:100]
    page.locator(".tv-result-title a").first.focus()
    page.keyboard.press("j")
    assert page.evaluate(focused).startswith("Ny cykelsti")
    page.keyboard.press("k")
    assert page.evaluate(focused).startswith("Dobbeltrettet")


def test_forced_colours_and_print_lose_nothing(browser: Browser, site: str) -> None:
    page, _complaints = opened(browser, f"{site}/stil/", 1280, forced_colors="active")
    assert page.get_by_role("button", name="Dækket til: navn").is_visible()
    page.emulate_media(media="print", forced_colors="none")
    assert not page.locator(".tv-nav").is_visible()
    assert page.get_by_role("heading", name="Læsning af et dokument").is_visible()
