"""Sends a file through the real sandbox and tells how it ended and what that took."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from torvet.modules.records.isolation import Refused, read_document
from torvet.pure.sandbox import Limits, Result, Sandbox

from .files import READ


@dataclass(frozen=True)
class End:
    """How a file ended, and what it took in the child."""

    code: str
    detail: str
    cpu_seconds: float
    wall_seconds: float
    peak_bytes: int


@contextmanager
def watched() -> Iterator[list[Result]]:
    """Keep what the sandbox says of each of its children."""
    seen: list[Result] = []
    run = Sandbox.run

    def kept(
        self: Sandbox, function: str, request: Mapping[str, Any], *, folder: Path, limits: Limits | None = None
    ) -> Result:
        result = run(self, function, request, folder=folder, limits=limits)
        seen.append(result)
        return result

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Sandbox, "run", kept)
        yield seen


def end_of(data: bytes) -> End:
    """Read a file as the pipeline does."""
    start = time.monotonic()
    with watched() as seen:
        try:
            read_document(data)
            code, detail = READ, ""
        except Refused as error:
            code, detail = error.code, error.detail
    wall_seconds = time.monotonic() - start
    cpu_seconds = sum(each.cpu_seconds for each in seen)
    return End(code, detail, cpu_seconds, wall_seconds, max((each.peak_bytes for each in seen), default=0))
