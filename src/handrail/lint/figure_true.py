"""Every movement is drawn, and every drawing is true to a body: held, standing, bending as bodies do."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.figure.check import faults
from handrail.figure.files import has_figure
from handrail.lint.model import Content, Finding

RULE = "figure-true"


def lint(content: Content) -> Iterator[Finding]:
    """Find movements without a figure, and figures whose hands, feet, joints or balance are wrong."""
    for movement, exercises in content.catalogue.movements.items():
        if not has_figure(exercises[0]):
            yield Finding(movement, RULE, "It has no figure.")
            continue
        for exercise in exercises:
            yield from (Finding(exercise.slug, RULE, f"{fault}.") for fault in faults(exercise))
