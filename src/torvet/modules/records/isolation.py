"""The sandbox of this process, and typed calls into it.

One warmed child for each worker process; what runs inside is `inside`. Whatever goes wrong in there becomes a
`Refused` with a stable code: the original can do no more harm than be held back.
"""

import atexit
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from torvet.modules.records.office import render_office
from torvet.pure.extraction.refusal import RefusalCode
from torvet.pure.pii import KnownTerm
from torvet.pure.sandbox import Limits, Outcome, Sandbox, read_left

INSIDE = "torvet.modules.records.inside"
WARMED = "torvet.modules.records.warmed"
FONTS = Path(__file__).resolve().parents[2] / "shared" / "ui" / "static" / "vendor" / "fonts"


COULD_NOT_LOOK = -1.0
FILE_BYTES_MAX = Limits().file_bytes
NEEDS_THREADS = (RefusalCode.UNSUPPORTED.value, "HEIC")
# A dense page takes five seconds to be proven, one that lies on its side ten; a task may take an hour.
PICTURE_CPU_SECONDS, PICTURES_CPU_SECONDS_MAX = 10, 1500


class Refused(Exception):
    """The document could not be handled; `code` is stable and has a Danish sentence in `reasons`."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


@dataclass(frozen=True)
class PageReading:
    """One page as it was read, with the QR and bar codes on it."""

    number: int
    width_pt: float
    height_pt: float
    text: str
    needs_ocr: bool
    image_share: float
    codes: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class PartReading:
    """A file that lies in the document; `place` is "attachment", "archive" or "inline"."""

    name: str
    place: str
    data: bytes


@dataclass(frozen=True)
class Reading:
    """What a document says; `drawn` is the PDF of its pages where the document is none, `hidden` counts by place."""

    media_type: str
    pages: tuple[PageReading, ...]
    notices: tuple[str, ...]
    hidden: Mapping[str, int]
    title: str
    native_text: str
    parts: tuple[PartReading, ...]
    drawn: bytes
    cpu_seconds: float


@dataclass(frozen=True)
class PageSeen:
    """What was read off a page's picture; words are [start, end, x0, y0, x1, y1, confidence].

    `confidence` is None where there are no words, and COULD_NOT_LOOK where the picture resisted.
    """

    number: int
    text: str
    words: tuple[Sequence[float], ...]
    confidence: float | None
    picture_hash: str = ""


@dataclass(frozen=True)
class PageLook:
    """What a page says beside its text; one that `is_picture` is believed by its picture alone."""

    text: str
    words: Sequence[Sequence[float]]
    codes: Sequence[Mapping[str, Any]]
    is_picture: bool


@dataclass(frozen=True)
class CoveredSpan:
    """A passage to cover: a place on a layer of a page, with label, kind and ground."""

    page: int
    layer: str
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


def _run(
    function: str, request: Mapping[str, Any], folder: Path, limits: Limits | None = None
) -> tuple[dict[str, Any], float]:
    result = _sandbox().run(f"{INSIDE}:{function}", request, folder=folder, limits=limits)
    if result.outcome is not Outcome.DONE or result.value is None:
        code = result.code if result.outcome is Outcome.REFUSED else str(result.outcome)
        raise Refused(code, result.detail[:300])
    return result.value, result.cpu_seconds


def _fonts() -> str:
    return str(FONTS) if FONTS.is_dir() else ""


def _limits_for(pictures: int) -> Limits:
    """A page that becomes a picture is read again for the proof; all others fit the usual limits."""
    usual = Limits()
    cpu_seconds = min(usual.cpu_seconds + pictures * PICTURE_CPU_SECONDS, PICTURES_CPU_SECONDS_MAX)
    return replace(usual, cpu_seconds=cpu_seconds, wall_seconds=2.0 * cpu_seconds)


@cache
def can_look() -> bool:
    """Tell whether this machine can read pictures."""
    with _job(b"") as folder:
        value, _ = _run("abilities", {}, folder)
    return bool(value["recognition"])


def read_document(original: bytes) -> Reading:
    """Read a document inside the sandbox; an office file by the pages that an office program makes of it.

    The office program gets only what our own reader could read.

    Raises:
        Refused: it is of a kind that cannot be read, broken, encrypted, or passed a limit.
    """
    with _job(original) as folder:
        value, cpu_seconds = _first_reading(folder)
        parts = [
            PartReading(part["name"], part["place"], _left(folder / f"part-{number}"))
            for number, part in enumerate(value["parts"], start=1)
        ]
        drawn = _left(folder / "drawn.pdf") if value["is_drawn"] else b""
    rendition = render_office(original, value["media_type"])
    if rendition:
        value, drawn = _as_rendered(original, rendition)
    return Reading(
        media_type=value["media_type"],
        pages=tuple(PageReading(**page | {"codes": tuple(page["codes"])}) for page in value["pages"]),
        notices=tuple(value["notices"]),
        hidden=value["hidden"],
        title=value["title"],
        native_text=value["native_text"],
        parts=tuple(parts),
        drawn=drawn,
        cpu_seconds=cpu_seconds,
    )


def _first_reading(folder: Path) -> tuple[dict[str, Any], float]:
    """Read; the decoder of HEIC needs a thread of its own, so that kind alone gets a second try with one."""
    request = {"fonts": _fonts()}
    try:
        return _run("read", request, folder)
    except Refused as refused:
        if (refused.code, refused.detail) != NEEDS_THREADS:
            raise
    return _run("read", request, folder, replace(Limits(), threads=True))


def _as_rendered(original: bytes, rendition: bytes) -> tuple[dict[str, Any], bytes]:
    with _job(original) as folder:
        (folder / "rendition.pdf").write_bytes(rendition)
        value, _ = _run("read", {"fonts": _fonts()}, folder)
        return value, _left(folder / "drawn.pdf")


def _left(path: Path) -> bytes:
    """What a job left; a link, or more than a file may hold, is as good as a crash."""
    data = read_left(path, FILE_BYTES_MAX)
    if data is None:
        raise Refused("crashed")
    return data


def look_at_pages(pdf: bytes, pages: Sequence[tuple[int, bool]]) -> tuple[PageSeen, ...]:
    """Read the pictures of some pages inside the sandbox: (number, whether the whole page or what is placed on it).

    Raises:
        Refused: a page could not be read, or passed a limit; ask for fewer.
    """
    with _job(pdf) as folder:
        value, _ = _run("look", {"pages": [list(page) for page in pages]}, folder)
    return tuple(
        PageSeen(
            page["number"],
            page["text"],
            tuple(page["words"]),
            page["confidence"],
            value["shapes"].get(str(page["number"]), ""),
        )
        for page in value["pages"]
    )


def cover_document(
    pdf: bytes,
    *,
    spans: Sequence[CoveredSpan],
    looks: Mapping[int, PageLook],
    secrets: Sequence[str],
    known: Sequence[KnownTerm],
    public: Sequence[str],
    title: str,
) -> Covered:
    """Rebuild a PDF without the covered passages and prove it, inside the sandbox.

    Raises:
        Refused: it could not be rebuilt; a proof that does not hold is no refusal but `holds` being false.
    """
    request = {
        "fonts": _fonts(),
        "title": title,
        "spans": [asdict(span) for span in spans],
        "looks": {str(number): asdict(look) for number, look in looks.items()},
        "secrets": list(secrets),
        "known": [[term.pii_class.value, term.text, term.role] for term in known],
        "public": list(public),
    }
    with _job(pdf) as folder:
        value, _ = _run("cover", request, folder, _limits_for(sum(look.is_picture for look in looks.values())))
        data = _left(folder / "covered.pdf")
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
