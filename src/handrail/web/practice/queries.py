"""Reads of what the acting person did; nobody else may see it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from handrail.catalogue.loader import load_catalogue
from handrail.person.model import Entry
from handrail.person.words import Done, Support
from handrail.web.accounts.requests import Actor
from handrail.web.practice.models import LogEntry
from handrail.web.profile.models import CheckIn

_AS_LOGGED = ("exercise", "side", "sets", "reps", "hold_s", "effort", "pain", "touches", "form_ok")
_FALLS = ("near_fall", "fall")


def logs_for(owner: Actor) -> QuerySet[LogEntry]:
    """What somebody did, newest first, without entries that a later one corrects."""
    entries = LogEntry.objects.filter(owner=owner.id)
    corrected = entries.filter(corrects__isnull=False).values("corrects")
    return entries.exclude(id__in=corrected)


def entries_for(owner: Actor) -> tuple[Entry, ...]:
    """Somebody's history as the planner reads it, oldest first.

    What was not answered is left to the worst case, but for falls and near-falls: a
    check-in after it that says there were none since has answered them.
    """
    catalogue = load_catalogue()
    answered_until = _no_falls_until(owner)
    return tuple(
        _entry(log, told_later=answered_until is not None and log.finished < answered_until)
        for log in reversed(logs_for(owner))
        if log.exercise in catalogue
    )


def _no_falls_until(owner: Actor) -> Any:
    """When the newest check-in without falls since the one before was made; None before the first."""
    calm = CheckIn.objects.filter(owner=owner.id, answers__falls_since_last=0)
    return calm.values_list("created", flat=True).first()


def _entry(log: LogEntry, *, told_later: bool) -> Entry:
    told = {name: getattr(log, name) for name in (*_AS_LOGGED, *_FALLS)}
    answered = {name: value for name, value in told.items() if value is not None}
    if told_later:
        answered = {"near_fall": False, "fall": False, **answered}
    return Entry(
        date=timezone.localdate(log.started),
        done=Done(log.done),
        support=Support(log.support) if log.support else None,
        **answered,
    )
