"""Exercises and people to judge, made from the safest case by saying only what differs."""

from dataclasses import replace
from datetime import date
from typing import Any

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import Eyes, Hazard, Position, Purpose, Sides, Stance, Surface
from handrail.person.model import Balance, CheckIn, Falls, Person, Screen
from handrail.person.words import Band, Equipment, HelperNear, Place, Support
from handrail.safety.model import Setting

TODAY = date(2026, 11, 23)

QUIET_STANCE = Exercise(
    slug="stance-bench",
    movement="stance",
    name="Stand at the bench",
    term="hip-width stance",
    ladder="steady-stance",
    rung=1,
    purpose=Purpose.BALANCE,
    position=Position.STANDING,
    stance=Stance.HIP_WIDE,
    support=Support.TWO_HANDS,
    helper=HelperNear.NONE,
    surface=Surface.FIRM,
    eyes=Eyes.OPEN,
    sides=Sides.NONE,
    tasks=frozenset(),
    places=(Place.KITCHEN_BENCH, Place.RAIL, Place.CORNER, Place.OPEN_FLOOR),
    equipment=frozenset(),
    hazards=(Hazard.FALL_SIDE,),
    muscles=(),
    muscles_plain="",
    synonyms=(),
    opened_by_therapist=False,
    dose={},
    rep_s=0,
    sources=(),
    aim="",
    setup=(),
    steps=(),
    cues=(),
    faults=(),
    breathing="",
    avoid_if=(),
    stop_signs=(),
)


def exercise(**differs: Any) -> Exercise:
    """A stance at the bench, but for what differs."""
    return replace(QUIET_STANCE, **differs)


FIT_DAY = CheckIn(
    date=TODAY,
    feeling_ill=False,
    new_symptom=False,
    falls_since_last=0,
    pain=0,
    energy=8,
    stiffness=0,
    hot=False,
    minutes_since_sedating_dose=600,
)

CALM_SCREEN = Screen(**{name: name == "floor_transfer_alone" for name in Screen.__dataclass_fields__})

FIT = Person(
    today=FIT_DAY,
    mobility=Band.A,
    falls=Falls(
        past_12_months=0, past_6_months=0, injured=False, can_rise_alone=True, near_falls_past_month=0
    ),
    screen=CALM_SCREEN,
    balance=Balance(falls_when_eyes_close=False),
)


def person(
    *,
    screen: dict[str, bool] | None = None,
    falls: dict[str, Any] | None = None,
    today: dict[str, Any] | None = None,
    **differs: Any,
) -> Person:
    """Somebody fit who answered everything, but for what differs."""
    return replace(
        FIT,
        screen=replace(FIT.screen, **(screen or {})),
        falls=replace(FIT.falls, **(falls or {})),
        today=replace(FIT.today, **(today or {})),
        **differs,
    )


def setting(
    place: str = "kitchen_bench", helper: str = "none", equipment: frozenset[Equipment] = frozenset(Equipment)
) -> Setting:
    """A place with everything at hand."""
    return Setting(place=Place(place), helper=HelperNear(helper), equipment=equipment)


AMBER = {"past_12_months": 1}
RED = {"past_12_months": 2, "past_6_months": 2}
