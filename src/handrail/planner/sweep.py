"""The greedy week made better: some of its days solved exactly at a time, swept over the week.

Days alone first, today's the first of them, then the week as a whole, then days that lie apart,
where rest days and variety tie them together. Each solve starts from the best week so far.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.catalogue.model import Catalogue
from handrail.person.model import Person
from handrail.planner import constants as c
from handrail.planner.candidates import Finder
from handrail.planner.model import Plan
from handrail.planner.question import Question
from handrail.planner.slots import DAYS, week_of
from handrail.planner.solve import solve
from handrail.planner.value import WeekDraft
from handrail.planner.week import draft_week, plan_of

_WHOLE = frozenset(range(DAYS))
_APART = ((0, 2, 4), (1, 3, 5), (2, 4, 6), (0, 3, 6), (1, 4, 6), (0, 2, 5), (1, 3, 6))


def sweep_week(person: Person, catalogue: Catalogue, effort: float = c.SOLVE["week"]) -> Plan:
    """Plan seven days from the check-in's date, as well as the solver can within its effort.

    Like :func:`~handrail.planner.week.plan_week`, from the same candidates, so as safe; the same
    input gives the same plan.
    """
    finder = Finder(person, catalogue)
    days = week_of(person, catalogue)
    return plan_of(sweep(draft_week(finder, days), Question(finder, days), effort), finder, days)


def sweep(week: WeekDraft, question: Question, effort: float) -> WeekDraft:
    """A week worth at least as much as `week`."""
    left = effort
    for free, most in _neighbourhoods():
        if left <= 0:
            break
        solved = solve(week, free, question, min(most, left))
        if solved is None:
            continue
        week, left = solved.week, left - solved.effort
        if solved.proven and free == _WHOLE:
            break
    return week


def _neighbourhoods() -> Iterator[tuple[frozenset[int], float]]:
    """Which days are chosen anew together, and with how much effort."""
    for day in range(DAYS):
        yield frozenset({day}), c.SOLVE["day"]
    yield _WHOLE, c.SOLVE["whole"]
    for days in _APART:
        yield frozenset(days), c.SOLVE["apart"]
