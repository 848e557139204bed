"""Plans as they were made, and routines as they were saved."""

from __future__ import annotations

from django.db import models
from uuid6 import uuid7

from handrail.planner.edit import EditKind
from handrail.web.accounts.models import Account


class StoredPlan(models.Model):
    """The plan of one day for one person.

    `told`, `done` and `edited` are digests of what it was made from: the answers, the history,
    and the person's own changes. `faults` are what the checker found; a plan with faults holds
    no days and is not shown. `could_not` says which changes hold no longer, `changed` what a
    new check-in made of the day. `seen` is the day as it was last planned for a check-in.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(Account, models.CASCADE, related_name="plans")
    date = models.DateField()
    told = models.CharField(max_length=64)
    done = models.CharField(max_length=64)
    edited = models.CharField(max_length=64, blank=True)
    plan = models.JSONField()
    faults = models.JSONField(default=list)
    could_not = models.JSONField(default=list)
    changed = models.TextField(blank=True)
    seen = models.JSONField(null=True)
    made = models.DateTimeField(auto_now=True)

    class Meta:  # noqa: D106
        constraints = [models.UniqueConstraint(fields=["owner", "date"], name="one_plan_a_day")]

    def __str__(self) -> str:
        return f"plan of {self.date}"


class PlanEdit(models.Model):
    """A change that a person made to an item of their week. Changes are only ever added.

    `undone` is when it was taken back, `lapsed` when it was said that it holds no longer.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(Account, models.CASCADE, related_name="plan_edits")
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.name) for kind in EditKind])
    day = models.DateField()
    moment = models.TextField()
    exercise = models.CharField(max_length=100)
    other = models.TextField(blank=True)
    other_day = models.DateField(null=True)
    created = models.DateTimeField(auto_now_add=True)
    undone = models.DateTimeField(null=True)
    lapsed = models.DateTimeField(null=True)

    class Meta:  # noqa: D106
        ordering = ["created", "id"]
        indexes = [models.Index(fields=["owner", "-created"], name="edit_newest")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.day}"


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
