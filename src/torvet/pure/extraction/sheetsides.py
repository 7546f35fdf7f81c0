"""What stands around the cells of a workbook: comments, rules, names, pivot caches, links, charts and shapes."""

import re
from collections.abc import Iterator

from lxml import etree

from torvet.pure.extraction.numberformats import words_in
from torvet.pure.extraction.package import Package
from torvet.pure.extraction.remains import texts_of
from torvet.pure.extraction.rendition import Rendition
from torvet.pure.extraction.shapes import shown_shapes
from torvet.pure.extraction.sheetlooks import SHEET

MARGIN_CODE = re.compile(r'&(?:"[^"]{0,200}"|[0-9]{1,3}|K[0-9A-Fa-f]{6}|[A-Za-z]|&)')
MARGINS = (("oddHeader", "evenHeader", "firstHeader"), ("oddFooter", "evenFooter", "firstFooter"))
SIDES = {
    "dataValidations": "validation",
    "scenarios": "scenario",
    "hyperlinks": "link",
    "autoFilter": "filter",
    "sortState": "filter",
    "conditionalFormatting": "formula",
    "protectedRanges": "sheet-setting",
    "customSheetViews": "sheet-setting",
    "dataConsolidate": "sheet-setting",
    "oleObjects": "sheet-setting",
    "controls": "sheet-setting",
    "webPublishItems": "sheet-setting",
    "extLst": "sheet-setting",
}
PARTS = (
    (re.compile(r"^xl/pivotCache/"), "pivot-cache"),
    (re.compile(r"^xl/pivotTables/"), "pivot-table"),
    (re.compile(r"^xl/externalLinks/"), "external-link"),
    (re.compile(r"^xl/persons/"), "author"),
    (re.compile(r"^xl/(?:connections|queryTables/[^/]+)\.xml$"), "connection"),
    (re.compile(r"^xl/(?:tables|slicers|slicerCaches|timelines|timelineCaches)/"), "table-setting"),
    (re.compile(r"^xl/revisions/"), "tracked-change"),
)
PIVOT_CACHE = re.compile(r"^xl/pivotCache/pivotCacheDefinition\d*\.xml$")
COMMENTS = re.compile(r"^xl/(?:comments/comment|comments)\d*\.xml$")
THREADS = re.compile(r"^xl/threadedComments/[^/]+\.xml$")
VALUES = ("v", "val", "name", "caption", "uniqueName")


def shown_margins(root: etree._Element) -> tuple[list[str], list[str]]:
    """The header and the footer that are printed on a sheet."""
    margins = root.find(SHEET + "headerFooter")
    found: list[list[str]] = [[], []]
    for side, names in zip(found, MARGINS, strict=True):
        for name in names:
            text = margins.findtext(SHEET + name) if margins is not None else None
            cleaned = " ".join(MARGIN_CODE.sub(" ", text or "").split())
            if cleaned and cleaned not in side:
                side.append(cleaned)
    return found[0], found[1]


def read_sheet_sides(package: Package, name: str, root: etree._Element, rendition: Rendition) -> list[str]:
    """Report what a sheet says besides its cells; give the text of the shapes drawn on it."""
    for child in root:
        place = SIDES.get(etree.QName(child).localname)
        if place:
            rendition.hide(place, " ".join(texts_of(child, with_attributes=True)))
    shown: list[str] = []
    for drawing in package.related(name, "drawing"):
        part = package.part(drawing)
        if part is not None:
            shown += shown_shapes(part, rendition)
    return shown


def read_workbook_sides(package: Package, book: etree._Element, rendition: Rendition) -> None:
    """Report the names of a workbook and the parts that belong to no sheet."""
    for name in book.iter(SHEET + "definedName"):
        words = [name.get("name"), name.text, name.get("comment"), name.get("description")]
        rendition.hide("defined-name", " ".join(word or "" for word in words))
    # Word format literals stand in the styles whether a cell uses them or not.
    styles = package.part("xl/styles.xml")
    for each in styles.iter(SHEET + "numFmt") if styles is not None else ():
        rendition.hide("number-format", words_in(each.get("formatCode") or ""))
    _read_comments(package, rendition)
    for part in package.names:
        place = next((place for pattern, place in PARTS if pattern.search(part) and part.endswith(".xml")), "")
        root = package.part(part) if place else None
        if root is not None:
            rendition.hide(place, " ".join(_values(root)))
    rendition.count("pivot-caches", len(package.named(PIVOT_CACHE)))


def _read_comments(package: Package, rendition: Rendition) -> None:
    threads = package.named(THREADS)
    for name in package.named(COMMENTS):
        root = package.part(name)
        for author in root.iter(SHEET + "author") if root is not None else ():
            rendition.hide("author", author.text)
        for comment in root.iter(SHEET + "comment") if root is not None else ():
            rendition.count("comments")
            rendition.hide("comment", "".join(each.text or "" for each in comment.iter(SHEET + "t")))
    for name in threads:
        root = package.part(name)
        for comment in root if root is not None else ():
            rendition.count("comments")
            rendition.hide("comment", " ".join(texts_of(comment)))


def _values(root: etree._Element) -> Iterator[str]:
    """The texts and the values of a part that keeps data from somewhere else."""
    yield from texts_of(root, with_attributes=True)
    for element in root.iter():
        yield from (element.get(name) or "" for name in VALUES if (element.get(name) or "").isdecimal())
