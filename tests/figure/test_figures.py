"""Every drawing is of a body that could do the exercise."""

import math

import pytest

from handrail.catalogue.loader import content_root, load_catalogue, read_table
from handrail.catalogue.model import Exercise
from handrail.figure.check import faults
from handrail.figure.files import figure_of, has_figure
from handrail.figure.frame import Frame, frames
from handrail.figure.model import Touch
from handrail.figure.skeleton import build
from handrail.person.words import HANDS, HelperNear, Support
from handrail.units import Side

CATALOGUE = load_catalogue()
FILES = {
    path.name.removesuffix(".toml"): read_table(path)
    for path in (content_root() / "figures").iterdir()
    if path.name.endswith(".toml")
}
DRAWN = [exercise for exercise in CATALOGUE if has_figure(exercise)]
every_drawing = pytest.mark.parametrize("exercise", DRAWN, ids=lambda exercise: exercise.slug)

BONES = {
    "thigh": ("hip", "knee"),
    "shank": ("knee", "ankle"),
    "upper_arm": ("shoulder", "elbow"),
    "forearm": ("elbow", "wrist"),
    "hand": ("wrist", "fingertip"),
}
SUNK_CM = 0.6


def bodies(frame: Frame) -> list[tuple[str, dict[str, tuple[float, float, float]]]]:
    people = {"person": frame.person} | ({"helper": frame.helper} if frame.helper else {})
    return [
        (who, {name: (at.x, at.y, at.z) for name, at in body.points.items()}) for who, body in people.items()
    ]


def test_every_figure_file_belongs_to_a_movement() -> None:
    assert set(FILES) <= set(CATALOGUE.movements)


def test_every_rung_in_a_figure_file_is_a_rung_of_the_movement() -> None:
    for movement, table in FILES.items():
        drawn = {f"{movement}-{rung}" for rung in table.get("rung", {})}
        assert drawn <= {exercise.slug for exercise in CATALOGUE.movements[movement]}, movement


@every_drawing
def test_hands_hold_feet_stand_joints_stay_in_range_and_weight_is_carried(exercise: Exercise) -> None:
    assert faults(exercise) == ()


@every_drawing
def test_bones_keep_their_length(exercise: Exercise) -> None:
    for frame in frames(exercise):
        for who, at in bodies(frame):
            for bone, (near, far) in BONES.items():
                for side in Side:
                    length = math.dist(at[f"{side}_{near}"], at[f"{side}_{far}"])
                    assert length == pytest.approx(build().length(bone), abs=0.01), (who, side, bone)


@every_drawing
def test_nothing_sinks_into_the_floor(exercise: Exercise) -> None:
    for frame in frames(exercise):
        for who, at in bodies(frame):
            lowest = min(at, key=lambda name: at[name][2])
            assert at[lowest][2] > -SUNK_CM, (who, lowest)


@every_drawing
def test_a_foot_that_stands_has_heel_or_ball_on_its_ground(exercise: Exercise) -> None:
    for frame in frames(exercise):
        for side in Side:
            leg = frame.pose.leg(side)
            if leg.on:
                ground = frame.anchors[leg.on].at.z
                sole = [frame.person.points[f"{side}_{part}"].z for part in ("heel", "ball")]
                assert min(sole) == pytest.approx(ground, abs=0.2), side


@every_drawing
def test_somebody_who_sits_or_lies_is_on_the_seat_or_bed(exercise: Exercise) -> None:
    for frame in frames(exercise):
        if frame.pose.rests_on and frame.pose.hips_height is None:
            rest = frame.anchors[frame.pose.rests_on].at.z
            lower = min(frame.person.points[f"{side}_hip"].z for side in Side)
            assert min(lower, frame.person.points["pelvis"].z) - build().flesh["hip"] == pytest.approx(rest)


@every_drawing
def test_as_many_hands_hold_on_as_the_exercise_asks_for(exercise: Exercise) -> None:
    least = {Support.TWO_HANDS: 2, Support.ONE_HAND: 1, Support.FINGERTIPS: 1}.get(exercise.support, 0)
    for frame in frames(exercise)[:1]:
        held = [
            side for side in Side if frame.pose.arm(side).on and f"{side}_arm" not in frame.person.on_self
        ]
        assert len(held) >= least
        if exercise.support is Support.FINGERTIPS:
            assert all(frame.pose.arm(side).touch is Touch.FINGERTIPS for side in held)
        if exercise.support is Support.NONE:
            assert not held
    assert exercise.support in HANDS or least == 0


@every_drawing
def test_a_helper_is_drawn_when_one_must_be_within_reach(exercise: Exercise) -> None:
    near = exercise.helper >= HelperNear.ARMS_REACH
    assert all((frame.helper is not None) == near for frame in frames(exercise))


@every_drawing
def test_every_pose_says_what_it_shows(exercise: Exercise) -> None:
    says = [pose.says for pose in figure_of(exercise.slug, exercise.movement).pose]
    assert all(sentence.endswith(".") for sentence in says)
    assert len(set(says)) == len(says)
