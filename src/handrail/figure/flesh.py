"""The body's volume: rounded limbs, a trunk, a head that faces somewhere, hands and shoes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handrail.figure.body import Body
from handrail.figure.skeleton import build, sign
from handrail.figure.vector import Vec, blend, mean
from handrail.units import Side

Ball = tuple[Vec, float]


@dataclass(frozen=True, slots=True)
class Lump:
    """The tight skin around some balls, all of one tone."""

    tone: str
    balls: tuple[Ball, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What is drawn together: a limb, the trunk or the head. `middle` sorts it by depth."""

    name: str
    lumps: tuple[Lump, ...]
    middle: Vec


def parts(body: Body) -> tuple[Part, ...]:
    """All parts of a body."""
    limbs = [(f"{side}_leg", _leg(body, side)) for side in Side]
    limbs += [(f"{side}_arm", _arm(body, side)) for side in Side]
    return tuple(
        _part(name, lumps) for name, lumps in [*limbs, ("trunk", _trunk(body)), ("head", _head(body))]
    )


def _part(name: str, lumps: Iterator[Lump]) -> Part:
    listed = tuple(lumps)
    return Part(name, listed, mean(centre for lump in listed for centre, _ in lump.balls))


def _leg(body: Body, side: Side) -> Iterator[Lump]:
    flesh, at = build().flesh, body.points
    hip, knee, ankle = (at[f"{side}_{joint}"] for joint in ("hip", "knee", "ankle"))
    calf = blend(knee, ankle, 0.3) - body.turns[f"{side}_shank"].forward * 0.8
    up = body.turns[f"{side}_foot"].up
    shoe = [(at[f"{side}_{part}"] + up * flesh[part], flesh[part]) for part in ("heel", "ball")]
    toe = (at[f"{side}_toe"] + body.turns[f"{side}_toes"].up * flesh["toe"], flesh["toe"])
    yield Lump("shoe", (*shoe, toe, (ankle - up * 0.5, 3.4)))
    yield Lump(
        "trousers", ((knee, flesh["knee"]), (calf, flesh["calf"]), (blend(knee, ankle, 0.9), flesh["hem"]))
    )
    yield Lump("trousers", ((hip, flesh["thigh"]), (knee, flesh["knee"])))


def _arm(body: Body, side: Side) -> Iterator[Lump]:
    flesh, at = build().flesh, body.points
    shoulder, elbow, wrist, grip, tip = (
        at[f"{side}_{joint}"] for joint in ("shoulder", "elbow", "wrist", "grip", "fingertip")
    )
    thumb = blend(wrist, tip, 0.38) + body.turns[f"{side}_forearm"].forward * 3.4
    yield Lump("skin", ((elbow, 3.6), (blend(elbow, wrist, 0.25), flesh["forearm"]), (wrist, flesh["wrist"])))
    yield Lump("skin", ((wrist, 2.5), (grip, flesh["palm"]), (tip, flesh["fingertip"])))
    yield Lump("skin", ((wrist, 2.0), (thumb, 1.4)))
    yield Lump(
        "sleeve", ((shoulder, flesh["shoulder"]), (blend(shoulder, elbow, 0.92), flesh["elbow"] + 0.4))
    )


def _trunk(body: Body) -> Iterator[Lump]:
    flesh, at, turns = build().flesh, body.points, body.turns

    def pair(middle: Vec, turn: str, out: float, radius: float) -> tuple[Ball, ...]:
        return tuple((middle + turns[turn].left * (sign(side) * out), radius) for side in Side)

    waist = pair(at["waist"], "belly", 4.5, flesh["waist"])
    chest = pair(blend(at["middle"], at["neck"], 0.3), "chest", 6.0, flesh["chest"] - 0.4)
    yoke = [(blend(at["neck"], at[f"{side}_shoulder"], 0.86), flesh["shoulder"] + 0.2) for side in Side]
    collar = (blend(at["neck"], at["chin"], 0.1), flesh["neck"] + 1.2)
    yield Lump("trousers", pair(at["pelvis"], "pelvis", 7.5, flesh["hip"] - 0.8))
    yield Lump("shirt", pair(at["pelvis"] + turns["pelvis"].up * 4, "pelvis", 6.5, flesh["hip"]) + waist)
    yield Lump("shirt", (*waist, *chest))
    yield Lump("shirt", (*chest, *yoke, collar))


def _head(body: Body) -> Iterator[Lump]:
    at, head = body.points, body.turns["head"]
    skull = blend(at["chin"], at["crown"], 0.5)

    def ball(ahead: float, up: float, radius: float) -> Ball:
        return skull + head * Vec(ahead, 0.0, up), radius

    nape = blend(at["neck"], skull, 0.55) - head.forward
    yield Lump("skin", ((at["neck"], build().flesh["neck"]), (nape, 4.6)))
    yield Lump("hair", (ball(-3.2, 2.4, 7.9), ball(-3.8, -2.0, 6.4), ball(1.6, 5.4, 5.4)))
    yield Lump("skin", (ball(1.8, 1.0, 7.6), ball(4.0, -6.0, 4.3)))
    yield Lump("skin", (ball(8.2, -0.6, 1.0), ball(10.0, -2.4, 1.2)))
