"""A person's own changes to a week: what is offered fits, what cannot be is refused in a sentence."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from benchmarks.people import people
from handrail.person.model import Person, Therapist
from handrail.person.words import Band
from handrail.planner.check import check_plan
from handrail.planner.choices import Choices, Chooser
from handrail.planner.edit import GONE, NO_MOMENT, Edit, EditKind, apply
from handrail.planner.model import Item, Plan
from handrail.planner.room import THERE_ALREADY, Where, item_at
from handrail.planner.week import plan_week
from tests.planner.somebody import CATALOGUE, EVENING, KETTLE, WAKING, somebody

STEADY = somebody(mobility=Band.B, moments=(WAKING, KETTLE, EVENING))


def items(plan: Plan) -> list[tuple[Where, Item]]:
    return [((day.date, bout.moment), item) for day in plan.days for bout in day.bouts for item in bout.items]


def offered(plan: Plan, person: Person, where: Where, item: Item) -> list[Edit]:
    """Every change that the page would offer for an item."""
    choices: Choices = Chooser(plan, person, CATALOGUE).choices(where, item)
    day, moment = where
    swaps = [
        Edit(kind=EditKind.SWAP, day=day, moment=moment, exercise=item.exercise, other=other.slug)
        for other in choices.swaps
    ]
    easier = [
        Edit(kind=EditKind.EASIER, day=day, moment=moment, exercise=item.exercise, other=other.slug)
        for other in [choices.easier]
        if other
    ]
    moves = [
        Edit(kind=EditKind.MOVE, day=day, moment=moment, exercise=item.exercise, other=to[1], other_day=to[0])
        for to in choices.moves
    ]
    return [*swaps, *easier, *moves]


def first_offer(kind: EditKind) -> tuple[Plan, Edit]:
    plan = plan_week(STEADY, CATALOGUE)
    offers = (edit for where, item in items(plan) for edit in offered(plan, STEADY, where, item))
    return plan, next(edit for edit in offers if edit.kind is kind)


@pytest.mark.parametrize("kind", [EditKind.SWAP, EditKind.EASIER])
def test_what_is_chosen_stands_in_the_place_of_what_was_there(kind: EditKind) -> None:
    plan, edit = first_offer(kind)
    edited = apply(plan, [edit], STEADY, CATALOGUE)
    assert edited.could_not == ()
    assert item_at(edited.plan, edit.at, edit.exercise) is None
    chosen = item_at(edited.plan, edit.at, edit.other)
    assert chosen is not None
    assert "You chose this one" in chosen.reasons[0].text


def test_what_is_moved_stands_in_the_other_moment_and_no_longer_in_its_own() -> None:
    plan, edit = first_offer(EditKind.MOVE)
    edited = apply(plan, [edit], STEADY, CATALOGUE).plan
    assert item_at(edited, edit.at, edit.exercise) is None
    assert item_at(edited, edit.to, edit.exercise) is not None


def test_what_a_change_took_out_of_the_week_is_left_out_with_its_reason() -> None:
    plan, edit = first_offer(EditKind.SWAP)
    everywhere = [
        replace(edit, day=day, moment=moment)
        for (day, moment), item in items(plan)
        if item.exercise == edit.exercise
    ]
    edited = apply(plan, everywhere, STEADY, CATALOGUE).plan
    if edit.exercise not in {item.exercise for _, item in items(edited)}:
        assert (edit.exercise, "edited") in {(left.exercise, left.rule) for left in edited.left_out}
    assert edit.other not in {left.exercise for left in edited.left_out}


def test_what_no_longer_fits_is_refused_in_a_sentence_and_the_plan_stays() -> None:
    plan, edit = first_offer(EditKind.SWAP)
    twin = next(
        item.exercise
        for where, item in items(plan)
        if where == edit.at and item.exercise not in {edit.exercise, edit.other}
    )
    locked = replace(STEADY, therapist=Therapist(locks=frozenset({edit.other})))
    cases = [
        (STEADY, replace(edit, exercise="one-leg-stance-no-hands"), GONE),
        (STEADY, replace(edit, kind=EditKind.MOVE, other="tea", other_day=edit.day), NO_MOMENT),
        (STEADY, replace(edit, other=twin), THERE_ALREADY),
        (STEADY, replace(edit, other="one-leg-stance-no-hands"), "It comes after the rungs before it"),
        (STEADY, replace(edit, other="foam-stance-eyes-closed-hip-wide"), "rungs before"),
        (locked, edit, "therapist"),
    ]
    for person, told, says in cases:
        edited = apply(plan, [told], person, CATALOGUE)
        assert edited.plan.days == plan.days
        (could_not,) = edited.could_not
        assert says in could_not.text


def test_a_change_of_a_day_that_is_over_changes_nothing_and_needs_no_words() -> None:
    plan, edit = first_offer(EditKind.SWAP)
    yesterday = replace(edit, day=STEADY.today.date - timedelta(days=1))
    assert apply(plan, [yesterday], STEADY, CATALOGUE) == (plan, ())


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_chosen_of_what_is_offered_the_checker_finds_nothing(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 -- not for secrets
    person = people(12)[seed]
    first = plan = plan_week(person, CATALOGUE)
    edits: list[Edit] = []
    for _ in range(8):
        where, item = dice.choice(items(plan) or [((person.today.date, ""), None)])
        offers = offered(plan, person, where, item) if item else []
        if not offers:
            continue
        edits.append(dice.choice(offers))
        plan, could_not = apply(first, edits, person, CATALOGUE)
        assert could_not == ()
        assert check_plan(plan, person, CATALOGUE) == ()
