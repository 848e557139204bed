from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handrail.catalogue.loader import load_catalogue
from handrail.person.words import Band
from handrail.planner.dose import Amount, minutes_of
from handrail.session.model import StepKind
from handrail.session.script import script_of
from handrail.units import SECONDS_PER_MINUTE, Side
from tests.session.bouts import item

NO_SIDE = (None,)
RIGHT_FIRST = (Side.RIGHT, Side.LEFT)
BEFORE = {StepKind.GET_UP, StepKind.CHANGE_PLACE, StepKind.SET_UP, StepKind.READY}
SQUAT = "mini-squat-two-hands"


def told(sides: tuple[Side | None, ...] = NO_SIDE, **dose: Any) -> list[str]:
    """A script as one line a step: what, how long, and which side."""
    script = script_of(item(SQUAT, **dose), sides, rep_s=4, rest_s=60)
    return [" ".join(filter(None, [step.kind, f"{step.seconds:g}", step.side])) for step in script[3:]]


@pytest.mark.parametrize(
    ("dose", "lines"),
    [
        pytest.param({"reps": 10}, ["ready 5", "work 40"], id="repetitions"),
        pytest.param({"reps": 10, "hold_s": 2}, ["ready 5", "work 60"], id="short holds"),
        pytest.param(
            {"reps": 2, "hold_s": 30},
            ["ready 5", "work 30", "ease_off 4", "work 30"],
            id="long holds have a countdown each",
        ),
        pytest.param({"reps": None, "duration_s": 90}, ["ready 5", "work 90"], id="a duration"),
        pytest.param({"reps": None, "hold_s": 20}, ["ready 5", "work 24"], id="one hold"),
        pytest.param({"reps": 10, "sets": 2}, ["ready 5", "work 40", "rest 60", "work 40"], id="two sets"),
    ],
)
def test_a_dose_becomes_steps(dose: dict[str, Any], lines: list[str]) -> None:
    assert told(**dose) == lines


def test_sides_take_turns_within_a_set() -> None:
    assert told(RIGHT_FIRST, reps=5, sets=2) == [
        "ready 5 right",
        "work 20 right",
        "change_side 10 left",
        "work 20 left",
        "rest 60 right",
        "work 20 right",
        "change_side 10 left",
        "work 20 left",
    ]


def test_what_comes_before_the_work() -> None:
    before = ["get_up", "change_place", "set_up", "ready"]
    assert [step.kind for step in script_of(item(SQUAT), NO_SIDE, rep_s=4, rest_s=0)][:-1] == before
    thirsty = script_of(item(SQUAT), NO_SIDE, rep_s=4, rest_s=0, water=True)
    assert [step.kind for step in thirsty][:-1] == ["get_up", "change_place", "water", "set_up", "ready"]


def test_counted_work_says_how_many_and_how_fast() -> None:
    work = script_of(item(SQUAT, reps=10, hold_s=2), NO_SIDE, rep_s=4, rest_s=0)[-1]
    assert (work.reps, work.rep_s) == (10, 6)


def test_sets_without_a_rest_of_their_own_still_leave_time_to_get_ready() -> None:
    script = script_of(item(SQUAT, sets=2), NO_SIDE, rep_s=4, rest_s=0)
    assert [step.seconds for step in script if step.kind is StepKind.REST] == [5]


@given(
    sets=st.integers(1, 3),
    reps=st.none() | st.integers(1, 15),
    hold_s=st.none() | st.integers(1, 60),
    slug=st.sampled_from([SQUAT, "straight-leg-raise-other-knee-bent"]),
)
def test_a_session_takes_no_longer_than_its_plan_says(
    sets: int, reps: int | None, hold_s: int | None, slug: str
) -> None:
    exercise = load_catalogue()[slug]
    amount = Amount(sets=sets, reps=reps, hold_s=hold_s, duration_s=None if reps or hold_s else 60)
    rest = exercise.dose_for(Band.B).rest_s
    script = script_of(
        item(slug, sets=sets, reps=reps, hold_s=hold_s, duration_s=amount.duration_s),
        NO_SIDE if slug == SQUAT else RIGHT_FIRST,
        rep_s=exercise.rep_s,
        rest_s=rest.low if rest else 0,
    )
    planned_s = minutes_of(amount, exercise, Band.B) * SECONDS_PER_MINUTE
    assert sum(step.seconds for step in script if step.kind not in BEFORE) <= planned_s + 1e-6
