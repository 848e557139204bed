"""The worked cases of the demand score, as a table."""

from typing import Any

import pytest

from handrail.catalogue.words import Eyes, Position, Stance, Surface, Task
from handrail.person.words import Support
from handrail.safety.demand import ceiling_of, demand, tier_of
from handrail.safety.model import Tier
from tests.safety.people import AMBER, RED, exercise, person

FREE = {"support": Support.NONE}
WALK = {"position": Position.WALKING, "stance": Stance.NONE}


@pytest.mark.parametrize(
    ("what", "differs", "points"),
    [
        ("stand hip wide", FREE, 2),
        ("together, eyes open, firm", {"stance": Stance.TOGETHER, **FREE}, 3),
        ("heel to toe", {"stance": Stance.TANDEM, **FREE}, 5),
        ("one leg", {"stance": Stance.ONE_LEG, **FREE}, 6),
        ("march with two hands", {"stance": Stance.BRIEF_ONE_LEG, "tasks": frozenset({Task.MARCH})}, 2),
        (
            "box march with two hands",
            {"stance": Stance.BRIEF_ONE_LEG, "tasks": frozenset({Task.MARCH, Task.RAISED_STEP})},
            3,
        ),
        ("walk forward", {**WALK, **FREE, "tasks": frozenset({Task.WALKING})}, 4),
        ("walk with a stick", {**WALK, "support": Support.ONE_HAND, "tasks": frozenset({Task.WALKING})}, 2),
        ("walk backward", {**WALK, **FREE, "tasks": frozenset({Task.BACKWARD})}, 5),
        ("hurdles", {**WALK, **FREE, "tasks": frozenset({Task.OBSTACLE})}, 5),
        (
            "foam, together, eyes closed",
            {"stance": Stance.TOGETHER, "surface": Surface.FOAM, "eyes": Eyes.CLOSED, **FREE},
            7,
        ),
        ("back to a wall", {"support": Support.BACK_OR_FOREARMS}, 0),
        (
            "back to a wall, eyes closed: no credit",
            {"support": Support.BACK_OR_FOREARMS, "eyes": Eyes.CLOSED},
            4,
        ),
        ("lying down", {"position": Position.LYING_SUPINE, "support": Support.LYING}, 0),
        (
            "sitting without a back rest",
            {
                "position": Position.SITTING,
                "support": Support.SEATED,
                "tasks": frozenset({Task.SIT_UNSUPPORTED}),
            },
            1,
        ),
        (
            "sitting on a ball, eyes closed",
            {
                "position": Position.SITTING,
                "support": Support.SEATED,
                "surface": Surface.BALL,
                "eyes": Eyes.CLOSED,
            },
            6,
        ),
    ],
)
def test_demand_score(what: str, differs: dict[str, Any], points: int) -> None:
    assert demand(exercise(**differs), vision_trouble=False) == points, what


def test_trouble_seeing_adds_two_on_the_feet_and_nothing_lying_down() -> None:
    lying = exercise(position=Position.LYING_SUPINE, support=Support.LYING)
    assert demand(exercise(**FREE), vision_trouble=True) == 4
    assert demand(lying, vision_trouble=True) == 0


@pytest.mark.parametrize(
    ("what", "differs", "tier"),
    [
        ("no fall in a year", {}, Tier.GREEN),
        ("one fall in a year", {"falls": AMBER}, Tier.AMBER),
        ("two near-falls in a month", {"falls": {"near_falls_past_month": 2}}, Tier.AMBER),
        ("fear keeps you from things", {"falls": {"fear_limits_activity": True}}, Tier.AMBER),
        ("two falls in six months", {"falls": RED}, Tier.RED),
        ("hurt in a fall", {"falls": {**AMBER, "injured": True}}, Tier.RED),
        ("cannot get up alone", {"falls": {"can_rise_alone": False}}, Tier.RED),
        ("a fall since last time", {"today": {"falls_since_last": 1}}, Tier.RED),
    ],
)
def test_falls_tier(what: str, differs: dict[str, Any], tier: Tier) -> None:
    assert tier_of(person(**differs)) is tier, what


@pytest.mark.parametrize(
    ("what", "differs", "ceiling"),
    [
        ("a good day", {}, 6),
        ("little energy", {"today": {"energy": 3}}, 5),
        ("hot, and heat makes it worse", {"screen": {"heat_sensitive": True}, "today": {"hot": True}}, 5),
        ("hot, and heat does nothing", {"today": {"hot": True}}, 6),
        (
            "soon after a sedating dose",
            {"screen": {"sedating_medicine": True}, "today": {"minutes_since_sedating_dose": 60}},
            5,
        ),
        (
            "a sedating medicine, time of dose not told",
            {"screen": {"sedating_medicine": True}, "today": {"minutes_since_sedating_dose": None}},
            5,
        ),
        ("dizzy on standing", {"screen": {"faint_or_dizzy": True}}, 5),
    ],
)
def test_ceiling_of_a_day(what: str, differs: dict[str, Any], ceiling: int) -> None:
    somebody = person(**differs)
    assert ceiling_of(somebody, somebody.today, Tier.GREEN) == ceiling, what
