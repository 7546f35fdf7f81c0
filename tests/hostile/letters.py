"""Mails, texts, tables and web pages that mean harm."""

import base64
import struct

from torvet.pure.extraction.tests.samples import mail, mail_of_parts, nested_mail

from .packed_files import compound
from .pdf_files import letter

__all__ = ["mail", "mail_of_parts", "nested_mail"]


def many_parts(count: int) -> bytes:
    """A mail of very many parts."""
    return mail_of_parts([("Content-Type: text/plain", b"del")] * count)


def long_header() -> bytes:
    """A mail with 10 MB of recipients."""
    return mail(b"hej", "Cc: " + "a@b.example, " * 800_000 + "\n")


def many_headers() -> bytes:
    """A mail with 200,000 header lines."""
    return mail(b"hej", "X-A: b\n" * 200_000)


def one_boundary_twice() -> bytes:
    """A mail in a mail, both cut at the same line."""
    inner = b"Content-Type: multipart/mixed; boundary=G\n\n--G\n\nInderst\n--G--\n"
    return mail(b"--G\n" + inner + b"--G\n\nYderst\n--G--\n", kind="multipart/mixed; boundary=G")


def prefix_boundary() -> bytes:
    """A boundary that begins like the one inside, so that readers disagree on where parts end."""
    body = b"--G\nContent-Type: multipart/mixed; boundary=GG\n\n--GG\n\nA\n--GG--\n--G\n\nB\n--G--\n"
    return mail(body, kind="multipart/mixed; boundary=G")


def no_boundary() -> bytes:
    """A mail of parts that are cut nowhere."""
    return mail(b"--\n\nA\n--\n\nB\n----\n", kind='multipart/mixed; boundary=""')


def two_kinds() -> bytes:
    """A mail that says twice what it is."""
    return mail(b"<html><script>x()</script>Hej</html>", "Content-Type: text/html\n")


def odd_coding() -> bytes:
    """A mail in a character set and a packing that do not exist."""
    headers = "Content-Transfer-Encoding: x-ukendt\n"
    return mail(b"\xff\xfe\0\x80 hej med dig", headers, "text/plain; charset=x-findes-ikke")


def bad_base64() -> bytes:
    """A mail whose attached letter is no base64 at all."""
    part = "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n"
    part += 'Content-Disposition: attachment; filename="=?utf-8?b?Li4vLi4v?=brev.pdf"\n'
    return mail_of_parts([("Content-Type: text/plain", b"Se vedlagt."), (part, b"@@@@" * 1000)])


def attached(name: str, data: bytes) -> bytes:
    """A mail with this file attached."""
    part = f'Content-Type: application/octet-stream\nContent-Disposition: attachment; filename="{name}"\n'
    part += "Content-Transfer-Encoding: base64"
    return mail_of_parts([("Content-Type: text/plain", b"Se vedlagt."), (part, base64.encodebytes(data))])


def winmail() -> bytes:
    """Outlook's own way of packing, with a size that is a lie."""
    return struct.pack("<IHBHHI", 0x223E9F78, 1, 1, 0x9007, 6, 0x7FFFFFFF) + b"\0" * 600


def outlook(properties: bytes = b"\0" * 64, *, loop: bool = False) -> bytes:
    """A MSG of Outlook with hardly anything in it."""
    subject = "Klage".encode("utf-16-le")
    return compound({"__properties_version1.0": properties, "__substg1.0_0037001F": subject}, loop=loop)


def rich_depth(depth: int = 200_000) -> bytes:
    """RTF in groups of groups."""
    return b"{\\rtf1 " + b"{\\b " * depth + b"dybt" + b"}" * depth + b"}"


def rich_binary() -> bytes:
    """RTF that announces two thousand million raw bytes."""
    return b"{\\rtf1 Referat {\\pict\\bin2147483647 " + b"\0" * 1000 + b"}}"


def rich_object() -> bytes:
    """RTF with an object that Word would start."""
    return b"{\\rtf1 Referat{\\object\\objautlink\\objupdate{\\*\\objdata " + b"d0cf11e0a1b11ae1" * 500 + b"}}}"


def page(body: str) -> bytes:
    """A web page."""
    return f"<!doctype html><html><body>{body}</body></html>".encode()


def picture_with_script() -> bytes:
    """A drawing that is a program."""
    return b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><text>Referat</text></svg>'


def odd_signs() -> bytes:
    """A text with signs that turn its direction, join nothing or mean nothing."""
    return "Referat \u202egnukrif\u202c\u200b\u200d\ufeff\u0000\u0007 \ud83d med\u0301\u0301\u0301 vold.\n".encode(
        "utf-8", "surrogatepass"
    )


def stacked_signs() -> bytes:
    """One letter with 100,000 accents."""
    return ("Referat a" + "\u0301" * 100_000 + " slut.").encode()


def table(rows: int, columns: int) -> bytes:
    """A table of numbers."""
    return (b";".join(b"%d" % number for number in range(columns)) + b"\r\n") * rows


def open_quote() -> bytes:
    """A table with a quotation mark that is never closed, and 10 MB behind it."""
    return b"a;b;c\n1;2;3\n4;5;6\n7;8;9\n" + b'10;"11;12\n' + b"13;14;15\n" * (1 << 20)


def html_and_pdf() -> bytes:
    """A web page for one reader, a PDF for another."""
    return b"<html><script>x()</script><!-- " + letter() + b" -->"


def gif_and_script() -> bytes:
    """A picture that a browser runs as a program."""
    return b"GIF89a/*" + b"\0" * 40 + b"*/=1;alert(1);//"
