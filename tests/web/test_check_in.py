"""The check-in: three taps on an ordinary day, one thing at a time on others."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from handrail.person.model import CheckIn, Person
from handrail.person.words import HelperNear
from handrail.safety.constants import SIGNS
from handrail.web.accounts.middleware import local_actor
from handrail.web.profile.actions import save_answers, save_check_in
from handrail.web.profile.queries import current_check_in, person_for, profile_of

pytestmark = pytest.mark.django_db(databases=["default", "community"])

NOON = datetime(2026, 11, 24, 12, tzinfo=timezone.get_default_timezone())
FALLS = {
    "past_12_months": 0,
    "past_6_months": 0,
    "injured": False,
    "near_falls_past_month": 0,
    "can_rise_alone": True,
}


@pytest.fixture(autouse=True)
def _at_noon() -> Any:
    with time_machine.travel(NOON, tick=False):
        yield


def me() -> Person:
    return person_for(local_actor(), timezone.localdate())


def today() -> CheckIn:
    return me().today


def tell(**part: Any) -> None:
    save_answers(by=local_actor(), part=part, seen=profile_of(local_actor()).version)


def tap(client: Client, step: str, **answer: Any) -> str:
    answered = client.post(reverse("check-in-step", args=[step]), answer)
    assert answered.status_code == 302
    return str(answered.headers["Location"]).rstrip("/").rpartition("/")[2] or "today"


def test_an_ordinary_day_is_three_taps(client: Client) -> None:
    tell(screen={"sedating_medicine": False})
    assert tap(client, "news", news="nothing") == "energy"
    assert tap(client, "energy", energy="7") == "helper"
    assert tap(client, "helper", helper="in_home") == "today"
    day = today()
    assert (day.energy, day.helper) == (7, HelperNear.IN_HOME)
    assert not any([day.feeling_ill, day.new_symptom, day.hot, day.falls_since_last])
    assert not {name for name in me().unanswered if name.startswith("today.")}


def test_pain_and_stiffness_are_as_last_given(client: Client) -> None:
    tell(screen={"sedating_medicine": False})
    for step, answer in [
        ("news", {"news": "nothing"}),
        ("energy", {"energy": "7"}),
        ("helper", {"helper": "none"}),
    ]:
        tap(client, step, **answer)
    assert (today().pain, today().stiffness) == (3, 3), "mild, as the first one has nothing to go by"
    tap(client, "news", news="something")
    tap(client, "pain", pain="5")
    tap(client, "stiffness", stiffness="1")
    tap(client, "helper", helper="none")
    tap(client, "news", news="nothing")
    tap(client, "helper", helper="none")
    assert (today().pain, today().stiffness) == (5, 1)


def test_the_dose_is_asked_only_of_those_who_take_one(client: Client) -> None:
    tell(screen={"sedating_medicine": True})
    assert tap(client, "energy", energy="5") == "dose"
    assert tap(client, "dose", minutes_since_sedating_dose="hour") == "helper"
    tap(client, "helper", helper="none")
    assert today().minutes_since_sedating_dose == 60


def test_something_new_asks_one_thing_at_a_time(client: Client) -> None:
    tell(screen={"sedating_medicine": False})
    assert tap(client, "news", news="something") == "ill"
    assert tap(client, "ill", feeling_ill="no") == "signs"
    assert tap(client, "signs") == "symptom"
    assert tap(client, "symptom", new_symptom="no") == "restart"
    assert tap(client, "restart", restarted="no") == "falls"
    assert tap(client, "falls", falls_since_last="0") == "near-fall"
    assert tap(client, "near-fall", near_falls="no") == "hot"
    assert tap(client, "hot", hot="yes") == "pain"
    assert tap(client, "pain", pain="4") == "stiffness"
    assert tap(client, "stiffness", stiffness="2") == "energy"
    assert tap(client, "energy", energy="3") == "helper"
    tap(client, "helper", helper="none")
    assert today().hot
    assert (today().pain, today().stiffness, today().energy) == (4, 2, 3)


def test_a_fall_is_counted_for_good(client: Client) -> None:
    tell(falls=FALLS)
    tap(client, "news", news="something")
    assert tap(client, "falls", falls_since_last="1") == "hurt"
    assert tap(client, "hurt", injured="yes") == "rise"
    assert tap(client, "rise", can_rise_alone="no") == "near-fall"
    tap(client, "near-fall", near_falls="yes")
    falls = me().falls
    assert (falls.past_12_months, falls.past_6_months, falls.near_falls_past_month) == (1, 1, 1)
    assert falls.injured
    assert not falls.can_rise_alone


def test_a_mistap_about_a_fall_is_taken_back(client: Client) -> None:
    tell(falls=FALLS)
    tap(client, "news", news="something")
    tap(client, "falls", falls_since_last="2")
    tap(client, "falls", falls_since_last="0")
    assert me().falls.past_6_months == 0


def test_half_a_check_in_counts_for_nothing_but_hides_an_older_one(client: Client) -> None:
    tell(screen={"sedating_medicine": False})
    tap(client, "news", news="nothing")
    tap(client, "energy", energy="9")
    tap(client, "helper", helper="none")
    tap(client, "news", news="something")
    assert current_check_in(local_actor()) is None
    assert today().energy == 0


def test_answers_hold_for_four_hours(client: Client) -> None:
    tap(client, "news", news="nothing")
    tap(client, "helper", helper="none")
    with time_machine.travel(NOON + timedelta(hours=3, minutes=59), tick=False):
        assert not today().feeling_ill
    with time_machine.travel(NOON + timedelta(hours=4), tick=False):
        assert today().feeling_ill
        assert current_check_in(local_actor()) is None


def test_yesterdays_answers_are_not_todays(client: Client) -> None:
    with time_machine.travel(NOON.replace(hour=23), tick=False):
        tap(client, "news", news="nothing")
        tap(client, "helper", helper="none")
    with time_machine.travel(NOON.replace(hour=1) + timedelta(days=1), tick=False):
        assert today().feeling_ill


def test_a_red_flag_stops_at_once(client: Client) -> None:
    tap(client, "news", news="something")
    answer = client.post(reverse("check-in-step", args=["signs"]), {"signs": ["chest_pain_now"]})
    assert answer.status_code == 200
    assert SIGNS["chest_pain_now"].text in answer.content.decode()
    assert today().signs == ("chest_pain_now",)


def test_a_red_flag_says_whom_to_call_there_on_today_and_on_the_plan_and_asks_nothing_else(
    client: Client,
) -> None:
    tell(mobility="B", home={"country": "GB"})
    tap(client, "news", news="something")
    answer = client.post(reverse("check-in-step", args=["signs"]), {"signs": ["chest_pain_now"]})
    for page in (answer, client.get(reverse("today")), client.get(reverse("plan"))):
        text = page.content.decode()
        assert 'href="tel:999"' in text
        assert "Call 999. If that fails, call 112." in text
        assert "Answer first" not in text


@pytest.mark.parametrize(
    ("told", "last_word"),
    [
        ({"new_symptom": True}, True),
        ({"new_symptom": False}, False),
        ({"signs": ["chest_pain_now"]}, True),
        ({"signs": ["missed_baclofen"], "new_symptom": False}, True),
        ({"signs": ["fever"], "new_symptom": False}, False),
        ({}, None),
    ],
)
def test_the_last_word_on_something_new_outlives_its_check_in_until_a_later_one_says_another(
    client: Client, *, told: dict[str, Any], last_word: bool | None
) -> None:
    def word() -> bool | None:
        return None if "today.new_symptom" in me().unanswered else today().new_symptom

    save_check_in(by=local_actor(), answers=told)
    with time_machine.travel(NOON + timedelta(hours=20), tick=False):
        assert word() is last_word
        assert today().feeling_ill, "the rest of the day is asked anew"
        tap(client, "news", news="something")
        assert word() is last_word
        tap(client, "symptom", new_symptom="no")
        tap(client, "helper", helper="none")
        assert word() is False


@pytest.mark.parametrize(("after_ms", "is_taken"), [(0, False), (499, False), (500, True)])
def test_the_other_half_of_a_double_tap_answers_nothing(
    client: Client, *, after_ms: int, is_taken: bool
) -> None:
    tell(screen={"sedating_medicine": False})
    tap(client, "news", news="nothing")
    page = client.get(reverse("check-in-step", args=["energy"])).content.decode()
    (shown,) = re.findall(r'name="shown" value="(\d+)"', page)
    with time_machine.travel(NOON + timedelta(milliseconds=after_ms), tick=False):
        assert tap(client, "energy", energy="5", shown=shown) == ("helper" if is_taken else "energy")
        tap(client, "helper", helper="none")
        assert (today().energy == 5) == is_taken


@pytest.mark.parametrize("shown", ["", "now", "-1", "9" * 40])
def test_a_time_that_is_none_holds_nobody_up(client: Client, shown: str) -> None:
    assert tap(client, "news", news="nothing", shown=shown) == "energy"


@pytest.mark.parametrize("step", ["news", "energy", "helper", "pain"])
def test_a_tap_that_says_nothing_is_asked_again(client: Client, step: str) -> None:
    answer = client.post(reverse("check-in-step", args=[step]), {"energy": "lots"})
    assert answer.status_code == 422
    assert "Nothing was lost." in answer.content.decode()


def test_a_step_that_is_not_there_is_not_found(client: Client) -> None:
    assert client.get("/you/check-in/mood/").status_code == 404


def test_the_five_faces_carry_words(client: Client) -> None:
    page = client.get(reverse("check-in-step", args=["energy"])).content.decode()
    assert page.count("<svg") == 5
    assert all(word in page for word in ("Empty", "Low", "Half", "Good", "Full"))
