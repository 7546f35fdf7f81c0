"""A mail as blocks: its head, its text, and the names of what is attached.

Attachments are not opened: each is a document of its own and is counted and named for the caller to deal
with.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from torvet.pure.extraction.blocks import Block, Fields, Paragraph, Rule
from torvet.pure.extraction.model import HiddenText
from torvet.pure.extraction.plain import decode
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.webpage import declared_encoding, read_webpage

MAX_PARTS = 200
"""A mail with all pictures of a building case has some 60."""

MAX_HEAD_BYTES = 256 << 10
"""A mail to all schools of a municipality has some 10 kB; the header parser takes seconds for a megabyte."""

MAX_HEADER_CHARACTERS = 20_000
MAX_DASHED_LINES = 20_000
"""Signatures and rules begin with dashes too; the parser keeps a list of what may be a boundary."""

SHOWN = (("From", "Fra"), ("To", "Til"), ("Cc", "Kopi til"), ("Date", "Dato"), ("Subject", "Emne"))
UNSHOWN = ("Bcc", "Reply-To", "Sender", "Return-Path", "Delivered-To", "Disposition-Notification-To")
SEALED = {
    "multipart/encrypted",
    "application/pkcs7-mime",
    "application/x-pkcs7-mime",
    "application/pgp-encrypted",
}
MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
HEADER_FAULTS = (ValueError, IndexError, AttributeError, KeyError, TypeError, LookupError)
"""What the standard library's header parser raises on malformed headers."""


@dataclass
class Letter:
    """A mail read."""

    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    hidden: list[HiddenText] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def read_letter(data: bytes) -> Letter:
    """Read a mail; raises ExtractionRefused for an encrypted one and one of too many or too deep parts."""
    message = _parse(data)
    parts = list(_parts(message))
    if any(part.get_content_type() in SEALED for part in parts):
        raise ExtractionRefused(RefusalCode.ENCRYPTED)
    letter = Letter(title=_header(message, "Subject"))
    rows = [(label, _shown(name, _header(message, name))) for name, label in SHOWN]
    letter.blocks += [Fields(tuple(row for row in rows if row[1])), Rule()]
    for name in UNSHOWN:
        if value := _header(message, name):
            letter.hidden.append(HiddenText("mail-header", value))
    _read_body(message, letter)
    return letter


def _parse(data: bytes) -> EmailMessage:
    if len(re.split(rb"\r?\n\r?\n", data, maxsplit=1)[0]) > MAX_HEAD_BYTES:
        raise ExtractionRefused(RefusalCode.TOO_LARGE, "mailhoved")
    if data.count(b"\n--") > MAX_DASHED_LINES or data.lower().count(b"boundary=") > MAX_PARTS:
        raise ExtractionRefused(RefusalCode.TOO_MANY_PARTS)
    try:
        return message_from_bytes(data, policy=policy.default)
    except RecursionError as error:
        raise ExtractionRefused(RefusalCode.TOO_DEEP) from error
    except HEADER_FAULTS as error:
        raise ExtractionRefused(RefusalCode.UNREADABLE, "EML") from error


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    try:
        for number, part in enumerate(message.walk()):
            if number >= MAX_PARTS:
                raise ExtractionRefused(RefusalCode.TOO_MANY_PARTS, f"over {MAX_PARTS}")
            yield part
    except RecursionError as error:
        raise ExtractionRefused(RefusalCode.TOO_DEEP) from error


def _header(message: EmailMessage, name: str) -> str:
    """A header decoded on one line; as it stands in the file where it breaks the rules."""
    try:
        value = str(message.get(name, ""))
    except HEADER_FAULTS:
        value = next((raw for key, raw in message.raw_items() if key.lower() == name.lower()), "")
    value = value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return re.sub(r"\s+", " ", value[:MAX_HEADER_CHARACTERS]).strip()


def _shown(name: str, value: str) -> str:
    """A header as it is drawn: the date in Danish, by the sender's clock, where it can be read."""
    if name != "Date":
        return value
    try:
        sent = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return value
    return f"{sent.day}. {MONTHS[sent.month - 1]} {sent.year}, kl. {sent:%H.%M}"


def _read_body(message: EmailMessage, letter: Letter) -> None:
    contents = Contents()
    _sort(message, contents)
    before = len(letter.blocks)
    for part in contents.texts:
        if part.get_content_type() == "text/html":
            _add_webpage(part, letter)
        else:
            letter.blocks += [Paragraph(text) for text in _text(part).split("\n\n") if text.strip()]
    if len(letter.blocks) == before:
        letter.notices.append("no-text")
    if contents.attached:
        letter.notices.append(f"attachments:{len(contents.attached)}")
    names = [_file_name(part) for part in contents.attached]
    letter.hidden += [HiddenText("attachment-name", name) for name in names if name]


def _add_webpage(part: EmailMessage, letter: Letter) -> None:
    page = read_webpage(_text(part))
    letter.blocks += page.blocks
    letter.hidden += page.hidden
    if page.pictures:
        letter.notices.append(f"images-left-out:{page.pictures}")


@dataclass
class Contents:
    """The parts of a mail that are read, in order, and those that are attached to it."""

    texts: list[EmailMessage] = field(default_factory=list)
    attached: list[EmailMessage] = field(default_factory=list)


def _sort(part: EmailMessage, contents: Contents, *, read: bool = True) -> None:
    """Sort a part and what is in it; one of alternatives is read, what is attached to the others counts."""
    kind = part.get_content_type()
    if kind == "multipart/alternative":
        children = _children(part)
        chosen = _best(children)
        for child in children:
            _sort(child, contents, read=read and child is chosen)
    elif part.get_content_maintype() == "multipart":
        for child in _children(part):
            _sort(child, contents, read=read)
    elif kind in ("text/plain", "text/html") and not _file_name(part) and not _is_attachment(part):
        contents.texts += [part] if read else []
    else:
        contents.attached.append(part)


def _children(part: EmailMessage) -> list[EmailMessage]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, EmailMessage)] if isinstance(payload, list) else []


def _best(alternatives: list[EmailMessage]) -> EmailMessage | None:
    """The plain text if it says anything, else the last and richest one (RFC 2046, section 5.1.4)."""
    for part in alternatives:
        if part.get_content_type() == "text/plain" and _text(part).strip():
            return part
    return alternatives[-1] if alternatives else None


def _is_attachment(part: EmailMessage) -> bool:
    try:
        return part.is_attachment()
    except HEADER_FAULTS:
        return False


def _text(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    declared = part.get_content_charset("") or declared_encoding(data)
    text = decode(data, declared).text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _file_name(part: EmailMessage) -> str:
    try:
        return part.get_filename("") or ""
    except HEADER_FAULTS:
        return ""
