"""Names fit one line of a phone."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.lint.model import Content, Finding

RULE = "name-length"
LONGEST = 45


def lint(content: Content) -> Iterator[Finding]:
    """Find names that are too long."""
    for exercise in content.catalogue:
        if len(exercise.name) > LONGEST:
            yield Finding(
                exercise.slug, RULE, f"The name has {len(exercise.name)} characters, more than {LONGEST}."
            )
