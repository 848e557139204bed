"""What a week holds, for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest

from handrail.catalogue.words import ON_FOOT, Eyes, Position, Purpose, Surface
from handrail.person.files import read_person
from handrail.person.model import DoseLimit, Person, Therapist, TherapistLimits
from handrail.person.words import Band, Goal, HelperNear, Place, Support, Weekday
from handrail.planner.check import check_plan
from handrail.planner.model import Bout, Plan, ReasonKind
from handrail.planner.week import plan_week
from handrail.safety.constants import SIGNS
from handrail.safety.model import Action
from tests.planner.somebody import (
    CATALOGUE,
    EVENING,
    KETTLE,
    WAKING,
    entry,
    items_of,
    slugs_of,
    somebody,
)

EXAMPLES = Path(__file__).parents[3] / "shared" / "data" / "persons"
FOAM_CLOSED = "foam-stance-eyes-closed-together"


def planned(**differs: Any) -> Plan:
    return plan_week(somebody(**differs), CATALOGUE)


def filled(plan: Plan) -> float:
    """The part of all moments' minutes that items and the changes between them take."""
    bouts = [bout for day in plan.days for bout in day.bouts]
    return sum(map(_minutes, bouts)) / sum(bout.minutes for bout in bouts)


def _minutes(bout: Bout) -> float:
    return sum(item.minutes for item in bout.items) + 0.25 * max(len(bout.items) - 1, 0)


# ---- the frame of a week


def test_a_week_is_seven_days_from_the_check_in_with_every_moment_of_each_day() -> None:
    plan = planned(moments=(WAKING, EVENING))
    first = plan.days[0].date
    assert [day.date for day in plan.days] == [first + timedelta(days=n) for n in range(7)]
    for day in plan.days:
        evening = day.date.weekday() in {1, 3, 5}
        assert [bout.moment for bout in day.bouts] == [WAKING.name, *([EVENING.name] if evening else [])]


def test_the_same_person_gets_the_same_plan() -> None:
    assert msgspec.json.encode(planned()) == msgspec.json.encode(planned())


def test_nobody_without_moments_is_left_without_a_word() -> None:
    plan = planned(moments=())
    assert len(plan.days) == 7
    assert not items_of(plan)
    assert "no-moments" in {advice.rule for advice in plan.advice}


@pytest.mark.parametrize("minutes", [1, 2, 3, 4, 6, 10, 20, 60])
def test_what_is_planned_fits_its_moment(minutes: int) -> None:
    plan = planned(mobility=Band.A, moments=(replace(KETTLE, minutes=minutes),))
    for day in plan.days:
        for bout in day.bouts:
            assert _minutes(bout) <= minutes


def test_a_three_minute_kettle_is_a_full_session() -> None:
    plan = planned(moments=(replace(KETTLE, minutes=3),))
    assert all(bout.items for day in plan.days for bout in day.bouts)


# ---- how much


def test_strength_rests_a_day_between_its_days() -> None:
    plan = planned(mobility=Band.A, moments=(WAKING, KETTLE, EVENING))
    days = [day.date for day in plan.days if _holds(day.bouts, {Purpose.STRENGTH, Purpose.CORE})]
    assert 2 <= len(days) <= 3
    assert all(later - earlier > timedelta(days=1) for earlier, later in pairwise(days))


def test_strength_done_yesterday_is_not_planned_today() -> None:
    done = entry("mini-squat-one-hand", 1)
    plan = planned(history=(done,))
    assert not _holds(plan.days[0].bouts, {Purpose.STRENGTH, Purpose.CORE})


def _holds(bouts: tuple[Bout, ...], purposes: set[Purpose]) -> bool:
    return any(CATALOGUE[item.exercise].purpose in purposes for bout in bouts for item in bout.items)


@pytest.mark.parametrize(("energy", "part"), [(10, 1.0), (7, 1.0), (5, 0.75), (3, 0.5), (0, 0.0)])
def test_less_energy_today_means_less_today(energy: int, part: float) -> None:
    plan = planned(today={"energy": energy})
    for bout in plan.days[0].bouts:
        assert _minutes(bout) <= part * bout.minutes
    assert all(bout.items for bout in plan.days[1].bouts)


def test_a_therapists_limits_are_obeyed() -> None:
    squat = "mini-squat-one-hand"
    limits = Therapist(
        doses={squat: DoseLimit(sets=1, reps=3, per_week=1)},
        limits=TherapistLimits(minutes_per_day=5, support_at_least=Support.TWO_HANDS),
    )
    plan = planned(therapist=limits, repertoire=(squat,))
    squats = [item for item in items_of(plan) if item.exercise == squat]
    assert len(squats) <= 1
    assert all((item.sets, item.reps) <= (1, 3) for item in squats)
    assert all(sum(map(_minutes, day.bouts)) <= 5 for day in plan.days)
    on_foot = [item for item in items_of(plan) if CATALOGUE[item.exercise].position in ON_FOOT]
    assert all(item.support >= Support.TWO_HANDS for item in on_foot)


