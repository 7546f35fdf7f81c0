"""Documents made by code, so that no binary file is kept: ordinary ones and those that mean harm."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping

import pikepdf
from docx import Document
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

SIZE = (600.0, 800.0)
WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(*pages: Callable[[Canvas], object], size: tuple[float, float] = SIZE) -> bytes:
    """A PDF of pages, each drawn by a function."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines(*texts: str, x: float = 50, y: float = 700) -> Callable[[Canvas], None]:
    """A page function that writes lines from the top."""

    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(texts):
            canvas.drawString(x, y - 20 * number, text)

    return draw


def picture(width: float, height: float) -> Callable[[Canvas], None]:
    """A page function that places a picture of this size in points."""

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (20, 20), "grey")), 0, 0, width, height)

    return draw


def both(*draws: Callable[[Canvas], object]) -> Callable[[Canvas], None]:
    """A page function of several."""

    def draw_all(canvas: Canvas) -> None:
        for draw in draws:
            draw(canvas)

    return draw_all


def changed(data: bytes, change: Callable[[pikepdf.Pdf], object], **saving: object) -> bytes:
    """A PDF after a change by pikepdf."""
    with pikepdf.open(io.BytesIO(data)) as document:
        change(document)
        file = io.BytesIO()
        document.save(file, **saving)  # type: ignore[arg-type]
        return file.getvalue()


def locked(data: bytes, *, user: str, owner: str) -> bytes:
    """A PDF with passwords."""
    return changed(data, lambda _: None, encryption=pikepdf.Encryption(user=user, owner=owner))


def raw_pdf(objects: Iterable[bytes], trailer: bytes = b"<< /Root 1 0 R >>") -> bytes:
    """A PDF of objects as written, numbered from 1, without a cross-reference table."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, content) for number, content in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer " + trailer + b"\nstartxref\n0\n%%EOF\n"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def one_page_pdf(content: bytes, media_box: bytes = b"[0 0 600 800]", entries: bytes = b"") -> bytes:
    """A hand-made PDF of one page with this content stream object and these further page entries."""
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R %s >>" % (media_box, entries),
            content,
        ]
    )


def pdf_bomb(size: int = 100 << 20) -> bytes:
    """A page whose content unpacks, twice deflated, to very much."""
    squeezer = zlib.compressobj(9)
    once = b"".join(squeezer.compress(b"q Q " * (1 << 18)) for _ in range(size >> 20)) + squeezer.flush()
    return one_page_pdf(stream(zlib.compress(once, 9), b"/Filter [/FlateDecode /FlateDecode]"))


def recursive_form_pdf(inner: bytes) -> bytes:
    """A form `A` whose content is `inner`."""
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
            b" /Resources << /XObject << /A 5 0 R >> >> >>",
            stream(b"/A Do"),
            stream(
                inner,
                b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 5 0 R >> >>",
            ),
        ]
    )


def page_tree_loop_pdf() -> bytes:
    """A page tree that holds itself."""
    return raw_pdf(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 /Parent 2 0 R >>"]
    )


def many_pages_pdf(count: int) -> bytes:
    """A PDF of many empty pages."""
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>"
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
            *[page] * count,
        ]
    )


def word(fill: Callable[..., object]) -> bytes:
    """A word document filled by a function of python-docx's document."""
    document = Document()
    fill(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def word_with(body: str, parts: Mapping[str, str] | None = None, head: str = "") -> bytes:
    """A word document of this XML body and further parts."""
    document = f'{head}<w:document xmlns:w="{WORD_NAMESPACE}"><w:body>{body}</w:body></w:document>'
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return zipped({"[Content_Types].xml": f"<Types>{types}</Types>", "word/document.xml": document, **(parts or {})})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def overlapping_zip(names: int = 50, size: int = 1 << 20) -> bytes:
    """A word document whose many parts are the same bytes."""
    data = bytearray(word_with("<w:p/>", {"word/a": b"\0" * size}))  # type: ignore[dict-item]
    end = data.rfind(b"PK\x05\x06")
    directory = int.from_bytes(data[end + 16 : end + 20], "little")
    entry = bytes(data[data.rfind(b"PK\x01\x02", 0, end) : end])
    extra = b"".join(entry[:-1] + bytes([98 + number % 24]) for number in range(min(names, 24)))
    count = int.from_bytes(data[end + 10 : end + 12], "little") + min(names, 24)
    new_end = bytearray(data[end:])
    struct.pack_into("<HHI", new_end, 8, count, count, end - directory + len(extra))
    return bytes(data[:end]) + extra + bytes(new_end)


def mail(body: bytes, headers: str = "", kind: str = "text/plain; charset=utf-8") -> bytes:
    """A mail."""
    head = f"From: Bo Holm <bo@borger.example>\nTo: post@fjordby.example\nSubject: Klage\n{headers}"
    return f"{head}MIME-Version: 1.0\nContent-Type: {kind}\n\n".encode() + body


def mail_of_parts(parts: Iterable[tuple[str, bytes]], kind: str = "mixed") -> bytes:
    """A mail of parts, each with its headers."""
    joined = b"".join(b"--GR\n%s\n\n%s\n" % (headers.encode(), content) for headers, content in parts)
    return mail(joined + b"--GR--\n", kind=f"multipart/{kind}; boundary=GR")


def nested_mail(depth: int) -> bytes:
    """A mail in a mail in a mail."""
    inner = b"Content-Type: text/plain\n\nInderst\n"
    for number in range(depth):
        inner = b"Content-Type: multipart/mixed; boundary=G%d\n\n--G%d\n%s\n--G%d--\n" % (number, number, inner, number)
    return b"From: a@b.example\nSubject: dyb\nMIME-Version: 1.0\n" + inner
