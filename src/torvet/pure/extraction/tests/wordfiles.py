"""A word document with something in every place where Word lets text hide."""

import struct

from torvet.pure.extraction.tests import samples
from torvet.pure.extraction.tests.planting import Plant, Spot, core_properties, relationships

W = samples.WORD_NAMESPACE
NAMESPACES = (
    f"xmlns:w='{W}' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' "
    "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' "
    "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' "
    "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "
    "xmlns:v='urn:schemas-microsoft-com:vml'"
)
SPOTS = {
    "deleted": Spot("tracked-change", "tracked-changes"),
    "deleted row": Spot("tracked-change", "tracked-changes"),
    "deleted paragraph": Spot("tracked-change", "tracked-changes"),
    "moved away": Spot("tracked-change", "tracked-changes"),
    "vanish": Spot("hidden-text", "hidden-text"),
    "vanish by style": Spot("hidden-text", "hidden-text"),
    "vanish by run style": Spot("hidden-text", "hidden-text"),
    "hidden text box": Spot("hidden-text", "hidden-text"),
    "hidden old text box": Spot("hidden-text", "hidden-text"),
    "text box far away": Spot("off-page", "hidden-text"),
    "white": Spot("same-colour-text", "hidden-text"),
    "white by theme": Spot("same-colour-text", "hidden-text"),
    "white by style": Spot("same-colour-text", "hidden-text"),
    "black box": Spot("same-colour-text", "hidden-text"),
    "black highlight": Spot("same-colour-text", "hidden-text"),
    "dark on dark cell": Spot("same-colour-text", "hidden-text"),
    "tiny": Spot("tiny-text", "hidden-text"),
    "narrow": Spot("tiny-text", "hidden-text"),
    "flat line": Spot("tiny-text", "hidden-text"),
    "flat row": Spot("tiny-text", "hidden-text"),
    "first page header": Spot("unshown-note", "hidden-text"),
    "loose footnote": Spot("unshown-note", "hidden-text"),
    "comment": Spot("comment", "comments:1"),
    "comment author": Spot("author"),
    "change author": Spot("author"),
    "field code": Spot("field-code"),
    "form field": Spot("form-field", "form-fields:1"),
    "choice": Spot("form-field"),
    "bookmark": Spot("bookmark"),
    "alternative text": Spot("alternative-text"),
    "document variable": Spot("document-variable"),
    "mail merge": Spot("mail-merge"),
    "title": Spot("title"),
    "creator": Spot("author"),
    "keywords": Spot("metadata"),
    "own property": Spot("metadata"),
    "custom xml": Spot("custom-xml", "custom-xml:1"),
    "custom xml attribute": Spot("custom-xml", "custom-xml:1"),
    "glossary": Spot("glossary"),
    "person": Spot("author"),
    "embedded workbook": Spot("embedded-object", "embedded-objects:3"),
    "embedded binary": Spot("embedded-object", "embedded-objects:3"),
    "inserted page": Spot("embedded-object", "embedded-objects:3"),
    "chart": Spot("chart-data", "charts-left-out:1"),
    "macro": Spot("macro", "macros"),
    "template": Spot("link", "external-links:1"),
    "link": Spot("link"),
    "xml comment": Spot("xml-comment"),
    "unused part": Spot("unused-part", "unused-parts:1"),
}


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def table(cell: str, cell_properties: str = "", row_properties: str = "") -> str:
    return (
        f"<w:tbl><w:tr><w:trPr>{row_properties}</w:trPr><w:tc><w:tcPr>{cell_properties}</w:tcPr>{cell}</w:tc></w:tr>"
        f"</w:tbl>"
    )


def text_box(text: str, anchor: str) -> str:
    return (
        f"<w:r><w:drawing><wp:anchor>{anchor}<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
        f"{paragraph(run(text))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></w:r>"
    )


