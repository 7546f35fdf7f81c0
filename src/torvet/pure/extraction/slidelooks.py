"""The looks of slides (PPTX): theme colours, where shapes stand, what lies behind their text, whether it is seen.

What cannot be known without drawing the slide (pictures, gradients, shapes that overlap in part) counts as a ground
on which text is seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from torvet.pure.extraction.colours import BLACK, TINY_PT, WHITE, Colour, colour, is_unseen
from torvet.pure.extraction.sheetlooks import whole

SLIDE = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
USUAL_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
FILLS = ("solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
UNSEEN_ALPHA = 10_000
"""10 %: less than this of the colour is laid on."""

SOLID_BACKGROUND = "1001"

Rect = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Ground:
    """Where text stands on a slide: `place` if all of it is hidden there, else the colour behind it if it is known."""

    place: str = ""
    behind: Colour | None = WHITE

    def unseen(self, place: str) -> "Ground":
        """A place within this one where text is hidden; the outer reason is kept."""
        return self if self.place or not place else replace(self, place=place)


@dataclass(frozen=True, slots=True)
class Placing:
    """How the coordinates inside a group lie on the slide."""

    scale_x: float = 1.0
    scale_y: float = 1.0
    move_x: float = 0.0
    move_y: float = 0.0

    def rect(self, frame: etree._Element | None) -> Rect | None:
        """The rectangle of a shape on the slide, None where it says none."""
        off, ext = (_pair(frame, "off", "x", "y"), _pair(frame, "ext", "cx", "cy"))
        if off is None or ext is None:
            return None
        left, top = off[0] * self.scale_x + self.move_x, off[1] * self.scale_y + self.move_y
        return left, top, left + ext[0] * self.scale_x, top + ext[1] * self.scale_y

    def within(self, frame: etree._Element | None) -> "Placing":
        """The placing inside a group that stands in this one."""
        off, ext = _pair(frame, "off", "x", "y"), _pair(frame, "ext", "cx", "cy")
        inner, size = _pair(frame, "chOff", "x", "y"), _pair(frame, "chExt", "cx", "cy")
        if off is None or ext is None or inner is None or size is None or not size[0] or not size[1]:
            return self
        x, y = ext[0] / size[0], ext[1] / size[1]
        return Placing(
            self.scale_x * x,
            self.scale_y * y,
            self.move_x + self.scale_x * (off[0] - inner[0] * x),
            self.move_y + self.scale_y * (off[1] - inner[1] * y),
        )


def _pair(frame: etree._Element | None, name: str, first: str, second: str) -> tuple[float, float] | None:
    found = frame.find(DRAWING + name) if frame is not None else None
    written = (found.get(first) or "", found.get(second) or "") if found is not None else ("", "")
    if not all(each.lstrip("-").isdecimal() and len(each) < 14 for each in written):
        return None
    return float(int(written[0])), float(int(written[1]))


@dataclass
class Palette:
    """The colours of a theme, and what a master calls them."""

    scheme: dict[str, Colour | None] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=lambda: dict(USUAL_MAP))

    @classmethod
    def read(cls, theme: etree._Element | None, master: etree._Element | None) -> "Palette":
        """Read the theme of a master and the master's names for its colours."""
        palette = cls({"lt1": WHITE, "dk1": BLACK})
        scheme = theme.find(f".//{DRAWING}clrScheme") if theme is not None else None
        for each in scheme if scheme is not None else ():
            inner = next(iter(each), None)
            written = (inner.get("lastClr") or inner.get("val")) if inner is not None else None
            palette.scheme[etree.QName(each).localname] = colour(written)
        mapped = master.find(SLIDE + "clrMap") if master is not None else None
        palette.names |= {str(name): str(value) for name, value in mapped.items()} if mapped is not None else {}
        return palette

    def of(self, holder: etree._Element | None) -> Colour | None:
        """The colour in a fill or a reference, None where it is not known."""
        for each in holder if holder is not None else ():
            name = etree.QName(each).localname
            value = each.get("val") or ""
            if name == "schemeClr":
                return _changed(self.scheme.get(self.names.get(value, value)), each)
            if name in ("srgbClr", "sysClr"):
                return _changed(colour(each.get("lastClr") or value), each)
        return None

    def fill(self, properties: etree._Element | None, style: etree._Element | None) -> tuple[bool, Colour | None]:
        """Whether a shape is filled, and with which colour if that is known."""
        for each in properties if properties is not None else ():
            name = etree.QName(each).localname
            if name == "noFill":
                return False, None
            if name in FILLS:
                return not is_clear(each), self.of(each) if name == "solidFill" else None
        reference = style.find(DRAWING + "fillRef") if style is not None else None
        if reference is None or reference.get("idx") in (None, "0"):
            return False, None
        return True, self.of(reference)

    def background(self, *parts: etree._Element | None) -> Colour | None:
        """The ground of a slide: its own, its layout's or its master's."""
        for part in parts:
            ground = part.find(f"{SLIDE}cSld/{SLIDE}bg") if part is not None else None
            if ground is None:
                continue
            reference = ground.find(SLIDE + "bgRef")
            if reference is not None:
                return self.of(reference) if reference.get("idx") == SOLID_BACKGROUND else None
            return self.of(ground.find(f"{SLIDE}bgPr/{DRAWING}solidFill"))
        return WHITE


def _changed(base: Colour | None, element: etree._Element) -> Colour | None:
    """A colour made lighter or darker; in red, green and blue instead of in luminance, which is near enough."""
    if base is None:
        return None
    keep, add = 1.0, 0.0
    for change in element:
        share = whole(change.get("val")) / 100_000
        match etree.QName(change).localname:
            case "lumMod" | "shade":
                keep *= share
            case "lumOff":
                add += share
            case "tint":
                keep, add = keep * share, add + 1 - share
            case _:
                continue
    red, green, blue = (max(0, min(255, round(part * keep + 255 * add))) for part in base)
    return red, green, blue


def is_clear(fill: etree._Element) -> bool:
    """True if a fill is so transparent that nothing of it is seen."""
    alphas = fill.iter(DRAWING + "alpha")
    return any(whole(alpha.get("val")) < UNSEEN_ALPHA for alpha in alphas)


def run_place(ground: Ground, looks: list[etree._Element], palette: Palette, scale: float, usual: Colour | None) -> str:
    """Where text of these properties, the nearest first, is hidden, "" if it is seen; `usual` is its colour else."""
    if ground.place:
        return ground.place
    size = next((whole(each.get("sz")) for each in looks if each.get("sz")), 1800)
    if size * scale < 100 * TINY_PT:
        return "tiny-text"
    ink = usual
    for each in looks:
        if each.find(DRAWING + "noFill") is not None:
            return "hidden-text"
        fill = each.find(DRAWING + "solidFill")
        if fill is not None:
            if is_clear(fill):
                return "hidden-text"
            ink = palette.of(fill)
            break
        if each.find(DRAWING + "gradFill") is not None:
            return ""
    highlight = next((found for each in looks if (found := each.find(DRAWING + "highlight")) is not None), None)
    behind = palette.of(highlight) if highlight is not None else ground.behind
    if ink is None or behind is None:
        return ""
    return "same-colour-text" if is_unseen(ink, behind) else ""


def levels(style: etree._Element | None, level: int) -> Iterator[etree._Element]:
    """The run properties that a list style gives a level."""
    found = style.find(f"{DRAWING}lvl{min(level, 8) + 1}pPr/{DRAWING}defRPr") if style is not None else None
    if found is not None:
        yield found
