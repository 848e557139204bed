"""A full disk and a busy database: what is said, that nothing is half-written, and that it heals."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from itertools import count
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection, connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from uuid6 import uuid7

from handrail.planner.edit import EditKind
from handrail.web.accounts.middleware import local_actor
from handrail.web.community import actions as community
from handrail.web.community.models import Post
from handrail.web.plans.models import StoredPlan
from handrail.web.practice.models import LogEntry
from handrail.web.profile.models import Profile
from tests.web.week_page import button_of, plan_now, tell

pytestmark = pytest.mark.django_db(databases=["default", "community"], transaction=True)

SLUG = "mini-squat-two-hands"
ROWS = ("INSERT", "UPDATE", "DELETE")
Ask = Callable[[Client], Any]


@pytest.fixture(autouse=True)
def at_home() -> Iterator[None]:
    """Somebody with answers, a plan and a thread; the connections' limits end with the test."""
    tell(local_actor())
    community.ensure_welcome_thread()
    plan_now()
    yield
    connections.close_all()


def logs(number: int) -> str:
    entry = {"session": str(uuid7()), "position": 0, "exercise": SLUG, "done": "full"}
    times = {"started": "2026-11-24T09:00:00Z", "finished": "2026-11-24T09:04:00Z"}
    return json.dumps([{"id": str(uuid7()), **entry, **times} for _ in range(number)])


def send(client: Client, body: str) -> Any:
    return client.post("/api/logs/", body, content_type="application/json")


# ---- every write that fails


class FullDisk:
    """Lets so many writes through, and answers every later one as SQLite does on a full disk."""

    def __init__(self, after: int, writes: tuple[str, ...]) -> None:
        self.left, self.writes, self.met = after, writes, False

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
    ) -> Any:
        if sql.startswith(self.writes):
            if self.left == 0:
                self.met = True
                error = full()
                raise OperationalError(str(error)) from error
            self.left -= 1
        return execute(sql, params, many, context)


def full() -> sqlite3.Error:
    """SQLite's own error."""
    with closing(sqlite3.connect(":memory:")) as tiny:
        tiny.execute("PRAGMA max_page_count = 1")
        with pytest.raises(sqlite3.OperationalError) as said:
            tiny.execute("CREATE TABLE something (more)")
    return said.value


def everything() -> list[str]:
    """All rows of both databases."""
    return [line for alias in connections for line in connections[alias].connection.iterdump()]


def card() -> list[Any]:
    """The address of a card with an exercise."""
    post = Post.objects.get(position=2)
    found = next(card for card in post.cards if card["exercise"] and not card["negated"])
    return [post.id, found["start"]]


def confirm(client: Client) -> Any:
    post, start = card()
    cards = Post.objects.get(id=post).cards
    exercise = next(card["exercise"] for card in cards if card["start"] == start)
    return client.post(reverse("confirm-card", args=[post, start]), {"exercise": exercise})


def bring_thread(client: Client) -> Any:
    text = "Walkers\n1 Members\n7300011 tn?1400000001\n\nStiff legs\n\nWhat helps?\n1 Responses\n"
    text += "7300022 tn?1400000002\nHeel raises at the bench, 2 sets of 8.\nHave an Answer?\n"
    return client.post(reverse("import-thread"), {"file": SimpleUploadedFile("page.txt", text.encode())})


def bring_file(client: Client) -> Any:
    mine = json.dumps({"mobility": "C"}).encode()
    return client.post(reverse("bring-file"), {"file": SimpleUploadedFile("mine.json", mine)})


def home(client: Client) -> Any:
    version = Profile.objects.get().version
    return client.post(reverse("intake-home"), {"version": version, "places": "kitchen_bench"})


def routine(client: Client) -> Any:
    post = Post.objects.get(position=2)
    return client.post(reverse("make-mine", args=[post.id]), {"name": "Mine", "moment": ""})


WRITES: dict[str, Ask] = {
    "logs": lambda client: send(client, logs(3)),
    "check in": lambda client: client.post(reverse("check-in-step", args=["news"]), {"news": "nothing"}),
    "energy": lambda client: client.post(reverse("check-in-step", args=["energy"]), {"energy": "7"}),
    "answers": home,
    "person file": bring_file,
    "exercise": lambda client: client.post(reverse("keep-exercise", args=[SLUG])),
    "card": confirm,
    "card away": lambda client: client.post(reverse("dismiss-card", args=card())),
    "reply": lambda client: client.post(
        reverse("reply", args=[Post.objects.get(position=2).question_id]), {"text": "Heel raises help me."}
    ),
    "thread": bring_thread,
    "routine": routine,
    "change": lambda client: client.post(reverse("edit-plan"), button_of(client, EditKind.NOT_FOR_ME).sends),
    "session": lambda client: client.get(reverse("session", args=[timezone.localdate(), 0])),
    "erase": lambda client: client.post(reverse("erase")),
}


