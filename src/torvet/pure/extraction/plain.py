"""Plain text: which encoding, and is it text at all."""

import codecs
import re
from dataclasses import dataclass

UNICODE_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NULL_SHARE = 0.3
"""European text in UTF-16 has a null in nearly every second byte."""

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
BINARY_SHARE = 0.002


@dataclass(frozen=True)
class Decoded:
    """Text with the encoding it was read in; `damaged` if some bytes had no meaning in it."""

    text: str
    encoding: str
    damaged: bool = False


def decode(data: bytes, declared: str = "") -> Decoded:
    """Read bytes by byte order mark, declared encoding, UTF-16 by its nulls, UTF-8, then Windows-1252."""
    for mark, encoding in UNICODE_MARKS:
        if data.startswith(mark):
            return _decode(data[len(mark) :], encoding)
    for encoding in (_known(declared), _utf16_by_nulls(data), "utf-8"):
        if encoding:
            attempt = _decode(data, encoding)
            if not attempt.damaged:
                return attempt
    return _decode(data, "cp1252")


def _decode(data: bytes, encoding: str) -> Decoded:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        # A head cut off in the middle of a character is no damage, hence final=False.
        return Decoded(decoder.decode(data), encoding)
    except UnicodeDecodeError:
        return Decoded(data.decode(encoding, "replace"), encoding, damaged=True)


def _known(encoding: str) -> str:
    """The name of a text encoding; latin-1 means Windows-1252 (WHATWG Encoding Standard, section 4.2)."""
    name = encoding.strip().strip("\"'")
    try:
        b" ".decode(name, "ignore")  # refuses codecs that are no text, such as "hex"
        found = codecs.lookup(name).name
        codecs.getincrementaldecoder(found)
    except (LookupError, ValueError):
        return ""
    return "cp1252" if found in ("iso8859-1", "ascii") else found


def _utf16_by_nulls(data: bytes) -> str:
    head = data[:4096]
    half = max(1, len(head) // 2)
    even, odd = head[0::2].count(0) / half, head[1::2].count(0) / half
    if odd > NULL_SHARE > even:
        return "utf-16-le"
    if even > NULL_SHARE > odd:
        return "utf-16-be"
    return ""


def looks_binary(text: str) -> bool:
    """True if text holds more control characters than any text does."""
    return len(CONTROL.findall(text)) > BINARY_SHARE * len(text)
