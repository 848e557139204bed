"""Reads: what anybody may see of questions and posts."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count, Q, QuerySet, TextField
from django.db.models.functions import Cast

from handrail.web.accounts.requests import Actor
from handrail.web.community.models import Post, Question
from handrail.web.profile.models import KeptCard

MOST_MENTIONS = 10
_IN_FILE = Count("posts", filter=Q(posts__kind=Post.Kind.SAVED)) - 1  # the first post asks


def questions_for_all() -> QuerySet[Question]:
    """Questions, newest first, each with `in_file`, the number of responses its saved page held."""
    return Question.objects.annotate(in_file=_IN_FILE)


def question_for_all(question: UUID) -> Question | None:
    """A question with `in_file`, or None."""
    return questions_for_all().filter(id=question).first()


def posts_for_all(question: Question) -> list[Post]:
    """The posts of a question in their order; the first one asks."""
    return list(question.posts.select_related("question"))


def post_for_all(post: UUID) -> Post | None:
    """A post with its question, or None."""
    return Post.objects.select_related("question").filter(id=post).first()


def posts_mentioning(movement: str) -> QuerySet[Post]:
    """Posts with a card of any way of doing a movement, the newest question first."""
    told = Post.objects.annotate(told=Cast("cards", TextField())).select_related("question")
    found = told.filter(told__contains=f'"exercise": "{movement}-')
    return found.order_by("-question__created", "position")[:MOST_MENTIONS]


def decisions_by(actor: Actor, posts: Sequence[Post]) -> dict[UUID, dict[int, KeptCard]]:
    """What the actor decided about cards of these posts, by post and where a card starts.

    Nobody else's decisions are in it.
    """
    decided: dict[UUID, dict[int, KeptCard]] = {post.id: {} for post in posts}
    for decision in KeptCard.objects.filter(owner=actor.id, post__in=decided):
        decided[decision.post][decision.start] = decision
    return decided
