"""How far up a ladder a history can have led, read a second time for :mod:`handrail.planner.check`.

From the clinical ground: two good sessions in a row open a rung, three where balance is the point;
a week away costs a rung; two weeks away, a flare-up, a stay in hospital or a new dose start anew.
Read kindly: what else closes a rung again is not looked at, so that a rung above the one found here
was certainly not earned.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from handrail.catalogue.loader import content_root, read_table
from handrail.catalogue.model import Catalogue, Exercise
from handrail.person.model import Entry, Person
from handrail.planner.check_body import Doing, Fault

_RULES = read_table(content_root() / "progression.toml")
_GAP, _OPEN, _FLARE = _RULES["gap"], _RULES["unlock"], _RULES["flare"]
Went = list[tuple[Entry, Exercise]]


def open_rung(ladder: str, person: Person, catalogue: Catalogue) -> int:
    """The hardest rung, from 1, that a history can have opened of a ladder by today."""
    rung, good, before = _first_rung(ladder, person, catalogue), 0, None
    for day, entries in _days_of_practice(person):
        lower = _after_days_away(rung, _between(before, day))
        rung, good, before = lower, good * (lower == rung), day
        tried = ((entry, catalogue[entry.exercise]) for entry in entries)
        good = _good_in_a_row(good, rung, [(each, what) for each, what in tried if what.ladder == ladder])
        if good >= _sessions_needed(ladder, rung, catalogue):
            rung, good = rung + 1, 0
    return _after_days_away(rung, _between(before, person.today.date))


def days_away(person: Person) -> int:
    """The days since anything was done, or went wrong; 0 before there is a history."""
    days = [day for day, _ in _days_of_practice(person)]
    return _between(days[-1] if days else None, person.today.date)


def _between(earlier: date | None, later: date) -> int:
    return (later - earlier).days if earlier else 0


def _days_of_practice(person: Person) -> Iterator[tuple[date, list[Entry]]]:
    """The days that count, oldest first; after a flare-up only the last few weeks, none before a restart."""
    today = person.today.date
    first = today - timedelta(days=_FLARE["days_counted"]) if _flared(person) else date.min
    first = max(first, _restart_day(person))
    entries = [entry for entry in person.history if first <= entry.date <= today and _took_place(entry)]
    for day, of_day in groupby(sorted(entries, key=lambda entry: entry.date), lambda entry: entry.date):
        yield day, list(of_day)


def _flared(person: Person) -> bool:
    return person.screen.relapse_or_steroids_3_months or person.screen.new_symptoms_30_days


def _restart_day(person: Person) -> date:
    """The day of a stay in hospital or a new dose, once it has come; else before all days."""
    day = person.restarted or date.min
    return day if day <= person.today.date else date.min


def _took_place(entry: Entry) -> bool:
    return entry.done.value != "none" or entry.near_fall or entry.fall


def _first_rung(ladder: str, person: Person, catalogue: Catalogue) -> int:
    rungs = catalogue.ladders[ladder]
    anew = _restart_day(person) > date.min or _flared(person)
    begins = None if anew or person.mobility is None else rungs.start.get(person.mobility)
    return catalogue[begins].rung if begins else 1


def _after_days_away(rung: int, days: int) -> int:
    if days >= _GAP["long_days"]:
        return 1
    return max(rung - 1, 1) if days >= _GAP["short_days"] else rung


def _good_in_a_row(good: int, rung: int, went: Went) -> int:
    """Good sessions in a row after one more day; an easier rung than the open one proves nothing."""
    if not all(_was_good(entry, exercise) for entry, exercise in went):
        return 0
    return good + any(exercise.rung >= rung for _, exercise in went)


def _was_good(entry: Entry, exercise: Exercise) -> bool:
    mishap = entry.fall or entry.near_fall or not entry.form_ok or not entry.settled_2h
    touched = exercise.purpose.value == "balance" and entry.touches > 0
    easy = entry.effort <= _OPEN["effort_at_most"]
    morning = entry.next_morning.value if entry.next_morning else "not told"
    return entry.done.value == "full" and easy and not (mishap or touched) and morning in {"fine", "tired"}


def _sessions_needed(ladder: str, rung: int, catalogue: Catalogue) -> float:
    rungs = catalogue.ladders[ladder].rungs
    if rung == len(rungs):
        return float("inf")
    is_balance = catalogue[rungs[rung - 1]].purpose.value == "balance"
    return float(_OPEN["balance_sessions" if is_balance else "sessions"])


def _is_too_high(d: Doing, least_days: int, most_days: int) -> bool:
    return d.exercise.rung > d.open_rung and least_days <= days_away(d.person) < most_days


_EVER = 10**9
RUNG_FAULTS: dict[str, Fault] = {
    "practice has not opened this rung": lambda d: _is_too_high(d, 0, _GAP["short_days"]),
    "it is no rung lower after a week away": lambda d: _is_too_high(d, _GAP["short_days"], _GAP["long_days"]),
    "it is not the first rung after two weeks away": lambda d: _is_too_high(d, _GAP["long_days"], _EVER),
    "it was open only before a stay in hospital or a new dose": lambda d: (
        _restart_day(d.person) > date.min and d.exercise.rung > d.open_rung
    ),
}
