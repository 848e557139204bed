"""The values of the safety gate: what is asked, what a rule is, and the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum

from handrail.catalogue.model import Exercise
from handrail.person.model import CheckIn, Person
from handrail.person.words import Equipment, HelperNear, Place


class Tier(Enum):
    """Falls tier: how much the past says about the next fall."""

    GREEN = 0
    AMBER = 1
    RED = 2


class Ground(Enum):
    """What a rule is about. Of several broken rules the first ground is named first."""

    HELPER = 0
    EYES = 1
    SURFACE = 2
    SUPPORT = 3
    TIER = 4
    PLACE = 5
    EQUIPMENT = 6


@dataclass(frozen=True, slots=True)
class Setting:
    """Where: a place, who is there, and what is at hand."""

    place: Place
    helper: HelperNear
    equipment: frozenset[Equipment]


@dataclass(frozen=True, slots=True)
class Body:
    """What the rules ask of a person on one day, worked out once.

    `ceiling` is the highest demand score without a helper at arm's reach.
    """

    person: Person
    day: CheckIn
    tier: Tier
    ceiling: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One hard rule.

    Attributes
    ----------
    id
        Stable name, such as ``"foam-eyes-closed-helper"``.
    sentence
        What it asks for, in plain words, as a person reads it.
    lifts
        What would open the exercise, in plain words; empty when nothing the person
        can do would.
    source
        Guideline, paper or "our proposal, awaiting a clinician's sign-off".
    breaks
        True when this exercise in this setting breaks the rule.
    answers
        Dotted names of the answers it looks at; unanswered ones count as the worst.
    """

    id: str
    ground: Ground
    sentence: str
    lifts: str
    source: str
    breaks: Callable[[Exercise, Body, Setting], bool]
    answers: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What it asks for, and what would lift it."""
        return f"{self.sentence} {self.lifts}".rstrip()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The gate's answer for one exercise in one setting.

    `exercise` is the way to do it: the same exercise, or the same with more to hold
    where a rule asks for that and the place offers it; `held_for` are the rules that ask
    for it. `broken` is empty when allowed.
    """

    exercise: Exercise
    broken: tuple[Rule, ...]
    held_for: tuple[Rule, ...] = ()

    @property
    def allowed(self) -> bool:
        """Whether no rule is broken."""
        return not self.broken


class Action(StrEnum):
    """What the gate advises beside or instead of exercise."""

    EMERGENCY = "emergency"
    CLINICIAN = "clinician"
    REST = "rest"
    MODIFY = "modify"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to do beside or instead of exercise, and the id of the rule that says so."""

    action: Action
    rule: str
    text: str
