"""Somebody's routine, line by line, for different bodies."""

from __future__ import annotations

from typing import Any

import pytest

from handrail.catalogue.words import Eyes, Surface
from handrail.person.model import Person
from handrail.person.words import Band, HelperNear
from handrail.planner.adapt import make_mine
from handrail.planner.routine import Change, Line
from handrail.reader.model import Card
from tests.planner.somebody import CATALOGUE, EVENING, KETTLE, WAKING, somebody

FOAM: dict[str, Any] = {
    "exercise": "foam-stance-eyes-closed-together",
    "eyes_closed": True,
    "spotter": True,
    "equipment": ("foam_pad",),
}


def card(exercise: str | None = "heel-raise-one-hand", **fields: Any) -> Card:
    told: dict[str, Any] = {
        "start": 0,
        "end": 5,
        "span_text": "words",
        "name": "something",
        "exercise": exercise,
    }
    return Card(**told | fields)


def line(one: Card, person: Person | None = None) -> Line:
    (only,) = make_mine([one], person or somebody(), CATALOGUE).lines
    return only


def test_what_is_safe_and_within_reach_is_kept() -> None:
    kept = line(card())
    assert (kept.change, kept.rule) == (Change.KEPT, "")
    assert kept.item is not None
    assert kept.item.exercise == "heel-raise-one-hand"


def test_closed_eyes_on_foam_alone_become_a_safe_rung_and_the_rule_says_who_is_missing() -> None:
    changed = line(card(**FOAM))
    assert (changed.change, changed.rule) == (Change.CHANGED, "foam-eyes-closed-helper")
    assert "arm's reach" in changed.text
    assert changed.item is not None
    assert (changed.item.eyes, changed.item.surface) == (Eyes.OPEN, Surface.FIRM)


def test_somebody_who_cannot_stand_gets_no_standing() -> None:
    sitting = line(card(), somebody(mobility=Band.E, moments=()))
    assert sitting.change is not Change.KEPT
    assert sitting.item is None or sitting.item.support.value in {"seated", "lying"}


def test_the_same_routine_differs_between_two_bodies() -> None:
    cards = [card(**FOAM), card(), card("march-two-hands"), card("bridge-up-and-down")]
    walks = make_mine(cards, somebody(mobility=Band.A, moments=(WAKING, KETTLE, EVENING)), CATALOGUE)
    sits = make_mine(cards, somebody(mobility=Band.E), CATALOGUE)
    assert [one.change for one in walks.lines] != [one.change for one in sits.lines]


@pytest.mark.parametrize(
    ("what", "fields", "rule"),
    [
        ("the author does not do it", {"negated": True}, "not_done"),
        ("nobody knows it", {"exercise": None}, "unknown"),
    ],
)
def test_what_cannot_be_done_is_left_out(what: str, fields: dict[str, Any], rule: str) -> None:
    left = line(card(**fields))
    assert (left.change, left.item, left.rule) == (Change.LEFT_OUT, None, rule), what
    assert left.text


def test_a_rung_beyond_where_the_person_stands_becomes_their_own() -> None:
    changed = line(card("mini-squat-knees-together-fingertips"))
    assert changed.rule == "waiting_its_turn"
    assert changed.item is not None
    assert changed.item.exercise == "mini-squat-one-hand"


def test_what_the_person_avoids_is_not_brought_back_by_a_post() -> None:
    avoided = line(card(), somebody(avoid=frozenset({"heel-raise-one-hand"})))
    assert avoided.rule == "avoid"
    assert avoided.item is None or avoided.item.exercise != "heel-raise-one-hand"


@pytest.mark.parametrize(("theirs", "ours"), [(3.0, 3), (500.0, 5), ((2.0, 20.0), 2), (None, 5)])
def test_an_authors_dose_lowers_ours_and_never_raises_it(theirs: Any, ours: int) -> None:
    item = line(card("mini-squat-one-hand", reps=theirs)).item
    assert item is not None
    assert item.reps == ours


def test_a_text_that_asks_for_somebody_beside_asks_for_them_here_too() -> None:
    alone = line(card("heel-raise-one-hand", spotter=True))
    assert alone.rule == "helper-there"
    helped = somebody(today={"helper": HelperNear.ARMS_REACH})
    assert line(card("heel-raise-one-hand", spotter=True), helped).change is Change.KEPT


def test_a_text_that_says_alone_is_fine_opens_nothing() -> None:
    foam = card(**FOAM | {"spotter": False})
    assert line(foam).rule == "foam-eyes-closed-helper"


def test_a_cushion_under_the_feet_is_foam() -> None:
    cushion = line(card("steady-stance-together-no-hands", equipment=("pillow",)), somebody(mobility=Band.A))
    assert cushion.change is not Change.KEPT


def test_a_step_without_a_height_is_the_highest() -> None:
    stepped = line(card("heel-raise-one-hand", equipment=("step",)))
    assert stepped.rule == "equipment"


def test_nothing_told_means_nothing_fits() -> None:
    stranger = somebody(mobility=None)
    assert line(card(), stranger).change is Change.LEFT_OUT
