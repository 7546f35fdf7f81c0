"""The shapes drawn on a sheet: their text, unless they are hidden, and the descriptions of pictures."""

from collections.abc import Iterator

from lxml import etree

from torvet.pure.extraction.rendition import Rendition

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def shown_shapes(root: etree._Element, rendition: Rendition) -> Iterator[str]:
    """The paragraphs of the visible shapes; reports the others and all descriptions."""
    for fallback in list(root.iter(FALLBACK)):
        fallback.clear()
    for element in root.iter():
        if etree.QName(element).localname == "cNvPr":
            for name in ("descr", "title"):
                rendition.hide("alternative-text", element.get(name))
    for paragraph in root.iter(DRAWING + "p"):
        text = paragraph_text(paragraph)
        if _is_hidden(paragraph):
            rendition.hide("hidden-text", text)
        elif text.strip():
            yield text


def paragraph_text(paragraph: etree._Element) -> str:
    """The text of a paragraph of DrawingML."""
    written = []
    for element in paragraph.iter(DRAWING + "t", DRAWING + "br"):
        written.append("\n" if element.tag == DRAWING + "br" else element.text or "")
    return "".join(written)


def _is_hidden(paragraph: etree._Element) -> bool:
    """True if the shape around it, or a group around that, is hidden."""
    for parent in paragraph.iterancestors():
        for holder in parent:
            name = etree.QName(holder).localname
            if name.startswith("nv") and any(each.get("hidden") in ("1", "true") for each in holder):
                return True
    return False
