"""Where a history leads on a ladder, as a table."""

from __future__ import annotations

import pytest

from handrail.person.model import Entry
from handrail.person.words import Band, Done, NextMorning
from handrail.planner.progression import rung_for, volume_after_gap
from tests.planner.somebody import CATALOGUE, entry, somebody

SQUAT = CATALOGUE.ladders["squat"]
TWO_HANDS, ONE_HAND, NEXT = SQUAT.rungs[:3]
LAST = SQUAT.rungs[-1]
STEADY = CATALOGUE.ladders["steady-stance"]
TOGETHER = "steady-stance-together-fingertips"


def rung(*history: Entry, ladder: str = "squat", band: Band = Band.B) -> str:
    standing = rung_for(somebody(mobility=band, history=history), CATALOGUE.ladders[ladder], CATALOGUE)
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


def test_the_last_rung_has_nothing_above_it() -> None:
    days = iter(range(2 * len(SQUAT.rungs) + 2, 0, -1))
    climbed = [entry(slug, next(days)) for slug in SQUAT.rungs[1:] for _ in range(2)]
    assert rung(*climbed) == rung(*climbed, entry(LAST, 0)) == LAST


def test_after_a_flare_up_every_ladder_starts_at_its_first_rung() -> None:
    flared = somebody(screen={"relapse_or_steroids_3_months": True})
    assert {rung_for(flared, ladder, CATALOGUE).index for ladder in CATALOGUE.ladders.values()} == {0}


def test_a_step_down_says_why() -> None:
    stepped = rung_for(somebody(history=(entry(ONE_HAND, 2, effort=9),)), SQUAT, CATALOGUE)
    assert stepped.gentle
    assert "one step lower" in stepped.why


@pytest.mark.parametrize(("days_ago", "part"), [(1, 1.0), (6, 1.0), (7, 0.75), (30, 0.75)])
def test_days_away_shorten_the_first_days_back(days_ago: int, part: float) -> None:
    assert volume_after_gap(somebody(history=(entry(ONE_HAND, days_ago),))) == part
