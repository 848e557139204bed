"""The two readings of a history, the planner's and the checker's, over long logs of months."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from handrail.person.model import Entry, Person
from handrail.person.words import Band, Done, NextMorning, Weekday
from handrail.planner.check import check_plan
from handrail.planner.check_rungs import open_rung
from handrail.planner.progression import rung_for
from handrail.planner.week import plan_week
from tests.generative.size import tries
from tests.planner.plantings import MOMENTS, steady
from tests.planner.somebody import CATALOGUE, entry
from tests.safety.people import TODAY

LADDERS = ("squat", "steady-stance", "calf-stretch", "march")
TROUBLES: list[dict[str, Any]] = [
    {"effort": 9},
    {"done": Done.PART},
    {"done": Done.NONE},
    {"done": Done.NONE, "near_fall": True},
    {"touches": 2},
    {"next_morning": NextMorning.WORSE},
    {"next_morning": None},
    {"fall": True},
]
AMOUNTS: list[dict[str, Any]] = [{}, {"sets": 20, "hold_s": 60}, {"sets": 0}, {"side": "left"}]


@st.composite
def logs(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Some months on a few ladders, mostly good, climbing a little at a time, with days away."""
    days_ago, entries = draw(st.integers(20, 120)), []
    while days_ago >= 0:
        for ladder in draw(st.lists(st.sampled_from(LADDERS), min_size=1, max_size=3, unique=True)):
            slug = draw(st.sampled_from(CATALOGUE.ladders[ladder].rungs[:8]))
            differs = draw(st.sampled_from([{}, {}, {}, *TROUBLES]))
            entries.append(
                entry(slug, days_ago, **{"hold_s": 30, **draw(st.sampled_from(AMOUNTS)), **differs})
            )
        days_ago -= draw(st.sampled_from([1, 1, 2, 2, 2, 3, 4, 7, 9, 14, 16]))
    return tuple(entries)


@st.composite
def practised(draw: st.DrawFn) -> Person:
    flared, anew = (draw(st.sampled_from([False, False, False, True])) for _ in range(2))
    moments = tuple(
        replace(moment, minutes=draw(st.integers(2, 40)))
        for moment in MOMENTS[: draw(st.integers(1, len(MOMENTS)))]
    )
    return steady(
        mobility=draw(st.sampled_from([Band.A, Band.B, Band.C, Band.D, Band.E])),
        moments=moments,
        history=draw(logs()),
        restarted=TODAY - timedelta(days=draw(st.integers(-3, 100))) if anew else None,
        screen={"relapse_or_steroids_3_months": flared, "cleared_by_clinician": flared},
        today={"date": TODAY + timedelta(days=draw(st.integers(0, len(Weekday) - 1)))},
    )


@tries(200, 4000)
@given(practised())
def test_no_week_after_months_of_practice_breaks_a_rule_in_the_checkers_eyes(person: Person) -> None:
    assert check_plan(plan_week(person, CATALOGUE), person, CATALOGUE) == ()


@tries(400, 8000)
@given(practised())
def test_the_checker_never_calls_a_rung_closed_that_the_planner_opened(person: Person) -> None:
    for ladder in CATALOGUE.ladders.values():
        planned = rung_for(person, ladder, CATALOGUE).index + 1
        assert planned <= open_rung(ladder.slug, person, CATALOGUE), ladder.slug


def test_a_week_as_long_as_before_a_restart_is_called_too_long_after_it() -> None:
    before = steady(history=(entry("mini-squat-two-hands", 6),))
    plan = plan_week(before, CATALOGUE)
    assert check_plan(plan, before, CATALOGUE) == ()
    faults = " ".join(check_plan(plan, replace(before, restarted=TODAY), CATALOGUE))
    assert "the day is not shorter though a week or more went by with nothing done" in faults
