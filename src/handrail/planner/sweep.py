"""The greedy week made better: some of its slots solved exactly at a time, swept over the week.

Greed puts strength on the first days that take it, so one greedy week is drafted for each way its
rest days can fall, and the best is swept. Days alone first, today's the first of them; then each
moment over the week; the whole from a menu of what the week holds, which settles where each of it
stands best; each day with the next; days that lie apart, since rest days and variety tie them
together, and all days but those; and all but two days. Each solve starts from the best week so far.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from typing import NamedTuple

from handrail.catalogue.model import Catalogue
from handrail.person.model import Person
from handrail.planner import constants as c
from handrail.planner.candidates import Finder
from handrail.planner.model import Must, Plan, WhyNot
from handrail.planner.question import Question
from handrail.planner.slots import DAYS, At, week_of
from handrail.planner.solve import solve
from handrail.planner.value import WeekDraft
from handrail.planner.week import draft_week, plan_of
from handrail.planner.whynot import why_not

_ALL = frozenset(range(DAYS))
_NEXT = tuple(map(frozenset, pairwise(range(DAYS))))
_APART = tuple(map(frozenset, ((0, 2, 4), (1, 3, 5), (2, 4, 6), (0, 3, 6), (1, 4, 6), (0, 2, 5), (1, 3, 6))))


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
    return Swept(sweep(_best_draft(finder, question), question, effort), finder, question)


def _best_draft(finder: Finder, question: Question) -> WeekDraft:
    """The best of the greedy weeks: the one that greed drafts, and one for each set of strength's days."""
    days = tuple(question.days)
    drafts = [draft_week(finder, days, without) for without in _without_strength(question)]
    return max(
        [draft_week(finder, days), *drafts], key=lambda week: question.value.of_week(week, question.slots)
    )


def _without_strength(question: Question) -> Iterator[Collection[date]]:
    """The days that hold no strength, for each way that a week's strength can rest a day in between."""
    for with_strength in combinations(range(DAYS), c.band_week(question.person.mobility).strength_days):
        if all(after - before > 1 for before, after in pairwise(with_strength)):
            yield [question.days[day].date for day in _ALL.difference(with_strength)]


def sweep(week: WeekDraft, question: Question, effort: float) -> WeekDraft:
    """A week worth at least as much as `week`."""
    left = effort
    for part in _parts(question):
        if left <= 0:
            break
        choices = question.with_only(_slugs(week)) if part.from_menu else question
        solved = solve(week, part.slots, choices, min(part.effort, left))
        if solved is not None:
            week, left = solved.week, left - solved.effort
    return week


class _Part(NamedTuple):
    """Which slots are chosen anew together, with how much effort, and whether from what the week holds alone."""

    slots: frozenset[At]
    effort: float
    from_menu: bool = False


def _parts(question: Question) -> Iterator[_Part]:
    for day in range(DAYS):
        yield _Part(question.slots_on({day}), c.SOLVE["day"])
    for slots in question.slots_by_moment():
        yield _Part(slots, c.SOLVE["moment"])
    yield _Part(question.slots_on(_ALL), c.SOLVE["menu"], from_menu=True)
    for days in _NEXT:
        yield _Part(question.slots_on(days), c.SOLVE["pair"])
    for days in _APART:
        yield _Part(question.slots_on(days), c.SOLVE["apart"])
        yield _Part(question.slots_on(_ALL - days), c.SOLVE["but"])
    for days in _NEXT:
        yield _Part(question.slots_on(_ALL - days), c.SOLVE["but"])


def _slugs(week: WeekDraft) -> frozenset[str]:
    return frozenset(placed.exercise.slug for day in week for bout in day for placed in bout)
