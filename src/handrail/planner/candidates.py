"""What a person could do in a slot: the rung of every ladder that their history and the gate open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from handrail.catalogue.model import Catalogue, Dose, Exercise, Ladder
from handrail.person.model import Person
from handrail.person.words import Band
from handrail.planner.constants import Family
from handrail.planner.dose import Amount, allows_none, least, minutes_of, more, room_for
from handrail.planner.ledger import family_of
from handrail.planner.progression import Standing, rung_for
from handrail.planner.slots import Slot
from handrail.safety.gate import is_base_routine, judge
from handrail.safety.model import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An exercise as the gate allows it in a slot, with its dose and the room its dose may grow in.

    `family` is the part of the week it counts towards.
    """

    exercise: Exercise
    family: Family
    standing: Standing
    room: Dose
    amount: Amount
    minutes: float
    may_grow: bool

    def grown(self, band: Band | None) -> Candidate | None:
        """The same with the next bigger dose, one lever moved by one step; None at the top of its room."""
        amounts = more(self.amount, self.room, self.exercise.purpose) if self.may_grow else iter(())
        amount = next(amounts, None)
        if amount is None:
            return None
        return replace(self, amount=amount, minutes=minutes_of(amount, self.exercise, band))


@dataclass
class Finder:
    """Finds candidates; remembers them and the verdicts, because the days of a week are much alike."""

    person: Person
    catalogue: Catalogue
    standings: Mapping[str, Standing] = field(init=False)
    _verdicts: dict[tuple[object, ...], Verdict] = field(default_factory=dict)
    _candidates: dict[tuple[object, ...], tuple[Candidate, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Walk the person's history once a ladder."""
        ladders = self.catalogue.ladders.values()
        self.standings = {ladder.slug: rung_for(self.person, ladder, self.catalogue) for ladder in ladders}

    def verdict(self, exercise: Exercise, slot: Slot) -> Verdict:
        """The gate's answer in this slot."""
        key = (exercise.slug, slot.body.day.date, slot.setting)
        if key not in self._verdicts:
            self._verdicts[key] = judge(exercise, slot.body, slot.setting)
        return self._verdicts[key]

    def refusal(self, exercise: Exercise) -> str:
        """Who said no to it: ``"avoid"``, ``"locked"``, or empty when nobody did."""
        if exercise.slug in self.person.avoid:
            return "avoid"
        locked = exercise.slug in self.person.therapist.locks or allows_none(exercise, self.person)
        return "locked" if locked else ""

    def is_within_reach(self, exercise: Exercise) -> bool:
        """Whether nobody said no to it, and the person's history has opened its rung."""
        reached = self.standings[exercise.ladder].index
        return not self.refusal(exercise) and exercise.rung - 1 <= reached

    def candidate(self, exercise: Exercise, slot: Slot) -> Candidate | None:
        """The exercise itself, where it is within reach and the gate allows it in the slot."""
        return next((self._candidate(rung, slot) for rung in self._open([exercise.slug], slot)), None)

    def candidates(self, slot: Slot) -> tuple[Candidate, ...]:
        """The rungs kept by the person, else the hardest one that is open, of every ladder."""
        key = (slot.body.day.date, slot.setting, slot.minutes)
        if key not in self._candidates:
            ladders = self.catalogue.ladders.values()
            self._candidates[key] = tuple(each for ladder in ladders for each in self._on(ladder, slot))
        return self._candidates[key]

    def _on(self, ladder: Ladder, slot: Slot) -> Iterator[Candidate]:
        reached = ladder.rungs[self.standings[ladder.slug].index :: -1]
        kept = [slug for slug in reached if slug in self.person.repertoire]
        rungs = list(self._open(kept, slot)) or self._hardest_open(reached, slot)
        yield from (self._candidate(rung, slot) for rung in rungs)

    def _hardest_open(self, slugs: Sequence[str], slot: Slot) -> list[Exercise]:
        """The hardest rung that is open as it stands, else the hardest one held firmer than its name says."""
        held_firmer: list[Exercise] = []
        for exercise in self._open(slugs, slot):
            if exercise.support is self.catalogue[exercise.slug].support:
                return [exercise]
            held_firmer.append(exercise)
        return held_firmer[:1]

    def _open(self, slugs: Iterable[str], slot: Slot) -> Iterator[Exercise]:
        for exercise in filter(self.is_within_reach, map(self.catalogue.__getitem__, slugs)):
            verdict = self.verdict(exercise, slot)
            if verdict.allowed:
                yield verdict.exercise

    def _candidate(self, exercise: Exercise, slot: Slot) -> Candidate:
        room = room_for(exercise, self.person)
        amount = self._due(exercise, room)
        if self._minutes(amount, exercise) > slot.minutes:
            amount = least(room)
        return Candidate(
            exercise=exercise,
            family=family_of(exercise.purpose),
            standing=self.standings[exercise.ladder],
            room=room,
            amount=amount,
            minutes=self._minutes(amount, exercise),
            may_grow=self._may_grow(exercise),
        )

    def _due(self, exercise: Exercise, room: Dose) -> Amount:
        """The lowest dose, but for the hold that the last sessions on this rung have earned."""
        amount, hold_s = least(room), self.standings[exercise.ladder].hold_s
        on_it = exercise.rung - 1 == self.standings[exercise.ladder].index
        if room.hold_s is None or not (on_it and self._may_grow(exercise)):
            return amount
        return replace(amount, hold_s=min(max(hold_s, room.hold_s.low), room.hold_s.high))

    def _may_grow(self, exercise: Exercise) -> bool:
        return not (self.standings[exercise.ladder].gentle or is_base_routine(self.person))

    def _minutes(self, amount: Amount, exercise: Exercise) -> float:
        return minutes_of(amount, exercise, self.person.mobility)
