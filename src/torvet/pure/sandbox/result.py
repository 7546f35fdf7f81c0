"""The values that go in and out of a sandbox: limits, outcomes, results, refusals. No processes here."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """What one job may use; whatever passes a limit ends the job with a named outcome."""

    memory_bytes: int = 512 * MEBIBYTE
    """Address space above what the warmed template maps: a stream of 160 MB needs 324 MB in PDFium."""

    cpu_seconds: int = 60
    """20,000 pages of text take 45 s at 450 pages per CPU second."""

    wall_seconds: float = 120.0
    """Twice the CPU time, so that a busy machine stops nobody and a sleeping job does not hold the queue."""

    file_bytes: int = 256 * MEBIBYTE
    """Size of each file a job may write: a scanned case file rebuilt page by page."""

    open_files: int = 64
    """A parser needs its input, its output and its fonts."""

    result_bytes: int = 64 * MEBIBYTE
    """5,000 pages of 5.4 kB are 27 MB of text."""

    threads: bool = False
    """Whether the job may start threads, which some decoders cannot do without; never processes."""


class Outcome(StrEnum):
    """How a job ended. Only DONE means that the function returned."""

    DONE = "done"
    REFUSED = "refused"
    CRASHED = "crashed"
    TIMED_OUT = "timed-out"
    OUT_OF_MEMORY = "out-of-memory"
    OUT_OF_TIME = "out-of-time"
    TOO_LARGE = "too-large"


@dataclass(frozen=True)
class Result:
    """What a job gave back; `code` and `detail` name the reason and never hold text from the document."""

    outcome: Outcome
    value: dict[str, Any] | None
    code: str
    detail: str
    cpu_seconds: float
    peak_bytes: int


class Refusal(Exception):
    """Raised by a job that declines its input; `detail` must not hold text from the input."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


class SandboxBroken(Exception):
    """The sandbox itself cannot start: a missing module or interpreter, not a bad document."""
