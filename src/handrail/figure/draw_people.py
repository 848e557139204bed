"""People on paper: far limbs first and lighter, working limbs bold, a face that looks somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby

from handrail.figure.body import Body
from handrail.figure.flesh import Lump, Part, parts
from handrail.figure.hull import line
from handrail.figure.ink import CLASSES, HELPER, OUTLINE, PERSON, PERSON_FAR, WORKING, WORKING_FAR
from handrail.figure.sheet import Sheet
from handrail.figure.skeleton import sign
from handrail.figure.vector import Vec, blend, mean
from handrail.units import Side

# Depth in cm that lifts a part over its neighbours: shirts hang over legs, arms lie over shirts.
OVER = {"leg": -6.0, "trunk": 0.0, "head": 0.0, "arm": 4.0}
ON_SELF = 1000.0
EDGE_ON = 0.35
IN_SIGHT = 0.12
FULL_FACE = 0.3


def person(sheet: Sheet, body: Body, working: Collection[str], *, eyes_closed: bool) -> str:
    """The person who exercises."""
    drawn = "".join(
        (
            _working(sheet, part, fills_of(sheet, body, part, working=True))
            if part.name in working
            else _part(sheet, part, fills_of(sheet, body, part, working=False))
        )
        + (face(sheet, body, eyes_closed=eyes_closed) if part.name == "head" else "")
        for part in far_to_near(sheet, body)
    )
    return group("fig-body", drawn)


def helper(sheet: Sheet, body: Body) -> str:
    """The helper who stands by."""
    drawn = "".join(
        _part(sheet, part, HELPER) + (face(sheet, body, eyes_closed=False) if part.name == "head" else "")
        for part in far_to_near(sheet, body)
    )
    return group("fig-helper", drawn)


def group(name: str, drawn: str) -> str:
    """All parts of one body."""
    return f'<g class="{name}" stroke="{OUTLINE}" stroke-width="2.4" paint-order="stroke">{drawn}</g>'


def far_to_near(sheet: Sheet, body: Body) -> list[Part]:
    """The parts of a body in the order they are drawn."""
    facing = body.turns["chest"].forward @ sheet.camera.toward > -FULL_FACE

    def nearness(part: Part) -> float:
        over = ON_SELF if facing and part.name in body.on_self else OVER[part.name.rpartition("_")[2]]
        return sheet.camera.depth(part.middle) + over

    return sorted(parts(body), key=nearness)


def fills_of(sheet: Sheet, body: Body, part: Part, *, working: bool) -> Mapping[str, str]:
    """The colour of each tone of a part: paler on the far side, bold where it works."""
    if _is_far(sheet, body, part.name):
        return PERSON_FAR | (WORKING_FAR if working else {})
    return PERSON | (WORKING if working else {})


def _is_far(sheet: Sheet, body: Body, part: str) -> bool:
    """Whether a limb is on the side that an edge-on body turns away from the viewer."""
    side = part.partition("_")[0]
    if side not in set(Side):
        return False
    return body.turns["pelvis"].left * sign(Side(side)) @ sheet.camera.toward < -EDGE_ON


def _working(sheet: Sheet, part: Part, fills: Mapping[str, str]) -> str:
    return f'<g class="fig-moving" stroke-width="5">{_part(sheet, part, fills)}</g>'


def _part(sheet: Sheet, part: Part, fills: Mapping[str, str]) -> str:
    """A part as one path for each run of a tone, so that its joints show no seams."""
    lumps = [part.lumps[index] for index in layers(sheet, part)]
    return "".join(
        _union(sheet, tone, run, fills) for tone, run in groupby(lumps, key=lambda lump: lump.tone)
    )


def _union(sheet: Sheet, tone: str, lumps: Iterable[Lump], fills: Mapping[str, str]) -> str:
    outline = "".join(sheet.skin(lump.balls) for lump in lumps)
    return f'<path class="{CLASSES[tone]}" d="{outline}" fill="{fills[tone]}"/>'


def layers(sheet: Sheet, part: Part) -> tuple[int, ...]:
    """The order a part's lumps are drawn in: the face over the hair when it looks at the viewer, else under it."""
    if part.name != "head":
        return tuple(range(len(part.lumps)))
    neck, hair, face, nose = range(4)
    depths = [sheet.camera.depth(mean(c for c, _ in part.lumps[lump].balls)) for lump in (face, hair)]
    return (neck, hair, face, nose) if depths[0] > depths[1] + 2.0 else (neck, face, nose, hair)


def face(sheet: Sheet, body: Body, *, eyes_closed: bool) -> str:
    """Eyes, mouth and ears, as far as the head shows them."""
    head, toward = body.turns["head"], sheet.camera.toward
    skull = blend(body.points["chin"], body.points["crown"], 0.5)
    marks = "".join(_eyes(sheet, body, skull, eyes_closed=eyes_closed))
    drawn = (
        f'<path class="fig-line" d="{marks}" fill="none" stroke-width="{2 if eyes_closed else 4.4}"/>'
        if marks
        else ""
    )
    if head.forward @ toward > FULL_FACE:
        mouth = line(sheet.flat(skull + head * Vec(7.8, across, -6.6)) for across in (2.0, -2.0))
        drawn += f'<path class="fig-line" d="{mouth}" fill="none" stroke-width="1.8"/>'
    for side in Side:
        if (head.left * sign(side)) @ toward > FULL_FACE:
            ear = sheet.skin((skull + head * Vec(-1.2, 7.0 * sign(side), up), 1.7) for up in (0.4, -1.6))
            drawn += f'<path class="fig-skin" d="{ear}" fill="{PERSON["skin"]}" stroke-width="1.6"/>'
    return drawn


def _eyes(sheet: Sheet, body: Body, skull: Vec, *, eyes_closed: bool) -> Iterator[str]:
    head = body.turns["head"]
    for side in Side:
        if head * Vec(0.85, 0.5 * sign(side), 0.0) @ sheet.camera.toward > IN_SIGHT:
            x, y = (round(value) for value in sheet.flat(skull + head * Vec(8.2, 3.4 * sign(side), 0.8)))
            yield f"M{x - 3} {y}q3 3 6 0" if eyes_closed else f"M{x} {y}h.1"
