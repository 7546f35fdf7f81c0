"""What runs in the sandbox, called here without it: the reading text says what the pages show, and no more."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from torvet.modules.records import inside
from torvet.modules.records.inside.covering import _detector
from torvet.modules.records.inside.looking import _confidence
from torvet.modules.records.inside.reading import MISSING_WORDS_SHARE, read
from torvet.modules.records.isolation import FONTS
from torvet.modules.records.judging import SURE_CONFIDENCE
from torvet.modules.records.tests.builders import pdf
from torvet.pure.extraction.typefaces import DEJAVU_FILES, Typefaces
from torvet.pure.pii import PiiClass, scan
from torvet.pure.recognition import Seen, Word
from torvet.pure.redaction import redact_and_prove


def half_hidden() -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.drawString(72, 700, "Alle kan se denne linje.")
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 650, "Ingen kan se den hvide.")
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(72, 600, "Den sidste linje kan ses.")
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def covered(folder: Path, data: bytes) -> dict[str, Any]:
    (folder / "original").write_bytes(data)
    request = {"fonts": "", "title": "", "spans": [], "looks": {}, "secrets": [], "known": [], "public": []}
    return inside.cover(folder, request)


def test_the_reading_text_leaves_out_what_nobody_sees(tmp_path: Path) -> None:
    answer = covered(tmp_path, half_hidden())
    reading = json.dumps(answer["reading_text"], ensure_ascii=False)
    assert "Alle kan se denne linje." in reading
    assert "Den sidste linje kan ses." in reading
    assert "hvide" not in reading
    assert answer["holds"]


def test_a_rendition_that_leaves_words_out_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "original").write_text("Byrådet vedtog planen for stien langs åen i dag.\n" * 3, encoding="utf-8")
    for words, is_taken in (("Byrådet vedtog planen for stien langs åen i dag.", True), ("Noget helt andet.", False)):
        (tmp_path / "rendition.pdf").write_bytes(pdf(*[words] * 3))
        notices = read(tmp_path, {"fonts": ""})["notices"]
        assert ("rendition-differs" not in notices) is is_taken
    assert MISSING_WORDS_SHARE < 0.1


def test_set_up_brings_the_typefaces_that_drawing_needs() -> None:
    if not FONTS.is_dir():
        pytest.skip("set up without npm: drawn with the PDF's own typefaces")
    assert [name for name in DEJAVU_FILES if not (FONTS / name).is_file()] == []


@pytest.mark.parametrize("dash", "-\u2010\u2011\u2012\u2013\u2014\u2212\u2043\ufe63\uff0d")
@pytest.mark.parametrize("fonts", ["", str(FONTS)])
def test_a_number_is_found_on_the_drawn_page_whatever_its_dash(tmp_path: Path, dash: str, fonts: str) -> None:
    (tmp_path / "original").write_text(f"Borgeren har nummer 610190{dash}5004 i dag.", encoding="utf-8")
    answer = read(tmp_path, {"fonts": fonts})
    found = {each.pii_class for each in scan(answer["pages"][0]["text"])}
    assert PiiClass.CPR in found or "drawn-differently" in answer["notices"]


def test_what_cannot_be_drawn_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Typefaces, "_likeness", lambda self, character: "?" if character == "-" else character)
    (tmp_path / "original").write_text("Borgeren har nummer 610190-5004 i dag.", encoding="utf-8")
    assert "drawn-differently" in read(tmp_path, {"fonts": ""})["notices"]


def seen(dpi: float, confidence: float = 90.0) -> Seen:
    return Seen(1, "Brev", (Word(0, 4, 0, 0, 9, 9, confidence),), confidence, (), 0, dpi)


@pytest.mark.parametrize(("dpi", "is_sure"), [(100, False), (119, False), (150, True), (0, True)])
def test_a_fax_is_never_read_surely(dpi: float, is_sure: bool) -> None:
    confidence = _confidence(seen(dpi))
    assert confidence is not None
    assert (confidence >= SURE_CONFIDENCE) is is_sure


def test_nothing_read_is_no_confidence() -> None:
    assert _confidence(Seen(1, "", (), 0.0, (), 0, 200)) is None


NAMES = "Brevet er til Anders Holm og Bente Juhl."


@pytest.mark.parametrize(
    ("again", "secrets", "is_news"),
    [
        ("Kære Anders Holm", [], False),
        ("Kære Anders Hoim", [], False),
        ("Kære Anders Hoim", ["Anders Holm"], True),
        ("Kære Xaver Qvist", [], True),
    ],
    ids=["as judged", "a letter misread", "nearly a covered one", "another"],
)
def test_a_second_reading_of_a_picture_is_news_only_where_it_says_something_else(
    again: str, secrets: list[str], is_news: bool
) -> None:
    detect = _detector([], [], NAMES, secrets, has_pictures=True)
    assert bool(detect(again)) is is_news


def test_without_pictures_a_letter_more_or_less_is_news() -> None:
    detect = _detector([], [], NAMES, [], has_pictures=False)
    assert detect("Kære Anders Hoim")


def test_a_proof_that_could_not_look_at_pictures_does_not_hold_where_it_could(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def blind(*args: object, **kwargs: object) -> object:
        covered, proof = redact_and_prove(*args, **kwargs)  # type: ignore[arg-type]  # as they came
        return covered, replace(proof, looked_at_pictures=False)

    monkeypatch.setattr("torvet.modules.records.inside.covering.redact_and_prove", blind)
    for can_read in (True, False):
        monkeypatch.setattr("torvet.modules.records.inside.covering.is_available", lambda can_read=can_read: can_read)
        assert covered(tmp_path, pdf("Et brev uden billeder."))["holds"] is not can_read
