"""Reads of what the acting person did; nobody else may see it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from handrail.catalogue.loader import load_catalogue
from handrail.person.model import UNKNOWN, Entry, Settled
from handrail.person.words import Done, NextMorning, Support
from handrail.planner.constants import LOWER_PAIN
from handrail.safety.constants import SEATED_ENERGY
from handrail.web.accounts.requests import Actor
from handrail.web.practice.after import Asks, Ended, choice_of, open_questions
from handrail.web.practice.models import AfterEvent, LogEntry, Removal, SessionNote, SessionRecord
from handrail.web.profile.models import CheckIn

WORST = 10
UNDO_FOR = timedelta(hours=24)
SEEN_FOR = timedelta(minutes=10)
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


def notes_for(owner: Actor) -> QuerySet[SessionNote]:
    """What somebody wrote about their sessions, oldest first."""
    return SessionNote.objects.filter(owner=owner.id)


def entries_for(owner: Actor) -> tuple[Entry, ...]:
    """Somebody's history as the planner reads it, oldest first.

    What was not answered is left to the worst case, but for falls and near-falls: the first
    check-in after it asks for those too, and one that counts none has answered them. The first
    check-in of the day after tells how the next morning was, unless the person told it themselves.
    Whether it had settled after two hours is known only from them.
    """
    catalogue = load_catalogue()
    asked = list(CheckIn.objects.filter(owner=owner.id, finished=True).order_by("created"))
    made = [check_in.created for check_in in asked]
    logs = [log for log in reversed(logs_for(owner)) if log.exercise in catalogue]
    after = _told_after(owner, logs)
    return tuple(_entry(log, asked[bisect_right(made, log.finished) :], after) for log in logs)


def open_questions_for(owner: Actor, now: datetime) -> list[Asks]:
    """What somebody can be asked now about the sessions of yesterday and today."""
    sessions = _sessions_lately(owner, now)
    events = AfterEvent.objects.filter(owner=owner.id, session__in=[ended.session for ended in sessions])
    checked_in = CheckIn.objects.filter(owner=owner.id, day=timezone.localdate(now), finished=True).exists()
    return open_questions(sessions, list(events), now, checked_in=checked_in)


def just_told(owner: Actor, now: datetime) -> AfterEvent | None:
    """What somebody answered after a session in the last few minutes, to see it and perhaps change it."""
    return _answers(owner).filter(told__gt=now - SEEN_FOR).last()


def has_done(owner: Actor, session: UUID) -> bool:
    """Whether somebody's log holds a session."""
    return LogEntry.objects.filter(owner=owner.id, session=session).exists()


def _answers(owner: Actor) -> QuerySet[AfterEvent]:
    """What somebody answered after sessions, oldest first."""
    unanswered = [AfterEvent.SHOWN, AfterEvent.REMINDED, AfterEvent.PUT_AWAY]
    return AfterEvent.objects.filter(owner=owner.id).exclude(answer__in=unanswered)


@dataclass(frozen=True, slots=True)
class _After:
    """What was told after sessions: two hours later by session, the next morning by day."""

    settled: Mapping[UUID, Settled]
    mornings: Mapping[date, NextMorning]


def _told_after(owner: Actor, logs: Iterable[LogEntry]) -> _After:
    days = {log.session: timezone.localdate(log.started) for log in logs}
    settled: dict[UUID, Settled] = {}
    mornings: dict[date, NextMorning] = {}
    for event in _answers(owner):
        value = choice_of(event).value
        if event.about == AfterEvent.About.TWO_HOURS:
            settled[event.session] = value
        elif event.session in days:
            mornings[days[event.session]] = value
    return _After(settled, mornings)


def _sessions_lately(owner: Actor, now: datetime) -> list[Ended]:
    yesterday = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=1)
    logs = list(logs_for(owner).filter(started__gte=yesterday).exclude(done=Done.NONE))
    of_session: dict[UUID, list[LogEntry]] = {}
    for log in logs:
        of_session.setdefault(log.session, []).append(log)
    records = SessionRecord.objects.filter(owner=owner.id, id__in=of_session)
    moments = {record.id: record.timeline["moment"] for record in records}
    return [
        Ended(
            session,
            min(log.started for log in logs),
            max(log.finished for log in logs),
            moments.get(session, ""),
        )
        for session, logs in of_session.items()
    ]


def _entry(log: LogEntry, asked_after: Sequence[CheckIn], after: _After) -> Entry:
    told = {name: getattr(log, name) for name in _AS_LOGGED}
    answered = {name: value for name, value in told.items() if value is not None}
    day = timezone.localdate(log.started)
    return Entry(
        date=day,
        done=Done(log.done),
        support=Support(log.support) if log.support else None,
        next_morning=after.mornings.get(day) or _next_morning(day, asked_after),
        settled_2h=after.settled.get(log.session, UNKNOWN),
        **{**_told_later(asked_after), **answered},
    )


def _next_morning(day: date, asked_after: Iterable[CheckIn]) -> NextMorning | None:
    """None also while somebody is ill, which says nothing about the exercise."""
    the_next = day + timedelta(days=1)
    answers = next((check_in.answers for check_in in asked_after if check_in.day == the_next), None)
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
