"""Outlines on paper, as SVG paths: the tight skin around a few discs, polygons and lines.

Points are rounded to whole drawing units, and told relative to the one before, which
keeps a figure small.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

FULL_TURN = 2 * math.pi
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Disc:
    """A disc on paper, in drawing units."""

    x: float
    y: float
    r: float

    def rim(self, angle: float) -> Point:
        """The point of the rim that faces an angle."""
        return self.x + self.r * math.cos(angle), self.y + self.r * math.sin(angle)

    def extent(self, angle: float) -> float:
        """How far the disc reaches in a direction (its support function)."""
        return self.x * math.cos(angle) + self.y * math.sin(angle) + self.r


def skin(discs: Sequence[Disc]) -> str:
    """The path of the convex hull of some discs, always wound the same way."""
    arcs = _arcs(discs)
    if len(arcs) == 1:
        return _circle(arcs[0][0])
    pen = _Pen(arcs[0][0].rim(arcs[0][1]))
    for disc, start, end in arcs:
        pen.line(disc.rim(start))
        pen.arc(disc.r, disc.rim(end), large=end - start > math.pi)
    return pen.path + "z"


def ring(discs: Sequence[Disc], corners: int) -> str:
    """The hull of some discs as a closed polygon with always as many corners, so that it can move."""
    angles = (FULL_TURN * corner / corners for corner in range(corners))
    points = (max(discs, key=lambda disc: disc.extent(angle)).rim(angle) for angle in angles)
    rounded = [(round(x), round(y)) for x, y in points]
    steps = (f"{x - a} {y - b}" for (a, b), (x, y) in pairwise(rounded))
    return f"M{rounded[0][0]} {rounded[0][1]}l{' '.join(steps)}z".replace(" -", "-")


def polygon(points: Iterable[Point]) -> str:
    """The path of a closed polygon."""
    return line(points) + "z"


def line(points: Iterable[Point]) -> str:
    """The path of an open line."""
    first, *rest = points
    pen = _Pen(first)
    for point in rest:
        pen.line(point)
    return pen.path


class _Pen:
    """Writes a path and remembers where it is."""

    def __init__(self, start: Point) -> None:
        self.x, self.y = round(start[0]), round(start[1])
        self.path = f"M{self.x} {self.y}"

    def line(self, to: Point) -> None:
        step = self._step(to)
        if step != "0 0":
            self.path += f"l{step}"

    def arc(self, radius: float, to: Point, *, large: bool) -> None:
        r = round(radius)
        self.path += f"a{r} {r} 0 {int(large)} 1 {self._step(to)}"

    def _step(self, to: Point) -> str:
        x, y = round(to[0]), round(to[1])
        step = f"{x - self.x} {y - self.y}"
        self.x, self.y = x, y
        return step


def _circle(disc: Disc) -> str:
    pen = _Pen((disc.x - disc.r, disc.y))
    pen.arc(disc.r, (disc.x + disc.r, disc.y), large=True)
    pen.arc(disc.r, (disc.x - disc.r, disc.y), large=True)
    return pen.path + "z"


def _arcs(discs: Sequence[Disc]) -> list[tuple[Disc, float, float]]:
    """Which disc makes the hull between which two angles, once around."""
    cuts = sorted(
        angle % FULL_TURN for i, a in enumerate(discs) for b in discs[i + 1 :] for angle in _tangents(a, b)
    )
    if not cuts:
        return [(max(discs, key=lambda disc: disc.r), 0.0, FULL_TURN)]
    arcs: list[tuple[Disc, float, float]] = []
    for start, end in zip(cuts, [*cuts[1:], cuts[0] + FULL_TURN], strict=True):
        middle = (start + end) / 2
        disc = max(discs, key=lambda disc: disc.extent(middle))
        begins = arcs.pop()[1] if arcs and arcs[-1][0] == disc else start
        arcs.append((disc, begins, end))
    if len(arcs) > 1 and arcs[0][0] == arcs[-1][0]:
        _, begins, _ = arcs.pop()
        arcs[0] = (arcs[0][0], begins - FULL_TURN, arcs[0][2])
    return arcs


def _tangents(a: Disc, b: Disc) -> tuple[float, ...]:
    """The angles at which two discs reach equally far."""
    apart = math.hypot(a.x - b.x, a.y - b.y)
    if apart <= abs(a.r - b.r):
        return ()
    towards = math.atan2(a.y - b.y, a.x - b.x)
    swing = math.acos((b.r - a.r) / apart)
    return towards - swing, towards + swing
