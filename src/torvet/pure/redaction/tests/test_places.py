"""The same secret in fourteen places of one file: gone from all of them, for every reader."""

import io

import pikepdf
import pytest

from torvet.pure.redaction import Dropped, HiddenText, Proof, RedactedFile, redact_and_prove
from torvet.pure.redaction.tests.papers import CPR, detect, said
from torvet.pure.redaction.tests.places import DIGITS, PLACES, STAYS, boxes_for, with_secret
from torvet.pure.redaction.tests.probes import PROBES, finds

QUICK = [name for name in PROBES if name != "OCR"]
# What each reader finds before: the test can fail.
FOUND_BEFORE = {"pdfium", "pypdf", "pdfminer", "own reader", "all objects", "metadata", "attachments", "outline"}
FOUND_BEFORE |= {"annotations", "pdftotext", "mutool", "raw bytes"}


def _add_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/OpenAction"] = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String(f"app.alert('{CPR}')"))


@pytest.fixture(scope="module")
def original() -> bytes:
    with pikepdf.open(io.BytesIO(with_secret(PLACES))) as pdf:
        _add_script(pdf)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def outcome(original: bytes) -> tuple[RedactedFile, Proof]:
    return redact_and_prove(original, boxes_for(original, PLACES), [CPR], detect, "Afgørelse")


def test_there_are_fourteen_places() -> None:
    assert len(PLACES) == 14


def test_the_proof_holds(outcome: tuple[RedactedFile, Proof]) -> None:
    assert outcome[1].failed == ()


def test_pages_with_a_scan_become_pictures_and_others_do_not(outcome: tuple[RedactedFile, Proof]) -> None:
    assert outcome[0].methods == ("glyphs", "raster")


@pytest.mark.parametrize("probe", QUICK)
def test_no_reader_finds_the_secret(probe: str, original: bytes, outcome: tuple[RedactedFile, Proof]) -> None:
    before = finds(probe, original, CPR)
    if before is None:
        pytest.skip(f"{probe} is not installed")
    assert before or probe not in FOUND_BEFORE, "it was there before"
    assert finds(probe, outcome[0].data, CPR) is False


@pytest.mark.slow
def test_who_reads_the_pictures_does_not_find_the_secret(original: bytes, outcome: tuple[RedactedFile, Proof]) -> None:
    before = finds("OCR", original, CPR)
    if before is None:
        pytest.skip("Tesseract with Danish is not installed")
    assert before
    assert finds("OCR", outcome[0].data, CPR) is False


@pytest.mark.parametrize("place", PLACES)
def test_each_place_by_itself(place: str) -> None:
    pdf = with_secret([place])
    assert (
        place == "scanned image" or place == "unapplied redaction" or finds("all objects", pdf, CPR) or CPR in said(pdf)
    )
    redacted, proof = redact_and_prove(pdf, boxes_for(pdf, [place]), [CPR], detect, "Afgørelse")
    assert proof.failed == ()
    assert not any(finds(probe, redacted.data, CPR) for probe in ("pdfium", "own reader", "all objects", "raw bytes"))


def test_the_rest_of_the_text_stays(outcome: tuple[RedactedFile, Proof]) -> None:
    first = said(outcome[0].data)
    assert "Skrevet med indlejret skrift:" in first
    assert STAYS in first
    # "Se her" is gone: PDFium reads its ActualText instead, so the box lies there.
    assert "Stempel med" in first


def test_what_nobody_sees_is_dropped_and_reported(outcome: tuple[RedactedFile, Proof]) -> None:
    reasons = {finding.reason for finding in outcome[0].hidden}
    assert reasons == {HiddenText.INVISIBLE, HiddenText.NO_TRACE, HiddenText.OFF_PAGE}
    assert "Hvid" not in said(outcome[0].data)


def test_what_rode_along_is_dropped_and_reported(outcome: tuple[RedactedFile, Proof]) -> None:
    dropped = {(each.part, each.page): each.count for each in outcome[0].dropped}
    assert {part for part, _ in dropped} == set(Dropped) - {Dropped.LAYERS, Dropped.STRUCTURE}
    assert dropped[Dropped.ANNOTATIONS, 1] == 3, "a form field, a note and a mark"
    assert dropped[Dropped.OUTLINE, 0] == dropped[Dropped.ATTACHMENTS, 0] == 1


def test_only_title_and_language_are_left_as_metadata(outcome: tuple[RedactedFile, Proof]) -> None:
    with pikepdf.open(io.BytesIO(outcome[0].data)) as pdf:
        assert dict(pdf.docinfo) == {"/Title": pikepdf.String("Afgørelse")}
        assert set(pdf.Root.keys()) == {"/Type", "/Pages", "/Lang", "/ViewerPreferences"}
        assert str(pdf.Root.Lang) == "da"


def test_no_stream_holds_the_digits(outcome: tuple[RedactedFile, Proof]) -> None:
    with pikepdf.open(io.BytesIO(outcome[0].data)) as pdf:
        streams = [item.read_raw_bytes() for item in pdf.objects if isinstance(item, pikepdf.Stream)]
    assert not any(DIGITS.encode() in stream for stream in streams)
