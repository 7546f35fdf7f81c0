"""The colours: read from the stylesheet, and worked out for a municipality's hue and strength.

The stylesheet is the one place where a colour is defined. From it come the sRGB fallback for browsers without
OKLCH and the contrast table of the gallery, which a test sweeps over every hue.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from torvet.shared.ui.contrast import Oklch, Shown, hexadecimal, ratio

STYLESHEET = Path(__file__).parent / "static" / "ui" / "torvet.css"
TEXT_RATIO = 4.5  # WCAG 2.2, success criterion 1.4.3
UI_RATIO = 3.0  # WCAG 2.2, success criterion 1.4.11
FORBIDDEN_HUES_DEGREES = range(10, 46)  # brick red would compete with »over the deadline«
TOKEN = re.compile(
    r"--tv-(?P<name>[\w-]+): oklch\((?P<lightness>[\d.]+)% "
    r"(?:calc\(var\(--tv-chroma\) \* (?P<factor>[\d.]+)\)|(?P<full>var\(--tv-chroma\))|(?P<chroma>[\d.]+)) "
    r"(?:(?P<own>var\(--tv-hue\))|(?P<hue>[\d.]+))\);"
)


@dataclass(frozen=True)
class Theme:
    """The two numbers that a municipality chooses."""

    hue_degrees: int
    chroma_milli: int

    @property
    def chroma(self) -> float:
        """The strength as OKLCH chroma."""
        return self.chroma_milli / 1000


@dataclass(frozen=True)
class Token:
    """A colour of the stylesheet; what is None comes from the municipality."""

    name: str
    lightness: float
    chroma: float | None
    chroma_factor: float
    hue_degrees: float | None

    def colour(self, theme: Theme) -> Oklch:
        """Return the colour in a theme."""
        chroma = theme.chroma * self.chroma_factor if self.chroma is None else self.chroma
        return Oklch(self.lightness, chroma, theme.hue_degrees if self.hue_degrees is None else self.hue_degrees)


@dataclass(frozen=True)
class Pair:
    """Two colours that meet on pages, and the ratio they must have."""

    front: str
    back: str
    least: float


@dataclass(frozen=True)
class Measured:
    """A pair as it comes out in a theme."""

    pair: Pair
    ratio: float

    @property
    def is_met(self) -> bool:
        """Whether the ratio is high enough."""
        return self.ratio >= self.pair.least


def _text(*pairs: tuple[str, str]) -> tuple[Pair, ...]:
    return tuple(Pair(front, back, TEXT_RATIO) for front, back in pairs)


def _ui(*pairs: tuple[str, str]) -> tuple[Pair, ...]:
    return tuple(Pair(front, back, UI_RATIO) for front, back in pairs)


PAIRS = (
    *_text(*(("ink", back) for back in ("paper", "brand-50", "brand-100", "neutral-bg", "sun", "sun-bg", "sun-line"))),
    *_text(*(("ink", back) for back in ("late-bg", "soon-bg", "ok-bg"))),
    *_text(*(("ink-soft", back) for back in ("paper", "brand-50", "brand-100", "neutral-bg", "late-bg"))),
    *_text(*(("brand-700", back) for back in ("paper", "brand-50", "brand-100", "sun-bg", "sun-line"))),
    *_text(*(("brand-700", back) for back in ("late-bg", "soon-bg", "ok-bg"))),
    *_text(("brand-800", "paper"), ("brand-800", "brand-100"), ("brand-900", "brand-100")),
    *_text(("paper", "brand-700"), ("paper", "brand-800"), ("paper", "brand-900"), ("paper", "ink-soft")),
    *_text(("late", "paper"), ("late", "late-bg"), ("soon", "soon-bg"), ("ok", "ok-bg"), ("ok", "paper")),
    *_ui(
        ("line-strong", "paper"),
        ("brand-600", "brand-200"),
        ("brand-700", "brand-200"),
        ("brand-600", "paper"),
    ),
    *_ui(("late", "late-bg"), ("ink", "sun"), ("soon-line", "paper")),
)


@cache
def tokens() -> dict[str, Token]:
    """Return the colours of the stylesheet by name."""
    found = TOKEN.finditer(STYLESHEET.read_text(encoding="utf-8"))
    return {match["name"]: _token(match) for match in found}


def _token(match: re.Match[str]) -> Token:
    return Token(
        name=match["name"],
        lightness=float(match["lightness"]) / 100,
        chroma=float(match["chroma"]) if match["chroma"] else None,
        chroma_factor=float(match["factor"] or 1),
        hue_degrees=float(match["hue"]) if match["hue"] else None,
    )


def measure(theme: Theme, pairs: tuple[Pair, ...] = PAIRS) -> Iterator[Measured]:
    """Yield every pair with its contrast in the theme."""
    shown = {name: Shown.of(token.colour(theme)) for name, token in tokens().items()}
    for pair in pairs:
        yield Measured(pair, ratio(shown[pair.front], shown[pair.back]))


def fallback(theme: Theme) -> list[tuple[str, str]]:
    """Return each colour's name and its sRGB value, for browsers that do not know OKLCH."""
    return [(name, hexadecimal(token.colour(theme))) for name, token in tokens().items()]


def sheet(theme: Theme, selector: str = ":root") -> str:
    """Return the stylesheet that sets the two numbers, with the sRGB fallback for browsers without OKLCH."""
    values = "\n".join(f"    --tv-{name}: {colour};" for name, colour in fallback(theme))
    return (
        f"{selector} {{\n  --tv-hue: {theme.hue_degrees};\n  --tv-chroma: {theme.chroma};\n}}\n\n"
        f"@supports not (color: oklch(50% 0.1 200)) {{\n  {selector} {{\n{values}\n  }}\n}}\n"
    )
