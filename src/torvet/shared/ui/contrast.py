"""From OKLCH to sRGB to the contrast ratio of WCAG.

Source of the matrices: Björn Ottosson, »A perceptual color space for image processing« (2020).
Source of the ratio: WCAG 2.2, »relative luminance« and »contrast ratio«.
"""

from dataclasses import dataclass
from math import cos, radians, sin

Triple = tuple[float, float, float]

FROM_OKLAB: tuple[Triple, Triple, Triple] = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
TO_LINEAR: tuple[Triple, Triple, Triple] = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
LUMINANCE: Triple = (0.2126, 0.7152, 0.0722)
HALVINGS = 16  # narrows chroma to a few millionths


@dataclass(frozen=True)
class Oklch:
    """A colour: lightness 0-1, chroma 0-0.4, hue in degrees."""

    lightness: float
    chroma: float
    hue_degrees: float


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def linear(colour: Oklch) -> Triple:
    """Return linear sRGB; components outside 0-1 mean that a screen cannot show the colour."""
    angle = radians(colour.hue_degrees)
    lab = (colour.lightness, colour.chroma * cos(angle), colour.chroma * sin(angle))
    roots = _times(FROM_OKLAB, lab)
    return _times(TO_LINEAR, (roots[0] ** 3, roots[1] ** 3, roots[2] ** 3))


def clipped(rgb: Triple) -> Triple:
    """Return the colour with each component brought into 0-1, as browsers do today."""
    red, green, blue = (min(max(component, 0.0), 1.0) for component in rgb)
    return red, green, blue


def is_shown(rgb: Triple) -> bool:
    """Tell whether an sRGB screen can show the colour, within rounding."""
    return all(-1e-6 <= component <= 1 + 1e-6 for component in rgb)


def narrowed(colour: Oklch) -> Oklch:
    """Return the colour with as much chroma as a screen can show: how CSS Color 4 maps it."""
    if is_shown(linear(colour)):
        return colour
    low, high = 0.0, colour.chroma
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        fits = is_shown(linear(Oklch(colour.lightness, middle, colour.hue_degrees)))
        low, high = (middle, high) if fits else (low, middle)
    return Oklch(colour.lightness, low, colour.hue_degrees)


def _gamma(component: float) -> float:
    return 12.92 * component if component <= 0.0031308 else 1.055 * component ** (1 / 2.4) - 0.055


def hexadecimal(colour: Oklch) -> str:
    """Return the colour as »#0b4f71«."""
    return "#" + "".join(f"{round(_gamma(component) * 255):02x}" for component in clipped(linear(colour)))


def luminance(rgb: Triple) -> float:
    """Return the relative luminance of a linear colour, 0 (black) to 1 (white)."""
    return sum(weight * component for weight, component in zip(LUMINANCE, clipped(rgb), strict=True))


@dataclass(frozen=True)
class Shown:
    """The luminance of a colour in the two ways a browser may show what the screen cannot."""

    by_clipping: float
    by_narrowing: float

    @classmethod
    def of(cls, colour: Oklch) -> "Shown":
        """Return how a colour is shown."""
        return cls(luminance(linear(colour)), luminance(linear(narrowed(colour))))


def ratio(one: Shown, other: Shown) -> float:
    """Return the contrast ratio, 1-21: the lesser of the two ways. Black on white is 21."""
    return min(
        _ratio(one.by_clipping, other.by_clipping),
        _ratio(one.by_narrowing, other.by_narrowing),
    )


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
