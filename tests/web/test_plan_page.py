"""The week's page: changing an item, taking it back, and taking the week along."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from handrail.catalogue.loader import load_catalogue
from handrail.web.accounts.middleware import local_actor
from handrail.web.plans import actions, queries
from handrail.web.plans.models import PlanEdit
from handrail.web.profile.actions import save_answers, save_check_in
from handrail.web.profile.queries import person_for, profile_of
from tests.web.answers import CALM
from tests.web.test_plans import STEADY

pytestmark = [pytest.mark.django_db(databases=["default", "community"]), pytest.mark.usefixtures("told")]

MOMENT = "Soup time"


@pytest.fixture
def told() -> None:
    actor = local_actor()
    save_answers(by=actor, part=STEADY, seen=profile_of(actor).version)
    save_check_in(by=actor, answers=CALM)


def slugs_today() -> list[str]:
    today = timezone.localdate()
    stored = actions.current_plan(by=local_actor(), person=person_for(local_actor(), today), today=today)
    return [item.exercise for bout in queries.as_plan(stored).days[0].bouts for item in bout.items]


def form_of(client: Client, kind: str) -> dict[str, str]:
    """What the first button of a kind on the page sends."""
    html = client.get(reverse("plan")).content.decode()
    forms = re.findall(r'<form method="post" action="/plan/edit/".*?</form>', html, re.DOTALL)
    form = next(form for form in forms if f'value="{kind}' in form)
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    change = next(
        value for value in re.findall(r'name="change" value="([^"]*)"', form) if value.startswith(kind)
    )
    return {name: unescape(value) for name, value in {**hidden, "change": change}.items()}


def send(client: Client, form: dict[str, str]) -> str:
    answer = client.post(reverse("edit-plan"), form, follow=True)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


@pytest.mark.parametrize("kind", ["swap", "easier"])
def test_given_a_week_when_an_item_is_changed_then_the_new_one_stands_there_and_undo_brings_it_back(
    client: Client, kind: str
) -> None:
    before, form = slugs_today(), form_of(client, kind)
    other = form["change"].partition(" ")[2]
    page = send(client, form)
    assert f"Done: “{load_catalogue()[form['exercise']].name}”" in page
    assert other in slugs_today()
    undo = re.search(r'action="(/plan/undo/[^"]+)"', page)
    assert undo
    assert "Undone:" in unescape(client.post(undo[1], follow=True).content.decode())
    assert slugs_today() == before


def test_given_a_double_tap_then_the_change_is_made_once(client: Client) -> None:
    form = form_of(client, "swap")
    send(client, form)
    send(client, form)
    assert PlanEdit.objects.count() == 1


def test_given_an_item_that_is_not_for_somebody_then_it_leaves_every_plan_until_they_have_it_again(
    client: Client,
) -> None:
    form = form_of(client, "not_for_me")
    send(client, form)
    assert form["exercise"] not in slugs_today()
    client.post(reverse("have-again", args=[form["exercise"]]))
    assert form["exercise"] in slugs_today()


@pytest.mark.parametrize(
    ("differs", "says"),
    [
        ({"change": "fly"}, "We could not read that change."),
        ({"day": "someday"}, "We could not read that change."),
        ({"day": "2020-01-01"}, "That day is over."),
        ({"exercise": "one-leg-stance-no-hands"}, "It is no longer planned there."),
        ({"change": "swap foam-stance-eyes-closed-hip-wide"}, "Not swapped:"),
        ({"change": "move 2020-01-01 Soup time"}, "That day is over."),
    ],
)
def test_given_a_change_that_cannot_be_then_a_sentence_says_so_and_the_week_is_as_it_was(
    client: Client, differs: dict[str, str], says: str
) -> None:
    before, form = slugs_today(), form_of(client, "swap")
    answer = client.post(reverse("edit-plan"), {**form, **differs})
    assert answer.status_code == 422
    assert says in unescape(answer.content.decode())
    assert slugs_today() == before
    assert not PlanEdit.objects.exists()


def test_given_an_older_change_when_it_is_undone_then_the_last_one_has_to_go_first(client: Client) -> None:
    send(client, form_of(client, "swap"))
    first = PlanEdit.objects.get()
    send(client, form_of(client, "not_for_me"))
    answer = client.post(reverse("undo-edit", args=[first.id]))
    assert answer.status_code == 422
    assert "Undo the last one first." in answer.content.decode()


def test_given_a_week_when_it_goes_into_a_calendar_then_it_says_when_and_not_what(client: Client) -> None:
    answer = client.get(reverse("calendar"))
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    text = answer.content.decode()
    lines = text.split("\r\n")
    assert "\n" not in "".join(lines)
    assert all(len(line.encode()) <= 75 for line in lines)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 7
    assert {line for line in lines if line.startswith("SUMMARY")} == {"SUMMARY:Handrail"}
    assert MOMENT not in text  # a name of one's own could tell too much
    assert len({line for line in lines if line.startswith("UID:")}) == 7
    again = client.get(reverse("calendar")).content.decode()
    assert [line for line in again.split("\r\n") if line.startswith("UID:")] == [
        line for line in lines if line.startswith("UID:")
    ]
