"""Inverse kinematics of a limb of two bones: where its middle joint goes.

The closed solution by the law of cosines; see Craig, Introduction to Robotics, 3rd ed.,
section 4.4 (the two-link arm).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from handrail.figure.skeleton import frame
from handrail.figure.vector import Turn, Vec


@dataclass(frozen=True, slots=True)
class Limb:
    """Two bones from `root` over `middle` to `end`, with the turn of each bone."""

    root: Vec
    middle: Vec
    end: Vec
    upper: Turn
    lower: Turn


def reach(root: Vec, target: Vec, upper: float, lower: float, pole: Vec, *, bends_back: bool) -> Limb:
    """Bring the end of a limb to `target`, or as near as the bones allow.

    Parameters
    ----------
    root, target
        Where the limb starts and where its end should be, cm.
    upper, lower
        Lengths of the bones, cm.
    pole
        The direction the middle joint points to.
    bends_back
        Whether the pole is the front of the limb (a knee) or its back (an elbow).
    """
    way = target - root
    distance = min(max(way.length, abs(upper - lower) + 1e-6), upper + lower - 1e-6)
    along = way.unit
    sideways = pole.square_to(along).unit
    cosine = (upper**2 + distance**2 - lower**2) / (2 * upper * distance)
    sine = math.sqrt(max(0.0, 1.0 - cosine**2))
    middle = root + along * (upper * cosine) + sideways * (upper * sine)
    end = root + along * distance
    front = sideways if bends_back else -sideways
    hinge = (-along).cross(front)
    return Limb(root, middle, end, frame((root - middle).unit, hinge), frame((middle - end).unit, hinge))


def follow(root: Vec, upper_turn: Turn, lower_turn: Turn, upper: float, lower: float) -> Limb:
    """Lay a limb out along given turns (forward kinematics)."""
    middle = root - upper_turn.up * upper
    return Limb(root, middle, middle - lower_turn.up * lower, upper_turn, lower_turn)
