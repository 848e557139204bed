"""The sentences and paces of ``content/session.toml``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from handrail.catalogue.loader import content_root, read_table
from handrail.catalogue.model import Exercise
from handrail.catalogue.words import ON_FOOT
from handrail.person.words import HANDS, Equipment, HelperNear, Place, Support

_TABLE: dict[str, Any] = read_table(content_root() / "session.toml")

PACE: dict[str, float] = {key: value for key, value in _TABLE["pace"].items() if key != "source"}
SAY: dict[str, str] = {key: value for key, value in _TABLE["say"].items() if key != "source"}
GET_UP: tuple[str, ...] = tuple(_TABLE["get_up"]["say"])
FINISH: tuple[str, ...] = tuple(_TABLE["finish"]["say"])
PLACE_NAMES: dict[str, str] = {key: value for key, value in _TABLE["place"].items() if key != "source"}
AT: dict[str, str] = {key: value for key, value in _TABLE["at"].items() if key != "source"}
MORE_TO_HOLD: str = _TABLE["why"]["more_to_hold"]
GENTLE: str = _TABLE["why"]["gentle"]
EASIER: str = _TABLE["why"]["easier"]
SEATED: str = _TABLE["why"]["seated"]
SIT_DOWN: tuple[str, ...] = tuple(_TABLE["stop"]["sit_down"])
EMERGENCY: str = _TABLE["stop"]["emergency"]

_WALLS = frozenset({Place.WALL, Place.CORNER, Place.HALLWAY})
_OFFERS_A_HOLD = frozenset({Place.KITCHEN_BENCH, Place.RAIL, Place.WALL, Place.CORNER})
_LEANING = HANDS | {Support.BACK_OR_FOREARMS}


def holding(exercise: Exercise, place: Place) -> str:
    """What to hold or lean on, as a sentence; empty when sitting or lying says it already."""
    unheld = exercise.support is Support.NONE and exercise.position in ON_FOOT and place in _OFFERS_A_HOLD
    if exercise.support not in _LEANING and not unheld:
        return ""
    way = exercise.support.value
    flat = _TABLE["hold_flat"] if place in _WALLS else {}
    sentence: str = flat.get(way, _TABLE["hold"][way])
    return sentence.format(place=PLACE_NAMES[place])


def standing_by(helper: HelperNear) -> str:
    """Who must be there, as a sentence; empty when nobody must."""
    sentence: str = _TABLE["helper"].get(helper.value, "")
    return sentence


def check_list(exercises: Iterable[Exercise], helper: HelperNear) -> tuple[str, ...]:
    """What to look at once before a session of these exercises, with this helper."""
    exercises = tuple(exercises)
    lines = [*_TABLE["check_list"]["always"]]
    if any(exercise.support in HANDS for exercise in exercises):
        lines += _TABLE["check_list"]["held"]
    if any(exercise.position in ON_FOOT for exercise in exercises):
        lines += _TABLE["check_list"]["on_foot"]
    at_hand = {thing for exercise in exercises for thing in exercise.equipment}
    if at_hand:
        lines.append(f"At hand: {', '.join(_named(thing) for thing in Equipment if thing in at_hand)}.")
    if helper is not HelperNear.NONE:
        lines.append(standing_by(helper))
    return tuple(lines)


def _named(thing: Equipment) -> str:
    """``step_2_5cm`` is "step of 2.5 cm", ``ankle_weight`` is "ankle weight"."""
    name, _, size = thing.value.partition("_")
    if size.endswith("cm"):
        return f"{name} of {size.removesuffix('cm').replace('_', '.')} cm"
    return thing.value.replace("_", " ")
