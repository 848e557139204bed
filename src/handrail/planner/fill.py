"""Filling one bout greedily: the best that fits, at its lowest dose, then doses up to the time there is.

This is the place of an exact solver: it may answer the same question with a better bout.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from handrail.catalogue.model import Catalogue
from handrail.person.model import Person
from handrail.planner import constants as c
from handrail.planner.candidates import Candidate
from handrail.planner.dose import minutes_of, more
from handrail.planner.ledger import Ledger
from handrail.planner.slots import Slot
from handrail.units import SECONDS_PER_MINUTE

CHANGEOVER_MINUTES = c.CHANGEOVER_S / SECONDS_PER_MINUTE


class Filler:
    """Fills the bouts of a week one after the other, and keeps the ledger."""

    def __init__(self, person: Person, catalogue: Catalogue, ledger: Ledger) -> None:
        """Start a week."""
        self._person = person
        self._catalogue = catalogue
        self._ledger = ledger
        self._worth = _worth_of_ladders(person, catalogue)

    def fill(self, slot: Slot, candidates: Iterable[Candidate], minutes_today: float) -> list[Candidate]:
        """What the bout holds, in the order it is done."""
        minutes = min(slot.minutes, minutes_today)
        chosen = self._choose(slot, list(candidates), minutes)
        grown = self._grow(slot, chosen, minutes)
        for candidate in grown:
            self._ledger.add(candidate.exercise, slot.date, candidate.minutes)
        return sorted(grown, key=lambda candidate: c.ORDER.index(candidate.family))

    def _choose(self, slot: Slot, candidates: Sequence[Candidate], minutes: float) -> list[Candidate]:
        chosen: list[Candidate] = []
        most = max(c.LEAST_ITEMS, int(minutes) // c.MINUTES_PER_ITEM)
        while len(chosen) < most:
            fitting = [each for each in candidates if self._fits(each, chosen, slot, minutes)]
            if not fitting:
                break
            chosen.append(max(fitting, key=lambda each: self._score(each, chosen, slot)))
        return chosen

    def _fits(self, candidate: Candidate, chosen: Sequence[Candidate], slot: Slot, minutes: float) -> bool:
        exercise = candidate.exercise
        same_ladder = any(other.exercise.ladder == exercise.ladder for other in chosen)
        return (
            not same_ladder
            and not self._ledger.is_full_for(exercise, slot.date)
            and not self._is_one_new_too_many(candidate, chosen)
            and total_minutes([*chosen, candidate]) <= minutes
            and candidate.minutes <= self._family_minutes_left(candidate, chosen, slot)
        )

    def _is_one_new_too_many(self, candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
        if self._person.mobility not in c.ONE_NEW_A_SESSION or self._ledger.is_known(candidate.exercise):
            return False
        return any(not self._ledger.is_known(other.exercise) for other in chosen)

    def _family_minutes_left(self, candidate: Candidate, others: Iterable[Candidate], slot: Slot) -> float:
        taken = sum(other.minutes for other in others if other.family is candidate.family)
        return round(self._ledger.minutes_left(candidate.family, slot.date) - taken, 6)

    def _score(self, candidate: Candidate, chosen: Sequence[Candidate], slot: Slot) -> float:
        exercise, ledger, person = candidate.exercise, self._ledger, self._person
        held = any(other.family is candidate.family for other in chosen)
        return (
            self._worth.get(exercise.ladder, 0.0)
            + c.SCORE["kept"] * (exercise.slug in person.repertoire)
            + c.SCORE["liked"] * (exercise.slug in person.likes)
            + c.SCORE["therapist"] * (exercise.slug in person.therapist.opens)
            + c.SCORE["owed"] * (ledger.owes(candidate.family, slot.date) and not held)
            + c.SCORE["long"] * (candidate.minutes >= c.SCORE["long_minutes"])
            + c.SCORE["done_today"] * ledger.times_on(exercise, slot.date)
            + c.SCORE["done_this_week"] * ledger.days_within(exercise, slot.date)
        )

    def _grow(self, slot: Slot, chosen: list[Candidate], minutes: float) -> list[Candidate]:
        """Raise doses a step at a time, the shortest item first, until the bout is filled well."""
        while total_minutes(chosen) < c.FILL * minutes:
            for at in sorted(range(len(chosen)), key=lambda index: chosen[index].minutes):
                bigger = self._next_dose(chosen[at], chosen[:at] + chosen[at + 1 :], slot, minutes)
                if bigger is not None:
                    chosen[at] = bigger
                    break
            else:
                break
        return chosen

    def _next_dose(
        self, candidate: Candidate, others: list[Candidate], slot: Slot, minutes: float
    ) -> Candidate | None:
        if not candidate.may_grow:
            return None
        for amount in more(candidate.amount, candidate.room, candidate.exercise.purpose):
            longer = minutes_of(amount, candidate.exercise, self._person.mobility)
            bigger = replace(candidate, amount=amount, minutes=longer)
            left = self._family_minutes_left(bigger, others, slot)
            if longer <= left and total_minutes([*others, bigger]) <= minutes:
                return bigger
        return None


def total_minutes(candidates: Sequence[Candidate]) -> float:
    """How long a bout takes, with the time to change from one item to the next."""
    changes = max(len(candidates) - 1, 0) * CHANGEOVER_MINUTES
    return round(sum(candidate.minutes for candidate in candidates) + changes, 6)


def _worth_of_ladders(person: Person, catalogue: Catalogue) -> dict[str, float]:
    """What each ladder is worth to the person's goals, the first goal's first ladder most."""
    worth: dict[str, float] = {}
    for rank, goal in enumerate(person.goals):
        for place, ladder in enumerate(catalogue.goals[goal]):
            points = c.SCORE["goal"] - rank * c.SCORE["next_goal"] - place * c.SCORE["next_ladder"]
            worth[ladder] = max(worth.get(ladder, 0.0), points)
    return worth
