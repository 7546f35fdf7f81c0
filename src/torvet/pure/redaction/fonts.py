"""Fonts as far as redaction needs them: which codes a string shows, how far each moves on, which character it
means.

Read here: simple fonts (Type 1, TrueType, MMType1) and composite fonts with two-byte identity codes, which is
what office programs, printers and scanners write. Everything else makes its page resist, and the page becomes
a picture: Type 3 fonts, vertical writing, predefined Asian code maps. Glyph outlines are not read.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf
from pdfminer.encodingdb import EncodingDB, name2unicode
from pdfminer.fontmetrics import FONT_METRICS

from torvet.pure.redaction.problems import PageResists, RasterReason

SIMPLE_FONTS = frozenset({"/Type1", "/TrueType", "/MMType1"})
# ISO 32000-1, 9.6.2.2: names under which producers write the standard fonts
STANDARD_ALIASES = {
    "Arial": "Helvetica",
    "ArialMT": "Helvetica",
    "Arial-BoldMT": "Helvetica-Bold",
    "Arial,Bold": "Helvetica-Bold",
    "Arial-ItalicMT": "Helvetica-Oblique",
    "Arial,Italic": "Helvetica-Oblique",
    "TimesNewRoman": "Times-Roman",
    "TimesNewRomanPSMT": "Times-Roman",
    "CourierNew": "Courier",
    "CourierNewPSMT": "Courier",
}
MAX_MAPPED_CODES = 70_000  # a two-byte font has 65,536 codes; a longer table is an attack
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)


# Codes that WinAnsiEncoding leaves free show a bullet (ISO 32000-2, annex D.2, note 3); some writers use them for it.
_WINANSI_BULLETS = (0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D)


@dataclass(frozen=True)
class Font:
    """One font: `wide` codes take two bytes; widths are in thousandths of the text size."""

    wide: bool
    widths: Mapping[int, float] | Sequence[float]
    default_width: float
    unicode: Mapping[int, str] = field(repr=False)
    contradicted: frozenset[int] = frozenset()  # codes whose name says another character than the font's own table

    def codes(self, shown: bytes) -> Sequence[int]:
        """Split a shown string into codes."""
        if not self.wide:
            return shown
        return [shown[i] << 8 | shown[i + 1] for i in range(0, len(shown) - 1, 2)]

    def width(self, code: int) -> float:
        """Give one code's advance in thousandths of the text size."""
        if isinstance(self.widths, Mapping):
            return self.widths.get(code, self.default_width)
        return self.widths[code]

    def advance(self, codes: Sequence[int]) -> float:
        """Give the advance of a whole string in thousandths of the text size, without spacing."""
        if isinstance(self.widths, Mapping):
            lookup, default = self.widths.get, self.default_width
            return sum(lookup(code, default) for code in codes)
        return sum(map(self.widths.__getitem__, codes))

    def text(self, codes: Sequence[int]) -> str:
        """Give what a string says; a code without a meaning becomes U+FFFD."""
        lookup = self.unicode.get
        return "".join([lookup(code, "\ufffd") for code in codes])

    @cached_property
    def blank(self) -> frozenset[int]:
        """Codes that are a space of some kind."""
        return frozenset(code for code, meaning in self.unicode.items() if meaning.isspace())

    @cached_property
    def mapped(self) -> frozenset[int]:
        """Codes whose meaning is known."""
        return frozenset(self.unicode)


def read_font(font: pikepdf.Object) -> Font:
    """Read a font dictionary; raises PageResists for a kind that is not handled."""
    subtype = str(font.get("/Subtype", ""))
    if subtype in SIMPLE_FONTS:
        return _simple_font(font)
    if subtype == "/Type0":
        return _composite_font(font)
    raise PageResists(RasterReason.TYPE3_FONT if subtype == "/Type3" else RasterReason.UNKNOWN_FONT)


def _simple_font(font: pikepdf.Object) -> Font:
    encoding = _encoding(font)
    own = _to_unicode(font)
    apart = frozenset(code for code, said in own.items() if not _is_alike(said, encoding.get(code, said)))
    return Font(False, _simple_widths(font, encoding), 0.0, encoding | own, apart)


def _is_alike(one: str, other: str) -> bool:
    """Two ways to write a character are no contradiction: a ligature, another dash, another kind of space."""
    plain, named = (unicodedata.normalize("NFKC", text).casefold() for text in (one, other))
    return plain == named or not (plain.isalnum() and named.isalnum())


def _simple_widths(font: pikepdf.Object, encoding: Mapping[int, str]) -> list[float]:
    if "/Widths" not in font:
        return _standard_widths(str(font.get("/BaseFont", ""))[1:], encoding)
    descriptor: Any = font.get("/FontDescriptor", {})
    widths = [_whole(descriptor.get("/MissingWidth", 0))] * 256
    first = int(font.get("/FirstChar", 0))
    for code, width in enumerate(list(font["/Widths"])[:256], start=first):
        if 0 <= code < 256:
            widths[code] = _whole(width)
    return widths


def _whole(width: Any) -> float:
    """Cut a width to a whole number, as PDFium does: boxes and pictures come from PDFium.

    Another viewer sets text after a removed stretch at most 0.001 of the text size a glyph further to the
    left.
    """
    return float(int(width))


