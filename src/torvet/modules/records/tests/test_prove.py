"""The checker at the command line: what it answers, with which code, and that it quotes only when asked."""

import json
from pathlib import Path

import pytest

from torvet.modules.records import prove
from torvet.pure.redaction import redact_and_prove
from torvet.pure.redaction.tests.leaky import CLEAN, PAINTED
from torvet.pure.redaction.tests.papers import CPR, cpr_boxes, letter, paper


@pytest.fixture
def leaking(tmp_path: Path) -> str:
    path = tmp_path / "brev.pdf"
    path.write_bytes(PAINTED["black rectangle"][0]())
    return str(path)


def test_a_leak_is_told_without_quoting_it(leaking: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert prove.main([leaking]) == prove.DOES_NOT_HOLD
    said = capsys.readouterr().out
    assert said.startswith("Filen røber noget, som siderne ikke viser.")
    assert "Tekst ligger under et dække: 11 tegn." in said
    assert CPR not in said


def test_show_quotes_and_json_is_json(leaking: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert prove.main([leaking, "--show"]) == prove.DOES_NOT_HOLD
    assert CPR in capsys.readouterr().out
    assert prove.main([leaking, "--json"]) == prove.DOES_NOT_HOLD
    told = json.loads(capsys.readouterr().out)
    assert told["leaks"] == [{"kind": "under_cover", "page": 1, "characters": 11}]


def test_an_ordinary_file_is_clean_though_we_did_not_make_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rapport.pdf"
    path.write_bytes(CLEAN["report with a table (reportlab)"]())
    assert prove.main([str(path)]) == prove.HOLDS
    assert "røber intet" in capsys.readouterr().out


def test_what_is_no_pdf_cannot_be_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "brev.pdf"
    path.write_bytes(b"Kaere kommune")
    assert prove.main([str(path)]) == prove.CANNOT_TELL
    assert prove.main([str(tmp_path / "nej.pdf")]) == prove.CANNOT_TELL
    assert "kan ikke læses" in capsys.readouterr().out


def test_with_a_proof_the_file_must_be_the_proven_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    original = paper(letter)
    redacted, proof = redact_and_prove(original, cpr_boxes(original), [CPR], lambda text: [], "Brev")
    path, stored = tmp_path / "brev.pdf", tmp_path / "bevis.json"
    path.write_bytes(redacted.data)
    stored.write_text(proof.to_json(), encoding="utf-8")
    assert prove.main([str(path), "--proof", str(stored)]) == prove.HOLDS
    assert capsys.readouterr().out.startswith("Beviset holder.")
    path.write_bytes(CLEAN["letter (reportlab)"]())
    assert prove.main([str(path), "--proof", str(stored)]) == prove.DOES_NOT_HOLD
