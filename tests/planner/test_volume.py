"""How many minutes a week may hold, as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from handrail.person.model import Entry, Person
from handrail.person.words import Band, Done, Goal, Weekday
from handrail.planner.volume import is_easier_week, most_minutes, part_on
from handrail.planner.week import plan_week
from handrail.safety.model import Action
from tests.planner.somebody import CATALOGUE, EVERY_DAY, entry, items_of, somebody
from tests.safety.people import TODAY

SQUAT = CATALOGUE.ladders["squat"].rungs[1]
STRETCH = CATALOGUE.ladders["calf-stretch"].rungs[0]
A_MONTH = (24, 22, 17, 15, 10, 8, 3, 1)
"""Days ago, two in each of four weeks before a Monday."""


def after(*days_ago: int) -> Person:
    return somebody(history=tuple(entry(SQUAT, days) for days in days_ago))


def test_today_is_a_monday() -> None:
    assert TODAY.weekday() == 0


@pytest.mark.parametrize(("days_ago", "part"), [(1, 1.0), (6, 1.0), (7, 0.75), (30, 0.75)])
def test_days_away_shorten_the_first_days_back(days_ago: int, part: float) -> None:
    assert part_on(after(days_ago), TODAY) == part


@pytest.mark.parametrize(("restarted", "part"), [(-1, 1.0), (0, 0.75), (1, 0.75), (2, 1.0)])
def test_a_restart_day_shortens_the_first_days_like_days_away(restarted: int, part: float) -> None:
    person = replace(after(2), restarted=TODAY - timedelta(days=restarted))
    assert part_on(person, TODAY) == part


@pytest.mark.parametrize(
    ("what", "days_ago", "easier"),
    [
        ("no history", (), False),
        ("two weeks of training", A_MONTH[4:], False),
        ("three weeks of training", A_MONTH[2:], True),
        ("four: the lighter one is over", A_MONTH, False),
        ("seven", (*(days + 28 for days in A_MONTH[2:]), *A_MONTH), True),
        ("a week with one day between them breaks the row", (17, 15, 8, 3, 1), False),
    ],
)
def test_every_fourth_week_of_training_is_shorter(what: str, days_ago: tuple[int, ...], easier: bool) -> None:
    assert is_easier_week(after(*days_ago), TODAY) == easier, what


def test_the_days_of_next_week_reckon_with_this_one() -> None:
    person = after(*A_MONTH[4:])
    assert not is_easier_week(person, TODAY + timedelta(days=6))
    assert is_easier_week(person, TODAY + timedelta(days=7))


def test_a_shorter_week_is_shorter_and_says_so() -> None:
    usual, easier = (plan_week(after(*days), CATALOGUE) for days in (A_MONTH[4:], A_MONTH[2:]))
    minutes = [sum(item.minutes for item in items_of(plan)) for plan in (usual, easier)]
    assert minutes[1] < 0.8 * minutes[0]
    assert "easier-week" not in {advice.rule for advice in usual.advice}
    says = next(advice for advice in easier.advice if advice.rule == "easier-week")
    assert says.action is Action.MODIFY
    assert "a little shorter" in says.text


def trained(minutes_a_day: int, *days_ago: int) -> tuple[Entry, ...]:
    """So many holds of a minute, done on each of these days."""
    return tuple(
        entry(STRETCH, days, sets=minutes_a_day, reps=1, hold_s=60, side="left") for days in days_ago
    )


FREE = 0.6 * 7 * 35


@pytest.mark.parametrize(
    ("what", "history", "least", "most"),
    [
        ("less than a week of history", trained(50, 5, 3, 1), None, None),
        ("little was done: as much as whoever starts", trained(1, 8, 3, 1), FREE, FREE),
        ("much was done: a fifth more", trained(50, 9, 6, 4, 2), 180, 260),
        ("a lighter week is no reason to shrink", trained(50, 13, 11, 9) + trained(10, 3), 180, 260),
        ("nor is it one to leap from what was long ago", trained(50, 41, 39, 37) + trained(1, 3), FREE, FREE),
    ],
)
def test_no_week_is_a_leap(
    what: str, history: tuple[Entry, ...], least: float | None, most: float | None
) -> None:
    found = most_minutes(somebody(history=history), CATALOGUE)
    assert (found is None) == (least is None), what
    if found is not None and least is not None and most is not None:
        assert least - 0.01 <= found <= most + 0.01, what


def test_what_a_log_does_not_tell_counts_as_the_least() -> None:
    told = somebody(history=trained(50, 9, 6, 4, 2))
    silent = somebody(history=tuple(entry(STRETCH, days) for days in (9, 6, 4, 2)))
    none = somebody(history=tuple(entry(STRETCH, days, done=Done.NONE) for days in (9, 6, 4, 2)))
    found = [most_minutes(person, CATALOGUE) for person in (told, silent, none)]
    assert found[0] is not None
    assert found[1] == pytest.approx(FREE)
    assert found[2] is None


def test_a_planned_week_keeps_to_its_minutes() -> None:
    long = tuple(replace(moment, minutes=40, days=EVERY_DAY) for moment in somebody().moments)
    person = somebody(mobility=Band.B, moments=long, history=trained(1, 8, 3, 1))
    plan, free = plan_week(person, CATALOGUE), plan_week(replace(person, history=()), CATALOGUE)
    minutes, before = (sum(item.minutes for item in items_of(one)) for one in (plan, free))
    assert minutes <= FREE < before


LEAP = "More comes bit by bit, so that your body can keep up. So this week leaves some of your time free."


def days_of(minutes: int, *days: Weekday) -> Person:
    """Somebody who has practised a little, with so many minutes at the bed and at the bench on some days."""
    moments = (replace(moment, minutes=minutes, days=days) for moment in somebody().moments)
    return somebody(moments=tuple(moments), history=trained(1, 8, 3, 1))


@pytest.mark.parametrize(
    ("what", "person", "says"),
    [
        ("more time than a week may hold", days_of(40, *EVERY_DAY), [LEAP]),
        ("long days, but few", days_of(40, Weekday.TUE, Weekday.FRI), []),
        ("short moments", days_of(4, *EVERY_DAY), []),
        (
            "long moments, all in the first week",
            replace(days_of(40, *EVERY_DAY), history=trained(1, 3, 1)),
            [],
        ),
        (
            "something else leaves the days empty",
            replace(days_of(40, *EVERY_DAY), avoid=frozenset(CATALOGUE.exercises)),
            [],
        ),
    ],
)
def test_a_week_that_may_hold_no_more_says_so(what: str, person: Person, says: list[str]) -> None:
    advice = plan_week(person, CATALOGUE).advice
    assert [each.text for each in advice if each.rule == "no-leap"] == says, what


def test_what_a_full_week_leaves_out_is_not_blamed_on_short_moments() -> None:
    goals = tuple(Goal)
    full = replace(days_of(40, *EVERY_DAY), goals=goals)
    short = replace(full, history=(), moments=days_of(2, *EVERY_DAY).moments)
    texts = [
        {left.text for left in plan_week(person, CATALOGUE).left_out if left.rule == "no_time"}
        for person in (full, short)
    ]
    assert texts == [
        {"More comes bit by bit, and this week is full. It may come in a later one."},
        {"Other things came first in your moments of this week."},
    ]
