"""Rules that hold on every page: accessibility, narrow screens, wide text, print, forced colours, weight."""

from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import CDPSession, Page

from .looking import HEIGHT, NARROWEST, WIDE

AXE_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# The budget of a first visit, everything as it is sent.
BYTES_MAX = 100_000
REQUESTS_MAX = 10

# WCAG 2.2, success criterion 1.4.12, as a visitor's own style sheet would set it. A constructed sheet is no inline
# style, so the page's content security policy stays in force.
WIDEN_TEXT = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
"""
OVERFLOW_PX = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# What sticks out, so that a failure says where to look.
OUTSIDE = """
() => [...document.body.querySelectorAll("*")]
  .filter((it) => it.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && it.checkVisibility())
  .slice(0, 5).map((it) => it.outerHTML.slice(0, 120))
"""


@dataclass(frozen=True)
class Weight:
    """What a first visit costs: bytes and requests as they went over the wire."""

    size_bytes: int
    requests: int


def accessibility_faults(page: Page) -> list[str]:
    """Return what axe finds wrong, a line per rule and place."""
    found = Axe().run(page, options=AXE_RULES)
    return [
        f"{violation['id']}: {node['html'][:160]} – {node['failureSummary'][:200]}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


def narrow_faults(page: Page) -> list[str]:
    """Return what needs scrolling sideways at the narrowest width, with plain and with wide text."""
    page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
    faults = _sticking_out(page, "plain text")
    page.evaluate(WIDEN_TEXT)
    return faults + _sticking_out(page, "wide text")


def _sticking_out(page: Page, how: str) -> list[str]:
    overflow = page.evaluate(OVERFLOW_PX)
    return [f"{overflow} px too wide with {how}: {page.evaluate(OUTSIDE)}"] if overflow else []


def other_media_faults(page: Page) -> list[str]:
    """Return what is lost in forced colours and in print, and whether a PDF of the page can be made."""
    page.set_viewport_size({"width": WIDE, "height": HEIGHT})
    faults = []
    page.emulate_media(forced_colors="active")
    if not page.locator("h1").is_visible():
        faults.append("forced colours: no heading")
    page.emulate_media(media="print", forced_colors="none")
    if page.locator("nav").filter(visible=True).count():
        faults.append("print: a menu is printed")
    if not page.locator("h1").is_visible():
        faults.append("print: no heading")
    if not page.pdf().startswith(b"%PDF-"):
        faults.append("print: no PDF")
    page.emulate_media(media="screen")
    return faults


class Scales:
    """Weighs everything that a page loads from now on."""

    def __init__(self, page: Page) -> None:
        self._bytes = 0.0
        self._requests = 0
        session: CDPSession = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.requestWillBeSent", self._sent)

    def _finished(self, event: dict[str, float]) -> None:
        self._bytes += event["encodedDataLength"]

    def _sent(self, event: dict[str, object]) -> None:
        self._requests += 1

    def read(self) -> Weight:
        """Return the weight so far."""
        return Weight(int(self._bytes), self._requests)
