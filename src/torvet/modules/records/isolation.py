"""The sandbox of this process, and typed calls into it.

One warmed child for each worker process; what runs inside is `inside`. Whatever goes wrong in there becomes a
`Refused` with a stable code: the original can do no more harm than be held back.
"""

import atexit
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from torvet.pure.pii import KnownTerm
from torvet.pure.sandbox import Outcome, Sandbox

INSIDE = "torvet.modules.records.inside"
WARMED = "torvet.modules.records.warmed"
FONTS = Path(__file__).resolve().parents[2] / "shared" / "ui" / "static" / "vendor" / "fonts"


class Refused(Exception):
    """The document could not be handled; `code` is stable and has a Danish sentence in `reasons`."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


@dataclass(frozen=True)
class PageReading:
    """One page as it was read."""

    number: int
    width_pt: float
    height_pt: float
    text: str
    needs_ocr: bool


@dataclass(frozen=True)
class Reading:
    """What a document says."""

    media_type: str
    pages: tuple[PageReading, ...]
    notices: tuple[str, ...]
    hidden: tuple[tuple[str, str], ...]
    title: str
    native_text: str
    cpu_seconds: float


@dataclass(frozen=True)
class CoveredSpan:
    """A passage to cover: code points of a page's text, with label, kind and ground."""

    page: int
    start: int
    end: int
    label: str
    kind: str
    legal_ground: str


@dataclass(frozen=True)
class Covered:
    """A rebuilt file with its proof, and the same text for reading."""

    data: bytes
    proof: dict[str, Any]
    holds: bool
    boxes: tuple[dict[str, Any], ...]
    untrusted: tuple[str, ...]
    reading_text: tuple[dict[str, Any], ...]


@cache
def _workspace() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="sandbox-", dir=settings.DATA))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _sandbox() -> Sandbox:
    sandbox = Sandbox(preload=[WARMED], workspace=_workspace())
    sandbox.__enter__()
    atexit.register(sandbox.__exit__, None, None, None)
    return sandbox


@contextmanager
def _job(original: bytes) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="job-", dir=_workspace()))
    try:
        (folder / "original").write_bytes(original)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(function: str, request: Mapping[str, Any], folder: Path) -> tuple[dict[str, Any], float]:
    result = _sandbox().run(f"{INSIDE}:{function}", request, folder=folder)
    if result.outcome is not Outcome.DONE or result.value is None:
        code = result.code if result.outcome is Outcome.REFUSED else str(result.outcome)
        raise Refused(code, result.detail[:300])
    return result.value, result.cpu_seconds


def read_document(original: bytes) -> Reading:
    """Read a document inside the sandbox.

    Raises:
        Refused: it is of a kind that cannot be read, broken, encrypted, or passed a limit.
    """
    with _job(original) as folder:
        value, cpu_seconds = _run("read", {"fonts": str(FONTS) if FONTS.is_dir() else ""}, folder)
    return Reading(
        media_type=value["media_type"],
        pages=tuple(PageReading(**page) for page in value["pages"]),
        notices=tuple(value["notices"]),
        hidden=tuple((place, text) for place, text in value["hidden"]),
        title=value["title"],
        native_text=value["native_text"],
        cpu_seconds=cpu_seconds,
    )


def cover_document(
    original: bytes,
    *,
    spans: Sequence[CoveredSpan],
    secrets: Sequence[str],
    known: Sequence[KnownTerm],
    public: Sequence[str],
    title: str,
) -> Covered:
    """Rebuild a document without the covered passages and prove it, inside the sandbox.

    Raises:
        Refused: it could not be rebuilt; a proof that does not hold is no refusal but `holds` being false.
    """
    request = {
        "fonts": str(FONTS) if FONTS.is_dir() else "",
        "title": title,
        "spans": [asdict(span) for span in spans],
        "secrets": list(secrets),
        "known": [[term.pii_class.value, term.text, term.role] for term in known],
        "public": list(public),
    }
    with _job(original) as folder:
        value, _ = _run("cover", request, folder)
        data = (folder / "covered.pdf").read_bytes()
    return Covered(
        data=data,
        proof=value["proof"],
        holds=value["holds"],
        boxes=tuple(value["boxes"]),
        untrusted=tuple(value["untrusted"]),
        reading_text=tuple(value["reading_text"]),
    )


def inspect_file(data: bytes, proof: Mapping[str, Any] | None) -> tuple[dict[str, Any], str]:
    """Re-run the proof on a published file; returns the proof and a Danish report.

    Raises:
        Refused: the file is no PDF that can be read.
    """
    with _job(data) as folder:
        value, _ = _run("inspect", {"proof": proof}, folder)
    return value["proof"], value["report"]
