"""Decisions about jobs from values alone: when to try again, how many to claim, how long to sleep."""

LONGEST_RETRY_SECONDS = 600.0
QUICK_BATCH_SECONDS = 0.1
SLOW_BATCH_SECONDS = 0.5


def retry_delay_seconds(attempts: int, *, first_seconds: float, chance: float) -> float:
    """Return how long a job that failed waits before it is tried again.

    Doubles with every attempt up to ten minutes; `chance` in [0, 1) spreads jobs that failed together over
    half to one and a half times that. `retry_delay_seconds(3, first_seconds=2, chance=0.5)` is 8.
    """
    doubled: float = first_seconds * 2 ** min(attempts - 1, 20)
    return min(doubled, LONGEST_RETRY_SECONDS) * (0.5 + chance)


def next_batch_size(size: int, *, claimed: int, took_seconds: float, most: int) -> int:
    """Return how many jobs to claim next: more while they are quick, one while they are slow.

    A worker that held twenty slow jobs would keep nineteen from the others.
    """
    if took_seconds > SLOW_BATCH_SECONDS:
        return 1
    if claimed == size and took_seconds < QUICK_BATCH_SECONDS:
        return min(size * 2, most)
    return size


def next_pause_seconds(pause: float, *, shortest: float, longest: float) -> float:
    """Return how long an idle worker sleeps after having slept `pause` (0: it has just been busy)."""
    return shortest if pause == 0 else min(pause * 1.5, longest)
