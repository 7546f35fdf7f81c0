"""Draws a paper as PDF in the looks a municipality's archive really holds.

Letters under the municipality's head, memos, minutes, forms, reports with a front page, two columns,
companies' own
letter paper, and citizens' plain letters. The bytes are the same every time (`invariant`).
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape
from zlib import crc32

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from .blocks import Block, BlockKind, cut
from .days import long_date
from .model import Paper
from .people import DEPARTMENT_BY_CODE, DOMAIN, SWITCHBOARD, TOWN
from .roster import ORGANISATIONS

WIDTH_PT, HEIGHT_PT = A4
MARGIN_PT = 62.0
INK = HexColor("#1d2a33")
SEA = HexColor("#1f5f7a")
SAND = HexColor("#efe8da")
COMPANY_COLOURS = ("#7a3b1f", "#2f6b3a", "#5b2f6b", "#1f3f7a", "#6b5a1f", "#8a2336")


@dataclass(frozen=True)
class Typeface:
    """A family's upright and bold."""

    regular: str
    bold: str


SANS = Typeface("Helvetica", "Helvetica-Bold")
SERIF = Typeface("Times-Roman", "Times-Bold")
TYPEWRITER = Typeface("Courier", "Courier-Bold")


@cache
def embedded_typeface(folder: Path) -> Typeface | None:
    """The first TrueType family in the folder that has an upright and a bold, or None."""
    files = sorted(folder.rglob("*-Regular.ttf"), key=lambda file: ("Sans" not in file.name, file.name))
    for regular in files:
        bold = regular.with_name(regular.name.replace("-Regular", "-Bold"))
        if not bold.exists():
            continue
        try:
            for file in (regular, bold):
                pdfmetrics.registerFont(TTFont(file.stem, str(file)))
        except TTFError:
            continue
        return Typeface(regular.stem, bold.stem)
    return None


@cache
def _style(font: str, size: float, after: float, colour: Color = INK, indent: float = 0) -> ParagraphStyle:
    return ParagraphStyle(
        f"{font}-{size}-{after}-{indent}",
        fontName=font,
        fontSize=size,
        leading=size * 1.36,
        spaceAfter=after,
        textColor=colour,
        leftIndent=indent,
        bulletIndent=indent - 11,
    )


@dataclass(frozen=True)
class Look:
    """How one paper is drawn: its typeface, size, and what stands round the text."""

    face: Typeface
    size: float
    paint: Callable[[Canvas, Paper, int], None]
    top_pt: float
    columns: int = 1
    right_pt: float = MARGIN_PT
    lined: bool = True
    wide: bool = False


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(text), style)


