"""Bodies between two key poses: bones keep their length, hands and feet go straight to where they are next."""

from __future__ import annotations

import math

from handrail.figure.body import Body
from handrail.figure.ik import Limb, reach
from handrail.figure.skeleton import build
from handrail.figure.vector import Turn, Vec, blend
from handrail.units import Side

TRUNK = (
    ("pelvis", "waist"),
    ("waist", "middle"),
    ("middle", "neck"),
    ("neck", "chin"),
    ("chin", "crown"),
    *(("pelvis", f"{side}_hip") for side in Side),
    *(("neck", f"{side}_shoulder") for side in Side),
)
LIMBS = (
    ("pelvis", "neck"),
    *((f"{side}_{parent}", f"{side}_{child}") for side in Side for parent, child in (
        ("hip", "knee"), ("knee", "ankle"), ("shoulder", "elbow"), ("elbow", "wrist"),
    )),
)  # fmt: skip
ENDS = {"ankle": ("heel", "ball", "toe"), "wrist": ("grip", "fingertip")}


def tween(before: Body, after: Body, share: float) -> Body:
    """The body that lies this share of the way from one solved body to the next."""
    names = before.points.keys() & after.points.keys()
    body = Body(on_self=before.on_self & after.on_self)
    body.points = {name: blend(before.points[name], after.points[name], share) for name in names}
    body.turns = {name: _between(before.turns[name], after.turns[name], share) for name in before.turns}
    for parent, child in TRUNK:
        body.points[child] = body.points[parent] + _bone(before, after, parent, child, share)
    for side in Side:
        _keep(body, side, _leg(body, side), ("knee", "ankle"), ("thigh", "shank"))
        _keep(body, side, _arm(body, side), ("elbow", "wrist"), ("upper_arm", "forearm"))
        for end, parts in ENDS.items():
            for part in parts:
                bone = _bone(before, after, f"{side}_{end}", f"{side}_{part}", share)
                body.points[f"{side}_{part}"] = body.points[f"{side}_{end}"] + bone
    return body


def swing(before: Body, after: Body) -> float:
    """The furthest that a limb or the trunk turns from one solved body to the next, degrees."""
    return max(_angle(before, after, *bone) for bone in LIMBS)


def _angle(before: Body, after: Body, parent: str, child: str) -> float:
    old, new = (body.points[child] - body.points[parent] for body in (before, after))
    return math.degrees(math.acos(max(-1.0, min(1.0, old.unit @ new.unit))))


def _bone(before: Body, after: Body, parent: str, child: str, share: float) -> Vec:
    """The way from a joint to the next, turned but never shortened."""
    old, new = (body.points[child] - body.points[parent] for body in (before, after))
    length = old.length + (new.length - old.length) * share
    between = blend(old, new, share)
    return between.unit * length if between.length else old


def _between(old: Turn, new: Turn, share: float) -> Turn:
    forward = blend(old.forward, new.forward, share).unit
    left = blend(old.left, new.left, share).square_to(forward).unit
    return Turn(forward, left, forward.cross(left))


def _leg(body: Body, side: Side) -> Limb:
    bones = build().length("thigh"), build().length("shank")
    return _limb(body, (f"{side}_hip", f"{side}_knee", f"{side}_ankle"), f"{side}_shank", bones)


def _arm(body: Body, side: Side) -> Limb:
    bones = build().length("upper_arm"), build().length("forearm")
    return _limb(body, (f"{side}_shoulder", f"{side}_elbow", f"{side}_wrist"), f"{side}_forearm", bones)


def _limb(body: Body, joints: tuple[str, str, str], lower: str, bones: tuple[float, float]) -> Limb:
    """A limb with its middle joint on the side where the key poses have it."""
    root, middle, end = (body.points[joint] for joint in joints)
    is_leg = joints[1].endswith("knee")
    front = body.turns[lower].forward
    pole = middle - blend(root, end, 0.5) + (front if is_leg else -front)
    return reach(root, end, *bones, pole, bends_back=is_leg)


def _keep(body: Body, side: Side, limb: Limb, joints: tuple[str, str], bones: tuple[str, str]) -> None:
    middle, end = joints
    upper, lower = bones
    body.points |= {f"{side}_{middle}": limb.middle, f"{side}_{end}": limb.end}
    body.turns |= {f"{side}_{upper}": limb.upper, f"{side}_{lower}": limb.lower}
