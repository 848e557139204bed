"""Sessions as they were opened, what was done in them and how it was after, and what was deleted of that again.

Logs and answers are only ever added; what somebody deletes is hidden first and erased a day later.
"""

from __future__ import annotations

from django.db import models
from uuid6 import uuid7

from handrail.session.note import LONGEST
from handrail.web.accounts.models import Account
from handrail.web.practice.push_address import LONGEST as LONGEST_ADDRESS


class SessionRecord(models.Model):
    """A bout frozen as the timeline that a device plays; opening it again gives the same one."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(Account, models.CASCADE, related_name="sessions")
    day = models.DateField()
    digest = models.CharField(max_length=64)
    timeline = models.JSONField()
    created = models.DateTimeField(auto_now_add=True)

    class Meta:  # noqa: D106
        constraints = [
            models.UniqueConstraint(fields=["owner", "day", "digest"], name="one_session_a_timeline"),
        ]

    def __str__(self) -> str:
        return f"session of {self.day}"


class LogEntry(models.Model):
    """One exercise as it was done; null means not answered.

    `id` was made by the device. `session` has no key, so that a log is never lost with its
    session. `corrects` names the entry that this one replaces.
    """

    id = models.UUIDField(primary_key=True)
    owner = models.ForeignKey(Account, models.CASCADE, related_name="log_entries")
    session = models.UUIDField()
    position = models.PositiveSmallIntegerField()
    exercise = models.CharField(max_length=100)
    done = models.CharField(max_length=4)
    started = models.DateTimeField()
    finished = models.DateTimeField()
    side = models.CharField(max_length=5, null=True)  # noqa: DJ001 -- null is "not answered", as in a log
    sets = models.PositiveSmallIntegerField(null=True)
    reps = models.PositiveSmallIntegerField(null=True)
    hold_s = models.FloatField(null=True)
    support = models.CharField(max_length=20, null=True)  # noqa: DJ001 -- the same
    effort = models.PositiveSmallIntegerField(null=True)
    pain = models.PositiveSmallIntegerField(null=True)
    touches = models.PositiveSmallIntegerField(null=True)
    near_fall = models.BooleanField(null=True)
    fall = models.BooleanField(null=True)
    form_ok = models.BooleanField(null=True)
    corrects = models.UUIDField(null=True)
    received = models.DateTimeField(auto_now_add=True)

    class Meta:  # noqa: D106
        ordering = ["-started", "-id"]
        indexes = [models.Index(fields=["owner", "-started"], name="log_newest")]

    def __str__(self) -> str:
        return f"{self.exercise}, {self.done}"


class Removal(models.Model):
    """A log entry that its owner deleted. It stays when the entry is erased, so that none comes back.

    `entry` has no key: it outlives the entry. `act` is the one tap that deleted it, to undo.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(Account, models.CASCADE, related_name="removals")
    entry = models.UUIDField()
    act = models.UUIDField()
    made = models.DateTimeField()

    class Meta:  # noqa: D106
        ordering = ["-made", "act"]
        constraints = [models.UniqueConstraint(fields=["owner", "entry"], name="one_removal_an_entry")]

    def __str__(self) -> str:
        return f"removal of {self.entry}"


class SessionNote(models.Model):
    """What somebody wrote about a session; `id` was made by the device, as a log's is."""

    id = models.UUIDField(primary_key=True)
    owner = models.ForeignKey(Account, models.CASCADE, related_name="session_notes")
    session = models.UUIDField()
    written = models.DateTimeField()
    text = models.CharField(max_length=LONGEST)
    received = models.DateTimeField(auto_now_add=True)

    class Meta:  # noqa: D106
        ordering = ["written", "id"]
        indexes = [models.Index(fields=["owner", "written"], name="note_oldest")]

    def __str__(self) -> str:
        return f"note of {self.written:%Y-%m-%d}"


class AfterEvent(models.Model):
    """What became of a question after a session: shown, reminded of, put away, or answered.

    The newest answer counts.
    """

    class About(models.TextChoices):
        """Which question."""

        TWO_HOURS = "two_hours"
        NEXT_MORNING = "next_morning"

    SHOWN = "shown"
    REMINDED = "reminded"
    PUT_AWAY = "put_away"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(Account, models.CASCADE, related_name="after_events")
    session = models.UUIDField()
    about = models.CharField(max_length=12, choices=About)
    answer = models.CharField(max_length=10)
    told = models.DateTimeField(auto_now_add=True)

    class Meta:  # noqa: D106
        ordering = ["told", "id"]
        indexes = [models.Index(fields=["owner", "told"], name="after_oldest")]

    def __str__(self) -> str:
        return f"{self.about}: {self.answer}"


class PushSubscription(models.Model):
    """Where a browser of somebody who asked for reminders is told, and nothing else about it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(Account, models.CASCADE, related_name="push_subscriptions")
    endpoint = models.CharField(max_length=LONGEST_ADDRESS)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:  # noqa: D106
        constraints = [
            models.UniqueConstraint(fields=["owner", "endpoint"], name="one_subscription_a_browser"),
        ]

    def __str__(self) -> str:
        return f"subscription of {self.created:%Y-%m-%d}"
