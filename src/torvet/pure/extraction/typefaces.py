"""The typefaces of a drawing: embedded DejaVu where its folder is given, else the PDF's own Helvetica."""

import unicodedata
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

DEJAVU_FILES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf")
BUILT_IN = ("Helvetica", "Helvetica-Bold", "Courier")
REPLACEMENT = "?"
DASH, MORE_DASHES = "-", "\u2212\u2043\u02d7\u2796"
"""A dash that a typeface lacks is still a dash: between digits it is what makes them a number."""

DROPPED_CATEGORIES = {"Cc", "Cf", "Cs", "Cn"}
"""Controls, invisible formatters, halves of surrogate pairs, unassigned: nothing a reader sees."""


@dataclass
class Typeface:
    """One typeface with the widths of its characters in thousandths of its size."""

    name: str
    glyphs: frozenset[int] | None
    _widths: dict[str, float] = field(default_factory=dict)

    def has(self, character: str) -> bool:
        """True if the typeface can show a character."""
        if self.glyphs is not None:
            return ord(character) in self.glyphs
        try:
            return bool(character.encode("cp1252"))
        except UnicodeEncodeError:
            return False

    def width(self, text: str, size_pt: float) -> float:
        """The width of a text in points."""
        widths = self._widths
        total = 0.0
        for character in text:
            known = widths.get(character)
            if known is None:
                known = widths[character] = float(pdfmetrics.stringWidth(character, self.name, 1000))
            total += known
        return total * size_pt / 1000


@dataclass
class Typefaces:
    """Regular, bold and fixed-width, and the translation of characters they lack."""

    regular: Typeface
    bold: Typeface
    mono: Typeface
    replaced: int = 0
    _shown: dict[int, str] = field(default_factory=dict)

    @property
    def embedded(self) -> bool:
        """False if the drawing has to do with the 217 characters of Windows-1252."""
        return self.regular.glyphs is not None

    def showable(self, text: str) -> str:
        """The text in characters all typefaces have; what has no likeness becomes a question mark."""
        shown = self._shown
        for code in {ord(character) for character in text} - shown.keys():
            shown[code] = self._likeness(chr(code))
        clean = text.translate(shown)
        self.replaced += max(0, clean.count(REPLACEMENT) - text.count(REPLACEMENT))
        return clean

    def _likeness(self, character: str) -> str:
        """The character, its compatible form, its letter without accents, a question mark, in this order."""
        if character in "\t\n":
            return character
        if unicodedata.category(character) in DROPPED_CATEGORIES:
            return ""
        compatible = unicodedata.normalize("NFKC", character)
        bare = "".join(part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part))
        plain = DASH if unicodedata.category(character) == "Pd" or character in MORE_DASHES else bare
        for candidate in (character, compatible, plain):
            if candidate and all(self._all_have(part) for part in candidate):
                return candidate
        return " " if character.isspace() else REPLACEMENT

    def _all_have(self, character: str) -> bool:
        in_plane_zero = ord(character) < 0x10000  # the drawing library writes a wrong text for others
        return in_plane_zero and all(face.has(character) for face in (self.regular, self.bold, self.mono))


def typefaces(folder: Path | None) -> Typefaces:
    """Load DejaVu from a folder; take the built-in ones where there is none or it does not hold them."""
    faces = _embed(folder) if folder is not None else None
    regular, bold, mono = faces or [Typeface(name, None) for name in BUILT_IN]
    return Typefaces(regular, bold, mono)


@cache
def _embed(folder: Path) -> list[Typeface] | None:
    try:
        fonts = [TTFont(Path(file).stem, folder / file) for file in DEJAVU_FILES]
    except (TTFError, OSError):
        return None
    for font in fonts:
        pdfmetrics.registerFont(font)
    return [Typeface(font.fontName, frozenset(font.face.charToGlyph)) for font in fonts]
