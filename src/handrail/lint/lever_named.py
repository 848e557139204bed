"""Each rung says what makes it harder than the one below, and within a movement only that gets harder."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import Lever
from handrail.lint.model import Content, Finding
from handrail.safety.constants import STANCE_DEMAND, SURFACE_DEMAND

RULE = "lever-named"


def lint(content: Content) -> Iterator[Finding]:
    """Find rungs without a lever, and rungs of one movement that pull two at once."""
    for ladder in content.catalogue.ladders.values():
        rungs = [content.catalogue[slug] for slug in ladder.rungs]
        for below, rung in pairwise(rungs):
            if rung.lever is None:
                yield Finding(rung.slug, RULE, "It does not say what makes it harder than the rung below.")
            elif below.movement == rung.movement and below.position is rung.position:
                yield from _pulled_besides(below, rung)


def _pulled_besides(below: Exercise, rung: Exercise) -> Iterator[Finding]:
    harder = {
        Lever.SUPPORT: rung.support < below.support,
        Lever.STANCE: STANCE_DEMAND[rung.stance] > STANCE_DEMAND[below.stance],
        Lever.SURFACE: SURFACE_DEMAND.get(rung.surface, 0) > SURFACE_DEMAND.get(below.surface, 0),
        Lever.VISION: rung.eyes > below.eyes,
    }
    besides = sorted(lever for lever, is_harder in harder.items() if is_harder and lever is not rung.lever)
    if besides:
        yield Finding(rung.slug, RULE, f"It is harder by {rung.lever}, and by {', '.join(besides)} as well.")
