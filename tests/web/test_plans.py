"""Today and the week: what is planned, why, and what is not."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import msgspec
import pytest
import time_machine
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from handrail.catalogue.loader import load_catalogue
from handrail.planner.check import check_plan
from handrail.web.accounts.middleware import local_actor
from handrail.web.plans import actions, queries
from handrail.web.plans.models import StoredPlan
from handrail.web.profile.actions import save_answers, save_check_in
from handrail.web.profile.queries import person_for, profile_of
from tests.web.answers import CALM, NO_FALLS, NOTHING_APPLIES
from tests.web.logged import logged

pytestmark = pytest.mark.django_db(databases=["default", "community"])

EVERY_DAY = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
STEADY: dict[str, Any] = {
    "mobility": "B",
    "falls": NO_FALLS,
    "screen": NOTHING_APPLIES,
    "balance": {"falls_when_eyes_close": True},
    "goals": ["steadier_standing", "stronger_legs"],
    "home": {"places": ["kitchen_bench", "chair"], "equipment": []},
    "moments": [
        {"name": "Soup time", "place": "kitchen_bench", "days": EVERY_DAY, "minutes": 10, "helper": "none"}
    ],
}


@pytest.fixture
def steady() -> None:
    _tell(STEADY)
    save_check_in(by=local_actor(), answers=CALM)


def _tell(part: dict[str, Any]) -> None:
    save_answers(by=local_actor(), part=part, seen=profile_of(local_actor()).version)


def _html(client: Client, name: str) -> str:
    return client.get(reverse(name)).content.decode()


def _plan() -> StoredPlan:
    today = timezone.localdate()
    return actions.current_plan(by=local_actor(), person=person_for(local_actor(), today), today=today)


def test_given_nothing_told_when_today_opens_then_it_shows_three_steps(client: Client) -> None:
    page = _html(client, "today")
    assert "Three steps to your first session" in page
    assert reverse("intake-walking") in page


def test_given_no_check_in_when_today_opens_then_it_asks_how_they_are(client: Client) -> None:
    _tell(STEADY)
    assert reverse("check-in") in _html(client, "today")
    assert "Start" not in _html(client, "today")


@pytest.mark.usefixtures("steady")
def test_given_a_check_in_when_today_opens_then_a_session_can_start(client: Client) -> None:
    assert reverse("session", args=[timezone.localdate(), 0]) in _html(client, "today")


def test_given_an_old_check_in_when_the_week_opens_then_today_waits_for_it_and_the_other_days_are_planned(
    client: Client,
) -> None:
    _tell(STEADY)
    with time_machine.travel(timezone.now() - timedelta(hours=20)):
        save_check_in(by=local_actor(), answers=CALM)
    page = _html(client, "plan")
    days = queries.as_plan(_plan()).days
    assert [bool(day.bouts[0].items) for day in days] == [False] + [True] * 6
    assert "Check in to open today" in page
    assert "Answer first" not in page


def test_given_no_check_in_ever_when_the_week_opens_then_it_says_what_to_answer(client: Client) -> None:
    _tell(STEADY)
    page = _html(client, "plan")
    assert not any(bout.items for day in queries.as_plan(_plan()).days for bout in day.bouts)
    assert re.search(rf'Answer first.*href="{reverse("check-in")}">Check in<', page, re.DOTALL)
    assert "Check in to open today" not in page, "one button is enough"


def test_given_lines_left_open_when_the_week_opens_then_it_leads_to_the_page_that_asks_them(
    client: Client,
) -> None:
    _tell({**STEADY, "screen": {}})
    save_check_in(by=local_actor(), answers=CALM)
    page = _html(client, "plan")
    assert re.search(rf'href="{reverse("intake-readiness")}">Tell about your body', page)


@pytest.mark.usefixtures("steady")
def test_given_an_exercise_done_today_when_today_opens_then_that_one_says_so(client: Client) -> None:
    first, second, *_ = queries.as_plan(_plan()).days[0].bouts[0].items
    assert "Done today" not in _html(client, "today")
    calm: dict[str, Any] = {
        "fall": False,
        "near_fall": False,
        "touches": 0,
        "form_ok": True,
        "effort": 4,
        "pain": 0,
    }
    logged(exercise=first.exercise, **calm)
    logged(exercise=second.exercise, **{**calm, "done": "none"})
    logged(exercise=second.exercise, days_ago=1, **calm)
    lines = re.findall(r"<li>(.*?)</li>", _html(client, "today"))
    assert [load_catalogue()[first.exercise].name in line for line in lines if "Done today" in line] == [True]


@pytest.mark.usefixtures("steady")
def test_given_a_day_for_rest_when_today_opens_then_it_leads_to_no_game(client: Client) -> None:
    assert reverse("game") in _html(client, "today")
    save_check_in(by=local_actor(), answers={**CALM, "feeling_ill": True})
    assert reverse("game") not in _html(client, "today")


def test_given_nothing_told_when_the_week_opens_then_it_plans_nothing_and_says_what_to_answer(
    client: Client,
) -> None:
    page = _html(client, "plan")
    assert "Answer first" in page
    assert not re.search(r"About \d", page)


@pytest.mark.usefixtures("steady")
def test_given_a_plan_when_the_week_opens_then_each_exercise_says_why_it_is_there(client: Client) -> None:
    page = _html(client, "plan")
    plan = queries.as_plan(_plan())
    texts = {
        reason.text
        for day in plan.days
        for bout in day.bouts
        for item in bout.items
        for reason in item.reasons
    }
    assert texts
    assert all(escape(text) in page for text in texts)


@pytest.mark.usefixtures("steady")
def test_given_exercises_left_out_when_the_week_opens_then_each_says_why(client: Client) -> None:
    page = _html(client, "plan")
    left_out = queries.as_plan(_plan()).left_out
    assert left_out
    assert all(load_catalogue()[left.exercise].slug in page for left in left_out)


@pytest.mark.parametrize("page", ["today", "plan"])
@pytest.mark.usefixtures("steady")
def test_given_a_plan_when_it_is_shown_then_it_says_that_no_clinician_reviewed_it(
    client: Client, page: str
) -> None:
    assert "No clinician has reviewed this plan." in _html(client, page)


@pytest.mark.usefixtures("steady")
def test_given_the_same_answers_when_the_plan_is_asked_for_again_then_it_is_not_made_anew() -> None:
    assert _plan().made == _plan().made


@pytest.mark.usefixtures("steady")
def test_given_a_new_check_in_when_the_plan_is_asked_for_then_it_is_made_anew() -> None:
    before = _plan()
    save_check_in(by=local_actor(), answers={**CALM, "feeling_ill": True})
    after = _plan()
    assert before.told != after.told
    assert all(not bout.items for bout in queries.as_plan(after).days[0].bouts)


@pytest.mark.usefixtures("steady")
def test_given_rules_that_changed_since_when_a_session_asks_for_its_bout_then_there_is_none() -> None:
    _plan()
    StoredPlan.objects.update(told="made with other rules")
    assert queries.bout_for(local_actor(), timezone.localdate(), 0) is None


@pytest.mark.usefixtures("steady")
def test_given_a_plan_when_a_session_asks_for_its_bout_then_it_gets_what_today_shows() -> None:
    bouts = queries.as_plan(_plan()).days[0].bouts
    assert queries.bout_for(local_actor(), timezone.localdate(), 0) == bouts[0]
    assert queries.bout_for(local_actor(), timezone.localdate(), 99) is None


@pytest.mark.usefixtures("steady")
def test_given_an_answer_that_changed_when_a_session_asks_for_its_bout_then_there_is_none() -> None:
    _plan()
    save_check_in(by=local_actor(), answers={**CALM, "new_symptom": True})
    assert queries.bout_for(local_actor(), timezone.localdate(), 0) is None


@pytest.mark.usefixtures("steady")
def test_given_a_stored_plan_when_it_is_read_then_the_checker_finds_nothing() -> None:
    plan = queries.as_plan(_plan())
    assert check_plan(plan, person_for(local_actor(), timezone.localdate()), load_catalogue()) == ()


@pytest.mark.usefixtures("steady")
def test_given_a_plan_with_a_fault_when_it_is_shown_then_nothing_of_it_is(client: Client) -> None:
    stored = _plan()
    empty = replace(queries.as_plan(stored), days=())
    StoredPlan.objects.update(plan=msgspec.to_builtins(empty), faults=["An item is too long."])
    page = _html(client, "plan")
    assert "We show no plan just now" in page
    assert not re.search(r"About \d", page)
    assert queries.bout_for(local_actor(), timezone.localdate(), 0) is None


@pytest.mark.usefixtures("steady")
def test_given_three_moments_when_the_week_opens_then_it_asks_the_database_no_more_than_for_one(
    client: Client,
) -> None:
    first, one = _counted(client), _counted(client)
    assert one <= first
    moments = [{**STEADY["moments"][0], "name": name} for name in ("Morning", "Noon", "Night")]
    _tell({"moments": moments})
    _counted(client)
    assert _counted(client) == one


def _counted(client: Client) -> int:
    with CaptureQueriesContext(connections["default"]) as captured:
        _html(client, "plan")
    return len(captured)


@pytest.mark.usefixtures("steady")
def test_given_a_moment_named_in_markup_when_it_is_shown_then_it_is_inert(client: Client) -> None:
    hostile = "<script>alert(1)</script>"
    _tell({"moments": [{**STEADY["moments"][0], "name": hostile}]})
    assert hostile not in _html(client, "plan") + _html(client, "today")


@pytest.mark.usefixtures("steady")
@pytest.mark.parametrize(
    ("exercise", "says"),
    [
        ("foam-stance-eyes-closed-hip-wide", "somebody standing at"),
        ("one-leg-stance-no-hands", "It comes once the easier steps have gone well"),
    ],
)
def test_given_a_moment_when_somebody_asks_why_not_then_it_is_answered(
    client: Client, settings: Any, exercise: str, says: str
) -> None:
    settings.PLANNER_PATIENCE_S = 60
    page = reverse("why-not", args=[exercise])
    assert "Soup time" in client.get(page).content.decode()
    answer = client.get(page, {"at": f"{timezone.localdate()} Soup time"})
    assert says in answer.content.decode()


@pytest.mark.usefixtures("steady")
def test_given_no_such_moment_when_somebody_asks_why_not_then_it_says_so(client: Client) -> None:
    page = reverse("why-not", args=["one-leg-stance-no-hands"])
    for told, says in ((f"{timezone.localdate()} Tea", "You have no such moment"), ("x", "could not read")):
        answer = client.get(page, {"at": told})
        assert answer.status_code == 422
        assert says in answer.content.decode()
        assert "Soup time" in answer.content.decode()
