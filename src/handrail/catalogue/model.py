"""Exercises, their ladders and doses, as frozen values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

from handrail.catalogue.words import (
    Eyes,
    Hazard,
    Lever,
    Position,
    Purpose,
    Sides,
    SourceKind,
    Stance,
    Surface,
    Task,
)
from handrail.person.words import Band, Equipment, Goal, HelperNear, Place, Support
from handrail.units import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a sentence or a number comes from."""

    kind: SourceKind
    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """How much, as ranges. A field that does not apply is None.

    `hold_s` is kept once a repetition; `duration_s` is continuous movement, once a set.
    """

    sets: Interval | None = None
    reps: Interval | None = None
    hold_s: Interval | None = None
    duration_s: Interval | None = None
    per_day: Interval | None = None
    per_week: Interval | None = None
    rest_s: Interval | None = None

    def __post_init__(self) -> None:
        """Refuse a range that runs down or below nothing."""
        for name, (low, high) in self.as_table().items():
            if not 0 <= low <= high:
                message = f"{name} [{low}, {high}] does not run from low to high"
                raise ValueError(message)

    def as_table(self) -> dict[str, Interval]:
        """The fields that apply, as ``{field: [low, high]}``."""
        pairs = ((f.name, getattr(self, f.name)) for f in fields(self))
        return {name: interval for name, interval in pairs if interval is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One movement done one way.

    `rep_s` is the time one repetition takes, in seconds; `lever` is what makes it harder than
    the rung below, None on the first rung.
    """

    slug: str
    movement: str
    name: str
    term: str
    ladder: str
    rung: int
    purpose: Purpose
    position: Position
    stance: Stance
    support: Support
    helper: HelperNear
    surface: Surface
    eyes: Eyes
    sides: Sides
    tasks: frozenset[Task]
    places: tuple[Place, ...]
    equipment: frozenset[Equipment]
    hazards: tuple[Hazard, ...]
    muscles: tuple[str, ...]
    muscles_plain: str
    synonyms: tuple[str, ...]
    opened_by_therapist: bool
    dose: Mapping[Band, Dose]
    rep_s: float
    sources: tuple[Source, ...]
    aim: str
    setup: tuple[str, ...]
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    faults: tuple[str, ...]
    breathing: str
    avoid_if: tuple[str, ...]
    stop_signs: tuple[str, ...]
    lever: Lever | None = None
    easier: str | None = None
    harder: str | None = None

    def dose_for(self, band: Band) -> Dose:
        """The dose ranges of a walking band; band F has none of its own and takes E's."""
        return self.dose[min(band, Band.E)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Exercises from easier to harder.

    `start` says where a band may begin; `why_not_rising` why the demand on balance falls
    somewhere along the ladder, empty where it does not.
    """

    slug: str
    name: str
    aim: str
    rungs: tuple[str, ...]
    start: Mapping[Band, str] = field(default_factory=dict)
    why_not_rising: str = ""

    def start_for(self, band: Band) -> str:
        """The rung where somebody of this band begins; the first one unless content says more."""
        return self.start.get(band, self.rungs[0])


@dataclass(frozen=True)
class Catalogue:
    """All exercises, their ladders, and the ladders that each goal calls for."""

    exercises: Mapping[str, Exercise]
    ladders: Mapping[str, Ladder]
    goals: Mapping[Goal, tuple[str, ...]]

    def __getitem__(self, slug: str) -> Exercise:
        return self.exercises[slug]

    def __contains__(self, slug: object) -> bool:
        return slug in self.exercises

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self.exercises.values())

    def __len__(self) -> int:
        return len(self.exercises)

    def ladder_of(self, exercise: Exercise) -> Ladder:
        """The ladder an exercise stands on."""
        return self.ladders[exercise.ladder]

    def easier_than(self, exercise: Exercise) -> Iterator[Exercise]:
        """The rungs below, nearest first."""
        while exercise.easier is not None:
            exercise = self.exercises[exercise.easier]
            yield exercise

    @cached_property
    def movements(self) -> Mapping[str, tuple[Exercise, ...]]:
        """Exercises by movement, in catalogue order."""
        grouped: dict[str, list[Exercise]] = {}
        for exercise in self:
            grouped.setdefault(exercise.movement, []).append(exercise)
        return {slug: tuple(exercises) for slug, exercises in grouped.items()}
