"""What somebody did, as their device tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handrail.person.model import MOST_COUNTED, WORST_RATING
from handrail.person.words import Done, Support

Instant = Annotated[datetime, Meta(tz=True)]
Count = Annotated[int, Meta(ge=0, le=MOST_COUNTED)]
Rating = Annotated[int, Meta(ge=0, le=WORST_RATING)]
LogSide = Annotated[str, Meta(pattern="^(left|right|each|both)$")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """One exercise as it was done in a session. None means not answered.

    Attributes
    ----------
    id
        UUIDv7 made by the device, so that sending twice stores once.
    session
        The session it belongs to.
    position
        The item's place in the session's timeline, from 0.
    sets
        Sets done whole, per side where there are sides.
    touches
        How often the person had to grab hold.
    started, finished
        Instants by the device's clock, with its offset.
    corrects
        The log that this one replaces, such as one sent before the last questions were answered.
    """

    id: UUID
    session: UUID
    position: Count
    exercise: str
    done: Done
    started: Instant
    finished: Instant
    side: LogSide | None = None
    sets: Count | None = None
    reps: Count | None = None
    hold_s: Annotated[float, Meta(ge=0)] | None = None
    support: Support | None = None
    effort: Rating | None = None
    pain: Rating | None = None
    touches: Count | None = None
    near_fall: bool | None = None
    fall: bool | None = None
    form_ok: bool | None = None
    corrects: UUID | None = None
