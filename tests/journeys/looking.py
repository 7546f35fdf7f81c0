"""How the stories look at pages: a visitor with a browser, and what the browser complained about meanwhile."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, Response, expect

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
WIDE, NARROW, NARROWEST = 1280, 390, 320
HEIGHT = 844
PASSWORD_OF_NOBODY = "ikke-den-rigtige"
TAB_STOPS_MAX = 300
PATIENCE_MS = 15_000

# Two sides of a visible focus: something is drawn round the element (what SVG draws, an unfocused twin tells), and
# nobody has to scroll to see it.
FOCUS = """
() => {
  const it = document.activeElement;
  const style = getComputedStyle(it);
  const box = it.getBoundingClientRect();
  const hasRing = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
  const differs = () => {
    const twin = it.cloneNode();
    it.after(twin);
    const isOther = getComputedStyle(twin).fill !== style.fill;
    twin.remove();
    return isOther;
  };
  const isDrawn = hasRing || (it instanceof SVGElement && differs());
  const isInSight = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const label = it.labels?.[0]?.querySelector("span") || it.labels?.[0];
  const words = it.getAttribute("aria-label") || label?.innerText || it.innerText || it.value || "";
  const name = words.replace(/\\s+/g, " ").trim();
  window.tabStops = window.tabStops || [];
  const isSeenBefore = window.tabStops.includes(it);
  window.tabStops.push(it);
  return {tag: it.tagName, name, isDrawn, isInSight, isSeenBefore};
}
"""
HITTABLE = """
() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((it) => it.checkVisibility({visibilityProperty: true}) && !it.disabled).length
"""


@dataclass
class Notes:
    """What a browser complained about, and what it asked others for."""

    town: str
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    status: int = 0

    def begin_anew(self) -> None:
        """Forget what was noted so far."""
        self.complaints.clear()
        self.strangers.clear()

    def follow(self, page: Page) -> None:
        """Write down everything that happens on a page from now on."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._request)
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        # The browser reports a page's own status (404, 410, 422) like a missing picture; tests look at it themselves.
        is_own_status = "Failed to load resource" in message.text and message.location.get("url") == self._address
        if message.type in {"error", "warning"} and not is_own_status:
            self.complaints.append(message.text)

    def _request(self, request: Request) -> None:
        if request.is_navigation_request():
            self._address = request.url
        if not request.url.startswith((f"{self.town}/", "data:", "about:", "blob:")):
            self.strangers.append(request.url)

    def _response(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self.status = response.status

    _address: str = ""


@dataclass(frozen=True)
class TabStop:
    """Where the focus stands after a press of Tab."""

    tag: str
    name: str
    is_drawn: bool
    is_in_sight: bool


class Visitor:
    """Somebody with a browser of their own."""

    def __init__(self, browser: Browser, town: str, *, width: int = WIDE, **options: Any) -> None:
        self.town = town
        self.height = HEIGHT
        self.notes = Notes(town)
        self.context = browser.new_context(viewport={"width": width, "height": HEIGHT}, locale="da-DK", **options)
        self.context.set_default_timeout(PATIENCE_MS)
        self.page = self.context.new_page()
        self.notes.follow(self.page)

    def opens(self, path: str) -> int:
        """Go to an address as if it were typed; return the status."""
        response = self.page.goto(f"{self.town}{path}")
        assert response is not None
        return response.status

    def stands_at(self, path: str) -> bool:
        """Tell whether the window shows that path, whatever its query."""
        return urlsplit(self.page.url).path == path

    def follows(self, name: str, *, within: Locator | None = None) -> None:
        """Press a link by its exact words."""
        (within or self.page).get_by_role("link", name=name, exact=True).first.click()

    def presses(self, name: str) -> None:
        """Press a button by its exact words."""
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def reads(self, text: str) -> None:
        """See a text on the page."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def reads_nowhere(self, text: str) -> None:
        """Find a text nowhere in the page, nor in what is hidden, nor in its address."""
        assert text not in self.page.content()
        assert text not in self.page.url

    def searches(self, query: str) -> None:
        """Type into the search box and press Enter."""
        box = self.page.get_by_role("searchbox")
        box.fill(query)
        box.press("Enter")
        self.page.wait_for_load_state()

    def logs_in_as(self, name: str) -> None:
        """Use the button of a demo person."""
        self.opens("/log-paa/")
        self.presses(f"Log på som {name}")
        expect(self.page.locator(".tv-account")).to_have_text(name)

    def logs_out(self) -> None:
        """Press »Log af«."""
        self.presses("Log af")
        expect(self.page.get_by_role("link", name="Log på", exact=True)).to_be_visible()

    def presses_tab(self) -> TabStop | None:
        """Press Tab; return where the focus is, None when it has been there before or has left the page."""
        self.page.keyboard.press("Tab")
        found = self.page.evaluate(FOCUS)
        if found["tag"] == "BODY" or found["isSeenBefore"]:
            return None
        return TabStop(found["tag"], found["name"], found["isDrawn"], found["isInSight"])

    def tabs_to(self, name: str) -> None:
        """Press Tab until the focus stands on that name; every stop on the way must be visible."""
        self.tabs_until(lambda stop: stop.name == name, what=name)

    def tabs_until(self, is_there: Callable[[TabStop], bool], *, what: str) -> None:
        """Press Tab until the focus stands where it should; every stop on the way must be visible."""
        self.page.evaluate("window.tabStops = []")
        for _ in range(TAB_STOPS_MAX):
            stop = self.presses_tab()
            assert stop is not None, f"Tab never came to »{what}«"
            assert stop.is_drawn, f"no focus is drawn on {stop}"
            assert stop.is_in_sight, f"the focus is out of sight on {stop}"
            if is_there(stop):
                return
        raise AssertionError(f"»{what}« is too far away")

    def tabs_through(self) -> list[TabStop]:
        """Press Tab from the top until the focus leaves the page or comes round; return all stops."""
        self.page.evaluate("() => { window.tabStops = []; document.activeElement.blur(); }")
        stops: list[TabStop] = []
        while (stop := self.presses_tab()) and len(stops) < TAB_STOPS_MAX:
            stops.append(stop)
        return stops

    def leave(self) -> None:
        """Close the browser's window and forget everything."""
        self.context.close()
