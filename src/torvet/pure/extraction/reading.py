"""The door: bytes in, an `Extraction` out. Chooses the reader by content; draws a PDF for what is none."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from torvet.pure.extraction.beside import form_environment, notices_of, property_of, read_annotations, read_document
from torvet.pure.extraction.blocks import Block, Paragraph, Style, text_of
from torvet.pure.extraction.delimited import read_delimited
from torvet.pure.extraction.drawing import draw
from torvet.pure.extraction.identification import identify
from torvet.pure.extraction.inventory import take_inventory
from torvet.pure.extraction.letter import read_letter
from torvet.pure.extraction.model import Extraction, HiddenText, MediaType, Part
from torvet.pure.extraction.opendocument import read_open_text
from torvet.pure.extraction.opensheet import read_open_sheet
from torvet.pure.extraction.outlook import read_outlook
from torvet.pure.extraction.packed import read_package
from torvet.pure.extraction.pages import PageReading, count_pages, read_page
from torvet.pure.extraction.pdfium import opened, opened_page
from torvet.pure.extraction.picture import read_picture
from torvet.pure.extraction.plain import decode
from torvet.pure.extraction.presentation import read_presentation
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.rendition import Rendition
from torvet.pure.extraction.replacing import letters_of
from torvet.pure.extraction.revisions import earlier_texts, ends_of_revisions
from torvet.pure.extraction.richtext import read_rich_text
from torvet.pure.extraction.spreadsheet import read_spreadsheet
from torvet.pure.extraction.webpage import declared_encoding, read_webpage
from torvet.pure.extraction.word import read_word

MAX_BYTES = 256 << 20
MAX_PAGES = 5000
MAX_TEXT_CHARACTERS = 20_000_000
"""5,000 pages of 4,000 characters; more cannot be drawn on MAX_PAGES anyway."""

PICTURES = (MediaType.JPEG, MediaType.PNG, MediaType.TIFF, MediaType.HEIC)
END_WITHIN_BYTES = 4096
COLUMNS = re.compile(r"\S(?: {3,}|\t+)\S")


@dataclass(frozen=True)
class _Text:
    """A document that is no PDF, read but not yet drawn."""

    blocks: Sequence[Block]
    title: str = ""
    hidden: Sequence[HiddenText] = ()
    notices: Sequence[str] = ()
    parts: Sequence[Part] = ()


def extract(data: bytes, *, max_pages: int = MAX_PAGES, font_folder: Path | None = None) -> Extraction:
    """Read a document of any known type; raises ExtractionRefused for one that cannot or may not be read.

    `font_folder` holds the DejaVu typefaces for drawing. Run this only in a process with limits: a small
    hostile file can ask for much memory and time.
    """
    if len(data) > MAX_BYTES:
        raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_BYTES >> 20} MB")
    media_type = identify(data)
    if media_type is MediaType.PDF:
        return _extract_pdf(data, max_pages)
    if media_type in PICTURES:
        return _extract_picture(data, media_type, max_pages)
    reader = _READERS.get(media_type)
    if reader is None:
        raise ExtractionRefused(RefusalCode.UNSUPPORTED, media_type.name)
    try:
        text = reader(data)
    except RecursionError as error:
        raise ExtractionRefused(RefusalCode.TOO_DEEP) from error
    return _extract_text(media_type, text, max_pages, font_folder)


def _extract_pdf(data: bytes, max_pages: int) -> Extraction:
    if b"%%EOF" not in data.rstrip(b"\0\r\n\t ")[-END_WITHIN_BYTES:]:
        raise ExtractionRefused(RefusalCode.UNREADABLE, "slutningen mangler")
    counts: Counter[str] = Counter()
    with opened(data) as document:
        count = count_pages(document, max_pages)
        inventory = take_inventory(data)
        environment = form_environment(document)
        hidden = [*read_document(document), *inventory.hidden]
        readings = []
        for number in range(1, count + 1):
            with opened_page(document, number) as page:
                hidden += read_annotations(document, page, number, environment, counts)
                readings.append(read_page(page, number, inventory))
                hidden += readings[-1].hidden
        hidden += _earlier(data, readings, counts)
        hidden = _told(hidden, readings)
        counts["form-fields"] = sum(found.place == "form-field" for found in hidden)
        notices = notices_of(document, inventory, readings, counts)
        hidden += [HiddenText("script", "")] if "has-javascript" in notices else []
        title = property_of(document, "Title")
    pages = tuple(reading.page for reading in readings)
    return Extraction(MediaType.PDF, pages, data, tuple(hidden), tuple(notices), title, "")


def _earlier(data: bytes, readings: Sequence[PageReading], counts: Counter[str]) -> list[HiddenText]:
    ends = ends_of_revisions(data)
    counts["earlier-revisions"] = len(ends)
    return earlier_texts(data, ends, "".join(reading.page.text for reading in readings)) if ends else []


def _told(hidden: Sequence[HiddenText], readings: Sequence[PageReading]) -> list[HiddenText]:
    """Each text once for its place, without what says the same as the pages do."""
    shown = ""
    told: dict[tuple[str, str], HiddenText] = {}
    for found in hidden:
        if not found.text.strip():
            continue
        if found.place == "actual-text" and not found.page:
            shown = shown or letters_of("".join(reading.page.text for reading in readings))
            if letters_of(found.text) in shown:
                continue
        key = (found.place, found.text)
        if key not in told or (found.page and not told[key].page):
            told[key] = found
    return list(told.values())


def _extract_picture(data: bytes, media_type: MediaType, max_pages: int) -> Extraction:
    picture = read_picture(data, media_type)
    pages = _extract_pdf(picture.pdf, max_pages).pages
    return Extraction(media_type, pages, picture.pdf, picture.hidden, picture.notices, "", "")


def _extract_text(media_type: MediaType, text: _Text, max_pages: int, font_folder: Path | None) -> Extraction:
    native = text_of(text.blocks)
    if not native.strip():
        raise ExtractionRefused(RefusalCode.EMPTY)
    if len(native) > MAX_TEXT_CHARACTERS:
        raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_TEXT_CHARACTERS} tegn")
    drawing = draw(text.blocks, max_pages=max_pages, font_folder=font_folder)
    pages = _extract_pdf(drawing.pdf, max_pages).pages
    notices = (*text.notices, *drawing.notices)
    return Extraction(
        media_type, pages, drawing.pdf, tuple(text.hidden), notices, text.title, native, tuple(text.parts)
    )


def _read_plain(data: bytes) -> _Text:
    decoded = decode(data)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").strip("\n")
    has_columns = len(COLUMNS.findall(text[:100_000])) > 3
    style = Style.PREFORMATTED if has_columns else Style.BODY
    blocks = [Paragraph(part, style) for part in re.split(r"\n[ \t]*\n", text) if part.strip()]
    return _Text(blocks, notices=("damaged-characters",) if decoded.damaged else ())


def _read_html(data: bytes) -> _Text:
    page = read_webpage(decode(data, declared_encoding(data)).text)
    notices = [f"images-left-out:{len(page.pictures)}"] if page.pictures else []
    notices += ["has-javascript"] if page.scripts else []
    return _Text(page.blocks, page.title, page.hidden, notices)


def _read_mail(data: bytes) -> _Text:
    letter = read_letter(data)
    return _Text(letter.blocks, letter.title, letter.hidden, letter.notices, letter.parts)


def _read_msg(data: bytes) -> _Text:
    letter = read_outlook(data)
    return _Text(letter.blocks, letter.title, letter.hidden, letter.notices, letter.parts)


def _read_zip(data: bytes) -> _Text:
    package = read_package(data)
    return _Text(package.blocks, "", package.hidden, package.notices, package.parts)


def _read_office(read: Callable[[bytes], Rendition]) -> Callable[[bytes], _Text]:
    def reader(data: bytes) -> _Text:
        document = read(data)
        return _Text(document.blocks, document.title, document.hidden, document.notices)

    return reader


_READERS: dict[MediaType, Callable[[bytes], _Text]] = {
    MediaType.TXT: _read_plain,
    MediaType.HTML: _read_html,
    MediaType.EML: _read_mail,
    MediaType.MSG: _read_msg,
    MediaType.ZIP: _read_zip,
    MediaType.DOCX: _read_office(read_word),
    MediaType.XLSX: _read_office(read_spreadsheet),
    MediaType.ODT: _read_office(read_open_text),
    MediaType.ODS: _read_office(read_open_sheet),
    MediaType.PPTX: _read_office(read_presentation),
    MediaType.RTF: _read_office(read_rich_text),
    MediaType.CSV: _read_office(read_delimited),
}
