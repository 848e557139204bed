"""Every exercise says when to stop and when not to begin, in words."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.lint.model import Content, Finding

RULE = "stop-signs-named"


def lint(content: Content) -> Iterator[Finding]:
    """Find exercises that leave out when to stop, when to leave them, how to breathe or what goes wrong."""
    for exercise in content.catalogue:
        for field in ("stop_signs", "avoid_if", "breathing", "faults", "cues", "setup", "aim", "muscles"):
            if not getattr(exercise, field):
                yield Finding(exercise.slug, RULE, f"{field} is empty.")
