"""Which exercise of the catalogue a card means, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from handrail.catalogue.model import Catalogue, Exercise
from handrail.catalogue.words import LYING, SITTING, Eyes, Position, Stance, Surface
from handrail.person.words import Place
from handrail.reader.lexicon import Kind, Movement
from handrail.reader.model import Card, Link

MOST_CHOICES = 3
_SURFACES = {
    "foam_pad": Surface.FOAM,
    "pillow": Surface.FOAM,
    "exercise_ball": Surface.BALL,
    "treadmill": Surface.TREADMILL,
}
_PLACES = {
    "counter": Place.KITCHEN_BENCH,
    "wall": Place.WALL,
    "corner": Place.CORNER,
    "rail": Place.RAIL,
}
_HANDS = ("two_hands", "one_hand", "fingertips", "none")  # from firm to free
_NARROW = {Stance.TOGETHER, Stance.SEMI_TANDEM, Stance.TANDEM, Stance.ONE_LEG}
_THINGS = {
    "resistance_band": "band",
    "ankle_weights": "ankle_weight",
    "strap": "strap",
    "exercise_ball": "ball",
}


@dataclass(frozen=True, slots=True)
class Way:
    """What decides between the ways of one movement and is no field of a card."""

    hands: str | None = None
    stance: str | None = None


def linked(card: Card, movement: Movement, kind: Kind, way: Way, catalogue: Catalogue) -> Card:
    """The card with its exercise, or with up to three to choose from.

    Where the text does not say how to hold on, the way that holds on the most is taken.
    """
    rungs = [rung for slug in movement.slugs for rung in catalogue.movements.get(slug, ())]
    ranked = sorted((r for r in rungs if _can_be(card, r)), key=lambda rung: _distance(card, way, rung))
    if not ranked:
        return card
    best = _distance(card, way, ranked[0])
    equal = [rung for rung in ranked if _distance(card, way, rung) == best]
    ways = {(rung.movement, rung.position, rung.surface, rung.eyes, rung.stance) for rung in equal}
    if _agrees(card, ranked[0]) and (len(ranked) == 1 or (len(ways) == 1 and kind is not Kind.EVERYDAY)):
        return replace(card, exercise=ranked[0].slug, link=Link.SURE)
    firsts: dict[str, str] = {}
    for rung in ranked:
        firsts.setdefault(rung.movement, rung.slug)
    choices = tuple(dict.fromkeys([*firsts.values(), *(rung.slug for rung in ranked)]))[:MOST_CHOICES]
    return replace(card, exercise=ranked[0].slug, link=Link.CHOOSE, choices=choices)


def _agrees(card: Card, rung: Exercise) -> bool:
    """Whether the eyes are as the text says; an exercise that asks less is never surely meant."""
    return (card.eyes_closed is True) == (rung.eyes is Eyes.CLOSED)


def _can_be(card: Card, rung: Exercise) -> bool:
    """Whether nothing that the text says speaks against the exercise."""
    if card.eyes_closed is False and rung.eyes is Eyes.CLOSED:
        return False
    seated, lying = rung.position in SITTING, rung.position in LYING
    if card.position in {"standing", "walking"}:
        return not seated and not lying
    if card.position in {"sitting", "long_sitting"}:
        return seated or Place.CHAIR in rung.places
    return not (card.position or "").startswith("lying") or lying


def _distance(card: Card, way: Way, rung: Exercise) -> int:
    """How many things the text says that the exercise does not do, or does without being told."""
    surfaces = {_SURFACES[thing] for thing in card.equipment if thing in _SURFACES}
    wanted = {_THINGS[thing] for thing in card.equipment if thing in _THINGS}
    has = {thing.value for thing in rung.equipment}
    special = rung.surface in set(_SURFACES.values())
    return (
        4 * (not _agrees(card, rung))
        + 4 * (bool(surfaces) and special and rung.surface not in surfaces)
        + 3 * (special != bool(surfaces))
        + 2 * (("step" in card.equipment) != _has_step(rung))
        + 2 * len(wanted - has)
        + 2 * len((has & set(_THINGS.values())) - wanted)
        + 2 * (way.stance is not None and rung.stance.value != way.stance)
        + (way.stance is None and rung.stance in _NARROW)
        + 2 * _elsewhere(card, rung)
        + (card.position is None and rung.position is Position.SITTING)
        + 2 * ((card.position or "").endswith("sitting") and not _starts_seated(rung))
        + _looser(way.hands, rung)
    )


def _has_step(rung: Exercise) -> bool:
    return any(thing.value.startswith("step") for thing in rung.equipment)


def _starts_seated(rung: Exercise) -> bool:
    """Whether it can be told as sitting; who rises from a chair sits first."""
    return rung.position in SITTING or rung.movement == "sit-to-stand"


def _elsewhere(card: Card, rung: Exercise) -> bool:
    """Whether the text holds on to something that is not where the exercise is done."""
    named = {_PLACES[thing] for thing in card.support if thing in _PLACES}
    return bool(named) and named.isdisjoint(rung.places)


def _looser(hands: str | None, rung: Exercise) -> int:
    """How far the hands of the text and of the exercise are apart."""
    held = rung.support.value
    if hands is None:
        return 0
    if held not in _HANDS:
        return 1
    return abs(_HANDS.index(hands) - _HANDS.index(held))
