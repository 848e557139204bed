"""Plans as they were made, and routines as they were saved."""

from __future__ import annotations

from django.db import models
from uuid6 import uuid7

from handrail.web.accounts.models import Account


class StoredPlan(models.Model):
    """The plan of one day for one person.

    `told` and `done` are digests of what it was made from: the answers, and the history.
    `faults` are what the checker found; a plan with faults holds no days and is not shown.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(Account, models.CASCADE, related_name="plans")
    date = models.DateField()
    told = models.CharField(max_length=64)
    done = models.CharField(max_length=64)
    plan = models.JSONField()
    faults = models.JSONField(default=list)
    made = models.DateTimeField(auto_now=True)

    class Meta:  # noqa: D106
        constraints = [models.UniqueConstraint(fields=["owner", "date"], name="one_plan_a_day")]

    def __str__(self) -> str:
        return f"plan of {self.date}"


class SavedRoutine(models.Model):
    """Somebody's routine that a person made theirs: the author's lines, and where they came from.

    What fits is worked out anew from `cards` each time it is shown, for that day's body.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(Account, models.CASCADE, related_name="routines")
    name = models.CharField(max_length=100)
    moment = models.CharField(max_length=100, blank=True)
    cards = models.JSONField()
    post = models.UUIDField()
    title = models.TextField()
    created = models.DateTimeField(auto_now_add=True)

    class Meta:  # noqa: D106
        ordering = ["name", "created"]

    def __str__(self) -> str:
        return self.name
