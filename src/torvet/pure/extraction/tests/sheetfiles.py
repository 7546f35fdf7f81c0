"""A workbook with something in every place where a spreadsheet lets text hide."""

from torvet.pure.extraction.tests import samples
from torvet.pure.extraction.tests.planting import Plant, Spot, core_properties, relationships

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NAMESPACES = (
    f"xmlns='{MAIN}' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' "
    "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' "
    "xmlns:xdr='http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'"
)
SPOTS = {
    "hidden sheet": Spot("hidden-sheet", "hidden-sheets:2"),
    "very hidden sheet": Spot("hidden-sheet", "hidden-sheets:2"),
    "hidden row": Spot("hidden-row", "hidden-rows:2"),
    "flat row": Spot("hidden-row", "hidden-rows:2"),
    "hidden column": Spot("hidden-column", "hidden-columns:2"),
    "narrow column": Spot("hidden-column", "hidden-columns:2"),
    "format that shows nothing": Spot("hidden-value", "hidden-text"),
    "format that shows a word": Spot("hidden-value", "hidden-text"),
    "white": Spot("same-colour-text", "hidden-text"),
    "white by theme": Spot("same-colour-text", "hidden-text"),
    "black on black": Spot("same-colour-text", "hidden-text"),
    "white part of a text": Spot("same-colour-text", "hidden-text"),
    "tiny": Spot("tiny-text", "hidden-text"),
    "under a merged cell": Spot("covered-cell", "hidden-text"),
    "leftover string": Spot("unused-string"),
    "formula": Spot("formula"),
    "comment": Spot("comment", "comments:2"),
    "comment author": Spot("author"),
    "thread": Spot("comment", "comments:2"),
    "person": Spot("author"),
    "pivot definition": Spot("pivot-cache", "pivot-caches:1"),
    "pivot record": Spot("pivot-cache", "pivot-caches:1"),
    "defined name": Spot("defined-name"),
    "hidden defined name": Spot("defined-name"),
    "cache of another file": Spot("external-link", "external-links:1"),
    "path of another file": Spot("link", "external-links:1"),
    "validation list": Spot("validation"),
    "validation prompt": Spot("validation"),
    "scenario": Spot("scenario"),
    "filter": Spot("filter"),
    "conditional format": Spot("formula"),
    "link tip": Spot("link"),
    "extension": Spot("sheet-setting"),
    "connection": Spot("connection"),
    "table": Spot("table-setting"),
    "hidden shape": Spot("hidden-text", "hidden-text"),
    "alternative text": Spot("alternative-text"),
    "chart": Spot("chart-data", "charts-left-out:1"),
    "embedded": Spot("embedded-object", "embedded-objects:1"),
    "macro sheet": Spot("macro", "macros"),
    "number format": Spot("number-format"),
    "custom xml": Spot("custom-xml", "custom-xml:1"),
    "title": Spot("title"),
    "creator": Spot("author"),
    "keywords": Spot("metadata"),
    "own property": Spot("metadata"),
    "unused part": Spot("unused-part", "unused-parts:1"),
    "xml comment": Spot("xml-comment"),
}


def cell(address: str, text: str, style: int = 0) -> str:
    return f"<c r='{address}' s='{style}' t='inlineStr'><is><t>{text}</t></is></c>"


def sheet(rows: str, before: str = "", after: str = "") -> str:
    return f"<worksheet {NAMESPACES}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def first_sheet(plant: Plant) -> str:
    rows = [
        cell("A1", "Synlig") + cell("B1", plant("hidden column")) + cell("C1", plant("narrow column")),
        f"<c r='A2' t='str' s='0'><f>IF(1,\"x\",\"{plant('formula')}\")</f><v>x</v></c>",
        cell("A3", plant("format that shows nothing"), 1) + cell("D3", plant("format that shows a word"), 2),
        cell("A4", plant("white"), 3) + cell("D4", plant("white by theme"), 4) + cell("E4", plant("black on black"), 5),
        f"<c r='A5' t='inlineStr'><is><r><t>åben </t></r><r><rPr><color rgb='FFFFFFFF'/></rPr>"
        f"<t>{plant('white part of a text')}</t></r></is></c>" + cell("D5", plant("tiny"), 6),
        cell("A6", "flettet") + cell("D6", plant("under a merged cell")),
    ]
    numbered = "".join(f"<row r='{number}'>{cells}</row>" for number, cells in enumerate(rows, 1))
    hidden = (
        f"<row r='7' hidden='1'>{cell('A7', plant('hidden row'))}</row>"
        f"<row r='8' ht='0.5' customHeight='1'>{cell('A8', plant('flat row'))}</row>"
    )
    columns = "<cols><col min='2' max='2' hidden='1'/><col min='3' max='3' width='0.1'/></cols>"
    return sheet(numbered + hidden, f"<!-- {plant('xml comment')} -->" + columns, sides(plant))