def body(plant: Plant) -> str:
    return "".join(
        [
            paragraph(run("Synlig tekst")),
            paragraph(
                f"<w:del w:author='{plant('change author')}'><w:r><w:delText>{plant('deleted')}</w:delText></w:r>"
                "</w:del>"
            ),
            paragraph(run("rest"), "<w:rPr><w:del w:author='x'/></w:rPr>"),
            f"<w:del>{paragraph(run(plant('deleted paragraph')))}</w:del>",
            paragraph(f"<w:moveFrom>{run(plant('moved away'))}</w:moveFrom>"),
            table(paragraph(run(plant("deleted row"))), row_properties="<w:del/>"),
            paragraph(run(plant("vanish"), "<w:vanish/>")),
            paragraph(run(plant("vanish by style")), "<w:pStyle w:val='Under'/>"),
            paragraph(run(plant("vanish by run style"), "<w:rStyle w:val='Skjult'/>")),
            paragraph(text_box(plant("hidden text box"), "<wp:docPr id='1' name='b' hidden='1'/>")),
            paragraph(
                "<w:r><w:pict><v:shape style='visibility:hidden'><v:textbox><w:txbxContent>"
                f"{paragraph(run(plant('hidden old text box')))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
            ),
            paragraph(
                text_box(
                    plant("text box far away"),
                    "<wp:positionH><wp:posOffset>-20000000</wp:posOffset></wp:positionH><wp:docPr id='2' name='b'/>",
                )
            ),
            paragraph(run(plant("white"), "<w:color w:val='FFFFFF'/>")),
            paragraph(run(plant("white by theme"), "<w:color w:themeColor='background1'/>")),
            paragraph(run(plant("white by style")), "<w:pStyle w:val='Hvid'/>"),
            paragraph(run(plant("black box"), "<w:color w:val='000000'/><w:shd w:val='clear' w:fill='000000'/>")),
            paragraph(run(plant("black highlight"), "<w:highlight w:val='black'/>")),
            table(
                paragraph(run(plant("dark on dark cell"), "<w:color w:val='101010'/>")),
                "<w:shd w:val='clear' w:fill='000000'/>",
            ),
            paragraph(run(plant("tiny"), "<w:sz w:val='2'/>")),
            paragraph(run(plant("narrow"), "<w:w w:val='1'/>")),
            paragraph(run(plant("flat line")), "<w:spacing w:line='10' w:lineRule='exact'/>"),
            table(paragraph(run(plant("flat row"))), row_properties="<w:trHeight w:val='10' w:hRule='exact'/>"),
            paragraph(f"<w:r><w:instrText> MAILTO {plant('field code')} </w:instrText></w:r>"),
            paragraph(
                "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList>"
                f"<w:listEntry w:val='{plant('form field')}'/></w:ddList></w:ffData></w:fldChar></w:r>"
            ),
            f"<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText='{plant('choice')}' w:value='1'/>"
            f"</w:dropDownList></w:sdtPr><w:sdtContent>{paragraph(run('valgt'))}</w:sdtContent></w:sdt>",
            paragraph(f"<w:bookmarkStart w:id='9' w:name='{plant('bookmark')}'/>"),
            paragraph(
                f"<w:r><w:drawing><wp:inline><wp:docPr id='3' name='p' descr='{plant('alternative text')}'/>"
                "</wp:inline></w:drawing></w:r>"
            ),
            f"<!-- {plant('xml comment')} -->",
            "<w:altChunk r:id='rId7'/>",
            "<w:sectPr><w:headerReference w:type='first' r:id='rId1'/><w:headerReference w:type='default' r:id='rId2'/>"
            "</w:sectPr>",
        ]
    )


def settings(plant: Plant) -> str:
    return (
        f"<w:settings {NAMESPACES}><w:docVars><w:docVar w:name='v' w:val='{plant('document variable')}'/></w:docVars>"
        f"<w:mailMerge><w:query w:val='{plant('mail merge')}'/></w:mailMerge></w:settings>"
    )


