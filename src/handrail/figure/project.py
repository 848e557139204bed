"""Orthographic views: from points in space to points on the paper."""

from __future__ import annotations

import math
from dataclasses import dataclass

from handrail.figure.model import View
from handrail.figure.vector import Vec

# Degrees about the upright axis, from straight in front of the person, and above the horizon.
DIRECTIONS = {
    View.SIDE: (-80.0, 9.0),
    View.SIDE_LEFT: (80.0, 9.0),
    View.HALF_SIDE: (-62.0, 11.0),
    View.FRONT: (0.0, 9.0),
    View.FOOT_END: (-14.0, 30.0),
    View.THREE_QUARTER: (-42.0, 12.0),
    View.THREE_QUARTER_LEFT: (42.0, 12.0),
    View.BEHIND: (-140.0, 12.0),
}


@dataclass(frozen=True, slots=True)
class Camera:
    """Looks along ``-toward``; `right` and `up` span the paper."""

    toward: Vec
    right: Vec
    up: Vec

    def flat(self, point: Vec) -> tuple[float, float]:
        """Where a point falls on the paper, y downwards, cm."""
        return point @ self.right, -(point @ self.up)

    def depth(self, point: Vec) -> float:
        """How near a point is to the viewer, cm; larger is nearer."""
        return point @ self.toward


def camera(view: View) -> Camera:
    """The camera of a named view."""
    azimuth, height = (math.radians(degrees) for degrees in DIRECTIONS[view])
    toward = Vec(math.cos(height) * math.cos(azimuth), math.cos(height) * math.sin(azimuth), math.sin(height))
    right = Vec(-math.sin(azimuth), math.cos(azimuth), 0.0)
    return Camera(toward, right, toward.cross(right))
