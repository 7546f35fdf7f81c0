"""How the cells of a workbook (XLSX) look: number format, and whether their text can be seen at all."""

from dataclasses import dataclass, field

from lxml import etree

from torvet.pure.extraction.colours import BLACK, TINY_PT, WHITE, Colour, colour, is_unseen
from torvet.pure.extraction.numberformats import BUILT_IN

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
"""The theme colours as cells number them (ISO 29500-1, section 18.8.3, with the first pairs turned round)."""

INDEXED: dict[int, Colour] = {
    0: BLACK, 1: WHITE, 2: (255, 0, 0), 3: (0, 255, 0), 4: (0, 0, 255), 5: (255, 255, 0), 8: BLACK, 9: WHITE,
    10: (255, 0, 0), 11: (0, 255, 0), 12: (0, 0, 255), 13: (255, 255, 0), 64: BLACK, 65: WHITE,
}  # fmt: skip
"""ISO 29500-1, section 18.8.27; hues between are seen on white and black."""


@dataclass(frozen=True, slots=True)
class Font:
    """What of a font decides whether text is seen."""

    ink: Colour | None = None
    size_pt: float = 11.0


@dataclass(frozen=True, slots=True)
class CellLook:
    """A number format, what lies behind the text, and the font."""

    code: str = "General"
    font: Font = field(default_factory=Font)
    behind: Colour = WHITE

    def place(self, font: Font | None = None) -> str:
        """Where text in this cell is hidden, "" if it can be seen; `font` is that of a part of the text."""
        chosen = font or self.font
        if chosen.size_pt < TINY_PT:
            return "tiny-text"
        return "same-colour-text" if is_unseen(chosen.ink or BLACK, self.behind) else ""


@dataclass
class Looks:
    """The looks of a workbook's cells by their number."""

    theme: list[Colour | None] = field(default_factory=list)
    cells: list[CellLook] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=dict)

    @classmethod
    def read(cls, styles: etree._Element | None, theme: etree._Element | None) -> "Looks":
        """Read `styles.xml` and the theme; None where a workbook has none."""
        looks = cls(_theme(theme))
        if styles is None:
            return looks
        looks.codes = {
            whole(each.get("numFmtId")): each.get("formatCode") or "General" for each in styles.iter(SHEET + "numFmt")
        }
        fonts = [looks.font(each) for each in styles.findall(f"{SHEET}fonts/{SHEET}font")]
        fills = [looks.fill(each) for each in styles.findall(f"{SHEET}fills/{SHEET}fill")]
        for each in styles.findall(f"{SHEET}cellXfs/{SHEET}xf"):
            number = whole(each.get("numFmtId"))
            code = looks.codes.get(number) or BUILT_IN.get(number, "General")
            font, fill = whole(each.get("fontId")), whole(each.get("fillId"))
            looks.cells.append(
                CellLook(
                    code,
                    fonts[font] if font < len(fonts) else Font(),
                    (fills[fill] if fill < len(fills) else None) or WHITE,
                )
            )
        return looks

    def of(self, number: str | None) -> CellLook:
        """The look with this number."""
        at = whole(number)
        return self.cells[at] if at < len(self.cells) else CellLook()

    def font(self, element: etree._Element | None) -> Font:
        """Read a font, or the properties of a part of a text."""
        if element is None:
            return Font()
        size = element.find(SHEET + "sz")
        return Font(
            self._colour(element.find(SHEET + "color")), decimal(size.get("val"), 11.0) if size is not None else 11.0
        )

    def fill(self, element: etree._Element) -> Colour | None:
        """The colour of a fill, None where there is none."""
        pattern = element.find(SHEET + "patternFill")
        if pattern is None or pattern.get("patternType") in (None, "none"):
            return None
        # A solid fill is painted in its foreground colour; of a pattern that is the ink.
        ground = "fgColor" if pattern.get("patternType") == "solid" else "bgColor"
        return self._colour(pattern.find(SHEET + ground))

    def _colour(self, element: etree._Element | None) -> Colour | None:
        if element is None:
            return None
        if element.get("theme") is not None:
            at = whole(element.get("theme"))
            base = self.theme[at] if at < len(self.theme) else None
            return _tinted(base, decimal(element.get("tint"), 0.0))
        if element.get("indexed") is not None:
            return INDEXED.get(whole(element.get("indexed")))
        return colour(element.get("rgb"))


def _theme(root: etree._Element | None) -> list[Colour | None]:
    found: dict[str, Colour | None] = {"lt1": WHITE, "dk1": BLACK}
    scheme = root.find(f".//{DRAWING}clrScheme") if root is not None else None
    for each in scheme if scheme is not None else ():
        inner = next(iter(each), None)
        written = (inner.get("lastClr") or inner.get("val")) if inner is not None else None
        found[etree.QName(each).localname] = colour(written)
    return [found.get(name) for name in THEME_ORDER]


def _tinted(base: Colour | None, tint: float) -> Colour | None:
    """Lighten towards white or darken towards black (ISO 29500-1, section 18.8.19, without its rounding)."""
    if base is None or not tint:
        return base
    share = min(1.0, abs(tint))
    goal = 255 if tint > 0 else 0
    red, green, blue = (round(part + (goal - part) * share) for part in base)
    return red, green, blue


def whole(written: str | None) -> int:
    """A number in an attribute, 0 for anything else."""
    return int(written) if written and written.isascii() and written.isdecimal() and len(written) < 10 else 0


def decimal(written: str | None, otherwise: float) -> float:
    """A decimal number in an attribute."""
    try:
        return float(written) if written else otherwise
    except ValueError:
        return otherwise
