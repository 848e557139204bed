"""Any person, any check-in: no plan breaks a rule in the checker's eyes."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handrail.catalogue.loader import load_catalogue
from handrail.person.model import Entry, Home, Moment, Person, Therapist, TherapistLimits
from handrail.person.words import (
    Band,
    Done,
    Equipment,
    Goal,
    HelperNear,
    NextMorning,
    Place,
    Support,
    Weekday,
)
from handrail.planner.adapt import make_mine
from handrail.planner.check import check_plan
from handrail.planner.week import plan_week
from handrail.reader.model import Card
from tests.safety.people import FIT, TODAY
from tests.safety.strategies import persons, screens

CATALOGUE = load_catalogue()
SLUGS = sorted(CATALOGUE.exercises)
BANDS = (Band.A, Band.B, Band.C, Band.D, Band.E)
T = TypeVar("T")
PERSONS = 2000
calmly = settings(
    max_examples=PERSONS, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@st.composite
def moments(draw: st.DrawFn) -> tuple[Moment, ...]:
    count = draw(mostly(2, st.integers(0, 3)))
    return tuple(
        Moment(
            name=f"moment {number}",
            place=draw(st.sampled_from(Place)),
            days=draw(mostly(tuple(Weekday), st.lists(st.sampled_from(Weekday), unique=True).map(tuple))),
            minutes=draw(mostly(10, st.integers(1, 40))),
            helper=draw(st.sampled_from(HelperNear)),
            equipment=draw(mostly(None, things())),
        )
        for number in range(count)
    )


def things() -> st.SearchStrategy[frozenset[Equipment]]:
    return st.frozensets(st.sampled_from(Equipment))


def entries() -> st.SearchStrategy[Entry]:
    return st.builds(
        Entry,
        date=st.dates(TODAY.replace(month=10), TODAY),
        exercise=st.sampled_from(SLUGS),
        done=st.sampled_from(Done),
        effort=st.integers(0, 10),
        pain=st.integers(0, 10),
        form_ok=st.booleans(),
        touches=st.integers(0, 3),
        near_fall=st.just(False) | st.booleans(),
        fall=seldom(),
        hold_s=st.none() | st.integers(0, 60),
        next_morning=st.none() | st.sampled_from(NextMorning),
    )


def mostly(usual: T, others: st.SearchStrategy[T]) -> st.SearchStrategy[T]:
    """The usual answer twice as often as any other."""
    return st.one_of(st.just(usual), st.just(usual), others)


def seldom() -> st.SearchStrategy[bool]:
    """Answers that empty a whole day or week, rare enough that most weeks hold something."""
    return st.sampled_from([False] * 9 + [True])


def therapists() -> st.SearchStrategy[Therapist]:
    return st.builds(
        Therapist,
        locks=st.frozensets(st.sampled_from(SLUGS), max_size=3),
        opens=st.frozensets(st.sampled_from(SLUGS), max_size=5),
        limits=st.builds(
            TherapistLimits,
            minutes_per_day=mostly(None, st.integers(0, 60)),
            support_at_least=mostly(Support.NONE, st.sampled_from(Support)),
            helper_at_least=mostly(HelperNear.NONE, st.sampled_from(HelperNear)),
        ),
    )


@st.composite
def whole_persons(draw: st.DrawFn) -> Person:
    somebody = draw(persons())
    return replace(
        somebody,
        mobility=draw(st.sampled_from([*BANDS, *BANDS, Band.F, None])),
        screen=draw(mostly(FIT.screen, screens())),
        today=replace(
            somebody.today,
            new_symptom=draw(seldom()),
            feeling_ill=draw(seldom()),
            hot=draw(seldom()),
            pain=draw(mostly(1, st.integers(0, 10))),
            energy=draw(mostly(7, st.integers(0, 10))),
        ),
        goals=tuple(draw(st.lists(st.sampled_from(Goal), max_size=4, unique=True))),
        home=Home(places=draw(st.frozensets(st.sampled_from(Place))), equipment=draw(things())),
        moments=draw(moments()),
        repertoire=tuple(draw(st.lists(st.sampled_from(SLUGS), max_size=6, unique=True))),
        avoid=draw(st.frozensets(st.sampled_from(SLUGS), max_size=3)),
        likes=draw(st.frozensets(st.sampled_from(SLUGS), max_size=3)),
        therapist=draw(therapists()),
        history=tuple(draw(st.lists(entries(), max_size=8))),
    )


@calmly
@given(whole_persons())
def test_no_plan_breaks_a_rule_in_the_checkers_eyes(person: Person) -> None:
    plan = plan_week(person, CATALOGUE)
    assert check_plan(plan, person, CATALOGUE) == ()
    planned = {item.exercise for day in plan.days for bout in day.bouts for item in bout.items}
    left_out = {left.exercise for left in plan.left_out}
    assert set(person.repertoire) <= planned | left_out
    assert not planned & left_out
    assert all(left.instead is None or left.instead in CATALOGUE for left in plan.left_out)


@settings(calmly, max_examples=300)
@given(whole_persons(), st.lists(st.sampled_from(SLUGS), max_size=6), st.booleans())
def test_no_routine_made_mine_holds_what_somebody_refused(
    person: Person, slugs: list[str], blind: bool
) -> None:
    cards = [
        Card(start=0, end=1, span_text="x", name=slug, exercise=slug, eyes_closed=blind) for slug in slugs
    ]
    routine = make_mine(cards, person, CATALOGUE)
    refused = person.avoid | person.therapist.locks
    assert [line.card for line in routine.lines] == cards
    for line in routine.lines:
        assert line.item is None or line.item.exercise not in refused
        assert (line.rule == "") == (line.change == "kept")
