"""The week as a person changes it, takes changes back, and takes it along."""

from __future__ import annotations

from datetime import date, timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from handrail.catalogue.loader import load_catalogue
from handrail.planner.edit import EditKind
from handrail.planner.model import Plan
from handrail.web.accounts.middleware import local_actor
from handrail.web.accounts.models import Account
from handrail.web.accounts.requests import Actor
from handrail.web.plans import queries
from handrail.web.plans.models import PlanEdit
from handrail.web.profile.queries import profile_of
from tests.web.week_page import (
    Button,
    button_of,
    buttons,
    page_of,
    plan_now,
    tap,
    tell,
    undo_last,
)

pytestmark = [pytest.mark.django_db(databases=["default", "community"]), pytest.mark.usefixtures("told")]


@pytest.fixture
def told() -> None:
    tell(local_actor())


# ---- changing


@pytest.mark.parametrize(
    ("kind", "says"),
    [(EditKind.SWAP, "Done: “{0}” swapped for “{1}”."), (EditKind.EASIER, "Done: “{0}” made easier: “{1}”.")],
)
def test_given_a_week_when_an_item_becomes_another_then_the_page_shows_it_and_says_so(
    client: Client, kind: EditKind, says: str
) -> None:
    button = button_of(client, kind)
    page = unescape(tap(client, button).content.decode())
    names = [load_catalogue()[slug].name for slug in (button.exercise, button.other)]
    assert says.format(*names) in page
    assert f"“{names[0]}”" in page
    assert button.stands(plan_now(), button.other)
    assert not button.stands(plan_now(), button.exercise)


def test_given_a_week_when_an_item_moves_then_it_stands_in_the_other_moment(client: Client) -> None:
    button = button_of(client, EditKind.MOVE)
    page = unescape(tap(client, button).content.decode())
    to_day, _, moment = button.other.partition(" ")
    assert f"moved to {date.fromisoformat(to_day):%A}, {moment}." in page
    there = Button(button.sends | {"day": to_day, "moment": moment}, "")
    assert there.stands(plan_now(), button.exercise)
    assert not button.stands(plan_now(), button.exercise)


def test_given_a_week_when_its_buttons_are_tapped_then_none_is_refused(client: Client) -> None:
    for kind in EditKind:
        for button in buttons(client, kind)[:3]:
            assert tap(client, button).status_code == 200, button
            undo_last(client)


def test_given_a_change_when_it_is_undone_then_the_week_is_as_it_was(client: Client) -> None:
    before = plan_now()
    tap(client, button_of(client, EditKind.SWAP))
    assert plan_now() != before
    page = undo_last(client).content.decode()
    assert "Undone: " in page
    assert plan_now() == before


def test_given_two_changes_when_they_are_undone_then_the_last_one_goes_first(client: Client) -> None:
    tap(client, button_of(client, EditKind.SWAP))
    after_one = plan_now()
    first = PlanEdit.objects.get()
    tap(client, buttons(client, EditKind.SWAP)[-1])
    refused = client.post(reverse("undo-edit", args=[first.id]))
    assert refused.status_code == 422
    assert "That is not your last change." in refused.content.decode()
    undo_last(client)
    assert plan_now() == after_one


def test_given_a_double_tap_when_the_second_arrives_then_it_changes_nothing_more(client: Client) -> None:
    button = button_of(client, EditKind.SWAP)
    tap(client, button)
    after = plan_now()
    assert tap(client, button).status_code == 200
    assert plan_now() == after
    assert PlanEdit.objects.count() == 1
    undo_last(client)
    undone = PlanEdit.objects.get()
    again = client.post(reverse("undo-edit", args=[undone.id]), follow=True)
    assert again.status_code == 200
    assert PlanEdit.objects.get().undone == undone.undone


# ---- what cannot be


FORGED: list[tuple[str, dict[str, str], str]] = [
    ("nothing at all", {"change": ""}, "We could not read that change."),
    ("a change that does not exist", {"change": "harder x"}, "We could not read that change."),
    ("an exercise that does not exist", {"exercise": "no-such"}, "We could not read that change."),
    ("another that does not exist", {"change": "swap no-such"}, "We could not read that change."),
    ("a day that is none", {"day": "soon"}, "We could not read that change."),
    ("a move to nowhere", {"change": "move 2026 x"}, "We could not read that change."),
    ("a day that is over", {"day": "2020-02-02"}, "That day is over."),
    ("a day that is far", {"day": "2199-02-02"}, "It is no longer planned there."),
    ("a moment of nobody", {"moment": "at noon"}, "It is no longer planned there."),
    ("a rung too hard", {"change": "swap bridge-march"}, "It comes once the easier steps"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "differs", "says"), FORGED)
def test_given_a_change_that_no_button_sends_when_it_arrives_then_a_sentence_says_why_and_nothing_is_lost(
    client: Client, what: str, differs: dict[str, str], says: str
) -> None:
    before = plan_now()
    answer = client.post(reverse("edit-plan"), button_of(client, EditKind.SWAP).sends | differs)
    page = answer.content.decode()
    assert answer.status_code == 422, what
    assert 'role="alert"' in page
    assert says in page
    assert "Change this" in page
    assert plan_now() == before
    assert not PlanEdit.objects.exists()


