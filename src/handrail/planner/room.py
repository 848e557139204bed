"""Whether an exercise may be put into a moment of a plan that stands already, and the plan with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from handrail.catalogue.model import Catalogue, Exercise
from handrail.person.model import Person
from handrail.person.words import Done
from handrail.planner import constants as c
from handrail.planner.candidates import Finder
from handrail.planner.constants import Family
from handrail.planner.dose import Amount, least, minutes_of, room_for
from handrail.planner.fill import total_minutes
from handrail.planner.items import item_of
from handrail.planner.ledger import Ledger, family_of, fullest_week
from handrail.planner.model import Bout, Day, Item, Plan, Reason
from handrail.planner.slots import DAYS, Slot, week_of

THERE_ALREADY = "It stands there already."
TOO_LONG = "It does not fit the minutes there."
ONE_NEW = "One new exercise at a time is enough."

Where = tuple[date, str]


class Put(NamedTuple):
    """An exercise to put into a moment; `amounts` are tried in order, the lowest last."""

    exercise: Exercise
    slot: Slot
    amounts: tuple[Amount, ...]
    reasons: tuple[Reason, ...]


class Week:
    """What stays the same for all plans of one person's week; remembers what the gate said."""

    def __init__(self, person: Person, catalogue: Catalogue) -> None:
        """Walk the person's history once."""
        self.person = person
        self.catalogue = catalogue
        self.finder = Finder(person, catalogue)
        days = week_of(person, catalogue)
        self.minutes = {day.date: day.minutes for day in days}
        self.slots: dict[Where, Slot] = {
            (slot.date, slot.moment.name): slot for day in days for slot in day.slots
        }
        self._candidates: dict[Where, tuple[str, ...]] = {}
        self.done = frozenset(entry.exercise for entry in person.history if entry.done is not Done.NONE)

    def candidates(self, where: Where) -> tuple[str, ...]:
        """What could be done in a moment, whatever else the week holds."""
        if where not in self._candidates:
            found = self.finder.candidates(self.slots[where])
            self._candidates[where] = tuple(candidate.exercise.slug for candidate in found)
        return self._candidates[where]

    def family(self, slug: str) -> Family:
        """The part of the week that an exercise counts towards."""
        return family_of(self.catalogue[slug].purpose)


