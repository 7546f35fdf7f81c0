"""A text and a workbook in OpenDocument with something in every place where text hides."""

from collections.abc import Mapping

from torvet.pure.extraction.tests import samples
from torvet.pure.extraction.tests.planting import Plant, Spot

FAMILIES = ("office", "text", "table", "style", "meta", "manifest", "config", "script", "form")
NAMES = " ".join(
    [
        *(f"xmlns:{family}='urn:oasis:names:tc:opendocument:xmlns:{family}:1.0'" for family in FAMILIES),
        "xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'",
        "xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'",
        "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'",
        "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xlink='http://www.w3.org/1999/xlink'",
    ]
)
KIND = "application/vnd.oasis.opendocument."
BESIDE = {
    "title": Spot("title"),
    "creator": Spot("author"),
    "keywords": Spot("metadata"),
    "own property": Spot("metadata"),
    "setting": Spot("setting"),
    "macro": Spot("macro", "macros"),
    "object": Spot("embedded-object", "embedded-objects:3"),
    "other file": Spot("embedded-object", "embedded-objects:3"),
    "earlier version": Spot("earlier-version", "embedded-objects:3"),
    "chart": Spot("chart-data", "charts-left-out:1"),
    "unused part": Spot("unused-part", "unused-parts:1"),
    "xml comment": Spot("xml-comment"),
    "page style not used": Spot("unshown-note", "hidden-text"),
    "header switched off": Spot("unshown-note", "hidden-text"),
    "comment": Spot("comment", "comments:1"),
    "comment author": Spot("author"),
    "alternative text": Spot("alternative-text"),
    "hidden frame": Spot("hidden-text", "hidden-text"),
    "far away": Spot("off-page", "hidden-text"),
    "white": Spot("same-colour-text", "hidden-text"),
    "tiny": Spot("tiny-text", "hidden-text"),
    "outside link": Spot("link", "external-links:1"),
    "form": Spot("form-field"),
    "field": Spot("document-variable"),
    "flat row": Spot("hidden-row"),
    "collapsed column": Spot("hidden-column"),
}
TEXT_SPOTS = BESIDE | {
    "deletion": Spot("tracked-change", "tracked-changes"),
    "change author": Spot("author"),
    "hidden by style": Spot("hidden-text", "hidden-text"),
    "hidden by parent style": Spot("hidden-text", "hidden-text"),
    "hidden section": Spot("hidden-text", "hidden-text"),
    "conditional section": Spot("hidden-text", "hidden-text"),
    "hidden text field": Spot("hidden-text", "hidden-text"),
    "hidden paragraph": Spot("hidden-text", "hidden-text"),
    "other branch": Spot("hidden-text", "hidden-text"),
    "unshown variable": Spot("hidden-text", "hidden-text"),
    "black on black": Spot("same-colour-text", "hidden-text"),
    "small share": Spot("tiny-text", "hidden-text"),
    "flat line": Spot("tiny-text", "hidden-text"),
    "link": Spot("link"),
    "bookmark": Spot("bookmark"),
    "variable": Spot("document-variable"),
    "choice": Spot("form-field"),
    "script": Spot("macro"),
}
SHEET_SPOTS = BESIDE | {
    "hidden sheet": Spot("hidden-sheet", "hidden-sheets:1"),
    "hidden sheet name": Spot("hidden-sheet", "hidden-sheets:1"),
    "filtered row": Spot("hidden-row", "hidden-rows:4"),
    "collapsed row": Spot("hidden-row", "hidden-rows:4"),
    "row in a group": Spot("hidden-row", "hidden-rows:4"),
    "narrow column": Spot("hidden-column", "hidden-columns:2"),
    "covered cell": Spot("covered-cell", "hidden-text"),
    "value without text": Spot("hidden-value", "hidden-text"),
    "other value": Spot("hidden-value", "hidden-text"),
    "white by cell style": Spot("same-colour-text", "hidden-text"),
    "formula": Spot("formula"),
    "validation": Spot("validation"),
    "name": Spot("defined-name"),
    "filter": Spot("filter"),
    "pivot": Spot("pivot-table"),
    "cached sheet": Spot("external-link", "external-links:3"),
    "dde cache": Spot("external-link", "external-links:3"),
    "changed cell": Spot("tracked-change", "tracked-changes"),
    "shape": Spot("hidden-text", "hidden-text"),
}
SHEET_SPOTS["outside link"] = Spot("link", "external-links:3")
STYLES = (
    "<style:style style:name='Væk' style:family='text'><style:text-properties text:display='none'/></style:style>"
    "<style:style style:name='VækP' style:family='paragraph'><style:text-properties text:display='none'/></style:style>"
    "<style:style style:name='Under' style:family='paragraph' style:parent-style-name='VækP'/>"
    "<style:style style:name='Hvid' style:family='text'><style:text-properties fo:color='#ffffff'/></style:style>"
    "<style:style style:name='Sort' style:family='text'><style:text-properties fo:color='#000000'"
    " fo:background-color='#000000'/></style:style>"
    "<style:style style:name='Lille' style:family='text'><style:text-properties fo:font-size='1pt'/></style:style>"
    "<style:style style:name='Smal' style:family='text'><style:text-properties style:text-scale='1%'/></style:style>"
    "<style:style style:name='Flad' style:family='paragraph'><style:paragraph-properties fo:line-height='0.1mm'/>"
    "</style:style>"
    "<style:style style:name='Kol' style:family='table-column'><style:table-column-properties"
    " style:column-width='0cm'/></style:style>"
    "<style:style style:name='Rk' style:family='table-row'><style:table-row-properties style:row-height='0.01cm'/>"
    "</style:style>"
    "<style:style style:name='Ark' style:family='table'><style:table-properties table:display='false'/></style:style>"
    "<style:style style:name='Celle' style:family='table-cell'><style:text-properties fo:color='#ffffff'/>"
    "</style:style>"
)


