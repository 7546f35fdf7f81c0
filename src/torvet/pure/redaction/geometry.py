"""Rectangles and matrices in page space.

Everything here is in PDF points, origin lower left, before the page's own rotation: the space of content
streams and of PDFium's character boxes. What is not here: pixels (see `pictures`).
"""

import math
from dataclasses import dataclass
from typing import TypeAlias

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle; x0 <= x1 and y0 <= y1 unless it is empty."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Width in points, negative when empty."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in points, negative when empty."""
        return self.y1 - self.y0

    @property
    def is_empty(self) -> bool:
        """True when nothing lies inside."""
        return self.x1 <= self.x0 or self.y1 <= self.y0

    def overlap(self, other: "Rect") -> "Rect":
        """Give the common part, empty where there is none."""
        return Rect(max(self.x0, other.x0), max(self.y0, other.y0), min(self.x1, other.x1), min(self.y1, other.y1))

    def meets(self, other: "Rect") -> bool:
        """Tell whether the two share more than an edge."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1

    def union(self, other: "Rect") -> "Rect":
        """Give the smallest rectangle that holds both."""
        return Rect(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))

    def grown(self, by: float) -> "Rect":
        """Give the rectangle with every edge moved outwards by so many points (inwards if negative)."""
        return Rect(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)

    def holds(self, other: "Rect", slack: float = 0.0) -> bool:
        """Tell whether the other lies inside, give or take `slack` points."""
        inside = self.x0 - slack <= other.x0 and other.x1 <= self.x1 + slack
        return inside and self.y0 - slack <= other.y0 and other.y1 <= self.y1 + slack

    def holds_point(self, x: float, y: float) -> bool:
        """Tell whether the point lies inside or on the edge."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def turned(self, angle: int) -> "Rect":
        """Give the rectangle turned about the origin by a multiple of 90 degrees, counter-clockwise."""
        quarter = angle // 90 % 4
        if quarter == 1:
            return Rect(-self.y1, self.x0, -self.y0, self.x1)
        if quarter == 2:
            return Rect(-self.x1, -self.y1, -self.x0, -self.y0)
        if quarter == 3:
            return Rect(self.y0, -self.x1, self.y1, -self.x0)
        return self


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """Give the matrix that applies `first` and `then` after it (row vectors, as PDF writes them)."""
    a, b, c, d, e, f = first
    k, m, n, p, q, r = then
    return (
        a * k + b * n,
        a * m + b * p,
        c * k + d * n,
        c * m + d * p,
        e * k + f * n + q,
        e * m + f * p + r,
    )


def bounds(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> Rect:
    """Give the upright rectangle around the image of a rectangle under a matrix."""
    a, b, c, d, e, f = matrix
    xs = (a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1)
    ys = (b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1)
    return Rect(min(xs) + e, min(ys) + f, max(xs) + e, max(ys) + f)


def quarter_turn(x: float, y: float) -> int:
    """Give the direction of a vector to the nearest 90 degrees: 0, 90, 180 or 270."""
    return round(math.degrees(math.atan2(y, x)) / 90) % 4 * 90
