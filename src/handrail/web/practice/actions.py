"""Writes: freeze a timeline as a session, and keep what was done in it and how it was after."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import TypeVar
from uuid import UUID

import msgspec
from django.db import transaction
from django.db.models import Manager

from handrail.errors import FormError
from handrail.session.log import Log
from handrail.session.model import Timeline
from handrail.session.note import Note
from handrail.web.accounts.requests import Actor
from handrail.web.practice.after import Asks
from handrail.web.practice.models import AfterEvent, LogEntry, PushSubscription, SessionNote, SessionRecord
from handrail.web.practice.queries import has_done

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

    An entry that was stored before is left as it is, so that sending twice stores once.
    """
    return _store_once([LogEntry(owner_id=by.id, **asdict(entry)) for entry in entries], LogEntry.objects)


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
