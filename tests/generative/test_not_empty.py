"""Plans are not safe by being empty: who may move gets a full week, and an empty day has its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handrail.person.model import Home, Moment, Person, TherapistLimits
from handrail.person.words import Band, HelperNear, Place, Weekday
from handrail.planner import constants as c
from handrail.planner.constants import Family
from handrail.planner.model import Bout, Day, Item
from handrail.planner.week import plan_week
from handrail.safety.demand import demand
from handrail.safety.model import Action
from tests.generative.size import tries
from tests.generative.whole_persons import CATALOGUE, CELLS, slugs, things, whole_persons
from tests.safety.people import FIT

CHANGEOVER_MINUTES = c.CHANGEOVER_S / 60
EVERY_DAY = tuple(Weekday)


# ---- the mild: bands A and B, GREEN or AMBER, a good day, nothing in the readiness screen


@st.composite
def mild_persons(draw: st.DrawFn) -> Person:
    falls: list[dict[str, Any]] = [
        {},
        {"past_12_months": 1},
        {"near_falls_past_month": 2},
        {"fear_limits_activity": True},
    ]
    places = draw(st.permutations([Place.KITCHEN_BENCH, Place.BED, Place.CORNER]))
    return replace(
        FIT,
        mobility=draw(st.sampled_from([Band.A, Band.B])),
        falls=replace(FIT.falls, **draw(st.sampled_from(falls))),
        today=replace(FIT.today, energy=draw(st.integers(7, 10)), pain=draw(st.integers(0, 3))),
        goals=draw(st.lists(st.sampled_from(list(CATALOGUE.goals)), max_size=4, unique=True).map(tuple)),
        home=Home(equipment=draw(things())),
        moments=tuple(
            Moment(
                name=place.value,
                place=place,
                days=EVERY_DAY,
                minutes=draw(st.integers(2, 8)),
                helper=draw(st.sampled_from(HelperNear)),
            )
            for place in places
        ),
        repertoire=tuple(draw(slugs(4))),
        avoid=draw(slugs(3)),
        likes=draw(slugs(3)),
    )


@tries(300, 3000)
@given(mild_persons())
def test_who_walks_well_gets_full_moments_balance_on_most_days_and_a_challenge(person: Person) -> None:
    plan = plan_week(person, CATALOGUE)
    bouts = [bout for day in plan.days for bout in day.bouts]
    assert sum(map(minutes_of, bouts)) >= 0.8 * sum(bout.minutes for bout in bouts)
    assert sum(map(holds_balance, plan.days)) >= 5
    assert any(challenges(item, person) for item in items_of(plan.days))


def minutes_of(bout: Bout) -> float:
    return sum(item.minutes for item in bout.items) + CHANGEOVER_MINUTES * max(len(bout.items) - 1, 0)


def holds_balance(day: Day) -> bool:
    purposes = {CATALOGUE[item.exercise].purpose for item in items_of([day])}
    return any(c.FAMILY_OF[purpose] is Family.BALANCE for purpose in purposes)


def challenges(item: Item, person: Person) -> bool:
    exercise = replace(CATALOGUE[item.exercise], support=item.support)
    return exercise.rung > 1 or demand(exercise, vision_trouble=person.screen.vision_or_vertigo) >= 3


def items_of(days: Iterable[Day]) -> list[Item]:
    return [item for day in days for bout in day.bouts for item in bout.items]


# ---- everybody who has a bed and a chair


BED_AND_CHAIR = tuple(
    Moment(name=place.value, place=place, days=EVERY_DAY, minutes=10) for place in (Place.BED, Place.CHAIR)
)
MAY_MOVE = [cell for cell in CELLS if cell.band not in {Band.F, None}]
EMPTIES: dict[str, tuple[str, Action, dict[str, dict[str, Any]]]] = {
    "chest pain not looked into": ("stop-chest-pain", Action.CLINICIAN, {"screen": {"chest_pain": True}}),
    "something new": ("new-symptom", Action.CLINICIAN, {"today": {"new_symptom": True}}),
    "feeling ill": ("feeling-ill", Action.REST, {"today": {"feeling_ill": True}}),
    "no energy": ("rest-energy", Action.REST, {"today": {"energy": 0}}),
    "mostly in bed": ("band-f", Action.CLINICIAN, {"": {"mobility": Band.F}}),
    "walking not told": ("band-unknown", Action.ANSWER, {"": {"mobility": None, "unanswered": {"mobility"}}}),
}


def with_bed_and_chair(person: Person) -> Person:
    """The same person with time at the bed and the chair, and with nothing that leaves a day empty."""
    return replace(
        person,
        moments=BED_AND_CHAIR,
        screen=replace(
            person.screen, chest_pain=False, supervised_only=False, needs_help_with_instructions=False
        ),
        today=replace(
            person.today, new_symptom=False, feeling_ill=False, energy=max(person.today.energy, 1), signs=()
        ),
        therapist=replace(person.therapist, limits=TherapistLimits()),
        screened=person.today.date,
        unanswered=frozenset(),
    )


somebody_who_may_move = st.sampled_from(MAY_MOVE).flatmap(whole_persons).map(with_bed_and_chair)


@tries(300, 3000)
@given(somebody_who_may_move)
def test_whoever_has_a_bed_and_a_chair_and_no_reason_to_rest_has_something_to_do_each_day(
    person: Person,
) -> None:
    assert all(items_of([day]) for day in plan_week(person, CATALOGUE).days)


@pytest.mark.parametrize("what", EMPTIES)
def test_a_reason_to_rest_empties_the_day_and_the_advice_says_so(what: str) -> None:
    rule, action, differs = EMPTIES[what]

    @tries(15, 200)
    @given(somebody_who_may_move)
    def says_so(person: Person) -> None:
        resting = replace(person, **differs.get("", {}))
        for part in set(differs) - {""}:
            resting = replace(resting, **{part: replace(getattr(resting, part), **differs[part])})
        plan = plan_week(resting, CATALOGUE)
        assert not items_of(plan.days[:1])
        assert (rule, action) in {(advice.rule, advice.action) for advice in plan.advice}

    says_so()
