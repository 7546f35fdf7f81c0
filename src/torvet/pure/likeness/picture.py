"""A page's picture as 64 bits of its coarse shape, which survive another scale, sharpness or compression."""

from functools import cache
from math import cos, pi

from PIL.Image import Image, Resampling

_SIDE = 32
_KEPT = 8
_QUARTER_BITS = 16


@cache
def _cosines() -> tuple[tuple[float, ...], ...]:
    """The lowest frequencies but the constant one."""
    return tuple(
        tuple(cos(pi * (2 * x + 1) * frequency / (2 * _SIDE)) for x in range(_SIDE))
        for frequency in range(1, _KEPT + 1)
    )


def picture_hash(image: Image) -> int:
    """Return 64 bits of a picture, as an unsigned number: which of its 8 x 8 lowest frequencies are above their median.

    The frequencies are those of a cosine transform of the page at 32 x 32 grey points. An empty page gives 0, as it
    has no shape. Costs about a millisecond.
    """
    grey = image.convert("L").resize((_SIDE, _SIDE), Resampling.BOX).tobytes()
    rows = [grey[at : at + _SIDE] for at in range(0, len(grey), _SIDE)]
    if max(grey) - min(grey) < _KEPT:
        return 0
    across = [[_product(row, wave) for wave in _cosines()] for row in rows]
    both = [_product(column, wave) for column in zip(*across, strict=True) for wave in _cosines()]
    median = sorted(both)[len(both) // 2]
    return sum(1 << place for place, value in enumerate(both) if value > median)


def _product(values: bytes | tuple[float, ...], wave: tuple[float, ...]) -> float:
    return sum(map(float.__mul__, map(float, values), wave))


def distance(a: int, b: int) -> int:
    """Return in how many of the 64 bits two pictures differ; 0 is the same shape, about 30 another picture."""
    return (a ^ b).bit_count()


def quarters(picture: int) -> tuple[int, ...]:
    """Return the hash in four parts: pictures that differ in at most three bits share one of them."""
    return tuple((picture >> shift) & 0xFFFF for shift in range(0, 4 * _QUARTER_BITS, _QUARTER_BITS))