def test_with_a_stick_a_session_brings_one_new_exercise_at_most() -> None:
    known: set[str] = set()
    for day in planned(mobility=Band.C).days:
        for bout in day.bouts:
            slugs = {item.exercise for item in bout.items}
            assert len(slugs - known) <= 1
            known |= slugs


# ---- what


def test_what_the_person_kept_is_planned_before_anything_else() -> None:
    plan = planned(goals=(Goal.CORE,), repertoire=("heel-raise-two-hands",))
    kept = [item for item in items_of(plan) if item.exercise == "heel-raise-two-hands"]
    assert kept
    assert kept[0].reasons[0].kind is ReasonKind.KEPT


def test_every_item_says_why_it_is_there() -> None:
    for item in items_of(planned(mobility=Band.A, moments=(WAKING, KETTLE, EVENING))):
        assert item.reasons
        assert all(reason.text for reason in item.reasons)


def test_nothing_refused_is_planned() -> None:
    liked = slugs_of(planned())
    plan = planned(avoid=frozenset(liked))
    assert slugs_of(plan).isdisjoint(liked)
    assert {left.rule for left in plan.left_out if left.exercise in liked} <= {"avoid"}


def test_a_warm_body_comes_before_balance_and_balance_before_strength_and_stretch_last() -> None:
    order = [Purpose.MOBILITY, Purpose.BALANCE, Purpose.STRENGTH, Purpose.STRETCH, Purpose.BREATHING]
    for day in planned(mobility=Band.A, moments=(replace(KETTLE, minutes=30),)).days:
        purposes = [CATALOGUE[item.exercise].purpose for bout in day.bouts for item in bout.items]
        ranks = [order.index(purpose) for purpose in purposes if purpose in order]
        assert ranks == sorted(ranks)


def test_a_helper_only_today_opens_only_today() -> None:
    blind = replace(KETTLE, place=Place.CORNER, minutes=15)
    plan = planned(mobility=Band.A, moments=(blind,), today={"helper": HelperNear.IN_HOME})
    closed = [[i for b in day.bouts for i in b.items if i.eyes is Eyes.CLOSED] for day in plan.days]
    assert closed[0]
    assert not any(closed[1:])


def test_an_item_names_the_helper_it_needs_and_nobody_when_nobody_must_be_there() -> None:
    plan = planned(mobility=Band.A, moments=(EVENING,))
    needed = {item.exercise: item.helper for item in items_of(plan)}
    assert needed["eyes-closed-stance-hip-wide"] is HelperNear.IN_HOME
    assert HelperNear.NONE in needed.values()


# ---- what is left out


def test_a_foam_stance_with_closed_eyes_names_the_missing_helper_and_what_stands_in() -> None:
    left = {one.exercise: one for one in planned(repertoire=(FOAM_CLOSED,)).left_out}[FOAM_CLOSED]
    assert left.rule == "foam-eyes-closed-helper"
    assert "somebody standing at arm's reach" in left.text
    assert left.instead is not None
    assert CATALOGUE[left.instead].surface is Surface.FIRM
    assert CATALOGUE[left.instead].eyes is Eyes.OPEN


def test_everything_kept_is_either_planned_or_left_out_with_a_reason() -> None:
    kept = tuple(CATALOGUE.exercises)[::9]
    plan = planned(repertoire=kept)
    left = {one.exercise for one in plan.left_out}
    assert set(kept) == (set(kept) & slugs_of(plan)) | (set(kept) & left)
    assert left.isdisjoint(slugs_of(plan))
    assert all(one.text for one in plan.left_out)


def test_the_two_rungs_above_the_planned_one_of_a_goals_ladder_are_explained() -> None:
    plan = planned(goals=(Goal.STEADIER_STANDING,))
    rungs = CATALOGUE.ladders["steady-stance"].rungs
    highest = max(at for at, slug in enumerate(rungs) if slug in slugs_of(plan))
    left = {one.exercise for one in plan.left_out}
    assert set(rungs[highest + 1 : highest + 3]) <= left


@pytest.mark.parametrize(
    ("what", "exercise", "differs", "rule"),
    [
        ("refused by the person", "heel-raise-two-hands", {"avoid": frozenset({"heel-raise-two-hands"})}, "avoid"),
        ("locked by the therapist", "heel-raise-two-hands",
         {"therapist": Therapist(locks=frozenset({"heel-raise-two-hands"}))}, "locked"),
        ("a limit of nothing", "heel-raise-two-hands",
         {"therapist": Therapist(doses={"heel-raise-two-hands": DoseLimit(sets=0)})}, "locked"),
        ("a rung not reached yet", "bridge-march", {}, "waiting_its_turn"),
        ("no bench", "heel-raise-two-hands", {"moments": (WAKING,)}, "place"),
    ],
)  # fmt: skip
def test_why_something_is_left_out(what: str, exercise: str, differs: dict[str, Any], rule: str) -> None:
    plan = planned(repertoire=(exercise,), **differs)
    assert {one.exercise: one.rule for one in plan.left_out}[exercise] == rule, what


