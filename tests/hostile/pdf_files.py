"""PDF files that mean harm: bombs, loops, giants, broken streams. All are written by hand, byte for byte."""

import io
import zlib

import pikepdf

from torvet.pure.extraction.tests.samples import (
    lines,
    locked,
    many_pages_pdf,
    one_page_pdf,
    page_tree_loop_pdf,
    pdf,
    pdf_bomb,
    raw_pdf,
    recursive_form_pdf,
    stream,
)

from .packed_files import LAUGHS

__all__ = ["locked", "many_pages_pdf", "one_page_pdf", "page_tree_loop_pdf", "pdf_bomb", "recursive_form_pdf"]

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R %s >>"
TEXT = stream(b"BT /F 12 Tf 72 700 Td (Referat) Tj ET")


def letter() -> bytes:
    """An ordinary letter, to be broken."""
    return pdf(lines("Fjordby Kommune", "Referat af et møde om en cykelsti."))


def page_of(*objects: bytes, entries: bytes = b"", content: bytes = TEXT, catalog: bytes = CATALOG) -> bytes:
    """A page with these entries; the further objects have numbers from 5."""
    return raw_pdf([catalog, PAGES, PAGE % entries, content, *objects])


def squeezed(chunk: bytes, times: int) -> bytes:
    """Deflate a chunk many times over without holding it."""
    squeezer = zlib.compressobj(9)
    return b"".join(squeezer.compress(chunk) for _ in range(times)) + squeezer.flush()


