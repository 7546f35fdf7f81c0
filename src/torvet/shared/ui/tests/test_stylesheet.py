"""The stylesheet and the templates belong together."""

import re
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it has no types
import pytest

from torvet.shared.ui.theme import STYLESHEET

UI = Path(__file__).resolve().parents[1]
BUDGET_BYTES = 8 * 1024
SCRIPT_BUDGET_BYTES = 2 * 1024
SHEET = STYLESHEET.read_text(encoding="utf-8")
TEMPLATES = sorted((UI / "templates").rglob("*.*"))
SCRIPTS = sorted((UI / "static" / "ui").glob("*.js"))
LAYERS = "@layer reset, tokens, base, layout, component, page, print;"


def classes_of_the_sheet() -> set[str]:
    without_comments = re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL)
    selectors = re.findall(r"([^{};]+)\{", without_comments)
    return set(re.findall(r"\.([a-zA-Z][\w-]*)", " ".join(selectors)))


def classes_written(text: str) -> set[str]:
    values = re.findall(r'class(?:Name)?="([^"]*)"', re.sub(r"{{.*?}}", "", re.sub(r"{%.*?%}", " ", text)))
    return {name for value in values for name in value.split()}


def test_every_class_is_prefixed() -> None:
    foreign = {name for name in classes_of_the_sheet() if not name.startswith("tv-")}
    assert foreign == {"htmx-request"}


def test_templates_use_only_classes_that_exist() -> None:
    known = classes_of_the_sheet()
    used = {name for path in TEMPLATES for name in classes_written(path.read_text(encoding="utf-8"))}
    completed_by_python = {name for name in used if name.endswith("-")}
    assert used - known - completed_by_python == set()


def test_layers_come_in_one_order() -> None:
    assert LAYERS in SHEET
    outside = re.sub(r"^@layer \w+ \{.*?^\}", "", re.sub(r"/\*.*?\*/", "", SHEET, flags=re.S), flags=re.S | re.M)
    assert outside.replace(LAYERS, "").strip() == ""


def test_the_sheet_names_no_other_file() -> None:
    assert "url(" not in SHEET
    assert "@import" not in SHEET


def test_the_sheet_stays_within_its_budget() -> None:
    assert len(brotli.compress(SHEET.encode())) <= BUDGET_BYTES


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_stay_within_their_budget(script: Path) -> None:
    assert len(brotli.compress(script.read_bytes())) <= SCRIPT_BUDGET_BYTES


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_nothing_that_the_policy_forbids(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert "style=" not in text
    assert "|safe" not in text
    assert "<style" not in text
    assert not re.search(r"\son\w+=", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
