"""The process behind the walls: imports the parsers once, then forks a child for each job line it reads.

Speaks only with `runner.py`: one JSON line per job in; out, one JSON line (how it ended) followed by the
`bytes` it announces (what the child wrote). It holds no document itself, so that a child that breaks takes
nothing with it. It starts no threads, since a fork of a process with threads may deadlock.
"""

import errno
import gc
import importlib
import json
import os
import resource
import select
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from torvet.pure.sandbox import enclosure, walls
from torvet.pure.sandbox.result import Limits, Outcome, Refusal

READ_BYTES = 1 << 16
NEAR_LIMIT = 0.8
"""A child that dies by a signal at this share of its memory has run out of it: C++ aborts, Python tells."""

Job = Callable[[Path, dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True)
class Ended:
    """How a child ended: what it wrote, its wait status, what it used, and why it was stopped, if it was."""

    written: bytes
    status: int
    usage: resource.struct_rusage
    stopped: Outcome | None


def main(arguments: list[str]) -> int:
    """Serve jobs until the pipe closes; arguments: the caller's process number or 0, modules to import."""
    if int(arguments[0]):
        walls.die_with_parent(int(arguments[0]))
    replies = os.fdopen(os.dup(1), "wb")
    _silence()
    problem = _preload(arguments[1:])
    _reply(replies, {"ready": not problem, "detail": problem})
    if problem:
        return 1
    gc.freeze()
    for line in sys.stdin.buffer:
        _serve(json.loads(line), replies)
    return 0


def _silence() -> None:
    """Send what parsers print to nowhere: it may quote the document, and must not mix with the answers."""
    nowhere = os.open("/dev/null", os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _preload(modules: list[str]) -> str:
    for module in modules:
        try:
            importlib.import_module(module)
        except Exception as error:  # noqa: BLE001 whatever it is, the caller is told
            return f"{module}: {type(error).__name__}: {error}"
    return ""


def _reply(replies: BinaryIO, header: dict[str, Any], body: bytes = b"") -> None:
    replies.write(json.dumps(header | {"bytes": len(body)}).encode() + b"\n" + body)
    replies.flush()


def _serve(job: dict[str, Any], replies: BinaryIO) -> None:
    limits = Limits(**job["limits"])
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        os.close(replies.fileno())
        _run_child(job, limits, writer)
    os.close(writer)
    ended = _watch(child, reader, limits)
    os.close(reader)
    outcome, body = _judge(ended, limits)
    _reply(replies, {"outcome": outcome, "cpu_seconds": ended.usage.ru_utime + ended.usage.ru_stime,
                     "peak_bytes": ended.usage.ru_maxrss * 1024}, body)  # fmt: skip


def _watch(child: int, reader: int, limits: Limits) -> Ended:
    """Read what the child writes until it ends; stop it at the wall time or when it writes too much."""
    deadline = time.monotonic() + limits.wall_seconds
    written = bytearray()
    stopped: Outcome | None = None
    watched = os.pidfd_open(child)
    poll = select.poll()
    poll.register(reader, select.POLLIN)
    poll.register(watched, select.POLLIN)
    while stopped is None:
        left_seconds = deadline - time.monotonic()
        ready = dict(poll.poll(max(0.0, left_seconds) * 1000))
        if left_seconds <= 0:
            stopped = Outcome.TIMED_OUT
        elif reader in ready:
            chunk = os.read(reader, READ_BYTES)
            written += chunk
            if not chunk:
                poll.unregister(reader)
            if len(written) > limits.result_bytes:
                stopped = Outcome.TOO_LARGE
        elif watched in ready:
            break
    os.close(watched)
    if stopped is not None:
        _kill_group(child)
    _, status, usage = os.wait4(child, 0)
    return Ended(bytes(written), status, usage, stopped)


def _kill_group(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        return  # it had not yet made a group of its own, and it has no heirs


def _judge(ended: Ended, limits: Limits) -> tuple[Outcome, bytes]:
    if ended.stopped is not None:
        return ended.stopped, b""
    if os.WIFEXITED(ended.status):
        return (Outcome.DONE, ended.written) if os.WEXITSTATUS(ended.status) == 0 else (Outcome.CRASHED, b"")
    number = os.WTERMSIG(ended.status)
    cpu_seconds = ended.usage.ru_utime + ended.usage.ru_stime
    if number == signal.SIGXCPU or (number == signal.SIGKILL and cpu_seconds >= limits.cpu_seconds):
        return Outcome.OUT_OF_TIME, b""
    if number == signal.SIGXFSZ:
        return Outcome.TOO_LARGE, b""
    if number == signal.SIGKILL or ended.usage.ru_maxrss * 1024 > limits.memory_bytes * NEAR_LIMIT:
        return Outcome.OUT_OF_MEMORY, b""
    return Outcome.CRASHED, f"signal {number}".encode()


def _run_child(job: dict[str, Any], limits: Limits, writer: int) -> None:
    """Confine this process, run the job, write the answer and leave without the template's clean-up."""
    answer: dict[str, Any] = {"outcome": Outcome.CRASHED, "detail": "confine"}
    try:
        _confine(job, limits)
        answer = _answer(job)
        _write(writer, json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        os._exit(0)
    except BaseException as error:  # noqa: BLE001 nothing may return into the template's loop
        _write(writer, json.dumps(_failure(error)).encode())
        os._exit(0)
    finally:
        os._exit(1)


def _confine(job: dict[str, Any], limits: Limits) -> None:
    template = os.getppid()
    os.setsid()
    walls.die_with_parent(template)
    sys.stdin.close()
    folder = Path(job["folder"])
    tempfile.tempdir = str(folder)
    walls.limit_resources(limits)
    if job["landlock"]:
        walls.restrict_files(enclosure.readable(), folder)
    if job["seccomp"]:
        walls.restrict_calls(threads=limits.threads)


def _answer(job: dict[str, Any]) -> dict[str, Any]:
    module, _, name = job["function"].partition(":")
    function: Job = getattr(importlib.import_module(module), name)
    try:
        value = function(Path(job["folder"]), job["request"])
    except Refusal as refusal:
        return {"outcome": Outcome.REFUSED, "code": refusal.code, "detail": refusal.detail}
    return {"outcome": Outcome.DONE, "value": value}


def _failure(error: BaseException) -> dict[str, Any]:
    """Name the error by type and place alone: its message may quote the document."""
    if isinstance(error, MemoryError):
        return {"outcome": Outcome.OUT_OF_MEMORY}
    if isinstance(error, OSError) and error.errno in (errno.EFBIG, errno.ENOSPC):
        return {"outcome": Outcome.TOO_LARGE}
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return {"outcome": Outcome.CRASHED, "code": type(error).__name__, "detail": place}


def _write(writer: int, answer: bytes) -> None:
    view = memoryview(answer)
    while view:
        view = view[os.write(writer, view) :]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
