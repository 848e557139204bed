"""How many minutes a day and a week may hold, read a second time for :mod:`handrail.planner.check`.

From the clinical ground: a session and a bout have their length, less on a tired day; a week away
or a restart costs a quarter of the minutes; every fourth week in a row is lighter; no week is a leap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, takewhile
from typing import Any

from handrail.catalogue.loader import content_root, read_table
from handrail.catalogue.model import Catalogue
from handrail.person.model import Entry, Moment, Person
from handrail.planner.check_dose import ROUNDING_MINUTES, changeover_minutes, minutes_logged
from handrail.planner.model import Bout, Day, Plan

_RULES = read_table(content_root() / "progression.toml")
_PLANNER = read_table(content_root() / "planner.toml")
_BANDS, _ENERGY = _PLANNER["bands"], _PLANNER["energy"]
_GAP, _LIGHTER, _LEAP = _RULES["gap"], _RULES["easier_week"], _RULES["leap"]
_DAYS = 7


@dataclass(frozen=True)
class Session:
    """One day of a plan beside its moments, in the same order."""

    person: Person
    day: Day
    moments: tuple[Moment, ...]

    @property
    def minutes(self) -> float:
        """How long all its bouts take, less what rounding may have added."""
        return sum(map(bout_minutes, self.day.bouts)) - ROUNDING_MINUTES

    @property
    def cap(self) -> float:
        """The most that the band, the therapist and the day's energy leave."""
        limit = self.person.therapist.limits.minutes_per_day
        band: float = band_of(self.person)["session_minutes"]
        return (band if limit is None else min(band, limit)) * energy_part(self.person, self.day.date)

    @property
    def usual(self) -> float:
        """The most of an ordinary day with these moments."""
        part = energy_part(self.person, self.day.date)
        return min(self.cap, part * sum(most_of_moment(self.person, each) for each in self.moments))


def bout_minutes(bout: Bout) -> float:
    """How long a bout takes, with the time between its items."""
    return sum(item.minutes for item in bout.items) + changeover_minutes() * max(len(bout.items) - 1, 0)


def most_of_moment(person: Person, moment: Moment) -> float:
    """How much of a moment one bout may take."""
    return float(min(moment.minutes, band_of(person)["bout_minutes"]))


def energy_part(person: Person, on: date) -> float:
    """The part of the usual minutes that the energy of a day leaves; all of it on any day but today."""
    if on != person.today.date:
        return 1.0
    return max((step["part"] for step in _ENERGY if person.today.energy >= step["from"]), default=0.0)


def band_of(person: Person) -> dict[str, Any]:
    """What a week of the person's band may hold; E's where the band is not known."""
    band: dict[str, Any] = _BANDS.get(person.mobility.value if person.mobility else "E", _BANDS["E"])
    return band


def done_by(person: Person) -> list[Entry]:
    """What was done up to today."""
    return [each for each in person.history if each.done.value != "none" and each.date <= person.today.date]


def _is_back(person: Person) -> bool:
    """Whether the last time that anything was done is a week ago or more, or before a restart."""
    days, today = [entry.date for entry in done_by(person)], person.today.date
    if not days:
        return False
    anew = person.restarted is not None and max(days) < person.restarted <= today
    return anew or today - max(days) >= timedelta(days=_GAP["short_days"])


def _is_lighter(person: Person, on: date) -> bool:
    """Whether three weeks of training, or seven and so on, end right before the week of that day.

    The week that still runs is taken for one of them.
    """
    days = Counter(_monday(day) for day in {entry.date for entry in done_by(person)})
    trained = {monday for monday, number in days.items() if number >= _LIGHTER["days_of_training"]}
    trained.add(_monday(person.today.date))
    before = (_monday(on) - timedelta(weeks=back) for back in count(1))
    in_a_row = len(list(takewhile(trained.__contains__, before)))
    return bool((in_a_row + 1) % _LIGHTER["every"] == 0)


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())


def _most_of_week(person: Person, catalogue: Catalogue) -> float:
    """The minutes that are no leap from the fullest of the last weeks; no end to them in the first one."""
    ago = [((person.today.date - entry.date).days, entry) for entry in done_by(person)]
    if not any(days >= _DAYS for days, _ in ago):
        return float("inf")
    weeks = [0.0] * _LEAP["weeks"]
    for days, entry in ago:
        if 0 < days <= _DAYS * len(weeks):
            weeks[(days - 1) // _DAYS] += _logged(entry, person, catalogue)
    to_begin_with: float = _LEAP["free_part"] * _DAYS * band_of(person)["session_minutes"]
    return max(float(_LEAP["factor"]) * max(weeks), to_begin_with)


def _logged(entry: Entry, person: Person, catalogue: Catalogue) -> float:
    if entry.sets == 0:
        return 0.0
    return minutes_logged(entry, catalogue[entry.exercise], person) + changeover_minutes()


def is_leap(plan: Plan, person: Person, catalogue: Catalogue) -> bool:
    """Whether a week holds more than a step up from the last ones."""
    minutes = sum(bout_minutes(bout) for day in plan.days for bout in day.bouts)
    return minutes > _most_of_week(person, catalogue) + ROUNDING_MINUTES


DAY_FAULTS: dict[str, Callable[[Session], object]] = {
    "the day holds more minutes than a session may": lambda s: s.minutes > s.cap,
    "the day is not shorter though a week or more went by with nothing done": lambda s: (
        _is_back(s.person) and s.minutes > _GAP["volume"] * s.usual
    ),
    "the day is not lighter though its week is a fourth one in a row": lambda s: (
        _is_lighter(s.person, s.day.date) and s.minutes > _LIGHTER["part"] * s.usual
    ),
}
