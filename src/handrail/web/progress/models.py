"""What a person aims for, and the falls they wrote down by hand."""

from __future__ import annotations

from django.db import models
from uuid6 import uuid7

from handrail.web.accounts.models import Account

LONGEST_DOING = 500


class Aim(models.Model):
    """How many minutes a week somebody wants to do; their own wish, which no plan reads."""

    owner = models.OneToOneField(Account, models.CASCADE, primary_key=True)
    minutes = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return f"{self.minutes} minutes a week"


class FallNote(models.Model):
    """A fall or a near-fall somebody wrote down. Notes are only ever added.

    `id` is made with the form, so that sending it twice stores once. `injured` and
    `can_rise_alone` are null where they were not answered. `taken_out` is when somebody took a
    mistake out of the diary.
    """

    class Kind(models.TextChoices):
        """What happened."""

        FALL = "fall", "A fall"
        NEAR_FALL = "near_fall", "A near-fall"

    id = models.UUIDField(primary_key=True, default=uuid7)
    owner = models.ForeignKey(Account, models.CASCADE, related_name="fall_notes")
    day = models.DateField()
    kind = models.CharField(max_length=10, choices=Kind)
    doing = models.CharField(max_length=LONGEST_DOING, blank=True)
    injured = models.BooleanField(null=True)
    can_rise_alone = models.BooleanField(null=True)
    created = models.DateTimeField(auto_now_add=True)
    taken_out = models.DateTimeField(null=True)

    class Meta:  # noqa: D106
        ordering = ["-day", "-created"]
        indexes = [models.Index(fields=["owner", "-day"], name="fall_newest")]

    def __str__(self) -> str:
        return f"{self.kind} on {self.day}"
