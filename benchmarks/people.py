"""Fifty people to plan for, each from its seed: bands, homes, moments and wishes of every kind."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from handrail.catalogue.loader import load_catalogue
from handrail.person.files import read_person
from handrail.person.model import Person
from handrail.person.unanswered import at_easiest
from handrail.safety.constants import SIGNS

TODAY = date(2026, 11, 23)
PEOPLE = 50
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PLACES = ("bed", "kitchen_bench", "chair", "couch", "corner", "hallway", "rail", "wall")
EQUIPMENT = ("band", "strap", "foam", "pillow", "towel", "step_10cm", "small_ball", "dumbbell", "mat")
GOALS = (
    *("steadier_standing", "stronger_legs", "looser_muscles", "foot_drag"),
    *("getting_up", "turning", "core", "endurance"),
)
HELPERS = ("none", "none", "in_home", "arms_reach")


def people(count: int = PEOPLE) -> list[Person]:
    """People whose answers, homes and weeks differ; the same ones every time."""
    return [_somebody(random.Random(seed)) for seed in range(count)]  # noqa: S311 -- not for secrets


def _somebody(dice: random.Random) -> Person:
    catalogue = load_catalogue()
    places = dice.sample(PLACES, dice.randint(2, 4))
    slugs = sorted(catalogue.exercises)
    table = {
        "mobility": dice.choice("AABBCCDE"),
        "falls": {"past_12_months": dice.choice((0, 0, 1)), "past_6_months": 0, "injured": False},
        "goals": dice.sample(GOALS, dice.randint(1, 3)),
        "home": {"places": places, "equipment": dice.sample(EQUIPMENT, dice.randint(0, 6))},
        "moments": [
            _moment(f"moment {number}", dice.choice(places), dice) for number in range(dice.randint(1, 4))
        ],
        "repertoire": dice.sample(slugs, dice.randint(0, 6)),
        "likes": dice.sample(slugs, dice.randint(0, 6)),
        "avoid": dice.sample(slugs, dice.randint(0, 3)),
        "history": [_entry(dice.choice(slugs), dice) for _ in range(dice.choice((0, 0, 20)))],
        "today": {
            "date": TODAY.isoformat(),
            "energy": dice.choice((5, 7, 7, 9)),
            "helper": dice.choice(HELPERS),
        },
    }
    told = read_person(table, catalogue.exercises, SIGNS, "one of the benchmark's people")
    return at_easiest(told)


def _moment(name: str, place: str, dice: random.Random) -> dict[str, Any]:
    days = dice.sample(DAYS, dice.choice((3, 5, 7, 7)))
    minutes = dice.choice((4, 6, 8, 10, 15, 20, 30))
    return {"name": name, "place": place, "days": days, "minutes": minutes, "helper": dice.choice(HELPERS)}


def _entry(exercise: str, dice: random.Random) -> dict[str, Any]:
    on = TODAY - timedelta(days=dice.randint(1, 6))
    good = {"effort": 5, "pain": 1, "form_ok": True, "touches": 0, "near_fall": False, "fall": False}
    return {"date": on.isoformat(), "exercise": exercise, "done": "full", "next_morning": "fine", **good}
