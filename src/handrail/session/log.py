"""What somebody did, as their device tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handrail.person.model import MOST_COUNTED, WORST_RATING
from handrail.person.words import Done, Support

SECONDS_PER_DAY = 86_400
FIRST_YEAR, LAST_YEAR = 1970, 2200

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
    hold_s: Annotated[float, Meta(ge=0, le=SECONDS_PER_DAY)] | None = None
    support: Support | None = None
    effort: Rating | None = None
    pain: Rating | None = None
    touches: Count | None = None
    near_fall: bool | None = None
    fall: bool | None = None
    form_ok: bool | None = None
    corrects: UUID | None = None

    def __post_init__(self) -> None:
        """Refuse instants that no clock shows, not even one that lost its power."""
        for name in ("started", "finished"):
            year = getattr(self, name).year
            if not FIRST_YEAR <= year <= LAST_YEAR:
                message = f"{name} is in the year {year}"
                raise ValueError(message)
