import re
from collections.abc import Callable
from http import HTTPStatus

import pytest
from django.contrib.messages import constants
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries, Settings

from torvet.shared.organisation.models import Municipality
from torvet.shared.ui import icons, licences, menu, views
from torvet.shared.ui.gallery import THEMES
from torvet.shared.ui.open_data import DataSet
from torvet.shared.ui.urls import urlpatterns

GetPage = Callable[..., str]
PAGES = ("gallery", "accessibility", "privacy", "how", "data", "licences")
pytestmark = pytest.mark.django_db


def path(name: str) -> str:
    """The Danish address of a page."""
    with translation.override("da"):
        return reverse(f"ui:{name}")


@pytest.fixture
def page(client: Client, fjordby: Municipality) -> GetPage:
    def get(name: str, prefix: str = "") -> str:
        response = client.get(prefix + path(name))
        assert response.status_code == HTTPStatus.OK
        return response.content.decode()

    return get


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_pages_hold_nothing_that_the_policy_forbids(page: GetPage, name: str, prefix: str) -> None:
    html = page(name, prefix)
    assert not re.search(r"<[^>]*\sstyle=", html)
    assert "<style" not in html
    assert not re.search(r"<script(?![^>]*\ssrc=)", html)
    assert not re.search(r"<[^>]*\son\w+=", html)


@pytest.mark.parametrize("name", PAGES)
def test_pages_send_the_policy(client: Client, fjordby: Municipality, name: str) -> None:
    policy = client.get(reverse(f"ui:{name}")).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_danish_with_an_english_twin(page: GetPage, name: str) -> None:
    danish, english = page(name), page(name, "/en")
    assert '<html lang="da">' in danish
    assert '<html lang="en">' in english
    assert f'href="/en{path(name)}" lang="en" hreflang="en">English<' in danish
    assert f'href="{path(name)}" lang="da" hreflang="da">Dansk<' in english
    assert "Tilgængelighedserklæring" in danish
    assert "Accessibility statement" in english


@pytest.mark.parametrize("name", PAGES)
def test_pages_have_one_heading_a_title_and_a_skip_link(page: GetPage, name: str) -> None:
    html = page(name)
    assert html.count("<h1") == 1
    assert re.search(r"<title>[^<]+ – Torvet, Fjordby Kommune</title>", html)
    assert 'class="tv-skip" href="#indhold"' in html
    assert 'id="indhold"' in html


def test_every_id_stands_once(page: GetPage) -> None:
    ids = re.findall(r'\sid="([^"]+)"', page("gallery"))
    assert sorted(ids) == sorted(set(ids))


def test_the_footer_says_who_and_where(page: GetPage) -> None:
    html = page("how")
    assert "Torvet 1, 8230 Fjordby" in html
    assert "Telefon 70 12 34 56" in html


def test_every_view_says_who_may_open_it() -> None:
    assert {getattr(pattern.callback, "access", None) for pattern in urlpatterns} == {views.PUBLIC}


def test_theme_sheet(client: Client, fjordby: Municipality) -> None:
    Municipality.objects.update(theme_hue_degrees=152, theme_chroma_milli=120)
    response = client.get("/tema.css")
    assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "max-age=86400" in response.headers["Cache-Control"]
    assert "--tv-hue: 152;\n  --tv-chroma: 0.12;" in response.content.decode()
    assert "&" not in response.content.decode()


def test_pages_ask_for_the_theme_with_its_numbers(page: GetPage) -> None:
    assert 'href="/tema.css?236-85"' in page("how")


def test_gallery_themes(client: Client, fjordby: Municipality) -> None:
    sheet = client.get("/stil/temaer.css").content.decode()
    assert all(f"[data-tv-theme={each.code}]" in sheet for each in THEMES)


