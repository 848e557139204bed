"""Why an item is in a plan, and why an exercise is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handrail.catalogue.model import Catalogue, Exercise
from handrail.person.model import Person
from handrail.planner import constants as c
from handrail.planner.candidates import Candidate, Finder
from handrail.planner.constants import Family
from handrail.planner.ledger import Ledger
from handrail.planner.model import LeftOut, Reason, ReasonKind
from handrail.planner.slots import Slot
from handrail.safety.gate import is_base_routine, nearest_safe

RUNGS_CALLED_FOR = 2  # above the one planned, as the contract of a plan says


def reasons_for(candidate: Candidate, person: Person, catalogue: Catalogue) -> tuple[Reason, ...]:
    """Why this exercise is there, the person's own choice first; never empty."""
    reasons = tuple(_reasons(candidate, person, catalogue))
    return reasons or (Reason(kind=ReasonKind.DOSE_OWED, text=c.FAMILY_SAYS[candidate.family]),)


def _reasons(candidate: Candidate, person: Person, catalogue: Catalogue) -> Iterator[Reason]:
    exercise = candidate.exercise
    if exercise.slug in person.repertoire:
        yield Reason(kind=ReasonKind.KEPT, text="You chose to keep this one.")
    goals = [c.GOAL_NAMES[goal] for goal in person.goals if exercise.ladder in catalogue.goals[goal]]
    if goals:
        yield Reason(kind=ReasonKind.GOAL, text=f"For your goal: {_listed(goals)}.")
    if exercise.slug in person.therapist.opens:
        yield Reason(kind=ReasonKind.THERAPIST, text="Your therapist opened this one for you.")
    if exercise.slug in person.likes:
        yield Reason(kind=ReasonKind.LIKED, text="You like this one.")
    if is_base_routine(person):
        yield Reason(kind=ReasonKind.BASE_ROUTINE, text="It is part of the base routine after a flare-up.")
    if candidate.standing.why:
        yield Reason(kind=ReasonKind.LADDER, text=candidate.standing.why)
    if candidate.family is Family.MOBILITY:
        yield Reason(kind=ReasonKind.WARM_UP, text=c.FAMILY_SAYS[Family.MOBILITY])


def _listed(goals: list[str]) -> str:
    lowered = [goal[0].lower() + goal[1:] for goal in goals]
    return " and ".join(filter(None, [", ".join(lowered[:-1]), lowered[-1]]))


@dataclass(frozen=True)
class Leaver:
    """Says why exercises are not in a week that is planned.

    `is_full` where the week leaves time free, because more would be a leap.
    """

    finder: Finder
    slots: tuple[Slot, ...]
    planned: frozenset[str]
    ledger: Ledger
    is_full: bool

    def left_out(self) -> tuple[LeftOut, ...]:
        """One entry for every exercise that the person kept, or their goals call for, and the week lacks."""
        wanted = dict.fromkeys((*self.finder.person.repertoire, *self._called_for()))
        return tuple(self._entry(self.finder.catalogue[slug]) for slug in wanted if slug not in self.planned)

    def _called_for(self) -> Iterator[str]:
        catalogue = self.finder.catalogue
        for goal in self.finder.person.goals:
            for ladder in catalogue.goals[goal]:
                rungs = catalogue.ladders[ladder].rungs
                highest = max((at for at, slug in enumerate(rungs) if slug in self.planned), default=-1)
                yield from rungs[highest + 1 : highest + 1 + RUNGS_CALLED_FOR]

    def _entry(self, exercise: Exercise) -> LeftOut:
        refusal = self.finder.refusal(exercise)
        if refusal:
            return self._left(exercise, refusal)
        return self._unsafe(exercise) or self._not_due(exercise)

    def _unsafe(self, exercise: Exercise) -> LeftOut | None:
        """The rules it breaks where it comes closest to being allowed as it stands; None when it is."""
        verdicts = [self.finder.verdict(exercise, slot) for slot in self.slots]
        if not verdicts:
            return None
        closest = min(verdicts, key=lambda verdict: (len(verdict.broken), len(verdict.held_for)))
        if closest.allowed and not closest.held_for:
            return None
        first, *others = closest.broken or closest.held_for
        also = tuple(rule.id for rule in others)
        return LeftOut(
            exercise=exercise.slug, rule=first.id, also=also, text=first.text, instead=self._instead(exercise)
        )

    def _not_due(self, exercise: Exercise) -> LeftOut:
        if exercise.rung - 1 > self.finder.standings[exercise.ladder].index:
            return self._left(exercise, "waiting_its_turn")
        full = all(self.ledger.is_full_for(exercise, slot.date) for slot in self.slots)
        if full and self.slots:
            return self._left(exercise, "dose_met")
        return self._left(exercise, "no_time", "week_full" if self.is_full else "")

    def _left(self, exercise: Exercise, rule: str, says: str = "") -> LeftOut:
        text = c.LEFT_OUT_SAYS[says or rule]
        return LeftOut(exercise=exercise.slug, rule=rule, also=(), text=text, instead=self._instead(exercise))

    def _instead(self, exercise: Exercise) -> str | None:
        """The rung of its ladder that is planned, else the nearest easier one that is safe and wanted."""
        catalogue = self.finder.catalogue
        easier = [rung.slug for rung in catalogue.easier_than(exercise)]
        planned = next((slug for slug in easier if slug in self.planned), None)
        return planned or self._nearest_safe(exercise)

    def _nearest_safe(self, exercise: Exercise) -> str | None:
        chances = [(slot.body, slot.setting) for slot in self.slots]
        found = nearest_safe(exercise, chances, self.finder.catalogue)
        while found is not None:
            easier = found[0].exercise
            if not self.finder.refusal(easier):
                return easier.slug
            found = nearest_safe(easier, chances, self.finder.catalogue)
        return None
