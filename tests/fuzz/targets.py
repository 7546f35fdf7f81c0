"""What is fuzzed: each target takes any bytes and may refuse them by name alone; anything else is a fault.

Office files are fuzzed inside their packing, since a wrong bit outside it ends in the check sum.
"""

import io
from collections.abc import Callable, Iterator

from tests.hostile.packed_files import RELATIONS, office, open_document, workbook

from torvet.modules.records.delivery.reading import (
    Archive,
    DeliveryRefused,
    FileFault,
    Line,
    fingerprint,
    parse_line,
    read_cover,
)
from torvet.pure.extraction import ExtractionRefused, extract, identify
from torvet.pure.pii import scan
from torvet.pure.redaction import Box, UnreadableFile, redact

Target = Callable[[bytes], None]
MAX_PAGES = 20
SCHEMAS = {b"E": "entry", b"C": "case", b"O": "official"}


def _extract(data: bytes) -> None:
    try:
        extract(data, max_pages=MAX_PAGES)
    except ExtractionRefused:
        return


def _identify(data: bytes) -> None:
    try:
        identify(data)
    except ExtractionRefused:
        return


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _word(data: bytes) -> None:
    _extract(office("word", _text(data)))


def _sheet(data: bytes) -> None:
    _extract(workbook("", {"xl/worksheets/sheet1.xml": data}))


PRESENTATION = (
    '<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    f'xmlns:r="{RELATIONS}"><p:sldIdLst><p:sldId id="256" r:id="r1"/></p:sldIdLst></p:presentation>'
)
SLIDES = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{RELATIONS}/slide" Target="slides/slide1.xml"/></Relationships>'
)


def _slides(data: bytes) -> None:
    _extract(office("ppt", PRESENTATION, {"ppt/_rels/presentation.xml.rels": SLIDES, "ppt/slides/slide1.xml": data}))


def _open_text(data: bytes) -> None:
    _extract(open_document("text", _text(data)))


def _open_sheet(data: bytes) -> None:
    _extract(open_document("spreadsheet", _text(data)))


def _line(data: bytes) -> None:
    line = parse_line(1, _text(data[1:]), SCHEMAS.get(data[:1], "entry"))
    if isinstance(line, Line):
        fingerprint(line.value)


class _Memory:
    """A delivery whose files all say the same."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def open_lines(self, name: str) -> Iterator[bytes]:
        yield from io.BytesIO(self._data)

    def read(self, path: str) -> bytes:
        return self._data

    def close(self) -> None:
        return


def _cover(data: bytes) -> None:
    try:
        read_cover(_Memory(data))
    except DeliveryRefused:
        return


def _archive(data: bytes) -> None:
    try:
        archive = Archive(io.BytesIO(data))  # type: ignore[arg-type]  # zipfile takes either
        read_cover(archive)
        for line in archive.open_lines("entries.jsonl"):
            archive.read(_text(line).strip() or "files/a")
        archive.read("files/a")
    except (DeliveryRefused, FileFault):
        return


def _scan(data: bytes) -> None:
    text = _text(data)
    for found in scan(text):
        assert 0 <= found.start < found.end <= len(text)


def _redact(data: bytes) -> None:
    try:
        redact(data, [Box(page=1, x0=70, y0=700, x1=200, y1=720, label="[A]", kind="cpr", reason="")], title="Brev")
    except UnreadableFile:
        return


TARGETS: dict[str, Target] = {
    "identify": _identify,
    "extract-pdf": _extract,
    "extract-docx": _word,
    "extract-xlsx": _sheet,
    "extract-pptx": _slides,
    "extract-odt": _open_text,
    "extract-ods": _open_sheet,
    "extract-zip": _extract,
    "extract-eml": _extract,
    "extract-msg": _extract,
    "extract-rtf": _extract,
    "extract-html": _extract,
    "extract-text": _extract,
    "extract-picture": _extract,
    "delivery-line": _line,
    "delivery-cover": _cover,
    "delivery-zip": _archive,
    "scan": _scan,
    "redact": _redact,
}
