"""Sessions and the log that devices send."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone
from uuid6 import uuid7

from handrail.catalogue.loader import load_catalogue
from handrail.person.words import NextMorning
from handrail.session.timeline import build_timeline
from handrail.web.accounts.middleware import local_actor
from handrail.web.accounts.models import Account
from handrail.web.accounts.requests import Actor
from handrail.web.practice import actions, queries
from handrail.web.practice.forms import read_logs
from handrail.web.practice.models import LogEntry, SessionRecord
from handrail.web.profile.models import CheckIn
from tests.session.bouts import bout, cook, item
from tests.web.answers import CALM

pytestmark = pytest.mark.django_db(databases=["default", "community"])

SQUAT = "mini-squat-two-hands"
MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)


def told(**differs: Any) -> dict[str, Any]:
    """One entry as a device tells it."""
    entry = {
        "id": str(uuid7()),
        "session": str(uuid7()),
        "position": 0,
        "exercise": SQUAT,
        "done": "full",
        "started": MORNING.isoformat(),
        "finished": (MORNING + timedelta(minutes=4)).isoformat(),
        "sets": 2,
        "reps": 8,
    }
    return {**entry, **differs}


def send(client: Client, *entries: object) -> Any:
    return client.post("/api/logs/", json.dumps(entries), content_type="application/json")


def check_in(made: datetime, *, falls: int = 0, near_falls: int = 0, finished: bool = True) -> None:
    CheckIn.objects.create(
        owner_id=local_actor().id,
        day=made.date(),
        created=made,
        answers={"falls_since_last": falls},
        near_falls=near_falls,
        finished=finished,
    )


def somebody_else() -> Actor:
    return Actor(Account.objects.create().id)


# ---- Logs arriving ----


def test_what_a_device_sends_is_kept(client: Client) -> None:
    entry = told(effort=5, fall=False)
    assert send(client, entry).json() == {"stored": 1}
    kept = LogEntry.objects.get()
    assert (str(kept.id), kept.exercise, kept.effort, kept.fall) == (entry["id"], SQUAT, 5, False)
    assert (kept.pain, kept.near_fall) == (None, None)


def test_sending_twice_stores_once_and_changes_nothing(client: Client) -> None:
    entry = told(effort=5)
    send(client, entry)
    assert send(client, {**entry, "effort": 9}, told()).json() == {"stored": 1}
    assert LogEntry.objects.get(id=entry["id"]).effort == 5
    assert LogEntry.objects.count() == 2


def test_an_entry_twice_in_one_message_is_stored_once(client: Client) -> None:
    entry = told()
    assert send(client, entry, entry).json() == {"stored": 1}


def test_an_empty_list_is_fine(client: Client) -> None:
    assert send(client).json() == {"stored": 0}


@pytest.mark.parametrize(
    "wrong",
    [
        {"exercise": "headstand"},
        {"effort": 11},
        {"done": "mostly"},
        {"id": "seven"},
        {"started": "yesterday"},
        {"side": "middle"},
        {"session": None},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_one_wrong_entry_refuses_all_of_them(client: Client, wrong: dict[str, object]) -> None:
    response = send(client, told(), {**told(), **wrong})
    assert response.status_code == 422
    assert response.json()["error"].endswith(
        "Nothing was stored. `handrail schema log` prints what an entry may say."
    )
    assert LogEntry.objects.count() == 0


@pytest.mark.parametrize(
    "body",
    [b"", b"[", b"\xff", b"{}", b"[[[[", b'[{"x":' + b"[" * 100_000, b"null", b'"log"'],
    ids=["empty", "cut off", "bytes", "object", "nested", "deep", "null", "text"],
)
def test_what_is_not_a_list_of_entries_is_refused_with_a_sentence(client: Client, body: bytes) -> None:
    response = client.post("/api/logs/", body, content_type="application/json")
    assert response.status_code == 422
    assert response.json()["error"].startswith("The log could not be read")


def test_logs_are_not_read_back_from_where_they_arrive(client: Client) -> None:
    assert client.get("/api/logs/").status_code == 405


def test_an_entry_of_somebody_else_is_neither_changed_nor_shown() -> None:
    mine, theirs = local_actor(), somebody_else()
    entry = told(effort=3)
    actions.store_logs(by=theirs, entries=read_logs(json.dumps([entry]).encode()))
    assert actions.store_logs(by=mine, entries=read_logs(json.dumps([{**entry, "effort": 9}]).encode())) == 0
    assert list(queries.logs_for(mine)) == []
    assert [log.effort for log in queries.logs_for(theirs)] == [3]


# ---- What the planner reads ----


def test_a_correction_takes_the_place_of_what_it_corrects(client: Client) -> None:
    first = told()
    second = told(corrects=first["id"], effort=5)
    third = told(corrects=second["id"], effort=5, fall=False)
    other = told()
    send(client, third, first)
    send(client, second, other)
    standing = {str(log.id) for log in queries.logs_for(local_actor())}
    assert standing == {third["id"], other["id"]}


def test_nobody_corrects_the_log_of_somebody_else(client: Client) -> None:
    mine = told()
    send(client, mine)
    actions.store_logs(
        by=somebody_else(), entries=read_logs(json.dumps([told(corrects=mine["id"])]).encode())
    )
    assert [str(log.id) for log in queries.logs_for(local_actor())] == [mine["id"]]


def test_history_is_oldest_first_with_what_was_told(client: Client) -> None:
    later = told(
        started=(MORNING + timedelta(hours=2)).isoformat(), effort=5, pain=1, form_ok=True, touches=0
    )
    send(client, later, told(done="part", sets=1))
    history = queries.entries_for(local_actor())
    assert [entry.done.value for entry in history] == ["part", "full"]
    assert (history[1].effort, history[1].pain, history[1].form_ok, history[1].touches) == (5, 1, True, 0)


def test_what_was_not_told_is_the_worst(client: Client) -> None:
    send(client, told())
    entry = queries.entries_for(local_actor())[0]
    assert (entry.effort, entry.pain, entry.form_ok, entry.near_fall, entry.fall) == (
        10,
        10,
        False,
        True,
        True,
    )


AFTER = MORNING + timedelta(hours=10)
LATER = MORNING + timedelta(days=1)


@pytest.mark.parametrize(
    ("check_ins", "near_fall", "fall"),
    [
        pytest.param([], True, True, id="nobody asked yet"),
        pytest.param([{"made": MORNING - timedelta(hours=1)}], True, True, id="asked before it only"),
        pytest.param([{"made": AFTER}], False, False, id="no falls since"),
        pytest.param([{"made": AFTER, "falls": 1}], False, True, id="a fall since"),
        pytest.param([{"made": AFTER, "near_falls": 2}], True, False, id="near-falls since"),
        pytest.param([{"made": AFTER, "falls": 1}, {"made": LATER}], False, True, id="the first one counts"),
        pytest.param([{"made": AFTER, "finished": False}], True, True, id="not finished"),
    ],
)
def test_the_first_check_in_afterwards_answers_for_falls(
    client: Client, check_ins: list[dict[str, Any]], near_fall: bool, fall: bool
) -> None:
    send(client, told())
    for asked in check_ins:
        check_in(**asked)
    entry = queries.entries_for(local_actor())[0]
    assert (entry.near_fall, entry.fall) == (near_fall, fall)


@pytest.mark.parametrize(
    ("days", "answers", "morning"),
    [
        pytest.param(0, {}, None, id="the same day"),
        pytest.param(1, {}, NextMorning.FINE, id="as ever"),
        pytest.param(1, {"energy": 3}, NextMorning.TIRED, id="little energy"),
        pytest.param(1, {"new_symptom": True}, NextMorning.WORSE, id="something new"),
        pytest.param(1, {"new_symptom": None}, NextMorning.WORSE, id="not answered"),
        pytest.param(1, {"pain": 6}, NextMorning.WORSE, id="much pain"),
        pytest.param(2, {}, None, id="two days later"),
        pytest.param(1, {"feeling_ill": True}, None, id="ill: it says nothing about the exercise"),
    ],
)
def test_the_first_check_in_of_the_day_after_tells_how_the_next_morning_was(
    client: Client, days: int, answers: dict[str, Any], morning: NextMorning | None
) -> None:
    send(client, told())
    made = AFTER + timedelta(days=days)
    CheckIn.objects.create(
        owner_id=local_actor().id, day=made.date(), created=made, answers={**CALM, **answers}, near_falls=0
    )
    assert queries.entries_for(local_actor())[0].next_morning is morning


def test_a_check_in_does_not_unsay_a_fall(client: Client) -> None:
    send(client, told(fall=True, near_fall=False))
    check_in(AFTER)
    assert queries.entries_for(local_actor())[0].fall


def test_an_exercise_that_left_the_catalogue_leaves_the_history() -> None:
    entry = read_logs(json.dumps([told()]).encode())[0]
    LogEntry.objects.create(
        id=entry.id,
        owner_id=local_actor().id,
        session=entry.session,
        position=0,
        exercise="no-longer-there",
        done="full",
        started=MORNING,
        finished=MORNING,
    )
    assert queries.entries_for(local_actor()) == ()


@pytest.mark.parametrize("entries", [1, 3])
def test_history_takes_the_same_few_queries_however_long(
    client: Client, entries: int, django_assert_num_queries: Any
) -> None:
    send(client, *(told() for _ in range(entries)))
    actor = local_actor()
    with django_assert_num_queries(3):
        assert len(queries.entries_for(actor)) == entries


# ---- Sessions ----


def test_a_timeline_opened_again_is_the_same_session() -> None:
    timeline = build_timeline(bout(item(SQUAT)), cook(), load_catalogue())
    first, again = (actions.open_session(by=local_actor(), day=TODAY, timeline=timeline) for _ in range(2))
    assert first.id == again.id
    assert SessionRecord.objects.count() == 1


def test_another_day_another_timeline_or_another_person_is_another_session() -> None:
    timeline, other = (
        build_timeline(bout(item(SQUAT, reps=reps)), cook(), load_catalogue()) for reps in (8, 9)
    )
    opened: set[UUID] = {
        actions.open_session(by=by, day=day, timeline=timeline).id
        for by, day, timeline in (
            (local_actor(), TODAY, timeline),
            (local_actor(), TODAY, other),
            (local_actor(), TODAY + timedelta(days=1), timeline),
            (somebody_else(), TODAY, timeline),
        )
    }
    assert len(opened) == 4


def test_erasing_an_account_erases_its_sessions_and_logs(client: Client) -> None:
    send(client, told())
    timeline = build_timeline(bout(item(SQUAT)), cook(), load_catalogue())
    actions.open_session(by=local_actor(), day=TODAY, timeline=timeline)
    Account.objects.get(id=local_actor().id).delete()
    assert (LogEntry.objects.count(), SessionRecord.objects.count()) == (0, 0)


def test_a_session_without_a_fresh_check_in_asks_for_one(client: Client) -> None:
    response = client.get(f"/session/{timezone.localdate()}/0/")
    assert (response.status_code, response["Location"]) == (302, "/you/check-in/")


@pytest.mark.parametrize("path", ["/session/2026-02-30/0/", "/session/today/0/", "/session/2026-11-24/-1/"])
def test_an_address_that_no_calendar_has_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
