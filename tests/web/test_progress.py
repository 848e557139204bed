"""The log: what was done, by day, and taking it along."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from handrail.catalogue.loader import load_catalogue
from handrail.person.words import Band
from handrail.web.accounts.middleware import local_actor
from handrail.web.accounts.models import Account
from handrail.web.profile.actions import save_answers
from handrail.web.profile.queries import profile_of
from tests.web.answers import NOTHING_APPLIES
from tests.web.logged import checked_in, logged, noon, slug

pytestmark = pytest.mark.django_db(databases=["default", "community"])


@pytest.fixture(autouse=True)
def _late_in_november() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 24, 18, tzinfo=timezone.get_default_timezone()), tick=False):
        yield


def _page(client: Client) -> str:
    return client.get(reverse("log")).content.decode()


def test_given_nothing_done_when_the_log_opens_then_it_says_what_will_come_here(client: Client) -> None:
    assert "Nothing is here yet." in _page(client)


def test_given_two_days_when_the_log_opens_then_the_newest_stands_first(client: Client) -> None:
    logged(3)
    logged(1)
    page = _page(client)
    newest, older = (f"{noon() - timedelta(days=days):%A} {24 - days} November" for days in (1, 3))
    assert page.index(f">{newest}") < page.index(f">{older}")


def test_given_an_exercise_done_when_the_log_opens_then_its_effort_is_in_words(client: Client) -> None:
    logged(effort=5)
    assert f"{load_catalogue()[slug()].name}: done, medium" in _page(client)


def test_given_an_effort_that_was_not_answered_when_the_log_opens_then_none_is_made_up(
    client: Client,
) -> None:
    logged(effort=None)
    assert f"{load_catalogue()[slug()].name}: done</li>" in _page(client)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"fall": True, "near_fall": True}, "1 fall."),
        ({"fall": False, "near_fall": True}, "1 near-fall."),
    ],
)
def test_given_a_fall_or_a_near_fall_when_the_log_opens_then_it_says_which(
    client: Client, told: dict[str, bool], words: str
) -> None:
    logged(**told)
    assert words in _page(client)


def test_given_a_week_away_when_the_log_opens_then_it_welcomes_back_without_blame(client: Client) -> None:
    logged(9)
    assert "Welcome back. We start one step lower." in _page(client)


def test_given_a_session_yesterday_when_the_log_opens_then_nobody_is_welcomed_back(client: Client) -> None:
    logged(1)
    assert "Welcome back" not in _page(client)


def test_given_an_exercise_done_when_the_log_opens_then_its_rung_is_named(client: Client) -> None:
    logged()
    exercise = load_catalogue()[slug()]
    rungs = len(load_catalogue().ladder_of(exercise).rungs)
    assert f"step {exercise.rung} of {rungs}" in _page(client)


def test_given_an_exercise_the_catalogue_no_longer_has_when_the_log_opens_then_it_is_still_there(
    client: Client,
) -> None:
    logged(exercise="long-gone")
    assert "long-gone" in _page(client)


def test_given_somebody_elses_log_when_mine_opens_or_is_taken_along_then_theirs_is_not_in_it(
    client: Client,
) -> None:
    other = Account.objects.create()
    logged(owner_id=other.id, exercise="somebody-elses", fall=True)
    for name in ("log", "log-csv", "log-json", "log-ladders", "falls", "falls-csv"):
        assert "somebody-elses" not in client.get(reverse(name)).content.decode()


def test_given_a_log_when_it_is_taken_along_then_both_files_hold_every_entry(client: Client) -> None:
    logged(1, effort=3)
    logged(0, effort=None)
    rows = list(csv.DictReader(client.get(reverse("log-csv")).content.decode().splitlines()))
    table = json.loads(client.get(reverse("log-json")).content)
    assert [row["effort"] for row in rows] == ["", "3"]
    assert [row["effort"] for row in table] == [None, 3]


def test_given_an_exercise_named_in_markup_when_the_log_opens_then_it_is_inert(client: Client) -> None:
    logged(exercise="<script>alert(1)</script>")
    assert "<script>alert" not in _page(client)


def test_given_three_entries_when_the_log_opens_then_the_database_is_asked_no_more_than_for_one(
    client: Client,
) -> None:
    counts = []
    for days_ago in (0, 1, 2):
        logged(days_ago)
        with CaptureQueriesContext(connections["default"]) as captured:
            _page(client)
        counts.append(len(captured))
    assert counts[0] == counts[-1]


def test_given_months_on_one_rung_when_the_log_opens_then_it_says_whom_to_ask_and_the_numbers(
    client: Client,
) -> None:
    steady = {
        "done": "full",
        "effort": 7,
        "pain": 0,
        "form_ok": True,
        "touches": 0,
        "near_fall": False,
        "fall": False,
    }
    save_answers(
        by=local_actor(),
        part={"mobility": "D", "screen": NOTHING_APPLIES},
        seen=profile_of(local_actor()).version,
    )
    rung = load_catalogue().ladders["squat"].start_for(Band.D)
    for days_ago in range(63, 0, -2):
        logged(days_ago, exercise=rung, **steady)
        checked_in(days_ago - 1)
    page = _page(client)
    assert "What you do no longer moves this; talk to your therapist." in page
    assert "Days you did it in between" in page
