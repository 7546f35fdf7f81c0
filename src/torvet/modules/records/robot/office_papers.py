"""Office files, mails and web pages that hide text. All give bytes. Deliberately not here: what is hidden, and why."""

import html
import io
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP

import docx
import openpyxl
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from openpyxl.comments import Comment

Lines = Sequence[str]


def _saved(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _word(lines: Lines) -> Document:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return document


def word(lines: Lines) -> bytes:
    """A letter."""
    return _saved(_word(lines))


def word_with_table(lines: Lines, cells: Lines) -> bytes:
    """A letter with a table, a cell for each text."""
    document = _word(lines)
    table = document.add_table(rows=0, cols=2)
    for place, text in enumerate(cells):
        row = table.add_row().cells
        row[0].text, row[1].text = f"Punkt {place + 1}", text
    return _saved(document)


def word_with_changes(lines: Lines, added: str, removed: str) -> bytes:
    """A letter in which something was added and something removed, both as changes that nobody has accepted."""
    document = _word(lines)
    paragraph = document.add_paragraph()._p
    for tag, inner, text in (("w:ins", "w:t", added), ("w:del", "w:delText", removed)):
        change = OxmlElement(tag, attrs={qn("w:id"): str(len(text)), qn("w:author"): "Sagsbehandler"})
        run = OxmlElement("w:r")
        words = OxmlElement(inner)
        words.text = text
        run.append(words)
        change.append(run)
        paragraph.append(change)
    return _saved(document)


def word_with(lines: Lines, *, comment: str = "", hidden: str = "") -> bytes:
    """A letter with a comment in its margin and text that is formatted as hidden."""
    document = _word(lines)
    if comment:
        document.add_comment(document.paragraphs[0].runs, comment, author="Sagsbehandler")
    if hidden:
        document.add_paragraph().add_run(hidden).font.hidden = True
    return _saved(document)


def word_with_properties(lines: Lines, author: str, keywords: str) -> bytes:
    """A letter whose properties say more than it does."""
    document = _word(lines)
    document.core_properties.author = author
    document.core_properties.keywords = keywords
    document.core_properties.last_modified_by = author
    return _saved(document)


def sheet(lines: Lines, shown: Lines, *, hidden_row: str = "", hidden_sheet: str = "", comment: str = "") -> bytes:
    """A spreadsheet with text in cells, in a hidden row, on a hidden sheet and in a comment."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for line in (*lines, *shown):
        page.append([line])
    if hidden_row:
        page.append([hidden_row])
        page.row_dimensions[page.max_row].hidden = True
    if comment:
        page["A1"].comment = Comment(comment, "Sagsbehandler")
    if hidden_sheet:
        back = book.create_sheet("Bilag")
        back["A1"] = hidden_sheet
        back.sheet_state = "hidden"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def mail(lines: Lines, *, sender: str = "", attached: bytes = b"", attached_name: str = "bilag.pdf") -> bytes:
    """An e-mail, perhaps with an attachment."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender or "Nordkyst Tømrer ApS <post@nordkyst.example>"
    message["To"] = "Fjordby Kommune <post@fjordby.example>"
    message["Subject"] = "Vedrørende sagen"
    message.set_content("\n\n".join(lines))
    if attached:
        message.add_attachment(attached, maintype="application", subtype="pdf", filename=attached_name)
    return message.as_bytes()


def web_page(lines: Lines, *, comment: str = "", hidden: str = "") -> bytes:
    """A web page with a comment in its source and text that it does not show."""
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    body += f"<!-- {html.escape(comment)} -->" if comment else ""
    body += f'<div style="display:none">{html.escape(hidden)}</div>' if hidden else ""
    head = '<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Brev</title></head>'
    return f"{head}<body>{body}</body></html>".encode()


def plain_text(lines: Lines) -> bytes:
    """Text and nothing else."""
    return "\n\n".join(lines).encode()
