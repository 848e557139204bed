"""What a person told us, in the words of the person file."""

from __future__ import annotations

from django.db import models
from uuid6 import uuid7

from handrail.web.accounts.models import Account


class Profile(models.Model):
    """A person's lasting answers: the person file without today and history.

    `version` rises with each save, so that two open pages cannot undo each other unseen.
    """

    owner = models.OneToOneField(Account, models.CASCADE, primary_key=True)
    answers = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    saved = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"answers of {self.owner_id}"


class CheckIn(models.Model):
    """How somebody was at one time; `answers` are the person file's `today` without its date.

    An unfinished one serves to go on where it was left, and hides those before it. One that tells of a
    stay in hospital or a new dose holds the lasting answers that this replaced, to take it back.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(Account, models.CASCADE, related_name="check_ins")
    day = models.DateField()
    created = models.DateTimeField()
    answers = models.JSONField(default=dict)
    near_falls = models.PositiveSmallIntegerField(default=0)
    finished = models.BooleanField(default=True)
    before_restart = models.JSONField(null=True)

    class Meta:  # noqa: D106
        ordering = ["-created", "-id"]
        indexes = [models.Index(fields=["owner", "-created"], name="check_in_newest")]

    def __str__(self) -> str:
        return f"check-in of {self.day}"


class KeptCard(models.Model):
    """A card somebody confirmed or dismissed: the post's id and the words quoted, nothing else of it."""

    class State(models.TextChoices):
        """What the person decided."""

        KEPT = "kept"
        DISMISSED = "dismissed"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(Account, models.CASCADE, related_name="kept_cards")
    post = models.UUIDField()
    start = models.PositiveIntegerField()
    quoted = models.TextField()
    exercise = models.CharField(max_length=100, blank=True)
    card = models.JSONField()
    state = models.CharField(max_length=10, choices=State)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:  # noqa: D106
        ordering = ["created"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "post", "start"], name="one_decision_a_card"),
        ]

    def __str__(self) -> str:
        return f"{self.exercise or 'a card'}, {self.state}"
