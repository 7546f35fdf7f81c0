import io
import json
import sys
from pathlib import Path

import pytest

from torvet.pure.pii.cli import main

TEXT = "Kære Mette Holm\n\nDit cpr-nr. er 250258-5005.\n"


def test_findings_are_json_lines_without_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "brev.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert main([str(file)]) == 0
    output = capsys.readouterr().out
    rows = [json.loads(line) for line in output.splitlines()]
    assert [row["class"] for row in rows] == ["name", "cpr"]
    assert TEXT[rows[1]["start"] : rows[1]["end"]] == "250258-5005"
    assert set(rows[0]) == {"class", "start", "end", "score", "reasons"}
    assert "250258" not in output
    assert "Mette" not in output


def test_the_text_is_shown_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "brev.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert main([str(file), "--show-text", "--min-score", "0.9"]) == 0
    assert [json.loads(line)["text"] for line in capsys.readouterr().out.splitlines()] == ["250258-5005"]


def test_standard_input_and_known_terms(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = tmp_path / "parter.jsonl"
    known.write_text('{"class": "name", "text": "Quirina Zzyx", "role": "nabo"}\n\n', encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"talte med quirina zzyx")))
    assert main(["-", "--known", str(known)]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert row["reasons"][:2] == ["known-party", "role:nabo"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("findes-ikke.txt", None, "findes ikke"),
        ("latin.txt", "Kære Åse".encode("latin-1"), "er ikke UTF-8"),
    ],
)
def test_unreadable_input_gives_one_danish_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert main([str(tmp_path / name)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize("line", ["{", '{"class": "name"}', '{"class": "hund", "text": "x"}', "[1]"])
def test_a_broken_line_of_known_terms_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str) -> None:
    file, known = tmp_path / "brev.txt", tmp_path / "parter.jsonl"
    file.write_text(TEXT, encoding="utf-8")
    known.write_text(line, encoding="utf-8")
    assert main([str(file), "--known", str(known)]) == 2
    assert "Linje 1" in capsys.readouterr().err


@pytest.mark.parametrize("argv", [[], ["a", "--min-score", "x"], ["a", "b"], ["--unknown"]])
def test_a_command_that_cannot_be_understood_is_answered_in_danish(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv) == 2
    assert "kan ikke forstås" in capsys.readouterr().err


def test_a_folder_is_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "kan ikke åbnes" in capsys.readouterr().err
