"""Word documents: what is drawn, what is only reported, what is left out and counted."""

import io
import zipfile

import pytest
from docx import Document
from docx.shared import Pt
from PIL import Image

from torvet.pure.extraction import Extraction, ExtractionRefused, MediaType, RefusalCode, extract
from torvet.pure.extraction.tests import samples


def hidden(extraction: Extraction) -> set[tuple[str, str]]:
    return {(found.place, found.text) for found in extraction.hidden}


def shown(extraction: Extraction) -> str:
    return " ".join(" ".join(page.text.split()) for page in extraction.pages)


def paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def real_document() -> bytes:
    document = Document()
    document.core_properties.title = "Afgørelse til Bo Holm"
    document.core_properties.author = "Ane Bo"
    section = document.sections[0]
    section.header.paragraphs[0].text = "Fjordby Kommune"
    section.footer.paragraphs[0].text = "Rådhustorvet 1"
    document.add_heading("Afgørelse om støj", level=1)
    document.add_paragraph("Du får medhold.")
    document.add_paragraph("Målt ved skel", style="List Bullet")
    document.add_paragraph("Første vilkår", style="List Number")
    document.add_paragraph("Andet vilkår", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], ["Tid", "dB", "Nat", "42"], strict=True):
        cell.text = text
    document.add_paragraph().add_run("Usynlig sætning").font.hidden = True
    styled = document.add_paragraph()
    styled.add_run("to ").bold = True
    styled.add_run("løb").font.size = Pt(20)
    image = io.BytesIO()
    Image.new("RGB", (8, 8)).save(image, "PNG")
    document.add_picture(io.BytesIO(image.getvalue()))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_document_is_drawn_in_order_with_its_header_lists_and_tables() -> None:
    extraction = extract(real_document())
    assert extraction.media_type is MediaType.DOCX
    assert extraction.title == "Afgørelse til Bo Holm"
    assert extraction.native_text.split("\n") == [
        "Fjordby Kommune",
        "Afgørelse om støj",
        "Du får medhold.",
        "• Målt ved skel",
        "1. Første vilkår",
        "2. Andet vilkår",
        "Tid\tdB",
        "Nat\t42",
        "to løb",
        "Rådhustorvet 1",
    ]
    assert shown(extraction).startswith(
        "Fjordby Kommune Afgørelse om støj Du får medhold. • Målt ved skel 1. Første vilkår"
    )
    assert "images-left-out:1" in extraction.notices


def test_what_is_hidden_is_reported_and_not_drawn() -> None:
    extraction = extract(real_document())
    assert {("title", "Afgørelse til Bo Holm"), ("author", "Ane Bo"), ("hidden-text", "Usynlig sætning")} <= hidden(
        extraction
    )
    assert "Usynlig" not in shown(extraction) + extraction.native_text
    assert b"Bo Holm" not in extraction.pdf


def test_tracked_changes_comments_fields_and_links() -> None:
    body = paragraph(
        run("Klagen ")
        + "<w:del w:author='Ane'><w:r><w:delText>fra Bo Holm </w:delText></w:r></w:del>"
        + "<w:ins w:author='Ane'>" + run("er modtaget") + "</w:ins>"
        + "<w:moveFrom>" + run("flyttet væk") + "</w:moveFrom>"
        + "<w:r><w:instrText> MAILTO bo@borger.example </w:instrText></w:r>"
        + "<w:fldSimple w:instr=' AUTHOR '>" + run(" i går") + "</w:fldSimple>"
    )  # fmt: skip
    namespace = f"xmlns:w='{samples.WORD_NAMESPACE}'"
    comments = (
        f"<w:comments {namespace}><w:comment w:author='Ib'>{paragraph(run('Ring til Bo'))}</w:comment></w:comments>"
    )
    links = "<Relationships><Relationship Target='mailto:bo@borger.example' TargetMode='External'/></Relationships>"
    extraction = extract(
        samples.word_with(body, {"word/comments.xml": comments, "word/_rels/document.xml.rels": links})
    )
    assert extraction.native_text == "Klagen er modtaget i går"
    assert hidden(extraction) == {
        ("tracked-change", "fra Bo Holm"),
        ("tracked-change", "flyttet væk"),
        ("field-code", "MAILTO bo@borger.example"),
        ("field-code", "AUTHOR"),
        ("comment", "Ring til Bo"),
        ("author", "Ib"),
        ("author", "Ane"),
        ("link", "mailto:bo@borger.example"),
    }
    assert "tracked-changes" in extraction.notices


def test_text_boxes_are_read_once_and_notes_stand_at_the_end() -> None:
    compatibility = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    box = f"<w:txbxContent>{paragraph(run('I en boks'))}</w:txbxContent>"
    alternate = (
        f"<mc:AlternateContent {compatibility}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent>"
    )
    namespace = f"xmlns:w='{samples.WORD_NAMESPACE}'"
    notes = f"<w:footnotes {namespace}><w:footnote w:id='2'>{paragraph(run('En note'))}</w:footnote></w:footnotes>"
    body = paragraph(run("Tekst") + f"<w:r>{alternate}<w:footnoteReference w:id='2'/></w:r>") + paragraph(run("Slut"))
    extraction = extract(samples.word_with(body, {"word/footnotes.xml": notes}))
    assert extraction.native_text == "Tekst\nI en boks\nSlut\nEn note"


