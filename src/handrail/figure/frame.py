"""One key pose of an exercise on its stage: who and what is there, solved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from handrail.catalogue.model import Exercise
from handrail.figure.body import Body
from handrail.figure.files import as_value, figure_of, shared_table
from handrail.figure.model import Figure, Placed, Pose, Standby
from handrail.figure.props import Anchor, anchors
from handrail.figure.solve import solve
from handrail.figure.stage import Stage, fit, set_stage
from handrail.figure.vector import Vec, yaw
from handrail.person.words import HelperNear

HELPER_CHAIR = "chair"


@dataclass(frozen=True, slots=True)
class Frame:
    """A solved key pose.

    Attributes
    ----------
    pose
        What the exercise made of the file's pose.
    stage
        What stands there in every pose; what only this pose has is in ``pose.prop``.
    anchors
        Every place there is to touch.
    helper, helper_props
        Who stands by, and what they sit on.
    """

    pose: Pose
    person: Body
    stage: Stage
    anchors: Mapping[str, Anchor]
    helper: Body | None = None
    helper_props: tuple[Placed, ...] = ()

    def point(self, name: str) -> Vec:
        """A landmark of the person, or a place on the stage."""
        return self.person.points[name] if name in self.person.points else self.anchors[name].at


def frames(exercise: Exercise) -> tuple[Frame, ...]:
    """Every key pose of an exercise, solved.

    Raises
    ------
    ContentError
        When its figure file cannot be read.
    """
    figure = figure_of(exercise.slug, exercise.movement)
    return tuple(_frame(pose, figure, exercise) for pose in figure.pose)


def _frame(file_pose: Pose, figure: Figure, exercise: Exercise) -> Frame:
    stage = set_stage(figure, exercise)
    pose = fit(file_pose, figure, exercise)
    within_reach = stage.anchors(pose.prop)
    person = solve(pose, within_reach)
    if exercise.helper < HelperNear.ARMS_REACH:
        return Frame(pose, person, stage, within_reach)
    helper, seat = _helper(pose.helper or figure.helper, pose, person)
    return Frame(pose, person, stage, within_reach, helper, seat)


@cache
def _helper_poses() -> Mapping[str, Pose]:
    return {
        name: as_value(table, Pose, f"helpers.toml, {name}")
        for name, table in shared_table("helpers").items()
    }


def _helper(standby: Standby, pose: Pose, person: Body) -> tuple[Body, tuple[Placed, ...]]:
    """Solve the helper where they face forward at the origin, then take them to their place."""
    turn, at = yaw(standby.facing), Vec(standby.at[0] + pose.hips[0], standby.at[1] + pose.hips[1], 0.0)
    own = _helper_poses()[standby.pose]
    seat = (Placed(name=HELPER_CHAIR),) if own.rests_on else ()
    near = {f"person_{name}": Anchor(turn.undo(point - at)) for name, point in person.points.items()}
    placed = tuple(Placed(name=prop.name, at=(at.x, at.y), turn=standby.facing) for prop in seat)
    return solve(own, anchors(seat) | near).moved(turn, at), placed