def _standard_widths(name: str, encoding: Mapping[int, str]) -> list[float]:
    name = STANDARD_ALIASES.get(name, name)
    if name not in FONT_METRICS:
        raise PageResists(RasterReason.UNKNOWN_FONT)
    metrics = FONT_METRICS[name][1]
    return [float(metrics.get(encoding.get(code, ""), 0)) for code in range(256)]


def _encoding(font: pikepdf.Object) -> dict[int, str]:
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Name):
        return _named_encoding(str(encoding))
    if not isinstance(encoding, pikepdf.Dictionary):
        return _built_in_encoding(font)
    base = encoding.get("/BaseEncoding")
    table = _named_encoding(str(base)) if base is not None else _built_in_encoding(font)
    code = 0
    for item in list(encoding.get("/Differences", []))[:1024]:
        if isinstance(item, pikepdf.Name):
            _put_difference(table, code, str(item)[1:])
            code += 1
        else:
            code = int(item)
    return table


def _put_difference(table: dict[int, str], code: int, glyph: str) -> None:
    try:
        table[code] = name2unicode(glyph)
    except (KeyError, ValueError):
        table.pop(code, None)


def _named_encoding(name: str) -> dict[int, str]:
    table = dict(EncodingDB.encodings.get(name.removeprefix("/"), EncodingDB.std2unicode))
    if name == "/WinAnsiEncoding":
        table = dict.fromkeys(_WINANSI_BULLETS, "\N{BULLET}") | table
    return table


def _built_in_encoding(font: pikepdf.Object) -> dict[int, str]:
    """The encoding inside the font file is not read: an embedded or symbolic font has none we know."""
    name = str(font.get("/BaseFont", ""))[1:]
    descriptor: Any = font.get("/FontDescriptor", {})
    embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    if embedded or STANDARD_ALIASES.get(name, name) in ("Symbol", "ZapfDingbats"):
        return {}
    return dict(EncodingDB.std2unicode)


def _composite_font(font: pikepdf.Object) -> Font:
    if str(font.get("/Encoding", "")) != "/Identity-H":
        raise PageResists(RasterReason.UNKNOWN_FONT)
    descendant = font["/DescendantFonts"][0]
    default = _whole(descendant.get("/DW", 1000))
    return Font(True, _composite_widths(descendant), default, _to_unicode(font))


def _composite_widths(descendant: pikepdf.Object) -> dict[int, float]:
    widths: dict[int, float] = {}
    pending: list[int] = []
    for item in descendant.get("/W", []):
        if isinstance(item, pikepdf.Array):
            first = pending[-1] if pending else 0
            widths.update((first + i, _whole(width)) for i, width in enumerate(item))
            pending = []
        elif len(pending) == 2:
            last = min(pending[1], pending[0] + MAX_MAPPED_CODES)
            widths.update((code, _whole(item)) for code in range(pending[0], last + 1))
            pending = []
        else:
            pending.append(int(item))
        if len(widths) > MAX_MAPPED_CODES:
            raise PageResists(RasterReason.UNKNOWN_FONT)
    return widths


def _to_unicode(font: pikepdf.Object) -> dict[int, str]:
    stream = font.get("/ToUnicode")
    if not isinstance(stream, pikepdf.Stream):
        return {}
    return read_to_unicode(stream.read_bytes())


def read_to_unicode(data: bytes) -> dict[int, str]:
    """Read a ToUnicode map: code to the characters it means (ISO 32000-1, 9.10.3)."""
    table: dict[int, str] = {}
    for kind, body in _SECTION.findall(data):
        entries = _entries(body)
        if kind == b"bfchar":
            for code, meaning in zip(entries[::2], entries[1::2], strict=False):
                if isinstance(code, bytes) and isinstance(meaning, bytes):
                    table[_number(code)] = _characters(meaning)
        else:
            for first, last, meaning in zip(entries[::3], entries[1::3], entries[2::3], strict=False):
                if isinstance(first, bytes) and isinstance(last, bytes):
                    _put_range(table, _number(first), _number(last), meaning)
        if len(table) > MAX_MAPPED_CODES:
            raise PageResists(RasterReason.UNMAPPED_FONT)
    return table


def _entries(body: bytes) -> list[bytes | list[bytes]]:
    entries: list[bytes | list[bytes]] = []
    inside: list[bytes] | None = None
    for digits, opens, closes in _TOKEN.findall(body):
        if opens:
            inside = []
        elif closes:
            entries.append(inside or [])
            inside = None
        else:
            value = bytes.fromhex(_even(digits))
            (entries if inside is None else inside).append(value)
    return entries


def _even(digits: bytes) -> str:
    clean = b"".join(digits.split()).decode("ascii")
    return clean + "0" * (len(clean) % 2)


def _put_range(table: dict[int, str], first: int, last: int, meaning: bytes | list[bytes]) -> None:
    last = min(last, first + MAX_MAPPED_CODES)
    if isinstance(meaning, list):
        for code, value in zip(range(first, last + 1), meaning, strict=False):
            table[code] = _characters(value)
    elif meaning:
        start = _number(meaning[-2:])
        for code in range(first, last + 1):
            unit = min(start + code - first, 0xFFFF)
            table[code] = _characters(meaning[:-2] + unit.to_bytes(2, "big"))


def _number(code: bytes) -> int:
    return int.from_bytes(code, "big")


def _characters(meaning: bytes) -> str:
    if len(meaning) == 1:
        return chr(meaning[0])
    return meaning.decode("utf-16-be", errors="replace")
