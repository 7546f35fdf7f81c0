"""Bullets and numbers of the lists of an OpenDocument text."""

from lxml import etree

from torvet.pure.extraction.odflooks import STYLE, TEXT
from torvet.pure.extraction.odfpackage import OFFICE

BULLET = "•"
MAX_LEVELS = 10
NUMBERED = TEXT + "list-level-style-number"
LETTERS = {"a": ord("a"), "A": ord("A")}


class OdfLists:
    """Counts the items of lists by their style and level."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, etree._Element]] = {}
        self._counts: dict[tuple[str, int], int] = {}
        for root in roots:
            for place in ("automatic-styles", "styles"):
                for style in root.iterfind(f"{OFFICE}{place}/{TEXT}list-style") if root is not None else ():
                    levels = {_whole(level.get(TEXT + "level")): level for level in style}
                    self._levels.setdefault(style.get(STYLE + "name") or "", levels)

    def begin(self, parent: etree._Element, style: str, level: int) -> None:
        """Begin a list; one that goes on counts on."""
        goes_on = parent.get(TEXT + "continue-numbering") == "true" or parent.get(TEXT + "continue-list") is not None
        if not goes_on:
            self._counts[style, level] = 0

    def next_mark(self, style: str, level: int) -> str:
        """Count one item and give what stands before it."""
        form = self._levels.get(style, {}).get(level + 1)
        if form is None or form.tag != NUMBERED or not form.get(STYLE + "num-format"):
            return BULLET
        count = self._counts.get((style, level), 0) + 1
        self._counts[style, level] = count
        shown = count + max(0, _whole(form.get(TEXT + "start-value"), 1) - 1)
        start = LETTERS.get(form.get(STYLE + "num-format") or "")
        written = str(shown) if start is None else chr(start + (shown - 1) % 26)
        return f"{form.get(STYLE + 'num-prefix') or ''}{written}{form.get(STYLE + 'num-suffix') or ''}"


def _whole(written: str | None, otherwise: int = 0) -> int:
    return int(written) if written and written.isascii() and written.isdecimal() and len(written) < 7 else otherwise
