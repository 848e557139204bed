"""What an exercise's words put on the stage, and what they ask of a pose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import Surface
from handrail.figure.files import shared_table
from handrail.figure.model import Arm, Figure, Leg, Placed, Pose, Spot, Touch
from handrail.figure.props import Anchor, anchors
from handrail.person.words import HANDS, Place, Support
from handrail.units import Side

POINTS = {"support": "hold", "seat": "seat", "bed": "top", "ground": "top"}
CORNER = Placed(name="corner", at=(-42.0, 0.0))


@dataclass(frozen=True, slots=True)
class Stage:
    """The props that stand there through all poses, and which of them plays which role."""

    props: tuple[Placed, ...]
    roles: Mapping[str, str]

    def anchors(self, extra: Iterable[Placed] = ()) -> dict[str, Anchor]:
        """Every point to touch, also under the names of the roles."""
        found = anchors((*self.props, *extra))
        found["ground"] = found["floor"]
        return found | {role: found[f"{name}_{POINTS[role]}"] for role, name in self.roles.items()}


@cache
def words() -> Mapping[str, Any]:
    """The table that turns an exercise's words into props and stances."""
    return shared_table("stage")


def set_stage(figure: Figure, exercise: Exercise) -> Stage:
    """Put on the stage what the figure and the exercise name."""
    spots = {"support": figure.support, "seat": figure.seat, "bed": figure.bed, "ground": figure.ground}
    roles = {role: name for role, name in _roles(exercise).items() if spots[role] is not None}
    placed = tuple(_place(name, spots[role]) for role, name in roles.items())
    corner = (CORNER,) if exercise.places[0] is Place.CORNER else ()
    return Stage((*corner, *figure.prop, *placed), roles)


def _place(name: str, at: Spot | None) -> Placed:
    where = at or Spot()
    return Placed(name=name, at=where.at, turn=where.turn)


def _roles(exercise: Exercise) -> dict[str, str]:
    named = [exercise.surface.value, *(place.value for place in exercise.places)]
    roles = {
        role: next((words()[role][word] for word in named if word in words()[role]), None) for role in POINTS
    }
    if exercise.support in {Support.SEATED, Support.LYING}:
        roles["support"] = None
    if exercise.surface is Surface.STEP:
        roles["ground"] = next((step for step in exercise.equipment if step.startswith("step_")), None)
    return {role: name for role, name in roles.items() if name is not None}


def fit(pose: Pose, figure: Figure, exercise: Exercise) -> Pose:
    """The pose as this exercise asks for it: its stance, and its hands on the support."""
    return replace(
        pose,
        left_leg=_stand(pose.left_leg, Side.LEFT, exercise),
        right_leg=_stand(pose.right_leg, Side.RIGHT, exercise),
        left_arm=_hold(pose.left_arm, Side.LEFT, figure, exercise),
        right_arm=_hold(pose.right_arm, Side.RIGHT, figure, exercise),
    )


def _stand(leg: Leg, side: Side, exercise: Exercise) -> Leg:
    if leg.on is None or leg.at is not None:
        return leg
    stances = words()["stance"]
    stance = stances.get(exercise.stance.value, stances["hip_wide"])
    return replace(leg, at=tuple(stance[side.value]), turn_out=leg.turn_out or stance.get("turn_out", 0.0))


def _hold(arm: Arm, side: Side, figure: Figure, exercise: Exercise) -> Arm:
    if arm.on != "support":
        return arm
    if exercise.support not in HANDS or (
        exercise.support is not Support.TWO_HANDS and side is not figure.one_hand
    ):
        return Arm()
    return replace(arm, touch=Touch.FINGERTIPS) if exercise.support is Support.FINGERTIPS else arm
