"""The title and the sentences that go with a figure, from the exercise's own data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import Sides
from handrail.figure.files import shared_table
from handrail.figure.frame import Frame
from handrail.figure.model import Figure
from handrail.figure.props import all_props
from handrail.person.words import Support
from handrail.units import Side


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return shared_table("words")


def description(exercise: Exercise, figure: Figure, shown: Sequence[Frame]) -> str:
    """Position, support, surface, helper, eyes and then every key pose, as sentences."""
    words = _words()
    sentences = [
        f"{_position(exercise, shown[0])}.",
        words["surface"].get(exercise.surface.value, ""),
        words["helper"].get(exercise.helper.value, ""),
        words["eyes"].get(exercise.eyes.value, ""),
        _side(exercise, figure),
        *(frame.pose.says for frame in shown),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _position(exercise: Exercise, frame: Frame) -> str:
    words = _words()
    position = words["position"][exercise.position.value]
    held = words["support"].get(exercise.support.value)
    prop = frame.stage.roles.get("support", "wall" if exercise.support is Support.BACK_OR_FOREARMS else None)
    if held is None or (prop is None and exercise.support is not Support.NONE):
        return position
    return f"{position}, {held.format(thing=all_props()[prop].word if prop else '')}"


def _side(exercise: Exercise, figure: Figure) -> str:
    """Which side is drawn, for exercises that are done on each."""
    if exercise.sides is not Sides.EACH:
        return ""
    sides = [side for side in Side if any(limb.startswith(f"{side}_") for limb in figure.working)]
    return f"Drawn for the {sides[0]} side." if len(sides) == 1 else ""
