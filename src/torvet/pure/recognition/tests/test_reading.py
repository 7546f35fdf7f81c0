"""Words, their places and their confidence, on pages as they come out of scanners."""

import os
import random

import pytest
from PIL import Image
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from torvet.pure.recognition import (
    RecognitionMissing,
    RecognitionRefused,
    RefusalCode,
    Seen,
    boxes_of,
    engine,
    recognise,
    text_of,
    version,
    warm,
)
from torvet.pure.recognition.tests import samples

NUMBER = "070761-4285"
WITHIN_PT = 2.0

pytestmark = pytest.mark.usefixtures("tesseract")

Rect = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def written() -> bytes:
    return samples.pdf(samples.written())


def box_of(seen: Seen, text: str) -> Rect:
    start = seen.text.index(text)
    (box,) = boxes_of(seen, start, start + len(text))
    return box


def place_of_number() -> Rect:
    """Where `written()` draws the number: its digits are 0.72 em high."""
    start = 30 + stringWidth("Ansøger er ", "Helvetica", 11)
    return start, 240, start + stringWidth(NUMBER, "Helvetica", 11), 240 + 0.72 * 11


def is_near(one: Rect, other: Rect) -> bool:
    return all(abs(a - b) <= WITHIN_PT for a, b in zip(one, other, strict=True))


def turned(box: Rect, turn: int) -> Rect:
    """Where a box lies after its page was turned clockwise."""
    width, height = samples.SIZE
    x0, y0, x1, y1 = box
    return {
        0: box,
        90: (y0, width - x1, y1, width - x0),
        180: (width - x1, height - y1, width - x0, height - y0),
        270: (height - y1, x0, height - y0, x1),
    }[turn]


def test_text_is_read_line_by_line(written: bytes) -> None:
    seen = recognise(written, 1)
    assert [line for line in seen.text.split("\n") if line] == list(samples.LINES)
    assert (seen.page, seen.turned, seen.codes) == (1, 0, ())
    assert seen.confidence > 90


def test_words_stand_where_their_offsets_say(written: bytes) -> None:
    seen = recognise(written, 1)
    assert [seen.text[word.start : word.end] for word in seen.words] == seen.text.split()


def test_a_box_lies_where_the_word_was_drawn(written: bytes) -> None:
    assert is_near(box_of(recognise(written, 1), NUMBER), place_of_number())


def test_a_span_over_two_lines_has_two_boxes(written: bytes) -> None:
    seen = recognise(written, 1)
    start = seen.text.index("Skolevej")
    first, second = boxes_of(seen, start, seen.text.index("13.567,89"))
    assert first[1] > second[3]
    with pytest.raises(ValueError, match="outside"):
        boxes_of(seen, 0, len(seen.text) + 1)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_scan_is_read_and_its_boxes_lie_on_the_page_as_it_is(written: bytes, turn: int) -> None:
    seen = recognise(samples.scanned(written, turn=turn), 1)
    assert is_near(box_of(seen, NUMBER), turned(place_of_number(), turn))
    assert seen.turned == 360 - turn
    assert seen.confidence > 90


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_shown(written: bytes, rotate: int) -> None:
    seen = recognise(samples.scanned(written, turn=360 - rotate, rotate=rotate), 1)
    assert is_near(box_of(seen, NUMBER), turned(place_of_number(), 360 - rotate))
    assert seen.turned == 0


@pytest.mark.parametrize("skew", [2, -3])
def test_a_skewed_scan_is_read(written: bytes, skew: float) -> None:
    seen = recognise(samples.scanned(written, skew=skew), 1)
    assert NUMBER in seen.text
    assert "Skolevej" in seen.text


def test_white_letters_on_black_are_read() -> None:
    def draw(canvas: Canvas) -> None:
        samples.written(*samples.LINES[:3])(canvas)
        canvas.rect(20, 100, 350, 50, fill=1)
        canvas.setFillGray(1)
        canvas.drawString(40, 120, "Hvid tekst om 150968-6012 på sort")

    assert "150968-6012" in recognise(samples.pdf(draw), 1).text


