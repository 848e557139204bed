"""What a person may change in their week, and what a change is refused for."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest

from benchmarks.people import people
from handrail.catalogue.words import Purpose
from handrail.person.model import DoseLimit, Moment, Person, Therapist
from handrail.person.words import Band
from handrail.planner import constants as c
from handrail.planner.check import check_plan
from handrail.planner.choices import Choices, Chooser
from handrail.planner.dose import least, room_for
from handrail.planner.edit import GONE, NO_MOMENT, CouldNot, Edit, Edited, EditKind, apply, in_words
from handrail.planner.model import Item, Plan
from handrail.planner.room import (
    ONE_NEW,
    THERE_ALREADY,
    TOO_LONG,
    Put,
    Room,
    Week,
    Where,
    item_at,
    with_items,
)
from handrail.planner.week import plan_week
from handrail.safety.rules import BY_ID
from tests.planner.somebody import CATALOGUE, EVENING, KETTLE, WAKING, entry, slugs_of, somebody
from tests.safety.people import TODAY

STANCE, CALVES, SQUAT = "semi-tandem-stance-one-hand", "heel-raise-two-hands", "mini-squat-two-hands"
REACH, LOOK = "weight-shift-side-one-hand", "turn-to-look-two-hands"
ROLLS, ROLL_OVER, BREATHING = "knee-rolls-small", "log-roll-to-sit", "belly-breathing-lying"
BRIDGE, SQUEEZE, THIGHS = "bridge-up-and-down", "glute-squeeze-lying", "quad-set-lying"

Placed = tuple[int, Moment, str]


class Told(NamedTuple):
    """Somebody and their week."""

    person: Person
    plan: Plan

    def changed(self, *edits: Edit) -> Edited:
        return apply(self.plan, edits, self.person, CATALOGUE)

    def choices(self, ahead: int, moment: Moment, slug: str) -> Choices:
        where = _on(ahead), moment.name
        item = item_at(self.plan, where, slug)
        assert item is not None
        return Chooser(self.plan, self.person, CATALOGUE).choices(where, item)


def week(*placed: Placed, **differs: Any) -> Told:
    """A week written by hand: on which day, in which moment, which exercise at its lowest dose."""
    person = somebody(**differs)
    frame, plan = Week(person, CATALOGUE), plan_week(person, CATALOGUE)
    for where in frame.slots:
        plan = with_items(plan, where, ())
    for ahead, moment, slug in placed:
        exercise, slot = CATALOGUE[slug], frame.slots[_on(ahead), moment.name]
        plan = Room(plan, frame).filled(Put(exercise, slot, (least(room_for(exercise, person)),), ()))
    assert check_plan(plan, person, CATALOGUE) == ()
    return Told(person, plan)


def _on(ahead: int) -> date:
    return TODAY + timedelta(days=ahead)


def swap(ahead: int, moment: Moment, slug: str, other: str) -> Edit:
    return Edit(kind=EditKind.SWAP, day=_on(ahead), moment=moment.name, exercise=slug, other=other)


def move(ahead: int, moment: Moment, slug: str, to: int, there: Moment) -> Edit:
    to_day: dict[str, Any] = {"other": there.name, "other_day": _on(to)}
    return Edit(kind=EditKind.MOVE, day=_on(ahead), moment=moment.name, exercise=slug, **to_day)


def at(plan: Plan, ahead: int, moment: Moment) -> list[str]:
    """The exercises of a moment, in their order."""
    bouts = (bout for day in plan.days for bout in day.bouts if day.date == _on(ahead))
    return [item.exercise for bout in bouts if bout.moment == moment.name for item in bout.items]


# ---- the four changes


def test_a_swap_puts_the_other_in_its_place_and_says_who_chose_it() -> None:
    told = week((0, KETTLE, STANCE), (0, WAKING, ROLLS))
    plan, could_not = told.changed(swap(0, KETTLE, STANCE, REACH))
    assert not could_not
    assert at(plan, 0, KETTLE) == [REACH]
    assert at(plan, 0, WAKING) == [ROLLS]
    item = item_at(plan, (_on(0), KETTLE.name), REACH)
    assert item is not None
    assert item.reasons[0].text == f"You chose this one in place of “{CATALOGUE[STANCE].name}”."


def test_an_easier_way_is_a_rung_below_and_says_so() -> None:
    told = week((0, WAKING, BRIDGE))
    easier = told.choices(0, WAKING, BRIDGE).easier
    assert easier is not None
    assert easier.slug == SQUEEZE
    edit = replace(swap(0, WAKING, BRIDGE, easier.slug), kind=EditKind.EASIER)
    plan, could_not = told.changed(edit)
    assert not could_not
    item = item_at(plan, (_on(0), WAKING.name), SQUEEZE)
    assert item is not None
    assert "as an easier way than" in item.reasons[0].text


def test_a_move_takes_the_dose_and_the_reasons_along() -> None:
    told = week((1, WAKING, BREATHING))
    before = item_at(told.plan, (_on(1), WAKING.name), BREATHING)
    plan, could_not = told.changed(move(1, WAKING, BREATHING, 4, WAKING))
    assert not could_not
    assert at(plan, 1, WAKING) == []
    after = item_at(plan, (_on(4), WAKING.name), BREATHING)
    assert before is not None
    assert after is not None
    assert replace(after, reasons=()) == replace(before, reasons=())
    assert after.reasons[0].text == "You moved it here."


def test_others_are_lowered_where_that_makes_room_for_what_is_moved() -> None:
    told = week((0, KETTLE, LOOK), (1, KETTLE, STANCE))
    where = _on(1), KETTLE.name
    lowest = item_at(told.plan, where, STANCE)
    assert lowest is not None
    held_longer = replace(lowest, hold_s=20.0, minutes=3.0)
    longer = told._replace(plan=with_items(told.plan, where, [held_longer]))
    assert check_plan(longer.plan, longer.person, CATALOGUE) == ()
    plan, could_not = longer.changed(move(0, KETTLE, LOOK, 1, KETTLE))
    assert not could_not
    assert item_at(plan, where, LOOK) is not None
    assert item_at(plan, where, STANCE) == lowest


def test_what_is_not_for_somebody_is_an_answer_and_changes_no_plan_by_itself() -> None:
    told = week((0, KETTLE, STANCE))
    edit = replace(swap(0, KETTLE, STANCE, ""), kind=EditKind.NOT_FOR_ME)
    assert told.changed(edit) == Edited(told.plan, ())


def test_what_a_change_put_out_of_the_week_is_said_to_be_left_out() -> None:
    told = week((0, KETTLE, STANCE))
    plan, _ = told.changed(swap(0, KETTLE, STANCE, REACH))
    left = {one.exercise: one.text for one in plan.left_out}
    assert left[STANCE] == "A change you made left it out."
    assert REACH not in left


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (swap(0, KETTLE, CALVES, SQUAT), "“{0}” swapped for “{1}”"),
        (replace(swap(0, KETTLE, CALVES, SQUAT), kind=EditKind.EASIER), "“{0}” made easier: “{1}”"),
        (move(0, KETTLE, CALVES, 2, EVENING), "“{0}” moved to Wednesday, after supper"),
        (replace(swap(0, KETTLE, CALVES, ""), kind=EditKind.NOT_FOR_ME), "“{0}” is not for you"),
    ],
)
def test_a_change_in_words(edit: Edit, words: str) -> None:
    assert in_words(edit, CATALOGUE) == words.format(CATALOGUE[CALVES].name, CATALOGUE[SQUAT].name)


# ---- what is refused


@pytest.mark.parametrize(
    ("what", "placed", "edit", "differs", "says"),
    [
        ("standing up in bed", [(0, WAKING, ROLLS)], swap(0, WAKING, ROLLS, CALVES), {}, BY_ID["place"].sentence),
        ("more than the minutes hold", [(0, KETTLE, SQUAT)], swap(0, KETTLE, SQUAT, STANCE),
         {"moments": (replace(KETTLE, minutes=1),)}, TOO_LONG),
        ("strength the day after strength", [(0, WAKING, BRIDGE), (1, WAKING, ROLLS)],
         swap(1, WAKING, ROLLS, THIGHS), {}, c.FAMILY_SAYS[c.Family.STRENGTH]),
        ("strength the day before strength", [(2, WAKING, BRIDGE), (1, WAKING, ROLLS)],
         swap(1, WAKING, ROLLS, THIGHS), {}, c.FAMILY_SAYS[c.Family.STRENGTH]),
        ("strength the day after it was done", [(0, WAKING, ROLLS)], swap(0, WAKING, ROLLS, THIGHS),
         {"history": (entry(CALVES, 1),)}, c.FAMILY_SAYS[c.Family.STRENGTH]),
        ("a fourth day of strength, before three", [(0, WAKING, ROLLS), *((n, WAKING, BRIDGE) for n in (2, 4, 6))],
         swap(0, WAKING, ROLLS, THIGHS), {}, c.FAMILY_SAYS[c.Family.STRENGTH]),
        ("moved to a fourth day of strength",
         [(0, WAKING, BRIDGE), (0, KETTLE, CALVES), (2, WAKING, BRIDGE), (4, WAKING, BRIDGE)],
         move(0, KETTLE, CALVES, 6, KETTLE), {}, c.FAMILY_SAYS[c.Family.STRENGTH]),
        ("locked by the therapist", [(0, WAKING, ROLLS)], swap(0, WAKING, ROLLS, BREATHING),
         {"therapist": Therapist(locks=frozenset({BREATHING}))}, c.LEFT_OUT_SAYS["locked"]),
        ("more days than the therapist allows", [(0, WAKING, BREATHING), (2, WAKING, ROLLS)],
         swap(2, WAKING, ROLLS, BREATHING), {"therapist": Therapist(doses={BREATHING: DoseLimit(per_week=1)})},
         c.LEFT_OUT_SAYS["dose_met"]),
        ("not for this person", [(0, WAKING, ROLLS)], swap(0, WAKING, ROLLS, BREATHING),
         {"avoid": frozenset({BREATHING})}, c.LEFT_OUT_SAYS["avoid"]),
        ("a rung not reached yet", [(0, WAKING, ROLLS)], swap(0, WAKING, ROLLS, "bridge-march"), {},
         c.LEFT_OUT_SAYS["waiting_its_turn"]),
        ("the same twice", [(0, WAKING, ROLLS), (0, WAKING, BREATHING)], swap(0, WAKING, ROLLS, BREATHING), {},
         THERE_ALREADY),
        ("a second new one in a session", [(0, WAKING, ROLLS), (1, WAKING, ROLLS), (1, WAKING, BREATHING)],
         swap(1, WAKING, ROLLS, ROLL_OVER), {"mobility": Band.C}, ONE_NEW),
        ("a second new one in a later session", [(0, WAKING, ROLLS), (1, WAKING, ROLLS), (1, WAKING, BREATHING)],
         swap(0, WAKING, ROLLS, ROLL_OVER), {"mobility": Band.C}, ONE_NEW),
    ],
)  # fmt: skip
def test_a_change_that_cannot_be_is_refused_with_its_sentence(
    what: str, placed: list[Placed], edit: Edit, differs: dict[str, Any], says: str
) -> None:
    told = week(*placed, **differs)
    plan, could_not = told.changed(edit)
    assert plan == told.plan, what
    assert [refused.edit for refused in could_not] == [edit]
    assert says in could_not[0].text
    assert could_not[0].text.startswith(("Not swapped: ", "Not moved: "))


def test_what_was_done_before_is_not_new() -> None:
    placed = [(0, WAKING, ROLLS), (1, WAKING, ROLLS), (1, WAKING, BREATHING)]
    told = week(*placed, mobility=Band.C, history=(entry(ROLL_OVER, 2),))
    assert not told.changed(swap(1, WAKING, ROLLS, ROLL_OVER)).could_not


def test_a_change_that_cannot_be_leaves_the_others_standing() -> None:
    told = week((0, KETTLE, STANCE), (0, WAKING, ROLLS))
    plan, could_not = told.changed(swap(0, WAKING, ROLLS, CALVES), swap(0, KETTLE, STANCE, REACH))
    assert len(could_not) == 1
    assert (at(plan, 0, WAKING), at(plan, 0, KETTLE)) == ([ROLLS], [REACH])


# ---- changes that time has passed by


@pytest.mark.parametrize(
    ("what", "edit", "says"),
    [
        ("the item is gone", swap(0, KETTLE, CALVES, SQUAT), GONE),
        ("the item stands on another day", swap(1, KETTLE, STANCE, REACH), GONE),
        ("the moment it moves to is gone", move(0, KETTLE, STANCE, 1, EVENING), NO_MOMENT),
        ("the day it moves to is not in the week", move(0, KETTLE, STANCE, 7, KETTLE), NO_MOMENT),
    ],
)
def test_a_stale_change_says_why_and_leaves_the_plan(what: str, edit: Edit, says: str) -> None:
    told = week((0, KETTLE, STANCE))
    plan, could_not = told.changed(edit)
    assert plan == told.plan, what
    assert could_not == (CouldNot(edit, could_not[0].text),)
    assert could_not[0].text.endswith(says)


def test_a_change_of_a_day_that_is_over_is_passed_by_in_silence() -> None:
    told = week((0, KETTLE, STANCE))
    assert told.changed(swap(-1, KETTLE, STANCE, REACH)) == Edited(told.plan, ())
    assert told.changed(move(-2, KETTLE, STANCE, -1, KETTLE)) == Edited(told.plan, ())


def test_what_was_moved_on_from_a_day_that_is_over_still_comes() -> None:
    told = week((0, WAKING, ROLLS))
    plan, could_not = told.changed(move(-1, KETTLE, STANCE, 1, KETTLE))
    assert not could_not
    assert at(plan, 1, KETTLE) == [STANCE]


# ---- what is offered


def test_what_is_offered_is_near_at_hand_and_not_too_much() -> None:
    person = somebody(moments=(WAKING, KETTLE, EVENING))
    plan = plan_week(person, CATALOGUE)
    chooser = Chooser(plan, person, CATALOGUE)
    for where, item in _items(plan):
        offered = chooser.choices(where, item)
        now = CATALOGUE[item.exercise]
        ladders = [other.ladder for other in offered.swaps]
        assert len(offered.swaps) <= 3
        assert len(ladders) == len(set(ladders))
        assert now.ladder not in ladders
        assert len(offered.moves) <= 4
        assert where not in offered.moves
        if offered.easier:
            assert (offered.easier.ladder, offered.easier.rung < now.rung) == (now.ladder, True)


def test_a_liked_one_of_the_same_kind_is_offered_first() -> None:
    told = week((0, WAKING, ROLLS), likes=frozenset({ROLL_OVER}))
    assert told.choices(0, WAKING, ROLLS).swaps[0].slug == ROLL_OVER


@pytest.mark.parametrize("number", range(0, 48, 3))
def test_any_row_of_offered_changes_leaves_a_plan_without_fault(number: int) -> None:
    dice = random.Random(number)  # noqa: S311 -- not for secrets
    person = people()[number]
    made = plan_week(person, CATALOGUE)
    plan, edits = made, list[Edit]()
    for _ in range(8):
        edits += _one_offered(plan, person, dice)
        plan, could_not = apply(made, edits, person, CATALOGUE)
        assert not could_not
        assert check_plan(plan, person, CATALOGUE) == ()
        assert _days_of_strength(plan) <= max(
            _days_of_strength(made), c.band_week(person.mobility).strength_days
        )
        assert person.mobility not in c.ONE_NEW_A_SESSION or _most_new_at_once(plan, person) <= 1
    assert slugs_of(plan).isdisjoint(left.exercise for left in plan.left_out)


def _one_offered(plan: Plan, person: Person, dice: random.Random) -> list[Edit]:
    """One of the changes offered for one of the items; none where the item must stay as it is."""
    items = _items(plan)
    if not items:
        return []
    (day, moment), item = dice.choice(items)
    offered = Chooser(plan, person, CATALOGUE).choices((day, moment), item)
    this: dict[str, Any] = {"day": day, "moment": moment, "exercise": item.exercise}
    edits = [Edit(kind=EditKind.SWAP, other=other.slug, **this) for other in offered.swaps]
    if offered.easier:
        edits.append(Edit(kind=EditKind.EASIER, other=offered.easier.slug, **this))
    edits += [Edit(kind=EditKind.MOVE, other=name, other_day=on, **this) for on, name in offered.moves]
    return dice.sample(edits, min(len(edits), 1))


def _items(plan: Plan) -> list[tuple[Where, Item]]:
    return [((day.date, bout.moment), item) for day in plan.days for bout in day.bouts for item in bout.items]


def _days_of_strength(plan: Plan) -> int:
    strength = {Purpose.STRENGTH, Purpose.CORE}
    return len({day for (day, _), item in _items(plan) if CATALOGUE[item.exercise].purpose in strength})


def _most_new_at_once(plan: Plan, person: Person) -> int:
    known = {entry.exercise for entry in person.history}
    most = 0
    for day in plan.days:
        for bout in day.bouts:
            slugs = {item.exercise for item in bout.items}
            most = max(most, len(slugs - known))
            known |= slugs
    return most
