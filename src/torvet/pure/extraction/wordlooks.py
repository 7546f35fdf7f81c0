"""Whether a run of a word document can be seen: hidden, in the colour of what lies behind it, too small, clipped.

Looked up where the format looks: the run, its style, the paragraph's style, the defaults. Themes are followed only
so far that "background 1" is white.
"""

from dataclasses import dataclass, replace

from lxml import etree

from torvet.pure.extraction.colours import BLACK, TINY_PT, WHITE, Colour, colour, is_unseen
from torvet.pure.extraction.wordparts import WORD, Styles, is_on, value

CLIPPED_TWIPS = 30
"""1.5 pt: a line or a row of exactly this height shows no letter."""

HIGHLIGHTS: dict[str, Colour] = {
    "black": BLACK, "blue": (0, 0, 255), "cyan": (0, 255, 255), "green": (0, 255, 0), "magenta": (255, 0, 255),
    "red": (255, 0, 0), "yellow": (255, 255, 0), "white": WHITE, "darkBlue": (0, 0, 128), "darkCyan": (0, 128, 128),
    "darkGreen": (0, 128, 0), "darkMagenta": (128, 0, 128), "darkRed": (128, 0, 0), "darkYellow": (128, 128, 0),
    "darkGray": (128, 128, 128), "lightGray": (192, 192, 192),
}  # fmt: skip
"""ISO 29500-1, section 17.18.40."""

LIGHT_THEMES = {"background1", "light1"}


@dataclass(frozen=True, slots=True)
class Scene:
    """Where text stands: `place` if all of it is hidden there, else what lies behind it."""

    place: str = ""
    behind: Colour = WHITE

    def on(self, shade: Colour | None) -> "Scene":
        """The same place on another ground, where one is given."""
        return replace(self, behind=shade) if shade is not None else self

    def unseen(self, place: str) -> "Scene":
        """A place within this one where text is hidden; the outer reason is kept."""
        return self if self.place or not place else replace(self, place=place)


def shading(properties: etree._Element | None) -> Colour | None:
    """The colour a paragraph, a cell or a run is filled with."""
    shade = properties.find(WORD + "shd") if properties is not None else None
    if shade is None:
        return None
    if shade.get(WORD + "val") == "solid":
        return colour(shade.get(WORD + "color")) or BLACK
    filled = colour(shade.get(WORD + "fill"))
    return WHITE if filled is None and shade.get(WORD + "themeFill") in LIGHT_THEMES else filled


def paragraph_scene(scene: Scene, properties: etree._Element | None, styles: Styles, style: str) -> Scene:
    """The scene of a paragraph within another."""
    behind = shading(properties)
    for each in styles.chain(style):
        behind = behind or shading(each.find(WORD + "pPr"))
    spacing = properties.find(WORD + "spacing") if properties is not None else None
    clipped = spacing is not None and spacing.get(WORD + "lineRule") == "exact"
    line = _number(spacing.get(WORD + "line")) if spacing is not None and clipped else None
    scene = scene.on(behind)
    return scene.unseen("tiny-text" if line is not None and line < CLIPPED_TWIPS else "")


def row_scene(scene: Scene, row: etree._Element) -> Scene:
    """The scene of a table row within a table."""
    properties = row.find(WORD + "trPr")
    if properties is None:
        return scene
    height = properties.find(WORD + "trHeight")
    clipped = height is not None and height.get(WORD + "hRule") == "exact"
    number = _number(height.get(WORD + "val")) if height is not None and clipped else None
    if properties.find(WORD + "del") is not None:
        return scene.unseen("tracked-change")
    return scene.unseen("tiny-text" if number is not None and number < CLIPPED_TWIPS else "")


def table_shade(styles: Styles, style: str, part: str) -> Colour | None:
    """What a table's style fills a part of it with: "firstRow", "lastRow", or "" for all of it."""
    for each in styles.chain(style):
        inner = [found for found in each.findall(WORD + "tblStylePr") if found.get(WORD + "type") == part]
        for holder in inner if part else [each]:
            shade = shading(holder.find(WORD + "tcPr"))
            if shade is not None:
                return shade
    return None


def run_place(scene: Scene, run: etree._Element | None, styles: Styles, paragraph_style: str) -> str:
    """Where the text of a run with these properties is hidden, "" if it can be seen."""
    if scene.place:
        return scene.place
    run_style = value(run, "rStyle")
    looks = [run, *styles.run_looks(run_style), *styles.run_looks(paragraph_style), *styles.defaults]
    if any(is_on(each, "vanish") for each in looks) and not _is_off(run):
        return "hidden-text"
    size = _first(looks, "sz")
    half_points = _number(size.get(WORD + "val")) if size is not None else None
    scaled = _first(looks, "w")
    percent = _number(scaled.get(WORD + "val")) if scaled is not None else None
    if (half_points is not None and half_points < 2 * TINY_PT) or (percent is not None and 0 < percent < 5):
        return "tiny-text"
    return "same-colour-text" if _is_camouflaged(looks, scene) else ""


def _is_camouflaged(looks: list[etree._Element | None], scene: Scene) -> bool:
    highlight = _first(looks, "highlight")
    marked = HIGHLIGHTS.get(highlight.get(WORD + "val") or "") if highlight is not None else None
    shaded = next((found for each in looks if (found := shading(each)) is not None), None)
    behind = marked or shaded or scene.behind
    ink = _first(looks, "color")
    written = colour(ink.get(WORD + "val")) if ink is not None else None
    if ink is not None and written is None and ink.get(WORD + "themeColor") in LIGHT_THEMES:
        written = WHITE
    # Automatic ink turns white on dark shading, but stays black under a highlight.
    if written is None:
        return marked == BLACK
    return is_unseen(written, behind)


def _is_off(run: etree._Element | None) -> bool:
    """True if a run says of itself that it is not hidden."""
    return run is not None and run.find(WORD + "vanish") is not None and not is_on(run, "vanish")


def _first(looks: list[etree._Element | None], name: str) -> etree._Element | None:
    """The property where it is set first."""
    for each in looks:
        found = each.find(WORD + name) if each is not None else None
        if found is not None:
            return found
    return None


def _number(written: str | None) -> float | None:
    try:
        return float((written or "").rstrip("%pt"))
    except ValueError:
        return None
