"""Workbooks: values as a Danish reader sees them, and what is too much or broken. Hiding places have a matrix."""

import io
from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

from torvet.pure.extraction import Extraction, ExtractionRefused, MediaType, RefusalCode, extract, spreadsheet
from torvet.pure.extraction.numberformats import show_number, show_text
from torvet.pure.extraction.tests import samples
from torvet.pure.extraction.tests.planting import FILLER
from torvet.pure.extraction.tests.sheetfiles import build, cell, sheet


def workbook(fill: Callable[[Workbook], object]) -> bytes:
    book = Workbook()
    fill(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def bare(rows: str, before: str = "", after: str = "") -> bytes:
    """A workbook of one sheet of this XML."""
    types = "<Types><Override ContentType='x/spreadsheetml.sheet.main+xml'/></Types>"
    relation = "Type='x/worksheet' Target='worksheets/sheet1.xml'"
    return samples.zipped(
        {
            "[Content_Types].xml": types,
            "xl/workbook.xml": (
                "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
                "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                "<sheets><sheet name='Ark' r:id='r1'/></sheets></workbook>"
            ),
            "xl/_rels/workbook.xml.rels": f"<Relationships><Relationship Id='r1' {relation}/></Relationships>",
            "xl/worksheets/sheet1.xml": sheet(rows, before, after),
        }
    )


def refusal(data: bytes) -> RefusalCode:
    with pytest.raises(ExtractionRefused) as refused:
        extract(data)
    return refused.value.code


def hidden(extraction: Extraction) -> set[tuple[str, str]]:
    return {(found.place, found.text) for found in extraction.hidden}


def real_workbook(book: Workbook) -> None:
    ledger = book.active
    assert ledger is not None
    ledger.title = "Udgifter"
    ledger.append(["Dato", "Beløb", "Andel", "Betalt", "Cpr"])
    ledger.append([date(2026, 11, 23), 1234.5, 0.25, True, 101901234])
    ledger.append([datetime(2026, 11, 23, 14, 5), -7, 1, False, 3112994078])  # noqa: DTZ001
    ledger.append([time(8, 30), "=SUM(B2:B3)", 2.5])
    for row in (2, 3):
        ledger.cell(row, 2).number_format = "#,##0.00"
        ledger.cell(row, 3).number_format = "0%"
        ledger.cell(row, 5).number_format = "000000-0000"
    ledger["A2"].number_format = "dd/mm/yyyy"
    ledger["A6"] = "uden for udskriftsområdet"
    ledger.print_area = "A1:C4"
    heading = ledger["A1"]
    heading.font, heading.fill = Font(color="FFFFFF"), PatternFill("solid", fgColor="1F3864")
    other = book.create_sheet("Noter")
    other["C3"] = "langt nede"


def test_values_are_shown_as_a_danish_reader_sees_them() -> None:
    extraction = extract(workbook(real_workbook))
    assert extraction.media_type is MediaType.XLSX
    assert extraction.native_text.split("\n") == [
        "Udgifter",
        "Dato\tBeløb\tAndel\tBetalt\tCpr",
        "23-11-2026\t1.234,50\t25%\tSAND\t010190-1234",
        "23-11-2026 14:05:00\t-7,00\t100%\tFALSK\t311299-4078",
        "08:30:00\t\t2,5",
        "uden for udskriftsområdet",
        "Noter",
        "langt nede",
    ]
    assert "formulas-without-values:1" in extraction.notices
    assert "23-11-2026" in extraction.pages[0].text
    assert not {"hidden-text", "hidden-rows:1"} & set(extraction.notices)


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (1234567.891, "#,##0.00", "1.234.567,89"),
        (-0.001, "0.00", "0,00"),
        (0.5, "#.##", ",5"),
        (33445566, "00 00 00 00", "33 44 55 66"),
        (1e6, '#,##0,"k"', "1.000k"),
        (-5, "0;(0)", "(5)"),
        (1.5, "[h]:mm", "36:00"),
        (46349, "[$-406]d. mmmm yyyy;@", "23-11-2026"),
        (46349, "mmm-yy", "11-2026"),
        (0.1 + 0.2, "General", "0,3"),
        (12345, "0.00E+00", "12345"),
        (5e9, "dd-mm-yyyy", "5000000000"),
        (61, "yyyy-mm-dd", "01-03-1900"),
        (1, "yyyy-mm-dd", "01-01-1900"),
    ],
)
def test_number_formats(number: float, code: str, text: str) -> None:
    assert show_number(number, code).text == text


