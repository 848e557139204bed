"""What an item of a plan can become: others in its place, an easier rung, other moments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from handrail.catalogue.model import Catalogue, Exercise
from handrail.person.model import Person
from handrail.planner.edit import instead, moved
from handrail.planner.model import Item, Plan
from handrail.planner.room import Room, Week, Where, without
from handrail.planner.slots import Slot

SWAPS = 3
MOVES = 4


class Choices(NamedTuple):
    """A few of each, so that choosing stays easy; every one passes the gate and fits."""

    swaps: tuple[Exercise, ...]
    easier: Exercise | None
    moves: tuple[Where, ...]


class Chooser:
    """Offers choices for the items of one plan."""

    def __init__(self, plan: Plan, person: Person, catalogue: Catalogue) -> None:
        """Look at a plan of this person's week."""
        self._plan = plan
        self._week = Week(person, catalogue)

    def choices(self, where: Where, item: Item) -> Choices:
        """What this item can become."""
        rest = without(self._plan, where, item.exercise)
        chance = _Chance(self._week, Room(rest, self._week), where, item)
        return Choices(
            swaps=tuple(islice(chance.swaps(self._ladders_at(rest, where)), SWAPS)),
            easier=next(chance.easier(), None),
            moves=chance.moves(),
        )

    def _ladders_at(self, plan: Plan, where: Where) -> set[str]:
        bouts = (bout for day in plan.days for bout in day.bouts if (day.date, bout.moment) == where)
        return {self._week.catalogue[item.exercise].ladder for bout in bouts for item in bout.items}


@dataclass(frozen=True)
class _Chance:
    """One item, and the room that the plan has without it."""

    week: Week
    room: Room
    where: Where
    item: Item

    @property
    def now(self) -> Exercise:
        return self.week.catalogue[self.item.exercise]

    @property
    def slot(self) -> Slot:
        return self.week.slots[self.where]

    def swaps(self, taken: set[str]) -> Iterator[Exercise]:
        """Others for its place: of its kind first, then kept, then liked ones; no ladder twice."""
        others = (self.week.catalogue[slug] for slug in self.week.candidates(self.where))
        free = (other for other in others if other.ladder not in taken | {self.now.ladder})
        return filter(self._fits, sorted(free, key=self._liking))

    def easier(self) -> Iterator[Exercise]:
        """The rungs below that fit, nearest first."""
        return filter(self._fits, self.week.catalogue.easier_than(self.now))

    def moves(self) -> tuple[Where, ...]:
        """The nearest other moments that take it, in the week's order."""
        others = (where for where in self.week.slots if where != self.where)
        nearest = sorted(others, key=lambda where: abs(where[0] - self.where[0]))
        offered = set(islice(filter(self._takes, nearest), MOVES))
        return tuple(where for where in self.week.slots if where in offered)

    def _fits(self, other: Exercise) -> bool:
        return not self.room.why_not(instead(other, self.now, self.slot, self.week.person))

    def _takes(self, where: Where) -> bool:
        put = moved(self.now, self.item, self.week.slots[where], self.week.person)
        return not self.room.why_not(put)

    def _liking(self, other: Exercise) -> tuple[bool, ...]:
        family, person = self.week.family, self.week.person
        return (
            family(other.slug) is not family(self.now.slug),
            other.slug not in person.repertoire,
            other.slug not in person.likes,
        )
