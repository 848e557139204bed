"""What answering would open: so many questions, and up to so many exercises."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import NamedTuple

from handrail.catalogue.model import Catalogue
from handrail.person.model import Person
from handrail.person.unanswered import at_easiest
from handrail.safety.gate import body_on, judge, ordinary_day
from handrail.web.library.fit import settings_of, without_open_questions_of_today
from handrail.web.profile import wording


class Openings(NamedTuple):
    """How many questions are open, how many exercises are open now, and how many more could be."""

    questions: int
    now: int
    more: int


def openings(person: Person, names: Collection[str], catalogue: Catalogue) -> Openings:
    """What the open ones among these questions hold back, on an ordinary day."""
    open_names = frozenset(names) & person.unanswered
    calm = without_open_questions_of_today(person)
    now = _count(calm, catalogue)
    could = _count(at_easiest(replace(calm, unanswered=open_names)), catalogue) if open_names else now
    return Openings(len(open_names), now, could - now)


def first_open_page(person: Person) -> str:
    """The page that asks the first open question; that of the moments when none is open."""
    if person.unanswered & wording.WALKING_NAMES:
        return "intake-walking"
    if person.unanswered & wording.READINESS_NAMES:
        return "intake-readiness"
    is_asked_daily = any(name.startswith("today.") for name in person.unanswered)
    return "check-in" if is_asked_daily else "intake-moments"


def _count(person: Person, catalogue: Catalogue) -> int:
    body = body_on(person, ordinary_day(person, person.today.date))
    settings = list(settings_of(person, today=False))
    return sum(any(judge(exercise, body, setting).allowed for setting in settings) for exercise in catalogue)
