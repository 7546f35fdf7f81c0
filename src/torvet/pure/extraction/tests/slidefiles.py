"""A presentation with something in every place where slides let text hide."""

from torvet.pure.extraction.tests import samples
from torvet.pure.extraction.tests.planting import Plant, Spot, core_properties, relationships

NAMESPACES = (
    "xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main' "
    "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' "
    "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' "
    "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
)
SPOTS = {
    "hidden slide": Spot("hidden-slide", "hidden-slides:2"),
    "slide in no order": Spot("hidden-slide", "hidden-slides:2"),
    "speaker notes": Spot("speaker-notes", "speaker-notes:1"),
    "comment": Spot("comment", "comments:1"),
    "comment author": Spot("author"),
    "hidden shape": Spot("hidden-text", "hidden-text"),
    "hidden group": Spot("hidden-text", "hidden-text"),
    "beside the slide": Spot("off-page", "hidden-text"),
    "beside it in a group": Spot("off-page", "hidden-text"),
    "beside it by the layout": Spot("off-page", "hidden-text"),
    "white": Spot("same-colour-text", "hidden-text"),
    "white by theme": Spot("same-colour-text", "hidden-text"),
    "black on black shape": Spot("same-colour-text", "hidden-text"),
    "black on black shape below": Spot("same-colour-text", "hidden-text"),
    "transparent": Spot("hidden-text", "hidden-text"),
    "without ink": Spot("hidden-text", "hidden-text"),
    "tiny": Spot("tiny-text", "hidden-text"),
    "shrunk": Spot("tiny-text", "hidden-text"),
    "covered cell": Spot("covered-cell", "hidden-text"),
    "alternative text": Spot("alternative-text"),
    "link tip": Spot("link"),
    "link": Spot("link"),
    "prompt": Spot("placeholder-prompt"),
    "layout not used": Spot("unused-layout"),
    "section": Spot("presentation-setting"),
    "chart": Spot("chart-data", "charts-left-out:1"),
    "embedded": Spot("embedded-object", "embedded-objects:1"),
    "tag": Spot("metadata"),
    "custom xml": Spot("custom-xml", "custom-xml:1"),
    "macro": Spot("macro", "macros"),
    "title": Spot("title"),
    "creator": Spot("author"),
    "keywords": Spot("metadata"),
    "own property": Spot("metadata"),
    "unused part": Spot("unused-part", "unused-parts:1"),
    "xml comment": Spot("xml-comment"),
}
BLACK = "<a:solidFill><a:srgbClr val='000000'/></a:solidFill>"
WHITE = "<a:solidFill><a:srgbClr val='FFFFFF'/></a:solidFill>"


def frame(x: int, y: int, cx: int = 1000, cy: int = 1000) -> str:
    return f"<a:xfrm><a:off x='{x}' y='{y}'/><a:ext cx='{cx}' cy='{cy}'/></a:xfrm>"


def shape(
    text: str, run: str = "", *, at: str = "", fill: str = "", named: str = "", body: str = "", holder: str = ""
) -> str:
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr id='1' name='x' {named}/><p:cNvSpPr/><p:nvPr>{holder}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{at or frame(100, 100)}{fill}</p:spPr><p:txBody><a:bodyPr>{body}</a:bodyPr><a:p><a:r>"
        f"<a:rPr>{run}</a:rPr><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def part(kind: str, shapes: str, attributes: str = "") -> str:
    return f"<p:{kind} {NAMESPACES} {attributes}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:{kind}>"


def group(inner: str, *, named: str = "", x: int = 0) -> str:
    change = f"<a:off x='{x}' y='0'/><a:ext cx='9' cy='9'/><a:chOff x='0' y='0'/><a:chExt cx='9' cy='9'/>"
    return (
        f"<p:grpSp><p:nvGrpSpPr><p:cNvPr id='2' name='g' {named}/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{change}</a:xfrm>"
        f"</p:grpSpPr>{inner}</p:grpSp>"
    )


