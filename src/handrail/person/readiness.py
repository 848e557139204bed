"""When the readiness lines are read again: every half a year, and after what may change a body.

Lines that are due count as unanswered, and that is the worst case. Whoever stores the answers
keeps them, so that reading again takes one look. The numbers: ``content/safety.toml``.
"""

from __future__ import annotations

import tomllib
from dataclasses import fields, replace
from datetime import date, timedelta
from enum import StrEnum
from importlib.resources import files

from handrail.person.model import Person, Screen

_TABLE = tomllib.loads((files("handrail") / "content" / "safety.toml").read_text(encoding="utf-8"))
LAST = timedelta(days=_TABLE["readiness"]["last_days"])
SOON = timedelta(days=_TABLE["readiness"]["soon_days"])
LINES = frozenset(f"screen.{field.name}" for field in fields(Screen))
_NOW = timedelta(0)


class Due(StrEnum):
    """Why the lines are read again: now, or soon."""

    RESTARTED = "restarted"
    OLD = "old"
    SOON = "soon"


def restarted_on(person: Person) -> date | None:
    """The day since when the body may be another; None when there is none, or when it has not come yet."""
    return person.restarted if person.restarted and person.restarted <= person.today.date else None


def due(person: Person) -> Due | None:
    """Why the lines are to be read again; None when they are not, and when nobody knows their age.

    A day that has not come yet changes no body, and answers from the future count as old.
    """
    today, read = person.today.date, person.screened
    changed = restarted_on(person)
    if changed and (read is None or read < changed):
        return Due.RESTARTED
    if read is None:
        return None
    if not _NOW <= today - read < LAST:
        return Due.OLD
    return Due.SOON if today - read >= LAST - SOON else None


def is_open_again(person: Person) -> bool:
    """Whether the lines count as unanswered until they are read again."""
    return due(person) in {Due.RESTARTED, Due.OLD}


def with_due_lines_open(person: Person) -> Person:
    """The same person, whose lines are unanswered if they are to be read again."""
    if not is_open_again(person):
        return person
    return replace(person, screen=Screen(), unanswered=person.unanswered | LINES)
