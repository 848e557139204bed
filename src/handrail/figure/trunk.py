"""Trunk and head: bent in two equal steps, at the waist and in the middle of the back."""

from __future__ import annotations

from handrail.figure.body import Body
from handrail.figure.model import Bend, Pose
from handrail.figure.skeleton import bent, build, sign
from handrail.figure.vector import Vec, blend
from handrail.units import Side

# Where the trunk bends, as shares of its length above the hips; the neck sits a little above the shoulders.
WAIST, MIDDLE, NECK = 0.25, 0.55, 1.04


def set_trunk(body: Body, pose: Pose) -> None:
    """Place trunk, neck and head on a placed pelvis."""
    pelvis, step, length = body.turns["pelvis"], bent(_half(pose.trunk)), build().length("trunk")
    belly = pelvis @ step
    chest = belly @ step
    head = chest @ bent(pose.head)
    waist = body.points["pelvis"] + pelvis.up * (WAIST * length)
    middle = waist + belly.up * ((MIDDLE - WAIST) * length)
    neck = middle + chest.up * ((NECK - MIDDLE) * length)
    chin = neck + (chest.up + head.up).unit * build().length("neck")
    body.turns |= {"belly": belly, "chest": chest, "head": head}
    body.points |= {"waist": waist, "middle": middle, "neck": neck, "chin": chin}
    body.points["crown"] = chin + head.up * build().length("head")
    _keep_surface(body)
    for part, bend in (("trunk", pose.trunk), ("head", pose.head)):
        body.angles |= {f"{part}_forward": bend.forward, f"{part}_left": bend.left}
        body.angles[f"{part}_turn_left"] = bend.turn_left


def _half(bend: Bend) -> Bend:
    return Bend(forward=bend.forward / 2, left=bend.left / 2, turn_left=bend.turn_left / 2)


def _keep_surface(body: Body) -> None:
    """Places on the skin of trunk and head that hands lie on."""
    flesh, at, turns = build().flesh, body.points, body.turns
    skull = blend(at["chin"], at["crown"], 0.5)
    at["chest"] = blend(at["middle"], at["neck"], 0.5) + turns["chest"].forward * flesh["chest"]
    at["belly"] = at["waist"] + turns["belly"].forward * flesh["waist"]
    at["lower_back"] = at["waist"] - turns["belly"].forward * flesh["waist"]
    at["back"] = blend(at["middle"], at["neck"], 0.5) - turns["chest"].forward * flesh["chest"]
    at["face"] = skull + turns["head"].forward * 10.0
    at["back_of_head"] = skull - turns["head"].forward * 9.0
    for side in Side:
        out = sign(side)
        at[f"{side}_side"] = at[f"{side}_hip"] + turns["pelvis"] * Vec(2.0, out * (flesh["hip"] - 1), 9.0)
        at[f"{side}_cheek"] = skull + turns["head"] * Vec(1.0, out * 8.0, 2.0)
        at[f"{side}_collar"] = at["neck"] + turns["chest"] * Vec(flesh["shoulder"] + 2, out * 10, -4.0)
