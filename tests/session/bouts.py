"""A bout at the kitchen bench, made by saying which exercises are in it."""

from typing import Any

from handrail.catalogue.loader import load_catalogue
from handrail.catalogue.words import Sides
from handrail.person.model import Home, Person
from handrail.person.words import HelperNear, Place
from handrail.planner.model import Bout, Item, Reason, ReasonKind
from tests.safety.people import person

REASON = Reason(kind=ReasonKind.GOAL, text="You want stronger legs.")
AT_HOME = Home(places=frozenset({Place.KITCHEN_BENCH, Place.CHAIR}))


def cook(**differs: Any) -> Person:
    """Somebody fit with a bench and a chair, but for what differs."""
    return person(**{"home": AT_HOME, **differs})


def item(slug: str, **differs: Any) -> Item:
    """One set of eight of an exercise, done as the catalogue has it, but for what differs."""
    exercise = load_catalogue()[slug]
    table: dict[str, Any] = {
        "exercise": slug,
        "sets": 1,
        "reps": 8,
        "hold_s": None,
        "duration_s": None,
        "side": None if exercise.sides is Sides.NONE else exercise.sides.value,
        "support": exercise.support,
        "helper": exercise.helper,
        "eyes": exercise.eyes,
        "surface": exercise.surface,
        "minutes": 2.0,
        "reasons": (REASON,),
    }
    return Item(**{**table, **differs})


def bout(*items: Item, helper: HelperNear = HelperNear.NONE) -> Bout:
    """A bout while the kettle boils."""
    return Bout(moment="kettle", place=Place.KITCHEN_BENCH, helper=helper, minutes=8, items=items)
