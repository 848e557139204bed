"""The moments of the coming week, each with the body and the setting it finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from handrail.catalogue.model import Catalogue
from handrail.person.model import Moment, Person
from handrail.person.words import HelperNear, Weekday
from handrail.planner import constants as c
from handrail.planner.volume import most_minutes, part_on
from handrail.safety.gate import body_on, ordinary_day, setting_of
from handrail.safety.model import Body, Setting

DAYS = 7
At = tuple[int, int]  # a day of the week, and a slot of that day, from 0
_WEEKDAYS = tuple(Weekday)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One moment of one day. `minutes` is how much of it may be planned."""

    moment: Moment
    date: date
    body: Body
    setting: Setting
    minutes: float

    @property
    def helper(self) -> HelperNear:
        """Who is there."""
        return self.setting.helper


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotDay:
    """One day's slots in the order of the person's moments. `minutes` is the most of the whole day.

    `freed` is how many more there would be time for, if the week were not a leap then.
    """

    date: date
    minutes: float
    slots: tuple[Slot, ...]
    freed: float = 0.0

    @property
    def room(self) -> float:
        """How many of its minutes there are moments for."""
        return min(self.minutes, sum(slot.minutes for slot in self.slots))


def week_of(person: Person, catalogue: Catalogue) -> tuple[SlotDay, ...]:
    """Seven days from the check-in's date.

    Today's check-in and helper hold for today; the other days are ordinary, with each
    moment's own helper. Where the week would be a leap from the last ones, each day is shortened alike.
    """
    today = person.today
    later = body_on(person, ordinary_day(person, today.date + timedelta(days=1)))
    days = [_day(person, today.date, body_on(person, today))]
    days += [_day(person, today.date + timedelta(days=ahead), later) for ahead in range(1, DAYS)]
    most, room = most_minutes(person, catalogue), sum(day.room for day in days)
    if most is None or room <= most:
        return tuple(days)
    part = most / room
    return tuple(replace(day, minutes=day.room * part, freed=day.room * (1 - part)) for day in days)


def find_slot(days: Sequence[SlotDay], on: date, moment: str) -> tuple[int, int] | None:
    """Which day and which slot of it, both from 0, a moment of a date is; None where there is none."""
    places = ((at, day) for at, day in enumerate(days) if day.date == on)
    return next(
        ((at, slot) for at, day in places for slot, one in enumerate(day.slots) if one.moment.name == moment),
        None,
    )


def _day(person: Person, on: date, body: Body) -> SlotDay:
    part = c.energy_part(body.day.energy) * part_on(person, on)
    caps = (c.band_week(person.mobility).session_minutes, person.therapist.limits.minutes_per_day)
    minutes = part * min(cap for cap in caps if cap is not None)
    slots = tuple(_slot(person, moment, on, body, part) for moment in _moments(person, on))
    return SlotDay(date=on, minutes=minutes, slots=slots)


def _moments(person: Person, on: date) -> Iterator[Moment]:
    return (moment for moment in person.moments if _WEEKDAYS[on.weekday()] in moment.days)


def _slot(person: Person, moment: Moment, on: date, body: Body, part: float) -> Slot:
    is_today = on == person.today.date
    setting = setting_of(moment, person, person.today.helper if is_today else moment.helper)
    minutes = part * min(moment.minutes, c.band_week(person.mobility).bout_minutes)
    return Slot(moment=moment, date=on, body=body, setting=setting, minutes=minutes)
