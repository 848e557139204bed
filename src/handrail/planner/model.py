"""Plans and routines as frozen values; their JSON is the contract of ``handrail plan``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from handrail.catalogue.words import Eyes, Surface
from handrail.person.words import HelperNear, Place, Support
from handrail.safety.model import Advice


class ReasonKind(StrEnum):
    """Why an item is in a plan."""

    GOAL = "goal"
    LADDER = "ladder"
    DOSE_OWED = "dose_owed"
    KEPT = "kept"
    LIKED = "liked"
    THERAPIST = "therapist"
    BASE_ROUTINE = "base_routine"
    WARM_UP = "warm_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why an item is there, as a sentence."""

    kind: ReasonKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One exercise with its dose in a bout.

    `side` is left, right, each (weaker first; `sets` per side), both or None.
    `minutes` includes rests and both sides.
    """

    exercise: str
    sets: int
    reps: int | None
    hold_s: float | None
    duration_s: float | None
    side: str | None
    support: Support
    helper: HelperNear
    eyes: Eyes
    surface: Surface
    minutes: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bout:
    """What is planned into one moment of one day; `minutes` are the moment's."""

    moment: str
    place: Place
    helper: HelperNear
    minutes: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day's bouts, in the order of the person's moments."""

    date: date
    bouts: tuple[Bout, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An exercise not planned: the rule first, the other rules, why, and the nearest safe rung."""

    exercise: str
    rule: str
    also: tuple[str, ...]
    text: str
    instead: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Seven days from the check-in's date, what was left out, and advice."""

    days: tuple[Day, ...]
    left_out: tuple[LeftOut, ...]
    advice: tuple[Advice, ...]


@dataclass(frozen=True, slots=True)
class Must:
    """An exercise that has to stand in a slot of a day, both counted from 0."""

    day: int
    slot: int
    exercise: str


class Kind(StrEnum):
    """How an exercise and a moment go together."""

    PLANNED = "planned"
    NEVER = "never"
    CLASH = "clash"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyNot:
    """The answer.

    Attributes
    ----------
    kind
        How the two go together.
    rule
        The safety rule, the refusal or the clash; empty where it is possible.
    text
        The answer as sentences.
    gives_way
        Exercises that would leave the day, when it is possible.
    cost
        What the week would lose, in hundredths of a point.
    """

    kind: Kind
    rule: str = ""
    text: str = ""
    gives_way: tuple[str, ...] = ()
    cost: int = 0


PLANNED_THERE = WhyNot(kind=Kind.PLANNED, text="It is planned there.")
