"""A lay name means one movement: the reader and the search live on it."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.lint.model import Content, Finding

RULE = "shared-synonym"


def lint(content: Content) -> Iterator[Finding]:
    """Find synonyms that stand in two movements."""
    first: dict[str, str] = {}
    for movement, exercises in content.catalogue.movements.items():
        for synonym in exercises[0].synonyms:
            owner = first.setdefault(synonym.casefold(), movement)
            if owner != movement:
                yield Finding(movement, RULE, f"{synonym!r} is also a synonym of {owner}.")
