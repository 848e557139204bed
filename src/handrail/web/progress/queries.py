"""Reads of the diary of falls and of the aim; only the acting person's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from handrail.web.accounts.requests import Actor
from handrail.web.practice.queries import logs_for
from handrail.web.profile.models import CheckIn
from handrail.web.progress.models import Aim, FallNote


class Source(StrEnum):
    """Where somebody told of it."""

    SESSION = "session"
    CHECK_IN = "check-in"
    DIARY = "diary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Falls or near-falls told of at once. None and empty mean not answered.

    Attributes
    ----------
    day
        When it was; for a check-in, the day it was told.
    count
        How many; a check-in may tell of several.
    exercise
        The slug, where it came from a session.
    note
        The key of the note, where it was written down by hand.
    """

    day: date
    is_fall: bool
    source: Source
    count: int = 1
    exercise: str = ""
    doing: str = ""
    injured: bool | None = None
    can_rise_alone: bool | None = None
    note: UUID | None = None


def diary_for(owner: Actor) -> list[Happening]:
    """Every fall and near-fall somebody told of, newest first, whichever way they told it."""
    told = [*_in_sessions(owner), *_at_check_ins(owner), *_by_hand(owner)]
    return sorted(told, key=lambda one: one.day, reverse=True)


def aim_of(owner: Actor) -> int | None:
    """The minutes a week somebody aims for; None where they set no aim."""
    return Aim.objects.filter(owner=owner.id).values_list("minutes", flat=True).first()


def note_taken_out(owner: Actor, told: str | None) -> FallNote | None:
    """The note of an id as an address tells it, where it was taken out of the diary."""
    try:
        note = UUID(told or "")
    except ValueError:
        return None
    return FallNote.objects.filter(owner=owner.id, id=note, taken_out__isnull=False).first()


def _in_sessions(owner: Actor) -> Iterator[Happening]:
    for log in logs_for(owner).filter(Q(fall=True) | Q(near_fall=True)):
        yield Happening(
            day=timezone.localdate(log.started),
            is_fall=bool(log.fall),
            source=Source.SESSION,
            exercise=log.exercise,
        )


def _at_check_ins(owner: Actor) -> Iterator[Happening]:
    for check_in in CheckIn.objects.filter(owner=owner.id):
        falls = check_in.answers.get("falls_since_last") or 0
        for is_fall, count in ((True, falls), (False, check_in.near_falls)):
            if count:
                yield Happening(day=check_in.day, is_fall=is_fall, source=Source.CHECK_IN, count=count)


def _by_hand(owner: Actor) -> Iterator[Happening]:
    for note in FallNote.objects.filter(owner=owner.id, taken_out=None):
        yield Happening(
            day=note.day,
            is_fall=note.kind == FallNote.Kind.FALL,
            source=Source.DIARY,
            doing=note.doing,
            injured=note.injured,
            can_rise_alone=note.can_rise_alone,
            note=note.id,
        )