def _table(rows: tuple[tuple[str, ...], ...], look: Look, width: float) -> Table:
    count = max(len(row) for row in rows)
    size = look.size - 1 if count < 6 else look.size - 2.2
    head, body = _style(look.face.bold, size, 0), _style(look.face.regular, size, 0)
    cells = [
        [_paragraph(cell, body if index else head) for cell in (*row, *[""] * (count - len(row)))]
        for index, row in enumerate(rows)
    ]
    first = 1.7 if count < 6 else 1.2
    widths = [width * first / (count - 1 + first)] + [width / (count - 1 + first)] * (count - 1)
    table = Table(cells, colWidths=widths, repeatRows=1, spaceAfter=9)
    style = TableStyle([("LINEBELOW", (0, 0), (-1, 0), 0.9, SEA), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    if look.lined:
        style.add("LINEBELOW", (0, 1), (-1, -1), 0.3, HexColor("#b8c2c8"))
    else:
        style.add("GRID", (0, 0), (-1, -1), 0.5, INK)
    style.add("TOPPADDING", (0, 0), (-1, -1), 2)
    style.add("BOTTOMPADDING", (0, 0), (-1, -1), 2)
    table.setStyle(style)
    return table


def _flow(block: Block, look: Look, width: float) -> list[Flowable]:
    face, size = look.face, look.size
    match block.kind:
        case BlockKind.TABLE:
            return [_table(block.rows, look, width)]
        case BlockKind.BULLETS:
            style = _style(face.regular, size, 2.5, INK, 14)
            return [*[Paragraph(escape(text), style, bulletText="•") for text in block.texts], Spacer(1, 5)]
        case BlockKind.HEADING:
            return [_paragraph(block.texts[0], _style(face.bold, size + 2.5, 4, SEA))]
        case BlockKind.SUBHEADING:
            return [_paragraph(block.texts[0], _style(face.bold, size + 0.5, 2))]
        case BlockKind.PAGE:
            return [PageBreak()]
        case BlockKind.LINES:
            style = _style(face.regular, size, 0)
            return [*[_paragraph(text, style) for text in block.texts], Spacer(1, 8)]
        case _:
            return [_paragraph(text, _style(face.regular, size, 7)) for text in block.texts]


def _mark(canvas: Canvas, x: float, y: float) -> None:
    """The municipality's mark: a sun over two waves."""
    canvas.setFillColor(SEA)
    canvas.circle(x + 13, y + 13, 7, stroke=0, fill=1)
    canvas.setStrokeColor(SEA)
    canvas.setLineWidth(2)
    for drop in (0, 5):
        path = canvas.beginPath()
        path.moveTo(x, y - drop)
        path.curveTo(x + 7, y + 6 - drop, x + 9, y - 6 - drop, x + 14, y - drop)
        path.curveTo(x + 19, y + 6 - drop, x + 21, y - 6 - drop, x + 27, y - drop)
        canvas.drawPath(path)


def _lines(
    canvas: Canvas, x: float, y: float, lines: tuple[str, ...], font: str = "Helvetica", size: float = 8
) -> None:
    canvas.setFont(font, size)
    canvas.setFillColor(INK)
    for line in lines:
        canvas.drawString(x, y, line)
        y -= size * 1.4


def _foot(canvas: Canvas, paper: Paper, page: int) -> None:
    canvas.setFont("Helvetica", 7.5)
    canvas.setFillColor(INK)
    canvas.drawString(MARGIN_PT, 34, f"Sag {paper.case_number}")
    canvas.drawRightString(WIDTH_PT - MARGIN_PT, 34, f"Side {page}")


def _paint_letter(canvas: Canvas, paper: Paper, page: int) -> None:
    _foot(canvas, paper, page)
    if page > 1:
        return
    department = DEPARTMENT_BY_CODE[paper.department]
    _mark(canvas, WIDTH_PT - 180, HEIGHT_PT - 66)
    _lines(canvas, WIDTH_PT - 146, HEIGHT_PT - 58, ("Fjordby Kommune",), "Helvetica-Bold", 11)
    _lines(canvas, WIDTH_PT - 146, HEIGHT_PT - 71, (department.name,), "Helvetica", 8)
    contact = (department.street, TOWN, f"Telefon {SWITCHBOARD}", f"www.{DOMAIN}")
    _lines(
        canvas,
        WIDTH_PT - 146,
        HEIGHT_PT - 92,
        (*contact, "", long_date(paper.dated), f"Sag {paper.case_number}"),
    )
    _lines(canvas, MARGIN_PT, HEIGHT_PT - 92, paper.addressee, "Helvetica", 10)


def _paint_memo(canvas: Canvas, paper: Paper, page: int) -> None:
    _foot(canvas, paper, page)
    canvas.setFillColor(SEA)
    canvas.rect(0, HEIGHT_PT - 46, WIDTH_PT, 46, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#ffffff"))
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(MARGIN_PT, HEIGHT_PT - 30, "Notat")
    canvas.setFont("Helvetica", 9)
    line = f"{DEPARTMENT_BY_CODE[paper.department].name} · {long_date(paper.dated)}"
    canvas.drawRightString(WIDTH_PT - MARGIN_PT, HEIGHT_PT - 30, line)


def _paint_minutes(canvas: Canvas, paper: Paper, page: int) -> None:
    _foot(canvas, paper, page)
    _mark(canvas, MARGIN_PT, HEIGHT_PT - 50)
    _lines(canvas, MARGIN_PT + 36, HEIGHT_PT - 44, (f"Referat · {long_date(paper.dated)}",), "Helvetica-Bold", 9)
    canvas.setStrokeColor(SEA)
    canvas.line(MARGIN_PT, HEIGHT_PT - 62, WIDTH_PT - MARGIN_PT, HEIGHT_PT - 62)


def _paint_form(canvas: Canvas, paper: Paper, page: int) -> None:
    _foot(canvas, paper, page)
    canvas.setFillColor(SAND)
    canvas.rect(MARGIN_PT - 10, HEIGHT_PT - 66, WIDTH_PT - 2 * MARGIN_PT + 20, 30, stroke=0, fill=1)
    text = f"Indsendt {long_date(paper.dated)} på selvbetjeningen · {paper.case_number}"
    _lines(canvas, MARGIN_PT, HEIGHT_PT - 55, (text,), "Helvetica", 9)


def _paint_report(canvas: Canvas, paper: Paper, page: int) -> None:
    _foot(canvas, paper, page)
    canvas.setStrokeColor(SEA)
    canvas.setLineWidth(3)
    canvas.line(MARGIN_PT, HEIGHT_PT - 48, MARGIN_PT + 60, HEIGHT_PT - 48)
    author = ORGANISATIONS[paper.who].name if paper.who in ORGANISATIONS else "Fjordby Kommune"
    _lines(canvas, MARGIN_PT, HEIGHT_PT - 42, (f"{author} · {long_date(paper.dated)}",), "Helvetica", 8)


def _paint_company(canvas: Canvas, paper: Paper, page: int) -> None:
    firm = ORGANISATIONS[paper.who]
    colour = HexColor(COMPANY_COLOURS[crc32(firm.key.encode()) % len(COMPANY_COLOURS)])
    canvas.setFillColor(colour)
    canvas.rect(0, HEIGHT_PT - 12, WIDTH_PT, 12, stroke=0, fill=1)
    canvas.setFont("Helvetica-Bold", 15)
    canvas.drawString(MARGIN_PT, HEIGHT_PT - 46, firm.name)
    _lines(canvas, MARGIN_PT, HEIGHT_PT - 60, (f"{firm.street} · CVR-nr. {firm.cvr} · {firm.p_number} (P-nr.)",))
    canvas.setFont("Helvetica", 7.5)
    canvas.drawString(MARGIN_PT, 34, f"{firm.email} · {long_date(paper.dated)} · side {page}")


def _paint_plain(canvas: Canvas, paper: Paper, page: int) -> None:
    canvas.setFont("Times-Roman", 10)
    canvas.setFillColor(INK)
    canvas.drawRightString(WIDTH_PT - MARGIN_PT, HEIGHT_PT - 56, f"Fjordby, {long_date(paper.dated)}")


def _paint_drawing(canvas: Canvas, paper: Paper, page: int) -> None:
    """A site plan: plot, house, the new building, measures and a title block."""
    canvas.setStrokeColor(INK)
    canvas.rect(30, 30, HEIGHT_PT - 60, WIDTH_PT - 60)
    seed = crc32(paper.id.encode())
    canvas.setDash(6, 4)
    canvas.rect(330, 90, 420, 380)
    canvas.setDash()
    canvas.setFillColor(HexColor("#dde5e8"))
    canvas.rect(430, 170 + seed % 60, 150, 110, fill=1)
    canvas.setFillColor(SAND)
    canvas.rect(640 + seed % 30, 300, 62, 90, fill=1)
    _lines(canvas, 440, 230 + seed % 60, ("Eksisterende bygning",))
    _lines(canvas, 640 + seed % 30, 400, (f"Nyt: {38 + seed % 30} m²",))
    _lines(canvas, 706, 345, (f"{(seed % 19 + 3) / 10:.1f} m".replace(".", ","),))
    _lines(
        canvas,
        340,
        478,
        (f"Målforhold 1:{(100, 200, 250)[seed % 3]} · tegn. nr. {seed % 900 + 100}-{seed % 7 + 1}",),
    )


LOOKS = {
    "letter": Look(SANS, 10, _paint_letter, 190, right_pt=MARGIN_PT),
    "memo": Look(SANS, 9.8, _paint_memo, 70),
    "minutes": Look(SANS, 9.8, _paint_minutes, 76),
    "form": Look(SANS, 9.8, _paint_form, 82, lined=False),
    "report": Look(SERIF, 10.8, _paint_report, 66),
    "columns": Look(SERIF, 10, _paint_report, 66, columns=2),
    "company": Look(SANS, 9.8, _paint_company, 84),
    "plain": Look(SERIF, 11.5, _paint_plain, 84),
    "typed": Look(TYPEWRITER, 10.5, _paint_plain, 84),
    "drawing": Look(SANS, 9, _paint_drawing, 60, wide=True),
}


def _templates(look: Look, paper: Paper) -> list[PageTemplate]:
    width, height = landscape(A4) if look.wide else A4

    def paint(canvas: Canvas, template: BaseDocTemplate) -> None:
        look.paint(canvas, paper, canvas.getPageNumber())

    def frames(top: float) -> list[Frame]:
        inner = (260.0 if look.wide else width - MARGIN_PT - look.right_pt) - 16 * (look.columns - 1)
        each = inner / look.columns
        return [
            Frame(MARGIN_PT + index * (each + 16), 52, each, height - 52 - top, 0, 0, 0, 0)
            for index in range(look.columns)
        ]

    later = 66.0 if look.top_pt > 100 else look.top_pt
    first = PageTemplate("first", frames(look.top_pt), onPage=paint, autoNextPageTemplate="later")
    return [first, PageTemplate("later", frames(later), onPage=paint)]


def draw_pdf(paper: Paper, typeface: Typeface | None) -> bytes:
    """Draw the paper; `typeface` is embedded in every sixth of them, where one was found."""
    look = LOOKS[paper.look]
    seed = crc32(paper.id.encode())
    if paper.look == "plain" and seed % 5 == 0:
        look = LOOKS["typed"]
    if typeface is not None and seed % 6 == 0:
        look = Look(typeface, look.size, look.paint, look.top_pt, look.columns, look.right_pt, look.lined, look.wide)
    stream = io.BytesIO()
    document = BaseDocTemplate(
        stream,
        pagesize=landscape(A4) if look.wide else A4,
        title=paper.title,
        author=_author(paper),
        invariant=1,
    )
    templates = _templates(look, paper)
    document.addPageTemplates(templates)
    width = templates[0].frames[0].width
    story: list[Flowable] = [_paragraph(paper.title, _style(look.face.bold, look.size + 4, 10))]
    for block in cut(paper.body):
        story += _flow(block, look, width)
    document.build(story)
    return stream.getvalue()


def _author(paper: Paper) -> str:
    return ORGANISATIONS[paper.who].name if paper.who in ORGANISATIONS else "Fjordby Kommune"
