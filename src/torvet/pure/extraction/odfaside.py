"""What stands among the text of an OpenDocument file and is not read as text: changes, comments, fields, forms."""

from lxml import etree

from torvet.pure.extraction.odflooks import DRAW, FAR_AWAY_PT, SVG, TABLE, TEXT, length_pt
from torvet.pure.extraction.odfpackage import OFFICE
from torvet.pure.extraction.remains import texts_of
from torvet.pure.extraction.rendition import Rendition

CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
PLACES = {
    TEXT + "variable-decls": "document-variable",
    TEXT + "sequence-decls": "",
    TEXT + "user-field-decls": "document-variable",
    TEXT + "script": "macro",
    TEXT + "meta-field-decls": "document-variable",
    TABLE + "content-validations": "validation",
    TABLE + "named-expressions": "defined-name",
    TABLE + "database-ranges": "filter",
    TABLE + "data-pilot-tables": "pivot-table",
    TABLE + "consolidation": "sheet-setting",
    TABLE + "label-ranges": "sheet-setting",
    TABLE + "calculation-settings": "",
    TABLE + "dde-links": "external-link",
    TABLE + "scenario": "scenario",
    TABLE + "table-source": "sheet-setting",
    TABLE + "title": "alternative-text",
    TABLE + "desc": "alternative-text",
    SVG + "title": "",
    SVG + "desc": "",
    OFFICE + "annotation-end": "",
    OFFICE + "event-listeners": "macro",
    OFFICE + "dde-source": "link",
    OFFICE + "scripts": "macro",
    TEXT + "section-source": "sheet-setting",
    TEXT + "table-of-content-source": "",
    TEXT + "alphabetical-index-source": "",
    TEXT + "illustration-index-source": "",
    TEXT + "user-index-source": "",
    TEXT + "bibliography-source": "",
    TEXT + "alphabetical-index-mark": "bookmark",
    TEXT + "alphabetical-index-mark-start": "bookmark",
    TEXT + "toc-mark": "bookmark",
    TEXT + "toc-mark-start": "bookmark",
    TEXT + "user-index-mark": "bookmark",
}
"""What is reported as a whole and where; "" for what says nothing."""

NAMED = {TEXT + name for name in ("bookmark", "bookmark-start", "reference-mark", "reference-mark-start")}
SYSTEM_NAMES = ("_Toc", "_Ref", "__RefHeading", "__DdeLink", "_GoBack", "_Hlk")
CHANGES = (TEXT + "tracked-changes", TABLE + "tracked-changes")


class Aside:
    """Takes the elements that are no text out of the reader's way and reports what they say."""

    def __init__(self, rendition: Rendition) -> None:
        self._rendition = rendition

    def take(self, element: etree._Element) -> bool:
        """Report an element that is not read as text; False for one that is."""
        if PLACES.get(element.tag) == "":
            return True
        if element.tag in PLACES:
            self._rendition.hide(PLACES[element.tag], " ".join(texts_of(element, with_attributes=True)))
        elif element.tag in CHANGES:
            self._changes(element)
        elif element.tag == OFFICE + "annotation":
            self._comment(element)
        elif element.tag == OFFICE + "forms":
            self._forms(element)
        elif element.tag == DRAW + "image":
            # Counted among the parts of the package, unless its bytes stand in the text.
            self._rendition.count("images-left-out", element.find(OFFICE + "binary-data") is not None)
        elif element.tag in (DRAW + "object", DRAW + "object-ole"):
            self._object(element)
        elif element.tag in NAMED:
            name = element.get(TEXT + "name") or ""
            self._rendition.hide("bookmark", "" if name.startswith(SYSTEM_NAMES) else name)
        else:
            self._attributes(element)
            return False
        return True

    def _changes(self, element: etree._Element) -> None:
        if len(element):
            self._rendition.mark("tracked-changes")
        for creator in element.iter(CREATOR):
            self._rendition.hide("author", creator.text)
            creator.text = ""
        for change in element:
            self._rendition.hide("tracked-change", " ".join(texts_of(change, with_attributes=True)))

    def _comment(self, element: etree._Element) -> None:
        self._rendition.count("comments")
        for child in element:
            if child.tag == CREATOR:
                self._rendition.hide("author", child.text)
            elif child.tag in (TEXT + "p", TEXT + "list"):
                self._rendition.hide("comment", "".join(texts_of(child)))

    def _forms(self, element: etree._Element) -> None:
        fields = sum(1 for each in element.iter() if each.get("{http://www.w3.org/XML/1998/namespace}id"))
        text = " ".join(texts_of(element, with_attributes=True))
        self._rendition.count("form-fields", fields or bool(len(element)))
        self._rendition.hide("form-field", text)

    def _object(self, element: etree._Element) -> None:
        """An object whose content stands in the text itself; others are parts of the package."""
        text = " ".join(texts_of(element))
        if text.strip():
            self._rendition.count("embedded-objects")
            self._rendition.hide("embedded-object", text)

    def _attributes(self, element: etree._Element) -> None:
        """Report what a field holds besides the text it shows."""
        shown = " ".join("".join(texts_of(element)).split())
        for name in ("string-value-if-true", "string-value-if-false", "condition", "description", "help", "hint"):
            value = element.get(TEXT + name)
            if value and value != shown:
                self._rendition.hide("hidden-text" if name.startswith("string") else "field-code", value)
        for label in element.findall(TEXT + "label"):
            self._rendition.hide("form-field", label.get(TEXT + "value"))
        value = element.get(OFFICE + "string-value")
        if value and " ".join(value.split()) != shown and not element.tag.startswith(TABLE):
            self._rendition.hide("document-variable", value)
        self._rendition.hide("field-code", element.get(OFFICE + "title"))

    def is_unshown(self, element: etree._Element) -> bool:
        """True for a field that shows nothing, whose value is reported here."""
        if element.tag == TEXT + "hidden-text":
            if element.get(TEXT + "is-hidden") != "false":
                self._rendition.hide("hidden-text", element.get(TEXT + "string-value"))
                return True
            return False
        self._rendition.hide("document-variable", element.get(OFFICE + "string-value"))
        return element.get(TEXT + "display") == "none"

    def place_of_shape(self, shape: etree._Element) -> str:
        """Where a frame is hidden as a whole, "" if it is seen."""
        if shape.get(DRAW + "display") in ("none", "printer") or shape.get(DRAW + "visible") == "false":
            return "hidden-text"
        at = [length_pt(shape.get(SVG + axis)) for axis in ("x", "y")]
        return "off-page" if any(abs(each or 0.0) > FAR_AWAY_PT for each in at) else ""
