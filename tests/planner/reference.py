"""The slow, obvious twin of the solver: every choice of one day, tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from handrail.planner import constants as c
from handrail.planner.candidates import Candidate
from handrail.planner.constants import Family, band_week
from handrail.planner.dose import room_for
from handrail.planner.question import Question
from handrail.planner.slots import Slot
from handrail.planner.value import WeekDraft

TINY = 1e-6


def best_value(week: WeekDraft, day: int, question: Question) -> int:
    """What the best week with this one day chosen anew is worth."""
    others = [list(bouts) for bouts in week]
    values = []
    for bouts in _days(day, question):
        others[day] = [list(bout) for bout in bouts]
        values.append(question.worth_of(others))
    return max(values)


def _days(day: int, question: Question) -> Iterator[tuple[Sequence[Candidate], ...]]:
    slots = question.slots[day]
    bouts = [list(_bouts(question.candidates[day][at], slot)) for at, slot in enumerate(slots)]
    return (chosen for chosen in product(*bouts) if _holds(chosen, day, question))


def _bouts(candidates: Sequence[Candidate], slot: Slot) -> Iterator[Sequence[Candidate]]:
    """Every way to take none or one of each ladder that fits the slot."""
    ladders = dict.fromkeys(candidate.exercise.ladder for candidate in candidates)
    rungs = [[None, *(each for each in candidates if each.exercise.ladder == ladder)] for ladder in ladders]
    for taken in product(*rungs):
        bout = [candidate for candidate in taken if candidate is not None]
        most = max(c.LEAST_ITEMS, int(slot.minutes) // c.MINUTES_PER_ITEM)
        if len(bout) <= most and _minutes(bout) <= slot.minutes + TINY:
            yield bout


def _minutes(bout: Sequence[Candidate]) -> float:
    changes = max(len(bout) - 1, 0) * c.CHANGEOVER_S / 60
    return sum(candidate.minutes for candidate in bout) + changes


def _holds(bouts: Sequence[Sequence[Candidate]], day: int, question: Question) -> bool:
    candidates = [candidate for bout in bouts for candidate in bout]
    return (
        sum(map(_minutes, bouts)) <= question.days[day].minutes + TINY
        and all(_minutes_fit(family, candidates, question) for family in Family)
        and all(_times_fit(candidate, candidates, question) for candidate in candidates)
    )


def _minutes_fit(family: Family, candidates: Sequence[Candidate], question: Question) -> bool:
    taken = sum(candidate.minutes for candidate in candidates if candidate.family is family)
    return taken <= band_week(question.person.mobility).minutes[family].high + TINY


def _times_fit(candidate: Candidate, candidates: Sequence[Candidate], question: Question) -> bool:
    per_day = room_for(candidate.exercise, question.person).per_day
    times = sum(other.exercise.slug == candidate.exercise.slug for other in candidates)
    return per_day is None or times <= per_day.high
