"""The independent checker: reads a plan as a stranger would, and says everything that is wrong with it.

It shares no code with the gate or the planner, only the values of a plan. Run before a
plan is shown.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from handrail.catalogue.loader import content_root, read_table
from handrail.catalogue.model import Catalogue, Dose, Exercise
from handrail.person.model import Moment, Person
from handrail.planner.check_body import Doing, faults_of
from handrail.planner.model import Bout, Day, Item, Plan

_PLANNER = read_table(content_root() / "planner.toml")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYS = 7
_ROUNDING_MINUTES = 0.11
_SECONDS = 60


def check_plan(plan: Plan, person: Person, catalogue: Catalogue) -> tuple[str, ...]:
    """Every fault of a plan, as sentences that name day, moment and exercise.

    Returns
    -------
    tuple of str
        Empty when the plan is safe, fits its moments, and stays within doses and limits.
    """
    return tuple(_faults(plan, person, catalogue))


def _faults(plan: Plan, person: Person, catalogue: Catalogue) -> Iterator[str]:
    dates = [person.today.date + timedelta(days=ahead) for ahead in range(_DAYS)]
    if [day.date for day in plan.days] != dates:
        yield "The days are not the seven from the check-in's date."
        return
    for day in plan.days:
        yield from (f"{day.date}: {fault}." for fault in _day_faults(day, person, catalogue))
    yield from _week_faults(plan, person, catalogue)


def _day_faults(day: Day, person: Person, catalogue: Catalogue) -> Iterator[str]:
    moments = [m for m in person.moments if _WEEKDAYS[day.date.weekday()] in {d.value for d in m.days}]
    if [bout.moment for bout in day.bouts] != [moment.name for moment in moments]:
        yield "the bouts are not the day's moments"
        return
    if sum(map(_bout_minutes, day.bouts)) > _day_cap(day, person) + _ROUNDING_MINUTES:
        yield "the day holds more minutes than it may"
    for bout, moment in zip(day.bouts, moments, strict=True):
        yield from (f"{bout.moment}, {fault}" for fault in _bout_faults(bout, moment, day, person, catalogue))
    counts = Counter(item.exercise for bout in day.bouts for item in bout.items)
    for slug, times in counts.items():
        per_day = _dose(catalogue[slug], person).per_day
        if per_day is not None and times > per_day.high:
            yield f"{slug} stands {times} times"


def _bout_faults(bout: Bout, moment: Moment, day: Day, person: Person, catalogue: Catalogue) -> Iterator[str]:
    is_today = day.date == person.today.date
    there = person.today.helper if is_today else moment.helper
    if (bout.place, bout.helper, bout.minutes) != (moment.place, there, moment.minutes):
        yield "the place, helper or minutes are not the moment's"
    if _bout_minutes(bout) > moment.minutes * _part_of(day, person) + _ROUNDING_MINUTES:
        yield "the items do not fit its minutes"
    for item in bout.items:
        exercise = catalogue[item.exercise]
        doing = Doing(person, exercise, item, bout, is_today)
        for fault in (*faults_of(doing), *_item_faults(item, exercise, bout, person)):
            yield f"{item.exercise}: {fault}"


def _item_faults(item: Item, exercise: Exercise, bout: Bout, person: Person) -> Iterator[str]:
    if item.exercise in person.avoid or item.exercise in person.therapist.locks:
        yield "somebody said no to it"
    if item.support < exercise.support or not exercise.helper <= item.helper <= bout.helper:
        yield "it is held, or helped, less than the exercise asks for"
    if (item.eyes, item.surface) != (exercise.eyes, exercise.surface):
        yield "eyes or surface are not the exercise's"
    yield from _dose_faults(item, exercise, person)
    if abs(item.minutes - _minutes(item, exercise, person)) > _ROUNDING_MINUTES:
        yield "its minutes do not fit its dose"


def _dose_faults(item: Item, exercise: Exercise, person: Person) -> Iterator[str]:
    dose = _dose(exercise, person)
    limit = person.therapist.doses.get(item.exercise)
    for name in ("sets", "reps", "hold_s", "duration_s"):
        amount, interval = getattr(item, name), getattr(dose, name)
        if amount is not None and interval is not None and amount > interval.high:
            yield f"more {name} than its band allows"
        most = getattr(limit, name, None)
        if amount is not None and most is not None and amount > most:
            yield f"more {name} than the therapist allows"


def _week_faults(plan: Plan, person: Person, catalogue: Catalogue) -> Iterator[str]:
    days: dict[str, set[date]] = defaultdict(set)
    strength: set[date] = set()
    for day in plan.days:
        for item in (item for bout in day.bouts for item in bout.items):
            days[item.exercise].add(day.date)
            if catalogue[item.exercise].purpose.value in _PLANNER["family"]["strength"]:
                strength.add(day.date)
    for slug, dates in days.items():
        limits = [_dose(catalogue[slug], person).per_week, person.therapist.doses.get(slug)]
        most = min(getattr(x, "high", getattr(x, "per_week", None)) or _DAYS for x in limits)
        if len(dates) > most:
            yield f"{slug} stands on {len(dates)} days."
    if any(later - earlier == timedelta(days=1) for earlier, later in pairwise(sorted(strength))):
        yield "Strength stands on two days in a row."


def _dose(exercise: Exercise, person: Person) -> Dose:
    return exercise.dose[min(exercise.dose, key=lambda band: abs(band.rank - _rank(person)))]


def _rank(person: Person) -> int:
    return person.mobility.rank if person.mobility else _DAYS


def _minutes(item: Item, exercise: Exercise, person: Person) -> float:
    """The time an item takes, worked out move by move."""
    rest = _dose(exercise, person).rest_s
    seconds = 0.0
    for number in range(item.sets):
        seconds += rest.low if number and rest else 0
        for side in range(2 if item.side == "each" else 1):
            seconds += _PLANNER["time"]["change_side_s"] if side else 0
            seconds += _one_set(item, exercise)
    return seconds / _SECONDS


def _one_set(item: Item, exercise: Exercise) -> float:
    if item.reps is None and item.duration_s:
        return item.duration_s
    return (item.reps or 1) * (exercise.rep_s + (item.hold_s or 0))


def _bout_minutes(bout: Bout) -> float:
    changeover_s: float = _PLANNER["time"]["changeover_s"]
    changes = max(len(bout.items) - 1, 0) * changeover_s / _SECONDS
    return sum(item.minutes for item in bout.items) + changes


def _part_of(day: Day, person: Person) -> float:
    if day.date != person.today.date:
        return 1.0
    parts: list[tuple[int, float]] = sorted((step["from"], step["part"]) for step in _PLANNER["energy"])
    return max((part for least, part in parts if person.today.energy >= least), default=0.0)


def _day_cap(day: Day, person: Person) -> float:
    band = person.mobility.value if person.mobility else "E"
    most: float = _PLANNER["bands"].get(band, _PLANNER["bands"]["E"])["session_minutes"]
    limit = person.therapist.limits.minutes_per_day
    return (most if limit is None else min(most, limit)) * _part_of(day, person)
