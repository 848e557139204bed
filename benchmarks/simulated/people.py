"""Who is simulated: what Handrail is told about somebody, and what it never sees.

All numbers here are assumptions of the simulation; ``docs/simulation.md`` says them in words.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from handrail.catalogue.model import Catalogue
from handrail.person.files import read_person
from handrail.person.model import Person
from handrail.person.unanswered import at_easiest
from handrail.safety.constants import SIGNS

MONDAY = date(2026, 1, 5)
WEEKS = 26
DAYS_A_WEEK = 7
EVERY_DAY = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PLACES = ["kitchen_bench", "bed", "chair", "corner", "hallway"]
EQUIPMENT = ("band", "strap", "foam", "pillow", "towel", "small_ball", "mat")
GOALS = ("stronger_legs", "looser_muscles", "foot_drag", "getting_up", "turning", "core", "endurance")
FLARES, AWAY, ILL = 0.3, 0.06, 0.01
"""How likely a flare-up is in the half year, a week away, and a day of feeling ill."""
NEVER = 10_000
"""A day that does not come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """What only the simulation knows. Abilities are in rungs: 3.0 is at home on the fourth one.

    `flares_on` is the day of a flare-up, `flare_depth` the rungs it costs at first, `cleared_after`
    the days until a clinician's word.
    """

    ability: Mapping[str, float]
    best: Mapping[str, float]
    learns: float
    keeps: float
    energy: float
    flares_on: int
    flare_depth: float
    cleared_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weather:
    """What a day brings, the same in both arms."""

    energy: int
    ill: bool
    away: bool
    keeps: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A simulated person: their file, what is hidden, and their days."""

    seed: int
    person: Person
    hidden: Hidden
    days: tuple[Weather, ...]


def somebody(seed: int, catalogue: Catalogue) -> Somebody:
    """The person of a seed."""
    dice = random.Random(seed)  # noqa: S311 -- not for secrets
    person = _person(dice, catalogue)
    hidden = _hidden(dice, person, catalogue)
    return Somebody(seed=seed, person=person, hidden=hidden, days=_days(dice, hidden))


def _person(dice: random.Random, catalogue: Catalogue) -> Person:
    table = {
        "mobility": dice.choice("AABBBCCD"),
        "falls": {"past_12_months": dice.choice((0, 0, 1)), "past_6_months": 0, "injured": False},
        "goals": ["steadier_standing", *dice.sample(GOALS, 2)],
        "home": {"places": PLACES, "equipment": dice.sample(EQUIPMENT, 4)},
        "moments": [
            _moment("before getting up", "bed", EVERY_DAY, dice.choice((5, 8))),
            _moment("at the kitchen bench", "kitchen_bench", EVERY_DAY, dice.choice((6, 8, 10))),
            _moment("in the evening", "corner", dice.sample(EVERY_DAY, 4), dice.choice((10, 15, 20))),
        ],
        "today": {"date": MONDAY.isoformat()},
    }
    return at_easiest(read_person(table, catalogue.exercises, SIGNS, "a simulated person"))


def _moment(name: str, place: str, days: Any, minutes: int) -> dict[str, Any]:
    return {"name": name, "place": place, "days": sorted(days, key=EVERY_DAY.index), "minutes": minutes}


def _hidden(dice: random.Random, person: Person, catalogue: Catalogue) -> Hidden:
    assert person.mobility is not None  # noqa: S101 -- every simulated person says how they walk
    ability, best = {}, {}
    for slug, ladder in catalogue.ladders.items():
        begins = ladder.rungs.index(ladder.start_for(person.mobility))
        ability[slug] = max(begins + dice.gauss(0.3, 0.8), 0)
        best[slug] = ability[slug] + dice.uniform(1, 5)
    flares = dice.random() < FLARES
    return Hidden(
        ability=ability,
        best=best,
        learns=dice.uniform(0.08, 0.25),
        keeps=dice.uniform(0.55, 0.95),
        energy=dice.uniform(5.5, 8),
        flares_on=dice.randrange(14, 120) if flares else NEVER,
        flare_depth=dice.uniform(0.8, 2.5),
        cleared_after=dice.randrange(28, 50),
    )


def _days(dice: random.Random, hidden: Hidden) -> tuple[Weather, ...]:
    away = [dice.random() < AWAY for _ in range(WEEKS)]
    return tuple(_day(dice, hidden, on, away[on // DAYS_A_WEEK]) for on in range(WEEKS * DAYS_A_WEEK))


def _day(dice: random.Random, hidden: Hidden, on: int, away: bool) -> Weather:
    low = 2 if hidden.flares_on <= on < hidden.flares_on + 30 else 0
    return Weather(
        energy=min(max(round(dice.gauss(hidden.energy - low, 1.5)), 0), 10),
        ill=dice.random() < ILL,
        away=away,
        keeps=tuple(dice.random() / hidden.keeps for _ in range(3)),
    )
