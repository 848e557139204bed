"""A week as an iCalendar file (RFC 5545). It tells a shared calendar that there is something, not what.

A moment has no time of day, so each is an event of the whole day that keeps nobody busy.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID, uuid5

from handrail.planner.model import Plan
from handrail.web.profile.wording import SUGGESTED_MOMENTS

MOST_OCTETS = 75  # of a line, before its CRLF
TELLS_NOTHING = frozenset(name for name, _, _ in SUGGESTED_MOMENTS)


def calendar_of(plan: Plan, owner: UUID, made: datetime) -> str:
    """The moments of a plan that hold exercises.

    Parameters
    ----------
    plan
        The week.
    owner
        Whose; the same day and moment of theirs is the same event in every file.
    made
        When the plan was made.
    """
    return "".join(f"{folded(line)}\r\n" for line in _lines(plan, owner, made))


def folded(line: str) -> str:
    """A line broken so that no piece is longer than 75 octets; no character is torn apart."""
    pieces, piece = [], ""
    for character in line:
        if len((piece + character).encode()) > MOST_OCTETS:
            pieces.append(piece)
            piece = " "
        piece += character
    return "\r\n".join([*pieces, piece])


def escaped(text: str) -> str:
    """Text as a value: what has a meaning in the format loses it."""
    for special in ("\\", ";", ","):
        text = text.replace(special, f"\\{special}")
    return "\\n".join(text.splitlines())


def _lines(plan: Plan, owner: UUID, made: datetime) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Handrail//Handrail//EN", "CALSCALE:GREGORIAN")
    for day in plan.days:
        for bout in day.bouts:
            if bout.items:
                yield from _event(day.date, bout.moment, owner, made)
    yield "END:VCALENDAR"


def _event(day: date, moment: str, owner: UUID, made: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(owner, f'{day} {moment}')}"
    yield f"DTSTAMP:{made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"SUMMARY:{escaped(_title(moment))}"
    yield from ("CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT")


def _title(moment: str) -> str:
    """The moment's name where it is one of ours; one in the person's own words could tell too much."""
    return f"Handrail: {moment}" if moment in TELLS_NOTHING else "Handrail"
