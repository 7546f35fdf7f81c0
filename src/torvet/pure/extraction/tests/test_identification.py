"""What a file is, decided by its content."""

import io

import pytest
from PIL import Image

from torvet.pure.extraction import ExtractionRefused, MediaType, RefusalCode, danish_reason, identify
from torvet.pure.extraction.tests import samples

PDF = samples.pdf(samples.lines("Referat"))


def picture(kind: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (PDF, MediaType.PDF),
        (b"\x01\x02garbage" * 50 + PDF, MediaType.PDF),
        (samples.word(lambda document: document.add_paragraph("Hej")), MediaType.DOCX),
        (samples.word_with("<w:p/>"), MediaType.DOCX),
        (b"Referat af m\xf8de", MediaType.TXT),
        ("Referat af møde".encode("utf-16"), MediaType.TXT),
        ("Referat af møde".encode("utf-16-le"), MediaType.TXT),
        (b"\xef\xbb\xbfReferat", MediaType.TXT),
        (b"Til: byr\xe5det\nFra: forvaltningen\nEmne: budget\n\nHermed", MediaType.TXT),
        (b"Note: husk\nDate: i morgen", MediaType.TXT),
        (b"Pris < 100 kr. <b>men</b> ikke html", MediaType.TXT),
        (b"<!DOCTYPE html><title>x</title>", MediaType.HTML),
        (b"\r\n <HTML lang=da>", MediaType.HTML),
        (b"<?xml version='1.0'?><!DOCTYPE html><html xmlns='x'>", MediaType.HTML),
        ("<html><p>æ".encode("utf-16"), MediaType.HTML),
        (b"<p>Afsnit</p><script>x()</script>", MediaType.HTML),
        (samples.mail(b"Hej"), MediaType.EML),
        (b"From MAILER Mon Nov 23 2026\nFrom: a@b.example\nTo: c@d.example\n\nHej", MediaType.EML),
        (b"Received: from x\r\n\tby y\r\nSubject: z\r\n\r\nHej", MediaType.EML),
    ],
)
def test_known_types(data: bytes, media_type: MediaType) -> None:
    assert identify(data) is media_type


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (picture("JPEG"), "JPEG"),
        (picture("PNG"), "PNG"),
        (picture("TIFF"), "TIFF"),
        (picture("GIF"), "GIF"),
        (picture("WEBP"), "WebP"),
        (samples.zipped({"a.txt": "hej"}), "ZIP"),
        (samples.zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "ODF"),
        (samples.zipped({"[Content_Types].xml": "spreadsheetml.sheet.main+xml"}), "XLSX"),
        (samples.zipped({"[Content_Types].xml": "presentationml.presentation.main+xml"}), "PPTX"),
        (samples.zipped({"[Content_Types].xml": "ms-word.document.macroEnabled.main+xml"}), "DOCM"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99 + "WordDocument".encode("utf-16-le"), "DOC"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99 + "__substg1.0_0".encode("utf-16-le"), "MSG"),
        (rb"{\rtf1\ansi Hej}", "RTF"),
        (b"<svg xmlns='x'><script/></svg>", "SVG"),
        (b"<?xml version='1.0'?><faktura/>", "XML"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 60, "ELF"),
        (bytes(range(256)) * 4, "ukendt"),
    ],
)
def test_unknown_types_are_named(data: bytes, named: str) -> None:
    with pytest.raises(ExtractionRefused) as refused:
        identify(data)
    assert (refused.value.code, refused.value.detail) == (RefusalCode.UNSUPPORTED, named)
    assert f"({named})" in danish_reason(refused.value.code, refused.value.detail)


def test_an_encrypted_office_file_is_named_as_such() -> None:
    with pytest.raises(ExtractionRefused) as refused:
        identify(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99 + "EncryptedPackage".encode("utf-16-le"))
    assert refused.value.code is RefusalCode.ENCRYPTED


def test_a_pdf_that_carries_a_zip_is_a_pdf() -> None:
    attached = samples.zipped({"bilag.txt": "bilag"})
    data = PDF[: -len(b"%%EOF\n")] + b"% " + attached + b"\nstartxref\n0\n%%EOF\n"
    assert identify(data) is MediaType.PDF


def test_every_refusal_has_a_danish_sentence() -> None:
    for code in RefusalCode:
        sentence = danish_reason(code, "side 3")
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert "{" not in sentence
