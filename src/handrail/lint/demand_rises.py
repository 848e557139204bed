"""Along a balance ladder the demand on balance never falls."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from handrail.catalogue.words import Purpose
from handrail.lint.model import Content, Finding
from handrail.safety.demand import demand

RULE = "demand-rises"


def lint(content: Content) -> Iterator[Finding]:
    """Find balance rungs that ask for less than the rung below, unless their ladder says why."""
    for ladder in content.catalogue.ladders.values():
        rungs = [content.catalogue[slug] for slug in ladder.rungs]
        if rungs[-1].purpose is not Purpose.BALANCE or ladder.why_not_rising:
            continue
        for below, rung in pairwise(rungs):
            before, after = (demand(one, vision_trouble=False) for one in (below, rung))
            if after < before:
                yield Finding(
                    rung.slug, RULE, f"It asks for {after} points of balance, the rung below for {before}."
                )
