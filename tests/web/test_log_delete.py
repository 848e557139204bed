"""Deleting from the log: hidden at once, brought back with one tap, erased a day later."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from uuid6 import uuid7

from handrail.web.accounts.middleware import local_actor
from handrail.web.accounts.models import Account
from handrail.web.practice.models import LogEntry, Removal
from handrail.web.practice.queries import entries_for, logs_for
from tests.web.logged import logged

pytestmark = pytest.mark.django_db(databases=["default", "community"])

EVENING = datetime(2026, 11, 24, 18, tzinfo=timezone.get_default_timezone())
SQUAT, MARCH = "mini-squat-two-hands", "march-two-hands"


@pytest.fixture(autouse=True)
def _evening() -> Iterator[None]:
    with time_machine.travel(EVENING, tick=False):
        yield


def delete(client: Client, **what: Any) -> Any:
    return client.post(reverse("log-delete"), what)


def undo_from(client: Client, answer: HttpResponse) -> Any:
    """Press Undo on the page that a delete leads to."""
    act = Removal.objects.order_by("-made").values_list("act", flat=True)[0]
    page = client.get(answer.headers["Location"].partition("#")[0]).content.decode()
    assert f'action="{reverse("log-undo", args=[act])}"' in page
    return client.post(reverse("log-undo", args=[act]), {"month": "2026-11"})


def mine() -> list[str]:
    return [log.exercise for log in logs_for(local_actor())]


def sends(client: Client, entry: LogEntry, **differs: Any) -> None:
    """A device sends an entry once more, or a correction of it."""
    told = {
        "id": str(entry.id), "session": str(entry.session), "position": 0, "exercise": entry.exercise,
        "done": "full", "started": entry.started.isoformat(), "finished": entry.finished.isoformat(),
    }  # fmt: skip
    answer = client.post("/api/logs/", json.dumps([told | differs]), content_type="application/json")
    assert answer.status_code == 200


def test_given_two_entries_when_one_is_deleted_then_it_counts_nowhere_and_undo_brings_it_back(
    client: Client,
) -> None:
    squat, _ = logged(exercise=SQUAT), logged(exercise=MARCH)
    answer = delete(client, entry=squat.id)
    assert mine() == [MARCH]
    assert [entry.exercise for entry in entries_for(local_actor())] == [MARCH]
    for name in ("log-csv", "log-json"):
        assert SQUAT not in client.get(reverse(name)).content.decode()
    assert undo_from(client, answer).headers["Location"] == "/log/?month=2026-11"
    assert sorted(mine()) == [MARCH, SQUAT]
    assert not Removal.objects.exists()


def test_given_two_days_when_one_is_deleted_then_the_other_stays(client: Client) -> None:
    logged(exercise=SQUAT)
    logged(exercise=MARCH)
    logged(1, exercise=SQUAT)
    answer = delete(client, day="2026-11-24")
    assert mine() == [SQUAT]
    assert "2 exercises of 24 November 2026" in client.get(answer.headers["Location"]).content.decode()
    undo_from(client, answer)
    assert len(mine()) == 3


def test_given_a_delete_when_the_log_opens_the_next_morning_then_undo_is_still_there(client: Client) -> None:
    delete(client, entry=logged().id)
    with time_machine.travel(EVENING + timedelta(hours=23), tick=False):
        assert ">Undo<" in client.get(reverse("log")).content.decode()
    assert LogEntry.objects.exists()


def test_given_a_delete_when_the_log_opens_a_day_later_then_the_entry_is_erased_and_cannot_come_back(
    client: Client,
) -> None:
    entry = logged()
    delete(client, entry=entry.id)
    act = Removal.objects.get().act
    with time_machine.travel(EVENING + timedelta(hours=24), tick=False):
        assert ">Undo<" not in client.get(reverse("log")).content.decode()
        assert not LogEntry.objects.exists()
        sends(client, entry)
        assert not LogEntry.objects.exists()
        answer = client.post(reverse("log-undo", args=[act]))
    assert answer.status_code == 422
    assert "It is erased for good." in answer.content.decode()


def test_given_a_delete_when_the_device_sends_it_again_then_it_stays_deleted_and_undo_still_works(
    client: Client,
) -> None:
    entry = logged()
    answer = delete(client, entry=entry.id)
    sends(client, entry)
    assert mine() == []
    undo_from(client, answer)
    assert len(mine()) == 1


def test_given_a_corrected_entry_when_it_is_deleted_then_what_it_corrected_does_not_come_back(
    client: Client,
) -> None:
    first = logged()
    second = logged(corrects=first.id)
    delete(client, entry=logged(corrects=second.id).id)
    assert mine() == []
    with time_machine.travel(EVENING + timedelta(days=2), tick=False):
        client.get(reverse("log"))
        assert not LogEntry.objects.exists()
        sends(client, first)
        assert mine() == []


def test_given_a_delete_when_corrections_arrive_late_and_out_of_order_then_they_go_and_come_with_it(
    client: Client,
) -> None:
    first = logged()
    answer = delete(client, entry=first.id)
    second = uuid7()
    sends(client, first, id=str(uuid7()), corrects=str(second), effort=7)
    assert mine() != []
    sends(client, first, id=str(second), corrects=str(first.id), effort=5)
    assert mine() == []
    undo_from(client, answer)
    assert [log.effort for log in logs_for(local_actor())] == [7]


def test_given_a_delete_when_a_correction_tells_of_a_fall_then_it_is_in_the_log(client: Client) -> None:
    first = logged()
    delete(client, entry=first.id)
    sends(client, first, id=str(uuid7()), corrects=str(first.id), fall=True)
    assert [log.fall for log in logs_for(local_actor())] == [True]


def test_given_a_fall_when_its_entry_is_deleted_then_the_page_says_what_that_means(client: Client) -> None:
    answer = delete(client, entry=logged(fall=True).id)
    page = client.get(answer.headers["Location"]).content.decode()
    assert "It told of a fall. Your plan no longer knows of that one." in page


def test_given_a_second_tap_when_it_was_undone_then_nothing_more_happens(client: Client) -> None:
    answer = delete(client, entry=logged().id)
    act = Removal.objects.get().act
    undo_from(client, answer)
    assert client.post(reverse("log-undo", args=[act])).status_code == 302
    assert len(mine()) == 1


@pytest.mark.parametrize(
    "what", [{}, {"entry": "seven"}, {"entry": str(uuid7())}, {"day": "2026-02-30"}, {"day": "2020-01-01"}]
)
def test_given_an_old_page_when_it_deletes_what_is_not_there_then_a_sentence_says_so(
    client: Client, what: dict[str, str]
) -> None:
    logged()
    answer = delete(client, **what)
    assert answer.status_code == 422
    assert "Nothing was deleted." in answer.content.decode()
    assert len(mine()) == 1


def test_given_somebody_elses_log_when_i_delete_or_undo_then_theirs_stays_as_it_is(client: Client) -> None:
    other = Account.objects.create()
    theirs = logged(owner_id=other.id)
    assert delete(client, entry=theirs.id).status_code == 422
    act = uuid7()
    Removal.objects.create(owner=other, entry=theirs.id, act=act, made=timezone.now())
    client.post(reverse("log-undo", args=[act]))
    with time_machine.travel(EVENING + timedelta(days=2), tick=False):
        client.get(reverse("log"))
    assert Removal.objects.count() == LogEntry.objects.count() == 1


def test_given_a_get_when_it_asks_to_delete_or_undo_then_nothing_is_done(client: Client) -> None:
    logged()
    assert client.get(reverse("log-delete")).status_code == 405
    assert client.get(reverse("log-undo", args=[uuid7()])).headers["Location"] == "/log/"
