"""Writes: an aim of one's own, and a fall or near-fall told by hand."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from handrail.web.accounts.requests import Actor
from handrail.web.profile.actions import tell_fall, tell_near_fall
from handrail.web.progress.models import Aim, FallNote


def set_aim(*, by: Actor, minutes: int | None) -> None:
    """Keep how many minutes a week somebody aims for; None is no aim."""
    if minutes is None:
        Aim.objects.filter(owner=by.id).delete()
    else:
        Aim.objects.update_or_create({"minutes": minutes}, owner_id=by.id)


def note_happening(
    *,
    by: Actor,
    note: UUID,
    day: date,
    kind: FallNote.Kind,
    doing: str = "",
    injured: bool | None = None,
    can_rise_alone: bool | None = None,
) -> FallNote:
    """Write a fall or near-fall down and count it as a check-in would; the same note twice counts once."""
    about = {"injured": injured, "can_rise_alone": can_rise_alone} if kind == FallNote.Kind.FALL else {}
    with transaction.atomic():
        row, is_new = FallNote.objects.get_or_create(
            {"owner_id": by.id, "day": day, "kind": kind, "doing": doing, **about}, id=note
        )
        if is_new and kind == FallNote.Kind.FALL:
            tell_fall(by=by, day=day, **about)
        elif is_new:
            tell_near_fall(by=by, day=day)
    return row


def take_out_note(*, by: Actor, note: UUID) -> None:
    """Take a mistake out of the diary. What it added to the counts of falls stays: only the person lowers those."""
    FallNote.objects.filter(owner=by.id, id=note, taken_out=None).update(taken_out=timezone.now())


def put_back_note(*, by: Actor, note: UUID) -> None:
    """Put a note back into the diary."""
    FallNote.objects.filter(owner=by.id, id=note).update(taken_out=None)
