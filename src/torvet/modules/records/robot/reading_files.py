"""Reads a published PDF as curious people do: with several readers, by taking it apart, and by looking at its codes."""

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2
import zxingcpp
from pypdf import PdfReader

from torvet.pure import recognition

# Dots for an inch at which a QR code of a letter is read with ease.
DOTS_PER_INCH = 150
POINTS_PER_INCH = 72


def texts_of(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield what each reader makes of a PDF, with the reader's name."""
    yield "pdfium", _pdfium(data)
    yield "pypdf", _pypdf(data)
    yield "codes", _codes(data)
    if recognition.is_available():
        yield "picture", _seen(data)


def objects_of(data: bytes) -> Iterator[bytes]:
    """Yield every object of a PDF: streams unpacked, all others as they are written; and the file as it lies there."""
    yield data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for each in pdf.objects:
            yield each.unparse()
            if isinstance(each, pikepdf.Stream):
                yield _decoded(each)


def _decoded(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:  # a picture in a format that only viewers unpack
        return stream.read_raw_bytes()


def _pdfium(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def _pypdf(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def _seen(data: bytes) -> str:
    """What can be read off the pages that have pictures on them; about a second a page."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = [number for number, page in enumerate(pdf.pages, start=1) if page.get_images()]
    return "\n".join(recognition.text_of(data, number) for number in numbers)


def _codes(data: bytes) -> str:
    found = []
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            picture = page.render(scale=DOTS_PER_INCH / POINTS_PER_INCH, grayscale=True).to_pil()
            found += [code.text for code in zxingcpp.read_barcodes(picture)]
    return "\n".join(found)
