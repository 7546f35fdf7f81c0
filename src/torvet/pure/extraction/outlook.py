"""An Outlook mail (MSG) as the same letter that `letter` makes of a mail from the network.

What is attached by value becomes parts. A mail in the mail, an embedded object, a link in place of a file and a text
that exists as RTF alone are counted and not read: the notices say so, and the document has to be looked at. After
[MS-OXMSG] and [MS-OXPROPS]; read with olefile, which knows the container alone.
"""

import re
import struct
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from torvet.pure.extraction.blocks import Fields, Paragraph, Rule
from torvet.pure.extraction.compound import FAULTS, opened_compound
from torvet.pure.extraction.enclosures import MAX_PARTS, Enclosures
from torvet.pure.extraction.letter import MAX_HEAD_BYTES, MAX_HEADER_CHARACTERS, UNSHOWN, Letter, shown_date
from torvet.pure.extraction.model import HiddenText, Part
from torvet.pure.extraction.plain import decode
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.webpage import declared_encoding, read_webpage

PROPERTIES = "__properties_version1.0"
RECIPIENT, ATTACHMENT = "__recip_version1.0_", "__attach_version1.0_"
HEAD_BYTES, INNER_HEAD_BYTES, ENTRY = 32, 8, struct.Struct("<HHI8s")
MAX_PROPERTIES = 2_000
MAX_RECIPIENTS = 2_000
TEXT, TEXT_8, BINARY = "001F", "001E", "0102"

SUBJECT, BODY, HTML, RTF, MESSAGE_CLASS, HEADERS = 0x0037, 0x1000, 0x1013, 0x1009, 0x001A, 0x007D
SENDERS = ((0x0042, (0x5D02, 0x0065)), (0x0C1A, (0x5D01, 0x0C1F)))
"""The name and the addresses of whom the mail is from, and of who sent it for them."""

SENT_AT, DELIVERED_AT, CODE_PAGE, WEB_CODE_PAGE = 0x0039, 0x0E06, 0x3FFD, 0x3FDE
NAME, ADDRESSES, KIND = 0x3001, (0x39FE, 0x3003), 0x0C15
KINDS = {1: (0x0E04, "Til"), 2: (0x0E03, "Kopi til"), 3: (0x0E02, "")}
"""To, copy and blind copy, each with the property that lists them as shown (PidTagRecipientType)."""

FILE_NAMES, CONTENT, METHOD, MIME_TYPE, CONTENT_ID = (0x3707, 0x3704, 0x3001), 0x3701, 0x3705, 0x370E, 0x3712
BY_VALUE = 1
LEFT_OUT = {5: "embedded-message", 6: "embedded-objects"}
LINKED = "linked-attachments"
"""What the other ways of attaching are (PidTagAttachMethod)."""

CODE_PAGES = {65001: "utf-8", 20127: "cp1252", 28591: "iso8859-1", 28605: "iso8859-15", 1200: "utf-16-le"}
EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
HEADER = re.compile(r"^([A-Za-z-]{1,40}):[ \t]*(.{0,20000})$", re.MULTILINE)


@dataclass(frozen=True)
class _Properties:
    """The properties of the mail, of one receiver or of one attachment."""

    file: Any
    path: tuple[str, ...]
    names: frozenset[str]
    fixed: Mapping[int, bytes]
    encoding: str = ""

    def number(self, tag: int) -> int:
        """A property of four bytes, 0 if it is not there."""
        return int.from_bytes(self.fixed.get(tag, b"")[:4], "little")

    def stream(self, tag: int, kind: str) -> bytes:
        """The bytes of a property that has a stream of its own."""
        name = f"__substg1.0_{tag:04X}{kind}"
        return bytes(self.file.openstream([*self.path, name]).read()) if name.lower() in self.names else b""

    def text(self, tag: int) -> str:
        """A property of text, in Unicode or in the mail's code page."""
        wide = self.stream(tag, TEXT).decode("utf-16-le", "replace")
        return (wide or decode(self.stream(tag, TEXT_8), self.encoding).text).strip("\0")

    def line(self, *tags: int) -> str:
        """The first of these properties that says anything, on one line."""
        lines = (re.sub(r"\s+", " ", self.text(tag)[:MAX_HEADER_CHARACTERS]).strip() for tag in tags)
        return next((line for line in lines if line), "")


def read_outlook(data: bytes) -> Letter:
    """Read an Outlook mail; raises ExtractionRefused for one that is encrypted, broken or of too many parts."""
    try:
        with opened_compound(data) as file:
            mail = _properties(file, (), file.root, HEAD_BYTES)
            _refuse_sealed(mail.line(MESSAGE_CLASS))
            return _letter(file, mail)
    except RecursionError as error:
        raise ExtractionRefused(RefusalCode.TOO_DEEP) from error
    except FAULTS as error:
        raise ExtractionRefused(RefusalCode.UNREADABLE, "MSG") from error


def _refuse_sealed(message_class: str) -> None:
    kind = message_class.lower()
    if kind.endswith("smime.multipartsigned"):
        raise ExtractionRefused(RefusalCode.UNSUPPORTED, "S/MIME")
    if "smime" in kind or "rpmsg" in kind:
        raise ExtractionRefused(RefusalCode.ENCRYPTED)


def _letter(file: Any, mail: _Properties) -> Letter:
    letter = Letter(title=mail.line(SUBJECT))
    receivers = _receivers(file, mail)
    rows = [("Fra", _sender(mail))]
    rows += [(label, receivers[kind]) for kind, (_, label) in KINDS.items() if label]
    rows += [("Dato", _date(mail)), ("Emne", letter.title)]
    letter.blocks += [Fields(tuple(row for row in rows if row[1])), Rule()]
    hidden = [receivers[3], *_unshown(mail.text(HEADERS)[:MAX_HEAD_BYTES])]
    letter.hidden += [HiddenText("mail-header", value) for value in dict.fromkeys(hidden) if value]
    pictures = _read_body(mail, letter)
    _enclose(file, mail, letter, pictures)
    return letter


