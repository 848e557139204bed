"""The independent checker: reads a plan as a stranger would, and says everything that is wrong with it.

It shares no code with the gate or the planner, only the values of a plan. Run before a
plan is shown. Every fault it can name is a key of a table, here or in the files beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from handrail.catalogue.loader import content_root, read_table
from handrail.catalogue.model import Catalogue
from handrail.person.model import Moment, Person
from handrail.planner.check_body import BODY_FAULTS, Doing
from handrail.planner.check_dose import DOSE_FAULTS, ROUNDING_MINUTES
from handrail.planner.check_minutes import (
    DAY_FAULTS,
    Session,
    bout_minutes,
    energy_part,
    is_leap,
    most_of_moment,
)
from handrail.planner.check_rungs import RUNG_FAULTS, open_rung
from handrail.planner.model import Bout, Day, Item, Plan

_STRENGTH = frozenset(read_table(content_root() / "planner.toml")["family"]["strength"])
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYS = 7
_ITEM_FAULTS = BODY_FAULTS | DOSE_FAULTS | RUNG_FAULTS
T = TypeVar("T")


def check_plan(plan: Plan, person: Person, catalogue: Catalogue) -> tuple[str, ...]:
    """Every fault of a plan, as sentences that name day, moment and exercise.

    Returns
    -------
    tuple of str
        Empty when the plan is safe, fits its moments, and stays within doses and limits.
    """
    week = Week(plan, person, catalogue)
    shape = tuple(_found(SHAPE_FAULTS, week))
    return tuple(f"{fault}." for fault in shape or _faults(week))


@dataclass(frozen=True)
class Week:
    """A plan, whose it is, and what may be in it."""

    plan: Plan
    person: Person
    catalogue: Catalogue

    def moments_on(self, on: date) -> tuple[Moment, ...]:
        """The person's moments of a day."""
        weekday = _WEEKDAYS[on.weekday()]
        return tuple(each for each in self.person.moments if weekday in {day.value for day in each.days})

    @cached_property
    def times(self) -> Counter[tuple[date, str]]:
        """How often each exercise stands on each day."""
        return Counter((day.date, item.exercise) for day in self.plan.days for item in _items(day))

    @cached_property
    def days(self) -> Counter[str]:
        """On how many days each exercise stands."""
        return Counter(exercise for _, exercise in self.times)

    @cached_property
    def open_rungs(self) -> dict[str, int]:
        """How far up each planned ladder the history can have led."""
        ladders = {self.catalogue[exercise].ladder for exercise in self.days}
        return {ladder: open_rung(ladder, self.person, self.catalogue) for ladder in ladders}


@dataclass(frozen=True)
class Filled:
    """A bout and the moment it fills."""

    person: Person
    bout: Bout
    moment: Moment
    on: date

    @property
    def helper(self) -> object:
        """Who is there."""
        return self.person.today.helper if self.on == self.person.today.date else self.moment.helper

    @property
    def takes(self) -> float:
        """How long it takes, less what rounding may have added."""
        return bout_minutes(self.bout) - ROUNDING_MINUTES


def _found(faults: Mapping[str, Callable[[T], object]], what: T) -> Iterator[str]:
    return (sentence for sentence, is_so in faults.items() if is_so(what))


def _faults(week: Week) -> Iterator[str]:
    for day in week.plan.days:
        yield from (f"{day.date}: {fault}" for fault in _faults_of_day(day, week))
    yield from _found(WEEK_FAULTS, week)


def _faults_of_day(day: Day, week: Week) -> Iterator[str]:
    moments = week.moments_on(day.date)
    yield from _found(DAY_FAULTS, Session(week.person, day, moments))
    for bout, moment in zip(day.bouts, moments, strict=True):
        filled = Filled(week.person, bout, moment, day.date)
        yield from (f"{bout.moment}: {fault}" for fault in _found(BOUT_FAULTS, filled))
        for item in bout.items:
            faults = _found(_ITEM_FAULTS, _doing(item, filled, week))
            yield from (f"{bout.moment}: {item.exercise}: {fault}" for fault in faults)


def _doing(item: Item, filled: Filled, week: Week) -> Doing:
    exercise = week.catalogue[item.exercise]
    return Doing(
        person=week.person,
        exercise=exercise,
        item=item,
        bout=filled.bout,
        is_today=filled.on == week.person.today.date,
        times_that_day=week.times[filled.on, item.exercise],
        days_that_week=week.days[item.exercise],
        open_rung=week.open_rungs[exercise.ladder],
    )


def _items(day: Day) -> Iterator[Item]:
    return (item for bout in day.bouts for item in bout.items)


def _other_days(week: Week) -> bool:
    today = week.person.today.date
    return [day.date for day in week.plan.days] != [today + timedelta(days=ahead) for ahead in range(_DAYS)]


def _other_moments(week: Week) -> bool:
    return any(
        [bout.moment for bout in day.bouts] != [moment.name for moment in week.moments_on(day.date)]
        for day in week.plan.days
    )


def _strength_without_rest(week: Week) -> bool:
    days = sorted({on for on, slug in week.times if week.catalogue[slug].purpose.value in _STRENGTH})
    return any(later - earlier == timedelta(days=1) for earlier, later in pairwise(days))


SHAPE_FAULTS: dict[str, Callable[[Week], object]] = {
    "The days are not the seven from the check-in's date": _other_days,
    "The bouts of a day are not the moments of that day": _other_moments,
}
WEEK_FAULTS: dict[str, Callable[[Week], object]] = {
    "Strength stands on two days in a row": _strength_without_rest,
    "The week holds more than a step up from the fullest of the last ones": lambda week: is_leap(
        week.plan, week.person, week.catalogue
    ),
}
BOUT_FAULTS: dict[str, Callable[[Filled], object]] = {
    "the place is not the moment's": lambda f: f.bout.place is not f.moment.place,
    "the helper is not the one who is there": lambda f: f.bout.helper is not f.helper,
    "the minutes are not the moment's": lambda f: f.bout.minutes != f.moment.minutes,
    "the items do not fit the moment's minutes": lambda f: (
        f.takes > f.moment.minutes * energy_part(f.person, f.on)
    ),
    "the items make a longer bout than the band's": lambda f: (
        f.takes > most_of_moment(f.person, f.moment) * energy_part(f.person, f.on)
    ),
}
