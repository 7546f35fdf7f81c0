"""What `tools/vendor.py` has copied is what its parts list says."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from torvet.shared.ui.icons import VENDOR, is_vendored, signs
from torvet.shared.ui.tests.conftest import ROOT, tool

PartsList = list[dict[str, Any]]


@pytest.fixture
def parts_list() -> PartsList:
    if not is_vendored():
        pytest.skip("vendor files are not installed: run `npm ci --ignore-scripts` and `tools/vendor.py`")
    parts: PartsList = json.loads((VENDOR / "stykliste.json").read_text(encoding="utf-8"))
    return parts


def test_every_file_is_listed_with_its_fingerprint(parts_list: PartsList) -> None:
    listed = {name: digest for part in parts_list for name, digest in part["files"].items()}
    for name, digest in listed.items():
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest
    present = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}
    assert present == set(listed) | {"stykliste.json"}


def test_every_package_brings_its_licence(parts_list: PartsList) -> None:
    for part in parts_list:
        assert (VENDOR / part["licence_file"]).stat().st_size > 200


def test_the_sprite_holds_every_icon(parts_list: PartsList) -> None:
    sprite = (VENDOR / "icons.svg").read_text(encoding="utf-8")
    assert set(re.findall(r'<symbol id="([^"]+)"', sprite)) == set(signs())


def test_the_lock_file_names_no_registry() -> None:
    assert "resolved" not in (ROOT / "package-lock.json").read_text(encoding="utf-8")


def test_without_npm_it_ends_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor = tool("vendor")
    monkeypatch.setattr(vendor, "MODULES", tmp_path)
    monkeypatch.setattr(vendor, "VENDOR", tmp_path / "vendor")
    assert vendor.main() == 0
    assert "not installed" in capsys.readouterr().err
    assert not (tmp_path / "vendor").exists()
