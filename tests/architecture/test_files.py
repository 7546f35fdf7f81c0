"""Names of folders, reasons of dependencies, and what must never stand in a template."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from .tree import ROOT, SOURCE, files, is_test

NAMELESS = {"core", "utils", "common", "helpers", "misc", "base", "services", "managers"}
UNSAFE_NAMES = {"mark_safe", "html_safe"}
FORBIDDEN_IN_TEMPLATES = {
    "an unescaped value": re.compile(r"\|\s*safe\b|\|\s*safeseq\b|autoescape\s+off"),
    "an inline style": re.compile(r"<[^>]*\sstyle\s*=|<style\b"),
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)[^>]*>"),
    "an event handler": re.compile(r"<[^>]*\son[a-z]+\s*="),
    "a third party": re.compile(r"<(?:script|link|img|iframe)[^>]*\b(?:src|href)=[\"'](?:https?:)?//"),
}


def nameless(paths: Iterable[Path]) -> list[Path]:
    """Return the folders and files whose name says nothing."""
    return [path for path in paths if NAMELESS & {part.removesuffix(".py").strip("_") for part in path.parts}]


def without_reason(pyproject: str) -> list[str]:
    """Return the runtime dependencies whose line has no comment after it."""
    block = re.search(r"^dependencies = \[\n(.*?)^\]", pyproject, re.DOTALL | re.MULTILINE)
    assert block, "pyproject.toml has no list of dependencies"
    lines = [line.strip() for line in block[1].splitlines() if line.strip()]
    return [line for line in lines if not re.search(r'",\s+# .{10,}', line)]


def unsafe_names(text: str) -> set[str]:
    """Return the names in Python code that let text through unescaped."""
    tree = ast.parse(text)
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    return (names | imported) & UNSAFE_NAMES


def forbidden(template: str) -> list[str]:
    """Say what stands in a template that must not."""
    return [words for words, pattern in FORBIDDEN_IN_TEMPLATES.items() if pattern.search(template)]


def our_python() -> list[Path]:
    """Return our Python files that are not tests."""
    return [path for path in files(SOURCE, ".py") if not is_test(path)]


def test_every_folder_and_file_has_a_name_that_says_something() -> None:
    folders = ("src/torvet", "tests", "tools", "benchmarks")
    ours = [path.relative_to(ROOT) for folder in folders for path in files(ROOT / folder, ".py")]
    assert nameless(ours) == []


@pytest.mark.parametrize("name", ["shared/utils/text.py", "modules/records/helpers.py", "core/__init__.py"])
def test_a_name_that_says_nothing_is_seen(name: str) -> None:
    assert nameless([Path(name)]) == [Path(name)]


def test_every_dependency_says_why() -> None:
    assert without_reason((ROOT / "pyproject.toml").read_text(encoding="utf-8")) == []


def test_a_dependency_without_a_reason_is_seen() -> None:
    planted = 'dependencies = [\n    "babel>=2",  # BSD: compiles catalogues\n    "left-pad>=1",\n]\n'
    assert without_reason(planted) == ['"left-pad>=1",']


def test_no_text_is_let_through_unescaped() -> None:
    assert {path for path in our_python() if unsafe_names(path.read_text(encoding="utf-8"))} == set()


def test_unescaped_text_is_seen() -> None:
    assert unsafe_names("from django.utils.safestring import mark_safe") == {"mark_safe"}


@pytest.mark.parametrize("path", list(files(SOURCE, ".html", ".svg")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_nothing_forbidden_stands_in_a_template(path: Path) -> None:
    assert forbidden(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{{ name|safe }}", "an unescaped value"),
        ("{% autoescape off %}", "an unescaped value"),
        ('<p class="a" style="color:red">', "an inline style"),
        ("<script>alert(1)</script>", "an inline script"),
        ('<a href="#" onclick="x()">', "an event handler"),
        ('<script src="https://cdn.example/x.js"></script>', "a third party"),
    ],
)
def test_each_forbidden_thing_is_seen(template: str, words: str) -> None:
    assert words in forbidden(template)
