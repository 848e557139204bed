"""Four short screens -> a person; what nobody answered is the worst case."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from handrail.person.model import Person
from handrail.person.words import Band, Equipment, Goal, HelperNear, Place, Weekday
from handrail.units import Side
from handrail.web.accounts.middleware import local_actor
from handrail.web.profile.actions import tell_fall
from handrail.web.profile.queries import person_for, profile_of

pytestmark = pytest.mark.django_db(databases=["default", "community"])

WALKING = {
    "mobility": "C",
    "falls.past_12_months": "2",
    "falls.past_6_months": "1",
    "falls.injured": "no",
    "falls.can_rise_alone": "yes",
    "falls.near_falls_past_month": "0",
    "falls.fear_limits_activity": "no",
    "balance.falls_when_eyes_close": "unsure",
}


def me() -> Person:
    return person_for(local_actor(), timezone.localdate())


def save(client: Client, screen: str, answers: dict[str, Any]) -> Any:
    version = profile_of(local_actor()).version
    return client.post(reverse(f"intake-{screen}"), {"version": version, **answers})


def test_before_any_answer_everything_is_the_worst_case() -> None:
    person = me()
    assert person.mobility is None
    assert person.screen.chest_pain
    assert not person.screen.floor_transfer_alone
    assert "screen.heart_lung" in person.unanswered
    assert "today.energy" in person.unanswered
    assert person.today.energy == 0


def test_walking_and_falls_become_the_person(client: Client) -> None:
    assert save(client, "walking", WALKING).headers["Location"] == reverse("intake-readiness")
    person = me()
    assert person.mobility is Band.C
    assert (person.falls.past_12_months, person.falls.past_6_months, person.falls.injured) == (2, 1, False)
    assert person.balance.falls_when_eyes_close, "not knowing counts as yes"
    assert "balance.falls_when_eyes_close" in person.unanswered


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"falls.past_6_months": "3"}, "You told us of more falls in 6 months than in 12 months."),
        (
            {"falls.past_12_months": "0", "falls.past_6_months": "0", "falls.injured": "yes"},
            "You told us that you were hurt in a fall, and that you did not fall.",
        ),
    ],
)
def test_answers_that_contradict_each_other_are_asked_again(
    client: Client, wrong: dict[str, str], sentence: str
) -> None:
    answer = save(client, "walking", {**WALKING, **wrong})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert me().mobility is None


def test_what_was_tapped_is_still_there_after_a_mistake(client: Client) -> None:
    page = save(client, "walking", {**WALKING, "falls.past_6_months": "3"}).content.decode()
    assert 'name="mobility" value="C" checked' in page


def test_one_tap_says_that_no_other_line_applies(client: Client) -> None:
    save(
        client,
        "readiness",
        {"applies": ["heat_sensitive"], "rest": "no", "screen.floor_transfer_alone": "yes"},
    )
    screen = me().screen
    assert screen.heat_sensitive
    assert not screen.chest_pain
    assert screen.floor_transfer_alone
    assert not {name for name in me().unanswered if name.startswith("screen.")} - {
        "screen.cleared_by_clinician"
    }


def test_without_that_tap_the_other_lines_stay_open_and_count_as_yes(client: Client) -> None:
    save(client, "readiness", {"applies": ["heat_sensitive"], "rest": "open"})
    person = me()
    assert person.screen.heat_sensitive
    assert person.screen.chest_pain
    assert "screen.chest_pain" in person.unanswered
    assert "screen.heat_sensitive" not in person.unanswered


def test_a_line_that_was_no_stays_no_when_the_rest_is_left_open(client: Client) -> None:
    save(client, "readiness", {"rest": "no"})
    save(client, "readiness", {"applies": ["chest_pain"], "rest": "open"})
    person = me()
    assert person.screen.chest_pain
    assert "screen.heart_lung" not in person.unanswered


def test_the_home_becomes_the_person(client: Client) -> None:
    told = {
        "places": ["bed", "kitchen_bench", "moon"],
        "equipment": ["foam"],
        "goals": ["turning"],
        "weaker_side": "right",
    }
    save(client, "home", told)
    person = me()
    assert person.home.places == {Place.BED, Place.KITCHEN_BENCH}
    assert person.home.equipment == {Equipment.FOAM}
    assert person.goals == (Goal.TURNING,)
    assert person.weaker_side is Side.RIGHT


def kettle(**changes: Any) -> dict[str, Any]:
    row = {
        "name": "kettle",
        "place": "kitchen_bench",
        "minutes": "4",
        "days": ["mon", "tue"],
        "helper": "in_home",
    }
    return {"rows": "1", **{f"{name}-0": value for name, value in {**row, **changes}.items()}}


@pytest.mark.parametrize(("tapped", "told"), [("NZ", "NZ"), ("", None), ("XX", None)])
def test_the_country_is_told_only_where_its_number_is_known(
    client: Client, tapped: str, told: str | None
) -> None:
    save(client, "home", {"country": tapped})
    assert me().home.country == told


def test_a_moment_becomes_the_persons(client: Client) -> None:
    assert save(client, "moments", kettle()).headers["Location"] == reverse("today")
    (moment,) = me().moments
    assert (moment.name, moment.place, moment.minutes) == ("kettle", Place.KITCHEN_BENCH, 4)
    assert moment.helper is HelperNear.IN_HOME
    assert [day.value for day in moment.days] == ["mon", "tue"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"minutes": "0"}, "“kettle” needs a number of minutes."),
        ({"minutes": "soon"}, "“kettle” needs a number of minutes."),
        ({"days": []}, "“kettle” has no day."),
        ({"name": " "}, "One moment has no name."),
    ],
)
def test_a_moment_nobody_could_use_is_asked_again(
    client: Client, wrong: dict[str, Any], sentence: str
) -> None:
    answer = save(client, "moments", kettle(**wrong))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_rows_are_added_and_taken_out_without_script_and_without_saving(client: Client) -> None:
    with_one = save(client, "moments", {"rows": "0", "add": "1"}).content.decode()
    assert 'value="while the kettle boils"' in with_one
    without = save(client, "moments", {**kettle(), "remove": "0"}).content.decode()
    assert 'value="kettle"' not in without
    assert me().moments == ()


def test_two_moments_may_not_share_a_name(client: Client) -> None:
    rows = kettle() | {name.replace("-0", "-1"): value for name, value in kettle().items() if "-0" in name}
    answer = save(client, "moments", {**rows, "rows": "2"})
    assert "Two moments are called “kettle”." in answer.content.decode()


def test_a_page_left_open_does_not_undo_a_later_answer(client: Client) -> None:
    old = profile_of(local_actor()).version
    save(client, "walking", WALKING)
    tell_fall(by=local_actor(), day=timezone.localdate(), injured=True)
    answer = client.post(reverse("intake-walking"), {**WALKING, "mobility": "A", "version": old})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Something else changed your answers" in page
    assert re.findall(r'name="(?:mobility|falls.injured)" value="(\w+)" checked', page) == ["C", "yes"]
    assert me().mobility is Band.C


def test_moments_that_were_typed_are_not_lost_when_something_else_was_saved(client: Client) -> None:
    old = profile_of(local_actor()).version
    save(client, "walking", WALKING)
    answer = client.post(reverse("intake-moments"), {**kettle(), "version": old})
    assert answer.status_code == 422
    assert 'value="kettle"' in answer.content.decode()


def test_a_new_row_that_was_left_as_it_came_is_no_moment(client: Client) -> None:
    page = save(client, "moments", {"rows": "0", "add": "99"}).content.decode()
    assert 'name="name-0" value=""' in page
    everyday = [day.value for day in Weekday]
    row = {"name-0": "", "place-0": "kitchen_bench", "minutes-0": "5", "helper-0": "none", "days-0": everyday}
    assert save(client, "moments", {**row, "rows": "1"}).status_code == 302
    assert me().moments == ()


def test_a_screen_says_what_answering_would_open(client: Client) -> None:
    save(client, "walking", {**WALKING, "balance.falls_when_eyes_close": "no"})
    page = client.get(reverse("intake-readiness")).content.decode()
    assert "16 questions here are open." in page
    assert "Answering could open up to" in page


def test_junk_in_a_form_breaks_nothing(client: Client) -> None:
    junk = {"version": "²", "rows": "99999999999", "mobility": "Z", "add": "x", "places": "\x00"}
    for screen in ("walking", "readiness", "home", "moments"):
        assert client.post(reverse(f"intake-{screen}"), junk).status_code in {200, 302, 422}
