"""Whoever stands or walks can fall: such an exercise names at least one hazard."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.catalogue.words import ON_FOOT
from handrail.lint.model import Content, Finding

RULE = "hazard-named"


def lint(content: Content) -> Iterator[Finding]:
    """Find standing and walking exercises without a hazard."""
    for exercise in content.catalogue:
        if exercise.position in ON_FOOT and not exercise.hazards:
            yield Finding(exercise.slug, RULE, "It is done on foot and names no hazard.")
