"""What a picture's metadata says in words: descriptions, names, comments, and where it was taken."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import SupportsFloat

from PIL import Image, ImageFile, IptcImagePlugin

from torvet.pure.extraction.plain import decode
from torvet.pure.extraction.xmp import texts_of_xmp

EXIF_BLOCK, PLACE_BLOCK = 0x8769, 0x8825
TELLING_TAGS = {
    *(0x010D, 0x010E, 0x013B, 0x013C, 0x8298),  # document name, description, artist, host computer, copyright
    *(0x9286, 0xA430, 0xA431, 0xA435),  # comment, the camera's owner, its number and its lens's
    *range(0x9C9B, 0x9CA0),  # Windows: title, comment, author, keywords, subject (in UTF-16)
}
WINDOWS_TAGS = range(0x9C9B, 0x9CA0)
COMMENT_TAG = 0x9286
LATITUDE_SIDE, LATITUDE, LONGITUDE_SIDE, LONGITUDE = 1, 2, 3, 4
PLACE_WORDS = (0x001B, 0x001C)
CHARACTER_CODE_BYTES = 8
"""Before a comment stands in which letters it is written (Exif 2.32, 4.6.5)."""

XMP_TAG = 700
MAX_TEXT_CHARACTERS = 20_000
MAX_TEXTS = 200
PROGRAM_KEYS = {"software", "date:create", "date:modify", "date:timestamp", "raw profile type exif"}
PROGRAM_COMMENTS = re.compile(r"^(?:LEAD Technologies|CREATOR: gd-jpeg|Optimized by JPEGmini|Created with GIMP)")
FAULTS = (OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError)


def texts_of_metadata(picture: Image.Image) -> list[str]:
    """Give the texts beside an opened picture; broken metadata is passed over, for it is never carried on."""
    found: dict[str, None] = {}
    for source in (_exif, _place, _words, _newspaper):
        try:
            for text in source(picture):
                found[" ".join(text.split())[:MAX_TEXT_CHARACTERS]] = None
        except FAULTS:
            continue
    return [text for text in found if text and not PROGRAM_COMMENTS.match(text)][:MAX_TEXTS]


def _exif(picture: Image.Image) -> Iterator[str]:
    exif = picture.getexif()
    for tags in (exif, exif.get_ifd(EXIF_BLOCK)):
        for tag in TELLING_TAGS & set(tags):
            yield _text(tag, tags[tag])


def _text(tag: int, value: object) -> str:
    if tag == COMMENT_TAG and isinstance(value, bytes):
        value = value[CHARACTER_CODE_BYTES:]
    if tag in WINDOWS_TAGS and isinstance(value, tuple):
        value = bytes(value)
    if isinstance(value, bytes):
        return decode(value, "utf-16-le" if tag in WINDOWS_TAGS else "").text.strip("\0 ")
    return str(value).strip("\0 ")


def _place(picture: Image.Image) -> Iterator[str]:
    """Where the picture was taken, in degrees: south and west are below zero."""
    place = picture.getexif().get_ifd(PLACE_BLOCK)
    if LATITUDE in place and LONGITUDE in place:
        north = _degrees(place[LATITUDE], place.get(LATITUDE_SIDE) == "S")
        yield f"{north:.5f}, {_degrees(place[LONGITUDE], place.get(LONGITUDE_SIDE) == 'W'):.5f}"
    for tag in PLACE_WORDS:
        if isinstance(words := place.get(tag), bytes):
            yield decode(words[CHARACTER_CODE_BYTES:]).text.strip("\0 ")


def _degrees(parts: Iterable[SupportsFloat], is_below: bool) -> float:
    degrees = sum((float(part) / 60.0**power for power, part in enumerate(parts)), 0.0)
    return -degrees if is_below else degrees


def _words(picture: Image.Image) -> Iterator[str]:
    """Comments, the texts of a PNG, and XMP."""
    tags: Mapping[int, object] = getattr(picture, "tag_v2", {})
    for packet in (picture.info.get("xmp"), tags.get(XMP_TAG)):
        if isinstance(packet, bytes):
            yield from texts_of_xmp(packet)
    for key in ("comment", "Comment"):
        comment = picture.info.get(key)
        if isinstance(comment, bytes | str):
            yield decode(comment).text if isinstance(comment, bytes) else comment
    texts: Mapping[str, object] = getattr(picture, "text", {})
    for key, text in texts.items():
        if key == "XML:com.adobe.xmp":
            yield from texts_of_xmp(str(text).encode("utf-8", "replace"))
        elif key.lower() not in PROGRAM_KEYS:
            yield str(text)


def _newspaper(picture: Image.Image) -> Iterator[str]:
    """The texts that agencies and archives write (IPTC, record 2)."""
    found = IptcImagePlugin.getiptcinfo(picture) if isinstance(picture, ImageFile.ImageFile) else None
    for (record, _), value in (found or {}).items():
        for each in value if isinstance(value, list) else [value]:
            if record == 2 and isinstance(each, bytes) and (text := decode(each).text).isprintable():
                yield text
