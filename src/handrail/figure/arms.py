"""Arms: hands that hold, lie flat or hang, and forearms to lean on."""

from __future__ import annotations

import math
from collections.abc import Mapping

from handrail.figure.body import Body
from handrail.figure.ik import Limb, follow, reach
from handrail.figure.model import Arm, Elbow, Touch
from handrail.figure.props import Anchor
from handrail.figure.skeleton import ball_joint_angles, build, hinge_angle, shoulder_turn, sign
from handrail.figure.vector import Turn, Vec, blend, pitch
from handrail.units import Side

PALM_CM = 1.5
SURFACE_AXES = 2
LEVEL = 0.5
Held = tuple[Limb, Vec]


def set_arm(body: Body, arm: Arm, side: Side, anchors: Mapping[str, Anchor]) -> None:
    """Place an arm from its shoulder to what its hand holds, or by its joint angles."""
    body.points[f"{side}_shoulder"] = body.points["neck"] + body.turns["chest"] * Vec(
        0.0, sign(side) * build().length("half_shoulders"), -0.04 * build().length("trunk")
    )
    limb, fingers = _hanging(body, arm, side) if arm.on is None else _held(body, arm, side, anchors)
    _keep(body, side, limb, fingers)


def _hanging(body: Body, arm: Arm, side: Side) -> Held:
    shoulder = body.points[f"{side}_shoulder"]
    upper = body.turns["chest"] @ shoulder_turn(arm, side)
    limb = follow(shoulder, upper, upper @ pitch(-arm.elbow_bend), *_bones())
    return limb, -limb.lower.up


def _bones() -> tuple[float, float]:
    return build().length("upper_arm"), build().length("forearm")


def _held(body: Body, arm: Arm, side: Side, anchors: Mapping[str, Anchor]) -> Held:
    name, shoulder = str(arm.on), body.points[f"{side}_shoulder"]
    if name not in anchors:
        body.on_self.add(f"{side}_arm")
    anchor = anchors.get(name) or Anchor(body.points[name])
    target = anchor.nearest(shoulder) + Vec(*arm.by)
    if arm.touch is Touch.FOREARM:
        return _on_forearm(body, anchor, target, side)
    pole = body.turns["chest"] * _elbow(arm.elbow, sign(side))
    if len(anchor.free) == SURFACE_AXES and arm.touch is Touch.PALM:
        return _on_palm(body, anchor, target, side, pole)
    part = "grip" if arm.touch is Touch.PALM else "hand"
    upper, fore = _bones()
    limb = reach(shoulder, target, upper, fore + build().length(part), pole, bends_back=False)
    body.wanted[f"{side}_{'grip' if part == 'grip' else 'fingertip'}"] = target
    wrist = limb.middle - limb.lower.up * fore
    return Limb(limb.root, limb.middle, wrist, limb.upper, limb.lower), -limb.lower.up


def _on_palm(body: Body, anchor: Anchor, target: Vec, side: Side, pole: Vec) -> Held:
    """A flat hand on a surface, its fingers the way the trunk points."""
    chest, shoulder = body.turns["chest"], body.points[f"{side}_shoulder"]
    normal = _outward(anchor, shoulder)
    fingers = (chest.up + chest.forward * 0.3).square_to(normal).unit
    wrist = target + normal * PALM_CM - fingers * build().length("grip")
    body.wanted[f"{side}_grip"] = target
    return reach(shoulder, wrist, *_bones(), pole, bends_back=False), fingers


def _on_forearm(body: Body, anchor: Anchor, target: Vec, side: Side) -> Held:
    """A forearm flat on a surface; on a level one the elbow lies ahead, on a wall below the shoulder."""
    shoulder, (upper, fore) = body.points[f"{side}_shoulder"], _bones()
    normal = _outward(anchor, shoulder)
    ahead = body.turns["chest"].up.square_to(normal).unit
    away = (shoulder - target) @ normal - build().flesh["wrist"]
    slide = math.sqrt(max(0.0, upper**2 - away**2)) * (1.0 if normal.z > LEVEL else -1.0)
    elbow = shoulder - normal * away + ahead * slide
    lower = Turn(normal, normal.cross(ahead), -ahead)
    up = (shoulder - elbow).unit
    body.wanted[f"{side}_elbow"] = shoulder - normal * min(away, upper) + ahead * slide
    upper_turn = Turn(lower.left.cross(up), lower.left, up)
    return Limb(shoulder, elbow, elbow + ahead * fore, upper_turn, lower), ahead


def _outward(anchor: Anchor, viewed_from: Vec) -> Vec:
    """The direction square to a surface, on the side of a point."""
    normal = anchor.free[0].cross(anchor.free[1])
    return normal if normal @ (viewed_from - anchor.at) > 0 else -normal


def _elbow(elbow: Elbow, out: float) -> Vec:
    return {
        Elbow.DOWN: Vec(-0.4, 0.35 * out, -1.0),
        Elbow.OUT: Vec(-0.2, 1.0 * out, -0.1),
        Elbow.BACK: Vec(-1.0, 0.25 * out, -0.2),
        Elbow.UP: Vec(0.2, 0.35 * out, 1.0),
    }[elbow]


def _keep(body: Body, side: Side, limb: Limb, fingers: Vec) -> None:
    body.turns |= {f"{side}_upper_arm": limb.upper, f"{side}_forearm": limb.lower}
    body.points |= {
        f"{side}_elbow": limb.middle,
        f"{side}_wrist": limb.end,
        f"{side}_grip": limb.end + fingers * build().length("grip"),
        f"{side}_fingertip": limb.end + fingers * build().length("hand"),
        f"{side}_arm": blend(limb.root, limb.middle, 0.6) + limb.upper.forward * build().flesh["elbow"],
    }
    forward, out, _ = ball_joint_angles(body.turns["chest"], limb.upper, side)
    body.angles |= {
        f"{side}_arm_forward": forward,
        f"{side}_arm_out": out,
        f"{side}_elbow_bend": -hinge_angle(limb.upper, limb.lower),
    }
