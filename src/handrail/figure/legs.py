"""Legs: standing feet, how high the hips are over them, and the bones between."""

from __future__ import annotations

import math
from collections.abc import Mapping

from handrail.figure.body import Body
from handrail.figure.ik import Limb, follow, reach
from handrail.figure.model import Leg, Pose
from handrail.figure.props import Anchor
from handrail.figure.skeleton import ball_joint_angles, build, hinge_angle, hip_turn, sign
from handrail.figure.vector import FORWARD, UP, Turn, Vec, blend, pitch, yaw
from handrail.units import Side

# Where along the sole its parts touch the ground, from below the ankle, as shares of stature: the
# foot is 0.152 long, the ankle a quarter of it from the heel, the ball at 0.72 of it.
SOLE = {"heel": -0.028, "ball": 0.072, "toe": 0.124}
STRAIGHTEST = 0.9985

Foot = tuple[Vec, Turn]


def standing_feet(pose: Pose, anchors: Mapping[str, Anchor]) -> dict[Side, Foot]:
    """The ankle and the turn of every foot that stands on something."""
    return {side: _standing_foot(pose, side, anchors) for side in Side if pose.leg(side).on}


def _standing_foot(pose: Pose, side: Side, anchors: Mapping[str, Anchor]) -> Foot:
    leg = pose.leg(side)
    ground = anchors[str(leg.on)].nearest(Vec(*(leg.at or (0.0, 0.0)), 0.0))
    flat = yaw(pose.heading + sign(side) * leg.turn_out)
    tipped = flat @ pitch(leg.heel_up - leg.toes_up)
    pivot = sole("ball") if leg.heel_up else sole("heel")
    ankle_at_rest = ground + UP * build().length("ankle_height")
    return ankle_at_rest + flat * pivot - tipped * pivot, tipped


def sole(part: str) -> Vec:
    """A point of the sole, from the ankle."""
    return Vec(SOLE[part] * build().stature, 0.0, -build().length("ankle_height"))


def hip(pelvis: Turn, side: Side) -> Vec:
    """A hip joint, from the middle of the pelvis."""
    return pelvis.left * (sign(side) * build().length("half_hips"))


def hips_height(pose: Pose, pelvis: Turn, feet: Mapping[Side, Foot], anchors: Mapping[str, Anchor]) -> float:
    """How high the pelvis is, by the first of the ways that :class:`Pose` names."""
    if pose.hips_height is not None:
        return pose.hips_height
    if pose.rests_on is not None:
        lower_hip = min(0.0, *(hip(pelvis, side).z for side in Side))
        return anchors[pose.rests_on].at.z + build().flesh["hip"] - lower_hip
    if pose.kneels_on is not None:
        return anchors[pose.kneels_on].at.z + _over_knees(pose, pelvis)
    return min(_over_foot(pose, pelvis, side, ankle) for side, (ankle, _) in feet.items()) - pose.drop


def _over_knees(pose: Pose, pelvis: Turn) -> float:
    knees = (
        (pelvis @ hip_turn(pose.leg(side), side)).up.z * build().length("thigh")
        for side in Side
        if pose.leg(side).on is None
    )
    return max(knees) + build().flesh["knee"]


def _over_foot(pose: Pose, pelvis: Turn, side: Side, ankle: Vec) -> float:
    """How high the pelvis can be over an ankle with the leg all but straight."""
    leg = (build().length("thigh") + build().length("shank")) * STRAIGHTEST
    joint = Vec(*pose.hips, 0.0) + hip(pelvis, side)
    away = math.hypot(joint.x - ankle.x, joint.y - ankle.y)
    return ankle.z + math.sqrt(max(0.0, leg**2 - away**2)) - joint.z


def set_leg(body: Body, leg: Leg, side: Side, foot: Foot | None) -> None:
    """Place a leg from its hip to its standing foot, or by its joint angles."""
    joint = body.points["pelvis"] + hip(body.turns["pelvis"], side)
    bones = build().length("thigh"), build().length("shank")
    if foot is None:
        thigh = body.turns["pelvis"] @ hip_turn(leg, side)
        shank = thigh @ pitch(leg.knee_bend)
        turned = shank @ pitch(-leg.ankle_up)
        _keep(body, side, follow(joint, thigh, shank, *bones), turned, turned)
        return
    ankle, turned = foot
    ahead = math.degrees(math.atan2(turned.forward.y, turned.forward.x))
    toes = yaw(ahead) if leg.heel_up else turned
    pole = yaw(ahead + sign(side) * leg.knee_out) * FORWARD + UP
    body.wanted[f"{side}_ankle"] = ankle
    _keep(body, side, reach(joint, ankle, *bones, pole, bends_back=True), turned, toes)


def _keep(body: Body, side: Side, limb: Limb, foot: Turn, toes: Turn) -> None:
    """Note where a leg is; its toes lie flat when the foot stands on its ball."""
    body.turns |= {f"{side}_thigh": limb.upper, f"{side}_shank": limb.lower}
    body.turns |= {f"{side}_foot": foot, f"{side}_toes": toes}
    body.points |= {f"{side}_hip": limb.root, f"{side}_knee": limb.middle, f"{side}_ankle": limb.end}
    body.points |= {f"{side}_{part}": limb.end + foot * sole(part) for part in SOLE}
    body.points[f"{side}_toe"] = body.points[f"{side}_ball"] + toes * (sole("toe") - sole("ball"))
    body.points |= _surface(limb, side)
    forward, out, turn_out = ball_joint_angles(body.turns["pelvis"], limb.upper, side)
    sole_ahead = limb.lower.undo(foot.forward)
    body.angles |= {
        f"{side}_hip_forward": forward,
        f"{side}_hip_out": out,
        f"{side}_hip_turn_out": turn_out,
        f"{side}_knee_bend": hinge_angle(limb.upper, limb.lower),
        f"{side}_ankle_up": math.degrees(math.atan2(sole_ahead.z, math.hypot(sole_ahead.x, sole_ahead.y))),
    }


def _surface(limb: Limb, side: Side) -> dict[str, Vec]:
    """Places on the skin of a leg that hands and bands lie on."""
    flesh, out = build().flesh, limb.upper.left * sign(side)
    above_knee, shin = blend(limb.root, limb.middle, 0.86), blend(limb.middle, limb.end, 0.35)
    return {
        f"{side}_thigh": blend(limb.root, limb.middle, 0.6) + limb.upper.forward * flesh["thigh"],
        f"{side}_kneecap": blend(limb.root, limb.middle, 0.93) + limb.upper.forward * (flesh["knee"] + 1),
        f"{side}_above_knee": above_knee + limb.upper.forward * (flesh["knee"] + 1),
        f"{side}_outer_knee": above_knee + out * (flesh["knee"] + 1),
        f"{side}_shin": shin + limb.lower.forward * (flesh["calf"] + 1),
        f"{side}_under_knee": limb.middle - limb.upper.forward * flesh["knee"],
    }
