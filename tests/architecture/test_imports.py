"""The import law in `.importlinter`: kept, and each contract seen red on a violation planted in a copy."""

import configparser
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .tree import ROOT, SOURCE

LAW = ROOT / ".importlinter"

# What is planted where; every contract must name the file it is broken by.
PLANTED = {
    "floors": ("pure/pii/planted_floor.py", "import torvet.shared.ui"),
    "ladder": ("shared/ui/planted_ladder.py", "import torvet.shared.search"),
    "modules": ("modules/planted/api.py", "import torvet.modules.records"),
    "pure-libraries": ("pure/pii/planted_sibling.py", "import torvet.pure.redaction"),
    "pure": ("pure/pii/planted_django.py", "import django"),
    "rules": ("modules/planted/rules.py", "import django"),
    "inside-a-module": ("modules/planted/models.py", "import torvet.modules.planted.views"),
    "inside-a-shared-app": ("shared/ui/models.py", "import torvet.shared.ui.views"),
    "worker-door": ("shared/search/planted_worker.py", "import torvet.shared.worker.queue"),
    "audit-door": ("shared/search/planted_audit.py", "import torvet.shared.audit.models"),
    "records-door": ("config/planted_records.py", "import torvet.modules.records.models"),
}
COMPANIONS = ("modules/planted/__init__.py", "modules/planted/views.py", "planted_floor/__init__.py")


def contracts() -> dict[str, str]:
    """Return the contracts' names by their keys."""
    law = configparser.ConfigParser()
    law.read(LAW, encoding="utf-8")
    prefix = "importlinter:contract:"
    return {section.removeprefix(prefix): law[section]["name"] for section in law if section.startswith(prefix)}


def lint(folder: Path) -> str:
    """Run the linter on the package in a folder; return what it says, unwrapped."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "COLUMNS": "500", "NO_COLOR": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the linter says of a copy with all violations planted."""
    copy = tmp_path_factory.mktemp("copy")
    shutil.copy(LAW, copy)
    shutil.copytree(SOURCE, copy / "src" / "torvet", ignore=lambda _folder, names: [n for n in names if _is_no_code(n)])
    for name in COMPANIONS:
        _write(copy / "src" / "torvet" / name, "")
    for name, code in PLANTED.values():
        _write(copy / "src" / "torvet" / name, code)
    return lint(copy)


def _is_no_code(name: str) -> bool:
    return name in {"static", "__pycache__", "locale"} or Path(name).suffix not in {"", ".py"}


def _write(path: Path, code: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(code + "\n")


def section(verdict: str, name: str) -> str:
    """Return what the linter says of one broken contract."""
    after = verdict.partition("Broken contracts")[2]
    found = re.search(rf"^{re.escape(name)}\n-+\n(.*?)(?=^[^\n]+\n---|\Z)", after, re.DOTALL | re.MULTILINE)
    return found[1] if found else ""


def test_the_law_is_kept() -> None:
    said = lint(ROOT)
    assert "0 broken" in said, said


def test_every_contract_has_its_planted_violation() -> None:
    assert set(PLANTED) == set(contracts())


@pytest.mark.parametrize("key", PLANTED)
def test_each_contract_is_seen_red(verdict: str, key: str) -> None:
    planted = Path(PLANTED[key][0]).with_suffix("").as_posix().replace("/", ".")
    assert f"torvet.{planted}" in section(verdict, contracts()[key]), verdict


def test_a_folder_that_was_not_placed_is_seen(verdict: str) -> None:
    assert "planted_floor" in section(verdict, contracts()["floors"])
