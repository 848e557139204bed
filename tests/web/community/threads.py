"""A saved page to bring in, and what its question shows."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from handrail.web.community.models import Post, Question

SAVED_PAGE = """Careful Walkers
812 Members
7300011 tn?1400000001

Legs like string after lunch

Does anybody have a short list for the kitchen?
3 Responses
7300022 tn?1400000002
Heel raises holding the kitchen bench with both hands, 2 sets of 8. I don't do lunges any more.

Then I stand on foam with my eyes closed, 20 seconds, and my wife stands beside me.
Have an Answer?
"""


def page_of(client: Client, question: Question) -> str:
    return client.get(reverse("question", args=[question.id])).content.decode()


def first_with_exercise(post: Post) -> dict[str, object]:
    return next(card for card in post.cards if card["exercise"] and not card["negated"])
