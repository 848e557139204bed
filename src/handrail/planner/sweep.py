"""The greedy week made better: some of its days solved exactly at a time, swept over the week.

Days alone first, today's the first of them; then the week as a whole from a menu of what those days
hold, which settles where each of it stands best; each day with the next; days that lie apart, since
rest days and variety tie them together; and with what is left of the effort the whole from
everything. Each solve starts from the best week so far.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

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
    for part in _parts():
        if left <= 0:
            break
        choices = question.with_only(_slugs(week)) if part.from_menu else question
        solved = solve(week, part.days, choices, min(part.effort, left))
        if solved is None:
            continue
        week, left = solved.week, left - solved.effort
    return week


class _Part(NamedTuple):
    """Which days are chosen anew together, with how much effort, and whether from what the week holds alone."""

    days: frozenset[int]
    effort: float
    from_menu: bool = False


def _parts() -> Iterator[_Part]:
    for day in range(DAYS):
        yield _Part(frozenset({day}), c.SOLVE["day"])
    yield _Part(_WHOLE, c.SOLVE["menu"], from_menu=True)
    for day, next_day in pairwise(range(DAYS)):
        yield _Part(frozenset({day, next_day}), c.SOLVE["pair"])
    for days in _APART:
        yield _Part(frozenset(days), c.SOLVE["apart"])
    yield _Part(_WHOLE, c.SOLVE["week"])


def _slugs(week: WeekDraft) -> frozenset[str]:
    return frozenset(placed.exercise.slug for day in week for bout in day for placed in bout)
