"""The parts of a word document that its text leans on: styles, numbering, properties."""

import re
from dataclasses import dataclass, field

from lxml import etree

from torvet.pure.extraction.blocks import Style

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADING_NAME = re.compile(r"^(?:heading|overskrift) ([1-9])$")
MAX_BASED_ON = 20
MAX_LEVELS = 9
OFF = {"0", "false", "off", "none"}


def is_on(parent: etree._Element | None, name: str) -> bool:
    """True if a property such as `vanish` stands under its parent and is not switched off."""
    found = parent.find(WORD + name) if parent is not None else None
    return found is not None and (found.get(WORD + "val") or "1").lower() not in OFF


def value(parent: etree._Element | None, *path: str) -> str:
    """The value of a property below its parent, "" where it is not set."""
    for name in path:
        parent = parent.find(WORD + name) if parent is not None else None
    return (parent.get(WORD + "val") or "") if parent is not None else ""


@dataclass
class Styles:
    """What a style's name says about its paragraphs: their rank, their looks, their numbering."""

    _found: dict[str, etree._Element] = field(default_factory=dict)
    defaults: list[etree._Element] = field(default_factory=list)

    @classmethod
    def read(cls, root: etree._Element | None) -> "Styles":
        """Read `styles.xml`; None where a document has none."""
        if root is None:
            return cls()
        defaults = root.findall(f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr")
        return cls({style.get(WORD + "styleId") or "": style for style in root.iter(WORD + "style")}, defaults)

    def chain(self, name: str) -> list[etree._Element]:
        """A style and those it is based on, the nearest first."""
        chain: list[etree._Element] = []
        while name in self._found and len(chain) < MAX_BASED_ON:
            chain.append(self._found[name])
            name = value(self._found[name], "basedOn")
        return chain

    def rank(self, name: str) -> Style:
        """The style a paragraph is set in."""
        for style in self.chain(name):
            known = value(style, "name").lower()
            heading = HEADING_NAME.match(known)
            if known in ("title", "titel"):
                return Style.TITLE
            if heading is not None:
                return (
                    (Style.HEADING_1, Style.HEADING_2)[int(heading[1]) - 1] if heading[1] in "12" else Style.HEADING_3
                )
        return Style.BODY

    def run_looks(self, name: str) -> list[etree._Element | None]:
        """The run properties a style brings with it, the nearest first."""
        return [style.find(WORD + "rPr") for style in self.chain(name)]

    def numbering(self, name: str) -> tuple[str, str]:
        """The list and level that a paragraph style brings with it."""
        for style in self.chain(name):
            if number := value(style, "pPr", "numPr", "numId"):
                return number, value(style, "pPr", "numPr", "ilvl") or "0"
        return "", ""


@dataclass(frozen=True)
class Level:
    """One level of a list: its pattern ("%1.%2."), how its number is written, where it starts."""

    pattern: str
    form: str
    start: int


@dataclass
class Numbering:
    """The lists of a document and how far each has counted."""

    _levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def read(cls, root: etree._Element | None) -> "Numbering":
        """Read `numbering.xml`; None where a document has none."""
        if root is None:
            return cls()
        drafts = {draft.get(WORD + "abstractNumId"): _levels(draft) for draft in root.iter(WORD + "abstractNum")}
        numbers = root.findall(WORD + "num")
        return cls({num.get(WORD + "numId") or "": drafts.get(value(num, "abstractNumId"), {}) for num in numbers})

    def next_mark(self, number: str, level: int) -> str:
        """Count one item on a level of a list and give what stands before it, "" for no list."""
        levels = self._levels.get(number, {})
        if level not in levels or not 0 <= level < MAX_LEVELS:
            return ""
        counts = self._counts.setdefault(number, [0] * MAX_LEVELS)
        counts[level] = counts[level] + 1 if counts[level] else levels[level].start
        counts[level + 1 :] = [0] * (MAX_LEVELS - level - 1)
        if levels[level].form == "bullet":
            return "•"
        return re.sub(r"%([1-9])", lambda found: _written(levels, counts, int(found[1]) - 1), levels[level].pattern)


def _levels(draft: etree._Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for level in draft.iter(WORD + "lvl"):
        start = value(level, "start")
        place = level.get(WORD + "ilvl") or ""
        if place.isdecimal() and int(place) < MAX_LEVELS:
            found[int(place)] = Level(
                value(level, "lvlText")[:40], value(level, "numFmt"), int(start) if _is_small(start) else 1
            )
    return found


def _is_small(number: str) -> bool:
    return number.isascii() and number.isdecimal() and len(number) < 6


def _written(levels: dict[int, Level], counts: list[int], level: int) -> str:
    form = levels[level].form if level in levels else "decimal"
    count = counts[level] or 1
    match form:
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            return letters if form == "lowerLetter" else letters.upper()
        case "lowerRoman" | "upperRoman":
            return _roman(count) if form == "lowerRoman" else _roman(count).upper()
        case "none":
            return ""
        case _:
            return str(count)


def _roman(count: int) -> str:
    if count > 3999:
        return str(count)
    written = ""
    for amount, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        written += sign * (count // amount)
        count %= amount
    return written
