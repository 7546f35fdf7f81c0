"""Tables of values in text: the sign between columns, quotes, encodings, limits."""

import pytest

from torvet.pure.extraction import ExtractionRefused, MediaType, RefusalCode, delimited, extract
from torvet.pure.extraction.delimited import delimiter_of, read_delimited


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("navn;beløb\nBo;1,5\nIb;2,5\n", ";"),
        ("a,b,c\n1,2,3\n", ","),
        ("a\tb\n1\t2\n", "\t"),
        ("a|b|c\n1|2|3\n", "|"),
        ("sep=|\na|b\n", "|"),
        ('navn;tekst\nBo;"linje et\nlinje; to"\nIb;x\n', ";"),
        ("en\nto\ntre\n", ""),
        ("Kære Bo, tak for brevet.\nVi svarer, når vi kan, og siger til.\nHilsen\n", ""),
        ("a;b\n", ""),
        ("", ""),
    ],
)
def test_the_sign_between_columns(text: str, delimiter: str) -> None:
    assert delimiter_of(text) == delimiter


def test_a_table_is_read_in_any_encoding() -> None:
    text = 'Navn;Beløb;Note\nÅse;1.234,50;"to\r\nlinjer; her"\n;;\nIb;2;\n'
    for encoding in ("utf-8", "cp1252", "utf-8-sig", "utf-16"):
        extraction = extract(text.encode(encoding))
        assert extraction.media_type is MediaType.CSV
        assert extraction.native_text == "Navn\tBeløb\tNote\nÅse\t1.234,50\tto\nlinjer; her\nIb\t2\t"
    assert "Åse" in extraction.pages[0].text


def test_excels_own_first_line_is_no_row() -> None:
    assert read_delimited(b"sep=;\r\na;b\r\n1;2\r\n").blocks == read_delimited(b"a;b\r\n1;2\r\n").blocks


def test_what_is_no_table_after_all_keeps_its_lines() -> None:
    extraction = read_delimited(b"en\nto; to; to\ntre\n")
    assert [getattr(block, "text", "") for block in extraction.blocks] == ["en\nto; to; to\ntre"]


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MAX_CELLS", 5)
    with pytest.raises(ExtractionRefused) as refused:
        read_delimited(b"a;b\n" * 3)
    assert refused.value.code is RefusalCode.TOO_LARGE


def test_a_cell_without_end_is_refused() -> None:
    with pytest.raises(ExtractionRefused):
        read_delimited(b"a;b\n" * 70_000 + b'c;"' + b"x" * (2 << 20))
