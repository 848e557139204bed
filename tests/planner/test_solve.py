"""Solving: as good as trying everything, never worse than greed, the same every time, and as safe."""

from __future__ import annotations

import random

import pytest

from benchmarks.people import people
from handrail.catalogue.loader import load_catalogue
from handrail.person.model import Moment, Person
from handrail.person.words import Band, Place
from handrail.planner import constants as c
from handrail.planner.candidates import Candidate, Finder
from handrail.planner.check import check_plan
from handrail.planner.constants import Family
from handrail.planner.model import Kind, Must
from handrail.planner.question import Question
from handrail.planner.slots import At, week_of
from handrail.planner.solve import solve
from handrail.planner.sweep import sweep, swept_for
from handrail.planner.value import WeekDraft
from handrail.planner.week import draft_week, plan_of, plan_week
from handrail.planner.whynot import why_not
from handrail.planner.worker import Worker
from tests.planner import reference
from tests.planner.somebody import EVERY_DAY, KETTLE, WAKING, entry, somebody
from tests.safety.people import TODAY

CATALOGUE = load_catalogue()
PEOPLE = people()


def question_of(person: Person) -> tuple[Finder, Question]:
    finder = Finder(person, CATALOGUE)
    return finder, Question(finder, week_of(person, CATALOGUE))


def drafted(person: Person) -> tuple[Finder, Question, WeekDraft]:
    finder, question = question_of(person)
    return finder, question, draft_week(finder, tuple(question.days))