def _properties(file: Any, path: tuple[str, ...], entry: Any, head_bytes: int, encoding: str = "") -> _Properties:
    names = frozenset(entry.kids_dict)
    if PROPERTIES not in names:
        raise ExtractionRefused(RefusalCode.UNREADABLE, "MSG")
    table = bytes(file.openstream([*path, PROPERTIES]).read(head_bytes + MAX_PROPERTIES * ENTRY.size))[head_bytes:]
    whole = table[: len(table) - len(table) % ENTRY.size]
    fixed = {tag: value for _, tag, _, value in ENTRY.iter_unpack(whole)}
    if not encoding:
        page = int.from_bytes(fixed.get(CODE_PAGE, b"")[:4], "little")
        encoding = CODE_PAGES.get(page, f"cp{page}" if page else "")
    return _Properties(file, path, names, fixed, encoding)


def _inner(file: Any, mail: _Properties, prefix: str, most: int) -> Iterator[_Properties]:
    """The properties of each receiver or attachment, in order."""
    entries = sorted((entry for entry in file.root.kids if entry.name.startswith(prefix)), key=lambda each: each.name)
    if len(entries) > most:
        raise ExtractionRefused(RefusalCode.TOO_MANY_PARTS, f"over {most}")
    for entry in entries:
        yield _properties(file, (entry.name,), entry, INNER_HEAD_BYTES, mail.encoding)


def _receivers(file: Any, mail: _Properties) -> dict[int, str]:
    """Who the mail went to, by kind: names with addresses, or as the mail itself lists them."""
    found: dict[int, list[str]] = {kind: [] for kind in KINDS}
    for receiver in _inner(file, mail, RECIPIENT, MAX_RECIPIENTS):
        found.get(receiver.number(KIND), []).append(_person(receiver, NAME, ADDRESSES))
    return {kind: ", ".join(found[kind]) or mail.line(listed) for kind, (listed, _) in KINDS.items()}


def _sender(mail: _Properties) -> str:
    people = [_person(mail, name, addresses) for name, addresses in SENDERS]
    return next((person for person in people if person), "")


def _person(holder: _Properties, name: int, addresses: tuple[int, ...]) -> str:
    """A name with the address behind it; an address within Exchange (/O=…) tells nobody anything."""
    shown = holder.line(name)
    address = next((line for tag in addresses if "@" in (line := holder.line(tag))), "")
    if not address or address == shown:
        return shown
    return f"{shown} <{address}>" if shown else address


def _date(mail: _Properties) -> str:
    """The time by the sender's clock where the headers tell it, else in universal time."""
    stated = next((value for name, value in HEADER.findall(mail.text(HEADERS)) if name.lower() == "date"), "")
    if stated:
        return shown_date(stated.strip())
    ticks = next((mail.fixed[tag] for tag in (SENT_AT, DELIVERED_AT) if tag in mail.fixed), b"")
    if not any(ticks):
        return ""
    sent = EPOCH + timedelta(microseconds=int.from_bytes(ticks, "little") // 10)
    return f"{shown_date(sent.strftime('%a, %d %b %Y %H:%M:%S +0000'))} (UTC)"


def _unshown(headers: str) -> list[str]:
    names = {name.lower() for name in UNSHOWN}
    return [value.strip() for name, value in HEADER.findall(headers) if name.lower() in names]


def _read_body(mail: _Properties, letter: Letter) -> list[str]:
    """Add the text to the letter and give the addresses of the pictures it shows."""
    plain = mail.text(BODY).replace("\r\n", "\n").replace("\r", "\n")
    if plain.strip():
        letter.blocks += [Paragraph(text) for text in plain.split("\n\n") if text.strip()]
        return []
    page = _page(mail)
    if page.strip():
        read = read_webpage(page)
        letter.blocks += read.blocks
        letter.hidden += read.hidden
        return read.pictures
    letter.notices.append("rtf-body" if mail.stream(RTF, BINARY) else "no-text")
    return []


def _page(mail: _Properties) -> str:
    data = mail.stream(HTML, BINARY)
    page = mail.number(WEB_CODE_PAGE)
    encoding = CODE_PAGES.get(page, f"cp{page}" if page else "") or declared_encoding(data)
    return decode(data, encoding).text if data else mail.text(HTML)


def _enclose(file: Any, mail: _Properties, letter: Letter, pictures: list[str]) -> None:
    enclosures = Enclosures()
    left_out: Counter[str] = Counter()
    page = _page(mail)
    inline: set[str] = set()
    for attachment in _inner(file, mail, ATTACHMENT, MAX_PARTS):
        method = attachment.number(METHOD)
        if method != BY_VALUE:
            left_out[LEFT_OUT.get(method, LINKED)] += 1
            continue
        name, identifier = attachment.line(*FILE_NAMES), attachment.line(CONTENT_ID).strip("<>")
        content = attachment.stream(CONTENT, BINARY)
        if identifier and f"cid:{identifier}" in page and attachment.line(MIME_TYPE).startswith("image/"):
            inline.add(f"cid:{identifier}")
            enclosures.add_inline(Part(name, content, "inline"))
        else:
            enclosures.add(Part(name, content))
    left_out["images-left-out"] = sum(source not in inline for source in pictures)
    letter.notices += enclosures.notices + [f"{code}:{count}" for code, count in left_out.items() if count]
    letter.hidden += [HiddenText("attachment-name", part.name) for part in enclosures.parts if part.name]
    letter.parts = enclosures.parts
