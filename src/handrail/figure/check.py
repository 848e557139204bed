"""Whether a drawn exercise is true to a body: contacts met, joints in range, standing figures steady."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.catalogue.model import Exercise
from handrail.figure.balance import overhang
from handrail.figure.body import Body
from handrail.figure.frame import Frame, frames
from handrail.figure.skeleton import build
from handrail.units import Side

HOLD_WITHIN_CM = 2.0
STAND_WITHIN_CM = 0.1
STEADY_WITHIN_CM = 1.0
ROUNDING_DEG = 0.5


def faults(exercise: Exercise) -> tuple[str, ...]:
    """What is wrong with an exercise's figure, as sentences; none when all is well.

    Raises
    ------
    ContentError
        When the figure file cannot be read.
    """
    found: list[str] = []
    for number, frame in enumerate(frames(exercise), start=1):
        wrong = [*_missed(frame.person), *_overbent(frame.person), *_unsteady(frame)]
        if frame.helper:
            wrong += [f"helper: {fault}" for fault in (*_missed(frame.helper), *_overbent(frame.helper))]
        found += [f"{exercise.slug}, pose {number}: {fault}" for fault in wrong]
    return tuple(found)


def _missed(body: Body) -> Iterator[str]:
    for name, wanted in body.wanted.items():
        gap = (body.points[name] - wanted).length
        if gap > (STAND_WITHIN_CM if name.endswith("ankle") else HOLD_WITHIN_CM):
            yield f"{name} is {gap:.1f} cm from where it should be"


def _overbent(body: Body) -> Iterator[str]:
    for name, angle in body.angles.items():
        low, high = build().range[_joint(body, name)]
        if not low - ROUNDING_DEG <= angle <= high + ROUNDING_DEG:
            yield f"{name} is {angle:.0f} degrees, outside {low:.0f} to {high:.0f}"


def _joint(body: Body, name: str) -> str:
    """The name a joint's range has: without its side, and by whether the foot carries weight."""
    side, _, joint = name.partition("_")
    if side not in set(Side):
        return name
    return "ankle_up_standing" if joint == "ankle_up" and f"{side}_ankle" in body.wanted else joint


def _unsteady(frame: Frame) -> Iterator[str]:
    pose, body = frame.pose, frame.person
    standing = [f"{side}_ankle" for side in Side if pose.leg(side).on]
    if not standing or pose.rests_on or pose.kneels_on:
        return
    own = {f"{arm.removesuffix('_arm')}_" for arm in body.on_self}
    holding = [name for name in body.wanted if not name.endswith("ankle") and not name.startswith(tuple(own))]
    lean = overhang(body, [*standing, *holding])
    if lean > STEADY_WITHIN_CM:
        yield f"the weight is {lean:.1f} cm outside what carries it"
