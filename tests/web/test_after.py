"""The two questions after a session: when they come, when they go, and what an answer does to the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from time_machine import Traveller
from uuid6 import uuid7

from handrail.person.model import UNKNOWN
from handrail.person.words import NextMorning
from handrail.web.accounts.middleware import local_actor
from handrail.web.accounts.models import Account
from handrail.web.accounts.requests import Actor
from handrail.web.practice import queries
from handrail.web.practice.models import AfterEvent, LogEntry, SessionRecord
from handrail.web.profile.models import CheckIn
from tests.web.answers import CALM

pytestmark = pytest.mark.django_db(databases=["default", "community"])

TUESDAY, WEDNESDAY, THURSDAY = (date(2026, 11, day) for day in (24, 25, 26))
TWO_HOURS, MORNING = "had it all settled?", "How were you this morning"
IN_TODAY = {"HX-Request": "true"}


def at(day: date, clock: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(f"{day} {clock}"))


@pytest.fixture
def clock() -> Iterator[Traveller]:
    with time_machine.travel(at(TUESDAY, "09:00"), tick=False) as traveller:
        yield traveller


def practised(day: date = TUESDAY, clock: str = "09:00", *, owner: Actor | None = None, **told: Any) -> UUID:
    """Three minutes of squats; the session's id."""
    by, session = owner or local_actor(), uuid7()
    entry = {"exercise": "mini-squat-two-hands", "done": "full", "position": 0, **told}
    finished = at(day, clock)
    started = finished - timedelta(minutes=3)
    LogEntry.objects.create(
        id=uuid7(), owner_id=by.id, session=session, started=started, finished=finished, **entry
    )
    return session


def checked_in(day: date, **answers: Any) -> None:
    CheckIn.objects.create(
        owner_id=local_actor().id, day=day, created=at(day, "08:00"), answers={**CALM, **answers}
    )


def on_today(client: Client) -> str:
    return client.get("/after/", headers=IN_TODAY).content.decode()


def answer(client: Client, session: UUID, answer: str, about: str = "two_hours", **more: str) -> Any:
    return client.post("/after/", {"session": str(session), "about": about, "answer": answer, **more})


def settled() -> object:
    return queries.entries_for(local_actor())[0].settled_2h


def morning() -> NextMorning | None:
    return queries.entries_for(local_actor())[0].next_morning


# ---- When they come and go ----


@pytest.mark.parametrize(
    ("when", "asked"),
    [
        (at(TUESDAY, "10:59"), None),
        (at(TUESDAY, "11:00"), TWO_HOURS),
        (at(TUESDAY, "23:59"), TWO_HOURS),
        (at(WEDNESDAY, "03:59"), TWO_HOURS),
        (at(WEDNESDAY, "23:59"), TWO_HOURS),
        (at(THURSDAY, "00:00"), None),
    ],
)
def test_the_two_hour_question_is_there_from_two_hours_after_to_the_end_of_the_next_day(
    client: Client, clock: Traveller, when: datetime, asked: str | None
) -> None:
    practised()
    clock.move_to(when)
    assert (TWO_HOURS in on_today(client)) == (asked is not None)


@pytest.mark.parametrize(
    ("when", "asked"),
    [
        (at(WEDNESDAY, "03:59"), False),
        (at(WEDNESDAY, "04:00"), True),
        (at(WEDNESDAY, "23:59"), True),
        (at(THURSDAY, "04:00"), False),
    ],
)
def test_the_morning_question_is_there_from_four_to_the_end_of_the_day(
    client: Client, clock: Traveller, when: datetime, asked: bool
) -> None:
    session = practised()
    clock.move_to(when)
    answer(client, session, "settled")
    assert (MORNING in on_today(client)) == asked


def test_a_check_in_that_told_how_the_morning_was_leaves_nothing_to_ask(
    client: Client, clock: Traveller
) -> None:
    session = practised()
    checked_in(WEDNESDAY)
    clock.move_to(at(WEDNESDAY, "09:00"))
    answer(client, session, "settled")
    assert MORNING not in on_today(client)
    assert morning() is NextMorning.FINE


def test_one_question_is_shown_at_a_time(client: Client, clock: Traveller) -> None:
    first = practised(clock="09:00")
    practised(clock="20:00")
    clock.move_to(at(WEDNESDAY, "09:00"))
    seen = []
    for _ in range(7):
        page = on_today(client)
        seen.append((page.count("<form"), TWO_HOURS in page, str(first) in page, MORNING in page))
    asked_of_first, asked_of_second = (1, True, True, False), (1, True, False, False)
    assert seen == [
        *[asked_of_first] * 2,
        *[asked_of_second] * 2,
        *[(1, False, False, True)] * 2,
        (0,) + (False,) * 3,
    ]


