"""Writes: bring a saved page in, reply, read posts again when the reader has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from handrail.catalogue.loader import content_root
from handrail.reader.model import Thread
from handrail.web.accounts.middleware import local_actor
from handrail.web.accounts.requests import Actor
from handrail.web.community.cards import read_cards, reader_version
from handrail.web.community.models import Post, Question
from handrail.web.community.pseudonyms import author_key, pseudonym

DATABASE = "community"
WELCOME = "welcome_thread.txt"


def import_thread(*, by: Actor, raw: bytes, name: str) -> Question:
    """Bring in a saved page as a question with its posts, all of it or nothing.

    The same page brought in again gives the question that is there already.

    Raises
    ------
    FileError
        When the bytes are not a text that can be read, or too many.
    ThreadError
        When no post can be found in the text.
    """
    from handrail.reader.threads import decode, split_thread

    digest = hashlib.sha256(raw).hexdigest()
    known = Question.objects.filter(digest=digest).first()
    if known is not None:
        return known
    thread = split_thread(decode(raw, name))
    question = Question(
        title=thread.title,
        announced_responses=thread.announced_responses,
        source_name=name,
        digest=digest,
    )
    question.brought_by = author_key(question.id, str(by.id))
    posts = _saved_posts(question, thread)
    with transaction.atomic(using=DATABASE):
        question.save(force_insert=True)
        Post.objects.bulk_create(posts)
    return question


def reply(*, by: Actor, question: Question, text: str) -> Post:
    """Add a reply under the actor's pseudonym in this question."""
    key = author_key(question.id, str(by.id))
    cards = read_cards(text)
    with transaction.atomic(using=DATABASE):
        posts = list(question.posts.only("position", "author", "author_key"))
        names = {post.author_key: post.author for post in posts}
        return Post.objects.create(
            question=question,
            position=posts[-1].position + 1,
            author=names.get(key) or pseudonym(key, names.values()),
            author_key=key,
            text=text,
            kind=Post.Kind.REPLY,
            cards=cards,
            reader_version=reader_version(),
        )


def read_again(posts: Sequence[Post]) -> None:
    """Read again the posts whose cards an older reader made; the others are left as they are."""
    stale = [post for post in posts if post.reader_version != reader_version()]
    for post in stale:
        post.cards = read_cards(post.text)
        post.reader_version = reader_version()
    if stale:
        Post.objects.bulk_update(stale, ["cards", "reader_version"])


def ensure_welcome_thread() -> None:
    """Bring in the welcome thread at the first start; later starts change nothing."""
    if not Question.objects.filter(source_name=WELCOME).exists():
        import_thread(by=local_actor(), raw=(content_root() / WELCOME).read_bytes(), name=WELCOME)


def _saved_posts(question: Question, thread: Thread) -> list[Post]:
    names = _names(question.id, [post.author for post in thread.posts])
    return [
        Post(
            question=question,
            position=position,
            author=names[post.author],
            author_key=author_key(question.id, post.author),
            text=post.text,
            kind=Post.Kind.SAVED,
            cards=read_cards(post.text),
            reader_version=reader_version(),
        )
        for position, post in enumerate(thread.posts)
    ]


def _names(question: UUID, authors: Sequence[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for author in authors:
        if author not in names:
            names[author] = pseudonym(author_key(question, author), names.values())
    return names
