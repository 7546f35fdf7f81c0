"""Presentations: what a real one shows, what counts as seen, and what is broken. Hiding places have a matrix."""

import io

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from torvet.pure.extraction import Extraction, ExtractionRefused, MediaType, RefusalCode, extract, slideshapes
from torvet.pure.extraction.tests import samples
from torvet.pure.extraction.tests.planting import relationships
from torvet.pure.extraction.tests.slidefiles import BLACK, NAMESPACES, WHITE, frame, part, shape


def real_presentation() -> bytes:
    show = Presentation()
    show.core_properties.title = "Budget 2027"
    first = show.slides.add_slide(show.slide_layouts[1])
    first.shapes.title.text = "Budget for skolerne"
    frame_text = first.placeholders[1].text_frame
    frame_text.text = "Flere lærere"
    inner = frame_text.add_paragraph()
    inner.text, inner.level = "på Nordskolen", 1
    first.notes_slide.notes_text_frame.text = "Sig ikke noget om Bo Holm"
    second = show.slides.add_slide(show.slide_layouts[5])
    second.shapes.title.text = "Tal"
    table = second.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(4), Inches(1)).table
    for at, text in enumerate(["År", "Mio. kr.", "2027", "12,5"]):
        table.cell(at // 2, at % 2).text = text
    box = second.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(1), Inches(4), Inches(3), Inches(1))
    box.text_frame.text = "Hvid på blå"
    box.text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(255, 255, 255)  # type: ignore[no-untyped-call]
    plain = second.shapes.add_textbox(Inches(1), Inches(6), Inches(3), Inches(1))
    plain.text_frame.text = "Hvid på hvid"
    plain.text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(255, 255, 255)  # type: ignore[no-untyped-call]
    plain.text_frame.paragraphs[0].runs[0].font.size = Pt(20)
    file = io.BytesIO()
    show.save(file)
    return file.getvalue()


def bare(slide: str) -> bytes:
    """A presentation of one slide of these shapes."""
    return samples.zipped(
        {
            "[Content_Types].xml": "<Types><Override ContentType='x/presentationml.presentation.main+xml'/></Types>",
            "ppt/presentation.xml": (
                f"<p:presentation {NAMESPACES}><p:sldIdLst><p:sldId r:id='rId1'/></p:sldIdLst></p:presentation>"
            ),
            "ppt/_rels/presentation.xml.rels": relationships(("rId1", "slide", "slides/slide1.xml")),
            "ppt/slides/slide1.xml": part("sld", slide),
        }
    )


def hidden(extraction: Extraction) -> set[tuple[str, str]]:
    return {(found.place, found.text) for found in extraction.hidden}


def test_a_real_presentation_is_read_slide_by_slide() -> None:
    extraction = extract(real_presentation())
    assert extraction.media_type is MediaType.PPTX
    assert extraction.title == "Budget 2027"
    assert extraction.native_text.split("\n") == [
        "Budget for skolerne", "Flere lærere", "på Nordskolen", "Tal", "År\tMio. kr.", "2027\t12,5", "Hvid på blå",
    ]  # fmt: skip
    assert {("speaker-notes", "Sig ikke noget om Bo Holm"), ("same-colour-text", "Hvid på hvid")} <= hidden(extraction)
    assert {"speaker-notes:1", "hidden-text"} <= set(extraction.notices)
    assert not any(notice.startswith(("unused-parts", "external-links")) for notice in extraction.notices)


def test_what_lies_below_cannot_always_be_known_and_then_text_is_seen() -> None:
    below = shape("", fill=BLACK, at=frame(0, 0, 5000, 5000))
    half_over = shape("halvt over", WHITE, at=frame(4000, 4000, 5000, 5000))
    beside = shape("ved siden af", WHITE, at=frame(6000, 0))
    extraction = extract(bare(below + half_over + beside))
    assert extraction.native_text.strip() == "halvt over"
    assert hidden(extraction) == {("same-colour-text", "ved siden af")}


@pytest.mark.parametrize(
    ("slide", "code"),
    [
        ("<p:grpSp>" * 300 + "</p:grpSp>" * 300, RefusalCode.TOO_DEEP),
        ("", RefusalCode.EMPTY),
        ("<p:sp>&x;</p:sp>", RefusalCode.UNREADABLE),
    ],
)
def test_refusals(slide: str, code: RefusalCode) -> None:
    with pytest.raises(ExtractionRefused) as refused:
        extract(bare(slide))
    assert refused.value.code is code


def test_too_many_shapes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slideshapes, "MAX_SHAPES", 3)
    with pytest.raises(ExtractionRefused):
        extract(bare(shape("x") * 4))
