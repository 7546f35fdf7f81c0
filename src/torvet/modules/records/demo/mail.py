"""Draws a paper as plain text, as a web page from self-service, or as an e-mail."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from html import escape

from .blocks import Block, BlockKind, cut, plain
from .model import Paper
from .people import DOMAIN


def draw_text(paper: Paper) -> bytes:
    """UTF-8 text with the title above a line."""
    head = "".join(f"{line}\n" for line in (*paper.addressee, "")) if paper.addressee else ""
    return f"{head}{paper.title}\n{'=' * min(len(paper.title), 72)}\n\n{plain(cut(paper.body))}".encode()


def _html_block(block: Block) -> str:
    texts = [escape(text) for text in block.texts]
    match block.kind:
        case BlockKind.TABLE:
            head, *rows = ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in block.rows]
            body = "".join(f"<tr>{row}</tr>" for row in rows)
            return f"<table><tr>{head.replace('td>', 'th>')}</tr>{body}</table>"
        case BlockKind.BULLETS:
            return f"<ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul>"
        case BlockKind.HEADING:
            return f"<h2>{texts[0]}</h2>"
        case BlockKind.SUBHEADING:
            return f"<h3>{texts[0]}</h3>"
        case BlockKind.PAGE:
            return "<hr>"
        case _:
            return f"<p>{'<br>'.join(texts)}</p>"


def draw_html(paper: Paper) -> bytes:
    """A web page as self-service saves it."""
    body = "\n".join(_html_block(block) for block in cut(paper.body))
    title = escape(paper.title)
    addressee = f"<p>{'<br>'.join(escape(line) for line in paper.addressee)}</p>\n" if paper.addressee else ""
    origin = "Sendt fra selvbetjeningen på" if paper.direction == "in" else "Gemt fra"
    return (
        f'<!DOCTYPE html>\n<html lang="da"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>body{{font-family:serif;max-width:40em}}</style></head>\n"
        f"<body>{addressee}<h1>{title}</h1>\n{body}\n<p>{origin} {DOMAIN}</p></body></html>\n"
    ).encode()


def _address(mailbox: str) -> Address:
    name, spec = parseaddr(mailbox)
    return Address(display_name=name, addr_spec=spec)


def draw_mail(paper: Paper) -> bytes:
    """A mail between the municipality's mailbox and the other party's."""
    incoming = paper.direction == "in"
    message = EmailMessage(policy=SMTP.clone(cte_type="8bit"))
    message["From"] = _address(paper.mailbox if incoming else paper.own_mailbox)
    message["To"] = _address(paper.own_mailbox if incoming else paper.mailbox)
    message["Subject"] = f"{paper.title} ({paper.case_number})"
    message["Date"] = format_datetime(paper.moment)
    message["Message-ID"] = f"<{paper.id}.{paper.moment:%Y%m%d}@{DOMAIN}>"
    message.set_content(plain(cut(paper.body)), charset="utf-8", cte="8bit")
    return message.as_bytes()
