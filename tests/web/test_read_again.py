"""Readiness lines that grow old, or that a stay in hospital or a new dose asks for again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.migrations.loader import MigrationLoader
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from handrail.person.model import Person
from handrail.person.readiness import LINES, is_open_again
from handrail.web.accounts.middleware import local_actor
from handrail.web.profile.actions import save_answers, save_check_in
from handrail.web.profile.queries import person_for, profile_of
from tests.web.answers import CALM, NO_FALLS, NOTHING_APPLIES

pytestmark = pytest.mark.django_db(databases=["default", "community"])

NOON = datetime(2026, 11, 24, 12, tzinfo=timezone.get_default_timezone())
KETTLE = {"name": "kettle", "place": "kitchen_bench", "days": ["mon", "tue", "wed", "thu"], "minutes": 6}
OLD = "It is six months since you read the lines under “Before you exercise”."
SOON = "Soon it is six months since you read the lines"
TOLD = "You told us of a stay in hospital, or of a new medicine or dose."


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def reader(client: Client) -> Client:
    """Somebody who told everything today, and read every line: heat is true for them."""
    told = {"mobility": "B", "falls": NO_FALLS, "moments": [KETTLE], "goals": ["stronger_legs"]}
    save_answers(by=local_actor(), part={**told, "balance": {"falls_when_eyes_close": False}}, seen=0)
    read(client, applies=["heat_sensitive"])
    return client


def read(client: Client, rest: str = "no", **told: Any) -> Any:
    form = {"version": profile_of(local_actor()).version, "rest": rest, "screen.floor_transfer_alone": "yes"}
    return client.post(reverse("intake-readiness"), {**form, **told})


def me() -> Person:
    return person_for(local_actor(), timezone.localdate())


def days_later(days: int) -> Any:
    return time_machine.travel(NOON + timedelta(days=days), tick=False)


def shown(client: Client, *names: str) -> list[str]:
    return [client.get(reverse(name)).content.decode() for name in names]


def checks_in(**differs: Any) -> None:
    save_check_in(by=local_actor(), answers={**CALM, **differs})


def tap(client: Client, step: str, **answer: Any) -> Any:
    return client.post(reverse("check-in-step", args=[step]), answer)


def test_the_day_of_reading_is_kept(reader: Client) -> None:
    assert me().screened == date(2026, 11, 24)
    with days_later(9):
        read(reader, rest="open", applies=["heat_sensitive"])
        assert me().screened == date(2026, 11, 24), "only who read every line has read them"


@pytest.mark.parametrize(
    ("days", "sentence"), [(0, None), (161, None), (162, SOON), (182, SOON), (183, OLD), (900, OLD)]
)
def test_today_the_plan_and_you_say_it_in_time(reader: Client, days: int, sentence: str | None) -> None:
    with days_later(days):
        before_checking_in = shown(reader, "today", "you")
        checks_in()
        for page in (*before_checking_in, *shown(reader, "today", "plan", "you")):
            assert [one for one in (SOON, OLD) if one in page] == ([sentence] if sentence else [])
            assert (f'href="{reverse("intake-readiness")}">Read the lines</a>' in page) == bool(sentence)


@pytest.mark.parametrize(("days", "planned"), [(182, True), (183, False)])
def test_from_that_day_on_they_are_unanswered_and_nothing_is_planned(
    reader: Client, days: int, planned: bool
) -> None:
    with days_later(days):
        checks_in()
        assert (reverse("session", args=[timezone.localdate(), 0]) in shown(reader, "today")[0]) == planned
        assert (me().unanswered & LINES == LINES) != planned


def test_the_answers_are_still_there_and_one_press_renews_them(reader: Client) -> None:
    with days_later(200):
        (page,) = shown(reader, "intake-readiness")
        assert 'value="heat_sensitive" checked' in page
        assert page.count("You said no.") == 14
        assert page.count("checked") == 2, "the line of heat, and getting up from the floor"
        assert read(reader, applies=["heat_sensitive"]).headers["Location"] == reverse("today")
        assert (me().screened, me().screen.heat_sensitive) == (timezone.localdate(), True)
        assert not me().screen.chest_pain
        assert OLD not in shown(reader, "you")[0]


def test_old_answers_go_along_in_the_file_and_come_back_as_old(reader: Client) -> None:
    with days_later(200):
        file = reader.get(reverse("person-file"))
        assert file.json()["screen"]["heat_sensitive"] is True
        reader.post(reverse("bring-file"), {"file": SimpleUploadedFile("mine.json", file.content)})
        assert is_open_again(me())
        assert profile_of(local_actor()).answers["screen"]["heat_sensitive"] is True


def test_a_file_that_does_not_say_when_they_were_read_grows_old_from_the_day_it_came(client: Client) -> None:
    content = b'{"screen": {"chest_pain": false}}'
    client.post(reverse("bring-file"), {"file": SimpleUploadedFile("mine.json", content)})
    assert me().screened == timezone.localdate()
    with days_later(183):
        assert me().screen.chest_pain


def test_lines_read_before_the_day_was_kept_grow_old_from_the_last_save() -> None:
    save_answers(by=local_actor(), part={"screen": NOTHING_APPLIES}, seen=0)
    with days_later(1):
        writes: Any = MigrationLoader(None).get_migration("profile", "0003_day_of_reading").operations[0]
        writes.code(apps, None)
    assert profile_of(local_actor()).answers == {"screen": NOTHING_APPLIES, "screened": "2026-11-24"}


def test_chest_pain_is_taken_back_only_by_who_reads_every_line_again(reader: Client) -> None:
    read(reader, applies=["chest_pain"])
    with days_later(30):
        read(reader, rest="open")
        assert me().screen.chest_pain
        read(reader)
        assert (me().screen.chest_pain, me().screened) == (False, timezone.localdate())


# ---- a stay in hospital, a new medicine, a new dose


def test_a_yes_asks_for_the_lines_at_once_though_they_were_read_today(reader: Client) -> None:
    tap(reader, "news", news="something")
    assert tap(reader, "restart", restarted="yes").status_code == 302
    tap(reader, "helper", helper="none")
    assert me().restarted == timezone.localdate()
    assert me().unanswered & LINES == LINES
    for page in shown(reader, "today", "plan", "you"):
        assert TOLD in page
    assert reverse("session", args=[timezone.localdate(), 0]) not in shown(reader, "today")[0]


def test_reading_the_lines_again_opens_the_first_rungs_and_says_why(reader: Client) -> None:
    checks_in()
    tap(reader, "restart", restarted="yes")
    checks_in()
    read(reader, applies=["heat_sensitive"])
    today, plan = shown(reader, "today", "plan")
    assert TOLD not in today
    assert reverse("session", args=[timezone.localdate(), 0]) in today
    assert "After a stay in hospital, or with a new medicine or dose, we start on the first rung." in plan


def test_a_mistap_is_taken_back_by_a_no(reader: Client) -> None:
    before = me()
    tap(reader, "news", news="something")
    tap(reader, "restart", restarted="yes")
    tap(reader, "restart", restarted="no")
    assert (me().restarted, me().screened, me().screen) == (None, before.screened, before.screen)


def test_a_no_takes_back_only_what_its_own_check_in_said(reader: Client) -> None:
    tap(reader, "restart", restarted="yes")
    with days_later(2):
        tap(reader, "news", news="something")
        tap(reader, "restart", restarted="no")
        assert me().restarted == date(2026, 11, 24)


def test_a_mistap_is_taken_back_on_the_page_of_the_lines(reader: Client) -> None:
    address = reverse("take-back-restart")
    assert address not in shown(reader, "intake-readiness")[0]
    tap(reader, "restart", restarted="yes")
    assert address in shown(reader, "intake-readiness")[0]
    assert reader.post(address).headers["Location"] == reverse("today")
    assert (me().restarted, me().screened) == (None, timezone.localdate())
    assert reader.post(address).status_code == 302, "a second tap changes nothing"
    assert me().screened == timezone.localdate()


def test_once_the_lines_are_read_it_is_no_mistake_any_more(reader: Client) -> None:
    tap(reader, "restart", restarted="yes")
    read(reader)
    reader.post(reverse("take-back-restart"))
    assert me().restarted == timezone.localdate()
