"""What a device keeps for the coming week, and the check-ins that it takes by itself."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from uuid6 import uuid7

from handrail.web.accounts.middleware import local_actor
from handrail.web.practice.models import SessionRecord
from handrail.web.profile.actions import save_answers
from handrail.web.profile.models import CheckIn
from handrail.web.profile.queries import current_check_in, profile_of
from tests.web.player.stage import at_home

pytestmark = pytest.mark.django_db(databases=["default", "community"])

CALM = {
    "feeling_ill": False,
    "new_symptom": False,
    "falls_since_last": 0,
    "pain": 1,
    "energy": 7,
    "helper": "none",
}


def week(client: Client) -> dict[str, str]:
    """The sessions of the coming week with their kept pages, after a look at Today."""
    at_home()
    client.get("/")
    pages: dict[str, str] = client.get("/api/week/").json()["pages"]
    return pages


def tell(client: Client, **differs: Any) -> Any:
    report = {"id": str(uuid7()), "told": timezone.now().isoformat(), "answers": CALM, **differs}
    return client.post("/api/check-ins/", json.dumps([report]), content_type="application/json")


def test_the_week_is_every_session_from_today_on(client: Client) -> None:
    days = [path.split("/")[2] for path in week(client)]
    assert days[0] == str(timezone.localdate())
    assert len(set(days)) == 7


def test_before_any_plan_nothing_is_kept(client: Client) -> None:
    assert client.get("/api/week/").json() == {"pages": {}}


def test_a_kept_page_of_another_day_asks_how_somebody_is_then(client: Client) -> None:
    pages = week(client)
    CheckIn.objects.all().delete()
    shown = client.get(list(pages.values())[-1]).content.decode()
    data = json.loads(shown.partition('type="application/json">')[2].partition("</script>")[0])
    assert data["known"]["told"].startswith("1970")
    assert data["known"]["facts"]["feeling_ill"] is True
    assert data["form"]["news"]["name"] == "news"
    assert [question["name"] for question in data["form"]["always"]] == ["energy", "helper"]


def test_only_the_session_may_ask_for_a_microphone(client: Client) -> None:
    page = next(iter(week(client)))
    assert "microphone=(self)" in client.get(page).headers["Permissions-Policy"]
    assert "microphone=()" in client.get("/plan/").headers["Permissions-Policy"]


def test_a_page_that_is_not_of_the_week_says_where_to_go(client: Client) -> None:
    week(client)
    response = client.get(f"/session/{timezone.localdate() + timedelta(days=30)}/0/kept/")
    assert response.status_code == 404
    assert "Go to Today" in response.content.decode()


def test_a_check_in_from_a_device_counts_like_any_other(client: Client) -> None:
    assert tell(client).json() == {"stored": 1}
    check_in = current_check_in(local_actor())
    assert check_in is not None
    assert check_in.answers["energy"] == 7


def test_a_check_in_that_is_sent_twice_is_stored_once_and_counts_its_fall_once(client: Client) -> None:
    at_home()
    before = profile_of(local_actor()).answers["falls"]["past_6_months"]
    report = {"id": str(uuid7()), "answers": {**CALM, "falls_since_last": 1}, "injured": True}
    assert tell(client, **report).json() == {"stored": 1}
    assert tell(client, **report).json() == {"stored": 0}
    falls = profile_of(local_actor()).answers["falls"]
    assert falls["past_6_months"] == before + 1
    assert falls["injured"] is True


def test_a_stay_in_hospital_told_to_a_device_asks_for_the_lines_again(client: Client) -> None:
    at_home()
    report = {"id": str(uuid7()), "restarted": True}
    assert [tell(client, **report).json()["stored"] for _ in range(2)] == [1, 0]
    answers = profile_of(local_actor()).answers
    assert (answers["restarted"], answers["screened"]) == (str(timezone.localdate()), None)
    assert week(client) == {}


def test_one_that_arrives_after_the_lines_were_read_again_asks_no_more(client: Client) -> None:
    at_home()
    today = timezone.localdate()
    save_answers(by=local_actor(), part={"screened": str(today)}, seen=profile_of(local_actor()).version)
    told = timezone.now() - timedelta(days=2)
    tell(client, told=told.isoformat(), restarted=True)
    answers = profile_of(local_actor()).answers
    assert (answers["restarted"], answers["screened"]) == (str(timezone.localdate(told)), str(today))
    assert week(client)


def test_a_check_in_from_a_clock_that_runs_ahead_is_of_now(client: Client) -> None:
    tell(client, told=(timezone.now() + timedelta(days=3)).isoformat())
    assert CheckIn.objects.get().created <= timezone.now()


def test_an_old_check_in_that_arrives_late_is_kept_under_its_day_and_does_not_speak_for_now(
    client: Client,
) -> None:
    tell(client, told=(timezone.now() - timedelta(days=2)).isoformat())
    assert CheckIn.objects.get().day == timezone.localdate() - timedelta(days=2)
    assert current_check_in(local_actor()) is None


@pytest.mark.parametrize("answers", [{"energy": 11}, {"helper": "a dog"}, {"signs": ["moonlight"]}, "calm"])
def test_a_check_in_that_cannot_be_right_is_refused_whole_with_a_sentence(
    client: Client, answers: object
) -> None:
    response = tell(client, answers=answers)
    assert response.status_code == 422
    assert response.json()["error"]
    assert not CheckIn.objects.exists()


def test_a_session_opened_as_kept_and_as_played_may_differ_but_each_is_one_record(client: Client) -> None:
    address, kept = next(iter(week(client).items()))
    for path in (address, kept, address, kept):
        client.get(path)
    assert SessionRecord.objects.count() <= 2


def test_of_two_check_ins_of_which_one_cannot_be_right_none_is_stored(client: Client) -> None:
    now = timezone.now().isoformat()
    reports = [
        {"id": str(uuid7()), "told": now, "answers": answers} for answers in (CALM, {"signs": ["moonlight"]})
    ]
    response = client.post("/api/check-ins/", json.dumps(reports), content_type="application/json")
    assert response.status_code == 422
    assert not CheckIn.objects.exists()
