"""Doses and wishes read a second time, item by item, for :mod:`handrail.planner.check`."""

from __future__ import annotations

import math

from handrail.catalogue.loader import content_root, read_table
from handrail.catalogue.model import Dose, Exercise
from handrail.person.model import Entry, Person
from handrail.planner.check_body import Doing, Fault
from handrail.planner.model import Item
from handrail.units import Interval

ROUNDING_MINUTES = 0.11
_TIME = read_table(content_root() / "planner.toml")["time"]
_NO_BAND = 7
_SECONDS = 60
_TENTHS = 10
_DAYS = 7


def changeover_minutes() -> float:
    """The time from one item to the next."""
    return float(_TIME["changeover_s"]) / _SECONDS


def minutes_of(item: Item, exercise: Exercise, person: Person) -> float:
    """The time an item takes, worked out move by move."""
    one_set = _one_set(exercise, item.reps, item.hold_s, item.duration_s)
    return _minutes(item.sets, one_set, _dose(exercise, person), on_each_side=item.side == "each")


def minutes_logged(entry: Entry, exercise: Exercise, person: Person) -> float:
    """The time a log's entry took, in tenths like a plan's; what it does not tell was the least there is."""
    dose, on_each_side = _dose(exercise, person), exercise.sides.value == "each"
    reps = _told(entry.reps, dose.reps)
    one_set = _one_set(exercise, reps, _told(entry.hold_s, dose.hold_s), _told(None, dose.duration_s))
    sets = 1 if entry.sets is None and dose.sets is None else int(_told(entry.sets, dose.sets) or 0)
    minutes = _minutes(sets, one_set, dose, on_each_side=on_each_side)
    tenths = math.ceil(round(minutes * _TENTHS, 6)) / _TENTHS
    return tenths / 2 if on_each_side and entry.side in {"left", "right"} else tenths


def _told(told: float | None, interval: Interval | None) -> float | None:
    return interval.low if told is None and interval else told


def _minutes(sets: int, one_set_s: float, dose: Dose, *, on_each_side: bool) -> float:
    seconds = 0.0
    for number in range(sets):
        seconds += dose.rest_s.low if number and dose.rest_s else 0
        seconds += 2 * one_set_s + _TIME["change_side_s"] if on_each_side else one_set_s
    return seconds / _SECONDS


def _one_set(exercise: Exercise, reps: float | None, hold_s: float | None, duration_s: float | None) -> float:
    if reps is None and duration_s:
        return duration_s
    return (1 if reps is None else reps) * (exercise.rep_s + (hold_s or 0))


def _dose(exercise: Exercise, person: Person) -> Dose:
    rank = person.mobility.rank if person.mobility else _NO_BAND
    return exercise.dose[min(exercise.dose, key=lambda band: abs(band.rank - rank))]


def _more_than_band(lever: str) -> Fault:
    def found(d: Doing) -> bool:
        amount, allowed = getattr(d.item, lever), getattr(_dose(d.exercise, d.person), lever)
        return amount is not None and allowed is not None and amount > allowed.high

    return found


def _more_than_therapist(lever: str) -> Fault:
    def found(d: Doing) -> bool:
        limit = d.person.therapist.doses.get(d.item.exercise)
        amount, most = getattr(d.item, lever), getattr(limit, lever, None)
        return amount is not None and most is not None and amount > most

    return found


def _too_often_that_day(d: Doing) -> bool:
    per_day = _dose(d.exercise, d.person).per_day
    return per_day is not None and d.times_that_day > per_day.high


def _on_too_many_days(d: Doing) -> bool:
    per_week = _dose(d.exercise, d.person).per_week
    limit = d.person.therapist.doses.get(d.item.exercise)
    told = limit.per_week if limit else None
    most = min(per_week.high if per_week else _DAYS, _DAYS if told is None else told)
    return d.days_that_week > most


DOSE_FAULTS: dict[str, Fault] = {
    "the person asked not to have it": lambda d: d.item.exercise in d.person.avoid,
    "the therapist locked it": lambda d: d.item.exercise in d.person.therapist.locks,
    "it is held less than the exercise asks for": lambda d: d.item.support < d.exercise.support,
    "it names less of a helper than the exercise asks for": lambda d: d.item.helper < d.exercise.helper,
    "it names a helper who is not there": lambda d: d.item.helper > d.bout.helper,
    "the eyes are not the exercise's": lambda d: d.item.eyes is not d.exercise.eyes,
    "the surface is not the exercise's": lambda d: d.item.surface is not d.exercise.surface,
    "more sets than its band allows": _more_than_band("sets"),
    "more reps than its band allows": _more_than_band("reps"),
    "a longer hold than its band allows": _more_than_band("hold_s"),
    "a longer time than its band allows": _more_than_band("duration_s"),
    "more sets than the therapist allows": _more_than_therapist("sets"),
    "more reps than the therapist allows": _more_than_therapist("reps"),
    "a longer hold than the therapist allows": _more_than_therapist("hold_s"),
    "its minutes do not fit its dose": lambda d: (
        abs(d.item.minutes - minutes_of(d.item, d.exercise, d.person)) > ROUNDING_MINUTES
    ),
    "it stands more often that day than its dose allows": _too_often_that_day,
    "it stands on more days than its dose allows": _on_too_many_days,
}
