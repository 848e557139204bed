"""Questions and posts. Nothing here says whose body a card was kept for."""

from __future__ import annotations

from django.db import models
from uuid6 import uuid7


class Question(models.Model):
    """A question with its posts, brought in from a saved page.

    `digest` tells the same page brought in twice; `brought_by` is a keyed hash.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    title = models.TextField()
    announced_responses = models.PositiveIntegerField(null=True)
    source_name = models.TextField()
    digest = models.CharField(max_length=64, unique=True)
    brought_by = models.CharField(max_length=64)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:  # noqa: D106
        ordering = ["-created"]

    def __str__(self) -> str:
        return self.title


class Post(models.Model):
    """One post under a pseudonym, with the cards that `reader_version` made of its text."""

    class Kind(models.TextChoices):
        """Where a post came from."""

        SAVED = "saved"
        REPLY = "reply"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    question = models.ForeignKey(Question, models.CASCADE, related_name="posts")
    position = models.PositiveIntegerField()
    author = models.CharField(max_length=64)
    author_key = models.CharField(max_length=64)
    text = models.TextField()
    kind = models.CharField(max_length=8, choices=Kind)
    cards = models.JSONField(default=list)
    reader_version = models.CharField(max_length=64)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:  # noqa: D106
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["question", "position"], name="one_post_a_position"),
        ]

    def __str__(self) -> str:
        return f"{self.author}: {self.text[:40]}"
