"""Where a history leads on a ladder, as a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handrail.person.model import UNKNOWN, Entry
from handrail.person.words import Band, Done, NextMorning, Support
from handrail.planner.progression import rung_for
from handrail.planner.week import plan_week
from tests.planner.somebody import CATALOGUE, entry, items_of, somebody
from tests.safety.people import TODAY

SQUAT = CATALOGUE.ladders["squat"]
TWO_HANDS, ONE_HAND, NEXT = SQUAT.rungs[:3]
LAST = SQUAT.rungs[-1]
STEADY = CATALOGUE.ladders["steady-stance"]
TOGETHER = "steady-stance-together-fingertips"


def rung(*history: Entry, ladder: str = "squat", band: Band = Band.B, restarted: date | None = None) -> str:
    who = somebody(mobility=band, history=history, restarted=restarted)
    standing = rung_for(who, CATALOGUE.ladders[ladder], CATALOGUE)
    return CATALOGUE.ladders[ladder].rungs[standing.index]


@pytest.mark.parametrize(
    ("what", "history", "expected"),
    [
        ("nothing yet: where the band begins", (), ONE_HAND),
        ("one good session", (entry(ONE_HAND, 2),), ONE_HAND),
        ("two good sessions open the next rung", (entry(ONE_HAND, 4), entry(ONE_HAND, 2)), NEXT),
        ("twice on one day is one session", (entry(ONE_HAND, 2), entry(ONE_HAND, 2)), ONE_HAND),
        ("a bad one between starts counting again",
         (entry(ONE_HAND, 5), entry(ONE_HAND, 4, done=Done.PART), entry(ONE_HAND, 2)), ONE_HAND),
        ("too hard to count", (entry(ONE_HAND, 4, effort=7), entry(ONE_HAND, 2, effort=7)), ONE_HAND),
        ("a bad morning after", (entry(ONE_HAND, 2, next_morning=NextMorning.WORSE),), TWO_HANDS),
        ("the morning after not told yet",
         (entry(ONE_HAND, 2), entry(ONE_HAND, 0, next_morning=None)), ONE_HAND),
        ("very hard: one step down", (entry(ONE_HAND, 2, effort=8),), TWO_HANDS),
        ("painful: one step down", (entry(ONE_HAND, 2, pain=6),), TWO_HANDS),
        ("a near-fall: one step down", (entry(ONE_HAND, 2, near_fall=True),), TWO_HANDS),
        ("form broke: one step down", (entry(ONE_HAND, 2, form_ok=False),), TWO_HANDS),
        ("a fall: back to both hands",
         (entry(ONE_HAND, 6), entry(ONE_HAND, 4), entry(NEXT, 2, fall=True)), TWO_HANDS),
        ("an easier rung than the open one proves nothing",
         (entry(TWO_HANDS, 4), entry(TWO_HANDS, 2)), ONE_HAND),
        ("more than two hours to settle: one step down", (entry(ONE_HAND, 2, settled_2h=False),), TWO_HANDS),
        ("not known whether it settled: nothing opens, nothing closes",
         (entry(ONE_HAND, 4), entry(ONE_HAND, 2, settled_2h=UNKNOWN)), ONE_HAND),
        ("not known all along: nothing opens",
         tuple(entry(ONE_HAND, days, settled_2h=UNKNOWN) for days in (6, 4, 2)), ONE_HAND),
        ("what it says beside it still counts",
         (entry(ONE_HAND, 2, settled_2h=UNKNOWN, effort=8),), TWO_HANDS),
        ("held firmer than it asks for proves nothing",
         tuple(entry(ONE_HAND, days, support=Support.TWO_HANDS) for days in (4, 2)), ONE_HAND),
        ("held as it asks for", tuple(entry(ONE_HAND, days, support=Support.ONE_HAND) for days in (4, 2)), NEXT),
        ("four weeks of other exercise: one step lower",
         (entry(ONE_HAND, 29), *(entry(TOGETHER, days) for days in range(26, 0, -4))), TWO_HANDS),
        ("a week away: one step lower", (entry(ONE_HAND, 8),), TWO_HANDS),
        ("two weeks away: the first rung", (entry(ONE_HAND, 20),), TWO_HANDS),
    ],
)  # fmt: skip
def test_where_a_history_leads(what: str, history: tuple[Entry, ...], expected: str) -> None:
    assert rung(*history) == expected, what


def test_a_balance_rung_opens_after_three_long_holds_without_a_touch() -> None:
    held = [entry(TOGETHER, days, hold_s=30) for days in (6, 4, 2)]
    assert rung(*held[1:], ladder="steady-stance") == TOGETHER
    assert rung(*held, ladder="steady-stance") == STEADY.rungs[STEADY.rungs.index(TOGETHER) + 1]
    touched = [*held[:2], entry(TOGETHER, 2, hold_s=30, touches=1)]
    assert rung(*touched, ladder="steady-stance") == TOGETHER
    short = [*held[:2], entry(TOGETHER, 2, hold_s=12)]
    assert rung(*short, ladder="steady-stance") == TOGETHER


@pytest.mark.parametrize(
    ("what", "history", "next_s"),
    [
        ("nothing yet: the shortest", (), 0),
        ("steady: a little longer", (entry(TOGETHER, 2, hold_s=10),), 15),
        ("nearly there: no longer than it takes", (entry(TOGETHER, 2, hold_s=28),), 30),
        ("a hold not told was the shortest", (entry(TOGETHER, 2),), 15),
        ("touched: as long as before", (entry(TOGETHER, 4, hold_s=10), entry(TOGETHER, 2, hold_s=15, touches=1)),
         15),
        ("hard: the shortest again", (entry(TOGETHER, 4, hold_s=10), entry(TOGETHER, 2, hold_s=15, effort=9)), 0),
    ],
)  # fmt: skip
def test_holds_grow_with_steady_sessions(what: str, history: tuple[Entry, ...], next_s: float) -> None:
    standing = rung_for(somebody(history=history), STEADY, CATALOGUE)
    assert standing.hold_s == next_s, what


def test_a_week_holds_a_balance_rung_as_long_as_the_last_sessions_earned() -> None:
    history = tuple(entry(TOGETHER, days, hold_s=hold_s) for days, hold_s in ((6, 10), (4, 15), (2, 20)))
    planned = [
        item
        for item in items_of(plan_week(somebody(history=history), CATALOGUE))
        if item.exercise == TOGETHER
    ]
    assert planned
    assert all(item.hold_s is not None and item.hold_s >= 25 for item in planned)


@pytest.mark.parametrize(
    ("what", "third_day", "expected"),
    [("in the same week it waits", 1, NEXT), ("a week after the last one it opens", 0, SQUAT.rungs[3])],
)
def test_one_new_rung_a_week(what: str, third_day: int, expected: str) -> None:
    opens_next = (entry(ONE_HAND, 9), entry(ONE_HAND, 7))
    assert rung(*opens_next, entry(NEXT, 5), entry(NEXT, third_day)) == expected, what


def test_the_way_back_to_a_known_rung_may_be_quicker() -> None:
    stepped_down = (entry(ONE_HAND, 6), entry(ONE_HAND, 5), entry(NEXT, 4, effort=9))
    assert rung(*stepped_down) == ONE_HAND
    assert rung(*stepped_down, entry(ONE_HAND, 3), entry(ONE_HAND, 2)) == NEXT


def test_the_last_rung_has_nothing_above_it() -> None:
    weeks = range(7 * len(SQUAT.rungs), 0, -7)
    climbed = [
        entry(slug, week - day) for slug, week in zip(SQUAT.rungs[1:], weeks, strict=False) for day in (0, 3)
    ]
    end = climbed[-1].date
    months = [replace(each, date=each.date + (TODAY - end)) for each in climbed]
    assert rung(*months) == LAST


def test_after_a_flare_up_every_ladder_starts_at_its_first_rung() -> None:
    flared = somebody(screen={"relapse_or_steroids_3_months": True})
    assert {rung_for(flared, ladder, CATALOGUE).index for ladder in CATALOGUE.ladders.values()} == {0}


def test_after_a_flare_up_only_the_last_weeks_count() -> None:
    flare = {"relapse_or_steroids_3_months": True, "cleared_by_clinician": True}
    before = tuple(entry(SQUAT.rungs[4], days) for days in range(60, 30, -3))
    since = (entry(TWO_HANDS, 4), entry(TWO_HANDS, 2))
    assert rung_for(somebody(screen=flare, history=before), SQUAT, CATALOGUE).index == 0
    assert rung_for(somebody(screen=flare, history=before + since), SQUAT, CATALOGUE).index == 1


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("what", "restarted", "history", "expected"),
    [
        ("nothing done yet", 3, (), TWO_HANDS),
        ("what was done before counts no more", 3, (entry(ONE_HAND, 6), entry(ONE_HAND, 4)), TWO_HANDS),
        ("on that very day it counts", 4, (entry(TWO_HANDS, 4), entry(TWO_HANDS, 2)), ONE_HAND),
        ("one before and one since are one", 3, (entry(TWO_HANDS, 4), entry(TWO_HANDS, 2)), TWO_HANDS),
        ("today", 0, (entry(NEXT, 1),), TWO_HANDS),
        ("a day that has not come yet changes nothing", -1, (entry(ONE_HAND, 4), entry(ONE_HAND, 2)), NEXT),
    ],
)
def test_after_a_stay_in_hospital_or_a_new_dose_progression_starts_anew(
    what: str, restarted: int, history: tuple[Entry, ...], expected: str
) -> None:
    assert rung(*history, restarted=days_ago(restarted)) == expected, what


def test_a_restart_day_is_gentle_and_says_why() -> None:
    standing = rung_for(somebody(restarted=days_ago(3)), SQUAT, CATALOGUE)
    assert standing.gentle
    assert (
        standing.why
        == "After a stay in hospital, or with a new medicine or dose, we start on the first rung."
    )
    since = somebody(restarted=days_ago(3), history=(entry(TWO_HANDS, 2),))
    assert not rung_for(since, SQUAT, CATALOGUE).gentle


@given(
    st.lists(st.integers(0, 40), max_size=12),
    st.lists(st.sampled_from(SQUAT.rungs[:5]), min_size=12, max_size=12),
    st.integers(0, 40),
)
def test_a_restart_day_is_as_if_nothing_had_been_done_before(
    days: list[int], slugs: list[str], restarted: int
) -> None:
    history = tuple(entry(slug, day) for day, slug in zip(days, slugs, strict=False))
    since = tuple(one for one in history if one.date >= days_ago(restarted))
    whole, rest = (somebody(history=told, restarted=days_ago(restarted)) for told in (history, since))
    assert rung_for(whole, SQUAT, CATALOGUE) == rung_for(rest, SQUAT, CATALOGUE)


def test_the_lowest_dose_ends_with_a_good_session_though_only_an_easier_rung_was_done() -> None:
    history = (entry(NEXT, 9), entry(TWO_HANDS, 1))
    assert rung_for(somebody(history=history[:1]), SQUAT, CATALOGUE).gentle
    assert not rung_for(somebody(history=history), SQUAT, CATALOGUE).gentle


@pytest.mark.parametrize(
    ("differs", "says"),
    [
        ({"effort": 9}, "The last time was hard or unsteady, so this is one step lower."),
        ({"settled_2h": False}, "Your body took more than two hours to settle, so this is one step lower."),
    ],
)
def test_a_step_down_says_what_it_was(differs: dict[str, Any], says: str) -> None:
    assert rung_for(somebody(history=(entry(ONE_HAND, 2, **differs),)), SQUAT, CATALOGUE).why == says


def test_a_rung_that_waits_for_the_two_hours_after_says_so() -> None:
    history = tuple(entry(ONE_HAND, days, settled_2h=UNKNOWN) for days in (4, 2))
    waits = rung_for(somebody(history=history), SQUAT, CATALOGUE)
    assert waits.why == "We do not know how you were two hours after, so this stays as it is."


@given(
    st.lists(
        st.sampled_from([{}, {"effort": 7}, {"effort": 9}, {"done": Done.PART}]), min_size=1, max_size=12
    ),
    st.data(),
)
def test_silence_about_the_two_hours_after_never_opens_more_than_a_yes(
    days: list[dict[str, Any]], data: st.DataObject
) -> None:
    silent = data.draw(st.sets(st.integers(0, len(days) - 1)))
    yes = [entry(ONE_HAND, 2 * (len(days) - place), **differs) for place, differs in enumerate(days)]
    some = [replace(one, settled_2h=UNKNOWN) if place in silent else one for place, one in enumerate(yes)]
    index = {rung_for(somebody(history=tuple(told)), SQUAT, CATALOGUE).index for told in (yes, some)}
    assert rung_for(somebody(history=tuple(some)), SQUAT, CATALOGUE).index == min(index)


def test_a_step_down_says_why() -> None:
    stepped = rung_for(somebody(history=(entry(ONE_HAND, 2, effort=9),)), SQUAT, CATALOGUE)
    assert stepped.gentle
    assert "one step lower" in stepped.why
