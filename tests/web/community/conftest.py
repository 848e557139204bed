"""A question that was brought in, and its first answer."""

from __future__ import annotations

import pytest

from handrail.web.accounts.middleware import local_actor
from handrail.web.community import actions
from handrail.web.community.models import Post, Question
from tests.web.community.threads import SAVED_PAGE


@pytest.fixture
def question() -> Question:
    return actions.import_thread(by=local_actor(), raw=SAVED_PAGE.encode(), name="page.txt")


@pytest.fixture
def answer(question: Question) -> Post:
    return question.posts.get(position=1)
