"""Spans to boxes, checked against the ink of the rendered page."""

import ctypes
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from torvet.pure.extraction import Box, Span, extract, locate
from torvet.pure.extraction.tests import samples

SCALE = 4


def span_of(data: bytes, part: str, page: int = 1) -> Span:
    start = extract(data).pages[page - 1].text.index(part)
    return Span(page, start, start + len(part))


def boxes_of(data: bytes, part: str) -> tuple[Box, ...]:
    return locate(data, [span_of(data, part)])[0]


def ink(data: bytes) -> tuple[float, float, float, float]:
    """The rectangle of dark pixels on the rendered page, in pixels from the top left."""
    with pypdfium2.PdfDocument(data) as document:
        image = document[0].render(scale=SCALE, grayscale=True).to_pil()
    found = image.point(lambda shade: 255 if shade < 128 else 0).getbbox()
    assert found is not None
    left, top, right, bottom = found
    return left, top, right, bottom


def shown(data: bytes, box: Box) -> tuple[float, float, float, float]:
    """Where a box comes to lie on the rendered page."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        width, height = (round(side * SCALE) for side in page.get_size())
        xs, ys = [], []
        for x, y in ((box.x0, box.y0), (box.x1, box.y1)):
            at_x, at_y = ctypes.c_int(), ctypes.c_int()
            pypdfium2.raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, at_x, at_y)
            xs.append(at_x.value)
            ys.append(at_y.value)
    return min(xs), min(ys), max(xs), max(ys)


def turned(angle: int, crop: list[int] | None) -> Callable[[pikepdf.Pdf], None]:
    def turn(document: pikepdf.Pdf) -> None:
        document.pages[0].rotate(angle, relative=False)
        if crop is not None:
            document.pages[0].cropbox = pikepdf.Array(crop)

    return turn


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, [40, 90, 500, 780]])
def test_a_box_covers_the_ink_whatever_turn_and_crop_the_page_has(angle: int, crop: list[int] | None) -> None:
    data = samples.changed(samples.pdf(samples.lines("010180-1234", x=100)), turned(angle, crop))
    (box,) = boxes_of(data, "010180-1234")
    assert shown(data, box) == pytest.approx(ink(data), abs=3)


@pytest.mark.parametrize("angle", [0, 30, 90, 180, 270])
def test_turned_text_is_covered_too(angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(300, 400)
        canvas.rotate(angle)
        canvas.drawString(0, 0, "010180-1234")

    data = samples.pdf(draw)
    found = [shown(data, box) for box in boxes_of(data, "010180-1234")]
    whole = (
        *(min(box[side] for box in found) for side in (0, 1)),
        *(max(box[side] for box in found) for side in (2, 3)),
    )
    assert whole == pytest.approx(ink(data), abs=8 if angle == 30 else 3)
    if angle % 90 == 0:
        assert len(found) == 1


def test_a_span_over_two_lines_has_a_box_on_each() -> None:
    data = samples.pdf(samples.lines("Bo bor på Nørregade 7,", "8000 Aarhus C, siden 1987"))
    first, second = boxes_of(data, "Nørregade 7,\r\n8000 Aarhus C")
    assert first.y0 > second.y1
    assert first.x0 > second.x0


def test_a_word_broken_by_a_hyphen_has_a_box_on_each_line() -> None:
    data = samples.pdf(samples.lines("Han bor på kommune-", "vejen 7"))
    assert len(boxes_of(data, "kommune\xadvejen")) == 2


def test_columns_are_parted() -> None:
    data = samples.pdf(samples.both(samples.lines("Bo Holm"), samples.lines("12 34 56 78", x=400)))
    text = extract(data).pages[0].text
    assert len(locate(data, [Span(1, 0, len(text))])[0]) == 2


def test_spans_come_back_in_their_order_over_pages() -> None:
    data = samples.pdf(samples.lines("et"), samples.lines("to", x=200))
    two, one, again = locate(data, [span_of(data, "to", 2), span_of(data, "et"), span_of(data, "to", 2)])
    assert (one[0].page, two[0].page) == (1, 2)
    assert two == again


def test_spaces_have_no_box_and_no_spans_no_boxes() -> None:
    data = samples.pdf(samples.lines("En lang linje", "og en til"))
    assert locate(data, [Span(1, 13, 15)]) == ((),)
    assert locate(data, []) == ()


@pytest.mark.parametrize("span", [Span(1, 0, 99), Span(1, -1, 2), Span(1, 2, 1), Span(0, 0, 1), Span(2, 0, 1)])
def test_a_span_outside_the_document_is_a_mistake_of_the_caller(span: Span) -> None:
    with pytest.raises(ValueError, match="page"):
        locate(samples.pdf(samples.lines("Hej")), [span])


@settings(max_examples=30, deadline=None)
@given(
    st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_categories=["Cc"]), min_size=1, max_size=60),
    st.data(),
)
def test_the_box_of_a_part_lies_in_the_box_of_the_whole(text: str, data: st.DataObject) -> None:
    """Drawn from text, so that any letter of a Latin alphabet, spaces and line ends take part."""
    extraction = extract(b"\xef\xbb\xbfX" + text.encode())
    length = len(extraction.pages[0].text)
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    part, whole = locate(extraction.pdf, [Span(1, start, end), Span(1, 0, length)])
    for box in part:
        assert any(
            outer.x0 <= box.x0 and outer.y0 <= box.y0 and outer.x1 >= box.x1 and outer.y1 >= box.y1 for outer in whole
        )
