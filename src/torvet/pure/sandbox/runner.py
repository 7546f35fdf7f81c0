"""The caller's side: starts the template behind its walls, hands it one job at a time, never hangs."""

import json
import os
import select
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from torvet.pure.sandbox import enclosure
from torvet.pure.sandbox.enclosure import Isolation
from torvet.pure.sandbox.result import Limits, Outcome, Result, SandboxBroken

START_SECONDS = 60.0
"""A template imports its parsers in about a second; on a machine under load many times that."""

GRACE_SECONDS = 5.0
"""The template stops a job at its wall time; if it has not said so after this, it is broken itself."""

HEADER_BYTES = 10_000
READ_BYTES = 1 << 16


class TemplateLost(Exception):
    """The template is gone, silent or speaks nonsense."""


class Template:
    """One running template process and the two pipes to it."""

    def __init__(self, command: list[str]) -> None:
        self._process = subprocess.Popen(  # noqa: S603 our own command
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=enclosure.environment(),
            cwd="/",
            start_new_session=True,
            bufsize=0,
        )
        if self._process.stdin is None or self._process.stdout is None:
            raise SandboxBroken("the template has no pipes")
        self._in, self._out = self._process.stdin.fileno(), self._process.stdout.fileno()
        os.set_blocking(self._in, False)
        self._unread = bytearray()

    @property
    def alive(self) -> bool:
        """True until the process has ended."""
        return self._process.poll() is None

    def send(self, message: bytes, deadline: float) -> None:
        """Write a whole message, or raise TemplateLost at the deadline (monotonic seconds)."""
        view = memoryview(message)
        while view:
            if not select.select([], [self._in], [], max(0.0, deadline - time.monotonic()))[1]:
                raise TemplateLost("does not read")
            try:
                view = view[os.write(self._in, view) :]
            except BrokenPipeError as error:
                raise TemplateLost("closed its input") from error

    def receive(self, deadline: float, body_bytes: int) -> tuple[dict[str, Any], bytes]:
        """Read one header line and the body it announces, of at most `body_bytes`."""
        while b"\n" not in self._unread:
            if len(self._unread) > HEADER_BYTES:
                raise TemplateLost("header too long")
            self._read(deadline)
        line, _, rest = bytes(self._unread).partition(b"\n")
        self._unread = bytearray(rest)
        header = json.loads(line)
        if not 0 <= header["bytes"] <= body_bytes:
            raise TemplateLost("body too long")
        while len(self._unread) < header["bytes"]:
            self._read(deadline)
        body = bytes(self._unread[: header["bytes"]])
        del self._unread[: header["bytes"]]
        return header, body

    def _read(self, deadline: float) -> None:
        if not select.select([self._out], [], [], max(0.0, deadline - time.monotonic()))[0]:
            raise TemplateLost("silent")
        chunk = os.read(self._out, READ_BYTES)
        if not chunk:
            raise TemplateLost("gone")
        self._unread += chunk

    def stop(self) -> None:
        """Kill the process this object started; what it forked dies with it."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.kill()
        self._process.wait()


class Sandbox:
    """A warmed template that runs jobs one by one, each in a fresh fork behind every wall that works here.

    The kernel ties the template to the thread that started it: when that thread ends, the template dies and
    the next job starts a new one.
    """

    def __init__(
        self,
        *,
        preload: Sequence[str],
        workspace: Path,
        limits: Limits = Limits(),  # noqa: B008 frozen
        isolation: Isolation | None = None,
    ) -> None:
        """`workspace` holds the folders of all jobs; `isolation` leaves out walls that would work."""
        self._preload = list(preload)
        self._workspace = workspace.resolve(strict=True)
        self._limits = limits
        self._isolation = isolation or enclosure.isolation()
        self._template: Template | None = None
        self._one_at_a_time = threading.Lock()

    def __enter__(self) -> Self:
        self._ready()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the template; the sandbox starts a new one if it is asked to run again."""
        template, self._template = self._template, None
        if template is not None:
            template.stop()

    def run(self, function: str, request: Mapping[str, Any], *, folder: Path, limits: Limits | None = None) -> Result:
        """Run `package.module:callable` on (folder, request); tell how it ended, soon after its wall time.

        Raises ValueError for a folder outside the workspace and SandboxBroken if no template can be started.
        """
        place = folder.resolve(strict=True)
        if not place.is_relative_to(self._workspace):
            raise ValueError("the job's folder lies outside the workspace")
        used = limits or self._limits
        message = self._message(function, request, place, used)
        with self._one_at_a_time:
            try:
                deadline = time.monotonic() + used.wall_seconds + GRACE_SECONDS
                template = self._ready()
                template.send(message, deadline)
                header, body = template.receive(deadline, used.result_bytes + READ_BYTES)
            except (TemplateLost, ValueError, KeyError, TypeError) as error:
                self.close()
                return Result(Outcome.CRASHED, None, "template", str(error), 0.0, 0)
        return _result(header, body)

    def _message(self, function: str, request: Mapping[str, Any], folder: Path, limits: Limits) -> bytes:
        job = {
            "function": function,
            "request": dict(request),
            "folder": str(folder),
            "limits": asdict(limits),
            "landlock": self._isolation.landlock,
            "seccomp": self._isolation.seccomp,
        }
        return json.dumps(job).encode() + b"\n"

    def _ready(self) -> Template:
        if self._template is not None and self._template.alive:
            return self._template
        self.close()
        self._template = Template(self._command())
        try:
            header, _ = self._template.receive(time.monotonic() + START_SECONDS, 0)
        except (TemplateLost, ValueError, KeyError, TypeError) as error:
            self.close()
            raise SandboxBroken(f"the template did not start ({error})") from error
        if not header["ready"]:
            self.close()
            raise SandboxBroken(header["detail"])
        return self._template

    def _command(self) -> list[str]:
        """Behind bubblewrap the caller has no process number; bubblewrap itself ties the template to it."""
        caller = "0" if self._isolation.bubblewrap else str(os.getpid())
        command = enclosure.python("-m", "torvet.pure.sandbox.template", caller, *self._preload)
        return enclosure.bubblewrap(self._workspace, command) if self._isolation.bubblewrap else command


def _result(header: dict[str, Any], body: bytes) -> Result:
    """Join what the template saw with what the child said; a child that says nonsense has crashed."""
    outcome = Outcome(header["outcome"])
    cpu_seconds, peak_bytes = float(header["cpu_seconds"]), int(header["peak_bytes"])
    if outcome is not Outcome.DONE:
        return Result(outcome, None, "", body.decode("ascii", "replace"), cpu_seconds, peak_bytes)
    try:
        said = json.loads(body)
        outcome, value = Outcome(said["outcome"]), said.get("value")
        code, detail = str(said.get("code", "")), str(said.get("detail", ""))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Result(Outcome.CRASHED, None, "nonsense", "", cpu_seconds, peak_bytes)
    if outcome is Outcome.DONE and not isinstance(value, dict):
        return Result(Outcome.CRASHED, None, "nonsense", "", cpu_seconds, peak_bytes)
    return Result(outcome, value, code, detail, cpu_seconds, peak_bytes)
