"""Nothing is invented: every exercise names where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.lint.model import Content, Finding

RULE = "source-named"


def lint(content: Content) -> Iterator[Finding]:
    """Find exercises without a source."""
    for exercise in content.catalogue:
        if not exercise.sources:
            yield Finding(exercise.slug, RULE, "It names no source.")
