"""Filling one bout greedily: the best that fits, at its lowest dose, then doses up to the time there is.

What is best is what adds most to the value of the week. The solver starts from here.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from handrail.catalogue.model import Catalogue
from handrail.person.model import Person
from handrail.planner import constants as c
from handrail.planner.candidates import Candidate
from handrail.planner.constants import Family
from handrail.planner.ledger import Ledger
from handrail.planner.model import Item
from handrail.planner.slots import Slot
from handrail.planner.value import AGAIN_THAT_DAY, FIRST_DAY, Value, tenths


class Filler:
    """Fills the bouts of a week one after the other, and keeps the ledger."""

    def __init__(
        self, person: Person, catalogue: Catalogue, ledger: Ledger, without_strength: Collection[date] = ()
    ) -> None:
        """Start a week, without strength on some days of it."""
        self._person = person
        self._without_strength = without_strength
        self._ledger = ledger
        self._value = Value(person, catalogue)

    def fill(self, slot: Slot, candidates: Iterable[Candidate], minutes_today: float) -> list[Candidate]:
        """What the bout holds, in the order it is done."""
        minutes = min(slot.minutes, minutes_today)
        chosen = self._choose(slot, self._due(candidates, slot), minutes)
        grown = self._grow(slot, chosen, minutes)
        for candidate in grown:
            self._ledger.add(candidate.exercise, slot.date, candidate.minutes)
        return in_order(grown)

    def _due(self, candidates: Iterable[Candidate], slot: Slot) -> Iterator[Candidate]:
        is_without = slot.date in self._without_strength
        return (each for each in candidates if not (is_without and each.family is Family.STRENGTH))

    def _choose(self, slot: Slot, candidates: Iterable[Candidate], minutes: float) -> list[Candidate]:
        chosen: list[Candidate] = []
        while len(chosen) < most_items(minutes):
            # What does not fit now will not fit beside one more.
            candidates = list(self._fitting(candidates, chosen, slot, minutes))
            gains = [self._gain(each, chosen, slot) for each in candidates]
            most = max(gains, default=0)
            if most <= 0:
                break
            chosen.append(candidates[gains.index(most)])
        return chosen

    def _fitting(
        self, candidates: Iterable[Candidate], chosen: Sequence[Candidate], slot: Slot, minutes: float
    ) -> Iterator[Candidate]:
        others = [other.exercise for other in chosen]
        ladders = {other.ladder for other in others}
        changeover = c.CHANGEOVER_MINUTES if chosen else 0.0
        left = round(minutes - total_minutes(chosen) - changeover, 6)
        left_of = {family: self._family_minutes_left(family, chosen, slot) for family in Family}
        for candidate in candidates:
            if (
                candidate.minutes <= min(left, left_of[candidate.family])
                and candidate.exercise.ladder not in ladders
                and not self._ledger.is_full_for(candidate.exercise, slot.date, others)
                and not self._is_one_new_too_many(candidate, chosen)
            ):
                yield candidate

    def _is_one_new_too_many(self, candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
        if self._person.mobility not in c.ONE_NEW_A_SESSION or self._ledger.is_known(candidate.exercise):
            return False
        return any(not self._ledger.is_known(other.exercise) for other in chosen)

    def _family_minutes_left(self, family: Family, others: Iterable[Candidate], slot: Slot) -> float:
        taken = sum(other.minutes for other in others if other.family is family)
        return round(self._ledger.minutes_left(family, slot.date) - taken, 6)

    def _gain(self, candidate: Candidate, chosen: Sequence[Candidate], slot: Slot) -> int:
        """What a candidate adds to the value of the week."""
        exercise, ledger, value = candidate.exercise, self._ledger, self._value
        again = ledger.times_on(exercise, slot.date) > 0
        return (
            (AGAIN_THAT_DAY if again else value.of_exercise(exercise))
            + FIRST_DAY * (not ledger.is_in_week(exercise))
            + self._gain_of_minutes(candidate, chosen, slot)
            + value.of_bout([*chosen, candidate], slot)
            - value.of_bout(chosen, slot)
        )

    def _gain_of_minutes(self, candidate: Candidate, others: Iterable[Candidate], slot: Slot) -> int:
        family, value = candidate.family, self._value
        here = sum(other.minutes for other in others if other.family is family)
        before = tenths(self._ledger.minutes_on(family, slot.date) + here)
        after = before + tenths(candidate.minutes)
        return value.of_minutes(family, after) - value.of_minutes(family, before)

    def _grow(self, slot: Slot, chosen: list[Candidate], minutes: float) -> list[Candidate]:
        """Raise doses a step at a time, where a minute adds most, the shortest item first."""
        while True:
            order = sorted(range(len(chosen)), key=lambda index: chosen[index].minutes)
            steps = [(at, self._next_dose(chosen[at], _without(chosen, at), slot, minutes)) for at in order]
            bigger = [(at, candidate) for at, candidate in steps if candidate is not None]
            if not bigger:
                return chosen
            at, candidate = max(bigger, key=lambda step: self._gain_a_minute(step[0], step[1], chosen, slot))
            chosen[at] = candidate

    def _gain_a_minute(self, at: int, bigger: Candidate, chosen: list[Candidate], slot: Slot) -> float:
        others = _without(chosen, at)
        more_minutes = bigger.minutes - chosen[at].minutes
        if not more_minutes:
            return math.inf
        gains = (self._gain_of_minutes(candidate, others, slot) for candidate in (bigger, chosen[at]))
        return (next(gains) - next(gains)) / more_minutes

    def _next_dose(
        self, candidate: Candidate, others: list[Candidate], slot: Slot, minutes: float
    ) -> Candidate | None:
        bigger = candidate.grown(self._person.mobility)
        if bigger is None or bigger.minutes > self._family_minutes_left(bigger.family, others, slot):
            return None
        return bigger if total_minutes([*others, bigger]) <= minutes else None


def most_items(minutes: float) -> int:
    """How many items a bout of that length may hold."""
    return max(c.LEAST_ITEMS, int(minutes) // c.MINUTES_PER_ITEM)


def total_minutes(bout: Sequence[Candidate | Item]) -> float:
    """How long a bout takes, with the time to change from one item to the next."""
    changes = max(len(bout) - 1, 0) * c.CHANGEOVER_MINUTES
    return round(sum(each.minutes for each in bout) + changes, 6)


def in_order(bout: Iterable[Candidate]) -> list[Candidate]:
    """As it is done: warm up first, then balance while fresh."""
    return sorted(bout, key=lambda candidate: c.ORDER.index(candidate.family))


def _without(candidates: list[Candidate], at: int) -> list[Candidate]:
    return candidates[:at] + candidates[at + 1 :]
