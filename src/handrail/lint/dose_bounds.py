"""A dose says how much at all, and stays within what any source allows."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.catalogue.model import Dose
from handrail.lint.model import Content, Finding

RULE = "dose-bounds"
# Sources: Kim 2019 (1-3 sets of 8-15), the members' largest count (30 lifts), prolonged stretch up to 20 min.
MOST = {"sets": 6, "reps": 30, "hold_s": 120, "duration_s": 1200, "per_day": 4, "per_week": 7, "rest_s": 240}


def lint(content: Content) -> Iterator[Finding]:
    """Find doses that say nothing or too much."""
    for exercise in content.catalogue:
        for band, dose in exercise.dose.items():
            yield from _dose(f"{exercise.slug}, band {band}", dose)


def _dose(where: str, dose: Dose) -> Iterator[Finding]:
    if dose.sets is None or not (dose.reps or dose.hold_s or dose.duration_s):
        yield Finding(where, RULE, "The dose needs sets, and reps, a hold or a duration.")
    for field, (_, high) in dose.as_table().items():
        if high > MOST[field]:
            yield Finding(
                where, RULE, f"{field} goes up to {high:g}; no source allows more than {MOST[field]}."
            )
