"""What holds over the days of a week together, read a second time for :mod:`handrail.planner.check`.

From the clinical ground: each kind of exercise has its minutes a day and its days in seven, muscles
rest a day after strength, one new exercise is enough for a session, and no week is a leap.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from handrail.catalogue.loader import content_root, read_table
from handrail.catalogue.model import Catalogue
from handrail.person.model import Moment, Person
from handrail.planner.check_dose import ROUNDING_MINUTES
from handrail.planner.check_minutes import band_of, done_by, is_leap
from handrail.planner.check_rungs import open_rung
from handrail.planner.model import Bout, Day, Item, Plan

_PLANNER = read_table(content_root() / "planner.toml")
_KIND: dict[str, str] = {
    purpose: kind for kind, purposes in _PLANNER["family"].items() for purpose in purposes
}
_ONE_NEW: frozenset[str] = frozenset(_PLANNER["new"]["one_a_session"])
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYS = 7
_ONE_DAY = timedelta(days=1)


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
        return Counter((day.date, item.exercise) for day in self.plan.days for item in items_of(day))

    @cached_property
    def days(self) -> Counter[str]:
        """On how many days each exercise stands."""
        return Counter(exercise for _, exercise in self.times)

    @cached_property
    def open_rungs(self) -> dict[str, int]:
        """How far up each planned ladder the history can have led."""
        ladders = {self.catalogue[exercise].ladder for exercise in self.days}
        return {ladder: open_rung(ladder, self.person, self.catalogue) for ladder in ladders}

    @property
    def bouts(self) -> Iterator[Bout]:
        """All its bouts, in the order they come."""
        return (bout for day in self.plan.days for bout in day.bouts)

    def kind(self, exercise: str) -> str:
        """What an exercise counts towards."""
        return _KIND[self.catalogue[exercise].purpose.value]

    def planned_days(self, kind: str) -> set[date]:
        """The days of the plan that hold anything of a kind."""
        return {on for on, exercise in self.times if self.kind(exercise) == kind}

    def days_before(self, kind: str) -> set[date]:
        """The days before the plan on which anything of a kind was done."""
        today = self.person.today.date
        done = done_by(self.person)
        return {each.date for each in done if each.date < today and self.kind(each.exercise) == kind}


def items_of(day: Day) -> Iterator[Item]:
    """All items of a day."""
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
    planned = week.planned_days("strength")
    taken = planned | week.days_before("strength")
    return any(day - _ONE_DAY in taken for day in planned)


def _too_many_days(kind: str) -> Callable[[Week], bool]:
    """Whether seven days that end with a planned one, those before the plan among them, hold too many."""

    def found(week: Week) -> bool:
        planned = week.planned_days(kind)
        taken = planned | week.days_before(kind)
        most: int = band_of(week.person)[f"{kind}_days"]
        return any(
            sum(timedelta(0) <= day - each < _DAYS * _ONE_DAY for each in taken) > most for day in planned
        )

    return found


def _too_many_minutes_of_a_kind(week: Week) -> bool:
    most = {kind: high for kind, (_, high) in band_of(week.person)["minutes"].items()}
    minutes: dict[tuple[date, str], float] = defaultdict(float)
    for day in week.plan.days:
        for item in items_of(day):
            minutes[day.date, week.kind(item.exercise)] += item.minutes
    return any(held > most[kind] + ROUNDING_MINUTES for (_, kind), held in minutes.items())


def _too_many_for_strength(week: Week) -> bool:
    a_day = Counter(on for on, exercise in week.times if week.kind(exercise) == "strength")
    most: int = band_of(week.person)["strength_exercises"]
    return max(a_day.values(), default=0) > most


def _new_ones_together(week: Week) -> bool:
    band = week.person.mobility
    if band is None or band.value not in _ONE_NEW:
        return False
    known = {entry.exercise for entry in done_by(week.person)}
    for bout in week.bouts:
        new = {item.exercise for item in bout.items} - known
        if len(new) > 1:
            return True
        known |= new
    return False


SHAPE_FAULTS: dict[str, Callable[[Week], object]] = {
    "The days are not the seven from the check-in's date": _other_days,
    "The bouts of a day are not the moments of that day": _other_moments,
}
WEEK_FAULTS: dict[str, Callable[[Week], object]] = {
    "Strength stands on two days in a row": _strength_without_rest,
    "Strength stands on more days in seven than the band's": _too_many_days("strength"),
    "Effort for breath and heart stands on more days in seven than the band's": _too_many_days("aerobic"),
    "A day holds more minutes of a kind than the band's": _too_many_minutes_of_a_kind,
    "A day holds more exercises for strength than the band's": _too_many_for_strength,
    "A session holds more than one exercise that is new": _new_ones_together,
    "The week holds more than a step up from the fullest of the last ones": lambda week: is_leap(
        week.plan, week.person, week.catalogue
    ),
}