@pytest.mark.parametrize("ask", WRITES.values(), ids=WRITES)
def test_whichever_write_fails_nothing_is_half_written_and_it_works_once_there_is_space(
    client: Client, ask: Ask
) -> None:
    for allowed in count():
        before = everything()
        with disk_full_after(allowed) as disk:
            response = ask(client)
        if not disk.met:
            break
        assert response.status_code == 503
        assert everything() == before
    assert allowed > 0, "nothing was written"
    assert response.status_code in {200, 302}
    assert everything() != before


@contextmanager
def disk_full_after(allowed: int, writes: tuple[str, ...] = ROWS) -> Iterator[FullDisk]:
    disk = FullDisk(allowed, writes)
    with ExitStack() as wrappers:
        for alias in connections:
            wrappers.enter_context(connections[alias].execute_wrapper(disk))
        yield disk


def test_a_plan_that_cannot_be_stored_is_said_and_comes_once_there_is_space(client: Client) -> None:
    StoredPlan.objects.update(told="by older answers")
    with disk_full_after(0):
        assert client.get(reverse("plan")).status_code == 503
    assert client.get(reverse("plan")).status_code == 200


def test_given_an_emergency_then_what_to_do_is_said_also_when_nothing_can_be_stored(client: Client) -> None:
    with disk_full_after(0):
        for step, said in (("news", {"news": "something"}), ("ill", {"feeling_ill": "no"})):
            assert client.post(reverse("check-in-step", args=[step]), said).status_code == 302
        answer = client.post(reverse("check-in-step", args=["signs"]), {"signs": "chest_pain_now"})
    assert answer.status_code == 200
    assert "emergency number" in answer.content.decode()


# ---- SQLite's own limits


def let_it_grow_to(pages: int) -> None:
    """At least the pages that it has."""
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA max_page_count = {pages}")


def test_given_a_database_that_cannot_grow_then_a_device_is_told_to_come_back_and_later_all_is_stored(
    client: Client,
) -> None:
    send(client, logs(1))
    sent = logs(300)
    let_it_grow_to(pages=1)
    answer = send(client, sent)
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert answer.json()["error"] == (
        "Your disk is full, so this could not be stored. Nothing was half-written. "
        "Keep what you have, free some space if the disk is full, and send it again."
    )
    assert LogEntry.objects.count() == 1
    let_it_grow_to(pages=1_000_000)
    assert send(client, sent).json() == {"stored": 300}


def test_given_a_full_disk_then_a_page_says_what_happened_and_what_to_do(client: Client) -> None:
    with disk_full_after(0):
        page = client.post(reverse("keep-exercise", args=[SLUG]))
    text = page.content.decode()
    assert (page.status_code, page["Retry-After"]) == (503, "10")
    for said in ("Your disk is full", "Nothing was half-written", "Free some space", "reload this page"):
        assert said in text


def test_given_a_database_that_another_program_holds_then_it_says_so_and_later_it_works(
    client: Client,
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = send(client, logs(1))
        page = client.post(reverse("keep-exercise", args=[SLUG]))
        assert client.get(reverse("log")).status_code == 200, "reading goes on"
    for response in (answer, page):
        assert (response.status_code, response["Retry-After"]) == (503, "10")
        assert "busy with something else" in response.content.decode()
    assert send(client, logs(1)).json() == {"stored": 1}


def test_given_a_first_visit_when_not_even_the_account_can_be_made_then_that_is_said_too(
    client: Client,
) -> None:
    local = local_actor()
    client.post(reverse("erase"))
    assert local_actor() != local
    client.post(reverse("erase"))
    with disk_full_after(0):
        client.raise_request_exception = False
        assert client.get("/you/").status_code == 503
    assert client.get("/you/").status_code == 200


def test_given_a_disk_too_full_to_write_the_file_anew_when_erasing_then_it_says_what_is_left(
    client: Client,
) -> None:
    with disk_full_after(0, ("VACUUM",)):
        answer = client.post(reverse("erase"))
    assert answer.status_code == 503
    assert "traces may be left" in answer.content.decode()
    assert "Nothing about you is on this computer now." in client.post(reverse("erase")).content.decode()
