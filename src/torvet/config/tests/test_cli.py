"""The `torvet` command: its doors open without a site, its words lead somewhere."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands

from torvet.config.cli import COMMANDS, main


def test_the_usage_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help"]) == 0
    usage = capsys.readouterr().out
    assert all(f"torvet {' '.join(words)}" in usage for words in COMMANDS)


def test_every_word_leads_to_a_command() -> None:
    assert {command.name for command in COMMANDS.values()} <= set(get_commands())


def test_personal_data_is_found_without_a_site(tmp_path: Path) -> None:
    file = tmp_path / "brev.txt"
    file.write_text("Mit cpr-nummer er 610190-5004.", encoding="utf-8")
    command = [sys.executable, "-m", "torvet.config.cli", "pii", "scan", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": ""}, timeout=60)
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    found = json.loads(line)
    assert (found["class"], found["start"], found["end"]) == ("cpr", 18, 29)


def test_a_missing_file_is_told_in_danish(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pii", "scan", "/nowhere/at/all"]) == 2
    assert "findes ikke" in capsys.readouterr().err
