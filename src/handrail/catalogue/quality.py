"""How far an exercise's text has come, as a machine can tell."""

from __future__ import annotations

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import LYING, SITTING
from handrail.units import Scale


class Tier(Scale):
    """Bronze: complete text. Silver: sourced, its hazards and stop signs named.

    Gold would be: reviewed by a named clinician. Nobody has reviewed any yet, so none is gold.
    """

    DRAFT = "draft"
    BRONZE = "bronze"
    SILVER = "silver"


def tier_of(exercise: Exercise) -> Tier:
    """The tier that an exercise has reached."""
    text = (exercise.aim, exercise.setup, exercise.steps, exercise.cues, exercise.faults, exercise.breathing)
    if not all(text):
        return Tier.DRAFT
    may_fall = exercise.position not in LYING | SITTING
    careful = exercise.sources and exercise.stop_signs and (exercise.hazards or not may_fall)
    return Tier.SILVER if careful else Tier.BRONZE
