"""The paper a figure is drawn on: turns points in space into drawing units."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from handrail.figure.hull import Disc, Point, polygon, ring, skin
from handrail.figure.project import Camera
from handrail.figure.vector import Vec

UNITS_PER_CM = 2.0


@dataclass
class Extent:
    """How far a drawing reaches, in drawing units."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    def cover(self, x: float, y: float, r: float = 0.0) -> None:
        """Reach at least as far as a disc."""
        self.left, self.right = min(self.left, x - r), max(self.right, x + r)
        self.top, self.bottom = min(self.top, y - r), max(self.bottom, y + r)

    def include(self, other: Extent, x: float, y: float) -> None:
        """Reach as far as a drawing that is put somewhere on this one."""
        self.cover(x + other.left, y + other.top)
        self.cover(x + other.right, y + other.bottom)


@dataclass
class Sheet:
    """A camera, and how far what it has drawn so far reaches."""

    camera: Camera
    extent: Extent = field(default_factory=Extent)

    def flat(self, point: Vec) -> Point:
        """Where a point falls, in drawing units."""
        x, y = self.camera.flat(point)
        x, y = x * UNITS_PER_CM, y * UNITS_PER_CM
        self.extent.cover(x, y)
        return x, y

    def skin(self, balls: Iterable[tuple[Vec, float]]) -> str:
        """The outline of the tight skin around some balls."""
        return skin([self._disc(*ball) for ball in balls])

    def ring(self, balls: Iterable[tuple[Vec, float]], corners: int) -> str:
        """The skin around some balls as a polygon of always as many corners."""
        return ring([self._disc(*ball) for ball in balls], corners)

    def polygon(self, corners: Iterable[Vec]) -> str:
        """The outline of a flat sheet."""
        return polygon(self.flat(corner) for corner in corners)

    def _disc(self, centre: Vec, radius: float) -> Disc:
        x, y = self.flat(centre)
        self.extent.cover(x, y, radius * UNITS_PER_CM)
        return Disc(x, y, radius * UNITS_PER_CM)
