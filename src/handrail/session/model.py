"""A session as a device plays it: a flat timeline of steps, with what to fall back to.

The device only plays. Everything it may do is in here; it may leave out or step down by
each way's conditions, and never the other way round.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handrail.person.words import HelperNear, Place, Support
from handrail.safety.conditions import Conditions
from handrail.units import Side


class StepKind(StrEnum):
    """What happens in a step."""

    SET_UP = "set_up"
    READY = "ready"
    WORK = "work"
    LET_GO = "let_go"
    CHANGE_SIDE = "change_side"
    REST = "rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stretch of time in which one thing happens.

    Attributes
    ----------
    seconds
        How long it lasts; None waits for the person.
    side
        The side that works, or that works next.
    set
        The set it belongs to, from 1.
    reps, rep_s
        Work that is counted: how many, and the seconds of one. None where time is counted.
    hold
        Which hold of the set this is, from 1; None where nothing is held.
    """

    kind: StepKind
    seconds: float | None
    side: Side | None
    set: int
    reps: int | None = None
    rep_s: float | None = None
    hold: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One exercise as it would be done in this session, and when it may be.

    `dose` is how much, in words. `holding` and `standing_by` are sentences, empty when nothing
    is held or nobody is needed; `seated` says that it is done sitting or lying; `side` is as in a plan's item.
    """

    exercise: str
    name: str
    dose: str
    why: str
    seated: bool
    place: Place
    support: Support
    helper: HelperNear
    side: str | None
    sets: int
    reps: int | None
    hold_s: float | None
    duration_s: float | None
    holding: str
    standing_by: str
    setup: tuple[str, ...]
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    breathing: str
    stop_signs: tuple[str, ...]
    figure: str | None
    motion: str | None
    conditions: Conditions
    script: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A bout, ready to be played.

    Each item is a chain of ways: the planned one, then an easier rung, then a seated one.
    Where the chain ends comes rest. `sit_down` and `emergency` are what stopping says.
    """

    moment: str
    place: Place
    check_list: tuple[str, ...]
    sit_down: tuple[str, ...]
    emergency: str
    items: tuple[tuple[Way, ...], ...]
