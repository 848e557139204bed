"""Points and turns in space, in the figure's own axes.

Right-handed, centimetres and degrees: ``x`` runs forward from a person who stands at
rest, ``y`` to their left, ``z`` up.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vec:
    """A point or a direction."""

    x: float
    y: float
    z: float

    def __add__(self, other: Vec) -> Vec:
        return Vec(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: Vec) -> Vec:
        return Vec(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor: float) -> Vec:
        return Vec(self.x * factor, self.y * factor, self.z * factor)

    def __matmul__(self, other: Vec) -> float:
        return self.x * other.x + self.y * other.y + self.z * other.z

    def __neg__(self) -> Vec:
        return self * -1.0

    def cross(self, other: Vec) -> Vec:
        """The direction square to both, by the right hand."""
        return Vec(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )

    @property
    def length(self) -> float:
        """How long it is."""
        return math.sqrt(self @ self)

    @property
    def unit(self) -> Vec:
        """The same direction, one long."""
        return self * (1.0 / self.length)

    def square_to(self, axis: Vec) -> Vec:
        """What is left after taking away the part along a unit axis."""
        return self - axis * (self @ axis)


ORIGIN = Vec(0.0, 0.0, 0.0)
FORWARD = Vec(1.0, 0.0, 0.0)
LEFT = Vec(0.0, 1.0, 0.0)
UP = Vec(0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Turn:
    """A rotation, as where it takes the three axes."""

    forward: Vec
    left: Vec
    up: Vec

    def __mul__(self, v: Vec) -> Vec:
        return self.forward * v.x + self.left * v.y + self.up * v.z

    def __matmul__(self, other: Turn) -> Turn:
        return Turn(self * other.forward, self * other.left, self * other.up)

    def undo(self, v: Vec) -> Vec:
        """A direction told in this turn's own axes."""
        return Vec(v @ self.forward, v @ self.left, v @ self.up)


STILL = Turn(FORWARD, LEFT, UP)


def pitch(degrees: float) -> Turn:
    """Tip forward: the head goes towards ``x``."""
    sin, cos = _sin_cos(degrees)
    return Turn(Vec(cos, 0.0, -sin), LEFT, Vec(sin, 0.0, cos))


def roll(degrees: float) -> Turn:
    """Tip to the left: the head goes towards ``y``."""
    sin, cos = _sin_cos(degrees)
    return Turn(FORWARD, Vec(0.0, cos, -sin), Vec(0.0, sin, cos))


def yaw(degrees: float) -> Turn:
    """Turn to the left about the upright axis."""
    sin, cos = _sin_cos(degrees)
    return Turn(Vec(cos, sin, 0.0), Vec(-sin, cos, 0.0), UP)


def _sin_cos(degrees: float) -> tuple[float, float]:
    radians = math.radians(degrees)
    return math.sin(radians), math.cos(radians)


def mean(points: Iterable[Vec]) -> Vec:
    """The middle of some points."""
    listed = tuple(points)
    total = ORIGIN
    for point in listed:
        total += point
    return total * (1.0 / len(listed))


def blend(a: Vec, b: Vec, share: float) -> Vec:
    """The point that lies this share of the way from `a` to `b`."""
    return a + (b - a) * share
