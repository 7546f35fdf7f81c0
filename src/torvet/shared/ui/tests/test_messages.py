"""The catalogue of this app is complete, and the program that says so can say otherwise."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from torvet.shared.ui.tests.conftest import tool

messages = tool("messages")


def test_every_text_of_this_app_is_danish() -> None:
    assert messages.check(["ui"]) == 0


@pytest.fixture
def catalogue(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    return tmp_path / "django.po"


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('msgid "Open"\nmsgstr "Åben"\n', None),
        ('msgid "Open"\nmsgstr ""\n', "empty"),
        ('#, fuzzy\nmsgid "Open"\nmsgstr "Åben"\n', "fuzzy"),
        ("", "missing"),
        ('msgid "Open"\nmsgstr "Åben"\n\nmsgid "Gone"\nmsgstr "Væk"\n', "no longer used"),
    ],
)
def test_faults_are_found(catalogue: Path, body: str, fault: str | None) -> None:
    catalogue.write_text(messages.HEADER + body, encoding="utf-8")
    wanted = Catalog(locale="da")
    wanted.add("Open")
    found = list(messages.faults(catalogue, wanted))
    assert [fault in line for line in found] == ([True] if fault else [])


def test_a_lost_placeholder_is_found(catalogue: Path) -> None:
    body = '#, python-format\nmsgid "%(days)s days left"\nmsgstr "dage tilbage"\n'
    catalogue.write_text(messages.HEADER + body, encoding="utf-8")
    wanted = Catalog(locale="da")
    wanted.add("%(days)s days left", flags=("python-format",))
    assert list(messages.faults(catalogue, wanted)) != []


def test_templates_and_python_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(
        "<p>It's\n   {% translate 'One' %}</p>{% blocktranslate count n=n %}{{ n }} day{% plural %}{{ n }} days"
        '{% endblocktranslate %}\n  {% pill _("Two") %}{% translate "Three" context "number" %}',
        encoding="utf-8",
    )
    (tmp_path / "code.py").write_text('x = gettext_lazy("Four" " and five")\n', encoding="utf-8")
    found = {(message.id, message.context) for message in messages.messages_in(tmp_path, set()) if message.id}
    assert found == {
        ("One", None),
        (("%(n)s day", "%(n)s days"), None),
        ("Two", None),
        ("Three", "number"),
        ("Four and five", None),
    }
