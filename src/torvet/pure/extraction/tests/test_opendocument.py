"""OpenDocument texts and sheets: what is drawn, what is too much or broken. Hiding places have a matrix."""

import pytest

from torvet.pure.extraction import Extraction, ExtractionRefused, MediaType, RefusalCode, extract, odftable
from torvet.pure.extraction.tests import samples
from torvet.pure.extraction.tests.openfiles import KIND, NAMES, build_sheet, build_text, cell, packed, paragraph, row
from torvet.pure.extraction.tests.planting import FILLER

LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"


def text(body: str) -> bytes:
    return packed("text", f"<office:text>{body}</office:text>", {})


def sheet(rows: str) -> bytes:
    return packed("spreadsheet", f"<office:spreadsheet><table:table table:name='Ark'>{rows}</table:table>"
                  "</office:spreadsheet>", {})  # fmt: skip


def hidden(extraction: Extraction) -> set[tuple[str, str]]:
    return {(found.place, found.text) for found in extraction.hidden}


def test_a_text_is_drawn_in_order_with_headings_lists_notes_and_tables() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body>" + paragraph("En note")
    body = (
        "<text:h text:outline-level='2'>Afsnit</text:h>"
        + paragraph(f"To<text:s text:c='2'/>ord<text:tab/>og{note}</text:note-body></text:note>\n   mere")
        + f"<text:list><text:list-item>{paragraph('punkt')}<text:list><text:list-item>{paragraph('under')}"
        "</text:list-item></text:list></text:list-item></text:list>"
        + f"<table:table>{row(cell(paragraph('a')), cell(paragraph('b')))}</table:table>"
        + paragraph(f"<draw:frame><draw:text-box>{paragraph('I en boks')}</draw:text-box></draw:frame>")
    )
    extraction = extract(text(body))
    assert extraction.media_type is MediaType.ODT
    assert extraction.native_text.split("\n") == [
        "Afsnit", "To  ord\tog1 mere", "• punkt", "• under", "a\tb", "I en boks", "En note",
    ]  # fmt: skip
    assert not extraction.hidden


def test_files_of_filler_are_read_in_full() -> None:
    shown = extract(build_text(lambda spot: FILLER)).native_text.split("\n")
    assert shown == [
        "Synligt brevhoved", "Synlig overskrift", "synligt felt", "Synlig celle", "ja", "skriv", "valgt",
    ]  # fmt: skip
    shown = extract(build_sheet(lambda spot: FILLER)).native_text.split("\n")
    assert shown == ["Synligt brevhoved", "Synligt ark", "Synlig synligt felt", "vist", "1"]


def test_letters_without_a_colour_are_seen_on_dark_cells() -> None:
    style = (
        "<style:style style:name='Mørk' style:family='table-cell'>"
        "<style:table-cell-properties fo:background-color='#000080'/></style:style>"
        "<style:style style:name='MørkHvid' style:family='table-cell' style:parent-style-name='Mørk'>"
        "<style:text-properties fo:color='#ffffff'/></style:style>"
    )
    page = f"<office:document-styles {NAMES}><office:styles>{style}</office:styles></office:document-styles>"
    rows = row(cell(paragraph("a"), "table:style-name='Mørk'"), cell(paragraph("b"), "table:style-name='MørkHvid'"))
    body = f"<office:spreadsheet><table:table table:name='Ark'>{rows}</table:table></office:spreadsheet>"
    assert extract(packed("spreadsheet", body, {"styles.xml": page})).native_text == "Ark\na\tb"


def test_repeated_cells_and_rows_are_shown_as_often_as_they_stand() -> None:
    twice = cell(paragraph("x"), "table:number-columns-repeated='2'")
    rows = row(twice, attributes="table:number-rows-repeated='3'") + row(cell("", "table:number-columns-repeated='9'"))
    assert extract(sheet(rows)).native_text == "Ark\nx\tx\nx\tx\nx\tx"


@pytest.mark.parametrize(
    "rows",
    [
        row(cell(paragraph("x")), attributes="table:number-rows-repeated='1048576'"),
        row(cell(paragraph("x"), "table:number-columns-repeated='16384'")),
        row(
            cell(paragraph("x"), "table:number-columns-repeated='2000'"), attributes="table:number-rows-repeated='101'"
        ),
    ],
)
def test_repetitions_that_mean_harm_are_refused(rows: str) -> None:
    with pytest.raises(ExtractionRefused) as refused:
        extract(sheet(rows))
    assert refused.value.code is RefusalCode.TOO_LARGE


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(odftable, "MAX_CELLS", 3)
    with pytest.raises(ExtractionRefused):
        extract(sheet(row(cell(paragraph("x"))) * 4))


def locked() -> bytes:
    entry = "<manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/></manifest:file-entry>"
    return samples.zipped(
        {
            "mimetype": KIND + "text",
            "META-INF/manifest.xml": f"<manifest:manifest {NAMES}>{entry}</manifest:manifest>",
            "content.xml": b"\x00\x01",
        }
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (locked(), RefusalCode.ENCRYPTED),
        (packed("text", "<office:spreadsheet/>", {}), RefusalCode.UNREADABLE),
        (samples.zipped({"mimetype": KIND + "text"}), RefusalCode.UNREADABLE),
        (samples.zipped({"mimetype": KIND + "text", "content.xml": LAUGHS + "<x>&b;</x>"}), RefusalCode.UNREADABLE),
        (text("<text:section>" * 400 + "</text:section>" * 400), RefusalCode.TOO_DEEP),
        (sheet(row(cell(paragraph("x"), "table:number-columns-repeated='mange'"))), RefusalCode.UNREADABLE),
        (text(paragraph("")), RefusalCode.EMPTY),
    ],
)
def test_refusals(data: bytes, code: RefusalCode) -> None:
    with pytest.raises(ExtractionRefused) as refused:
        extract(data)
    assert refused.value.code is code
