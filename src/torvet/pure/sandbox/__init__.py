"""Run a function on hostile input in a warmed, isolated process that forks once per job.

Here: the limits, the outcomes, the walls (bubblewrap, Landlock, seccomp, resource limits), the process that forks,
and the way to run a program of the system on such input. Not here: what is run. A job is any
`callable(folder: Path, request: dict) -> dict` of an importable module; big things go in and out as files in `folder`,
small things as JSON. Standard library, Linux only.

    with Sandbox(preload=["package.parser"], workspace=workspace) as sandbox:
        result = sandbox.run("package.parser:parse", {"name": "a.pdf"}, folder=workspace / "job-1")
"""

from torvet.pure.sandbox.enclosure import Isolation, isolation
from torvet.pure.sandbox.leavings import read_left
from torvet.pure.sandbox.program import run_program
from torvet.pure.sandbox.result import Limits, Outcome, Refusal, Result, SandboxBroken
from torvet.pure.sandbox.runner import Sandbox

__all__ = [
    "Isolation",
    "Limits",
    "Outcome",
    "Refusal",
    "Result",
    "Sandbox",
    "SandboxBroken",
    "isolation",
    "read_left",
    "run_program",
]