@pytest.mark.parametrize("field", ["change", "day", "moment", "exercise"])
def test_given_a_change_with_a_field_missing_when_it_arrives_then_it_is_refused(
    client: Client, field: str
) -> None:
    sends = {name: value for name, value in button_of(client, EditKind.SWAP).sends.items() if name != field}
    assert client.post(reverse("edit-plan"), sends).status_code == 422


def test_given_a_page_left_open_when_its_item_is_gone_by_now_then_it_says_so(client: Client) -> None:
    swaps = buttons(client, EditKind.SWAP)
    first, second, *_ = [button for button in swaps if button.exercise == swaps[0].exercise]
    tap(client, first)
    answer = client.post(reverse("edit-plan"), second.sends)
    assert answer.status_code == 422
    assert "It is no longer planned there." in answer.content.decode()
    assert first.stands(plan_now(), first.other)


def test_given_a_change_of_nobody_when_it_is_undone_then_it_says_that_there_is_none(client: Client) -> None:
    answer = client.post(reverse("undo-edit", args=[UUID(int=7)]))
    assert answer.status_code == 422
    assert "We do not find that change." in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "args"),
    [("edit-plan", []), ("undo-edit", [UUID(int=7)]), ("have-again", ["heel-raise-two-hands"])],
)
def test_given_an_address_that_changes_when_it_is_only_opened_then_it_shows_the_week(
    client: Client, name: str, args: list[Any]
) -> None:
    assert client.get(reverse(name, args=args), follow=True).redirect_chain == [(reverse("plan"), 302)]
    assert not PlanEdit.objects.exists()


def test_given_a_swap_when_an_answer_takes_it_away_then_the_page_says_once_that_it_fits_no_more(
    client: Client,
) -> None:
    button = button_of(client, EditKind.SWAP)
    tap(client, button)
    tell(local_actor(), avoid=[button.other])
    page = unescape(page_of(client))
    assert "A change of yours does not fit any more" in page
    assert "Not swapped: " in page
    assert queries.last_edit(local_actor(), timezone.localdate()) is None
    tell(local_actor(), avoid=[button.other], likes=["heel-raise-two-hands"])
    assert "does not fit any more" not in page_of(client)


# ---- not for me


def test_given_an_exercise_not_for_me_when_it_is_said_then_no_day_has_it_until_it_is_had_again(
    client: Client,
) -> None:
    before = plan_now()
    button = button_of(client, EditKind.NOT_FOR_ME)
    page = unescape(tap(client, button).content.decode())
    name = load_catalogue()[button.exercise].name
    assert f"Done: “{name}” is not for you." in page
    assert "Not for you, 1 exercise" in page
    assert button.exercise not in _slugs(plan_now())
    assert profile_of(local_actor()).answers["avoid"] == [button.exercise]
    had_again = client.post(reverse("have-again", args=[button.exercise]), follow=True)
    assert "Not for you" not in had_again.content.decode()
    assert plan_now() == before


def test_given_not_for_me_when_it_is_undone_then_the_answer_goes_too(client: Client) -> None:
    before = plan_now()
    tap(client, button_of(client, EditKind.NOT_FOR_ME))
    undo_last(client)
    assert profile_of(local_actor()).answers["avoid"] == []
    assert plan_now() == before


def test_given_not_for_me_when_it_is_said_twice_then_it_is_one_answer(client: Client) -> None:
    button = button_of(client, EditKind.NOT_FOR_ME)
    tap(client, button)
    assert tap(client, button).status_code == 200
    tap(client, button_of(client, EditKind.SWAP))
    answer = client.post(reverse("edit-plan"), button.sends)
    assert answer.status_code == 422
    assert "is out of your plans already." in answer.content.decode()
    assert profile_of(local_actor()).answers["avoid"] == [button.exercise]


def _slugs(plan: Plan) -> set[str]:
    return {item.exercise for day in plan.days for bout in day.bouts for item in bout.items}


# ---- whose


def test_given_somebody_elses_change_when_mine_is_undone_then_theirs_stays_theirs(client: Client) -> None:
    other = Actor(Account.objects.create().id)
    tell(other)
    mine = plan_now()
    button = button_of(client, EditKind.SWAP)
    tap(client, button)
    PlanEdit.objects.update(owner=other.id)
    theirs = PlanEdit.objects.get()
    assert button.stands(plan_now(other), button.other)
    assert plan_now() == mine
    assert client.post(reverse("undo-edit", args=[theirs.id])).status_code == 422
    assert PlanEdit.objects.get().undone is None
    assert "Done: " not in client.get(reverse("plan"), {"change": str(theirs.id)}).content.decode()


# ---- how much it asks the database


def test_given_more_changes_when_the_week_opens_then_it_asks_the_database_no_more(client: Client) -> None:
    page_of(client)
    none = _counted(client)
    for _ in range(3):
        tap(client, button_of(client, EditKind.SWAP))
    assert _counted(client) == none
    assert none <= 14


def _counted(client: Client) -> int:
    with CaptureQueriesContext(connections["default"]) as captured:
        page_of(client)
    return len(captured)


def test_given_a_day_long_gone_when_a_change_of_it_is_the_last_then_there_is_nothing_to_undo(
    client: Client,
) -> None:
    tap(client, button_of(client, EditKind.SWAP))
    PlanEdit.objects.update(day=timezone.localdate() - timedelta(days=1))
    assert "your last change" not in page_of(client)
