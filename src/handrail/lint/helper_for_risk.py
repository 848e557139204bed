"""Closed eyes on foot, foam with closed eyes, and the ball name the helper they need."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import ON_FOOT, Eyes, Surface
from handrail.lint.model import Content, Finding
from handrail.person.words import HelperNear

RULE = "helper-for-risk"


def lint(content: Content) -> Iterator[Finding]:
    """Find risky exercises that ask for too little help."""
    for exercise in content.catalogue:
        least = _least_helper(exercise)
        if exercise.helper < least:
            yield Finding(exercise.slug, RULE, f"Its helper is at least {least.value!r}.")


def _least_helper(exercise: Exercise) -> HelperNear:
    closed = exercise.eyes is Eyes.CLOSED
    if exercise.surface is Surface.BALL or (closed and exercise.surface is Surface.FOAM):
        return HelperNear.ARMS_REACH
    return HelperNear.IN_HOME if closed and exercise.position in ON_FOOT else HelperNear.NONE
