"""A raised foot, a step, a treadmill and a jump are held as firmly as their hazard asks."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import ON_FOOT, Surface, Task
from handrail.lint.model import Content, Finding
from handrail.person.words import HANDS, Support

RULE = "support-for-hazard"
_BOTH_HANDS = frozenset({Task.FOOT_ON_BENCH, Task.FOOT_ON_STEP, Task.JUMP})


def lint(content: Content) -> Iterator[Finding]:
    """Find exercises on foot that are held too loosely for what they do."""
    for exercise in content.catalogue:
        if exercise.position in ON_FOOT and not _is_held_enough(exercise):
            yield Finding(exercise.slug, RULE, f"{exercise.support} is too little to hold for its hazards.")


def _is_held_enough(exercise: Exercise) -> bool:
    if exercise.tasks & _BOTH_HANDS:
        return exercise.support is Support.TWO_HANDS
    if exercise.surface in {Surface.STEP, Surface.TREADMILL} or Task.RAISED_STEP in exercise.tasks:
        return exercise.support in HANDS - {Support.FINGERTIPS}
    return True
