"""A town that is served, a browser, and people who open pages in it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from .looking import CHROMIUM, CHROMIUM_ARGUMENTS, Visitor
from .town import build_town, serve_town


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small town that is served; built once."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    folder = tmp_path_factory.mktemp("town") / "data"
    build_town(folder)
    with serve_town(folder) as url:
        yield url


# Not for the session: an open Playwright makes Django's database refuse work in the same process.
@pytest.fixture(scope="package")
def browser(town: str) -> Iterator[Browser]:
    """Chromium, off the network but for this machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visitor(browser: Browser, town: str) -> Iterator[Visitor]:
    """Somebody at a desk, with a browser that remembers nothing."""
    visitor = Visitor(browser, town)
    yield visitor
    visitor.leave()


@pytest.fixture
def page(visitor: Visitor) -> Page:
    """The visitor's window."""
    return visitor.page
