"""Writes: freeze a timeline as a session, and keep what was done in it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

import msgspec
from django.db import transaction

from handrail.session.log import Log
from handrail.session.model import Timeline
from handrail.web.accounts.requests import Actor
from handrail.web.practice.models import LogEntry, SessionRecord


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
    rows = [LogEntry(owner_id=by.id, **asdict(entry)) for entry in entries]
    with transaction.atomic():
        before = LogEntry.objects.filter(id__in=[row.id for row in rows]).count()
        LogEntry.objects.bulk_create(rows, ignore_conflicts=True)
        after = LogEntry.objects.filter(id__in=[row.id for row in rows]).count()
    return after - before