def styles(_: Plant) -> str:
    return (
        f"<w:styles {NAMESPACES}><w:style w:styleId='Skjult'><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:styleId='Under'><w:basedOn w:val='Skjult'/></w:style>"
        "<w:style w:styleId='Hvid'><w:rPr><w:color w:val='FFFFFF'/></w:rPr></w:style></w:styles>"
    )


def build(plant: Plant) -> bytes:
    """A document with filler in every place, and the secret where it is planted."""
    wrapped = samples.zipped({"xl/sharedStrings.xml": f"<sst><si><t>{plant('embedded workbook')}</t></si></sst>"})
    binary = b"\xd0\xcf\x11\xe0" + struct.pack("<2I", 1, 2) + plant("embedded binary").encode("utf-16-le") + b"\0\0"
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relationships(
            ("rId1", "officeDocument", "word/document.xml"),
            ("rId2", "core-properties", "docProps/core.xml"),
            ("rId3", "custom-properties", "docProps/custom.xml"),
        ),
        "word/_rels/document.xml.rels": relationships(
            ("rId1", "header", "header1.xml"), ("rId2", "header", "header2.xml"),
            ("rId3", "footnotes", "footnotes.xml"),
            ("rId4", "comments", "comments.xml"), ("rId5", "package", "embeddings/a.xlsx"),
            ("rId6", "oleObject", "embeddings/b.bin"), ("rId7", "aFChunk", "afchunk.htm"),
            ("rId8", "chart", "charts/chart1.xml"), ("rId9", "vbaProject", "vbaProject.bin"),
            ("rId10", "glossaryDocument", "glossary/document.xml"), ("rId11", "people", "people.xml"),
            ("rId12", "customXml", "../customXml/item1.xml"), ("rId13", "settings", "settings.xml"),
            ("rId14", "styles", "styles.xml"), ("rId15", "hyperlink", f"mailto:{plant('link')}", "External"),
        ),
        "word/_rels/settings.xml.rels": relationships(
            ("rId1", "attachedTemplate", f"file:///{plant('template')}.dotx", "External")
        ),
        "word/settings.xml": settings(plant),
        "word/styles.xml": styles(plant),
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{paragraph(run(plant('first page header')))}</w:hdr>",
        "word/header2.xml": f"<w:hdr {NAMESPACES}>{paragraph(run('Synligt brevhoved'))}</w:hdr>",
        "word/footnotes.xml": (
            f"<w:footnotes {NAMESPACES}><w:footnote w:id='5'>{paragraph(run(plant('loose footnote')))}</w:footnote>"
            "</w:footnotes>"
        ),
        "word/comments.xml": (
            f"<w:comments {NAMESPACES}><w:comment w:author='{plant('comment author')}'>"
            f"{paragraph(run(plant('comment')))}</w:comment></w:comments>"
        ),
        "word/embeddings/a.xlsx": wrapped,
        "word/embeddings/b.bin": binary,
        "word/afchunk.htm": f"<html><body>{plant('inserted page')}</body></html>",
        "word/charts/chart1.xml": f"<c><v>{plant('chart')}</v></c>",
        "word/vbaProject.bin": b"\x01\x02" + plant("macro").encode() + b"\0",
        "word/glossary/document.xml": f"<w:x {NAMESPACES}>{paragraph(run(plant('glossary')))}</w:x>",
        "word/people.xml": f"<p><person author='{plant('person')}'/></p>",
        "word/left.xml": f"<x>{plant('unused part')}</x>",
        "customXml/item1.xml": f"<i n='{plant('custom xml attribute')}'>{plant('custom xml')}</i>",
        **core_properties(plant),
    }  # fmt: skip
    types = "<Types><Override ContentType='x/wordprocessingml.document.main+xml'/></Types>"
    return samples.zipped(
        {
            "[Content_Types].xml": types,
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body(plant)}</w:body></w:document>",
            **parts,
        }
    )
