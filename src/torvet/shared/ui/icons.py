"""The icons in use, and whether the sprite that `tools/vendor.py` builds is there.

Deliberately not here: drawings. Without the sprite an icon is a plain sign, or nothing at all.
"""

from functools import cache
from pathlib import Path

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

FOLDER = Path(__file__).parent
VENDOR = FOLDER / "static" / "vendor"


@cache
def signs() -> dict[str, str]:
    """Return each icon's name with the sign shown where the sprite is missing (may be empty)."""
    lines = (FOLDER / "icons.txt").read_text(encoding="utf-8").splitlines()
    parts = (line.partition(" ") for line in lines if line and not line.startswith("#"))
    return {name: sign.strip() for name, _space, sign in parts}


@cache
def is_vendored() -> bool:
    """Tell whether the typeface and the icons are installed; looked up once per process."""
    return (VENDOR / "icons.svg").is_file() and (VENDOR / "fonts.css").is_file()


def draw(name: str) -> SafeString:
    """Return the icon as HTML, hidden from screen readers: the words beside it say the same.

    Raises:
        KeyError: the name is not in `icons.txt`.
    """
    sign = signs()[name]
    if is_vendored():
        return format_html(
            '<svg class="tv-icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
            static("vendor/icons.svg"),
            name,
        )
    return format_html('<i class="tv-sign" aria-hidden="true">{}</i>', sign) if sign else SafeString("")
