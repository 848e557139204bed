"""Which exercise of the catalogue a card means, and how sure that is."""

from __future__ import annotations

from dataclasses import replace

from handrail.catalogue.model import Catalogue, Exercise
from handrail.catalogue.words import LYING, SITTING, Eyes, Position, Stance, Surface
from handrail.reader.lexicon import Kind, Movement
from handrail.reader.model import Card, Link

MOST_CHOICES = 3
_SURFACES = {
    "foam_pad": Surface.FOAM,
    "pillow": Surface.FOAM,
    "exercise_ball": Surface.BALL,
    "step": Surface.STEP,
    "treadmill": Surface.TREADMILL,
}
_THINGS = {"resistance_band": "band", "ankle_weights": "ankle_weight", "strap": "strap", "exercise_ball": "ball"}


def linked(card: Card, movement: Movement, kind: Kind, catalogue: Catalogue) -> Card:
    """The card with its exercise, or with up to three to choose from."""
    rungs = [rung for slug in movement.slugs for rung in catalogue.movements.get(slug, ())]
    rungs = [rung for rung in rungs if _can_be(card, rung)]
    if not rungs:
        return card
    ranked = sorted(rungs, key=lambda rung: _distance(card, rung))
    best = _distance(card, ranked[0])
    equal = [rung.slug for rung in ranked if _distance(card, rung) == best]
    sure = kind is not Kind.EVERYDAY and len(equal) == 1
    choices = tuple(rung.slug for rung in ranked[:MOST_CHOICES])
    if sure or len(choices) == 1:
        return replace(card, exercise=ranked[0].slug, link=Link.SURE)
    return replace(card, exercise=ranked[0].slug, link=Link.CHOOSE, choices=choices)


def _can_be(card: Card, rung: Exercise) -> bool:
    """Whether nothing that the text says speaks against the exercise."""
    if card.eyes_closed is False and rung.eyes is Eyes.CLOSED:
        return False
    seated, lying = rung.position in SITTING, rung.position in LYING
    if card.position in {"standing", "walking"}:
        return not seated and not lying
    if card.position in {"sitting", "long_sitting"}:
        return seated
    return not (card.position or "").startswith("lying") or lying


def _distance(card: Card, rung: Exercise) -> int:
    """How many things the text says that the exercise does not do, or does without being told."""
    surfaces = {_SURFACES[thing] for thing in card.equipment if thing in _SURFACES}
    wanted = {_THINGS[thing] for thing in card.equipment if thing in _THINGS}
    has = {thing.value for thing in rung.equipment}
    special = rung.surface in set(_SURFACES.values())
    return (
        4 * ((card.eyes_closed is True) != (rung.eyes is Eyes.CLOSED))
        + 4 * (bool(surfaces) and special and rung.surface not in surfaces)
        + 3 * (special != bool(surfaces))
        + 2 * len(wanted - has)
        + 2 * len((has & set(_THINGS.values())) - wanted)
        + 2 * ("together" in card.span_text.lower() and rung.stance is not Stance.TOGETHER)
        + (card.position is None and rung.position in {Position.SITTING})
    )
