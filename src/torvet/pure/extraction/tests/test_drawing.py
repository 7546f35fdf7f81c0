"""Plain text and the PDF that is drawn for it."""

import io
from pathlib import Path

import pypdfium2
import pytest
import reportlab
from hypothesis import given, settings
from hypothesis import strategies as st

from torvet.pure.extraction import ExtractionRefused, RefusalCode, extract
from torvet.pure.extraction.blocks import Block, Fields, Paragraph, Rule, Style, Table
from torvet.pure.extraction.drawing import MARGIN_PT, PAGE_WIDTH_PT, draw, wrap
from torvet.pure.extraction.typefaces import DEJAVU_FILES, typefaces

PANGRAM = "Høj bly gom vandt fræk sexquiz på wc. Ærø, ÅLBORG, café, naïve, Straße – »citat«, 12 % §"


@pytest.fixture(scope="module")
def font_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The embedded typefaces' file names with the small free typeface that the drawing library brings."""
    folder = tmp_path_factory.mktemp("fonts")
    for file in DEJAVU_FILES:
        (folder / file).write_bytes((Path(reportlab.__file__).parent / "fonts" / "Vera.ttf").read_bytes())
    return folder


def fonts_in(pdf: bytes) -> set[bytes]:
    return {name for name in (b"BitstreamVera", b"Helvetica", b"FontFile2") if name in pdf}


def test_every_danish_letter_survives_with_and_without_embedded_typefaces(font_folder: Path) -> None:
    for folder in (None, font_folder):
        extraction = extract(PANGRAM.encode(), font_folder=folder)
        assert " ".join(extraction.pages[0].text.split()) == f"{PANGRAM} 1"
        assert ("font-fallback" in extraction.notices) == (folder is None)
    assert b"FontFile2" in extraction.pdf


def test_a_folder_without_typefaces_falls_back(tmp_path: Path) -> None:
    assert extract(b"Hej", font_folder=tmp_path).notices == ("font-fallback",)


def test_characters_without_a_shape_become_their_likeness_or_a_question_mark() -> None:
    extraction = extract("Łódź ﬁn \U0001d7ce 漢 a\u00adb c\u200bd er det?".encode())
    assert extraction.pages[0].text.startswith("?ódz fin 0 ? ab cd er det?")
    assert "characters-replaced:2" in extraction.notices
    assert extraction.native_text.startswith("Łódź")


def test_the_same_text_gives_the_same_bytes(font_folder: Path) -> None:
    for folder in (None, font_folder):
        assert extract(PANGRAM.encode(), font_folder=folder).pdf == extract(PANGRAM.encode(), font_folder=folder).pdf


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_of_plain_text(encoding: str) -> None:
    assert extract("Blåbærgrød til 40 €\r\n".encode(encoding)).native_text == "Blåbærgrød til 40 €"


def test_bytes_without_meaning_are_told() -> None:
    extraction = extract(b"Bl\xe5b\xe6r \x81 gr\xf8d")
    assert extraction.native_text == "Blåbær \ufffd grød"
    assert "damaged-characters" in extraction.notices


def test_long_text_runs_over_numbered_pages_and_loses_nothing() -> None:
    words = [f"ord{number}" for number in range(5000)]
    pages = extract(" ".join(words).encode()).pages
    assert len(pages) > 5
    assert [page.text.split()[-1] for page in pages] == [str(number + 1) for number in range(len(pages))]
    assert [word for page in pages for word in page.text.split()[:-1]] == words


def test_tables_fields_and_every_style_are_drawn_inside_the_margins() -> None:
    blocks: list[Block] = [
        *(Paragraph(f"Stil {style} {PANGRAM * 3}", style, level=3) for style in Style),
        Rule(),
        Fields((("Fra", "Bo " * 60), ("Til", "post"))),
        Table((("Navn", "Beløb"), ("x" * 400, "1"), ("kort",), ())),
        Table((tuple(f"k{number}" for number in range(30)),)),
        Table((("celle " * 3000, "b"),)),
    ]
    drawing = draw(blocks, max_pages=50)
    with pypdfium2.PdfDocument(drawing.pdf) as document:
        for page in document:
            text = page.get_textpage()
            for at in range(text.count_chars()):
                left, _, right, _ = text.get_charbox(at)
                assert left >= MARGIN_PT - 1
                assert right <= PAGE_WIDTH_PT - MARGIN_PT + 1
    assert extract(drawing.pdf).pages[0].text.startswith("Stil title")


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(ExtractionRefused) as refused:
        extract(b"linje\n\n" * 2000, max_pages=10)
    assert (refused.value.code, refused.value.detail) == (RefusalCode.TOO_MANY_PAGES, "over 10")


def test_columns_keep_their_places() -> None:
    rows = "\n".join(
        f"{name:<20}{amount:>8}" for name, amount in [("Vej", 1), ("Park", 22), ("Skole", 333), ("Bad", 4)]
    )
    pdf = extract(rows.encode()).pdf
    assert b"Courier" in io.BytesIO(pdf).getvalue()


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("abæ  -iW."), max_size=200), st.floats(30, 200))
def test_wrapping_loses_nothing_and_fits(line: str, width_pt: float) -> None:
    face = typefaces(None).regular
    pieces = list(wrap(line, face, 10, width_pt))
    assert "".join(pieces).replace(" ", "") == line.replace(" ", "")
    assert " ".join(pieces).split(" ") == line.split(" ") or max(face.width(w, 10) for w in line.split(" ")) > width_pt
    assert all(face.width(piece, 10) <= width_pt + 0.01 for piece in pieces)
