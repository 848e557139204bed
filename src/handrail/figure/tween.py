"""Bodies between two key poses: bones keep their length and turn evenly.

Hands and feet that hold or stand in both go straight to where they are next.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from handrail.figure.body import Body
from handrail.figure.ik import reach
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
    (("hip", "knee", "ankle"), ("thigh", "shank")),
    (("shoulder", "elbow", "wrist"), ("upper_arm", "forearm")),
)
HELD_BY = {"ankle": ("ankle",), "wrist": ("grip", "fingertip", "elbow")}
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
        for joints, bones in LIMBS:
            root, middle, end = (f"{side}_{joint}" for joint in joints)
            if _is_held(before, side, joints) and _is_held(after, side, joints):
                _reach(body, (root, middle, end), [f"{side}_{bone}" for bone in bones], bones)
            else:
                body.points[middle] = body.points[root] + _bone(before, after, root, middle, share)
                body.points[end] = body.points[middle] + _bone(before, after, middle, end, share)
        for end, parts in ENDS.items():
            for part in parts:
                bone = _bone(before, after, f"{side}_{end}", f"{side}_{part}", share)
                body.points[f"{side}_{part}"] = body.points[f"{side}_{end}"] + bone
    return body


def swing(before: Body, after: Body) -> float:
    """The furthest that a limb or the trunk turns from one solved body to the next, degrees."""
    bones = [
        (f"{side}_{parent}", f"{side}_{child}")
        for side in Side
        for joints, _ in LIMBS
        for parent, child in pairwise(joints)
    ]
    return max(_angle(before, after, *bone) for bone in [("pelvis", "neck"), *bones])


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


def _is_held(body: Body, side: Side, joints: tuple[str, str, str]) -> bool:
    """Whether the end of a limb stands or holds on somewhere."""
    return any(f"{side}_{part}" in body.wanted for part in HELD_BY[joints[-1]])


def _reach(body: Body, joints: tuple[str, str, str], turns: Sequence[str], bones: tuple[str, str]) -> None:
    """Bend a limb between its root and where its end is, its middle joint on the side where the key poses have it."""
    root, middle, end = (body.points[joint] for joint in joints)
    is_leg = joints[1].endswith("knee")
    front = body.turns[turns[1]].forward
    pole = middle - blend(root, end, 0.5) + (front if is_leg else -front)
    upper, lower = (build().length(bone) for bone in bones)
    limb = reach(root, end, upper, lower, pole, bends_back=is_leg)
    body.points |= {joints[1]: limb.middle, joints[2]: limb.end}
    body.turns |= {turns[0]: limb.upper, turns[1]: limb.lower}
