"""The independent checker: reads a plan as a stranger would, and says everything that is wrong with it.

It shares no code with the gate or the planner, only the values of a plan. Run before a
plan is shown. Every fault it can name is a key of a table, here or in the files beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from handrail.catalogue.model import Catalogue
from handrail.person.model import Moment, Person
from handrail.planner.check_body import BODY_FAULTS, Doing
from handrail.planner.check_dose import DOSE_FAULTS, ROUNDING_MINUTES
from handrail.planner.check_minutes import (
    DAY_FAULTS,
    Session,
    bout_minutes,
    energy_part,
    most_of_moment,
)
from handrail.planner.check_rungs import RUNG_FAULTS
from handrail.planner.check_week import SHAPE_FAULTS, WEEK_FAULTS, Week
from handrail.planner.model import Bout, Day, Item, Plan

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
