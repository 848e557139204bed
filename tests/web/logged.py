"""Rows of somebody's log, as a device and a check-in leave them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from uuid6 import uuid7

from handrail.catalogue.loader import load_catalogue
from handrail.web.accounts.middleware import local_actor
from handrail.web.practice.models import LogEntry
from handrail.web.profile.models import CheckIn
from tests.web.answers import CALM


def logged(days_ago: int = 0, **told: Any) -> LogEntry:
    """An exercise of three minutes at noon, done in full but for what differs."""
    started = noon() - timedelta(days=days_ago)
    answers = {"owner_id": local_actor().id, "exercise": slug(), "done": "full", **told}
    return LogEntry.objects.create(
        id=uuid7(),
        session=uuid7(),
        position=0,
        started=started,
        finished=started + timedelta(minutes=3),
        **answers,
    )


def checked_in(days_ago: int, *, near_falls: int = 0, **told: Any) -> None:
    """A finished check-in of an hour before noon, all calm but for what differs."""
    made = noon() - timedelta(days=days_ago, hours=1)
    answers = {**CALM, **told}
    CheckIn.objects.create(
        owner_id=local_actor().id, day=made.date(), created=made, answers=answers, near_falls=near_falls
    )


def noon() -> datetime:
    """Today at noon."""
    return timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)


def slug() -> str:
    """An exercise of the catalogue."""
    return next(iter(load_catalogue())).slug