class Room:
    """The room that a plan leaves."""

    def __init__(self, plan: Plan, week: Week) -> None:
        """Look at a plan of this week."""
        self._plan = plan
        self._week = week

    def why_not(self, put: Put) -> str:
        """The sentence that keeps an exercise out of a moment; empty when nothing does."""
        finder, exercise = self._week.finder, put.exercise
        refusal = finder.refusal(exercise)
        if refusal:
            return c.LEFT_OUT_SAYS[refusal]
        if exercise.slug in _slugs(self._bout(put.slot)):
            return THERE_ALREADY
        if not finder.is_within_reach(exercise):
            return c.LEFT_OUT_SAYS["waiting_its_turn"]
        verdict = finder.verdict(exercise, put.slot)
        if not verdict.allowed:
            return verdict.broken[0].text
        return self._no_room_for(put)

    def filled(self, put: Put) -> Plan:
        """The plan with an exercise that nothing keeps out, in the order a bout is done."""
        items = next(self._fitting(put))
        slot = put.slot
        return with_items(self._plan, (slot.date, slot.moment.name), sorted(items, key=self._order))

    def _no_room_for(self, put: Put) -> str:
        items = next(self._fitting(put), None)
        if items is None:
            return TOO_LONG
        item = items[-1]
        if self._is_one_new_too_many(put):
            return ONE_NEW
        if not self._is_full(put, item):
            return ""
        is_strength = self._week.family(item.exercise) is Family.STRENGTH
        return c.FAMILY_SAYS[Family.STRENGTH] if is_strength else c.LEFT_OUT_SAYS["dose_met"]

    def _fitting(self, put: Put) -> Iterator[tuple[Item, ...]]:
        """The bouts with it, it last, that fit their minutes: as they are, else all at their lowest dose."""
        slot = put.slot
        there = self._bout(slot)
        exercise = self._week.finder.verdict(put.exercise, slot).exercise
        items = [item_of(exercise, amount, slot.body, slot.setting, put.reasons) for amount in put.amounts]
        others = sum(total_minutes(bout.items) for bout in self._day(slot.date).bouts if bout is not there)
        most = min(slot.minutes, self._week.minutes[slot.date] - others)
        for item in items:
            if total_minutes(bout := (*there.items, item)) <= most:
                yield bout
        if total_minutes(bout := (*map(self._lowered, there.items), items[-1])) <= most:
            yield bout

    def _lowered(self, item: Item) -> Item:
        exercise, person = self._week.catalogue[item.exercise], self._week.person
        lowest = least(room_for(exercise, person))
        minutes = minutes_of(lowest, exercise, person.mobility)
        return replace(item, minutes=minutes, **asdict(lowest)) if minutes < item.minutes else item

    def _is_full(self, put: Put, item: Item) -> bool:
        """Whether the exercise or its family has its share: in the days before, that day, or after."""
        exercise, on, ledger = put.exercise, put.slot.date, self._ledger
        family, band_week = self._week.family(exercise.slug), c.band_week(self._week.person.mobility)
        per_week = room_for(exercise, self._week.person).per_week
        most_days = {Family.STRENGTH: band_week.strength_days, Family.AEROBIC: band_week.aerobic_days}
        return (
            ledger.is_full_for(exercise, on)
            or item.minutes > ledger.minutes_left(family, on)
            or (per_week is not None and fullest_week({*ledger.days_of(exercise), on}, on) > per_week.high)
            or fullest_week({*ledger.days_of_family(family), on}, on) > most_days.get(family, DAYS)
            or (family is Family.STRENGTH and self._has_strength(on + timedelta(days=1)))
        )

    def _has_strength(self, on: date) -> bool:
        found = (slug for day in self._plan.days if day.date == on for slug in _slugs(*day.bouts))
        return any(self._week.family(slug) is Family.STRENGTH for slug in found)

    def _is_one_new_too_many(self, put: Put) -> bool:
        """Whether a bout, this or a later one, would hold two first times where one is enough."""
        if self._week.person.mobility not in c.ONE_NEW_A_SESSION:
            return False
        known = set(self._week.done)
        for bout in (bout for day in self.filled(put).days for bout in day.bouts):
            new = _slugs(bout) - known
            if len(new) > 1:
                return True
            known |= new
        return False

    def _order(self, item: Item) -> int:
        return c.ORDER.index(self._week.family(item.exercise))

    def _day(self, on: date) -> Day:
        return next(day for day in self._plan.days if day.date == on)

    def _bout(self, slot: Slot) -> Bout:
        return next(bout for bout in self._day(slot.date).bouts if bout.moment == slot.moment.name)

    @cached_property
    def _ledger(self) -> Ledger:
        ledger = Ledger(self._week.person, self._week.catalogue)
        for day in self._plan.days:
            for item in (item for bout in day.bouts for item in bout.items):
                ledger.add(self._week.catalogue[item.exercise], day.date, item.minutes)
        return ledger


def item_at(plan: Plan, where: Where, slug: str) -> Item | None:
    """The item of this exercise in a moment, or None."""
    return next((item for item in _items_at(plan, where) if item.exercise == slug), None)


def without(plan: Plan, where: Where, slug: str) -> Plan:
    """The plan without this exercise in that moment."""
    return with_items(plan, where, (item for item in _items_at(plan, where) if item.exercise != slug))


def with_items(plan: Plan, where: Where, items: Iterable[Item]) -> Plan:
    """The plan with these items in one moment."""
    on, moment = where
    held = tuple(items)

    def bouts(day: Day) -> tuple[Bout, ...]:
        return tuple(replace(bout, items=held) if bout.moment == moment else bout for bout in day.bouts)

    days = (replace(day, bouts=bouts(day)) if day.date == on else day for day in plan.days)
    return replace(plan, days=tuple(days))


def slugs_of(plan: Plan) -> frozenset[str]:
    """Every exercise of a plan."""
    return frozenset(_slugs(*(bout for day in plan.days for bout in day.bouts)))


def _items_at(plan: Plan, where: Where) -> tuple[Item, ...]:
    bouts = (bout for day in plan.days for bout in day.bouts if (day.date, bout.moment) == where)
    return next((bout.items for bout in bouts), ())


def _slugs(*bouts: Bout) -> frozenset[str]:
    return frozenset(item.exercise for bout in bouts for item in bout.items)