def test_was_leads_to_the_statement(client: Client, fjordby: Municipality) -> None:
    assert client.get("/was").headers["Location"] == reverse("ui:accessibility")
    Municipality.objects.update(was_url="https://was.digst.dk/fjordby-example?a=1&b=2")
    assert client.get("/was").headers["Location"] == "https://was.digst.dk/fjordby-example?a=1&b=2"
    Municipality.objects.update(was_url="http://unsafe.example/")
    assert client.get("/was").headers["Location"] == reverse("ui:accessibility")


def test_a_visitor_gets_no_cookie(client: Client, fjordby: Municipality) -> None:
    for name in PAGES:
        client.get(reverse(f"ui:{name}"))
    assert not client.cookies


def test_the_privacy_page_names_the_cookies_in_use(page: GetPage, settings: Settings) -> None:
    html = page("privacy")
    assert settings.SESSION_COOKIE_NAME in html
    assert settings.CSRF_COOKIE_NAME in html
    assert "8 timer" in html


def test_the_licences_page_names_what_is_installed(page: GetPage) -> None:
    html = page("licences")
    assert "Django" in html
    assert "BSD-3-Clause" in html
    assert not any(package.licence == "" for package in licences.python_packages() if package.name == "Django")


def test_data_sets_are_offered(page: GetPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torvet.shared.ui.open_data._data_sets", [])
    assert "ingen datasæt" in page("data")
    monkeypatch.setattr("torvet.shared.ui.open_data._data_sets", [DataSet("Postliste", "Alt", "JSON", "ui:how")])
    assert "Postliste" in page("data")


def test_the_site_works_without_vendor_files(page: GetPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(icons, "is_vendored", lambda: False)
    monkeypatch.setattr(licences, "asset_packages", lambda: ())
    for name in PAGES:
        assert "vendor/" not in page(name)


def test_a_demo_says_so(page: GetPage, settings: Settings) -> None:
    settings.DEMO = True
    assert "Alt her er opdigtet" in page("how")
    settings.DEMO = False
    assert "Alt her er opdigtet" not in page("how")


def test_an_unknown_address_is_answered_kindly(client: Client, fjordby: Municipality) -> None:
    response = client.get("/findes-ikke/")
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert "Vi kan ikke finde siden" in response.content.decode()
    assert 'href="/en/"' in response.content.decode()


@pytest.mark.parametrize("name", ["400", "404", "410", "csrf", "locked_out"])
def test_error_pages_have_a_next_step(name: str, fjordby: Municipality) -> None:
    request = RequestFactory().get("/")
    html = render_to_string(f"errors/{name}.html", {"municipality": fjordby, "request": request})
    assert html.count("<h1") == 1
    assert "Til forsiden" in html


def test_the_page_for_our_own_faults_needs_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        html = render_to_string("errors/500.html")
    assert "Noget gik galt hos os" in html
    assert html.startswith("<!doctype html>")


def test_messages_look_like_notes(fjordby: Municipality) -> None:
    class Message:
        tags = constants.DEFAULT_TAGS[constants.SUCCESS]

        def __str__(self) -> str:
            return "Gemt <nu>"

    request = RequestFactory().get("/")
    html = render_to_string("ui/base.html", {"messages": [Message()], "municipality": fjordby, "request": request})
    assert "tv-note-ok" in html
    assert "Gemt &lt;nu&gt;" in html


def test_the_menu_marks_the_longest_address(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [menu.MenuEntry("Forside", "ui:how", 1), menu.MenuEntry("Stil", "ui:gallery", 2)]
    monkeypatch.setattr(menu, "_entries", entries)
    links = menu.menu_for(RequestFactory().get("/stil/temaer.css"), may=None)
    assert [link.is_current for link in links] == [False, True]


def test_the_menu_hides_what_needs_a_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(menu, "_entries", [menu.MenuEntry("Log", "ui:how", 1, permission="audit.read")])
    request = RequestFactory().get("/")
    assert menu.menu_for(request, may=None) == []
    assert menu.menu_for(request, may=lambda permission: False) == []
    assert len(menu.menu_for(request, may=lambda permission: True)) == 1
