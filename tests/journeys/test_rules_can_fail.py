"""Each rule of `rules` and each note of `looking`, seen red on a planted fault."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .looking import Visitor
from .rules import BYTES_MAX, REQUESTS_MAX, Scales, accessibility_faults, narrow_faults, other_media_faults

pytestmark = pytest.mark.browser

PLAIN_PAGE = "/privatliv/"
POLITE_MS = 200


def plant(page: Page, html: str) -> None:
    """Put something into the page that should not be there."""
    page.locator("main").evaluate("(main, html) => main.insertAdjacentHTML('beforeend', html)", html)


def plant_style(page: Page, css: str) -> None:
    """Add a style sheet that should not be there."""
    page.evaluate(
        "css => { const it = new CSSStyleSheet(); it.replaceSync(css); document.adoptedStyleSheets = [it]; }", css
    )


@pytest.mark.parametrize(
    ("rule", "fault", "told"),
    [
        (accessibility_faults, "<img src='/static/ui/sign.svg'>", "image-alt"),
        (accessibility_faults, "<button></button>", "button-name"),
        (narrow_faults, "<table><tr><td>" + "x" * 200 + "</td></tr></table>", "too wide with plain text"),
        (other_media_faults, "<nav aria-label='Plantet'>Menu</nav>", "print: a menu is printed"),
        (narrow_faults, "<svg width='340' height='2'></svg>", "too wide"),
    ],
)
def test_a_planted_fault_is_found(
    visitor: Visitor, page: Page, rule: Callable[[Page], list[str]], fault: str, told: str
) -> None:
    visitor.opens(PLAIN_PAGE)
    plant(page, fault)
    assert told in " ".join(rule(page))


def test_text_that_cannot_grow_is_found(visitor: Visitor, page: Page) -> None:
    visitor.opens(PLAIN_PAGE)
    plant(page, "<p id='stiff'>en linje, der ikke kan brydes i flere</p>")
    plant_style(page, "#stiff { white-space: nowrap; width: max-content; }")
    (fault,) = narrow_faults(page)
    assert "wide text" in fault


@pytest.mark.parametrize(
    ("css", "told"),
    [
        ("@media print { h1 { display: none !important; } }", "print: no heading"),
        ("@media (forced-colors: active) { h1 { visibility: hidden; } }", "forced colours: no heading"),
    ],
)
def test_what_print_and_forced_colours_lose_is_found(visitor: Visitor, page: Page, css: str, told: str) -> None:
    visitor.opens(PLAIN_PAGE)
    plant_style(page, css)
    assert told in other_media_faults(page)


def test_an_inline_style_is_complained_about(visitor: Visitor, page: Page) -> None:
    visitor.opens(PLAIN_PAGE)
    plant(page, "<p style='color: red'>rød</p>")
    page.wait_for_timeout(POLITE_MS)
    assert "Content Security Policy" in " ".join(visitor.notes.complaints)


def test_a_script_that_fails_is_complained_about(visitor: Visitor, page: Page) -> None:
    visitor.opens(PLAIN_PAGE)
    page.evaluate("() => { setTimeout(() => { throw new Error('planted'); }); }")
    page.wait_for_timeout(POLITE_MS)
    assert "planted" in " ".join(visitor.notes.complaints)


def test_a_request_to_somebody_else_is_noticed(visitor: Visitor, page: Page) -> None:
    visitor.opens(PLAIN_PAGE)
    page.evaluate("() => { location.href = 'http://elsewhere.example/'; }")
    page.wait_for_timeout(POLITE_MS)
    assert visitor.notes.strangers == ["http://elsewhere.example/"]


def test_a_heavy_page_is_found(visitor: Visitor, page: Page) -> None:
    scales = Scales(page)
    visitor.opens(PLAIN_PAGE)
    for number in range(REQUESTS_MAX):
        page.evaluate("number => fetch(`/licenser/?${number}`).then(answer => answer.text())", number)
    assert scales.read().requests > REQUESTS_MAX
    assert scales.read().size_bytes > BYTES_MAX


def test_a_focus_that_cannot_be_seen_is_found(visitor: Visitor, page: Page) -> None:
    visitor.opens(PLAIN_PAGE)
    plant_style(page, ":focus-visible { outline: none !important; box-shadow: none !important; }")
    stop = visitor.presses_tab()
    assert stop is not None
    assert not stop.is_drawn
