"""Somebody without Git proposes an exercise: a form, what to mend, a file."""

from __future__ import annotations

import html
import re
import tomllib
from typing import Any
from urllib.parse import unquote

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from handrail.catalogue.loader import load_catalogue
from handrail.web.library.forms import ProposalForm, words_of

pytestmark = pytest.mark.django_db(databases=["default", "community"])

CATALOGUE = load_catalogue()
LIKE = CATALOGUE["mini-squat-two-hands"]
FILLED_IN: dict[str, Any] = {
    **words_of(LIKE),
    "name": "Squat with a pause",
    "synonyms": "pause squat\nsquat and wait\nhalf sit and wait\n\nwait in the squat",
    "hold_s": "3 to 5",
    "lever": "length",
    "source_kind": "proposal",
    "source": "our own proposal",
}


def send(client: Client, **differs: Any) -> HttpResponse:
    data = {key: value for key, value in {**FILLED_IN, **differs}.items() if value not in (None, False)}
    return client.post(reverse("propose"), data)  # type: ignore[return-value]


def test_the_form_starts_from_an_exercise_that_is_like_it(client: Client) -> None:
    page = client.get(reverse("propose"), {"like": LIKE.slug}).content.decode()
    assert html.escape(LIKE.steps[0]) in page
    assert f'value="{LIKE.slug}" selected' in page


@pytest.mark.parametrize("query", [{}, {"like": "moonwalk"}])
def test_the_form_opens_empty_too(client: Client, query: dict[str, str]) -> None:
    assert client.get(reverse("propose"), query).status_code == 200


def test_a_right_one_becomes_a_file_to_save(client: Client) -> None:
    answer = send(client)
    page = answer.content.decode()
    assert answer.status_code == 200
    address = re.search(r'download="squat-with-a-pause.toml" href="data:[^,]*,([^"]*)"', page)
    assert address is not None
    told = tomllib.loads(unquote(address[1]))
    assert told["name"] == "Squat with a pause"
    assert told["synonyms"] == ["pause squat", "squat and wait", "half sit and wait", "wait in the squat"]
    assert told["dose"] == {"hold_s": [3, 5]}
    assert told["steps"] == list(LIKE.steps)


@pytest.mark.parametrize(
    ("differs", "said"),
    [
        ({"name": LIKE.movement}, "There is an exercise of that name"),
        ({"name": "膝"}, "Write it in Latin letters"),
        ({"name": ""}, "This field is required"),
        ({"steps": "Squat."}, "It has 1 steps; say it in 2 to 5."),
        ({"eyes": "closed"}, "Its helper is at least"),
        ({"hold_s": "12 to 3"}, "Write one number, or the least and the most"),
        ({"hold_s": "a while"}, "Write one number, or the least and the most"),
        ({"reps": "500"}, "no source allows more than 30"),
        ({"easier": "moonwalk"}, "Select a valid choice"),
        ({"aim": "It cures you."}, "is banned"),
        ({"synonyms": "\n"}, "This field is required"),
    ],
)
def test_what_is_to_mend_is_said_and_nothing_is_lost(
    client: Client, differs: dict[str, Any], said: str
) -> None:
    answer = send(client, **differs)
    page = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert said in page
    assert "half sit and wait" in page or "synonyms" in differs


def test_every_field_stands_in_a_group() -> None:
    form = ProposalForm(CATALOGUE)
    shown = [field.name for group in form.groups for field in group.fields]
    assert sorted(shown) == sorted(form.fields)
