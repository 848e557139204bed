"""Exercises as flat JSON, for ``handrail catalogue export`` and for other programs."""

from __future__ import annotations

from typing import Any

import msgspec

from handrail.catalogue.model import Catalogue, Exercise
from handrail.catalogue.quality import tier_of


def export_json(catalogue: Catalogue) -> list[dict[str, Any]]:
    """All exercises in ladder order, each flat, with a dose table of ``[low, high]`` per band."""
    return [_flat(exercise) for exercise in catalogue]


def _flat(exercise: Exercise) -> dict[str, Any]:
    table: dict[str, Any] = msgspec.to_builtins(exercise, order="deterministic")
    doses = {band.value: dose.as_table() for band, dose in exercise.dose.items()}
    easier, harder = ([slug] if slug else [] for slug in (exercise.easier, exercise.harder))
    tier = tier_of(exercise).value
    return {**table, "dose": doses, "easier": easier, "harder": harder, "tier": tier}
