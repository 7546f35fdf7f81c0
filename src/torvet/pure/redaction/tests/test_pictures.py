"""What a page's picture says: read by whoever the caller sends, with a machine's mistakes allowed for."""

import json

import pikepdf
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from torvet.pure.redaction import CheckName, Proof, inspect, prove, redact, redact_and_prove, report_lines
from torvet.pure.redaction.matching import Secrets
from torvet.pure.redaction.tests.papers import CPR, NAME, changed, cpr_boxes, detect, letter, paper, scan


def with_sketch(sheet: canvas.Canvas) -> None:
    letter(sheet)
    sheet.drawImage(ImageReader(scan("Skitse", size=(300, 200))), 300, 100, 150, 100)


def silent(text: str) -> list[str]:
    return []


@pytest.mark.parametrize(
    ("secret", "misread"),
    [
        (CPR, "nr. O1Ol88-SOO7"),
        (CPR, "cprOIO1885007tlf"),
        (NAME, "Ansøger er 8irthe 5kovgaard"),
        (NAME, "AnsøgererBirtheSkovgaardpå"),
        ("Ørsted", "hos 0rsted i går"),
        ("Åse Bjørn", "Ase Bjom"),
        (CPR, CPR),
    ],
)
def test_a_secret_is_found_through_a_machines_mistakes(secret: str, misread: str) -> None:
    assert Secrets([secret]).misread_in(misread) == [0]


@pytest.mark.parametrize(("secret", "text"), [("Bo", "80 kr."), ("Ib", "18"), ("Ørsted", "Ørstedsparken"), (CPR, "")])
def test_what_only_looks_alike_in_a_picture_is_not_found(secret: str, text: str) -> None:
    assert Secrets([secret]).misread_in(text) == []


def test_only_pages_that_show_pictures_are_looked_at_and_only_when_all_else_holds() -> None:
    asked: list[int] = []

    def recognise(pdf: bytes, page: int) -> str:
        asked.append(page)
        return "Skitse"

    pdf = paper(letter, with_sketch, letter)
    _, proof = redact_and_prove(pdf, cpr_boxes(pdf), [CPR], detect, "Brev", recognise=recognise)
    assert (asked, proof.failed, proof.looked_at_pictures) == ([2], (), True)
    asked.clear()
    _, proof = redact_and_prove(pdf, [], [CPR], detect, "Brev", recognise=recognise)
    assert (asked, proof.holds, proof.looked_at_pictures) == ([], False, False)


def test_a_picture_that_tells_fails_and_is_not_drawn_again() -> None:
    pdf = paper(with_sketch)
    found = redact_and_prove(pdf, cpr_boxes(pdf), [CPR], detect, "Brev", recognise=lambda data, page: "x O1Ol88-5OO7")
    assert [(check.name, check.pages) for check in found[1].failed] == [(CheckName.PICTURES_SILENT, (1,))]
    assert found[0].methods == ("glyphs",)
    seen_by_detector = prove(
        pdf,
        found[0].data,
        cpr_boxes(pdf),
        secrets=[],
        detect=detect,
        drawn=found[0].boxes,
        recognise=lambda data, page: "en@anden.example",
    )
    assert [check.name for check in seen_by_detector.failed] == [CheckName.PICTURES_SILENT]


def test_a_proof_without_a_reader_of_pictures_says_so() -> None:
    pdf = paper(with_sketch)
    redacted, proof = redact_and_prove(pdf, cpr_boxes(pdf), [CPR], detect, "Brev")
    assert proof.holds
    assert not proof.looked_at_pictures
    (check,) = (check for check in proof.checks if check.name is CheckName.PICTURES_SILENT)
    assert check.detail == "no reader of pictures: 1 pages"
    assert any("Ingen har læst billederne" in line for line in report_lines(proof))
    assert inspect(redacted.data, proof=proof, detect=silent, recognise=lambda data, page: "").looked_at_pictures
    plain = paper(letter)
    assert redact_and_prove(plain, cpr_boxes(plain), [CPR], detect, "Brev")[1].looked_at_pictures, "nothing to look at"


def test_a_proof_of_the_first_format_is_still_read() -> None:
    pdf = paper(letter)
    fields = json.loads(redact_and_prove(pdf, cpr_boxes(pdf), [CPR], detect, "Brev")[1].to_json())
    fields["format"] = 1
    del fields["looked_at_pictures"]
    old = Proof.from_json(json.dumps(fields))
    assert old.holds
    assert not old.looked_at_pictures


def test_a_font_that_says_two_things_is_looked_at() -> None:
    """Its codes draw one word and its own table says another."""

    def lie(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[0].obj.Resources.Font.values():
            if font.BaseFont == pikepdf.Name("/Helvetica-Bold"):
                font.ToUnicode = pdf.make_stream(b"1 beginbfchar <41> <0042> endbfchar")

    asked: list[int] = []

    def recognise(data: bytes, page: int) -> str:
        asked.append(page)
        return ""

    for pdf, expected in ((paper(letter), []), (changed(paper(letter), lie), [1])):
        asked.clear()
        result = redact(pdf, cpr_boxes(pdf), title="Brev")
        inspect(result.data, proof=None, detect=silent, recognise=recognise)
        assert asked == expected
