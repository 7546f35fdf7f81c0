"""Fonts that cannot lie: not in the file, so drawn by the reader's own, and named letter by letter by a standard."""

import io
from collections.abc import Iterable
from typing import Any

import pikepdf

STANDARD_ENCODINGS = (None, "/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding")
MAX_OBJECTS = 50_000
MAX_DEPTH = 6


def honest_names(pdf: bytes) -> frozenset[str]:
    """The names that only plain fonts bear: Type 1 or TrueType, not embedded, a standard encoding, no ToUnicode.

    None for a file that pikepdf cannot read or with too many objects. Linear in the objects.
    """
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            if len(document.objects) > MAX_OBJECTS:
                return frozenset()
            return _plain_names(document.objects)
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return frozenset()


def _plain_names(objects: Iterable[Any]) -> frozenset[str]:
    plain: set[str] = set()
    lying: set[str] = set()
    for one in objects:
        for font in _fonts(one, 0):
            (plain if _is_plain(font) else lying).add(str(font.get("/BaseFont", "/"))[1:])
    return frozenset(plain - lying)


def _fonts(value: Any, depth: int) -> Iterable[Any]:
    """Fonts among an object's own values; what it refers to is an object of its own and comes by itself."""
    if depth > MAX_DEPTH or not isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    if value.get("/Type") == "/Font" or "/BaseFont" in value or value.get("/Subtype") == "/Type3":
        yield value
        return
    for key in value.keys():  # noqa: SIM118 a stream is not iterable
        inner = value[key]
        if isinstance(inner, pikepdf.Dictionary) and not inner.is_indirect:
            yield from _fonts(inner, depth + 1)


def _is_plain(font: Any) -> bool:
    if font.get("/Subtype") not in ("/Type1", "/TrueType") or "/ToUnicode" in font:
        return False
    encoding = font.get("/Encoding")
    if encoding is not None and not isinstance(encoding, pikepdf.Name):
        return False
    described = font.get("/FontDescriptor", {})
    is_embedded = any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return not is_embedded and (None if encoding is None else str(encoding)) in STANDARD_ENCODINGS
