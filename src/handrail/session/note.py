"""What somebody wrote about a session, as their device tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from handrail.session.log import FIRST_YEAR, LAST_YEAR, Instant

LONGEST = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A few words about a session.

    Attributes
    ----------
    id
        UUIDv7 made by the device, so that sending twice stores once.
    session
        The session it is about.
    written
        An instant by the device's clock, with its offset.
    text
        1 to 1,000 characters, not all of them blank.
    """

    id: UUID
    session: UUID
    written: Instant
    text: Annotated[str, Meta(min_length=1, max_length=LONGEST)]

    def __post_init__(self) -> None:
        """Refuse a blank text and an instant that no clock shows; what was written is in no message."""
        if not self.text.strip():
            message = "text is blank"
            raise ValueError(message)
        if not FIRST_YEAR <= self.written.year <= LAST_YEAR:
            message = f"written is in the year {self.written.year}"
            raise ValueError(message)
