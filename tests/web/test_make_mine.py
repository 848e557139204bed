"""Somebody's routine beside what fits this person, and saving it."""

from __future__ import annotations

import re

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from handrail.web.accounts.middleware import local_actor
from handrail.web.community import actions as community
from handrail.web.community.models import Post
from handrail.web.plans.models import SavedRoutine
from handrail.web.profile.actions import save_answers, save_check_in
from handrail.web.profile.models import KeptCard
from handrail.web.profile.queries import profile_of
from tests.web.answers import CALM, NO_FALLS, NOTHING_APPLIES

pytestmark = pytest.mark.django_db(databases=["default", "community"])

KETTLE = {"name": "Kettle", "place": "kitchen_bench", "days": ["mon", "thu"], "minutes": 10, "helper": "none"}


@pytest.fixture
def routine() -> Post:
    """The long routine of the welcome thread."""
    community.ensure_welcome_thread()
    return Post.objects.get(position=2)


def _told(mobility: str) -> None:
    home = {"places": ["kitchen_bench", "chair", "bed"], "equipment": ["foam"]}
    save_answers(
        by=local_actor(),
        part={
            "mobility": mobility,
            "falls": NO_FALLS,
            "screen": NOTHING_APPLIES,
            "balance": {"falls_when_eyes_close": True},
            "home": home,
            "moments": [KETTLE],
        },
        seen=profile_of(local_actor()).version,
    )
    save_check_in(by=local_actor(), answers=CALM)


def _page(client: Client, post: Post) -> str:
    return client.get(reverse("make-mine", args=[post.id])).content.decode()


def _right_column(page: str) -> list[str]:
    return re.findall(r"What fits you today</strong></p>(.*?)</li>", page, re.DOTALL)


def test_given_two_persons_when_they_open_the_same_post_then_what_fits_differs(
    client: Client, routine: Post
) -> None:
    _told("A")
    walking = _page(client, routine)
    _told("E")
    sitting = _page(client, routine)
    assert len(_right_column(walking)) == len(_right_column(sitting)) >= 6
    assert _right_column(walking) != _right_column(sitting)


def test_given_nobody_there_when_foam_with_closed_eyes_is_made_mine_then_it_is_not_kept(
    client: Client, routine: Post
) -> None:
    _told("A")
    foam = next(line for line in _page(client, routine).split('id="line-')[1:] if "foam" in line)
    assert "✓ Kept" not in foam


def test_given_nothing_told_when_a_post_is_opened_then_nothing_fits_and_the_way_on_is_named(
    client: Client, routine: Post
) -> None:
    page = _page(client, routine)
    assert reverse("intake-walking") in page
    assert "✓ Kept" not in page


def test_given_a_line_the_author_does_not_do_when_shown_then_it_is_struck(
    client: Client, routine: Post
) -> None:
    _told("A")
    assert re.search(r"<s>[^<]*lunges", _page(client, routine))


def test_given_a_line_when_it_does_not_fit_as_it_is_then_it_says_why(client: Client, routine: Post) -> None:
    _told("E")
    for column in _right_column(_page(client, routine)):
        assert "✓ Kept" in column or len(re.findall("<p", column)) >= 2


def test_given_what_fits_when_it_is_saved_then_it_is_a_routine_with_its_lineage(
    client: Client, routine: Post
) -> None:
    _told("B")
    response = client.post(reverse("make-mine", args=[routine.id]), {"name": "Soup", "moment": "Kettle"})
    saved = SavedRoutine.objects.get()
    assert response["Location"] == reverse("routine", args=[saved.id])
    assert (saved.post, saved.moment, saved.title) == (routine.id, "Kettle", routine.question.title)
    assert (
        f"Adapted from a post in “{routine.question.title}”."
        in client.get(response["Location"]).content.decode()
    )


def test_given_what_fits_when_it_is_saved_then_exactly_that_goes_into_the_repertoire(
    client: Client, routine: Post
) -> None:
    _told("B")
    fits = [column for column in _right_column(_page(client, routine)) if "Left out" not in column]
    client.post(reverse("make-mine", args=[routine.id]), {"name": "Soup", "moment": ""})
    assert KeptCard.objects.filter(state=KeptCard.State.KEPT).count() == len(fits) > 0


def test_given_a_saved_routine_when_the_body_changes_then_it_shows_what_fits_now(
    client: Client, routine: Post
) -> None:
    _told("A")
    client.post(reverse("make-mine", args=[routine.id]), {"name": "Soup", "moment": ""})
    address = reverse("routine", args=[SavedRoutine.objects.get().id])
    before = _right_column(client.get(address).content.decode())
    _told("E")
    assert _right_column(client.get(address).content.decode()) != before


@pytest.mark.parametrize("form", [{"name": ""}, {"name": "a" * 101}, {"name": "Soup", "moment": "Not mine"}])
def test_given_a_form_that_cannot_be_right_when_it_is_saved_then_nothing_is(
    client: Client, routine: Post, form: dict[str, str]
) -> None:
    _told("B")
    assert client.post(reverse("make-mine", args=[routine.id]), form).status_code == 422
    assert (SavedRoutine.objects.count(), KeptCard.objects.count()) == (0, 0)


def test_given_a_routine_named_in_markup_when_it_is_listed_then_it_is_inert(
    client: Client, routine: Post
) -> None:
    _told("B")
    hostile = "<script>alert(1)</script>"
    client.post(reverse("make-mine", args=[routine.id]), {"name": hostile, "moment": ""})
    assert hostile not in client.get(reverse("routines")).content.decode()


def test_given_three_routines_when_they_are_listed_then_the_database_is_asked_no_more_than_for_one(
    client: Client, routine: Post
) -> None:
    _told("B")
    counts = []
    for name in ("One", "Two", "Three"):
        client.post(reverse("make-mine", args=[routine.id]), {"name": name, "moment": ""})
        with CaptureQueriesContext(connections["default"]) as captured:
            client.get(reverse("routines"))
        counts.append(len(captured))
    assert counts[0] == counts[-1]