def flate(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object of deflated data."""
    return stream(data, b"/Filter /FlateDecode " + entries)


def content_bomb() -> bytes:
    """155 kB of page content that unpack to 160 MB of operators."""
    return one_page_pdf(flate(squeezed(b"q Q " * (1 << 18), 160)))


def object_stream_bomb() -> bytes:
    """An object stream of 100 MB that claims a million objects."""
    return page_of(flate(squeezed(b"5 0 " * (1 << 18), 100), b"/Type /ObjStm /N 1000000 /First 8000000"))


def xref_loop() -> bytes:
    """A cross-reference table whose previous one is itself."""
    body = b"%PDF-1.7\n1 0 obj\n" + CATALOG + b"\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer << /Root 1 0 R /Size 3 /Prev %d >>\n" % len(body)
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


def xref_stream_bomb() -> bytes:
    """A cross-reference stream that claims two thousand million objects and unpacks to 100 MB."""
    entries = b"/Type /XRef /Size 2000000000 /W [1 8 8] /Root 1 0 R"
    body = b"%PDF-1.7\n1 0 obj\n" + CATALOG + b"\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    xref = b"9 0 obj\n%s\nendobj\n" % flate(squeezed(b"\1" * (1 << 20), 100), entries)
    return body + xref + b"startxref\n%d\n%%%%EOF\n" % len(body)


def deep_arrays(depth: int = 200_000) -> bytes:
    """An array in an array in an array, in the page."""
    return page_of(entries=b"/Deep " + b"[" * depth + b"]" * depth)


def deep_dictionaries(depth: int = 100_000) -> bytes:
    """The same of dictionaries, in the catalogue."""
    return page_of(catalog=CATALOG[:-2] + b" /A " + b"<</A " * depth + b"1" + b">>" * depth + b">>")


def with_font(font: bytes, *further: bytes) -> bytes:
    """A page whose only font is object 5."""
    return page_of(font, *further, entries=b"/Resources << /Font << /F 5 0 R >> >>")


def font_bomb() -> bytes:
    """An embedded font of 120 MB."""
    descriptor = b"<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 9 9] /FontFile2 7 0 R >>"
    font = b"<< /Type /Font /Subtype /TrueType /BaseFont /A /FontDescriptor 6 0 R >>"
    return with_font(font, descriptor, flate(squeezed(b"\0\1\0\0" + b"\xff" * ((1 << 20) - 4), 120)))


def map_bomb() -> bytes:
    """A character map whose ranges each cover every code, 20,000 times."""
    ranges = b"begincmap 100 beginbfrange\n" + b"<0000> <FFFF> <0041>\n" * 100 + b"endbfrange\n"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return with_font(font, flate(zlib.compress(ranges * 200 + b"endcmap", 9)))


def type3_recursion() -> bytes:
    """A font whose letter is written with that font."""
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 82 /LastChar 82"
        b" /Widths [9] /Encoding << /Differences [82 /R] >> /CharProcs << /R 6 0 R >>"
        b" /Resources << /Font << /F 5 0 R >> >> >>"
    )
    return with_font(font, stream(b"9 0 d0 BT /F 12 Tf (RRR) Tj ET"))


def pattern_recursion() -> bytes:
    """A pattern that is painted with itself."""
    pattern = stream(
        b"/Pattern cs /P scn 0 0 9 9 re f",
        b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.001 /YStep 0.001"
        b" /Resources << /Pattern << /P 5 0 R >> >>",
    )
    entries = b"/Resources << /Pattern << /P 5 0 R >> >>"
    return page_of(pattern, entries=entries, content=stream(b"/Pattern cs /P scn 0 0 600 800 re f"))


def with_picture(data: bytes, coding: bytes, side: int = 100) -> bytes:
    """A page with one picture in this coding."""
    picture = stream(
        data,
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /%s"
        % (side, side, coding),
    )
    entries = b"/Resources << /XObject << /I 5 0 R >> >>"
    return page_of(picture, entries=entries, content=stream(b"600 0 0 800 0 0 cm /I Do"))


def picture_bomb() -> bytes:
    """A picture of 12,000 by 12,000 points, 432 MB, in 420 kB of file."""
    return with_picture(squeezed(b"\0" * (1 << 20), 412), b"FlateDecode", 12_000)


def many_annotations(count: int) -> bytes:
    """A page with very many notes."""
    note = b"<< /Subtype /Text /Rect [0 0 9 9] /Contents (note) >>"
    return page_of(entries=b"/Annots [" + b" ".join([note] * count) + b"]")


def many_filters(count: int = 1000) -> bytes:
    """A stream that is packed a thousand times over."""
    return one_page_pdf(stream(b"00>", b"/Filter [" + b"/ASCIIHexDecode " * count + b"]"))


def wide_predictor() -> bytes:
    """A predictor with rows of two thousand million columns."""
    parameters = b"/DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 32 /BitsPerComponent 16 >>"
    return one_page_pdf(flate(zlib.compress(b"q Q"), parameters))


def endless_saves(count: int = 2_000_000) -> bytes:
    """Graphics states saved and never restored."""
    return one_page_pdf(flate(zlib.compress(b"q " * count, 9)))


def outline_loop() -> bytes:
    """A bookmark whose next is itself."""
    catalog = CATALOG[:-2] + b" /Outlines 5 0 R >>"
    outlines = b"<< /Type /Outlines /First 6 0 R /Last 6 0 R /Count 1 >>"
    return page_of(outlines, b"<< /Title (A) /Parent 5 0 R /Next 6 0 R /First 6 0 R >>", catalog=catalog)


def name_tree_loop() -> bytes:
    """A tree of attached files that holds itself."""
    catalog = CATALOG[:-2] + b" /Names << /EmbeddedFiles 5 0 R >> >>"
    return page_of(b"<< /Kids [5 0 R 5 0 R] /Names [(a) 5 0 R] >>", catalog=catalog)


def field_loop() -> bytes:
    """A form field that is its own child."""
    catalog = CATALOG[:-2] + b" /AcroForm << /Fields [5 0 R] >> >>"
    return page_of(b"<< /T (a) /FT /Tx /V (b) /Parent 5 0 R /Kids [5 0 R 5 0 R] >>", catalog=catalog)


def layer_loop() -> bytes:
    """A layer whose visibility hangs on itself."""
    catalog = CATALOG[:-2] + b" /OCProperties << /OCGs [5 0 R] /D << /Order [6 0 R] >> >> >>"
    return page_of(b"<< /Type /OCG /Name (a) >>", b"[5 0 R 6 0 R 6 0 R]", catalog=catalog)


def acting() -> bytes:
    """A file that wants to run a script, start a program and carries another file."""
    catalog = (
        CATALOG[:-2] + b" /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
        b" /AA << /WC << /S /Launch /F (calc.exe) >> >>"
        b" /Names << /EmbeddedFiles << /Names [(a.exe) << /F (a.exe) /EF << /F 5 0 R >> >>] >> >> >>"
    )
    return page_of(stream(b"MZ" * 100, b"/Type /EmbeddedFile"), catalog=catalog)


def xfa_laughs() -> bytes:
    """A form in XML with entities of entities."""
    xml = f"{LAUGHS}<xdp>&j;</xdp>".encode()
    return page_of(stream(xml), catalog=CATALOG[:-2] + b" /AcroForm << /Fields [] /XFA 5 0 R >> >>")


def box(numbers: bytes) -> bytes:
    """A page of this size."""
    return one_page_pdf(TEXT, numbers)


def many_revisions(count: int = 1000) -> bytes:
    """A letter that was saved anew a thousand times."""
    data = bytearray(letter())
    start = int(data.rpartition(b"startxref")[2].split()[0])
    for _ in range(count):
        at = len(data)
        data += b"xref\n0 0\ntrailer << /Root 1 0 R /Size 3 /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (start, at)
        start = at
    return bytes(data)


def cut(share: float) -> bytes:
    """The first part of a letter."""
    data = letter()
    return data[: int(len(data) * share)]


def flipped(every: int) -> bytes:
    """A letter in which some bytes are wrong."""
    data = bytearray(letter())
    for place in range(every, len(data) - 40, every):
        data[place] ^= 0x55
    return bytes(data)


def compressed_objects() -> bytes:
    """An ordinary letter whose objects are packed; nothing is wrong with it."""
    with pikepdf.open(io.BytesIO(letter())) as document:
        target = io.BytesIO()
        document.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return target.getvalue()