def test_a_format_that_writes_something_else_hides_the_value() -> None:
    assert show_number(311299, '"se bilag"').hides
    assert show_number(-3, "0;;0").hides
    assert show_text("Bo", '0;0;0;"skjult"').hides
    assert not show_text("Bo", "0;0;0;@").hides
    assert show_number(0, "yyyy-mm-dd", from_1904=True).text == "01-01-1904"


def test_strings_and_rich_text_of_a_real_file() -> None:
    def fill(book: Workbook) -> None:
        page = book.active
        assert page is not None
        page.append(["synlig", "skjult", "synlig"])
        page.column_dimensions["B"].hidden = True
        page.append(["gemt"])
        page.row_dimensions[2].hidden = True
        book.create_sheet("Væk")["A1"] = "bag gardinet"
        book["Væk"].sheet_state = "veryHidden"

    extraction = extract(workbook(fill))
    assert extraction.native_text == "Sheet\nsynlig\tsynlig"
    assert {("hidden-column", "skjult"), ("hidden-row", "gemt"), ("hidden-sheet", "bag gardinet")} <= hidden(extraction)
    assert {"hidden-sheets:1", "hidden-rows:1", "hidden-columns:1"} <= set(extraction.notices)


def test_columns_without_a_width_of_their_own_may_all_be_hidden() -> None:
    rows = (
        f"<row r='1'>{cell('A1', 'åben')}{cell('B1', 'lukket')}</row><row r='2' hidden='0'>{cell('A2', 'åben')}</row>"
    )
    before = "<sheetFormatPr defaultColWidth='0' zeroHeight='1'/><cols><col min='1' max='1' width='9'/></cols>"
    extraction = extract(bare(rows, before))
    assert extraction.native_text == "Ark\nåben"
    assert ("hidden-row", "åben | lukket") in hidden(extraction)


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MAX_CELLS", 3)
    assert refusal(bare("".join(f"<row r='{n}'>{cell(f'A{n}', 'x')}</row>" for n in range(1, 5)))) is (
        RefusalCode.TOO_LARGE
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (bare(f"<row r='1'>{cell('XFD1', 'x')}</row>"), RefusalCode.TOO_LARGE),
        (bare(f"<row r='1'>{cell('A9', 'x')}</row>"), RefusalCode.UNREADABLE),
        (bare(f"<row r='1'>{cell('../x', 'x')}</row>"), RefusalCode.UNREADABLE),
        (bare("", after="<mergeCells>" + "<mergeCell ref='A1:B9999'/>" * 6 + "</mergeCells>"), RefusalCode.TOO_LARGE),
        (bare("<row r='1'><c r='A1'><v>&x;</v></c></row>"), RefusalCode.UNREADABLE),
        (samples.zipped({"[Content_Types].xml": "spreadsheetml.sheet.main+xml"}), RefusalCode.UNREADABLE),
    ],
)
def test_refusals(data: bytes, code: RefusalCode) -> None:
    assert refusal(data) is code


@pytest.mark.parametrize("value", ["1e999", "nan", "-1e300", "9" * 500, "", " ", "ti"])
def test_odd_numbers_are_shown_as_they_stand(value: str) -> None:
    extract(bare(f"<row r='1'>{cell('A1', 'x')}<c r='B1'><v>{value}</v></c></row>"))


def test_a_workbook_of_filler_is_read_in_full() -> None:
    extraction = extract(build(lambda spot: FILLER))
    assert extraction.native_text.split("\n") == [
        "Ark",
        "Synlig",
        "x",
        "\tse bilag",
        "åben ",
        "flettet",
        "Synlig figur",
    ]