def test_styles_hide_and_number() -> None:
    namespace = f"xmlns:w='{samples.WORD_NAMESPACE}'"
    styles = f"""<w:styles {namespace}>
      <w:style w:styleId='Skjult'><w:name w:val='Skjult'/><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:styleId='Under'><w:basedOn w:val='Skjult'/></w:style>
      <w:style w:styleId='Loop'><w:basedOn w:val='Loop'/></w:style>
      <w:style w:styleId='Ov1'><w:name w:val='heading 1'/>
        <w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:style>
    </w:styles>"""
    numbering = f"""<w:numbering {namespace}><w:abstractNum w:abstractNumId='7'>
      <w:lvl w:ilvl='0'><w:start w:val='4'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl>
      <w:lvl w:ilvl='1'><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1.%2)'/></w:lvl>
    </w:abstractNum><w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num></w:numbering>"""

    def styled(text: str, style: str, level: str = "") -> str:
        number = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='3'/></w:numPr>" if level else ""
        return paragraph(f"<w:pPr><w:pStyle w:val='{style}'/>{number}</w:pPr>{run(text)}")

    body = "".join(
        [styled("væk", "Under"), styled("her", "Loop"), styled("Kapitel", "Ov1"), styled("punkt", "", "1"),
         styled("punkt", "", "1"), styled("Kapitel", "Ov1"), styled("punkt", "", "1")]
    )  # fmt: skip
    extraction = extract(samples.word_with(body, {"word/styles.xml": styles, "word/numbering.xml": numbering}))
    assert extraction.native_text.split("\n") == [
        "her", "IV. Kapitel", "IV.a) punkt", "IV.b) punkt", "V. Kapitel", "V.a) punkt",
    ]  # fmt: skip
    assert hidden(extraction) == {("hidden-text", "væk")}


def test_the_strict_form_is_read_too() -> None:
    data = samples.word_with(paragraph(run("Streng")))
    parts = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
            parts[name] = archive.read(name).replace(samples.WORD_NAMESPACE.encode(), strict)
    assert extract(samples.zipped(parts)).native_text == "Streng"


def test_embedded_objects_and_macros_are_named() -> None:
    parts = {"word/embeddings/a.bin": "x", "word/vbaProject.bin": "x", "word/charts/chart1.xml": "<x/>"}
    extraction = extract(samples.word_with(paragraph(run("Tekst")), parts))
    assert set(extraction.notices) >= {"embedded-objects:1", "macros", "charts-left-out:1"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (samples.word_with(""), RefusalCode.EMPTY),
        (samples.word_with(paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>")), RefusalCode.EMPTY),
        (
            samples.zipped({"[Content_Types].xml": "wordprocessingml.document.main+xml"}),
            RefusalCode.UNREADABLE,
        ),
        (samples.overlapping_zip(), RefusalCode.UNSAFE_ARCHIVE),
    ],
)
def test_refusals(data: bytes, code: RefusalCode) -> None:
    with pytest.raises(ExtractionRefused) as refused:
        extract(data)
    assert refused.value.code is code


def test_white_on_a_dark_heading_row_is_seen() -> None:
    styles = (
        f"<w:styles xmlns:w='{samples.WORD_NAMESPACE}'><w:style w:styleId='Net'><w:tblStylePr w:type='firstRow'>"
        "<w:tcPr><w:shd w:val='clear' w:fill='1F3864'/></w:tcPr></w:tblStylePr></w:style></w:styles>"
    )
    white = paragraph(run("hvid", "<w:color w:val='FFFFFF'/>"))
    row = f"<w:tr><w:tc>{white}</w:tc></w:tr>"
    table = f"<w:tbl><w:tblPr><w:tblStyle w:val='Net'/></w:tblPr>{row}{row}</w:tbl>"
    extraction = extract(samples.word_with(table, {"word/styles.xml": styles}))
    assert extraction.native_text == "hvid"
    assert hidden(extraction) == {("same-colour-text", "hvid")}


def test_neighbouring_hidden_runs_are_reported_as_one() -> None:
    pieces = "".join(run(part, "<w:vanish/>") for part in ("3112", "99-", "4078"))
    extraction = extract(samples.word_with(paragraph(run("Tekst") + pieces)))
    assert hidden(extraction) == {("hidden-text", "311299-4078")}


def test_text_on_both_sides_of_a_remark_is_read() -> None:
    extraction = extract(samples.word_with(paragraph(run("til Bo<!-- skjult --> Holm"))))
    assert extraction.native_text == "til Bo Holm"
    assert hidden(extraction) == {("xml-comment", "skjult")}