def table(plant: Plant) -> str:
    def cell(text: str, attributes: str = "") -> str:
        return f"<a:tc {attributes}><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody><a:tcPr/></a:tc>"

    covered = "hMerge='1'"
    return (
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id='3' name='t'/></p:nvGraphicFramePr><a:graphic>"
        f"<a:graphicData><a:tbl><a:tr>{cell('Synlig celle')}"
        f"{cell(plant('covered cell'), covered)}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def first_slide(plant: Plant) -> str:
    title = "<p:ph type='title'/>"
    far = "<p:ph type='body' idx='7'/>"
    tip = f"<a:hlinkClick r:id='rId9' tooltip='{plant('link tip')}'/>"
    return part(
        "sld",
        f"<!-- {plant('xml comment')} -->"
        + shape("Synlig titel", holder=title)
        + shape(plant("hidden shape"), named="hidden='1'")
        + group(shape(plant("hidden group")), named="hidden='1'")
        + shape(plant("beside the slide"), at=frame(-5000, 0))
        + group(shape(plant("beside it in a group")), x=99_000_000)
        + shape(plant("beside it by the layout"), at=" ", holder=far)
        + shape(plant("white"), WHITE)
        + shape(plant("white by theme"), "<a:solidFill><a:schemeClr val='bg1'/></a:solidFill>")
        + shape(plant("transparent"), BLACK.replace("/></a:s", "><a:alpha val='0'/></a:srgbClr></a:s"))
        + shape(plant("without ink"), "<a:noFill/>")
        + shape(plant("tiny"), "").replace("<a:rPr>", "<a:rPr sz='100'>")
        + shape(plant("shrunk"), body="<a:normAutofit fontScale='1000'/>")
        + shape(plant("black on black shape"), BLACK, fill=BLACK, at=frame(50_000, 50_000))
        + shape("Synlig på sort", WHITE, at=frame(50_100, 50_100, 10, 10))
        + shape(plant("black on black shape below"), at=frame(50_200, 50_200, 10, 10))
        + shape("Synlig med link", tip, at=frame(0, 90_000))
        + table(plant)
        + f"<p:pic><p:nvPicPr><p:cNvPr id='4' name='b' descr='{plant('alternative text')}'/></p:nvPicPr></p:pic>",
    )


def build(plant: Plant) -> bytes:
    """A presentation with filler in every place, and the secret where it is planted."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types><Override ContentType='x/presentationml.presentation.main+xml'/></Types>",
        "_rels/.rels": relationships(
            ("rId1", "officeDocument", "ppt/presentation.xml"), ("rId2", "core-properties", "docProps/core.xml"),
            ("rId3", "custom-properties", "docProps/custom.xml"),
        ),
        "ppt/presentation.xml": (
            f"<p:presentation {NAMESPACES}><p:sldIdLst><p:sldId r:id='rId1'/><p:sldId r:id='rId2'/></p:sldIdLst>"
            f"<p:sldSz cx='9144000' cy='6858000'/><p:extLst><p:ext><section name='{plant('section')}'/></p:ext>"
            "</p:extLst></p:presentation>"
        ),
        "ppt/_rels/presentation.xml.rels": relationships(
            ("rId1", "slide", "slides/slide1.xml"), ("rId2", "slide", "slides/slide2.xml"),
            ("rId3", "slide", "slides/slide3.xml"), ("rId4", "slideMaster", "slideMasters/slideMaster1.xml"),
            ("rId5", "commentAuthors", "commentAuthors.xml"), ("rId6", "vbaProject", "vbaProject.bin"),
            ("rId7", "customXml", "../customXml/item1.xml"),
        ),
        "ppt/slides/slide1.xml": first_slide(plant),
        "ppt/slides/slide2.xml": part("sld", shape(plant("hidden slide")), "show='0'"),
        "ppt/slides/slide3.xml": part("sld", shape(plant("slide in no order"))),
        "ppt/slides/_rels/slide1.xml.rels": relationships(
            ("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"),
            ("rId2", "notesSlide", "../notesSlides/n1.xml"),
            ("rId3", "comments", "../comments/comment1.xml"), ("rId4", "chart", "../charts/chart1.xml"),
            ("rId5", "package", "../embeddings/a.bin"), ("rId6", "tags", "../tags/tag1.xml"),
            ("rId9", "hyperlink", f"https://a.example/{plant('link')}", "External"),
        ),
        "ppt/slideLayouts/slideLayout1.xml": part(
            "sldLayout",
            shape(plant("prompt"), holder="<p:ph type='title'/>") + shape("Synligt våben")
            + shape("Ret", at=frame(-9000, 0), holder="<p:ph type='body' idx='7'/>"),
        ),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": relationships(
            ("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")
        ),
        "ppt/slideLayouts/slideLayout2.xml": part("sldLayout", shape(plant("layout not used"))),
        "ppt/slideMasters/slideMaster1.xml": part("sldMaster", ""),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relationships(
            ("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"),
            ("rId2", "slideLayout", "../slideLayouts/slideLayout2.xml"),
        ),
        "ppt/notesSlides/n1.xml": part("notes", shape(plant("speaker notes"), holder="<p:ph type='body'/>")),
        "ppt/comments/comment1.xml": (
            f"<p:cmLst {NAMESPACES}><p:cm><p:text>{plant('comment')}</p:text></p:cm></p:cmLst>"
        ),
        "ppt/commentAuthors.xml": f"<p:l {NAMESPACES}><p:cmAuthor name='{plant('comment author')}'/></p:l>",
        "ppt/charts/chart1.xml": f"<c><v>{plant('chart')}</v></c>",
        "ppt/tags/tag1.xml": f"<t><tag name='sag' val='{plant('tag')}'/></t>",
        "ppt/embeddings/a.bin": plant("embedded").encode(),
        "ppt/vbaProject.bin": b"\x01" + plant("macro").encode(),
        "ppt/left.xml": f"<x>{plant('unused part')}</x>",
        "customXml/item1.xml": f"<i>{plant('custom xml')}</i>",
        **core_properties(plant),
    }  # fmt: skip
    return samples.zipped(parts)
