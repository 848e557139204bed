"""The diary of falls: all that was told, a form to add to it, and taking it along."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from uuid6 import uuid7

from handrail.catalogue.loader import load_catalogue
from handrail.person.model import Falls
from handrail.web.accounts.middleware import local_actor
from handrail.web.accounts.models import Account
from handrail.web.profile.actions import save_answers, save_check_in
from handrail.web.profile.queries import current_check_in, person_for, profile_of
from handrail.web.progress.exports import DIARY_FIELDS, LOG_FIELDS
from handrail.web.progress.models import FallNote
from tests.web.answers import CALM, NO_FALLS
from tests.web.logged import checked_in, logged

pytestmark = pytest.mark.django_db(databases=["default", "community"])

EVENING = datetime(2026, 11, 24, 18, tzinfo=timezone.get_default_timezone())
SQUAT = "mini-squat-two-hands"


@pytest.fixture(autouse=True)
def _evening() -> Iterator[None]:
    with time_machine.travel(EVENING, tick=False):
        yield


def a_fall(**differs: Any) -> dict[str, Any]:
    """The form as it is sent for a fall today."""
    return {
        "note": str(uuid7()), "day": "2026-11-24", "kind": "fall", "doing": "Turning at the sink",
        "injured": "no", "can_rise_alone": "yes", **differs,
    }  # fmt: skip


def adds(client: Client, **differs: Any) -> Any:
    return client.post(reverse("falls"), a_fall(**differs))


def page(client: Client) -> str:
    return client.get(reverse("falls")).content.decode()


def counts() -> Falls:
    return person_for(local_actor(), timezone.localdate()).falls


def no_falls_so_far() -> None:
    save_answers(by=local_actor(), part={"falls": NO_FALLS}, seen=profile_of(local_actor()).version)


# ---- what is in it


def test_given_falls_told_in_three_ways_when_the_diary_opens_then_all_are_there_newest_first(
    client: Client,
) -> None:
    logged(3, exercise=SQUAT, near_fall=True)
    checked_in(2, falls_since_last=2, near_falls=1)
    adds(client, day="2026-11-23")
    logged(0, exercise=SQUAT, fall=True, near_fall=True)
    text = page(client)
    told = [
        "▲ Fall, Tuesday 24 November 2026",
        "▲ Fall, Monday 23 November 2026",
        "▲ 2 falls, Sunday 22 November 2026",
        "△ Near-fall, Sunday 22 November 2026",
        "△ Near-fall, Saturday 21 November 2026",
    ]
    assert [text.index(words) for words in told] == sorted(text.index(words) for words in told)
    assert text.count(f"In a session, at “{load_catalogue()[SQUAT].name}”") == 2
    assert text.count("Told at a check-in") == 2
    assert "Turning at the sink" in text
    assert "Not hurt. Got up alone." in text


def test_given_a_calm_time_when_the_diary_opens_then_nothing_is_in_it(client: Client) -> None:
    logged(exercise=SQUAT)
    checked_in(1)
    assert "Nothing is in it." in page(client)


def test_given_words_in_markup_when_the_diary_opens_then_they_are_inert(client: Client) -> None:
    adds(client, doing="<script>alert(1)</script>")
    assert "<script>alert" not in page(client)


def test_given_somebody_elses_diary_when_mine_opens_then_theirs_is_not_in_it(client: Client) -> None:
    other = Account.objects.create()
    FallNote.objects.create(owner=other, day=timezone.localdate(), kind="fall", doing="somebody-elses")
    assert "Nothing is in it." in page(client)
    assert "fall" not in client.get(reverse("log")).content.decode().partition("<table")[2].partition("<p")[0]


# ---- adding to it


def test_given_a_fall_by_hand_when_it_is_added_then_it_counts_as_one_of_a_check_in_does(
    client: Client,
) -> None:
    no_falls_so_far()
    assert adds(client, injured="yes", can_rise_alone="no").status_code == 302
    falls = counts()
    assert (falls.past_12_months, falls.past_6_months, falls.near_falls_past_month) == (1, 1, 0)
    assert (falls.injured, falls.can_rise_alone) == (True, False)


@pytest.mark.parametrize(
    ("days_ago", "kind", "year", "half", "near"),
    [
        (0, "near_fall", 0, 0, 1),
        (40, "near_fall", 0, 0, 0),
        (150, "fall", 1, 1, 0),
        (250, "fall", 1, 0, 0),
        (400, "fall", 0, 0, 0),
    ],
)
def test_given_a_day_long_ago_when_it_is_added_then_it_counts_where_that_day_belongs(
    client: Client, days_ago: int, kind: str, year: int, half: int, near: int
) -> None:
    no_falls_so_far()
    adds(client, day=str(timezone.localdate() - timedelta(days=days_ago)), kind=kind)
    falls = counts()
    assert (falls.past_12_months, falls.past_6_months, falls.near_falls_past_month) == (year, half, near)


def test_given_questions_left_open_when_a_fall_is_added_then_the_worst_is_taken(client: Client) -> None:
    no_falls_so_far()
    adds(client, injured="", can_rise_alone="")
    assert (counts().injured, counts().can_rise_alone) == (True, False)
    assert "hurt." not in page(client).partition("<form")[0]


def test_given_a_near_fall_when_it_is_added_then_nobody_is_hurt_by_it(client: Client) -> None:
    no_falls_so_far()
    adds(client, kind="near_fall", injured="yes", can_rise_alone="no")
    assert (counts().injured, counts().can_rise_alone) == (False, True)
    assert FallNote.objects.get().injured is None


def test_given_a_double_tap_when_a_fall_is_added_then_it_counts_once(client: Client) -> None:
    no_falls_so_far()
    form = a_fall()
    for _ in range(2):
        assert client.post(reverse("falls"), form).status_code == 302
    assert counts().past_12_months == FallNote.objects.count() == 1


def test_given_a_check_in_of_today_when_a_fall_today_is_added_then_it_has_to_be_made_anew(
    client: Client,
) -> None:
    no_falls_so_far()
    save_check_in(by=local_actor(), answers=CALM)
    adds(client, day="2026-11-23")
    assert current_check_in(local_actor()) is not None
    adds(client)
    assert current_check_in(local_actor()) is None


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"day": "2026-11-25"}, "That day has not come yet"),
        ({"day": "0001-01-01"}, "too long ago"),
        ({"day": "24/11"}, "Write the day as year, month and day"),
        ({"day": ""}, "Write the day as year, month and day"),
        ({"kind": ""}, "Choose one: a fall or a near-fall."),
        ({"kind": "slip"}, "Choose one: a fall or a near-fall."),
        ({"doing": "a" * 501}, "longer than 500 characters"),
    ],
)
def test_given_an_answer_that_cannot_be_when_it_is_added_then_a_sentence_says_so_and_nothing_is_lost(
    client: Client, wrong: dict[str, str], words: str
) -> None:
    no_falls_so_far()
    answer = adds(client, **wrong)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert words in text
    assert (wrong.get("doing") or "Turning at the sink") in text
    assert not FallNote.objects.exists()
    assert counts().past_12_months == 0


def test_given_a_fall_by_hand_when_the_log_opens_then_its_day_shows_it(client: Client) -> None:
    adds(client, day="2026-11-20")
    text = client.get(reverse("log")).content.decode()
    assert "20 November: 1 fall" in text
    assert 'id="day-2026-11-20"' in text


def test_given_a_mistake_when_it_is_taken_out_then_counts_stay_and_undo_puts_it_back(client: Client) -> None:
    no_falls_so_far()
    adds(client)
    note = FallNote.objects.get().id
    answer = client.post(reverse("falls-take-out", args=[note]))
    text = client.get(answer.headers["Location"]).content.decode()
    assert "Nothing is in it." in text
    assert "Your counts of falls stay as they are." in text
    assert counts().past_12_months == 1
    client.post(reverse("falls-put-back", args=[note]))
    assert "Turning at the sink" in page(client)


def test_given_somebody_elses_note_when_i_take_it_out_then_it_stays(client: Client) -> None:
    other = Account.objects.create()
    theirs = FallNote.objects.create(owner=other, day=timezone.localdate(), kind="fall")
    answer = client.post(reverse("falls-take-out", args=[theirs.id]))
    assert FallNote.objects.get().taken_out is None
    assert "Taken out" not in client.get(answer.headers["Location"]).content.decode()
    assert client.get(reverse("falls"), {"out": "seven"}).status_code == 200


# ---- taking it along


def test_given_a_diary_when_it_is_taken_along_then_both_files_hold_the_same_fields_and_rows(
    client: Client,
) -> None:
    adds(client)
    logged(1, exercise=SQUAT, fall=True, effort=4)
    for files, fields in ((("falls-csv", "falls-json"), DIARY_FIELDS), (("log-csv", "log-json"), LOG_FIELDS)):
        as_csv, as_json = (client.get(reverse(name)).content.decode() for name in files)
        table = csv.DictReader(as_csv.splitlines())
        assert tuple(table.fieldnames or ()) == fields
        rows, objects = list(table), json.loads(as_json)
        assert [tuple(one) for one in objects] == [fields] * len(rows)
        assert rows == [
            {name: "" if told is None else str(told) for name, told in one.items()} for one in objects
        ]


def test_given_a_deleted_fall_when_the_diary_is_read_or_taken_along_then_it_is_not_in_it(
    client: Client,
) -> None:
    client.post(reverse("log-delete"), {"entry": logged(exercise=SQUAT, fall=True).id})
    assert "Nothing is in it." in page(client)
    assert SQUAT not in client.get(reverse("falls-csv")).content.decode()
