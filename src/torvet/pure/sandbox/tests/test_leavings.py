"""What a job leaves is taken only if it is a file of its own."""

import os
from pathlib import Path

import pytest

from torvet.pure.sandbox import read_left


@pytest.fixture
def job(tmp_path: Path) -> Path:
    (tmp_path / "secret").write_bytes(b"fortroligt")
    made = tmp_path / "job"
    made.mkdir()
    return made


def test_a_plain_file_is_read(job: Path) -> None:
    (job / "out").write_bytes(b"12345")
    assert read_left(job / "out", 5) == b"12345"
    assert read_left(job / "out", 4) is None
    assert read_left(job / "nothing", 5) is None


@pytest.mark.parametrize("target", ["../secret", "/etc/passwd", "out"])
def test_a_link_is_not_followed(job: Path, target: str) -> None:
    """Seen red: `Path.read_bytes` follows it."""
    (job / "link").symlink_to(target)
    assert read_left(job / "link", 10_000_000) is None


def test_a_pipe_or_a_folder_is_no_file_and_never_waits(job: Path) -> None:
    os.mkfifo(job / "pipe")
    (job / "folder").mkdir()
    assert read_left(job / "pipe", 10) is None
    assert read_left(job / "folder", 10) is None
