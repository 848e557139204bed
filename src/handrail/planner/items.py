"""An exercise with its amount, as it will be done in a setting -> :class:`Item`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import Sides
from handrail.person.words import HelperNear
from handrail.planner.dose import Amount, minutes_of
from handrail.planner.model import Item, Reason
from handrail.safety.gate import judge
from handrail.safety.model import Body, Setting

_ITEM_SIDE = {Sides.EACH: "each", Sides.BOTH: "both", Sides.NONE: None}


def item_of(
    exercise: Exercise, amount: Amount, body: Body, setting: Setting, reasons: Sequence[Reason]
) -> Item:
    """An item that the gate allows, with the helper it really needs."""
    return Item(
        exercise=exercise.slug,
        sets=amount.sets,
        reps=amount.reps,
        hold_s=amount.hold_s,
        duration_s=amount.duration_s,
        side=_ITEM_SIDE[exercise.sides],
        support=exercise.support,
        helper=_helper_needed(exercise, body, setting),
        eyes=exercise.eyes,
        surface=exercise.surface,
        minutes=minutes_of(amount, exercise, body.person.mobility),
        reasons=tuple(reasons),
    )


def _helper_needed(exercise: Exercise, body: Body, setting: Setting) -> HelperNear:
    """The least helper that the gate allows this with: what the person must have ready."""
    less = (helper for helper in HelperNear if exercise.helper <= helper < setting.helper)
    settings = (replace(setting, helper=helper) for helper in less)
    enough = (fewer.helper for fewer in settings if judge(exercise, body, fewer).allowed)
    return next(enough, setting.helper)
