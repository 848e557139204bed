"""Reads of what the acting person did; nobody else may see it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from handrail.catalogue.loader import load_catalogue
from handrail.person.model import Entry
from handrail.person.words import Done, NextMorning, Support
from handrail.planner.constants import LOWER_PAIN
from handrail.safety.constants import SEATED_ENERGY
from handrail.web.accounts.requests import Actor
from handrail.web.practice.models import LogEntry, Removal
from handrail.web.profile.models import CheckIn

WORST = 10
UNDO_FOR = timedelta(hours=24)
_AS_LOGGED = (
    "exercise",
    "side",
    "sets",
    "reps",
    "hold_s",
    "effort",
    "pain",
    "touches",
    "form_ok",
    "near_fall",
    "fall",
)


def logs_for(owner: Actor) -> QuerySet[LogEntry]:
    """What somebody did, newest first, without entries that a later one corrects or that they deleted."""
    removed = Removal.objects.filter(owner=owner.id).values("entry")
    return _uncorrected(owner).exclude(id__in=removed)


class Deleted(NamedTuple):
    """What one tap deleted, oldest first, and when; it can still be undone."""

    act: UUID
    made: datetime
    entries: tuple[LogEntry, ...]


def deleted_for(owner: Actor) -> list[Deleted]:
    """What somebody deleted and can still undo, newest first, without entries that a later one corrects."""
    removals = Removal.objects.filter(owner=owner.id, made__gt=timezone.now() - UNDO_FOR)
    shown = _uncorrected(owner).in_bulk([row.entry for row in removals])
    acts = groupby(removals, key=lambda row: (row.made, row.act))
    return [
        Deleted(act, made, tuple(shown[row.entry] for row in rows if row.entry in shown))
        for (made, act), rows in acts
    ]


def _uncorrected(owner: Actor) -> QuerySet[LogEntry]:
    entries = LogEntry.objects.filter(owner=owner.id)
    return entries.exclude(id__in=entries.filter(corrects__isnull=False).values("corrects"))


def entries_for(owner: Actor) -> tuple[Entry, ...]:
    """Somebody's history as the planner reads it, oldest first.

    What was not answered is left to the worst case, but for falls and near-falls: the first
    check-in after it asks for those too, and one that counts none has answered them. The first
    check-in of a later day tells how the next morning was.
    """
    catalogue = load_catalogue()
    asked = list(CheckIn.objects.filter(owner=owner.id, finished=True).order_by("created"))
    made = [check_in.created for check_in in asked]
    return tuple(
        _entry(log, asked[bisect_right(made, log.finished) :])
        for log in reversed(logs_for(owner))
        if log.exercise in catalogue
    )


def _entry(log: LogEntry, asked_after: Sequence[CheckIn]) -> Entry:
    told = {name: getattr(log, name) for name in _AS_LOGGED}
    answered = {name: value for name, value in told.items() if value is not None}
    return Entry(
        date=timezone.localdate(log.started),
        done=Done(log.done),
        support=Support(log.support) if log.support else None,
        next_morning=_next_morning(log, asked_after),
        **{**_told_later(asked_after), **answered},
    )


def _next_morning(log: LogEntry, asked_after: Iterable[CheckIn]) -> NextMorning | None:
    """None also while somebody is ill, which says nothing about the exercise."""
    day = timezone.localdate(log.started)
    answers = next((check_in.answers for check_in in asked_after if check_in.day > day), None)
    if answers is None or answers.get("feeling_ill") is not False:
        return None
    if answers.get("new_symptom") is not False or answers.get("pain", WORST) >= LOWER_PAIN:
        return NextMorning.WORSE
    return NextMorning.TIRED if answers.get("energy", 0) <= SEATED_ENERGY else NextMorning.FINE


def _told_later(asked_after: Sequence[CheckIn]) -> dict[str, bool]:
    if not asked_after:
        return {}
    check_in = asked_after[0]
    return {
        "fall": check_in.answers.get("falls_since_last") != 0,
        "near_fall": check_in.near_falls != 0,
    }
