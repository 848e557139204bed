"""The checker finds what is planted: each fault put into a sound plan by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from handrail.catalogue.words import Eyes
from handrail.person.model import DoseLimit, Person, Therapist
from handrail.person.words import Band, HelperNear, Place, Support
from handrail.planner.check import check_plan
from handrail.planner.model import Item, Plan
from handrail.planner.week import plan_week
from tests.planner.somebody import CATALOGUE, EVENING, KETTLE, WAKING, somebody

STEADY = somebody(mobility=Band.A, moments=(WAKING, KETTLE, EVENING))


def item(slug: str, **differs: Any) -> Item:
    exercise = CATALOGUE[slug]
    dose = exercise.dose_for(Band.A)
    plain = Item(
        exercise=slug,
        sets=int(dose.sets.low) if dose.sets else 1,
        reps=int(dose.reps.low) if dose.reps else None,
        hold_s=dose.hold_s.low if dose.hold_s else None,
        duration_s=dose.duration_s.low if dose.duration_s else None,
        side="each" if exercise.sides == "each" else None,
        support=exercise.support,
        helper=exercise.helper,
        eyes=exercise.eyes,
        surface=exercise.surface,
        minutes=1.0,
        reasons=(),
    )
    return replace(plain, **differs)


def with_items(plan: Plan, *items: Item, day: int = 0, moment: int = 1) -> Plan:
    """The plan with the items of one bout exchanged; the kettle of the first day unless said otherwise."""
    bouts = list(plan.days[day].bouts)
    bouts[moment] = replace(bouts[moment], items=items)
    days = list(plan.days)
    days[day] = replace(days[day], bouts=tuple(bouts))
    return replace(plan, days=tuple(days))


def faults(planted: Item, person: Person = STEADY, *, day: int = 0, moment: int = 1) -> str:
    plan = with_items(plan_week(person, CATALOGUE), planted, day=day, moment=moment)
    return " ".join(check_plan(plan, person, CATALOGUE))


def test_a_sound_plan_has_no_fault() -> None:
    assert check_plan(plan_week(STEADY, CATALOGUE), STEADY, CATALOGUE) == ()


@pytest.mark.parametrize(
    ("what", "planted", "who", "said"),
    [
        ("foam with closed eyes, alone", item("foam-stance-eyes-closed-together"), {},
         "eyes closed on foam without somebody at arm's reach"),
        ("closed eyes, alone", item("eyes-closed-stance-hip-wide"), {}, "without somebody in the home"),
        ("closed eyes for somebody who then falls", item("eyes-closed-stance-hip-wide"),
         {"today": {"helper": HelperNear.ARMS_REACH}}, "falls when the eyes close"),
        ("a ball at the bench", item("ball-sit-feet-apart"), {}, "a ball without a corner"),
        ("one leg without a hand after a fall", item("one-leg-stance-no-hands"),
         {"falls": {"past_12_months": 1}}, "narrow stance held too loosely"),
        ("standing with one hand after falls", item("mini-squat-one-hand"),
         {"falls": {"past_12_months": 2, "past_6_months": 2}}, "without both hands"),
        ("a plank for somebody who cannot get up", item("plank-knees"),
         {"screen": {"floor_transfer_alone": False}}, "gets up from the floor"),
        ("strength before a clinician's word", item("mini-squat-two-hands"),
         {"screen": {"heart_lung": True}}, "a clinician's word is missing"),
        ("standing on a hot day", item("mini-squat-two-hands"), {"today": {"hot": True}}, "too hot to stand"),
        ("standing with little energy", item("mini-squat-two-hands"), {"today": {"energy": 3}},
         "too little energy to stand"),
        ("anything with something new", item("mini-squat-two-hands"), {"today": {"new_symptom": True}},
         "a new symptom"),
        ("a place without a bed", item("bridge-up-and-down"), {}, "the place does not fit"),
        ("in a wheelchair", item("mini-squat-two-hands"), {"mobility": Band.E}, "band E does not stand"),
        ("mostly in bed", item("belly-breathing-lying"), {"mobility": Band.F}, "led by a therapist"),
        ("walking not told", item("mini-squat-two-hands"), {"mobility": None}, "band is not known"),
        ("a locked exercise", item("mini-squat-two-hands"),
         {"therapist": Therapist(locks=frozenset({"mini-squat-two-hands"}))}, "said no"),
        ("more than the therapist allows", item("mini-squat-two-hands", reps=8),
         {"therapist": Therapist(doses={"mini-squat-two-hands": DoseLimit(reps=5)})}, "more reps than the therapist"),
        ("more than the band allows", item("mini-squat-two-hands", reps=40), {}, "more reps than its band"),
        ("longer than the moment", item("mini-squat-two-hands", minutes=9.0), {}, "do not fit its minutes"),
        ("minutes that do not fit the dose", item("mini-squat-two-hands", minutes=0.1), {}, "minutes do not fit its dose"),
        ("held less than it asks for", item("mini-squat-two-hands", support=Support.NONE), {}, "held, or helped, less"),
        ("eyes closed where they are open", item("mini-squat-two-hands", eyes=Eyes.CLOSED), {}, "eyes or surface"),
        ("a helper nobody said is there", item("mini-squat-two-hands", helper=HelperNear.THERAPIST), {},
         "held, or helped, less"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found(what: str, planted: Item, who: dict[str, Any], said: str) -> None:
    person = somebody(**{"mobility": Band.A, "moments": (WAKING, KETTLE, EVENING)} | who)
    if "falls when the eyes close" in said:
        person = replace(person, balance=replace(person.balance, falls_when_eyes_close=True))
    assert said in faults(planted, person), what


def test_a_missing_day_is_found() -> None:
    plan = plan_week(STEADY, CATALOGUE)
    assert check_plan(replace(plan, days=plan.days[1:]), STEADY, CATALOGUE)


def test_a_moment_that_moved_is_found() -> None:
    moved = replace(STEADY, moments=(WAKING, replace(KETTLE, place=Place.OPEN_FLOOR), EVENING))
    assert "not the moment's" in " ".join(check_plan(plan_week(STEADY, CATALOGUE), moved, CATALOGUE))


def test_strength_on_two_days_in_a_row_is_found() -> None:
    plan = plan_week(STEADY, CATALOGUE)
    for day in (0, 1):
        plan = with_items(plan, item("mini-squat-two-hands"), day=day)
    assert "two days in a row" in " ".join(check_plan(plan, STEADY, CATALOGUE))


def test_the_same_thing_too_often_on_a_day_is_found() -> None:
    plan = with_items(plan_week(STEADY, CATALOGUE), *[item("mini-squat-two-hands")] * 2)
    assert "stands 2 times" in " ".join(check_plan(plan, STEADY, CATALOGUE))
