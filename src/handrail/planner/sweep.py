"""The greedy week made better: some of its days solved exactly at a time, swept over the week.

A glance at the week as a whole, which settles much where there is little to choose; days alone,
today's the first of them; each with the next; days that lie apart, since rest days and variety tie
them together; and with what is left of the effort the whole again. Each solve starts from the best
week so far.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from handrail.catalogue.model import Catalogue
from handrail.person.model import Person
from handrail.planner import constants as c
from handrail.planner.candidates import Finder
from handrail.planner.model import Must, Plan, WhyNot
from handrail.planner.question import Question
from handrail.planner.slots import DAYS, week_of
from handrail.planner.solve import solve
from handrail.planner.value import WeekDraft
from handrail.planner.week import draft_week, plan_of
from handrail.planner.whynot import why_not

_WHOLE = frozenset(range(DAYS))
_APART = ((0, 2, 4), (1, 3, 5), (2, 4, 6), (0, 3, 6), (1, 4, 6), (0, 2, 5), (1, 3, 6))


@dataclass(frozen=True, slots=True)
class Swept:
    """A swept week, and whose it is."""

    week: WeekDraft
    finder: Finder
    question: Question

    def plan(self) -> Plan:
        """The week with its reasons."""
        return plan_of(self.week, self.finder, tuple(self.question.days))

    def why_not(self, must: Must) -> WhyNot:
        """Why an exercise does not stand in a slot of it."""
        return why_not(must, self.week, self.finder, self.question)


def swept_for(person: Person, catalogue: Catalogue, effort: float = c.SOLVE["week"]) -> Swept:
    """Seven days from the check-in's date, as well as the solver can within its effort.

    Like :func:`~handrail.planner.week.plan_week`, from the same candidates, so as safe; the same
    input gives the same week.
    """
    finder = Finder(person, catalogue)
    days = week_of(person, catalogue)
    question = Question(finder, days)
    return Swept(sweep(draft_week(finder, days), question, effort), finder, question)


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
        if free == _WHOLE and solved.proven:
            break
    return week


def _neighbourhoods() -> Iterator[tuple[frozenset[int], float]]:
    """Which days are chosen anew together, and with how much effort."""
    yield _WHOLE, c.SOLVE["glance"]
    for day in range(DAYS):
        yield frozenset({day}), c.SOLVE["day"]
    for day, next_day in pairwise(range(DAYS)):
        yield frozenset({day, next_day}), c.SOLVE["pair"]
    for days in _APART:
        yield frozenset(days), c.SOLVE["apart"]
    yield _WHOLE, c.SOLVE["week"]
