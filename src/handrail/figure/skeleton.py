"""Bones: how long they are, and where they lie for given joint angles."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from handrail.figure.files import shared_table
from handrail.figure.model import Arm, Bend, Leg, Posture
from handrail.figure.vector import FORWARD, LEFT, STILL, UP, Turn, Vec, pitch, roll, yaw
from handrail.units import Interval, Side

POSTURES = {
    Posture.UPRIGHT: STILL,
    Posture.SUPINE: pitch(-90.0),
    Posture.PRONE: pitch(90.0),
    Posture.LEFT_SIDE: Turn(-LEFT, -UP, FORWARD),
    Posture.RIGHT_SIDE: Turn(-LEFT, UP, -FORWARD),
}


@dataclass(frozen=True, slots=True)
class Build:
    """The proportions of the drawn person, from ``body.toml``."""

    stature: float
    share: Mapping[str, float]
    flesh: Mapping[str, float]
    range: Mapping[str, Interval]
    mass: Mapping[str, tuple[float, float]]

    def length(self, bone: str) -> float:
        """The length of a bone in centimetres."""
        return self.share[bone] * self.stature


@cache
def build() -> Build:
    """The one body that every figure shares."""
    table: Mapping[str, Any] = shared_table("body")
    return Build(
        stature=table["stature_cm"],
        share=table["share"],
        flesh=table["flesh_cm"],
        range={joint: Interval(*pair) for joint, pair in table["range_deg"].items()},
        mass={segment: (share, at) for segment, (share, at) in table["mass"].items()},
    )


def sign(side: Side) -> float:
    """Which way along y a side lies."""
    return 1.0 if side is Side.LEFT else -1.0


def bent(bend: Bend) -> Turn:
    """A pelvis, trunk or head bend as a turn."""
    return yaw(bend.turn_left) @ roll(bend.left) @ pitch(bend.forward)


def hip_turn(leg: Leg, side: Side) -> Turn:
    """How the thigh is turned from the pelvis."""
    out = sign(side)
    return pitch(-leg.hip_forward) @ roll(-out * leg.hip_out) @ yaw(out * leg.hip_turn_out)


def shoulder_turn(arm: Arm, side: Side) -> Turn:
    """How the upper arm is turned from the chest."""
    out = sign(side)
    return pitch(-arm.forward) @ roll(-out * arm.out) @ yaw(-out * arm.turn_in)


def ball_joint_angles(parent: Turn, child: Turn, side: Side) -> tuple[float, float, float]:
    """Forward, out and turn-out angles in degrees: what `hip_turn` takes, read back."""
    out = sign(side)
    down = parent.undo(-child.up)
    forward = math.degrees(math.atan2(down.x, -down.z))
    away = math.degrees(math.asin(max(-1.0, min(1.0, down.y))))
    facing = (parent @ pitch(-forward) @ roll(-away)).undo(child.forward)
    return forward, out * away, out * math.degrees(math.atan2(facing.y, facing.x))


def hinge_angle(parent: Turn, child: Turn) -> float:
    """How far a limb's second bone turns back from its first, in degrees."""
    up = parent.undo(child.up)
    return math.degrees(math.atan2(up.x, up.z))


def frame(up: Vec, left: Vec) -> Turn:
    """The turn whose up and left are given; they are square to each other."""
    return Turn(left.cross(up), left, up)
