"""What answering would open: so many questions, and up to so many exercises."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import NamedTuple

from handrail.catalogue.model import Catalogue
from handrail.person.model import Person
from handrail.person.unanswered import at_easiest
from handrail.person.words import HelperNear, Place
from handrail.safety.gate import body_on, judge, ordinary_day
from handrail.safety.model import Setting


class Openings(NamedTuple):
    """How many questions are open, how many exercises are open now, and how many more could be."""

    questions: int
    now: int
    more: int


def openings(person: Person, names: Collection[str], catalogue: Catalogue) -> Openings:
    """What the open ones among these questions hold back, on an ordinary day."""
    open_names = frozenset(names) & person.unanswered
    calm = at_easiest(_keeping(person, {name for name in person.unanswered if name.startswith("today.")}))
    now = _count(calm, catalogue)
    could = _count(at_easiest(_keeping(calm, open_names)), catalogue) if open_names else now
    return Openings(len(open_names), now, could - now)


def _keeping(person: Person, names: Collection[str]) -> Person:
    return replace(person, unanswered=frozenset(names))


def _count(person: Person, catalogue: Catalogue) -> int:
    body = body_on(person, ordinary_day(person, person.today.date))
    settings = list(_settings(person))
    return sum(any(judge(exercise, body, setting).allowed for setting in settings) for exercise in catalogue)


def _settings(person: Person) -> Iterator[Setting]:
    """Every place the person named, or every place there is, with the most help they ever have."""
    helper = max((moment.helper for moment in person.moments), default=HelperNear.NONE)
    named = person.home.places | {moment.place for moment in person.moments}
    for place in named or Place:
        yield Setting(place=place, helper=helper, equipment=person.home.equipment)
