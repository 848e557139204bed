"""What a week already holds, so that what is planned next stays within days, times and minutes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from handrail.catalogue.model import Catalogue, Exercise
from handrail.catalogue.words import Purpose
from handrail.person.model import Person
from handrail.person.words import Done
from handrail.planner import constants as c
from handrail.planner.constants import Family
from handrail.planner.dose import room_for
from handrail.planner.slots import DAYS


def family_of(purpose: Purpose) -> Family:
    """The part of a week that a purpose counts towards."""
    return c.FAMILY_OF[purpose]


class Ledger:
    """The days, times and minutes of a week so far, with what was done in the six days before it."""

    def __init__(self, person: Person, catalogue: Catalogue) -> None:
        """Open the ledger with the person's history up to yesterday."""
        self._person = person
        self._week = c.band_week(person.mobility)
        self._days: dict[str, set[date]] = defaultdict(set)
        self._family_days: dict[Family, set[date]] = defaultdict(set)
        self._in_week: set[str] = set()
        self._times: Counter[tuple[date, str]] = Counter()
        self._minutes: dict[tuple[date, Family], float] = defaultdict(float)
        self._strength: dict[date, set[str]] = defaultdict(set)
        for entry in person.history:
            if entry.done is not Done.NONE and entry.date < person.today.date:
                self._mark_day(catalogue[entry.exercise], entry.date)

    def add(self, exercise: Exercise, on: date, minutes: float) -> None:
        """Write one planned item in."""
        self._mark_day(exercise, on)
        self._in_week.add(exercise.slug)
        self._times[on, exercise.slug] += 1
        self._minutes[on, family_of(exercise.purpose)] += minutes
        if family_of(exercise.purpose) is Family.STRENGTH:
            self._strength[on].add(exercise.slug)

    def _mark_day(self, exercise: Exercise, on: date) -> None:
        self._days[exercise.slug].add(on)
        self._family_days[family_of(exercise.purpose)].add(on)

    def is_known(self, exercise: Exercise) -> bool:
        """Whether it was done before, or stands earlier in the week."""
        return bool(self._days[exercise.slug])

    def is_in_week(self, exercise: Exercise) -> bool:
        """Whether it stands somewhere in the week."""
        return exercise.slug in self._in_week

    def days_of(self, exercise: Exercise) -> Collection[date]:
        """The days on which it was done or is planned."""
        return self._days[exercise.slug]

    def days_of_family(self, family: Family) -> Collection[date]:
        """The days on which anything of a family was done or is planned."""
        return self._family_days[family]

    def times_on(self, exercise: Exercise, on: date) -> int:
        """How often it is planned that day."""
        return self._times[on, exercise.slug]

    def days_within(self, exercise: Exercise, on: date) -> int:
        """On how many of the seven days up to this one it stands."""
        return _within_a_week(self._days[exercise.slug], on)

    def minutes_left(self, family: Family, on: date) -> float:
        """How many more minutes of a family the day may hold."""
        return self._week.minutes[family].high - self._minutes[on, family]

    def minutes_on(self, family: Family, on: date) -> float:
        """How many minutes of a family the day holds."""
        return self._minutes[on, family]

    def is_full_for(self, exercise: Exercise, on: date, beside: Iterable[Exercise] = ()) -> bool:
        """Whether the exercise, or its family, has had its times or its days.

        `beside` is what else shall stand there and is not written in yet.
        """
        if self._exercise_had_its_share(exercise, on):
            return True
        family = family_of(exercise.purpose)
        if family is Family.STRENGTH:
            return self._strength_is_full(exercise, on, beside)
        return family is Family.AEROBIC and self._aerobic_had_its_days(on)

    def _exercise_had_its_share(self, exercise: Exercise, on: date) -> bool:
        room = room_for(exercise, self._person)
        if room.per_day is not None and self.times_on(exercise, on) >= room.per_day.high:
            return True
        is_new_day = on not in self._days[exercise.slug]
        return (
            is_new_day and room.per_week is not None and self.days_within(exercise, on) >= room.per_week.high
        )

    def _aerobic_had_its_days(self, on: date) -> bool:
        days = self._family_days[Family.AEROBIC]
        return on not in days and _within_a_week(days, on) >= self._week.aerobic_days

    def _strength_is_full(self, exercise: Exercise, on: date, beside: Iterable[Exercise]) -> bool:
        """Strength rests a day between its days, and keeps to a few exercises a day."""
        days = self._family_days[Family.STRENGTH]
        rests = on - timedelta(days=1) in days or _within_a_week(days, on) >= self._week.strength_days
        if on not in days and rests:
            return True
        new = {other.slug for other in beside if family_of(other.purpose) is Family.STRENGTH}
        planned = self._strength[on] | new
        return exercise.slug not in planned and len(planned) >= self._week.strength_exercises


def fullest_week(days: Collection[date], on: date) -> int:
    """The most of some days that any seven days with this one among them hold."""
    return max(_within_a_week(days, on + timedelta(days=ahead)) for ahead in range(DAYS))


def _within_a_week(days: Collection[date], on: date) -> int:
    return sum(0 <= (on - day).days < DAYS for day in days)
