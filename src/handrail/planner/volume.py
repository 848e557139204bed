"""How many minutes a week may hold: fewer after days away and every fourth week, and never a leap.

Numbers and their source: ``content/progression.toml``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from handrail.catalogue.model import Catalogue, Exercise
from handrail.catalogue.words import Sides
from handrail.person.model import Entry, Person
from handrail.person.readiness import restarted_on
from handrail.person.words import Band, Done
from handrail.planner import constants as c
from handrail.planner.dose import least, minutes_of
from handrail.safety.model import Action, Advice

_WEEK = timedelta(weeks=1)


def part_on(person: Person, on: date) -> float:
    """The part of the usual minutes that a day of the coming week may hold.

    Less after days without any session, before the first session since a restart, and in every
    fourth week of training in a row.
    """
    return min(_after_gap(person), c.EASIER_PART if is_easier_week(person, on) else 1.0)


def _after_gap(person: Person) -> float:
    done = [entry.date for entry in _done(person)]
    if not done:
        return 1.0
    is_back = (person.today.date - max(done)).days >= c.SHORT_GAP_DAYS
    return c.GAP_VOLUME if is_back or max(done) < (restarted_on(person) or date.min) else 1.0


def is_easier_week(person: Person, on: date) -> bool:
    """Whether the calendar week of a day is the fourth, eighth and so on of training in a row.

    The week of the check-in counts as one of training for the days that come after it.
    """
    days = Counter(_monday(day) for day in {entry.date for entry in _done(person)})
    this_week = _monday(person.today.date)
    in_a_row, week = 0, _monday(on) - _WEEK
    while week == this_week or days[week] >= c.TRAINED_DAYS:
        in_a_row, week = in_a_row + 1, week - _WEEK
    return (in_a_row + 1) % c.EASIER_EVERY == 0


def most_minutes(person: Person, catalogue: Catalogue) -> float | None:
    """The most minutes that the coming week may hold; None before there is a full week of history.

    A step up from the fullest of the last weeks. What a log does not tell counts as the least
    it can have been. The free part of a band's full week is never called a leap.
    """
    today = person.today.date
    done = [entry for entry in _done(person) if entry.date < today]
    if not any(entry.date <= today - _WEEK for entry in done):
        return None
    weeks: dict[int, float] = defaultdict(float)
    for entry in done:
        weeks[(today - entry.date - timedelta(days=1)) // _WEEK] += minutes_done(entry, catalogue, person)
    fullest = max(weeks[back] for back in range(c.LEAP_WEEKS))
    start = c.LEAP_FREE_PART * _WEEK.days * c.band_week(person.mobility).session_minutes
    return max(c.LEAP_FACTOR * fullest, start)


def minutes_done(entry: Entry, catalogue: Catalogue, person: Person) -> float:
    """How long it took, with the change to the next one, as a plan reckons; 0 for what was left out.

    What a log does not tell counts as the least it can have been.
    """
    if entry.done is Done.NONE:
        return 0.0
    exercise = catalogue[entry.exercise]
    told = {name: getattr(entry, name) for name in ("sets", "reps", "hold_s")}
    amount = least(exercise.dose_for(person.mobility or Band.E))
    amount = replace(amount, **{name: value for name, value in told.items() if value is not None})
    if not amount.sets:
        return 0.0
    minutes = minutes_of(amount, exercise, person.mobility) / (2 if _is_one_side(entry, exercise) else 1)
    return minutes + c.CHANGEOVER_MINUTES


def volume_advice(person: Person, *, is_full: bool) -> Iterator[Advice]:
    """Why this week is shorter than others, or leaves time free because it is as full as it may be."""
    if is_easier_week(person, person.today.date):
        yield Advice(action=Action.MODIFY, rule="easier-week", text=c.SHORTER_SAYS["easier_week"])
    if is_full:
        yield Advice(action=Action.MODIFY, rule="no-leap", text=c.SHORTER_SAYS["leap"])


def _done(person: Person) -> list[Entry]:
    return [e for e in person.history if e.done is not Done.NONE and e.date <= person.today.date]


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())


def _is_one_side(entry: Entry, exercise: Exercise) -> bool:
    return exercise.sides is Sides.EACH and entry.side in {"left", "right"}
