"""At least four names that people use: readers and searchers find a movement by them."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.lint.model import Content, Finding

RULE = "synonyms-enough"
FEWEST = 4


def lint(content: Content) -> Iterator[Finding]:
    """Find movements with too few everyday names."""
    for movement, exercises in content.catalogue.movements.items():
        if len(set(exercises[0].synonyms)) < FEWEST:
            yield Finding(movement, RULE, f"It has fewer than {FEWEST} synonyms.")
