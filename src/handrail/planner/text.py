"""A plan as text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.catalogue.model import Catalogue
from handrail.planner.model import Bout, Plan, WhyNot
from handrail.planner.wording import HELPERS, dose_in_words


def plan_as_text(plan: Plan, catalogue: Catalogue) -> str:
    """The week with its reasons, the advice, and what was left out, as lines."""
    return "\n".join(_lines(plan, catalogue))


def answer_as_text(answer: WhyNot, catalogue: Catalogue) -> str:
    """Why an exercise does not stand somewhere, as lines."""
    gives_way = [f"  Gives way: {catalogue[slug].name}." for slug in answer.gives_way]
    return "\n".join([answer.text, *gives_way])


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
    for item in bout.items:
        beside = f", with {HELPERS[item.helper]}" if item.helper in HELPERS else ""
        yield f"    {catalogue[item.exercise].name}: {dose_in_words(item)}{beside}"
        yield "      " + " ".join(reason.text for reason in item.reasons)
