"""Fonts that say other letters than they show are found, and honest ones are left in peace."""

import string

import pytest
from reportlab.pdfgen.canvas import Canvas

from torvet.pure.recognition import doubtful_fonts, doubting
from torvet.pure.recognition.comparing import differing, shape
from torvet.pure.recognition.honest import honest_names
from torvet.pure.recognition.tests import samples

SHIFTED = dict(zip(string.ascii_lowercase, string.ascii_lowercase[1:] + "a", strict=True))
LIES = {
    "digits": dict(zip("0123456789", "3895017264", strict=True)),
    "two digits": {"3": "7", "7": "3"},
    "letters": SHIFTED,
    "one letter": {"f": "x"},
}


@pytest.fixture(scope="module")
def honest(embedded: str) -> bytes:
    page = samples.written(*samples.LINES * 3, font=embedded)
    return samples.pdf(samples.written("Forside"), page, page)


@pytest.mark.parametrize("lie", LIES)
def test_a_font_that_lies_is_found_on_its_pages(honest: bytes, lie: str) -> None:
    doubts = doubtful_fonts(samples.lying(honest, LIES[lie]))
    assert [doubt.page for doubt in doubts] == [2, 3]
    assert all(0 < doubt.share <= 1 and doubt.letters > 50 for doubt in doubts)


def test_an_honest_font_is_not_doubted(honest: bytes) -> None:
    assert doubtful_fonts(honest) == ()


def test_honest_letters_are_not_doubted_however_they_lie(embedded: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(embedded, 7)
        canvas.drawString(30, 280, "Lille skrift med tal: 0123456789 og Æblehaven")
        canvas.rotate(90)
        canvas.setFont(embedded, 12)
        canvas.drawString(20, -380, "Lodret tekst 070761-4285 i margen")
        canvas.setFillGray(0.5)
        canvas.drawString(20, -350, "Grå tekst om Xerxes og Zenit, 98 76 54")

    assert doubtful_fonts(samples.pdf(draw)) == ()


def test_only_the_lying_font_of_two_is_found(embedded: str) -> None:
    first = samples.lying(samples.pdf(samples.written(*samples.LINES * 3, font=embedded)), LIES["digits"])
    assert {doubt.page for doubt in doubtful_fonts(first)} == {1}
    assert doubtful_fonts(samples.pdf(samples.written(*samples.LINES * 3))) == ()


def test_long_documents_are_compared_in_batches(honest: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubting, "MAX_OPEN_PAGES", 1)
    assert [doubt.page for doubt in doubtful_fonts(samples.lying(honest, LIES["digits"]))] == [2, 3]


def test_every_font_is_looked_at_however_few_lines_are_allowed(honest: bytes) -> None:
    assert doubtful_fonts(samples.lying(honest, SHIFTED), most_lines=0) != ()


def test_plain_standard_fonts_cannot_lie_and_are_not_looked_at(honest: bytes) -> None:
    plain = samples.pdf(samples.written())
    assert honest_names(plain) == {"Helvetica"}
    assert honest_names(honest) == {"Helvetica"}
    assert honest_names(b"nothing") == frozenset()


def test_what_readers_confuse_counts_as_equal() -> None:
    assert shape("O0 l1I S5 B8 m") == shape("00 111 55 88 rn")
    assert [at for at, different in differing("CPR 12", "CPR 34") if different] == [4, 5]
    assert [at for at, different in differing("ﬁl", "fil") if different] == []
