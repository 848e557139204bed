"""People to plan for: somebody with a bed and a bench, but for what differs."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from handrail.catalogue.loader import load_catalogue
from handrail.person.model import Entry, Home, Moment, Person
from handrail.person.words import Band, Done, Equipment, Goal, HelperNear, NextMorning, Place, Weekday
from handrail.planner.model import Item, Plan
from tests.safety.people import TODAY, person

CATALOGUE = load_catalogue()
EVERY_DAY = tuple(Weekday)
WAKING = Moment(name="before getting up", place=Place.BED, days=EVERY_DAY, minutes=6)
KETTLE = Moment(name="while the kettle boils", place=Place.KITCHEN_BENCH, days=EVERY_DAY, minutes=4)
EVENING = Moment(
    name="after supper",
    place=Place.CORNER,
    days=(Weekday.TUE, Weekday.THU, Weekday.SAT),
    minutes=15,
    helper=HelperNear.ARMS_REACH,
)
HOME = Home(
    places=frozenset({Place.BED, Place.KITCHEN_BENCH, Place.CORNER, Place.CHAIR}),
    equipment=frozenset({Equipment.FOAM, Equipment.STRAP, Equipment.BAND}),
)


def somebody(**differs: Any) -> Person:
    """Somebody of band B with a bed and a bench, alone, who wants to stand more steadily."""
    told: dict[str, Any] = {
        "mobility": Band.B,
        "goals": (Goal.STEADIER_STANDING, Goal.STRONGER_LEGS),
        "home": HOME,
        "moments": (WAKING, KETTLE),
    }
    return person(**told | differs)


def entry(exercise: str, days_ago: int, **differs: Any) -> Entry:
    """A good session of one exercise, some days before today."""
    good = Entry(
        date=TODAY - timedelta(days=days_ago),
        exercise=exercise,
        done=Done.FULL,
        effort=5,
        pain=1,
        form_ok=True,
        touches=0,
        near_fall=False,
        fall=False,
        next_morning=NextMorning.FINE,
    )
    return replace(good, **differs)


def items_of(plan: Plan) -> list[Item]:
    """All items of a week."""
    return [item for day in plan.days for bout in day.bouts for item in bout.items]


def slugs_of(plan: Plan) -> set[str]:
    """All exercises of a week."""
    return {item.exercise for item in items_of(plan)}
