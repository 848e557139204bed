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

    GET_UP = "get_up"
    CHANGE_PLACE = "change_place"
    WATER = "water"
    SET_UP = "set_up"
    READY = "ready"
    WORK = "work"
    EASE_OFF = "ease_off"
    CHANGE_SIDE = "change_side"
    REST = "rest"


class Posture(StrEnum):
    """How the body is placed, as far as getting up from it goes."""

    LYING = "lying"
    SITTING = "sitting"
    UP = "up"


class Sound(StrEnum):
    """What is heard beside the voice; left and right come from that side where there are two ears."""

    TICK = "tick"
    START = "start"
    HALF = "half"
    END = "end"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What is said and heard at one moment of a step; `say` may be empty, `sound` None."""

    at_s: float
    say: str = ""
    sound: Sound | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stretch of time in which one thing happens.

    Attributes
    ----------
    seconds
        How long it lasts. A set-up lasts so long only for somebody whose hands are not free to
        say that they are ready; for everybody else it waits.
    side
        The side that works, or that works next.
    set
        The set it belongs to, from 1.
    reps, rep_s
        Work that is counted: how many, and the seconds of one. None where time is counted.
    hold
        Which hold of the set this is, from 1; None where nothing is held.
    cues
        What is said and heard in it, in the order of time.
    """

    kind: StepKind
    seconds: float
    side: Side | None
    set: int
    reps: int | None = None
    rep_s: float | None = None
    hold: int | None = None
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One exercise as it would be done in this session, and when it may be.

    `dose` is how much, in words. `holding` and `standing_by` are sentences, empty when nothing
    is held or nobody is needed; `seated` says that it is done sitting or lying, on nothing that
    rolls; `side` is as in a plan's item. The script begins with a step for getting up from lying
    and one for changing place: a device leaves out what the way before makes needless.
    """

    exercise: str
    ladder: str
    name: str
    dose: str
    why: str
    seated: bool
    posture: Posture
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
class EmergencyNumbers:
    """What to dial, first choice first, and a sentence about them."""

    numbers: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A bout, ready to be played.

    Each item is a chain of ways: the planned one, the same with more to hold, an easier rung, a
    seated one, one for old answers; any but the first may be missing. Where the chain ends comes
    rest. `finish` is said at the end; `sit_down`, `emergency` and `call` are what stopping says.
    """

    moment: str
    place: Place
    check_list: tuple[str, ...]
    sit_down: tuple[str, ...]
    emergency: str
    call: EmergencyNumbers
    finish: tuple[str, ...]
    items: tuple[tuple[Way, ...], ...]
