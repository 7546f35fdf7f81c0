"""Every check of the proof, seen to fail on the fault it is there for; and the proof as a value."""

import io
from collections.abc import Callable

import pikepdf
import pytest

from torvet.pure.redaction import (
    Box,
    Check,
    CheckName,
    Proof,
    RedactedFile,
    inspect,
    prove,
    redact,
    redact_and_prove,
    report_lines,
)
from torvet.pure.redaction.tests.leaky import PAINTED
from torvet.pure.redaction.tests.papers import CPR, GROUND, NAME, changed, detect, find, letter, lines, paper

Fault = Callable[[pikepdf.Pdf], None]


@pytest.fixture(scope="module")
def original() -> bytes:
    return paper(letter)


@pytest.fixture(scope="module")
def boxes(original: bytes) -> list[Box]:
    return [*find(original, NAME), *find(original, CPR, label="[cpr-nr.]", kind="cpr")]


@pytest.fixture(scope="module")
def good(original: bytes, boxes: list[Box]) -> tuple[RedactedFile, Proof]:
    return redact_and_prove(original, boxes, [NAME, CPR], detect, "Afgørelse")


def rewritten(data: bytes, fault: Fault) -> bytes:
    """Plant a fault and write the file as ours are written."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fault(pdf)
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def content(old: bytes, new: bytes) -> Fault:
    def fault(pdf: pikepdf.Pdf) -> None:
        stream = pdf.pages[0].obj.Contents
        before = stream.read_bytes()
        assert old in before
        stream.write(before.replace(old, new, 1))

    return fault


def added(operators: bytes) -> Fault:
    return content(b"\nQ\n", b"\nQ\n" + operators)


def annotation(pdf: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(Subtype=pikepdf.Name.Text, Rect=pikepdf.Array([0, 0, 9, 9]), Contents="Hej")
    pdf.pages[0].obj["/Annots"] = pikepdf.Array([pdf.make_indirect(note)])


def script(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/OpenAction"] = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.beep()"))


def attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["bilag.txt"] = pikepdf.AttachedFileSpec(pdf, b"Hej", filename="bilag.txt")


def author(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = "En sagsbehandler"


def odd_key(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/PieceInfo"] = pikepdf.Dictionary(Noget=1)


def type3_font(pdf: pikepdf.Pdf) -> None:
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type3, FirstChar=0, LastChar=0)
    fonts = pdf.pages[0].obj.Resources.Font
    fonts[sorted(fonts.keys())[0]] = pdf.make_indirect(font)


def second_page(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page(page_size=(595, 842))


def larger_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/MediaBox"] = pikepdf.Array([0, 0, 600, 842])


def turned_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/Rotate"] = 90


LINE = b"(Kommunen har modtaget 7 svar om carporten i skel.) Tj"
FAULTS: dict[str, tuple[Fault, CheckName]] = {
    "a sticky note": (annotation, CheckName.STRUCTURE_ALLOWED),
    "a script": (script, CheckName.STRUCTURE_ALLOWED),
    "an attachment": (attachment, CheckName.STRUCTURE_ALLOWED),
    "an author": (author, CheckName.STRUCTURE_ALLOWED),
    "a key that is not listed": (odd_key, CheckName.STRUCTURE_ALLOWED),
    "a page more": (second_page, CheckName.PAGES_EQUAL),
    "a larger page": (larger_page, CheckName.PAGES_EQUAL),
    "a turned page": (turned_page, CheckName.PAGES_EQUAL),
    "a font that is not read": (type3_font, CheckName.READERS_COMPLETE),
    "a line dropped": (content(LINE, b""), CheckName.OUTSIDE_UNCHANGED),
    "a line moved": (content(LINE, b"3 Ts " + LINE + b" 0 Ts"), CheckName.OUTSIDE_UNCHANGED),
    "a digit changed": (content(b"modtaget 7", b"modtaget 1"), CheckName.OUTSIDE_UNCHANGED),
    "a box too few": (content(b"0.93 g", b"1 g"), CheckName.BOXES_DRAWN),
    "a black box": (content(b"0.93 g", b"0 g"), CheckName.BOXES_DRAWN),
    "letters on a box": (
        added(b"BT /F0 8 Tf 0 Ts 125 737 Td (Birthe) Tj ET "),
        CheckName.NO_TEXT_UNDER_BOXES,
    ),
    "the number left": (added(f"BT /F0 9 Tf 60 30 Td ({CPR}) Tj ET ".encode()), CheckName.SECRETS_GONE),
    "the number in reverse order of drawing": (
        added(b"BT /F0 9 Tf 92 30 Td (-5007) Tj -32 0 Td (010188) Tj ET "),
        CheckName.SECRETS_GONE,
    ),
    "the name left, turned about": (
        added(b"BT /F0 9 Tf 60 30 Td (Skovgaard, Birthe) Tj ET "),
        CheckName.SECRETS_GONE,
    ),
    "an address that was overlooked": (
        added(b"BT /F0 9 Tf 60 30 Td (bo@bak.example) Tj ET "),
        CheckName.DETECTOR_SILENT,
    ),
    "white text": (added(b"BT 1 g /F0 9 Tf 60 30 Td (Hvid) Tj ET 0 g "), CheckName.NO_HIDDEN_TEXT),
    "text with another meaning": (
        added(b"/Span << /ActualText (En helt anden tekst) >> BDC BT /F0 9 Tf 60 30 Td (Se) Tj ET EMC "),
        CheckName.READERS_AGREE,
    ),
}


def test_a_good_file_has_a_proof(good: tuple[RedactedFile, Proof], original: bytes) -> None:
    assert good[1].holds
    assert len(good[1].checks) == 15
    untouched = rewritten(good[0].data, lambda pdf: None)
    proof = prove(original, untouched, [], secrets=[NAME, CPR], detect=detect, drawn=good[0].boxes)
    assert proof.failed == (), "writing a file again is no fault by itself"


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(fault: str, good: tuple[RedactedFile, Proof], original: bytes, boxes: list[Box]) -> None:
    plant, expected = FAULTS[fault]
    data = rewritten(good[0].data, plant)
    proof = prove(original, data, boxes, secrets=[NAME, CPR], detect=detect, drawn=good[0].boxes)
    assert not proof.holds
    assert expected in {check.name for check in proof.failed}


def test_a_black_bar_over_living_text_fails(original: bytes, boxes: list[Box]) -> None:
    bars = " ".join(f"{box.x0} {box.y0} {box.rect.width} {box.rect.height} re f" for box in boxes)
    data = changed(original, lambda pdf: pdf.pages[0].contents_add(b"0 g " + bars.encode()))
    proof = prove(original, data, boxes, secrets=[NAME, CPR], detect=detect)
    assert {check.name for check in proof.failed} >= {
        CheckName.SECRETS_GONE,
        CheckName.DETECTOR_SILENT,
        CheckName.NO_HIDDEN_TEXT,
        CheckName.NO_TEXT_UNDER_BOXES,
        CheckName.BOXES_DRAWN,
    }


def test_one_of_two_places_left_fails(original: bytes, boxes: list[Box]) -> None:
    redacted = redact(original, boxes[:1], title="Brev")
    proof = prove(original, redacted.data, boxes, secrets=[NAME, CPR], detect=detect, drawn=redacted.boxes)
    assert {check.name for check in proof.failed} == {
        CheckName.SECRETS_GONE,
        CheckName.DETECTOR_SILENT,
        CheckName.BOXES_PLACED,
    }


def test_a_secret_in_the_title_fails(original: bytes, boxes: list[Box]) -> None:
    _, proof = redact_and_prove(original, boxes, [NAME, CPR], detect, f"Ansøgning {CPR}")
    assert {check.name for check in proof.failed} == {CheckName.SECRETS_GONE, CheckName.DETECTOR_SILENT}


def test_an_update_at_the_end_fails(good: tuple[RedactedFile, Proof]) -> None:
    for more in (b"\n", b"% 010188-5007", b"xref\n0 0\ntrailer<<>>\nstartxref\n0\n%%EOF\n"):
        proof = inspect(good[0].data + more, proof=None, detect=detect)
        assert CheckName.ONE_REVISION in {check.name for check in proof.failed}


def test_an_object_that_nothing_refers_to_fails(good: tuple[RedactedFile, Proof]) -> None:
    data = good[0].data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    lost = b"99 0 obj\n(" + CPR.encode() + b")\nendobj\n"
    raw = out.getvalue()
    proof = prove(data, raw.replace(b"xref\n", lost + b"xref\n", 1), [], secrets=[CPR], detect=detect)
    assert not proof.holds


def test_a_file_that_cannot_be_read_fails(original: bytes) -> None:
    for data in (b"", b"%PDF-1.7 nej", original[:500]):
        proof = prove(original, data, [], secrets=[CPR], detect=detect)
        assert [check.name for check in proof.failed] == [CheckName.READABLE]


def test_details_never_quote(original: bytes, boxes: list[Box]) -> None:
    def plant(pdf: pikepdf.Pdf) -> None:
        pdf.Root[f"/{NAME.replace(' ', '')}"] = pikepdf.String(CPR)

    data = changed(original, plant)
    proof = prove(original, data, boxes, secrets=[NAME, CPR], detect=detect)
    told = proof.to_json() + "\n".join(report_lines(proof))
    assert not proof.holds
    assert CPR not in told
    assert "Skovgaard" not in told


def test_anyone_can_inspect_the_published_file(good: tuple[RedactedFile, Proof]) -> None:
    stored = Proof.from_json(good[1].to_json())
    assert inspect(good[0].data, proof=stored, detect=detect).failed == ()
    assert inspect(good[0].data, proof=None, detect=detect).failed == ()


def test_another_file_does_not_pass_for_the_proven_one(good: tuple[RedactedFile, Proof]) -> None:
    other = rewritten(good[0].data, lambda pdf: None)
    failed = inspect(other, proof=good[1], detect=detect).failed
    assert [check.name for check in failed] == [CheckName.HASH_EQUAL]


def test_a_proof_survives_storing(good: tuple[RedactedFile, Proof]) -> None:
    proof = good[1]
    assert Proof.from_json(proof.to_json()) == proof
    assert proof.to_json() == Proof.from_json(proof.to_json()).to_json()
    assert GROUND in proof.to_json()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": 2}', '{"format": 1, "checks": 3}', "null"])
def test_what_is_no_proof_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"proof|Expecting|format"):
        Proof.from_json(text)


def test_a_verdict_cannot_be_written_into_a_proof(good: tuple[RedactedFile, Proof]) -> None:
    bad = prove(paper(lines("Hej")), b"", [], secrets=[], detect=detect)
    forged = bad.to_json().replace('"holds": false,\n "library', '"holds": true,\n "library')
    assert not Proof.from_json(forged).holds
    assert not Proof((), "", 0, (), (), ()).holds


def test_the_ground_stands_in_the_proof_and_not_in_the_file(good: tuple[RedactedFile, Proof]) -> None:
    with pikepdf.open(io.BytesIO(good[0].data)) as pdf:
        streams = [item.read_bytes() for item in pdf.objects if isinstance(item, pikepdf.Stream)]
    assert not any(b"Offentlighedsloven" in stream for stream in streams)


def test_the_report_says_the_verdict_first(good: tuple[RedactedFile, Proof]) -> None:
    said = report_lines(good[1])
    assert said[0] == "Beviset holder. 15 ud af 15 kontroller er i orden."
    assert f"SHA-256: {good[1].sha256}" in said
    assert any("1 tegn fjernet ét for ét" in line for line in said)


def test_the_report_says_what_fails_and_where(original: bytes, boxes: list[Box]) -> None:
    said = report_lines(prove(original, original, boxes, secrets=[CPR], detect=detect))
    assert said[0].startswith("Beviset holder ikke.")
    assert said[0].endswith("Filen må ikke offentliggøres.")
    assert "  NEJ  En overdækket oplysning findes stadig i filen. (side 1)" in said
    assert all(line.startswith("  NEJ") for line in said[2:5])


def test_the_report_has_words_for_every_check() -> None:
    broken = prove(paper(lines("Hej")), b"", [], secrets=[], detect=detect)
    assert report_lines(broken)[2] == "  NEJ  Filen kan ikke læses."
    everything = Proof(tuple(Check(name, False) for name in CheckName), "", 1, (), (), ())
    assert len(report_lines(everything)) == len(CheckName) + 6


@pytest.mark.parametrize(
    "way",
    [
        "Square annotation over text",
        "dark highlight annotation",
        "unapplied Redact annotation",
        "annotation over a scan",
    ],
)
def test_what_only_a_note_covered_must_lie_under_a_box(way: str) -> None:
    """Annotations are never carried over; without this check the rebuilt page would show what they hid."""
    pdf = PAINTED[way][0]()
    redacted = redact(pdf, [], title="Brev")
    proof = prove(pdf, redacted.data, [], secrets=[], detect=lambda text: [], drawn=redacted.boxes)
    assert [(check.name, check.pages) for check in proof.failed] == [(CheckName.COVERS_KEPT, (1,))]
    box = Box(1, 60, 690, 300, 800, "[dækket]", "other", GROUND)
    covered = redact(pdf, [box], title="Brev")
    proof = prove(pdf, covered.data, [box], secrets=[CPR], detect=detect, drawn=covered.boxes)
    assert proof.failed == ()
