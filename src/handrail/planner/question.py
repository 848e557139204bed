"""What a week may be made of: every candidate of every slot, at every dose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from copy import copy

from handrail.planner.candidates import Candidate, Finder
from handrail.planner.ledger import Ledger
from handrail.planner.slots import At, Slot, SlotDay
from handrail.planner.value import Value, WeekDraft


class Question:
    """Whose week it is, its slots, and what may stand in each: worked out once for many solves."""

    def __init__(self, finder: Finder, days: Sequence[SlotDay]) -> None:
        """Find the candidates of every slot, at every dose."""
        self.person = finder.person
        self.days = days
        self.value = Value(finder.person, finder.catalogue)
        self.ledger = Ledger(finder.person, finder.catalogue)
        self.slots = [day.slots for day in days]
        self.candidates = [
            [self.at_every_dose(finder.candidates(slot), slot) for slot in day.slots] for day in days
        ]

    def worth_of(self, week: WeekDraft) -> int:
        """What a week is worth, in hundredths of a point."""
        return self.value.of_week(week, self.slots)

    def slots_on(self, days: Iterable[int]) -> list[At]:
        """All slots of some days, the days counted from 0."""
        return [(day, slot) for day in days for slot in range(len(self.slots[day]))]

    def slots_by_moment(self) -> list[list[At]]:
        """The slots of each of the person's moments, over the week."""
        slots: dict[str, list[At]] = defaultdict(list)
        for day, at in self.slots_on(range(len(self.slots))):
            slots[self.slots[day][at].moment.name].append((day, at))
        return list(slots.values())

    def with_also(self, candidates: Sequence[Candidate], day: int, slot: int) -> Question:
        """The same question with more to choose from in one slot."""
        wider = copy(self)
        wider.candidates = [list(slots) for slots in self.candidates]
        there = {(each.exercise.slug, each.amount) for each in self.candidates[day][slot]}
        new = [each for each in candidates if (each.exercise.slug, each.amount) not in there]
        wider.candidates[day][slot] = [*self.candidates[day][slot], *new]
        return wider

    def at_every_dose(self, candidates: Sequence[Candidate], slot: Slot) -> list[Candidate]:
        """Candidates at all the doses that a slot has time for."""
        doses = (each for candidate in candidates for each in self._doses(candidate))
        return [candidate for candidate in doses if candidate.minutes <= slot.minutes]

    def _doses(self, candidate: Candidate) -> Iterator[Candidate]:
        bigger: Candidate | None = candidate
        while bigger is not None:
            yield bigger
            bigger = bigger.grown(self.person.mobility)
