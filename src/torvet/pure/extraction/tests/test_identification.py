"""What a file is, decided by its content."""

import io

import pytest
from PIL import Image

from torvet.pure.extraction import ExtractionRefused, MediaType, RefusalCode, danish_reason, extract, identify, reading
from torvet.pure.extraction.tests import samples
from torvet.pure.extraction.tests.compoundfiles import compound

PDF = samples.pdf(samples.lines("Referat"))
TYPES = "[Content_Types].xml"


def picture(kind: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, kind)
    return file.getvalue()


def open_document(kind: str) -> bytes:
    return samples.zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<x/>"})


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
        (picture("JPEG"), MediaType.JPEG),
        (picture("PNG"), MediaType.PNG),
        (picture("TIFF"), MediaType.TIFF),
        (b"\0\0\0\x18ftypheic" + b"\0" * 40, MediaType.HEIC),
        (samples.zipped({"a.txt": "hej"}), MediaType.ZIP),
        (open_document("text"), MediaType.ODT),
        (open_document("spreadsheet"), MediaType.ODS),
        (samples.zipped({TYPES: "spreadsheetml.sheet.main+xml"}), MediaType.XLSX),
        (samples.zipped({TYPES: "presentationml.presentation.main+xml"}), MediaType.PPTX),
        (samples.zipped({TYPES: "presentationml.presentation.main+xml spreadsheetml.sheet"}), MediaType.PPTX),
        (compound({"__properties_version1.0": b"\0" * 32}), MediaType.MSG),
        (compound({"__properties_version1.0": b"", "__attach": {"x": "WordDocument".encode("utf-16")}}), MediaType.MSG),
        (rb"{\rtf1\ansi Hej}", MediaType.RTF),
        (b"Navn;By\nBo;Fjordby\nAne;Havn", MediaType.CSV),
        (b'Navn,Sted\n"Holm, Bo",Fjordby\nAne,"Havn"\n', MediaType.CSV),
        ("År\tBeløb\n2024\t1\n2025\t2\n2026\t3\n".encode("utf-16"), MediaType.CSV),
        (b"a;b;c\n" * 5000, MediaType.CSV),
        (b"Navn;By\nBo;Fjordby", MediaType.TXT),
        (b"Hej Bo, vi ses\nI morgen, sagde Ane\nMen ikke, hvis det regner", MediaType.TXT),
        (b"Navn;By\n\nBo;Fjordby\n\nAne;Havn\n\n", MediaType.TXT),
        (b"Referat\nPunkt 1; budget\nPunkt 2; veje; stier\nPunkt 3\n", MediaType.TXT),
    ],
)
def test_known_types(data: bytes, media_type: MediaType) -> None:
    assert identify(data) is media_type


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (picture("GIF"), "GIF"),
        (picture("WEBP"), "WebP"),
        (b"\0\0\0\x18ftypavif" + b"\0" * 40, "AVIF"),
        (b"\0\0\0\x18ftypisom" + b"\0" * 40, "MP4"),
        (open_document("presentation"), "ODP"),
        (open_document("text-template"), "OTT"),
        (samples.zipped({"mimetype": "application/epub+zip"}), "EPUB"),
        (samples.zipped({"META-INF/MANIFEST.MF": "x"}), "JAR"),
        (samples.zipped({TYPES: "wordprocessingml.template.main+xml"}), "DOTX"),
        (samples.zipped({TYPES: "ms-word.document.macroEnabled.main+xml"}), "DOCM"),
        (samples.zipped({TYPES: "ms-excel.sheet.macroEnabled.main+xml"}), "XLSM"),
        (samples.zipped({TYPES: "ms-excel.sheet.binary.macroEnabled.main"}), "XLSB"),
        (samples.zipped({TYPES: "ms-powerpoint.presentation.macroEnabled.main+xml"}), "PPTM"),
        (samples.zipped({TYPES: "presentationml.slideshow.main+xml"}), "PPSX"),
        (compound({"WordDocument": b"x"}), "DOC"),
        (compound({"WordDocument": b"x", "ObjectPool": {"m": {"__properties_version1.0": b"x"}}}), "DOC"),
        (compound({"Workbook": b"x" * 5000}), "XLS"),
        (compound({"Andet": b"x"}), "OLE2"),
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


@pytest.mark.parametrize(
    "data",
    [
        compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}),
        samples.zipped(
            {"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "<m:encryption-data/>"}
        ),
    ],
)
def test_an_encrypted_office_file_is_named_as_such(data: bytes) -> None:
    with pytest.raises(ExtractionRefused) as refused:
        identify(data)
    assert refused.value.code is RefusalCode.ENCRYPTED


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (picture("JPEG") + PDF, "JPEG"),
        (b"\xff\xd8\xff" + b"\0" * 2000 + PDF, "JPEG og PDF"),
        (picture("JPEG") + samples.zipped({"a": "b"}), "JPEG og ZIP"),
        (picture("PNG") + b"\0" * 2000 + PDF, "PNG og PDF"),
        (picture("TIFF") + samples.zipped({"a": "b"}), "TIFF og ZIP"),
        (b"Referat " * 2000 + samples.zipped({"a": "b"}), "TXT og ZIP"),
        (rb"{\rtf1 hej}" + samples.zipped({"a": "b"}), "RTF og ZIP"),
        (samples.zipped({TYPES: "spreadsheetml.sheet.main+xml wordprocessingml.document.main+xml"}), "DOCX og XLSX"),
    ],
)
def test_a_file_that_is_two_things_is_refused(data: bytes, named: str) -> None:
    with pytest.raises(ExtractionRefused) as refused:
        identify(data)
    assert refused.value.code is RefusalCode.AMBIGUOUS
    assert named in refused.value.detail


def test_a_broken_compound_file_is_unreadable() -> None:
    with pytest.raises(ExtractionRefused) as refused:
        identify(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3000)
    assert refused.value.code is RefusalCode.UNREADABLE


def test_a_known_type_without_a_reader_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(reading._READERS, MediaType.HTML)
    with pytest.raises(ExtractionRefused) as refused:
        extract(b"<html><p>Hej")
    assert (refused.value.code, refused.value.detail) == (RefusalCode.UNSUPPORTED, "HTML")


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