# ---- the days that come first


def test_something_new_leaves_the_whole_week_empty_and_sends_to_a_clinician() -> None:
    plan = planned(today={"new_symptom": True})
    assert not items_of(plan)
    assert plan.advice[0].action is Action.CLINICIAN


def test_feeling_ill_leaves_today_empty_and_tomorrow_planned() -> None:
    plan = planned(today={"feeling_ill": True})
    assert not any(bout.items for bout in plan.days[0].bouts)
    assert any(bout.items for bout in plan.days[1].bouts)
    assert Action.REST in {advice.action for advice in plan.advice}


def test_a_fall_since_last_time_means_both_hands_all_week() -> None:
    plan = planned(mobility=Band.A, today={"falls_since_last": 1})
    on_foot = [item for item in items_of(plan) if CATALOGUE[item.exercise].position in ON_FOOT]
    assert on_foot
    assert {item.support for item in on_foot} == {Support.TWO_HANDS}


def test_a_gap_of_a_week_starts_lower_and_shorter() -> None:
    recent = planned(history=(entry("mini-squat-one-hand", 3),))
    rusty = planned(history=(entry("mini-squat-one-hand", 9),))
    assert sum(item.minutes for item in items_of(rusty)) < sum(item.minutes for item in items_of(recent))
    assert "mini-squat-one-hand" not in slugs_of(rusty)


# ---- the example persons


def example(name: str) -> tuple[Person, Plan]:
    path = EXAMPLES / f"{name}.json"
    somebody = read_person(path.read_bytes(), CATALOGUE.exercises, SIGNS, path.name)
    plan = plan_week(somebody, CATALOGUE)
    assert check_plan(plan, somebody, CATALOGUE) == ()
    return somebody, plan


needs_examples = pytest.mark.skipif(
    not EXAMPLES.exists(), reason="the example persons lie beside the repository and are not here"
)


@needs_examples
@pytest.mark.needs_shared
class TestExamplePersons:
    def test_nothing_answered(self) -> None:
        _, plan = example("nothing_answered")
        assert len(plan.days) == 7
        assert not items_of(plan)
        assert Action.ANSWER in {advice.action for advice in plan.advice}

    def test_kettle_alone(self) -> None:
        _, plan = example("kettle_alone")
        assert items_of(plan)
        for item in items_of(plan):
            assert item.surface is not Surface.FOAM
            assert not (item.eyes is Eyes.CLOSED and CATALOGUE[item.exercise].position in ON_FOOT)

    def test_helper_evenings(self) -> None:
        _, plan = example("helper_evenings")
        helped = {(day.date.weekday(), bout.moment) for day, bout, item in _all(plan) if item.helper.rank}
        assert {weekday for weekday, _ in helped} <= {1, 3, 5}
        assert {moment for _, moment in helped} <= {"after supper"}

    def test_chair_user(self) -> None:
        _, plan = example("chair_user")
        assert items_of(plan)
        down = (Position.SITTING, Position.LONG_SITTING)
        for item in items_of(plan):
            position = CATALOGUE[item.exercise].position
            assert position in down or position.value.startswith("lying")

    def test_stick_and_two_falls(self) -> None:
        _, plan = example("stick_and_two_falls")
        on_foot = [item for item in items_of(plan) if CATALOGUE[item.exercise].position in ON_FOOT]
        assert on_foot
        assert {item.support for item in on_foot} == {Support.TWO_HANDS}
        assert Surface.FLOOR_MAT not in {item.surface for item in items_of(plan)}

    def test_after_a_flare(self) -> None:
        _, plan = example("after_a_flare")
        assert items_of(plan)
        assert Action.CLINICIAN in {advice.action for advice in plan.advice}
        for item in items_of(plan):
            exercise = CATALOGUE[item.exercise]
            assert exercise.purpose is not Purpose.AEROBIC
            assert exercise.rung == 1

    def test_proactive_and_mild(self) -> None:
        somebody, plan = example("proactive_and_mild")
        assert filled(plan) >= 0.8
        balance = {day.date for day, _, item in _all(plan) if _is_balance(item.exercise)}
        assert len(balance) >= 4
        assert any(_challenges(item.exercise, somebody) for item in items_of(plan))


def _all(plan: Plan) -> list[tuple[Any, Bout, Any]]:
    return [(day, bout, item) for day in plan.days for bout in day.bouts for item in bout.items]


def _is_balance(slug: str) -> bool:
    return CATALOGUE[slug].purpose in {Purpose.BALANCE, Purpose.GAIT}


def _challenges(slug: str, somebody: Person) -> bool:
    ladder = CATALOGUE.ladder_of(CATALOGUE[slug])
    return CATALOGUE[slug].rung > len(ladder.rungs) / 2 and somebody.mobility is Band.A


def test_the_weekday_of_a_date_is_the_moments_weekday() -> None:
    monday_only = replace(KETTLE, days=(Weekday.MON,))
    plan = planned(moments=(monday_only,))
    assert [day.date for day in plan.days if day.bouts] == [date(2026, 11, 23)]
