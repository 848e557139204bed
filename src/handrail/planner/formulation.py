"""The question as the solver reads it: what may be chosen, what has to hold, and what it is worth.

Each variable comes with what it is in the week so far. A hint that lacks any is no week to start
from: the solver would have to find out what the rest is worth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from ortools.sat.python import cp_model

from handrail.catalogue.model import Exercise
from handrail.planner import constants as c
from handrail.planner.candidates import Candidate
from handrail.planner.constants import Family
from handrail.planner.dose import room_for
from handrail.planner.fill import in_order, most_items
from handrail.planner.ledger import family_of
from handrail.planner.model import Must
from handrail.planner.question import Question
from handrail.planner.slots import DAYS, At, Slot
from handrail.planner.value import (
    A_DAY,
    AGAIN_THAT_DAY,
    BEYOND,
    FIRST_DAY,
    POSITION,
    THING,
    TO_AIM,
    WARM_UP,
    WeekDraft,
    asks_for_warm_up,
    hundredths,
    posture,
    tenths,
)

CHANGEOVER = hundredths(c.CHANGEOVER_MINUTES)
TENTH = hundredths(0.1)
Expr = cp_model.LinearExpr


@dataclass(frozen=True, slots=True)
class _Choice:
    """One exercise in one slot, its doses from the shortest on: whether it is taken, and its tenths of a minute.

    Variables, or numbers where it is settled; `now` is its tenths in the week so far. Only the
    minutes of a dose are worth anything, so that of equally long ones the biggest is enough.
    """

    doses: Sequence[Candidate]
    at: At
    taken: Expr
    tenths: Expr
    now: int

    @property
    def exercise(self) -> Exercise:
        return self.doses[0].exercise

    @property
    def family(self) -> Family:
        return self.doses[0].family

    @property
    def time(self) -> Expr:
        """Hundredths of a minute, the way to the next one included."""
        return self.tenths * TENTH + self.taken * CHANGEOVER


def _of_length(length: int, doses: Iterable[Candidate]) -> Candidate:
    return next(each for each in doses if tenths(each.minutes) == length)


def total(parts: Iterable[Expr]) -> Expr:
    """The sum of some expressions, an expression even when there are none."""
    return cp_model.LinearExpr.sum(list(parts))


def _stands_now(choices: Iterable[_Choice]) -> bool:
    return any(choice.now for choice in choices)


class Formulation:
    """Some slots of a week to be chosen anew.

    Attributes
    ----------
    model
        What the solver is given; its objective is hundredths of a point.
    free_days
        The days of the slots to be chosen, in order.
    """

    def __init__(self, week: WeekDraft, free: Collection[At], question: Question, must: Must | None) -> None:
        """State the question; the parameters are those of :func:`~handrail.planner.solve.solve`."""
        self._must = must
        self._week = week
        self._free = frozenset(free)
        self.free_days = sorted({day for day, _ in free})
        self._question = question
        self._band = c.band_week(question.person.mobility)
        self.model = cp_model.CpModel()
        self._gains: list[Expr] = []
        self._choices: dict[At, list[_Choice]] = {
            at: self._choices_in(at) for at in question.slots_on(range(DAYS))
        }
        self._choices_by_exercise: dict[tuple[int, str], list[_Choice]] = defaultdict(list)
        for (day, _), choices in self._choices.items():
            for choice in choices:
                self._choices_by_exercise[day, choice.exercise.slug].append(choice)
        self._exercises = {
            choice.exercise.slug: choice.exercise for choices in self._choices.values() for choice in choices
        }
        self._stands = {
            (day, slug): self._any(self._of_exercise(day, slug))
            for day in range(DAYS)
            for slug in self._exercises
        }
        self._used_on = {
            family: self._days_with(family) for family in (Family.BALANCE, Family.STRENGTH, Family.AEROBIC)
        }
        self._build()

    def drawn_week(self, solver: cp_model.CpSolver) -> WeekDraft:
        """The week with what the solver chose."""
        return tuple(
            tuple(
                self._drawn(solver, (day, slot)) if (day, slot) in self._free else bout
                for slot, bout in enumerate(bouts)
            )
            for day, bouts in enumerate(self._week)
        )

    def _drawn(self, solver: cp_model.CpSolver, at: At) -> list[Candidate]:
        chosen = (choice for choice in self._choices[at] if solver.value(choice.taken))
        return in_order(_of_length(solver.value(choice.tenths), choice.doses) for choice in chosen)

    def _choices_in(self, at: At) -> list[_Choice]:
        day, slot = at
        settled = self._week[day][slot]
        if at not in self._free:
            return [self._settled(candidate, at) for candidate in settled]
        chosen = {candidate.exercise.slug: tenths(candidate.minutes) for candidate in settled}
        doses: dict[str, dict[int, Candidate]] = defaultdict(dict)
        for candidate in self._question.candidates[day][slot]:
            doses[candidate.exercise.slug][tenths(candidate.minutes)] = candidate
        return [self._choice(by_length, at, chosen.get(slug, 0)) for slug, by_length in doses.items()]

    def _settled(self, candidate: Candidate, at: At) -> _Choice:
        constant, length = self.model.new_constant, tenths(candidate.minutes)
        return _Choice([candidate], at, constant(1), constant(length), length)

    def _choice(self, doses: dict[int, Candidate], at: At, now: int) -> _Choice:
        lengths = sorted(doses)
        taken = self._yes_or_no(now > 0)
        if len(lengths) == 1:
            return _Choice([doses[lengths[0]]], at, taken, taken * lengths[0], now)
        length = self._number(cp_model.Domain.from_values([0, *lengths]), now)
        self.model.add(length >= lengths[0] * taken)
        self.model.add(length <= lengths[-1] * taken)
        return _Choice([doses[each] for each in lengths], at, taken, length, now)

    def _yes_or_no(self, now: bool) -> cp_model.IntVar:
        return self._number(cp_model.Domain(0, 1), int(now))

    def _number(self, domain: cp_model.Domain, now: int) -> cp_model.IntVar:
        variable = self.model.new_int_var_from_domain(domain, "")
        self.model.add_hint(variable, now)
        return variable

    def _of_day(self, day: int) -> list[_Choice]:
        return [choice for at in self._question.slots_on([day]) for choice in self._choices[at]]

    def _of_exercise(self, day: int, slug: str) -> list[_Choice]:
        return self._choices_by_exercise.get((day, slug), [])

    def _any(self, choices: Sequence[_Choice]) -> Expr:
        """1 where at least one is taken, else 0; what stands in a slot that stays as it is, is taken."""
        if not choices or any(choice.at not in self._free for choice in choices):
            return self.model.new_constant(bool(choices))
        if len(choices) == 1:
            return choices[0].taken
        some = self._yes_or_no(_stands_now(choices))
        rungs: dict[tuple[At, str], list[Expr]] = defaultdict(list)
        for choice in choices:
            rungs[choice.at, choice.exercise.ladder].append(choice.taken)
        for taken in rungs.values():
            self.model.add(some >= total(taken))
        self.model.add(some <= total(choice.taken for choice in choices))
        return some

    def _build(self) -> None:
        for at in self._choices:
            self._one_rung_a_ladder(at)
            self._fits_its_time(at)
            self._few_changes(at)
        for day in range(DAYS):
            self._day_has_room(day)
            self._minutes_of_families(day)
        for slug, exercise in self._exercises.items():
            self._exercise_keeps_its_share(slug, exercise)
            self._worth(slug, exercise)
        self._strength_rests()
        self._aerobic_keeps_its_days()
        if self._must is not None:
            at = self._must.day, self._must.slot
            forced = [each for each in self._choices[at] if each.exercise.slug == self._must.exercise]
            self.model.add(total(each.taken for each in forced) >= 1)
        if self._question.person.mobility in c.ONE_NEW_A_SESSION:
            self._one_new_a_session()
        self.model.maximize(total(self._gains))

    # ---- what holds in one bout

    def _one_rung_a_ladder(self, at: At) -> None:
        rungs: dict[str, list[Expr]] = defaultdict(list)
        for choice in self._choices[at]:
            rungs[choice.exercise.ladder].append(choice.taken)
        for taken in rungs.values():
            self.model.add(total(taken) <= 1)

    def _fits_its_time(self, at: At) -> None:
        choices, slot = self._choices[at], self._slot(at)
        self.model.add(total(each.time for each in choices) <= hundredths(slot.minutes) + CHANGEOVER)
        self.model.add(total(each.taken for each in choices) <= most_items(slot.minutes))

    def _few_changes(self, at: At) -> None:
        things: dict[str, list[_Choice]] = defaultdict(list)
        postures: dict[str, list[_Choice]] = defaultdict(list)
        for choice in self._choices[at]:
            for thing in choice.exercise.equipment:
                things[thing].append(choice)
            postures[posture(choice.exercise)].append(choice)
        some = [self._any(choices) for choices in postures.values()]
        self._gains += [THING * self._any(choices) for choices in things.values()]
        self._gains.append(POSITION * (total(some) - self._is_used(at)))
        easy = [each for each in self._choices[at] if each.family is Family.MOBILITY]
        if asks_for_warm_up(self._slot(at)):
            self._gains.append(WARM_UP * self._any(easy))

    def _is_used(self, at: At) -> Expr:
        return self._any(self._choices[at])

    def _slot(self, at: At) -> Slot:
        day, slot = at
        return self._question.slots[day][slot]

    # ---- what holds in one day

    def _day_has_room(self, day: int) -> None:
        slots = self._question.slots_on([day])
        time = total(each.time for at in slots for each in self._choices[at])
        unused = CHANGEOVER * total(self._is_used(at) for at in slots)
        if day in self.free_days:
            self.model.add(time - unused <= hundredths(self._question.days[day].minutes))

    def _minutes_of_families(self, day: int) -> None:
        for family in Family:
            choices = [each for each in self._of_day(day) if each.family is family]
            amount = total(each.tenths for each in choices)
            aim, most = self._question.value.aim(family), tenths(self._band.minutes[family].high)
            to_aim = self._number(cp_model.Domain(0, aim), min(aim, sum(each.now for each in choices)))
            self.model.add(to_aim <= amount)
            if family in self._used_on:  # says nothing new, but tells the solver early what a day less costs
                self.model.add(to_aim <= aim * self._used_on[family][day])
                self._gains.append(A_DAY[family] * self._used_on[family][day])
            if day in self.free_days:
                self.model.add(amount <= most)
            self._gains.append(BEYOND * amount + (TO_AIM[family] - BEYOND) * to_aim)

    # ---- what holds over the week

    def _exercise_keeps_its_share(self, slug: str, exercise: Exercise) -> None:
        room = room_for(exercise, self._question.person)
        for day in self.free_days:
            if room.per_day is not None:
                self.model.add(self._times(day, slug) <= int(room.per_day.high))
        if room.per_week is not None and room.per_week.high < DAYS:
            stands = [self._stands[day, slug] for day in range(DAYS)]
            self._at_most_in_a_week(stands, self._question.ledger.days_of(exercise), int(room.per_week.high))

    def _times(self, day: int, slug: str) -> Expr:
        return total(choice.taken for choice in self._of_exercise(day, slug))

    def _worth(self, slug: str, exercise: Exercise) -> None:
        stands = [self._stands[day, slug] for day in range(DAYS)]
        worth = self._question.value.of_exercise(exercise)
        everywhere = [choice for day in range(DAYS) for choice in self._of_exercise(day, slug)]
        in_week = self._yes_or_no(_stands_now(everywhere))
        self.model.add(in_week <= total(stands))
        self._gains.append(worth * total(stands) + FIRST_DAY * in_week)
        again = (self._times(day, slug) - self._stands[day, slug] for day in range(DAYS))
        self._gains += [AGAIN_THAT_DAY * times for times in again]

    def _strength_rests(self) -> None:
        ledger, used = self._question.ledger, self._used_on[Family.STRENGTH]
        done = ledger.days_of_family(Family.STRENGTH)
        today = self._question.days[0].date
        if today - timedelta(days=1) in done:
            self.model.add(used[0] <= 0)
        for before, after in pairwise(used):
            self.model.add(before + after <= 1)
        self._at_most_in_a_week(used, done, self._band.strength_days)
        for day in self.free_days:
            stands = [self._stands[day, slug] for slug in self._of(Family.STRENGTH)]
            self.model.add(total(stands) <= self._band.strength_exercises)

    def _aerobic_keeps_its_days(self) -> None:
        done = self._question.ledger.days_of_family(Family.AEROBIC)
        self._at_most_in_a_week(self._used_on[Family.AEROBIC], done, self._band.aerobic_days)

    def _of(self, family: Family) -> list[str]:
        return [slug for slug, each in self._exercises.items() if family_of(each.purpose) is family]

    def _days_with(self, family: Family) -> list[Expr]:
        return [
            self._any([each for each in self._of_day(day) if each.family is family]) for day in range(DAYS)
        ]

    def _at_most_in_a_week(self, stands: Sequence[Expr], done: Collection[date], most: int) -> None:
        """In any seven days, those before this week included."""
        for last in range(DAYS):
            first_date = self._question.days[last].date - timedelta(days=DAYS - 1)
            before = sum(first_date <= day < self._question.days[0].date for day in done)
            self.model.add(total(stands[: last + 1]) <= max(most - before, 0))

    def _one_new_a_session(self) -> None:
        """Of what was never done before, one at most is met for the first time in a bout."""
        first_times: dict[At, list[Expr]] = defaultdict(list)
        for slug, exercise in self._exercises.items():
            if not self._question.ledger.is_known(exercise):
                for at, is_first in self._first_times(slug):
                    first_times[at].append(is_first)
        for firsts in first_times.values():
            self.model.add(total(firsts) <= 1)

    def _first_times(self, slug: str) -> Iterator[tuple[At, Expr]]:
        """Where an exercise may stand, in the week's order, and whether it stands there first."""
        before: Expr = self.model.new_constant(0)
        stood = False
        for day in range(DAYS):
            for choice in self._of_exercise(day, slug):
                stood = stood or choice.now > 0
                by_then = self._yes_or_no(stood)
                self.model.add(by_then >= before)
                self.model.add(by_then >= choice.taken)
                self.model.add(by_then <= before + choice.taken)
                yield choice.at, by_then - before
                before = by_then
