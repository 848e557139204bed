"""A plan as text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.catalogue.model import Catalogue
from handrail.planner.model import Bout, Item, Plan


def plan_as_text(plan: Plan, catalogue: Catalogue) -> str:
    """The week, the advice, and what was left out, as lines."""
    return "\n".join(_lines(plan, catalogue))


def _lines(plan: Plan, catalogue: Catalogue) -> Iterator[str]:
    yield "No clinician has reviewed this plan."
    yield from (f"{advice.action}: {advice.text}" for advice in plan.advice)
    for day in plan.days:
        yield f"\n{day.date:%A %d %B}"
        for bout in day.bouts:
            yield from _bout(bout, catalogue)
    if plan.left_out:
        yield "\nLeft out"
    for left in plan.left_out:
        instead = f" Instead: {catalogue[left.instead].name}." if left.instead else ""
        yield f"  {catalogue[left.exercise].name}: {left.text}{instead}"


def _bout(bout: Bout, catalogue: Catalogue) -> Iterator[str]:
    yield f"  {bout.moment} ({bout.minutes} min)" + ("" if bout.items else ": nothing planned")
    yield from (f"    {catalogue[item.exercise].name}: {dose_in_words(item)}" for item in bout.items)


def dose_in_words(item: Item) -> str:
    """How much of an item, such as "2 sets of 10, each side"."""
    sets = f"{item.sets} sets" if item.sets > 1 else "1 set"
    amounts = [
        f"of {item.reps}" if item.reps is not None else "",
        f"held {item.hold_s:g} s" if item.hold_s is not None else "",
        f"of {item.duration_s:g} s" if item.duration_s is not None else "",
    ]
    side = {"each": ", each side", "left": ", left side", "right": ", right side"}.get(item.side or "", "")
    return " ".join([sets, *filter(None, amounts)]) + side
