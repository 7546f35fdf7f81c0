"""The fuzzer itself: it sees where it goes, and finds a fault that is there."""

from importlib.util import find_spec

import pytest

from .run import fuzz, main
from .targets import TARGETS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is not there for this machine"),
]
SECONDS = 5
RUNS = 20_000


def test_a_planted_fault_is_found() -> None:
    """Seen red: without `instrument_func` twelve million runs find nothing."""
    outcome = fuzz("planted", seconds=60)
    assert outcome.failing is not None
    assert outcome.failing.startswith(b"TORV")
    assert outcome.fault == "ZeroDivisionError: planted"
    assert "engine.py" in outcome.place


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_is_instrumented_and_withstands(target: str) -> None:
    outcome = fuzz(target, seconds=SECONDS, runs=RUNS)
    assert outcome.failing is None, (outcome.fault, outcome.place, outcome.failing)
    assert outcome.runs > 0
    assert outcome.covered > 10


def test_a_target_that_is_not_there_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="did not run"):
        main(["--seconds", "1", "no-such-target"])