@pytest.mark.parametrize("seed", range(25))
def test_a_day_is_as_good_as_trying_every_choice(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 -- not for secrets
    short = (
        Moment(name="one", place=Place.KITCHEN_BENCH, days=EVERY_DAY, minutes=dice.randint(3, 9)),
        Moment(name="two", place=Place.CHAIR, days=EVERY_DAY, minutes=dice.randint(3, 9)),
    )
    _, question = question_of(somebody(moments=short, mobility=dice.choice([Band.A, Band.B, Band.E])))
    question.candidates = [
        [dice.sample(some, min(6, len(some))) for some in slots] for slots in question.candidates
    ]
    nothing = tuple(tuple(() for _ in slots) for slots in question.slots)
    solved = solve(nothing, question.slots_on({2}), question, effort=10)
    assert solved is not None
    assert solved.proven
    assert solved.value == question.worth_of(solved.week)
    assert solved.value == reference.best_value(nothing, 2, question)


@pytest.mark.parametrize("seed", range(0, 50, 5))
def test_a_swept_week_is_never_worse_than_the_greedy_one_and_as_safe(seed: int) -> None:
    finder, question, week = drafted(PEOPLE[seed])
    swept = sweep([week], question, effort=1.0)
    worth = [question.worth_of(one) for one in (week, swept)]
    assert worth == sorted(worth)
    assert check_plan(plan_of(swept, finder, tuple(question.days)), finder.person, CATALOGUE) == ()


def test_the_same_person_gets_the_same_week_every_time() -> None:
    assert swept_for(PEOPLE[5], CATALOGUE, 1.0).week == swept_for(PEOPLE[5], CATALOGUE, 1.0).week


def test_days_that_are_not_free_stay_as_they_are() -> None:
    _, question, week = drafted(PEOPLE[0])
    solved = solve(week, question.slots_on({3}), question, effort=0.5)
    assert solved is not None
    assert [day for at, day in enumerate(solved.week) if at != 3] == [
        day for at, day in enumerate(week) if at != 3
    ]


def test_one_moment_can_be_chosen_anew_over_the_week() -> None:
    finder, question, week = drafted(PEOPLE[0])
    moments = question.slots_by_moment()
    assert sorted(at for slots in moments for at in slots) == sorted(question.slots_on(range(7)))
    solved = solve(week, moments[0], question, effort=0.5)
    assert solved is not None
    assert {at for at in question.slots_on(range(7)) if bout_at(solved.week, at) != bout_at(week, at)} <= set(
        moments[0]
    )
    assert check_plan(plan_of(solved.week, finder, tuple(question.days)), finder.person, CATALOGUE) == ()


def bout_at(week: WeekDraft, at: At) -> list[Candidate]:
    day, slot = at
    return list(week[day][slot])


@pytest.mark.parametrize("seed", range(0, 50, 5))
def test_a_week_can_be_drafted_with_strength_on_some_days_alone(seed: int) -> None:
    finder, question, _ = drafted(PEOPLE[seed])
    days = tuple(question.days)
    without = {days[day].date for day in (0, 1, 3, 5)}
    week = draft_week(finder, days, without)
    for day, bouts in zip(days, week, strict=True):
        families = {placed.family for bout in bouts for placed in bout}
        assert not (day.date in without and Family.STRENGTH in families)
    assert check_plan(plan_of(week, finder, days), finder.person, CATALOGUE) == ()


def test_strength_stands_on_the_days_that_have_most_room_for_it() -> None:
    """Greed would take today, where a bout of two minutes holds little of it."""
    today = EVERY_DAY[TODAY.weekday()]
    rest = tuple(day for day in EVERY_DAY if day is not today)
    short = Moment(name="kettle", place=Place.KITCHEN_BENCH, days=(today,), minutes=2)
    long = Moment(name="evening", place=Place.KITCHEN_BENCH, days=rest, minutes=15)
    finder, _, greedy = drafted(somebody(moments=(short, long)))
    swept = swept_for(finder.person, CATALOGUE, 1.0).week
    assert strength_minutes(swept) > strength_minutes(greedy)


def strength_minutes(week: WeekDraft) -> float:
    return sum(one.minutes for day in week for bout in day for one in bout if one.family is Family.STRENGTH)


def test_in_bands_c_and_d_one_exercise_at_most_is_new_in_a_bout() -> None:
    person = somebody(mobility=Band.C, moments=(WAKING, KETTLE))
    plan = swept_for(person, CATALOGUE, 2.0).plan()
    known: set[str] = set()
    for bout in (bout for day in plan.days for bout in day.bouts):
        slugs = {item.exercise for item in bout.items}
        assert len(slugs - known) <= 1
        known |= slugs


def test_the_worker_answers_as_the_sweep_does_and_greed_stands_in_for_it() -> None:
    swept = swept_for(PEOPLE[1], CATALOGUE, c.SOLVE["page"])
    must = Must(1, 0, "one-leg-stance-no-hands")
    worker = Worker(patience_s=60)
    try:
        assert worker.plan_week(PEOPLE[1]) == swept.plan()
        assert worker.why_not(PEOPLE[1], must) == swept.why_not(must)
    finally:
        worker.stop()
    hurried = Worker(patience_s=0.001)
    assert hurried.plan_week(PEOPLE[1]) == plan_week(PEOPLE[1], CATALOGUE)
    assert hurried.why_not(PEOPLE[1], must) is None


def why(person: Person, exercise: str, day: int = 1, slot: int = 1) -> tuple[Kind, str]:
    finder, question, week = drafted(person)
    answer = why_not(Must(day, slot, exercise), week, finder, question)
    assert answer.text
    return answer.kind, answer.rule


STRONG_YESTERDAY = (entry("mini-squat-two-hands", 1),)


@pytest.mark.parametrize(
    ("differs", "exercise", "day", "kind", "rule"),
    [
        ({}, "foam-stance-eyes-closed-together", 1, Kind.NEVER, "foam-eyes-closed-helper"),
        ({"avoid": frozenset({"mini-squat-two-hands"})}, "mini-squat-two-hands", 1, Kind.NEVER, "avoid"),
        ({}, "one-leg-stance-no-hands", 1, Kind.NEVER, "waiting_its_turn"),
        ({"history": STRONG_YESTERDAY}, "mini-squat-two-hands", 0, Kind.CLASH, "strength_rest"),
    ],
)
def test_why_not_then(differs: dict[str, object], exercise: str, day: int, kind: Kind, rule: str) -> None:
    assert why(somebody(**differs), exercise, day) == (kind, rule)


def test_what_is_planned_is_said_to_be_planned() -> None:
    finder, question, week = drafted(somebody())
    there = week[1][1][0].exercise.slug
    assert why_not(Must(1, 1, there), week, finder, question).kind is Kind.PLANNED


def test_what_is_possible_says_what_gives_way_and_what_it_costs() -> None:
    finder, question, week = drafted(PEOPLE[0])
    week = sweep([week], question, 1.0)
    answers = [
        why_not(Must(day, slot, candidate.exercise.slug), week, finder, question)
        for day, slots in enumerate(question.candidates[:2])
        for slot, some in enumerate(slots)
        for candidate in some[:40:8]
    ]
    possible = [answer for answer in answers if answer.kind is Kind.POSSIBLE]
    assert possible
    assert all(answer.cost >= 0 for answer in possible)
    assert any(answer.gives_way for answer in possible)
