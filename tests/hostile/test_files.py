"""Every file of the corpus ends in a named way, inside its limits, and the next file is read as ever."""

from collections.abc import Iterator

import pytest

from torvet.modules.records import isolation
from torvet.modules.records.reasons import VERSION_REASONS
from torvet.pure.sandbox import Limits

from .files import HOSTILE, READ
from .measuring import End, end_of

LIMITS = Limits()
KILLED = {"crashed", "out-of-memory", "out-of-time", "timed-out", "template"}
GOOD = b"Referat af et m\xc3\xb8de om en cykelsti."
SLOW = [pytest.param(name, marks=pytest.mark.slow) if each.slow else name for name, each in HOSTILE.items()]


@pytest.fixture(autouse=True)
def without_office(request: pytest.FixtureRequest) -> Iterator[None]:
    """LibreOffice takes a second for each office file; the slow run has it, the quick one has not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(isolation, "render_office", lambda original, media_type: None)
        yield


@pytest.mark.parametrize("name", SLOW)
def test_a_hostile_file_has_a_named_end_and_the_next_one_is_read(name: str, usual: End) -> None:
    file = HOSTILE[name]
    end = end_of(file.make())
    assert end.code in file.ends, end
    assert end.peak_bytes <= usual.peak_bytes + LIMITS.memory_bytes
    assert end.cpu_seconds <= 2 * (LIMITS.cpu_seconds + 2), "one job to tell its kind and one to read it"
    if file.slow or end.code in KILLED:
        assert end_of(GOOD).code == READ


def test_every_end_has_a_sentence_for_the_officer() -> None:
    assert {code for file in HOSTILE.values() for code in file.ends} - {READ} <= set(VERSION_REASONS)


def test_the_corpus_is_large_and_always_the_same() -> None:
    assert len(HOSTILE) >= 60
    quick = [name for name, file in HOSTILE.items() if not file.slow and "password" not in name]
    assert [name for name in quick if HOSTILE[name].make() != HOSTILE[name].make()] == []


def test_a_file_that_ends_otherwise_is_seen() -> None:
    """Seen red: an ordinary text is no end of a file that should be refused."""
    assert end_of(GOOD).code not in HOSTILE["cut-50.pdf"].ends
