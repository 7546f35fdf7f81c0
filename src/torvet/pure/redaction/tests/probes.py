"""Everybody who might still find a secret in a file: libraries, programs, and every place where text can lie.

A probe gives all it can read; who compares decides. Programs that are not installed give None.
"""

import importlib
import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from torvet.pure.redaction.matching import Secrets
from torvet.pure.redaction.readers import read_loose_ends, read_own, read_pdfium, read_pdfminer, read_pypdf

PROGRAM_SECONDS = 60


def _pdfium(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(read_pdfium(document).pages)
    finally:
        document.close()


def _opened(look: Callable[[pikepdf.Pdf], str]) -> Callable[[bytes], str]:
    def probe(data: bytes) -> str:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return look(pdf)

    return probe


def _own(pdf: pikepdf.Pdf) -> str:
    return "\n".join(page.text() + "\n" + page.bytes_shown() for page in read_own(pdf))


def _objects(pdf: pikepdf.Pdf) -> str:
    """Give every string, name and decoded stream of every object."""
    ends = read_loose_ends(pdf)
    streams = [stream.decode("latin-1") for stream in ends.streams]
    wide = [stream.decode("utf-16-be", "ignore") for stream in ends.streams]
    return "\n".join([*ends.strings, *sorted(ends.names), *streams, *wide])


def _metadata(pdf: pikepdf.Pdf) -> str:
    packet = pdf.Root.get("/Metadata")
    xmp = packet.read_bytes().decode("utf-8", "replace") if isinstance(packet, pikepdf.Stream) else ""
    return "\n".join([*(str(value) for value in pdf.docinfo.values()), xmp])


def _attachments(pdf: pikepdf.Pdf) -> str:
    files = (spec.get_file().read_bytes() for spec in pdf.attachments.values())
    return "\n".join([*pdf.attachments, *(data.decode("latin-1") for data in files)])


def _outline(pdf: pikepdf.Pdf) -> str:
    with pdf.open_outline() as outline:
        return "\n".join(item.title for item in outline.root)


def _annotations(pdf: pikepdf.Pdf) -> str:
    notes: list[Any] = [note for page in pdf.pages for note in page.obj.get("/Annots", [])]
    return "\n".join(str(value) for note in notes for value in note.values() if isinstance(value, pikepdf.String))


def _raw(data: bytes) -> str:
    return data.decode("latin-1")


def _program(name: str, *arguments: str) -> Callable[[bytes], str | None]:
    def probe(data: bytes) -> str | None:
        found = shutil.which(name)
        if not found:
            return None
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "file.pdf"
            path.write_bytes(data)
            command = [found, *(str(path) if argument == "FILE" else argument for argument in arguments)]
            done = subprocess.run(command, capture_output=True, timeout=PROGRAM_SECONDS, check=False)
        return done.stdout.decode("utf-8", "replace")

    return probe


def _pictures(data: bytes) -> str | None:
    """Read every page's picture, if Tesseract and its Danish data are there."""
    try:
        recognition = importlib.import_module("torvet.pure.recognition")
    except ImportError:
        return None
    if not recognition.is_available():
        return None
    document = pypdfium2.PdfDocument(data)
    pages = len(document)
    document.close()
    return "\n".join(str(recognition.text_of(data, page)) for page in range(1, pages + 1))


Probe = Callable[[bytes], str | None]
PROBES: dict[str, Probe] = {
    "pdfium": _pdfium,
    "pypdf": lambda data: "\n".join(read_pypdf(data).pages),
    "pdfminer": lambda data: "\n".join(read_pdfminer(data).pages),
    "own reader": _opened(_own),
    "raw bytes": _raw,
    "all objects": _opened(_objects),
    "metadata": _opened(_metadata),
    "attachments": _opened(_attachments),
    "outline": _opened(_outline),
    "annotations": _opened(_annotations),
    "pdftotext": _program("pdftotext", "FILE", "-"),
    "mutool": _program("mutool", "draw", "-F", "txt", "FILE"),
    "OCR": _pictures,
}


def finds(probe: str, data: bytes, secret: str) -> bool | None:
    """Tell whether a probe finds the secret; None if it is not there to be asked."""
    text = PROBES[probe](data)
    if text is None:
        return None
    secrets = Secrets([secret])
    return bool(secrets.misread_in(text) if probe == "OCR" else secrets.found_in(text))
