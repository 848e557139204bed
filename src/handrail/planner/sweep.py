"""The greedy week made better: some of its slots solved exactly at a time, swept over the week.

Greed puts strength on the first days that take it, so one greedy week is drafted for each way its
rest days can fall. The best two are begun: days alone, today's the first of them, then each moment
over the week. The better one goes on: any two days; all days but two neighbours; and days that lie
apart, since rest days and variety tie them together, and all days but those. Each solve starts from
the best week so far, and where the solver has proven that nothing better can be chosen it is not
asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
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

_STARTS = 2
_ALL = frozenset(range(DAYS))
_PAIRS = tuple(
    frozenset({day, day + apart})
    for apart in (2, 3, 1, 4, 5, 6)  # as far apart as strength's days first: what they trade is worth most
    for day in range(DAYS - apart)
)
_NEIGHBOURS = tuple(map(frozenset, pairwise(range(DAYS))))
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
    drafts = sorted(_drafts(finder, question), key=question.worth_of, reverse=True)
    return Swept(sweep(drafts, question, effort), finder, question)


def _drafts(finder: Finder, question: Question) -> Iterator[WeekDraft]:
    """The week that greed drafts, and one for each way that a week's strength can rest a day in between."""
    days = tuple(question.days)
    yield draft_week(finder, days)
    for with_strength in combinations(range(DAYS), c.band_week(question.person.mobility).strength_days):
        if all(after - before > 1 for before, after in pairwise(with_strength)):
            yield draft_week(finder, days, {days[day].date for day in _ALL.difference(with_strength)})


def sweep(drafts: Sequence[WeekDraft], question: Question, effort: float) -> WeekDraft:
    """A week worth at least as much as the first of some drafts, the best of which come first."""
    begun, left = [], effort
    for draft in _different(drafts)[:_STARTS]:
        week, left = _solved(draft, _alone(question), question, left)
        begun.append(week)
    best = max(begun, key=question.worth_of)
    week, _ = _solved(best, _together(question), question, left)
    return week


def _different(drafts: Sequence[WeekDraft]) -> list[WeekDraft]:
    return [draft for at, draft in enumerate(drafts) if draft not in drafts[:at]]


class _Part(NamedTuple):
    """Which slots are chosen anew together, with how much effort."""

    slots: frozenset[At]
    effort: float


def _solved(
    week: WeekDraft, parts: Iterable[_Part], question: Question, effort: float
) -> tuple[WeekDraft, float]:
    """The week with part after part chosen anew, and the effort that is left."""
    left = effort
    settled: list[frozenset[At]] = []  # that nothing better can be chosen for, as the week is
    for part in parts:
        if left <= 0:
            break
        if any(part.slots <= slots for slots in settled):
            continue
        solved = solve(week, part.slots, question, min(part.effort, left))
        if solved is None:
            continue
        if solved.week is not week:
            settled.clear()
        if solved.proven:
            settled.append(part.slots)
        week, left = solved.week, left - solved.effort
    return week, left


def _alone(question: Question) -> Iterator[_Part]:
    for day in range(DAYS):
        yield _days({day}, "day", question)
    for slots in question.slots_by_moment():
        yield _Part(frozenset(slots), c.SOLVE["moment"])


def _together(question: Question) -> Iterator[_Part]:
    for days in _PAIRS:
        yield _days(days, "pair", question)
    for days in _NEIGHBOURS:
        yield _days(_ALL - days, "but", question)
    for days in _APART:
        yield _days(_ALL - days, "but", question)
        yield _days(days, "apart", question)


def _days(days: Iterable[int], kind: str, question: Question) -> _Part:
    return _Part(frozenset(question.slots_on(days)), c.SOLVE[kind])