def paragraph(text: str, style: str = "") -> str:
    return f"<text:p text:style-name='{style}'>{text}</text:p>"


def span(text: str, style: str) -> str:
    return f"<text:span text:style-name='{style}'>{text}</text:span>"


def cell(inner: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{inner}</table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def among(plant: Plant) -> str:
    """What may stand in a paragraph of either kind of file."""
    return (
        f"<!-- {plant('xml comment')} -->{span(plant('white'), 'Hvid')} {span(plant('tiny'), 'Lille')}"
        f"<office:annotation><dc:creator>{plant('comment author')}</dc:creator>{paragraph(plant('comment'))}"
        "</office:annotation>"
        f"<draw:frame><svg:desc>{plant('alternative text')}</svg:desc><draw:image xlink:href='Pictures/a.png'/>"
        "</draw:frame>"
        f"<draw:frame draw:display='none'><draw:text-box>{paragraph(plant('hidden frame'))}</draw:text-box>"
        "</draw:frame>"
        f"<draw:frame svg:x='900cm'><draw:text-box>{paragraph(plant('far away'))}</draw:text-box></draw:frame>"
        f"<draw:object xlink:href='file:///{plant('outside link')}'/>"
        f"<text:user-field-get office:string-value='{plant('field')}'>synligt felt</text:user-field-get>"
    )


def small_table(plant: Plant) -> str:
    return (
        "<table:table table:name='t'><table:table-column/><table:table-column table:visibility='collapse'/>"
        + row(cell(paragraph("Synlig celle")), cell(paragraph(plant("collapsed column"))))
        + row(cell(paragraph(plant("flat row"))), attributes="table:style-name='Rk'")
        + "</table:table>"
    )


def form(plant: Plant) -> str:
    return f"<office:forms><form:form><form:text form:value='{plant('form')}'/></form:form></office:forms>"


def text_body(plant: Plant) -> str:
    return "".join(
        [
            f"<office:text>{form(plant)}<text:tracked-changes><text:changed-region><text:deletion><office:change-info>",
            f"<dc:creator>{plant('change author')}</dc:creator></office:change-info>{paragraph(plant('deletion'))}",
            "</text:deletion></text:changed-region></text:tracked-changes>",
            f"<text:variable-decls><text:variable-decl text:name='{plant('variable')}'/></text:variable-decls>",
            f"<text:h text:outline-level='1'>Synlig overskrift</text:h>{paragraph(among(plant))}{small_table(plant)}",
            paragraph(span(plant("hidden by style"), "Væk") + span(plant("black on black"), "Sort")),
            paragraph(plant("hidden by parent style"), "Under"),
            paragraph(span(plant("small share"), "Smal")),
            paragraph(plant("flat line"), "Flad"),
            f"<text:section text:display='none'>{paragraph(plant('hidden section'))}</text:section>",
            "<text:section text:display='condition' text:is-hidden='true'>",
            f"{paragraph(plant('conditional section'))}</text:section>",
            paragraph(f"<text:hidden-text text:string-value='{plant('hidden text field')}' text:is-hidden='true'/>"),
            paragraph(f"<text:hidden-paragraph text:is-hidden='true'/>{plant('hidden paragraph')}"),
            paragraph(
                f"<text:conditional-text text:string-value-if-true='ja' text:string-value-if-false="
                f"'{plant('other branch')}'>ja</text:conditional-text>"
            ),
            paragraph(f"<text:variable-set text:display='none'>{plant('unshown variable')}</text:variable-set>"),
            paragraph(f"<text:a xlink:href='mailto:{plant('link')}'>skriv</text:a>"),
            paragraph(f"<text:bookmark text:name='{plant('bookmark')}'/><text:script>{plant('script')}</text:script>"),
            paragraph(f"<text:drop-down><text:label text:value='{plant('choice')}'/>valgt</text:drop-down>"),
            "</office:text>",
        ]
    )


def sheet_body(plant: Plant) -> str:
    hidden = f"<table:table table:name='{plant('hidden sheet name')}' table:style-name='Ark'>"
    return "".join(
        [
            "<office:spreadsheet><table:tracked-changes><table:cell-content-change><table:previous>",
            f"<table:change-track-table-cell>{paragraph(plant('changed cell'))}</table:change-track-table-cell>",
            "</table:previous></table:cell-content-change></table:tracked-changes>",
            f"<table:content-validations><table:content-validation table:condition='{plant('validation')}'/>",
            f"</table:content-validations><table:table table:name='Synligt ark'>{form(plant)}<table:shapes>",
            f"<draw:custom-shape draw:display='none'>{paragraph(plant('shape'))}</draw:custom-shape></table:shapes>",
            "<table:table-column/><table:table-column table:visibility='collapse'/>",
            "<table:table-column table:style-name='Kol'/>",
            row(cell(paragraph("Synlig" + among(plant))), cell(paragraph(plant("collapsed column"))),
                cell(paragraph(plant("narrow column")))),
            row(cell(paragraph(plant("flat row"))), attributes="table:style-name='Rk'"),
            row(cell(paragraph(plant("filtered row"))), attributes="table:visibility='filter'"),
            row(cell(paragraph(plant("collapsed row"))), attributes="table:visibility='collapse'"),
            "<table:table-row-group table:display='false'>",
            row(cell(paragraph(plant("row in a group")))),
            "</table:table-row-group>",
            row(f"<table:covered-table-cell>{paragraph(plant('covered cell'))}</table:covered-table-cell>"),
            row(cell("", f"office:value-type='string' office:string-value='{plant('value without text')}'")),
            row(cell(paragraph("vist"), f"office:string-value='{plant('other value')}'")),
            row(cell(paragraph(plant("white by cell style")), "table:style-name='Celle'")),
            row(cell(paragraph("1"), f"table:formula='of:=IF(1;1;\"{plant('formula')}\")'")),
            row(cell(""), attributes="table:number-rows-repeated='1048000'"),
            f"</table:table>{hidden}{row(cell(paragraph(plant('hidden sheet'))))}</table:table>",
            f"<table:table table:name=\"'file:///a.ods'#$Ark\">{row(cell(paragraph(plant('cached sheet'))))}",
            "</table:table>",
            f"<table:named-expressions><table:named-range table:name='{plant('name')}'/></table:named-expressions>",
            f"<table:database-ranges><table:database-range><table:filter-condition table:value='{plant('filter')}'/>",
            "</table:database-range></table:database-ranges><table:data-pilot-tables>",
            f"<table:data-pilot-table table:name='{plant('pivot')}'/></table:data-pilot-tables>",
            f"<table:dde-links><table:dde-link><table:table>{row(cell(paragraph(plant('dde cache'))))}</table:table>",
            "</table:dde-link></table:dde-links></office:spreadsheet>",
        ]
    )  # fmt: skip


def page_styles(plant: Plant) -> str:
    return (
        f"<office:document-styles {NAMES}><office:master-styles><style:master-page style:name='Standard'>"
        f"<style:header>{paragraph('Synligt brevhoved')}</style:header><style:header-left style:display='false'>"
        f"{paragraph(plant('header switched off'))}</style:header-left></style:master-page>"
        f"<style:master-page style:name='Ubrugt'><style:footer>{paragraph(plant('page style not used'))}</style:footer>"
        "</style:master-page></office:master-styles></office:document-styles>"
    )


def beside(plant: Plant) -> dict[str, str]:
    return {
        "styles.xml": page_styles(plant),
        "meta.xml": (
            f"<office:document-meta {NAMES}><office:meta><dc:title>{plant('title')}</dc:title>"
            f"<dc:creator>{plant('creator')}</dc:creator><meta:keyword>{plant('keywords')}</meta:keyword>"
            f"<meta:user-defined meta:name='Sag'>{plant('own property')}</meta:user-defined></office:meta>"
            "</office:document-meta>"
        ),
        "settings.xml": (
            f"<office:document-settings {NAMES}><config:config-item config:name='PrinterName' config:type='string'>"
            f"{plant('setting')}</config:config-item></office:document-settings>"
        ),
        "Basic/Standard/Module1.xml": f"<m>{plant('macro')}</m>",
        "Object 1/content.xml": f"<x>{plant('object')}</x>",
        "Object 2/content.xml": (
            f"<office:document-content {NAMES}><office:body><office:chart>{paragraph(plant('chart'))}</office:chart>"
            "</office:body></office:document-content>"
        ),
        "other.bin": plant("other file"),
        "Versions/1": plant("earlier version"),
    }


def packed(kind: str, body: str, parts: Mapping[str, str], loose: Mapping[str, str] | None = None) -> bytes:
    """An OpenDocument file of this body and these parts; `loose` ones are not in the manifest."""
    named = "".join(f"<manifest:file-entry manifest:full-path='{name}'/>" for name in ("content.xml", *parts))
    return samples.zipped(
        {
            "mimetype": KIND + kind,
            "META-INF/manifest.xml": f"<manifest:manifest {NAMES}>{named}</manifest:manifest>",
            "content.xml": (
                f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
                f"<office:body>{body}</office:body></office:document-content>"
            ),
            **parts,
            **(loose or {}),
        }
    )


def build_text(plant: Plant) -> bytes:
    """A text with filler in every place, and the secret where it is planted."""
    return packed("text", text_body(plant), beside(plant), {"left.xml": f"<x>{plant('unused part')}</x>"})


def build_sheet(plant: Plant) -> bytes:
    """A workbook with filler in every place, and the secret where it is planted."""
    return packed("spreadsheet", sheet_body(plant), beside(plant), {"left.xml": f"<x>{plant('unused part')}</x>"})
