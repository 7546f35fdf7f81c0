"""Recognises planted items in whatever text or bytes came out, however they are written there.

Letters and digits alone are compared, so that dashes, spaces, line breaks and tags in between hide nothing. A telephone
number is short enough to come about by chance where many numbers stand; it must stand by itself.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from urllib.parse import unquote

from torvet.modules.records.robot.items import Item, ItemKind

# Letters that readers take for digits and the other way round, as in the ways of writing that are planted.
CONFUSED = str.maketrans("odqlisbzg", "000115826")
NOT_A_SIGN = re.compile(r"[\W_]+")
FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
SPACE = re.compile(r"\s+")
TAG = re.compile(r"<[^<>]{1,500}>")
BETWEEN_DIGITS = r"[\W_]{0,3}"
CHUNK_BYTES = 4_000_000
OVERLAP_BYTES = 200


def folded(text: str) -> str:
    """Return letters and digits alone, as small letters of the plain width: `folded("Ａb-1")` is "ab1"."""
    return NOT_A_SIGN.sub("", _plain(text))


def _plain(text: str) -> str:
    """Small letters of the plain width, and digits as in ASCII."""
    lowered = unicodedata.normalize("NFKC", text).casefold()
    return FOREIGN_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), lowered)


def found_in_text(text: str, items: Iterable[Item]) -> list[Item]:
    """Return the items that can be recognised in a text; linear in the text for each item."""
    plain = _plain(_written_out(text))
    letters = NOT_A_SIGN.sub("", plain)
    digits = letters.translate(CONFUSED)
    return [item for item in items if _stands(item, plain, letters, digits)]


def _written_out(text: str) -> str:
    """The text, and what it says without tags and with the codes of HTML and of addresses undone."""
    readings = dict.fromkeys((text, html.unescape(text), html.unescape(TAG.sub("", text)), unquote(text)))
    return "\n".join(readings)


def _stands(item: Item, plain: str, letters: str, digits: str) -> bool:
    match item.kind:
        case ItemKind.CPR:
            return any(form in digits for form in cpr_forms(item.trace)) or _as_written(item) in SPACE.sub("", plain)
        case ItemKind.PHONE:
            return item.trace in digits and bool(_phone(item.trace).search(plain))
        case _:
            return folded(item.trace) in letters


@cache
def _as_written(item: Item) -> str:
    return SPACE.sub("", _plain(item.text))


@cache
def cpr_forms(number: str) -> tuple[str, ...]:
    """Return the digits of a CPR number as they are written: with the year in two digits or in four."""
    return number, f"{number[:4]}18{number[4:]}", f"{number[:4]}20{number[4:]}"


@cache
def _phone(number: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\d)(?:(?:00)?45{BETWEEN_DIGITS})?{BETWEEN_DIGITS.join(number)}(?!\d)")


def found_in_bytes(data: bytes, items: Sequence[Item]) -> list[Item]:
    """Return the items whose trace or text stands in bytes as such: in Latin-1, UTF-8 or UTF-16.

    Bytes are full of numbers, so nothing is skipped between digits here; readers of the format do that.
    """
    found = []
    for start in range(0, max(len(data), 1), CHUNK_BYTES):
        piece = data[max(start - OVERLAP_BYTES, 0) : start + CHUNK_BYTES]
        low = piece.lower()
        found += [item for item in items if any(form in low for form in _byte_forms(item))]
    return list(dict.fromkeys(found))


@cache
def _byte_forms(item: Item) -> tuple[bytes, ...]:
    words = {item.trace, item.text}
    return tuple(
        word.encode(encoding).lower()
        for word in words
        for encoding in ("utf-8", "utf-16-be", "utf-16-le", "latin-1")
        if _can_be(word, encoding)
    )


def _can_be(word: str, encoding: str) -> bool:
    try:
        word.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
