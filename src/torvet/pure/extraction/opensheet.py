"""A workbook in OpenDocument (ODS) as blocks: for each visible sheet its name and its visible cells as a table."""

import re

from lxml import etree

from torvet.pure.extraction.blocks import Paragraph, Style, Table
from torvet.pure.extraction.odflooks import TABLE
from torvet.pure.extraction.odfpackage import OdfPackage
from torvet.pure.extraction.odftable import read_table
from torvet.pure.extraction.opendocument import OdfReader
from torvet.pure.extraction.rendition import Rendition
from torvet.pure.extraction.wordlooks import Scene

CACHED_NAME = re.compile(r"^'?[a-z]{2,10}:.{0,4000}#", re.IGNORECASE | re.DOTALL)
"""A sheet of another file, kept with what it said when the files were linked."""


def read_open_sheet(data: bytes) -> Rendition:
    """Read an ODS; raises ExtractionRefused for an encrypted or unsafe file, broken XML and too many cells."""
    rendition = Rendition()
    package = OdfPackage(data, rendition)
    content, body = package.body("spreadsheet")
    common = package.part("styles.xml")
    reader = OdfReader(rendition, content, common)
    headers, footers = OdfReader(rendition, common).margins(content, common)
    rendition.blocks += headers
    for child in body:
        if child.tag == TABLE + "table":
            _read_sheet(reader, child)
        else:
            reader.report(child)
    if next(body.iter(TABLE + "dde-link"), None) is not None:
        rendition.count("external-links")
    rendition.blocks += [*reader.notes, *footers]
    package.read_beside()
    return rendition


def _read_sheet(reader: OdfReader, sheet: etree._Element) -> None:
    rendition = reader.rendition
    name = sheet.get(TABLE + "name") or ""
    chain = reader.styles.chain("table", sheet.get(TABLE + "style-name") or "")
    place = ""
    if CACHED_NAME.match(name):
        place = "external-link"
        rendition.count("external-links")
    elif reader.styles.value(chain, "table", TABLE + "display") == "false":
        place = "hidden-sheet"
        rendition.count("hidden-sheets")
    rendition.hide(place, name if place else "")
    rows = read_table(reader, sheet, Scene(place))
    if not place:
        rendition.blocks.append(Paragraph(name, Style.HEADING_1))
        rendition.blocks += [Table(rows)] if rows else []
    for child in sheet:
        if child.tag == TABLE + "shapes":
            rendition.blocks += reader.blocks(child, Scene(place))
        elif child.tag not in (TABLE + "table-row", TABLE + "table-column"):
            reader.report(child)
