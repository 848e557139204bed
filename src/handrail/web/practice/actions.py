"""Writes: freeze a timeline as a session, keep what was done in it and how it was after, delete and undo."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import TypeVar
from uuid import UUID

import msgspec
from django.db import transaction
from django.db.models import Manager, Q
from django.utils import timezone
from uuid6 import uuid7

from handrail.errors import FormError
from handrail.session.log import Log
from handrail.session.model import Timeline
from handrail.session.note import Note
from handrail.web.accounts.requests import Actor
from handrail.web.practice.after import Asks
from handrail.web.practice.models import (
    AfterEvent,
    LogEntry,
    PushSubscription,
    Removal,
    SessionNote,
    SessionRecord,
)
from handrail.web.practice.queries import UNDO_FOR, has_done

Row = TypeVar("Row", LogEntry, SessionNote)


def open_session(*, by: Actor, day: date, timeline: Timeline) -> SessionRecord:
    """The session of a timeline on a day; the same timeline gives the same session again."""
    digest = hashlib.sha256(msgspec.json.encode(timeline, order="deterministic")).hexdigest()
    record, _ = SessionRecord.objects.get_or_create(
        owner_id=by.id,
        day=day,
        digest=digest,
        defaults={"timeline": msgspec.to_builtins(timeline)},
    )
    return record


def store_logs(*, by: Actor, entries: Sequence[Log]) -> int:
    """Keep what a device tells, all of it or nothing; answers how many entries were new.

    An entry that was stored before is left as it is, so that sending twice stores once. One that
    was deleted stays so, whatever is sent again.
    """
    with transaction.atomic():
        removed = set(Removal.objects.filter(owner=by.id).values_list("entry", flat=True))
        rows = [LogEntry(owner_id=by.id, **asdict(entry)) for entry in entries if entry.id not in removed]
        new = _store_once(rows, LogEntry.objects)
        _remove_corrections(by)
    return new


def remove_entries(*, by: Actor, entries: Sequence[LogEntry]) -> UUID:
    """Delete entries of the actor's log, with all that each of them corrects; answers what to undo."""
    act, now = uuid7(), timezone.now()
    with transaction.atomic():
        Removal.objects.bulk_create(
            [Removal(owner_id=by.id, entry=entry, act=act, made=now) for entry in _with_earlier(by, entries)],
            ignore_conflicts=True,
        )
    return act


def undo_removal(*, by: Actor, act: UUID) -> None:
    """Bring back what one tap deleted; a second tap changes nothing more.

    Raises
    ------
    FormError
        When it has been erased for good.
    """
    with transaction.atomic():
        rows = Removal.objects.filter(owner=by.id, act=act)
        if rows.filter(made__lte=timezone.now() - UNDO_FOR).exists():
            raise FormError(
                "That was deleted more than a day ago. It is erased for good.",
                "Go to your log: it has the rest.",
            )
        rows.delete()


def erase_removed(*, by: Actor) -> None:
    """Erase for good what was deleted so long ago that it can no longer be undone."""
    old = Removal.objects.filter(owner=by.id, made__lte=timezone.now() - UNDO_FOR)
    entries = LogEntry.objects.filter(owner=by.id, id__in=old.values("entry"))
    if entries.exists():  # else the page would wait for the lock of a write
        entries.delete()


def _with_earlier(by: Actor, entries: Iterable[LogEntry]) -> set[UUID]:
    mine = LogEntry.objects.filter(owner=by.id, corrects__isnull=False)
    corrects = dict(mine.values_list("id", "corrects"))
    found: set[UUID] = set()
    for entry in entries:
        told: UUID | None = entry.id
        while told is not None and told not in found:
            found.add(told)
            told = corrects.get(told)
    return found


def _remove_corrections(by: Actor) -> None:
    """A correction that arrives late goes with what it corrects, unless it tells of a fall or near-fall."""
    while rows := _late_corrections(by):
        Removal.objects.bulk_create(rows)


def _late_corrections(by: Actor) -> list[Removal]:
    removals = Removal.objects.filter(owner=by.id)
    removed = removals.values("entry")
    corrections = LogEntry.objects.filter(owner=by.id, corrects__in=removed).exclude(id__in=removed)
    late = list(corrections.exclude(Q(fall=True) | Q(near_fall=True)))
    told = {row.entry: row for row in removals.filter(entry__in=[entry.corrects for entry in late])}
    return [_like(told[entry.corrects], entry) for entry in late if entry.corrects in told]


def _like(removal: Removal, entry: LogEntry) -> Removal:
    return Removal(owner_id=entry.owner_id, entry=entry.id, act=removal.act, made=removal.made)


def store_notes(*, by: Actor, notes: Sequence[Note]) -> int:
    """Keep what somebody wrote about sessions, as `store_logs` does."""
    return _store_once([SessionNote(owner_id=by.id, **asdict(note)) for note in notes], SessionNote.objects)


def note_shown(*, by: Actor, asks: Asks) -> None:
    """Keep that Today showed a question, so that it does not come up for ever."""
    AfterEvent.objects.create(owner_id=by.id, session=asks.session, about=asks.about, answer=AfterEvent.SHOWN)


def tell_after(*, by: Actor, session: UUID, about: AfterEvent.About, answer: str) -> AfterEvent:
    """Keep an answer about a session, or that its question was put away; a later one counts instead.

    Raises
    ------
    FormError
        When the person's log holds no such session.
    """
    if not has_done(by, session):
        raise FormError("We do not find that session in your log.", "Nothing was changed. Go back to Today.")
    return AfterEvent.objects.create(owner_id=by.id, session=session, about=about, answer=answer)


def note_reminded(*, by: Actor, sessions: Iterable[UUID]) -> None:
    """Keep that somebody was reminded of the two-hour question of sessions, so that it happens once."""
    about, answer = AfterEvent.About.TWO_HOURS, AfterEvent.REMINDED
    AfterEvent.objects.bulk_create(
        AfterEvent(owner_id=by.id, session=session, about=about, answer=answer) for session in sessions
    )


def keep_subscription(*, by: Actor, endpoint: str) -> None:
    """Remind somebody on this browser from now on; a second tap changes nothing more."""
    PushSubscription.objects.get_or_create(owner_id=by.id, endpoint=endpoint)


def drop_subscription(*, by: Actor, endpoint: str) -> None:
    """Remind somebody on this browser no more."""
    PushSubscription.objects.filter(owner=by.id, endpoint=endpoint).delete()


def _store_once(rows: list[Row], table: Manager[Row]) -> int:
    stored = table.filter(id__in=[row.id for row in rows])
    with transaction.atomic():
        before = stored.count()
        table.bulk_create(rows, ignore_conflicts=True)
        return stored.count() - before
