"""The page of the game: for whom it is there, and what it may use of a phone."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from handrail.person.files import person_as_json
from handrail.web.accounts.middleware import local_actor
from handrail.web.profile.actions import save_answers, save_check_in
from handrail.web.profile.queries import profile_of
from tests.session.bouts import cook
from tests.web.answers import CALM

pytestmark = pytest.mark.django_db(databases=["default", "community"])


def told(**differs: Any) -> None:
    """Somebody fit with a bench and a chair, but for what differs."""
    answers = person_as_json(cook(**differs))
    del answers["today"]
    save_answers(by=local_actor(), part=answers, seen=profile_of(local_actor()).version)


def checked_in(**differs: Any) -> None:
    save_check_in(by=local_actor(), answers={**CALM, **differs})


def page(client: Client) -> str:
    answer = client.get("/game/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_without_a_check_in_it_asks_for_one(client: Client) -> None:
    told()
    assert "First: how are you now?" in page(client)
    assert "sway" not in page(client)


def test_a_good_day_plays_it_standing_with_both_hands(client: Client) -> None:
    told()
    checked_in()
    shown = page(client)
    assert "Shift from foot to foot, two hands" in shown
    assert "Both hands hold the kitchen bench." in shown


def test_a_hot_day_plays_it_seated_and_says_why(client: Client) -> None:
    told()
    checked_in(hot=True)
    shown = page(client)
    assert "Lean and return, one hand on the chair" in shown
    assert "Seated today, because standing is not on. It is hot today" in shown


def test_a_day_of_rest_has_no_game_and_says_what_fits(client: Client) -> None:
    told()
    checked_in(energy=1)
    shown = page(client)
    assert "Very little energy today: only stretches and breathing." in shown
    assert '<a href="/library/belly-breathing-seated/">Belly breathing, seated</a>' in shown
    assert "handrail-sway" not in shown


def test_somebody_ill_is_told_to_rest(client: Client) -> None:
    told()
    checked_in(feeling_ill=True)
    assert "Rest is the right thing for now." in page(client)


def test_only_the_game_may_feel_the_phone_and_it_may_nothing_else(client: Client) -> None:
    told()
    checked_in()
    policy = client.get("/game/").headers["Permissions-Policy"]
    assert "accelerometer=(self)" in policy
    assert "gyroscope=(self)" in policy
    assert "camera=()" in policy
    assert "microphone=()" in policy
    assert "accelerometer=()" in client.get("/").headers["Permissions-Policy"]


def test_today_leads_to_it(client: Client) -> None:
    told()
    checked_in()
    assert '<a href="/game/">Two minutes of balance, as a game</a>' in client.get("/").content.decode()
