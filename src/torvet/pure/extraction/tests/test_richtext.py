"""Rich text: what is drawn, in which letters, and what is too much or broken. Hiding places have a matrix."""

import pytest
from striprtf.striprtf import rtf_to_text

from torvet.pure.extraction import Extraction, ExtractionRefused, MediaType, RefusalCode, extract, rtftokens
from torvet.pure.extraction.tests.planting import FILLER
from torvet.pure.extraction.tests.richfiles import build

HEAD = r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset161 Arial Greek;}}"


def rich(body: str) -> Extraction:
    return extract((HEAD + body + "}").encode("cp1252"))


def hidden(extraction: Extraction) -> set[tuple[str, str]]:
    return {(found.place, found.text) for found in extraction.hidden}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\'e6bler og p\'e6rer\par", "æbler og pærer"),
        (r"\u230?bler \u-10179?\u-8704?\par", "æbler 😀"),
        (r"{\f1 \'e1\'e2}\par", "αβ"),
        (r"{\uc2\u230??bler}\par", "æbler"),
        (r"a\tab b\line c\par d\~e\_f\{g\}\\", "a\tb\nc\nd\xa0e\u2011f{g}\\"),
        (r"{\upr{kaere}{\*\ud{k\u230?re}}}\par", "kære"),
        (r"{\pict\pngblip 89504e47}tekst", "tekst"),
        (r"{\pict\bin4 }}}}}tekst", "tekst"),
        (r"{\outlinelevel0 Overskrift\par}Tekst{\footnote En note}\par", "Overskrift\nTekst\nEn note"),
        (r"{\header Brevhoved\par}Tekst\par{\listtext 1.\tab}punkt\par", "Brevhoved\nTekst\n1.\tpunkt"),
    ],
)
def test_letters_and_paragraphs(body: str, text: str) -> None:
    extraction = rich(body)
    assert extraction.media_type is MediaType.RTF
    assert extraction.native_text == text


def test_rows_become_a_table() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl %s\cell %s\par to\cell\row"
    extraction = rich(r"Foer\par" + row % ("a", "b") + row % ("c", "d") + r"\pard Efter\par")
    assert extraction.native_text == "Foer\na\tb\nto\nc\td\nto\nEfter"


def test_hidden_pieces_are_reported_as_one_and_revised_text_is_shown() -> None:
    extraction = rich(r"Til {\v 3112}{\v 99-4078}{\revised ny}{\plain\v0  her}\par")
    assert extraction.native_text == "Til ny her"
    assert hidden(extraction) == {("hidden-text", "311299-4078")}
    assert {"hidden-text", "tracked-changes"} <= set(extraction.notices)


def test_another_reader_sees_the_same_in_an_ordinary_file() -> None:
    body = r"\b Afg\'f8relse\b0\par Du f\'e5r {\i medhold} i sagen.\par"
    other = rtf_to_text(HEAD + body + "}")  # type: ignore[no-untyped-call]
    assert rich(body).native_text.split() == other.split()


def test_a_file_of_filler_is_read_in_full() -> None:
    shown = extract(build(lambda spot: FILLER)).native_text
    assert shown.split("\n") == ["Synlig tekst", "Synligt link", "Synligt objekt"]


def test_too_many_tokens_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rtftokens, "MAX_TOKENS", 10)
    with pytest.raises(ExtractionRefused):
        rich(r"\b\b0" * 10)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{\\rtf1 " + b"{" * 300 + b"x" + b"}" * 300, RefusalCode.TOO_DEEP),
        (b"{\\rtf1 }", RefusalCode.EMPTY),
        (b"{\\rtf1 {\\v alt er skjult}}", RefusalCode.EMPTY),
    ],
)
def test_refusals(data: bytes, code: RefusalCode) -> None:
    with pytest.raises(ExtractionRefused) as refused:
        extract(data)
    assert refused.value.code is code


@pytest.mark.parametrize(
    "tail", [b"\\", b"\\'", b"\\'z", b"\\u", b"\\bin999999999 ", b"}}}}", b"\\cell\\row\\cf9999 x"]
)
def test_what_is_cut_off_is_read_as_far_as_it_goes(tail: bytes) -> None:
    assert "tekst" in extract(b"{\\rtf1 tekst " + tail).native_text
