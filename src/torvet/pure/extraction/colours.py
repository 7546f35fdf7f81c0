"""Can text be seen on what lies behind it: colours as red, green and blue from 0 to 255."""

import re
from functools import lru_cache

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
HEX = re.compile(r"^#?(?:[0-9a-fA-F]{2})?([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})$")
LEAST_CONTRAST = 1.2
"""WCAG 2.2 asks for 4.5; light grey (#D9D9D9) on white has 1.4 and is still seen."""

LEAST_STEP = 64
"""Yellow on white has a contrast of 1.07 and is seen for its hue."""

TINY_PT = 1.5
"""Below this a word is a line of dust on paper; the smallest print of contracts is 4."""


def colour(written: str | None) -> Colour | None:
    """Read "RRGGBB", "#RRGGBB" or "AARRGGBB"; None for anything else.

    >>> colour("#ff0000")
    (255, 0, 0)
    """
    found = HEX.match(written or "")
    return (int(found[1], 16), int(found[2], 16), int(found[3], 16)) if found else None


@lru_cache(maxsize=4096)
def is_unseen(text: Colour, behind: Colour) -> bool:
    """True if text of one colour cannot be told from what lies behind it.

    >>> is_unseen((255, 255, 255), (250, 250, 250)), is_unseen((255, 255, 0), (255, 255, 255))
    (True, False)
    """
    lighter, darker = sorted((_luminance(text), _luminance(behind)), reverse=True)
    step = max(abs(one - other) for one, other in zip(text, behind, strict=True))
    return (lighter + 0.05) / (darker + 0.05) < LEAST_CONTRAST and step < LEAST_STEP


def _luminance(shade: Colour) -> float:
    """Relative luminance (WCAG 2.2)."""
    linear = [_linear(part / 255) for part in shade]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
