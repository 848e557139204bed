"""A card's words -> an exercise's words, by ``content/vocabulary/card.toml``. What a card says only tightens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from handrail.catalogue.loader import content_root, read_table
from handrail.catalogue.model import Exercise
from handrail.catalogue.words import ON_FOOT, Eyes, Surface
from handrail.person.words import Equipment, HelperNear
from handrail.planner.dose import Amount
from handrail.reader.model import Card

_WORDS = read_table(content_root() / "vocabulary" / "card.toml")
_HEIGHT = re.compile(r"(\d+(?:\.\d+)?)\s*-?\s*(cm|centi|in|\")", re.IGNORECASE)
_CM_PER_INCH = 2.54
_FOOTING = (Surface.FIRM, Surface.CHAIR, Surface.BED, Surface.FLOOR_MAT)


def as_asked(exercise: Exercise, card: Card) -> Exercise:
    """The exercise as this text asks for it: never less careful than the catalogue's own."""
    return replace(
        exercise,
        eyes=Eyes.CLOSED if card.eyes_closed else exercise.eyes,
        helper=max(exercise.helper, _helper(card), key=lambda helper: helper.rank),
        surface=_surface(exercise, card),
        equipment=exercise.equipment | frozenset(_equipment(card)),
    )


def at_most(amount: Amount, card: Card) -> Amount:
    """The amount, lowered where the author does less."""
    return replace(
        amount,
        sets=int(_lower(amount.sets, card.sets)),
        reps=None if amount.reps is None else int(_lower(amount.reps, card.reps)),
        hold_s=None if amount.hold_s is None else _lower(amount.hold_s, card.hold_s),
        duration_s=None if amount.duration_s is None else _lower(amount.duration_s, card.duration_s),
    )


def _lower(ours: float, theirs: float | tuple[float, float] | None) -> float:
    if theirs is None:
        return ours
    low = theirs if isinstance(theirs, (int, float)) else theirs[0]
    return max(min(ours, low), 1)


def _helper(card: Card) -> HelperNear:
    words = _WORDS["spotter"]
    if not card.spotter:
        return HelperNear(words["not_needed"])
    said = " ".join((*card.warnings, card.span_text)).lower()
    in_home = any(phrase in said for phrase in words["in_home_phrases"])
    return HelperNear(words["in_home"] if in_home else words["there"])


def _surface(exercise: Exercise, card: Card) -> Surface:
    """What the text stands or sits on, where that is less firm than the catalogue's."""
    if exercise.surface not in _FOOTING:
        return exercise.surface
    named = [Surface(_WORDS["surface"][thing]) for thing in card.equipment if thing in _WORDS["surface"]]
    rocks = [surface for surface in named if surface in _unsteady_for(exercise)]
    return rocks[0] if rocks else exercise.surface


def _unsteady_for(exercise: Exercise) -> tuple[Surface, ...]:
    return (Surface.BALL, Surface.FOAM) if exercise.position in ON_FOOT else (Surface.BALL,)


def _equipment(card: Card) -> Iterator[Equipment]:
    for thing in card.equipment:
        if thing == "step":
            yield _step(card)
        elif thing in _WORDS["equipment"]:
            yield Equipment(_WORDS["equipment"][thing])


def _step(card: Card) -> Equipment:
    """The step of the height the text names, rounded up; without a height the highest."""
    said = _HEIGHT.search(" ".join((card.span_text, *card.warnings)))
    if said is None:
        return Equipment(_WORDS["step"]["unknown"])
    inches = said.group(2).lower() in {"in", '"'}
    height_cm = float(said.group(1)) * (_CM_PER_INCH if inches else 1)
    fits = (row["equipment"] for row in _WORDS["step"]["up_to_cm"] if height_cm <= row["cm"])
    return Equipment(next(fits, _WORDS["step"]["unknown"]))
