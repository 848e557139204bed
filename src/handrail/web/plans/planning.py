"""The weeks of the site: as well as the planner's own process finds them while a page waits."""

from __future__ import annotations

from functools import cache

from django.conf import settings

from handrail.catalogue.loader import load_catalogue
from handrail.person.model import Person
from handrail.planner.model import Must, Plan, WhyNot
from handrail.planner.week import plan_week
from handrail.planner.worker import Worker


def week_for(person: Person) -> Plan:
    """Seven days from the check-in's date."""
    if not settings.PLANNER_PATIENCE_S:
        return plan_week(person, load_catalogue())
    return _worker().plan_week(person)


def why_not(person: Person, must: Must) -> WhyNot | None:
    """Why an exercise does not stand in a moment of that week; None when no answer comes in time."""
    return _worker().why_not(person, must)


@cache
def _worker() -> Worker:
    return Worker(settings.PLANNER_PATIENCE_S)