def test_a_question_put_away_does_not_come_back_to_today_but_can_still_be_answered(
    client: Client, clock: Traveller
) -> None:
    session = practised()
    clock.move_to(at(TUESDAY, "12:00"))
    response = answer(client, session, "put_away", back="today")
    assert (response.status_code, response["Location"]) == (302, "/")
    assert client.get("/after/", headers=IN_TODAY).status_code == 204
    assert TWO_HOURS in client.get("/after/").content.decode()


def test_what_was_left_out_whole_is_not_asked_about(client: Client, clock: Traveller) -> None:
    practised(done="none")
    clock.move_to(at(TUESDAY, "12:00"))
    assert client.get("/after/", headers=IN_TODAY).status_code == 204


def test_a_question_names_the_moment_or_else_the_part_of_the_day(client: Client, clock: Traveller) -> None:
    session = practised()
    clock.move_to(at(TUESDAY, "12:00"))
    assert "Two hours after your session this morning: had" in on_today(client)
    SessionRecord.objects.create(
        id=session, owner_id=local_actor().id, day=TUESDAY, digest="", timeline={"moment": "kettle"}
    )
    clock.move_to(at(WEDNESDAY, "02:00"))
    assert "Two hours after “kettle” yesterday: had it all settled?" in on_today(client)


# ---- What an answer does ----


@pytest.mark.parametrize(
    ("told", "value"),
    [("settled", True), ("longer", False), ("unknown", UNKNOWN), ("put_away", UNKNOWN), (None, UNKNOWN)],
)
def test_only_a_yes_says_that_it_settled_and_only_a_no_that_it_did_not(
    client: Client, told: str | None, value: object
) -> None:
    session = practised()
    if told:
        answer(client, session, told)
    assert settled() == value


@pytest.mark.parametrize("told", NextMorning)
def test_what_a_person_says_of_the_morning_stands_above_what_the_check_in_implies(
    client: Client, told: NextMorning
) -> None:
    checked_in(WEDNESDAY, pain=7)
    session = practised()
    answer(client, session, told.value, "next_morning")
    assert morning() is told


def test_a_morning_told_once_speaks_for_every_session_of_the_day_before(client: Client) -> None:
    practised(clock="09:00")
    answer(client, practised(clock="20:00"), "tired", "next_morning")
    assert [entry.next_morning for entry in queries.entries_for(local_actor())] == [NextMorning.TIRED] * 2


def test_a_second_answer_counts_instead_of_the_first_and_the_first_is_kept(
    client: Client, clock: Traveller
) -> None:
    session = practised()
    answer(client, session, "settled")
    clock.move_to(at(TUESDAY, "12:00"))
    answer(client, session, "longer")
    assert settled() is False
    assert [event.answer for event in AfterEvent.objects.all()] == ["settled", "longer"]


def test_an_answer_is_read_back_for_a_while_with_a_way_to_change_it(client: Client, clock: Traveller) -> None:
    session = practised()
    clock.move_to(at(TUESDAY, "12:00"))
    answer(client, session, "longer", back="today")
    assert "You told us: “No, it took longer”." in on_today(client)
    assert "✓ This is what you told us" in client.get("/after/").content.decode()
    clock.move_to(at(TUESDAY, "12:11"))
    assert client.get("/after/", headers=IN_TODAY).status_code == 204


@pytest.mark.parametrize(
    "wrong",
    [{"answer": "maybe"}, {"answer": ""}, {"about": "next_week"}, {"session": "seven"}, {"answer": "shown"}],
)
def test_what_is_no_answer_is_refused_with_the_questions_still_there(
    client: Client, clock: Traveller, wrong: dict[str, str]
) -> None:
    session = practised()
    clock.move_to(at(TUESDAY, "12:00"))
    sent = {"session": str(session), "about": "two_hours", "answer": "settled", **wrong}
    response = client.post("/after/", sent)
    assert response.status_code == 422
    assert "That answer did not arrive." in response.content.decode()
    assert TWO_HOURS in response.content.decode()
    assert AfterEvent.objects.count() == 0


def test_nobody_answers_for_somebody_else_or_sees_their_questions(client: Client, clock: Traveller) -> None:
    theirs = practised(owner=Actor(Account.objects.create().id))
    clock.move_to(at(TUESDAY, "12:00"))
    assert answer(client, theirs, "longer").status_code == 422
    assert TWO_HOURS not in client.get("/after/").content.decode()
    assert AfterEvent.objects.count() == 0


def test_erasing_an_account_erases_what_was_told_after_sessions(client: Client) -> None:
    answer(client, practised(), "longer")
    Account.objects.get(id=local_actor().id).delete()
    assert AfterEvent.objects.count() == 0


@pytest.mark.parametrize("sessions", [1, 3])
def test_the_questions_take_the_same_few_queries_however_many_sessions(
    sessions: int, django_assert_num_queries: Any
) -> None:
    for _ in range(sessions):
        practised()
    actor = local_actor()
    with django_assert_num_queries(4):
        assert len(queries.open_questions_for(actor, at(TUESDAY, "12:00"))) == sessions
