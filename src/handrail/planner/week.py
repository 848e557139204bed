"""A person's week: every moment filled with what is safe, due and wanted, and reasons for all of it."""

from __future__ import annotations

from handrail.catalogue.model import Catalogue
from handrail.person.model import Person
from handrail.planner.candidates import Candidate, Finder
from handrail.planner.explain import Leaver, reasons_for
from handrail.planner.fill import Filler, total_minutes
from handrail.planner.items import item_of
from handrail.planner.ledger import Ledger
from handrail.planner.model import Bout, Day, Item, Plan
from handrail.planner.slots import Slot, SlotDay, week_of
from handrail.safety.advice import advice_for


def plan_week(person: Person, catalogue: Catalogue) -> Plan:
    """Plan seven days from the check-in's date.

    Parameters
    ----------
    person
        With today's check-in, moments, wishes, limits and history.
    catalogue
        The exercises to choose from.

    Returns
    -------
    Plan
        Every moment as a bout, possibly empty; what was left out and why; advice. The same
        input gives the same plan.
    """
    finder = Finder(person, catalogue)
    ledger = Ledger(person, catalogue)
    filler = Filler(person, catalogue, ledger)
    week = week_of(person)
    days = tuple(_day(day, finder, filler) for day in week)
    leaver = Leaver(finder, tuple(slot for day in week for slot in day.slots), _planned_in(days), ledger)
    return Plan(days=days, left_out=leaver.left_out(), advice=advice_for(person))


def _day(day: SlotDay, finder: Finder, filler: Filler) -> Day:
    minutes = day.minutes
    bouts = []
    for slot in day.slots:
        chosen = filler.fill(slot, finder.candidates(slot), minutes)
        minutes -= total_minutes(chosen)
        items = tuple(_item(candidate, slot, finder) for candidate in chosen)
        bouts.append(_bout(slot, items))
    return Day(date=day.date, bouts=tuple(bouts))


def _bout(slot: Slot, items: tuple[Item, ...]) -> Bout:
    moment = slot.moment
    return Bout(
        moment=moment.name, place=moment.place, helper=slot.helper, minutes=moment.minutes, items=items
    )


def _item(candidate: Candidate, slot: Slot, finder: Finder) -> Item:
    reasons = reasons_for(candidate, finder.person, finder.catalogue)
    return item_of(candidate.exercise, candidate.amount, slot.body, slot.setting, reasons)


def _planned_in(days: tuple[Day, ...]) -> frozenset[str]:
    return frozenset(item.exercise for day in days for bout in day.bouts for item in bout.items)