def sides(plant: Plant) -> str:
    return (
        f"<scenarios><scenario name='s'><inputCells r='A1' val='{plant('scenario')}'/></scenario></scenarios>"
        f"<autoFilter ref='A1:D5'><filterColumn colId='0'><filters><filter val='{plant('filter')}'/></filters>"
        "</filterColumn></autoFilter><mergeCells><mergeCell ref='A6:D6'/></mergeCells>"
        f"<conditionalFormatting sqref='A1'><cfRule><formula>A1=\"{plant('conditional format')}\"</formula></cfRule>"
        f"</conditionalFormatting><dataValidations><dataValidation prompt='{plant('validation prompt')}'>"
        f'<formula1>"{plant("validation list")},Ja"</formula1></dataValidation></dataValidations>'
        f"<hyperlinks><hyperlink ref='A1' tooltip='{plant('link tip')}'/></hyperlinks>"
        f"<drawing r:id='rId1'/><extLst><ext><f>{plant('extension')}</f></ext></extLst>"
    )


def styles(plant: Plant) -> str:
    fonts = [
        "<color rgb='FF000000'/>",
        "<color rgb='FFFFFFFF'/>",
        "<color theme='0'/>",
        "<sz val='1'/>",
    ]
    cells = [(0, 0, 0), (170, 0, 0), (171, 0, 0), (0, 1, 0), (0, 2, 0), (0, 0, 1), (0, 3, 0)]
    return (
        f"<styleSheet {NAMESPACES}><numFmts><numFmt numFmtId='170' formatCode=';;;'/>"
        "<numFmt numFmtId='171' formatCode='0;0;0;&quot;se bilag&quot;'/>"
        f"<numFmt numFmtId='172' formatCode='0&quot;{plant('number format')}&quot;'/></numFmts>"
        f"<fonts>{''.join(f'<font>{font}</font>' for font in fonts)}</fonts>"
        "<fills><fill><patternFill patternType='none'/></fill><fill><patternFill patternType='solid'>"
        "<fgColor rgb='FF000000'/></patternFill></fill></fills><cellXfs>"
        + "".join(f"<xf numFmtId='{code}' fontId='{font}' fillId='{fill}'/>" for code, font, fill in cells)
        + "</cellXfs></styleSheet>"
    )


def drawing(plant: Plant) -> str:
    return (
        f"<xdr:wsDr {NAMESPACES}><xdr:sp><xdr:nvSpPr><xdr:cNvPr id='1' name='a' descr='{plant('alternative text')}'/>"
        "</xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>Synlig figur</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
        "<xdr:sp><xdr:nvSpPr><xdr:cNvPr id='2' name='b' hidden='1'/></xdr:nvSpPr><xdr:txBody><a:p><a:r>"
        f"<a:t>{plant('hidden shape')}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>"
    )


def workbook(plant: Plant) -> str:
    return (
        f"<workbook {NAMESPACES}><sheets><sheet name='Ark' sheetId='1' r:id='rId1'/>"
        "<sheet name='To' sheetId='2' r:id='rId2' state='hidden'/>"
        "<sheet name='Tre' sheetId='3' r:id='rId3' state='veryHidden'/>"
        "<sheet name='Makro' sheetId='4' r:id='rId4' state='veryHidden'/></sheets>"
        f"<definedNames><definedName name='a' comment='{plant('defined name')}'>1</definedName>"
        f"<definedName name='b' hidden='1'>\"{plant('hidden defined name')}\"</definedName></definedNames></workbook>"
    )


