"""How much of an exercise, and how long that takes: the one arithmetic of doses.

A set is its repetitions, each with its hold, or a stretch of time. Sides are done in
turn within a set: set one weaker side, set one other side, rest, set two, and so on.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from handrail.catalogue.model import Dose, Exercise
from handrail.catalogue.words import Purpose, Sides
from handrail.person.model import Person
from handrail.person.words import Band
from handrail.planner import constants as c
from handrail.units import SECONDS_PER_MINUTE, Interval

_ONCE = Interval(1, 1)
_LEVERS = ("reps", "hold_s", "duration_s", "sets")
_BALANCE_LEVERS = ("hold_s", "reps", "duration_s", "sets")
_TENTHS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A settled dose: sets a side, and repetitions, held or not, or a duration in seconds."""

    sets: int
    reps: int | None
    hold_s: float | None
    duration_s: float | None


def room_for(exercise: Exercise, person: Person) -> Dose:
    """The dose ranges of the person's band, lowered to what their therapist allows."""
    dose = exercise.dose_for(person.mobility or Band.E)
    limit = person.therapist.doses.get(exercise.slug)
    if limit is None:
        return dose if dose.sets else replace(dose, sets=_ONCE)
    return replace(
        dose,
        sets=_lowered(dose.sets or _ONCE, limit.sets),
        reps=_lowered(dose.reps, limit.reps),
        hold_s=_lowered(dose.hold_s, limit.hold_s),
        per_week=_lowered(dose.per_week, limit.per_week),
    )


def _lowered(interval: Interval | None, limit: float | None) -> Interval | None:
    if interval is None or limit is None:
        return interval
    return Interval(min(interval.low, limit), min(interval.high, limit))


def allows_none(exercise: Exercise, person: Person) -> bool:
    """Whether the therapist's limit for this exercise leaves nothing of it."""
    limit = person.therapist.doses.get(exercise.slug)
    return limit is not None and 0 in {limit.sets, limit.reps, limit.hold_s, limit.per_week}


def least(room: Dose) -> Amount:
    """The lowest dose of the ranges."""
    reps = room.reps
    return Amount(
        sets=int((room.sets or _ONCE).low),
        reps=None if reps is None else int(reps.low),
        hold_s=None if room.hold_s is None else room.hold_s.low,
        duration_s=None if room.duration_s is None else room.duration_s.low,
    )


def more(amount: Amount, room: Dose, purpose: Purpose) -> Iterator[Amount]:
    """The next bigger doses inside the ranges, one lever each, the lever to move first first."""
    for lever in _BALANCE_LEVERS if purpose is Purpose.BALANCE else _LEVERS:
        now, most = getattr(amount, lever), getattr(room, lever)
        if now is not None and most is not None and now < most.high:
            raised = min(now + c.STEP[lever], most.high)
            yield replace(amount, **{lever: type(now)(raised)})


def minutes_of(amount: Amount, exercise: Exercise, band: Band | None) -> float:
    """How long the dose takes, rests and both sides included, in minutes rounded up to a tenth.

    Rests between sets are the shortest of the band's range; changing sides takes its time
    once a set.
    """
    sides = 2 if exercise.sides is Sides.EACH else 1
    rest = exercise.dose_for(band or Band.E).rest_s
    rest_s = 0 if rest is None else rest.low
    seconds = (
        amount.sets * sides * _set_s(amount, exercise.rep_s)
        + amount.sets * (sides - 1) * c.CHANGE_SIDE_S
        + (amount.sets - 1) * rest_s
    )
    return math.ceil(round(seconds * _TENTHS / SECONDS_PER_MINUTE, 6)) / _TENTHS


def _set_s(amount: Amount, rep_s: float) -> float:
    held_s = amount.hold_s or 0
    if amount.reps is None:
        return amount.duration_s or (rep_s + held_s)
    return amount.reps * (rep_s + held_s)
