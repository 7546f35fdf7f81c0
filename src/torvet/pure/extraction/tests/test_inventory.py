"""What a PDF holds beside its pages, one file for each place, and files of ordinary programs."""

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from torvet.pure.extraction import Extraction, extract
from torvet.pure.extraction.tests import samples

SECRET = "070761-4285"
PLAIN = samples.pdf(samples.lines("Referat af mødet"))
XMP = f"""<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li>Klage fra Bo {SECRET}</rdf:li></rdf:Alt>
</dc:description></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


def note(kind: str, **entries: Any) -> Callable[[pikepdf.Pdf], None]:
    def add(document: pikepdf.Pdf) -> None:
        made = Dictionary(Type=Name.Annot, Subtype=Name("/" + kind), Rect=[40, 690, 300, 720], **entries)
        document.pages[0].Annots = Array([document.make_indirect(made)])

    return add


def widget(document: pikepdf.Pdf) -> None:
    note("Widget", FT=Name.Tx, T="a", V=SECRET)(document)
    document.Root.AcroForm = Dictionary(Fields=[document.pages[0].Annots[0]])


def field_without_place(document: pikepdf.Pdf) -> None:
    entry = document.make_indirect(Dictionary(FT=Name.Tx, T="cpr", V=SECRET))
    document.Root.AcroForm = Dictionary(Fields=[entry])


def attached_to_a_page(document: pikepdf.Pdf) -> None:
    file = document.make_stream(b"hemmeligt")
    specification = Dictionary(Type=Name.Filespec, F=SECRET, EF=Dictionary(F=file))
    note("FileAttachment", FS=document.make_indirect(specification))(document)


def script_in_a_name_tree(document: pikepdf.Pdf) -> None:
    action = document.make_indirect(Dictionary(S=Name.JavaScript, JS="app.alert(1)"))
    document.Root.Names = Dictionary(JavaScript=Dictionary(Names=["a", action]))


def layer_off(document: pikepdf.Pdf) -> None:
    layers = [document.make_indirect(Dictionary(Type=Name.OCG, Name=name)) for name in (SECRET, "Tekst")]
    default = Dictionary(BaseState=Name.OFF, ON=[layers[1]])
    document.Root.OCProperties = Dictionary(OCGs=Array(layers), D=default)


def structure(**entries: Any) -> Callable[[pikepdf.Pdf], None]:
    def add(document: pikepdf.Pdf) -> None:
        element = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, **entries))
        document.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=element)

    return add


def metadata(document: pikepdf.Pdf) -> None:
    document.Root.Metadata = document.make_stream(XMP, Type=Name.Metadata, Subtype=Name.XML)


def metadata_of_a_picture(document: pikepdf.Pdf) -> None:
    document.pages[0].Resources.XObject = Dictionary(
        A=document.make_stream(b"", Type=Name.XObject, Metadata=document.make_stream(XMP))
    )


def own_property(document: pikepdf.Pdf) -> None:
    document.docinfo["/Sagsbehandler"] = SECRET


def label(document: pikepdf.Pdf) -> None:
    document.Root.PageLabels = Dictionary(Nums=[0, Dictionary(P=SECRET)])


def destination(document: pikepdf.Pdf) -> None:
    document.Root.Names = Dictionary(
        Dests=Dictionary(Kids=[Dictionary(Names=[f"Bo {SECRET}", Array([document.pages[0].obj, Name.Fit])])])
    )


def unlinked(document: pikepdf.Pdf) -> None:
    """A note that no page has any more."""
    document.Root.Gone = document.make_indirect(Dictionary(Type=Name.Annot, T="x", V=SECRET))


def places(extraction: Extraction) -> set[str]:
    return {found.place for found in extraction.hidden if SECRET in found.text}


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("change", "place", "notice"),
    [
        (note("Text", Contents=SECRET), "annotation", "annotations:1"),
        (note("FreeText", Contents=SECRET), "annotation", "annotations:1"),
        (note("Stamp", Contents=SECRET), "annotation", "annotations:1"),
        (note("Popup", Contents=SECRET), "annotation", ""),
        (note("Highlight", T=SECRET), "annotation", "annotations:1"),
        (widget, "form-field", "form-fields:1"),
        (field_without_place, "form-field", "form-fields:1"),
        (attached_to_a_page, "attachment-name", "attachments:1"),
        (layer_off, "layer-off", "layers-off:1"),
        (structure(ActualText=SECRET), "actual-text", ""),
        (structure(Alt=SECRET), "alternative-text", ""),
        (structure(E=SECRET), "expansion", ""),
        (metadata, "metadata", ""),
        (metadata_of_a_picture, "metadata", ""),
        (own_property, "metadata", ""),
        (label, "page-label", ""),
        (destination, "destination", ""),
        (unlinked, "form-field", "form-fields:1"),
    ],
)
def test_a_text_beside_the_pages_is_found(
    change: Callable[[pikepdf.Pdf], None], place: str, notice: str, packed: bool
) -> None:
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    extraction = extract(samples.changed(PLAIN, change, object_stream_mode=mode))
    assert places(extraction) == {place}
    assert extraction.notices == ((notice,) if notice else ())


def test_a_redaction_that_was_never_carried_out_tells_what_lies_under_it() -> None:
    extraction = extract(samples.changed(PLAIN, note("Redact")))
    assert ("unapplied-redaction", "Referat af mødet", 1) in {(f.place, f.text, f.page) for f in extraction.hidden}
    assert extraction.notices == ("unapplied-redactions:1",)


def script_in_a_link(document: pikepdf.Pdf) -> None:
    note("Link", A=Dictionary(S=Name.JavaScript, JS="app.alert(1)"))(document)


@pytest.mark.parametrize("change", [script_in_a_name_tree, script_in_a_link])
def test_a_script_in_a_packed_object_is_found(change: Callable[[pikepdf.Pdf], None]) -> None:
    mode = pikepdf.ObjectStreamMode.generate
    data = samples.changed(PLAIN, change, object_stream_mode=mode)
    assert b"JavaScript" not in data
    extraction = extract(data)
    assert extraction.notices == ("has-javascript",)
    assert "script" in {found.place for found in extraction.hidden}


def test_thumbnails_and_private_data_are_counted() -> None:
    def add(document: pikepdf.Pdf) -> None:
        document.pages[0].Thumb = document.make_stream(b"x")
        document.pages[0].PieceInfo = Dictionary(Program=Dictionary(Private="x"))

    assert extract(samples.changed(PLAIN, add)).notices == ("thumbnails:1", "private-data:1")


def update(data: bytes, number: int, content: bytes) -> bytes:
    """A PDF with one object written anew behind its end, as programs do that save quickly."""
    with pikepdf.open(io.BytesIO(data)) as document:
        size, root = len(document.objects) + 1, document.Root.objgen[0]
    before = int(data.rsplit(b"startxref", 1)[1].split()[0])
    entry = b"\n%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, len(data) + 1)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Prev %d >>\n" % (size, root, before)
    return data + entry + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (len(data) + len(entry))


def test_an_earlier_revision_gives_away_what_it_said() -> None:
    first = samples.changed(samples.pdf(samples.lines("Referat", f"Bo {SECRET}")), lambda _: None, static_id=True)
    with pikepdf.open(io.BytesIO(first)) as document:
        number = document.pages[0].Contents.objgen[0]
    extraction = extract(update(first, number, samples.stream(b"BT /F1 12 Tf 50 700 Td (Referat) Tj ET")))
    assert SECRET not in extraction.pages[0].text
    assert ("earlier-revision", f"Bo {SECRET}", 1) in {(f.place, f.text, f.page) for f in extraction.hidden}
    assert extraction.notices == ("earlier-revisions:1",)


def test_a_file_for_the_web_has_no_earlier_revision() -> None:
    assert extract(samples.changed(PLAIN, lambda _: None, linearize=True)).notices == ()


@pytest.mark.parametrize("kind", ["Type3", "Type0"])
def test_letters_of_fonts_that_say_nothing_of_themselves_are_not_trusted(kind: str) -> None:
    def change(document: pikepdf.Pdf) -> None:
        shape = document.make_stream(b"500 0 0 0 400 700 d1 0 0 400 700 re f")
        document.pages[0].Resources.Font.F1 = document.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.X, Encoding=Name("/Identity-H"))
            if kind == "Type0"
            else Dictionary(
                Type=Name.Font,
                Subtype=Name.Type3,
                FontBBox=[0, 0, 1000, 1000],
                FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
                CharProcs=Dictionary(A=shape),
                Encoding=Dictionary(Differences=[65, Name.A]),
                FirstChar=65,
                LastChar=65,
                Widths=[500],
            )
        )

    two = samples.pdf(samples.lines("AAAA"), samples.lines("Anden side"))
    extraction = extract(samples.changed(two, change))
    assert extraction.pages[0].needs_ocr
    assert not extract(two).pages[0].needs_ocr


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_file_from_libreoffice_hides_nothing(tmp_path: Path) -> None:
    text = samples.word(lambda document: (document.add_heading("Referat", 1), document.add_paragraph("Effektiv støj")))
    (tmp_path / "a.docx").write_bytes(text)
    options = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", options, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=120)
    extraction = extract((tmp_path / "a.pdf").read_bytes())
    assert extraction.notices == ()
    assert {found.place for found in extraction.hidden} <= {"title", "author", "metadata", "bookmark"}
