"""Delays double with a limit; batches grow while jobs are quick; pauses grow while there are none."""

from hypothesis import given
from hypothesis import strategies as st

from torvet.shared.worker.rules import (
    LONGEST_RETRY_SECONDS,
    next_batch_size,
    next_pause_seconds,
    retry_delay_seconds,
)


def test_delays_double() -> None:
    delays = [retry_delay_seconds(attempts, first_seconds=2, chance=0.5) for attempts in (1, 2, 3, 4)]
    assert delays == [2, 4, 8, 16]


@given(st.integers(1, 32767), st.floats(0, 1, exclude_max=True))
def test_no_delay_is_longer_than_the_limit_allows(attempts: int, chance: float) -> None:
    delay = retry_delay_seconds(attempts, first_seconds=2, chance=chance)
    assert 1 <= delay <= LONGEST_RETRY_SECONDS * 1.5


def test_jobs_that_failed_together_come_back_apart() -> None:
    delays = {retry_delay_seconds(1, first_seconds=2, chance=chance / 10) for chance in range(10)}
    assert len(delays) == 10


def test_batches_grow_while_they_are_full_and_quick() -> None:
    size, seen = 1, []
    for _ in range(7):
        size = next_batch_size(size, claimed=size, took_seconds=0.01, most=20)
        seen.append(size)
    assert seen == [2, 4, 8, 16, 20, 20, 20]


def test_one_slow_batch_brings_them_down_to_one() -> None:
    assert next_batch_size(20, claimed=20, took_seconds=3.0, most=20) == 1


def test_a_batch_that_was_not_full_does_not_grow() -> None:
    assert next_batch_size(8, claimed=3, took_seconds=0.01, most=20) == 8


def test_pauses_grow_from_the_shortest_to_the_longest() -> None:
    pause, seen = 0.0, []
    for _ in range(12):
        pause = next_pause_seconds(pause, shortest=0.05, longest=1.0)
        seen.append(pause)
    assert seen[0] == 0.05
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
