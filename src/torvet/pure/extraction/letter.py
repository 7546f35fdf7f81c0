"""A mail as blocks: its head, its text, and what is attached.

Attachments are not opened: each is a part that becomes a document of its own, and so is each picture in the text
that is larger than a logo. A mail in a mail is one part. Signatures are left out, not checked.
"""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from itertools import islice

from torvet.pure.extraction.blocks import Block, Fields, Paragraph, Rule
from torvet.pure.extraction.enclosures import MAX_PARTS, Enclosures
from torvet.pure.extraction.model import HiddenText, Part
from torvet.pure.extraction.plain import decode
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.webpage import declared_encoding, read_webpage

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
SIGNATURES = {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
AS_IT_STANDS = policy.default.clone(refold_source="none")
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
    parts: list[Part] = field(default_factory=list)


def read_letter(data: bytes) -> Letter:
    """Read a mail; raises ExtractionRefused for an encrypted one and one of too many or too deep parts."""
    message = _parse(data)
    parts = list(_parts(message))
    for part in parts:
        _refuse_sealed(part)
    letter = Letter(title=_header(message, "Subject"))
    headers = {name: _header(message, name) for name, _ in SHOWN}
    headers["Date"] = shown_date(headers["Date"])
    rows = [(label, headers[name]) for name, label in SHOWN]
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
    """The parts of this mail, without those of the mails attached to it, which count all the same."""
    try:
        if sum(1 for _ in islice(message.walk(), MAX_PARTS + 1)) > MAX_PARTS:
            raise ExtractionRefused(RefusalCode.TOO_MANY_PARTS, f"over {MAX_PARTS}")
        yield from _own_parts(message)
    except RecursionError as error:
        raise ExtractionRefused(RefusalCode.TOO_DEEP) from error


def _own_parts(part: EmailMessage) -> Iterator[EmailMessage]:
    yield part
    if part.get_content_maintype() == "multipart":
        for child in _children(part):
            yield from _own_parts(child)


def _refuse_sealed(part: EmailMessage) -> None:
    if part.get_content_type() not in SEALED:
        return
    if part.get_param("smime-type") == "signed-data":
        raise ExtractionRefused(RefusalCode.UNSUPPORTED, "S/MIME")
    raise ExtractionRefused(RefusalCode.ENCRYPTED)


def _header(message: EmailMessage, name: str) -> str:
    """A header decoded on one line; as it stands in the file where it breaks the rules."""
    try:
        value = str(message.get(name, ""))
    except HEADER_FAULTS:
        value = next((raw for key, raw in message.raw_items() if key.lower() == name.lower()), "")
    value = value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return re.sub(r"\s+", " ", value[:MAX_HEADER_CHARACTERS]).strip()


def shown_date(value: str) -> str:
    """Give a date header as it is drawn: in Danish, by the sender's clock; as it stands where it cannot be read.

    >>> shown_date("Mon, 23 Nov 2026 10:05:00 +0100")
    '23. november 2026, kl. 10.05'
    """
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
            _add_webpage(part, letter, contents)
        else:
            letter.blocks += [Paragraph(text) for text in _text(part).split("\n\n") if text.strip()]
    if len(letter.blocks) == before:
        letter.notices.append("no-text")
    if contents.signatures:
        letter.notices.append(f"signatures-left-out:{contents.signatures}")
    _enclose(contents, letter)


def _enclose(contents: "Contents", letter: Letter) -> None:
    enclosures = Enclosures()
    inline: set[str] = set()
    for part in contents.attached:
        if _is_inline(part):
            inline.add(_content_id(part))
            enclosures.add_inline(Part(_part_name(part), _content(part), "inline"))
        else:
            enclosures.add(Part(_part_name(part), _content(part)))
    left_out = sum(source.removeprefix("cid:") not in inline for source in contents.pictures)
    letter.notices += [f"images-left-out:{left_out}"] if left_out else []
    letter.notices += enclosures.notices
    letter.hidden += [HiddenText("attachment-name", part.name) for part in enclosures.parts if part.name]
    letter.parts = enclosures.parts


def _add_webpage(part: EmailMessage, letter: Letter, contents: "Contents") -> None:
    page = read_webpage(_text(part))
    letter.blocks += page.blocks
    letter.hidden += page.hidden
    contents.pictures += page.pictures


@dataclass
class Contents:
    """The parts of a mail that are read, in order, those attached to it, and what else was met on the way."""

    texts: list[EmailMessage] = field(default_factory=list)
    attached: list[EmailMessage] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    signatures: int = 0


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
    elif kind in SIGNATURES:
        contents.signatures += 1
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


def _is_inline(part: EmailMessage) -> bool:
    """True for a picture that the text may show by its identifier."""
    return part.get_content_maintype() == "image" and bool(_content_id(part)) and not _is_attachment(part)


def _content_id(part: EmailMessage) -> str:
    return _header(part, "Content-ID").strip("<> ")


def _part_name(part: EmailMessage) -> str:
    """The name of a file; a mail without one is named after its subject."""
    name = _file_name(part)
    if name or part.get_content_maintype() != "message":
        return name
    subjects = [_header(child, "Subject") for child in _children(part)]
    return f"{subjects[0]}.eml" if subjects and subjects[0] else ""


def _content(part: EmailMessage) -> bytes:
    """The bytes of a part; of a mail in this one, its own bytes with nothing folded anew."""
    children = _children(part)
    if not children:
        payload = part.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b""
    try:
        content = b"\n".join(child.as_bytes(policy=AS_IT_STANDS) for child in children)
    except RecursionError as error:
        raise ExtractionRefused(RefusalCode.TOO_DEEP) from error
    except HEADER_FAULTS as error:
        raise ExtractionRefused(RefusalCode.UNREADABLE, "EML") from error
    return _unwrapped(content) if _header(part, "Content-Transfer-Encoding").lower() == "base64" else content


def _unwrapped(content: bytes) -> bytes:
    """A mail that was attached in base64, which the standard forbids and some programs do."""
    try:
        return base64.b64decode(content)
    except ValueError:
        return content


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
