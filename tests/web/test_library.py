"""The library: light, complete, and honest about today."""

from __future__ import annotations

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from handrail.catalogue.loader import load_catalogue
from handrail.catalogue.model import Exercise
from handrail.catalogue.words import Eyes, Purpose, Surface
from handrail.figure.files import has_figure
from handrail.person.words import Goal, Place, Support
from handrail.web.accounts.middleware import local_actor
from handrail.web.profile.actions import save_answers

pytestmark = pytest.mark.django_db(databases=["default", "community"])

CATALOGUE = load_catalogue()
FOAM_EYES_CLOSED = next(one for one in CATALOGUE if one.surface is Surface.FOAM and one.eyes is Eyes.CLOSED)
DRAWN = next(one for one in CATALOGUE if has_figure(one))


def page_of(client: Client, exercise: Exercise) -> str:
    return client.get(reverse("exercise", args=[exercise.slug])).content.decode()


def test_the_list_names_every_exercise_in_at_most_60_kb(client: Client) -> None:
    page = client.get(reverse("library")).content
    assert len(page) <= 60_000
    assert all(reverse("exercise", args=[exercise.slug]) in page.decode() for exercise in CATALOGUE)


def test_the_list_asks_the_database_only_who_acts(client: Client) -> None:
    client.get(reverse("library"))
    with CaptureQueriesContext(connections["default"]) as asked:
        client.get(reverse("library"))
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"purpose": "gait"}, lambda exercise: exercise.purpose is Purpose.GAIT),
        ({"place": "bed"}, lambda exercise: Place.BED in exercise.places),
        ({"place": "moon", "purpose": ""}, lambda _exercise: True),
    ],
)
def test_plain_links_show_only_some(client: Client, query: dict[str, str], shown: object) -> None:
    page = client.get(reverse("library"), query).content.decode()
    for exercise in CATALOGUE:
        assert (reverse("exercise", args=[exercise.slug]) in page) == shown(exercise)  # type: ignore[operator]


@pytest.mark.parametrize("exercise", list(CATALOGUE)[::15], ids=lambda exercise: exercise.slug)
def test_an_exercise_says_how_when_to_stop_and_on_what_ground(client: Client, exercise: Exercise) -> None:
    page = page_of(client, exercise)
    for heading in ("How to do it", "Stop when", "Sources", "You are here"):
        assert heading in page


def test_every_exercise_opens(client: Client) -> None:
    for exercise in CATALOGUE:
        assert client.get(reverse("exercise", args=[exercise.slug])).status_code == 200


def test_before_the_first_answer_an_exercise_asks_for_it(client: Client) -> None:
    assert reverse("intake-walking") in page_of(client, FOAM_EYES_CLOSED)


def test_an_exercise_that_does_not_fit_says_why_and_names_one_that_does(client: Client) -> None:
    calm = dict.fromkeys(
        (
            *("heart_lung", "chest_pain", "faint_or_dizzy", "new_symptoms_30_days", "fragile_bones"),
            *("relapse_or_steroids_3_months", "joint_or_surgery_12_months", "sedating_medicine"),
            *("device_sore_or_numb_feet", "heat_sensitive", "vision_or_vertigo", "neck_shock_or_spasms"),
            *("needs_help_with_instructions", "pregnant_or_other_condition", "supervised_only"),
        ),
        False,
    )
    falls = {"past_12_months": 0, "past_6_months": 0, "injured": False, "near_falls_past_month": 0}
    part = {
        "mobility": "B",
        "screen": calm,
        "falls": {**falls, "can_rise_alone": True},
        "balance": {"falls_when_eyes_close": False},
        "home": {"places": ["kitchen_bench", "corner"], "equipment": ["foam"]},
    }
    save_answers(by=local_actor(), part=part, seen=0)
    page = page_of(client, FOAM_EYES_CLOSED)
    assert "Not for you as things stand" in page
    assert "Nearest that fits" in page


def test_a_drawing_is_served_as_svg(client: Client) -> None:
    address = reverse("exercise-still", args=[DRAWN.slug])
    assert address in page_of(client, DRAWN)
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert answer.content.startswith(b"<svg")


@pytest.mark.parametrize("address", ["/library/no-such/", "/library/no-such/still.svg", "/library/%00/"])
def test_what_is_not_in_the_library_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


# ---- search and shelves


def test_a_search_in_lay_words_finds_exercises_and_says_whether_they_are_open(client: Client) -> None:
    page = client.get(reverse("library"), {"q": "my calves are tight"}).content.decode()
    assert "calf-stretch" in page
    assert 'value="my calves are tight"' in page


def test_a_search_without_an_answer_says_what_to_try(client: Client) -> None:
    page = client.get(reverse("library"), {"q": "<b>zzz</b>"}).content.decode()
    assert "Nothing is like" in page
    assert "<b>zzz" not in page


def test_a_goal_shows_its_ladders_in_its_own_order(client: Client) -> None:
    page = client.get(reverse("library"), {"goal": "turning"}).content.decode()
    names = [CATALOGUE.ladders[slug].name for slug in CATALOGUE.goals[Goal.TURNING]]
    places = [page.index(f"<h2>{name}</h2>") for name in names]
    assert places == sorted(places)


def test_a_support_shows_only_what_is_held_like_that(client: Client) -> None:
    page = client.get(reverse("library"), {"support": "lying"}).content.decode()
    for exercise in CATALOGUE:
        shown = reverse("exercise", args=[exercise.slug]) in page
        assert shown == (exercise.support is Support.LYING)


# ---- the drawing


def test_the_drawing_moves_on_its_own_and_inside_the_page(client: Client) -> None:
    address = reverse("exercise-moving", args=[DRAWN.slug])
    alone = client.get(address)
    assert alone["Content-Type"] == "image/svg+xml"
    inside = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "<svg" in inside
    assert "Hold it still" in inside
    assert "Show it moving" in client.get(reverse("exercise-held", args=[DRAWN.slug])).content.decode()


def test_an_exercise_without_a_drawing_has_no_picture(client: Client) -> None:
    undrawn = next((one for one in CATALOGUE if not has_figure(one)), None)
    if undrawn is not None:
        assert client.get(reverse("exercise-moving", args=[undrawn.slug])).status_code == 404
        assert "Show it moving" not in page_of(client, undrawn)