def build(plant: Plant) -> bytes:
    """A workbook with filler in every place, and the secret where it is planted."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types><Override ContentType='x/spreadsheetml.sheet.main+xml'/></Types>",
        "_rels/.rels": relationships(
            ("rId1", "officeDocument", "xl/workbook.xml"), ("rId2", "core-properties", "docProps/core.xml"),
            ("rId3", "custom-properties", "docProps/custom.xml"),
        ),
        "xl/workbook.xml": workbook(plant),
        "xl/_rels/workbook.xml.rels": relationships(
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml"),
            ("rId3", "worksheet", "worksheets/sheet3.xml"), ("rId4", "xlMacrosheet", "macrosheets/sheet1.xml"),
            ("rId5", "styles", "styles.xml"), ("rId6", "sharedStrings", "sharedStrings.xml"),
            ("rId7", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"),
            ("rId8", "externalLink", "externalLinks/externalLink1.xml"), ("rId9", "connections", "connections.xml"),
            ("rId10", "person", "persons/person.xml"), ("rId11", "customXml", "../customXml/item1.xml"),
        ),
        "xl/worksheets/sheet1.xml": first_sheet(plant),
        "xl/worksheets/sheet2.xml": sheet(f"<row r='1'>{cell('A1', plant('hidden sheet'))}</row>"),
        "xl/worksheets/sheet3.xml": sheet(f"<row r='1'>{cell('A1', plant('very hidden sheet'))}</row>"),
        "xl/macrosheets/sheet1.xml": sheet(f"<row r='1'>{cell('A1', plant('macro sheet'))}</row>"),
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(
            ("rId1", "drawing", "../drawings/drawing1.xml"), ("rId2", "comments", "../comments1.xml"),
            ("rId3", "threadedComment", "../threadedComments/threadedComment1.xml"),
            ("rId4", "package", "../embeddings/a.bin"), ("rId5", "table", "../tables/table1.xml"),
        ),
        "xl/drawings/drawing1.xml": drawing(plant),
        "xl/drawings/_rels/drawing1.xml.rels": relationships(("rId1", "chart", "../charts/chart1.xml")),
        "xl/charts/chart1.xml": f"<c><v>{plant('chart')}</v></c>",
        "xl/styles.xml": styles(plant),
        "xl/sharedStrings.xml": f"<sst xmlns='{MAIN}'><si><t>{plant('leftover string')}</t></si></sst>",
        "xl/comments1.xml": (
            f"<comments xmlns='{MAIN}'><authors><author>{plant('comment author')}</author></authors><commentList>"
            f"<comment ref='A1'><text><r><t>{plant('comment')}</t></r></text></comment></commentList></comments>"
        ),
        "xl/threadedComments/threadedComment1.xml": (
            f"<t><threadedComment><text>{plant('thread')}</text></threadedComment></t>"
        ),
        "xl/persons/person.xml": f"<p><person displayName='{plant('person')}'/></p>",
        "xl/pivotCache/pivotCacheDefinition1.xml": f"<p><s v='{plant('pivot definition')}'/></p>",
        "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": relationships(
            ("rId1", "pivotCacheRecords", "pivotCacheRecords1.xml")
        ),
        "xl/pivotCache/pivotCacheRecords1.xml": f"<p><r><s v='{plant('pivot record')}'/></r></p>",
        "xl/externalLinks/externalLink1.xml": f"<e><cell><v>{plant('cache of another file')}</v></cell></e>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": relationships(
            ("rId1", "externalLinkPath", f"file:///{plant('path of another file')}.xlsx", "External")
        ),
        "xl/connections.xml": f"<c><connection connection='{plant('connection')}'/></c>",
        "xl/tables/table1.xml": f"<t comment='{plant('table')}'/>",
        "xl/embeddings/a.bin": plant("embedded").encode(),
        "xl/left.xml": f"<x>{plant('unused part')}</x>",
        "customXml/item1.xml": f"<i>{plant('custom xml')}</i>",
        **core_properties(plant),
    }  # fmt: skip
    return samples.zipped(parts)
