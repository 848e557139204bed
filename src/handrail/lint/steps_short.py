"""Two to five steps, each short enough to hear once and do."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.lint.model import Content, Finding

RULE = "steps-short"
FEWEST, MOST, LONGEST_WORDS = 2, 5, 20


def lint(content: Content) -> Iterator[Finding]:
    """Find exercises with too few, too many or too long steps."""
    for exercise in content.catalogue:
        if not FEWEST <= len(exercise.steps) <= MOST:
            yield Finding(
                exercise.slug, RULE, f"It has {len(exercise.steps)} steps; say it in {FEWEST} to {MOST}."
            )
        for step in exercise.steps:
            words = len(step.split())
            if words > LONGEST_WORDS:
                yield Finding(
                    exercise.slug, RULE, f"A step has {words} words, more than {LONGEST_WORDS}: {step!r}"
                )
