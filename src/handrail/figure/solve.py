"""From a pose to where every part of the body is: feet first, then hips, legs, trunk and hands."""

from __future__ import annotations

from collections.abc import Mapping

from handrail.figure.arms import set_arm
from handrail.figure.body import Body
from handrail.figure.legs import hips_height, set_leg, standing_feet
from handrail.figure.model import Pose
from handrail.figure.props import Anchor
from handrail.figure.skeleton import POSTURES, bent
from handrail.figure.trunk import set_trunk
from handrail.figure.vector import Vec, yaw
from handrail.units import Side

BACKS = ("back", "lower_back")


def solve(pose: Pose, anchors: Mapping[str, Anchor]) -> Body:
    """Place a body in a pose among the things it touches.

    A hand or foot that cannot reach what it should hold comes as near as its bones
    allow; :attr:`Body.wanted` keeps where it should be.
    """
    body = Body()
    feet = standing_feet(pose, anchors)
    pelvis = yaw(pose.heading) @ POSTURES[pose.posture] @ bent(pose.pelvis)
    body.turns["pelvis"] = pelvis
    body.points["pelvis"] = Vec(*pose.hips, hips_height(pose, pelvis, feet, anchors))
    for side in Side:
        set_leg(body, pose.leg(side), side, feet.get(side))
    set_trunk(body, pose)
    for side in Side:
        set_arm(body, pose.arm(side), side, anchors)
    if pose.leans_on is not None:
        _lean(body, anchors[pose.leans_on])
    return body


def _lean(body: Body, anchor: Anchor) -> None:
    """Note where the back should rest: the part of it that is nearest."""
    away = {name: (anchor.nearest(body.points[name]) - body.points[name]).length for name in BACKS}
    nearest = min(BACKS, key=lambda name: away[name])
    body.wanted[nearest] = anchor.nearest(body.points[nearest])
