"""Whether text of an OpenDocument file can be seen, by its styles: hidden, in the colour behind it, too small."""

import re
from dataclasses import dataclass, field

from lxml import etree

from torvet.pure.extraction.colours import BLACK, TINY_PT, Colour, colour, is_unseen
from torvet.pure.extraction.odfpackage import OFFICE
from torvet.pure.extraction.wordlooks import Scene

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
LENGTH = re.compile(r"^(-?[0-9]{0,7}(?:\.[0-9]{0,9})?)(pt|cm|mm|in|px|pc)$")
POINTS = {"pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "px": 0.75, "pc": 12.0}
PERCENT = re.compile(r"([0-9]{1,4})%")
MAX_PARENTS = 20
LEAST_PERCENT = 10
"""Of the size or the width of letters around."""

FAR_AWAY_PT = 1000.0


def length_pt(written: str | None) -> float | None:
    """A length in points, None for a share or for none."""
    found = LENGTH.match(written or "")
    if found is None or not found[1].strip("-."):
        return None
    return float(found[1]) * POINTS[found[2]]


@dataclass
class OdfStyles:
    """The styles of a file by family and name; those of the content come before those of the same name in the file."""

    _found: dict[tuple[str, str], etree._Element] = field(default_factory=dict)

    @classmethod
    def read(cls, *roots: etree._Element | None) -> "OdfStyles":
        """Read styles; of two of one name the first counts."""
        styles = cls()
        for root in roots:
            for place in ("automatic-styles", "styles"):
                for style in root.iterfind(f"{OFFICE}{place}/*") if root is not None else ():
                    family = style.get(STYLE + "family") or ""
                    if style.tag == STYLE + "default-style":
                        styles._found.setdefault((family, ""), style)
                    elif style.tag == STYLE + "style":
                        styles._found.setdefault((family, style.get(STYLE + "name") or ""), style)
        return styles

    def chain(self, family: str, name: str) -> list[etree._Element]:
        """A style and those it stands on, the nearest first; the default last."""
        chain: list[etree._Element] = []
        while name and (family, name) in self._found and len(chain) < MAX_PARENTS:
            chain.append(self._found[family, name])
            name = chain[-1].get(STYLE + "parent-style-name") or ""
        return [*chain, *([self._found[family, ""]] if (family, "") in self._found else [])]

    def value(self, chain: list[etree._Element], properties: str, attribute: str) -> str:
        """A property where it is set first, "" where it is not."""
        for style in chain:
            for holder in style.findall(f"{STYLE}{properties}-properties"):
                if (found := holder.get(attribute)) is not None:
                    return str(found)
        return ""

    def scene(self, scene: Scene, family: str, name: str) -> Scene:
        """The scene in a paragraph, a cell, a section or a frame of this style."""
        chain = self.chain(family, name)
        kind = "table-cell" if family == "table-cell" else family
        shade = colour(self.value(chain, kind, FO + "background-color"))
        if family == "graphic" and self.value(chain, "graphic", DRAW + "fill") == "solid":
            shade = colour(self.value(chain, "graphic", DRAW + "fill-color"))
        line = length_pt(self.value(chain, "paragraph", FO + "line-height")) if family == "paragraph" else None
        return scene.on(shade).unseen("tiny-text" if line is not None and line < TINY_PT else "")

    def place(self, scene: Scene, looks: list[etree._Element]) -> str:
        """Where text of these styles, the nearest first, is hidden, "" if it is seen."""
        if scene.place:
            return scene.place
        if self.value(looks, "text", TEXT + "display") in ("none", "condition"):
            return "hidden-text"
        if self._is_tiny(looks):
            return "tiny-text"
        behind = colour(self.value(looks, "text", FO + "background-color")) or scene.behind
        return "same-colour-text" if is_unseen(self._ink(looks, behind), behind) else ""

    def _is_tiny(self, looks: list[etree._Element]) -> bool:
        size = length_pt(self.value(looks, "text", FO + "font-size"))
        shares = (
            self.value(looks, "text", STYLE + "text-scale"),
            self.value(looks, "text", STYLE + "text-position").partition(" ")[2],
            "" if size is not None else self.value(looks, "text", FO + "font-size"),
        )
        found = [int(match[1]) for share in shares if (match := PERCENT.search(share))]
        return (size is not None and size < TINY_PT) or any(share < LEAST_PERCENT for share in found)

    def _ink(self, looks: list[etree._Element], behind: Colour) -> Colour:
        """The colour of the letters; without one of their own they are dark on light and light on dark."""
        if self.value(looks, "text", STYLE + "use-window-font-color") != "true":
            written = colour(self.value(looks, "text", FO + "color"))
            if written is not None:
                return written
        return BLACK if sum(behind) > 3 * 96 else (255, 255, 255)
