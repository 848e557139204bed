"""Plans and routines as pages show them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from handrail.catalogue.model import Catalogue, Exercise
from handrail.person.model import Person
from handrail.person.words import Done, Place
from handrail.planner.choices import Choices, Chooser
from handrail.planner.edit import EditKind, in_words
from handrail.planner.model import Bout, Day, Item, Kind, LeftOut, Plan, WhyNot
from handrail.planner.room import Where
from handrail.planner.routine import Change, Line, Routine
from handrail.planner.slots import week_of
from handrail.planner.wording import dose_in_words
from handrail.reader.sentence import dose_in_words as amount_in_words
from handrail.safety.rules import BY_ID
from handrail.session.wording import holding, standing_by
from handrail.web.plans.models import PlanEdit
from handrail.web.plans.queries import as_edit


class Offer(NamedTuple):
    """A change to tap: what its button sends, and what it says."""

    value: str
    label: str


class Offers(NamedTuple):
    """What an item can become in one way, under a title."""

    title: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item beside its exercise.

    `place` is where it is done, if that is settled; `offers` are what it can become.
    """

    item: Item
    exercise: Exercise
    place: Place | None = None
    offers: tuple[Offers, ...] = ()

    @property
    def dose(self) -> str:
        """How much, in words."""
        return dose_in_words(self.item)

    @property
    def minutes(self) -> int:
        """About how long it takes; nothing is quicker than a minute to somebody who must find their feet."""
        return max(round(self.item.minutes), 1)

    @property
    def holding(self) -> str:
        """What to hold, as a sentence; empty when there is nothing to say."""
        held = replace(self.exercise, support=self.item.support)
        return holding(held, self.place) if self.place else ""

    @property
    def standing_by(self) -> str:
        """Who must be there, as a sentence; empty when nobody must."""
        return standing_by(self.item.helper)


@dataclass(frozen=True, slots=True)
class BoutView:
    """A bout with its place among the day's bouts, from 0."""

    bout: Bout
    index: int
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of a plan."""

    date: date
    bouts: tuple[BoutView, ...]

    @property
    def exercises(self) -> int:
        """How many items the day holds."""
        return sum(len(bout.items) for bout in self.bouts)

    @property
    def minutes(self) -> int:
        """About how long they take."""
        return round(sum(view.item.minutes for bout in self.bouts for view in bout.items))


@dataclass(frozen=True, slots=True)
class LeftOutView:
    """An exercise that is not planned, why, and the nearest safe one if there is one."""

    left_out: LeftOut
    exercise: Exercise
    instead: Exercise | None

    @property
    def lifts(self) -> str:
        """What would open it, as its rule says; empty where the reason says it already."""
        rule = BY_ID.get(self.left_out.rule)
        return rule.lifts if rule and rule.lifts not in self.left_out.text else ""


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of somebody's routine beside what fits; `item` is None when left out."""

    line: Line
    number: int
    item: ItemView | None

    @property
    def authors_level(self) -> str:
        """The author's own dose in words; empty when the text gives no number."""
        return amount_in_words(self.line.card)

    @property
    def is_kept(self) -> bool:
        """Whether the author's way fits as it is."""
        return self.line.change is Change.KEPT

    @property
    def is_changed(self) -> bool:
        """Whether another way of it fits."""
        return self.line.change is Change.CHANGED


def done_on(person: Person, day: date) -> frozenset[str]:
    """The exercises that somebody did on a day, if only in part."""
    done = (entry for entry in person.history if entry.date == day and entry.done is not Done.NONE)
    return frozenset(entry.exercise for entry in done)


def view_days(plan: Plan, person: Person, catalogue: Catalogue) -> list[DayView]:
    """The days of a plan, in order, each item with what it can become."""
    chooser = Chooser(plan, person, catalogue)

    def item_view(day: Day, bout: Bout, item: Item) -> ItemView:
        choices = chooser.choices((day.date, bout.moment), item)
        offers = tuple(_offers(choices, person.today.date))
        return ItemView(item, catalogue[item.exercise], bout.place, offers)

    return [_view_day(day, item_view) for day in plan.days]


def view_day(day: Day, catalogue: Catalogue) -> DayView:
    """A day with its bouts, to be done."""
    return _view_day(day, lambda _day, bout, item: ItemView(item, catalogue[item.exercise], bout.place))


def view_left_out(plan: Plan, catalogue: Catalogue) -> list[LeftOutView]:
    """What is not planned, in the plan's order."""
    return [
        LeftOutView(left, catalogue[left.exercise], catalogue[left.instead] if left.instead else None)
        for left in plan.left_out
    ]


def view_moments(person: Person, catalogue: Catalogue) -> list[tuple[str, list[Offer]]]:
    """The days of a week that have moments, by name, each moment with what its button sends."""
    return [
        (
            _day_name(day.date, person.today.date),
            [Offer(f"{day.date} {slot.moment.name}", slot.moment.name.capitalize()) for slot in day.slots],
        )
        for day in week_of(person, catalogue)
        if day.slots
    ]


def view_why_not(answer: WhyNot, where: Where, catalogue: Catalogue) -> dict[str, object]:
    """An answer, the moment it is about, and the exercises that would have to go."""
    day, moment = where
    return {
        "about": f"{day:%A}, {moment}",
        "answer": answer,
        "possible": answer.kind is Kind.POSSIBLE,
        "gives_way": [catalogue[slug] for slug in answer.gives_way],
    }


def view_routine(routine: Routine, catalogue: Catalogue) -> list[LineView]:
    """A routine line by line, in the author's order."""
    return [
        LineView(line, number, ItemView(line.item, catalogue[line.item.exercise]) if line.item else None)
        for number, line in enumerate(routine.lines, start=1)
    ]


def view_said(row: PlanEdit, catalogue: Catalogue) -> str:
    """A stored change in words, and whether it was undone."""
    return f"{'Undone' if row.undone else 'Done'}: {in_words(as_edit(row), catalogue)}."


def view_last(row: PlanEdit, catalogue: Catalogue) -> str:
    """The change to undo next, in words."""
    return f"Your last change: {in_words(as_edit(row), catalogue)}."


def _view_day(day: Day, item_view: Callable[[Day, Bout, Item], ItemView]) -> DayView:
    bouts = (
        BoutView(bout, index, tuple(item_view(day, bout, item) for item in bout.items))
        for index, bout in enumerate(day.bouts)
    )
    return DayView(day.date, tuple(bouts))


def _offers(choices: Choices, today: date) -> Iterator[Offers]:
    swaps = tuple(Offer(f"{EditKind.SWAP} {other.slug}", other.name) for other in choices.swaps)
    moves = tuple(
        Offer(f"{EditKind.MOVE} {day} {moment}", f"{_day_name(day, today)}, {moment}")
        for day, moment in choices.moves
    )
    if swaps:
        yield Offers("Swap it for", swaps)
    if choices.easier:
        easier = Offer(f"{EditKind.EASIER} {choices.easier.slug}", choices.easier.name)
        yield Offers("Make it easier", (easier,))
    if moves:
        yield Offers("Move it to", moves)
    yield Offers("Never plan it again", (Offer(EditKind.NOT_FOR_ME, "Not for me"),))


def _day_name(day: date, today: date) -> str:
    return "Today" if day == today else f"{day:%A}"