def test_small_print_is_read_at_a_finer_resolution() -> None:
    seen = recognise(samples.pdf(samples.written(*samples.LINES, size=6)), 1)
    assert seen.text.split() == " ".join(samples.LINES).split()


def test_letter_spaced_digits_are_all_there() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(30, 200)
        text.setCharSpace(5)
        text.textLine(NUMBER)
        canvas.drawText(text)
        canvas.drawString(30, 150, "CPR nr. 1 5 0 9 6 8 - 6 0 1 2 tilhører")

    assert samples.digits(recognise(samples.pdf(draw), 1).text) == "0707614285" + "1509686012"


def test_every_number_of_a_faxed_list_is_read() -> None:
    numbers = samples.numbers(24)
    rows = samples.written(
        *(f"Borger {name}: {number}" for name, number in zip("ABCD" * 6, numbers, strict=True)), y=500
    )
    seen = recognise(samples.faxed(samples.pdf(rows, size=(420, 540))), 1)
    found = samples.digits(seen.text)
    assert [number for number in numbers if samples.digits(number) not in found] == []


def test_only_the_pictures_of_a_page_with_text_are_read(written: bytes) -> None:
    cut = samples.image_of(written, 200).crop((60, 60, 900, 200))
    page = samples.pdf(samples.both(samples.written("Tekst som står i filen."), samples.placed(cut, 200, at=(50, 80))))
    seen = recognise(page, 1, whole=False)
    assert NUMBER in seen.text
    assert "filen" not in seen.text
    box = box_of(seen, NUMBER)
    x, y = place_of_number()[0] - 60 * 0.36 + 50, 240 - (300 - 200 * 0.36) + 80
    assert is_near(box, (x, y, x + (box[2] - box[0]), y + 0.72 * 11))


def test_a_scan_cut_into_strips_is_read_as_one(written: bytes) -> None:
    image = samples.image_of(written, 200)
    strips = [  # of 5.4 points, each too small to be looked at alone
        samples.placed(image.crop((0, top, image.width, top + 15)), 200, at=(0, 300 - (top + 15) * 0.36))
        for top in range(0, 300, 15)
    ]
    assert NUMBER in recognise(samples.pdf(samples.both(*strips)), 1, whole=False).text


def test_a_page_without_pictures_has_nothing_to_read_in_them(written: bytes) -> None:
    assert recognise(written, 1, whole=False) == Seen(1, "", (), 0.0, (), 0)


def test_a_blank_page_says_nothing() -> None:
    assert recognise(samples.pdf(lambda canvas: None), 1) == Seen(1, "", (), 0.0, (), 0)


def test_a_photograph_gives_no_confident_words() -> None:
    grain = Image.frombytes("L", (300, 200), random.Random(5).randbytes(60_000))
    hills = Image.effect_mandelbrot((300, 200), (-2, -1.5, 1, 1.5), 60)
    for image in (grain, hills):
        seen = recognise(samples.pdf(samples.placed(image, 100, at=(20, 20))), 1)
        assert [word for word in seen.words if word.confidence > 60] == []


def test_everything_the_picture_says_holds_the_codes(written: bytes) -> None:
    assert NUMBER in text_of(written, 1)


def test_a_file_that_cannot_be_read_is_refused_by_name(written: bytes) -> None:
    with pytest.raises(RecognitionRefused) as broken:
        recognise(b"%PDF-1.7 nothing", 1)
    assert broken.value.code is RefusalCode.UNREADABLE
    with pytest.raises(RecognitionRefused) as beyond:
        recognise(written, 2)
    assert beyond.value.code is RefusalCode.NO_SUCH_PAGE


def test_without_data_the_reader_says_so(written: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PLACES", ())
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    engine.made.cache_clear()
    assert not engine.is_available()
    assert not warm()
    with pytest.raises(RecognitionMissing):
        recognise(written, 1)


def test_the_version_is_tesseracts() -> None:
    assert int(version().split(".")[0]) >= 5


def test_an_engine_made_before_a_fork_works_after_it(written: bytes) -> None:
    assert warm()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            status = 0 if NUMBER in recognise(written, 1).text else 2
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert NUMBER in recognise(written, 1).text
