"""Where a person began on each ladder, and where they are now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from handrail.catalogue.model import Catalogue, Exercise, Ladder
from handrail.web.practice.models import LogEntry


@dataclass(frozen=True, slots=True)
class Standing:
    """A ladder somebody has been on: the rung they did first and the one they did last."""

    ladder: Ladder
    rungs: tuple[Exercise, ...]
    first: Exercise
    first_day: date
    exercise: Exercise
    last_day: date

    @property
    def moved(self) -> str:
        """The way from the first rung to the last, in words."""
        steps = self.exercise.rung - self.first.rung
        if not steps:
            return "You are on the step you began on."
        way = "higher" if steps > 0 else "lower"
        return f"You are {abs(steps)} step{'s' if abs(steps) > 1 else ''} {way} than where you began."


def standings(entries: Iterable[LogEntry], catalogue: Catalogue) -> list[Standing]:
    """Every ladder that was done, in the catalogue's order; `entries` come newest first."""
    done: dict[str, list[LogEntry]] = {}
    for entry in entries:
        if entry.exercise in catalogue and entry.done != "none":
            done.setdefault(catalogue[entry.exercise].ladder, []).append(entry)
    return [
        _standing(ladder, done[slug], catalogue) for slug, ladder in catalogue.ladders.items() if slug in done
    ]


def _standing(ladder: Ladder, newest_first: list[LogEntry], catalogue: Catalogue) -> Standing:
    last, first = newest_first[0], newest_first[-1]
    return Standing(
        ladder,
        tuple(catalogue[slug] for slug in ladder.rungs),
        catalogue[first.exercise],
        timezone.localdate(first.started),
        catalogue[last.exercise],
        timezone.localdate(last.started),
    )
