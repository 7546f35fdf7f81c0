"""Every input that was ever worth keeping goes through its target, without a fuzzer."""

import base64
import json
from pathlib import Path

import pytest

from . import kept
from .seeds import SEEDS
from .targets import TARGETS


@pytest.mark.parametrize("target", TARGETS)
def test_what_was_kept_is_read_or_refused_by_name(target: str) -> None:
    inputs = [*SEEDS[target], *kept.load(target)]
    assert inputs
    for data in inputs:
        TARGETS[target](data)


def test_every_kept_input_has_its_target() -> None:
    assert {path.stem for path in kept.FOLDER.glob("*")} <= set(TARGETS)
    assert set(SEEDS) == set(TARGETS)


def test_a_fault_in_a_kept_input_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Seen red: a target that fails on one of its inputs fails the test."""
    monkeypatch.setattr(kept, "FOLDER", tmp_path)
    assert kept.keep("scan", [b"ondt", b"x" * (kept.INPUT_BYTES_MAX + 1), b"ondt"]) == 1
    assert json.loads((tmp_path / "scan.jsonl").read_text()) == base64.b64encode(b"ondt").decode()

    def fails(data: bytes) -> None:
        assert data != b"ondt"

    monkeypatch.setitem(TARGETS, "scan", fails)
    with pytest.raises(AssertionError):
        test_what_was_kept_is_read_or_refused_by_name("scan")


def test_only_the_smallest_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(kept, "FOLDER", tmp_path)
    assert kept.keep("scan", [b"x" * size for size in range(1, 100)]) == kept.INPUTS_MAX
    assert max(map(len, kept.load("scan"))) == kept.INPUTS_MAX
