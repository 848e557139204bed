"""A check-in as it crosses to a device and comes back: what to ask, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handrail.person.model import MINUTES_PER_DAY
from handrail.person.words import HelperNear
from handrail.session.log import Count, Instant, Rating

Value = bool | int | str
MinutesAgo = Annotated[int, Meta(ge=0, le=7 * MINUTES_PER_DAY)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """How somebody is, in the words of a person file's `today`. None was not asked or not answered."""

    feeling_ill: bool | None = None
    new_symptom: bool | None = None
    falls_since_last: Count | None = None
    pain: Rating | None = None
    energy: Rating | None = None
    stiffness: Rating | None = None
    hot: bool | None = None
    minutes_since_sedating_dose: MinutesAgo | None = None
    helper: HelperNear | None = None
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInReport:
    """A finished check-in that a device took by itself.

    Attributes
    ----------
    id
        UUIDv7 made by the device, so that sending twice stores once.
    told
        When it was finished, by the device's clock.
    near_falls
        How many since the last time.
    injured, can_rise_alone
        About a fall; None where there was none.
    restarted
        Whether there was a stay in hospital, or a new medicine or dose; None where it was not asked.
    """

    id: UUID
    told: Instant
    answers: Answers
    near_falls: Count = 0
    injured: bool | None = None
    can_rise_alone: bool | None = None
    restarted: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer to tap. `advice` is what it means; `emergency` says that it calls for help now."""

    value: Value
    label: str
    small: str = ""
    advice: str = ""
    emergency: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One screen of a check-in. `name` is the field of the report, or of its answers, that it fills.

    `many` lets several choices be ticked; `after_fall` asks it only of somebody who fell.
    """

    name: str
    text: str
    help: str
    choices: tuple[Choice, ...]
    many: bool = False
    after_fall: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInForm:
    """What a device asks: is anything new, then `new` if so, then `always`.

    `nothing_new` is what "nothing new" answers. `sedating_window_minutes` is how long a dose
    counts, None for somebody without a sedating medicine.
    """

    news: Question
    new: tuple[Question, ...]
    always: tuple[Question, ...]
    nothing_new: Answers
    sedating_window_minutes: int | None
