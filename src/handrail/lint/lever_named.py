"""Each rung says what makes it harder than the one below, and within a movement nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import Lever
from handrail.lint.model import Content, Finding

RULE = "lever-named"


def lint(content: Content) -> Iterator[Finding]:
    """Find rungs without a lever, and rungs of one movement that pull two at once."""
    for ladder in content.catalogue.ladders.values():
        rungs = [content.catalogue[slug] for slug in ladder.rungs]
        for below, rung in pairwise(rungs):
            if rung.lever is None:
                yield Finding(rung.slug, RULE, "It does not say what makes it harder than the rung below.")
            elif below.movement == rung.movement:
                yield from _pulled_besides(below, rung)


def _pulled_besides(below: Exercise, rung: Exercise) -> Iterator[Finding]:
    if rung.lever is Lever.POSITION:  # whoever stands up changes support, stance and surface with it
        return
    pulled = {
        Lever.SUPPORT: below.support is not rung.support,
        Lever.STANCE: below.stance is not rung.stance,
        Lever.SURFACE: below.surface is not rung.surface,
        Lever.VISION: below.eyes is not rung.eyes,
        Lever.POSITION: below.position is not rung.position,
    }
    besides = sorted(lever for lever, differs in pulled.items() if differs and lever is not rung.lever)
    if besides:
        yield Finding(
            rung.slug, RULE, f"It is harder by {rung.lever}, and {', '.join(besides)} changes as well."
        )
