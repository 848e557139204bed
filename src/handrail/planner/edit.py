"""A person's own changes, laid over a freshly made week: swap, easier, move, not for me.

A change takes an item out and puts one in, and what is put in goes through the same gate
as everything else. A change that cannot be is not made, and says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from handrail.catalogue.model import Catalogue, Exercise
from handrail.person.model import Person
from handrail.planner.check import check_plan
from handrail.planner.dose import Amount, least, room_for
from handrail.planner.model import Item, LeftOut, Plan, Reason, ReasonKind
from handrail.planner.room import Put, Room, Week, Where, item_at, slugs_of, without
from handrail.planner.slots import Slot

GONE = "It is no longer planned there."
NO_MOMENT = "You have no such moment on that day."
REFUSED_BY_THE_CHECKER = "Our own check says that it would not fit the rest of your week."
LEFT_OUT_BY_EDIT = "A change you made left it out."


class EditKind(StrEnum):
    """What a person may do with an item."""

    SWAP = "swap"
    EASIER = "easier"
    MOVE = "move"
    NOT_FOR_ME = "not_for_me"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change to one item.

    `other` is the exercise that takes its place, or the moment it moves to, `other_day` the
    day of that moment. That an exercise is not for somebody is one of their answers, so the
    plan lacks it before any change is laid over it.
    """

    kind: EditKind
    day: date
    moment: str
    exercise: str
    other: str = ""
    other_day: date | None = None

    @property
    def at(self) -> Where:
        """Where the item stands."""
        return self.day, self.moment

    @property
    def to(self) -> Where:
        """Where something is put in."""
        return (self.other_day, self.other) if self.other_day else self.at


class CouldNot(NamedTuple):
    """A change that was not made, and the sentences that say so."""

    edit: Edit
    text: str


class Edited(NamedTuple):
    """A plan with a person's changes, and those that could not be."""

    plan: Plan
    could_not: tuple[CouldNot, ...]


def apply(plan: Plan, edits: Sequence[Edit], person: Person, catalogue: Catalogue) -> Edited:
    """Lay changes over a plan, in the order they were made.

    Parameters
    ----------
    plan
        As :func:`~handrail.planner.week.plan_week` makes it for this person.
    edits
        Oldest first.
    person, catalogue
        What the plan was made from.

    Returns
    -------
    Edited
        A plan in which the checker finds nothing, as in the one before.
    """
    week = Week(person, catalogue)
    edited, could_not = plan, []
    for edit in edits:
        changed, why_not = laid(edited, edit, week)
        if why_not:
            could_not.append(CouldNot(edit, f"{_NOT[edit.kind]}: {catalogue[edit.exercise].name}. {why_not}"))
        else:
            edited = changed
    return Edited(_with_left_out(edited, plan), tuple(could_not))


def laid(plan: Plan, edit: Edit, week: Week) -> tuple[Plan, str]:
    """The plan with one change, or the plan as it was and the sentence that says why."""
    today = week.person.today.date
    if edit.kind is EditKind.NOT_FOR_ME or edit.to[0] < today:
        return plan, ""
    taken = item_at(plan, edit.at, edit.exercise)
    if taken is None and edit.day >= today:
        return plan, GONE
    if edit.to not in week.slots:
        return plan, NO_MOMENT
    room, put = Room(without(plan, edit.at, edit.exercise), week), _put(edit, taken, week)
    why_not = room.why_not(put)
    if why_not:
        return plan, why_not
    changed = room.filled(put)
    if check_plan(changed, week.person, week.catalogue):
        return plan, REFUSED_BY_THE_CHECKER
    return changed, ""


def moved(exercise: Exercise, taken: Item | None, slot: Slot, person: Person) -> Put:
    """An item in another moment: as much of it as before if that fits, else the least."""
    lowest = least(room_for(exercise, person))
    here = Reason(kind=ReasonKind.KEPT, text="You moved it here.")
    if taken is None:
        return Put(exercise, slot, (lowest,), (here,))
    return Put(exercise, slot, (_amount_of(taken), lowest), (here, *taken.reasons))


def instead(exercise: Exercise, before: Exercise, slot: Slot, person: Person) -> Put:
    """Another exercise in an item's place, at its lowest dose."""
    easier = exercise.ladder == before.ladder
    how = "as an easier way than" if easier else "in place of"
    reason = Reason(kind=ReasonKind.KEPT, text=f"You chose this one {how} “{before.name}”.")
    return Put(exercise, slot, (least(room_for(exercise, person)),), (reason,))


def in_words(edit: Edit, catalogue: Catalogue) -> str:
    """A change as people read it, without its full stop."""
    name = f"“{catalogue[edit.exercise].name}”"
    if edit.kind is EditKind.SWAP:
        return f"{name} swapped for “{catalogue[edit.other].name}”"
    if edit.kind is EditKind.EASIER:
        return f"{name} made easier: “{catalogue[edit.other].name}”"
    if edit.kind is EditKind.MOVE:
        return f"{name} moved to {edit.other_day:%A}, {edit.other}"
    return f"{name} is not for you"


_NOT = {
    EditKind.SWAP: "Not swapped",
    EditKind.EASIER: "Not made easier",
    EditKind.MOVE: "Not moved",
}


def _put(edit: Edit, taken: Item | None, week: Week) -> Put:
    exercise, slot = week.catalogue[edit.exercise], week.slots[edit.to]
    if edit.kind is EditKind.MOVE:
        return moved(exercise, taken, slot, week.person)
    return instead(week.catalogue[edit.other], exercise, slot, week.person)


def _amount_of(item: Item) -> Amount:
    return Amount(sets=item.sets, reps=item.reps, hold_s=item.hold_s, duration_s=item.duration_s)


def _with_left_out(edited: Plan, before: Plan) -> Plan:
    """What the changes left out is said; what they brought in is left out no more."""
    planned = slugs_of(edited)
    still = [left for left in edited.left_out if left.exercise not in planned]
    gone = [
        LeftOut(exercise=slug, rule="edited", also=(), text=LEFT_OUT_BY_EDIT, instead=None)
        for slug in sorted(slugs_of(before) - planned)
    ]
    return replace(edited, left_out=(*still, *gone))
