"""A person's week: every moment filled with what is safe, due and wanted, and reasons for all of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from handrail.catalogue.model import Catalogue
from handrail.person.model import Person
from handrail.planner import constants as c
from handrail.planner.candidates import Candidate, Finder
from handrail.planner.explain import Leaver, reasons_for
from handrail.planner.fill import Filler, total_minutes
from handrail.planner.items import item_of
from handrail.planner.ledger import Ledger
from handrail.planner.model import Bout, Day, Item, Plan
from handrail.planner.slots import Slot, SlotDay, week_of
from handrail.planner.value import BoutDraft, DayDraft, WeekDraft
from handrail.planner.volume import volume_advice
from handrail.safety.advice import advice_for, most_pressing_first


def plan_week(person: Person, catalogue: Catalogue) -> Plan:
    """Plan seven days from the check-in's date, filled greedily.

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
    days = week_of(person, catalogue)
    return plan_of(draft_week(finder, days), finder, days)


def draft_week(
    finder: Finder, days: tuple[SlotDay, ...], without_strength: Collection[date] = ()
) -> WeekDraft:
    """What stands in every slot of a week, chosen greedily, one bout after the other.

    `without_strength` are days that shall hold none.
    """
    ledger = Ledger(finder.person, finder.catalogue)
    filler = Filler(finder.person, finder.catalogue, ledger, without_strength)
    return tuple(_draft_day(day, finder, filler) for day in days)


def _draft_day(day: SlotDay, finder: Finder, filler: Filler) -> DayDraft:
    minutes = day.minutes
    candidates = [finder.candidates(slot) for slot in day.slots]
    bouts: list[BoutDraft] = [() for _ in day.slots]
    for at in _order_to_fill(candidates, finder.person):
        bouts[at] = filler.fill(day.slots[at], candidates[at], minutes)
        minutes -= total_minutes(bouts[at])
    return tuple(bouts)


def _order_to_fill(candidates: Sequence[Sequence[Candidate]], person: Person) -> Sequence[int]:
    """The moment with the fewest choices first: a richer one must not take what only it could hold.

    Where one new exercise a session is enough, the order of the day: what is new in a bout
    depends on the bouts before it.
    """
    order = range(len(candidates))
    if person.mobility in c.ONE_NEW_A_SESSION:
        return order
    return sorted(order, key=lambda at: len(candidates[at]))


def plan_of(week: WeekDraft, finder: Finder, days: tuple[SlotDay, ...]) -> Plan:
    """A drafted week with its reasons, what it leaves out, and advice."""
    drafted = [
        (slot, candidate)
        for day, slots in zip(week, days, strict=True)
        for bout, slot in zip(day, slots.slots, strict=True)
        for candidate in bout
    ]
    ledger = Ledger(finder.person, finder.catalogue)
    for slot, candidate in drafted:
        ledger.add(candidate.exercise, slot.date, candidate.minutes)
    planned = frozenset(candidate.exercise.slug for _, candidate in drafted)
    is_full = any(map(_is_full, week, days))
    leaver = Leaver(finder, tuple(slot for day in days for slot in day.slots), planned, ledger, is_full)
    return Plan(
        days=tuple(_day(drafts, day, finder) for drafts, day in zip(week, days, strict=True)),
        left_out=leaver.left_out(),
        advice=most_pressing_first(
            [*advice_for(finder.person), *volume_advice(finder.person, is_full=is_full)]
        ),
    )


def _is_full(drafts: DayDraft, day: SlotDay) -> bool:
    """Whether one more exercise would go into a day, if the week were not a leap then."""
    left = day.minutes - sum(map(total_minutes, drafts))
    return left < c.MINUTES_PER_ITEM <= left + day.freed


def _day(drafts: DayDraft, day: SlotDay, finder: Finder) -> Day:
    bouts = (_bout(slot, draft, finder) for slot, draft in zip(day.slots, drafts, strict=True))
    return Day(date=day.date, bouts=tuple(bouts))


def _bout(slot: Slot, drafted: BoutDraft, finder: Finder) -> Bout:
    moment = slot.moment
    items = tuple(_item(candidate, slot, finder) for candidate in drafted)
    return Bout(
        moment=moment.name, place=moment.place, helper=slot.helper, minutes=moment.minutes, items=items
    )


def _item(candidate: Candidate, slot: Slot, finder: Finder) -> Item:
    reasons = reasons_for(candidate, finder.person, finder.catalogue)
    return item_of(candidate.exercise, candidate.amount, slot.body, slot.setting, reasons)
