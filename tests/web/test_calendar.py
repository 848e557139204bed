"""The week as a file for a calendar: it tells when, not what."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from handrail.catalogue.loader import load_catalogue
from handrail.planner.edit import EditKind
from handrail.web.accounts.middleware import local_actor
from handrail.web.plans.calendar import calendar_of, escaped, folded
from tests.web.week_page import button_of, plan_now, tap, tell

pytestmark = [pytest.mark.django_db(databases=["default", "community"]), pytest.mark.usefixtures("told")]


@pytest.fixture
def told() -> None:
    tell(local_actor())


def _read(text: str) -> list[dict[str, str]]:
    """The events of a calendar file, each as its properties, read as RFC 5545 has it."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert "VERSION:2.0" in lines
    events: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events:
            events[-1][name.partition(";")[0]] = value
    return events


def test_given_a_week_when_it_goes_to_a_calendar_then_each_moment_that_holds_something_is_one_event(
    client: Client,
) -> None:
    answer = client.get(reverse("calendar"))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "attachment" in answer["Content-Disposition"]
    assert answer["Cache-Control"] == "no-store"
    held = [f"{day.date:%Y%m%d}" for day in plan_now().days for bout in day.bouts if bout.items]
    events = _read(answer.content.decode())
    assert [event["DTSTART"] for event in events] == held
    assert {event["TRANSP"] for event in events} == {"TRANSPARENT"}
    assert len({event["UID"] for event in events}) == len(held)


def test_given_a_calendar_when_others_read_it_then_it_tells_when_and_not_what(client: Client) -> None:
    text = client.get(reverse("calendar")).content.decode()
    events = _read(text)
    assert {event["SUMMARY"] for event in events} == {"Handrail: before getting up", "Handrail"}
    for exercise in load_catalogue():
        assert exercise.name.casefold() not in text.casefold()
    for word in ("exercise", "sclerosis", "health", "balance", "strength", "numb", "fall", "minutes"):
        assert word not in text.casefold()


def test_given_a_changed_week_when_it_goes_to_a_calendar_again_then_its_events_are_the_same_ones(
    client: Client,
) -> None:
    before = [event["UID"] for event in _read(client.get(reverse("calendar")).content.decode())]
    tap(client, button_of(client, EditKind.SWAP))
    after = [event["UID"] for event in _read(client.get(reverse("calendar")).content.decode())]
    assert after == before
    theirs = calendar_of(plan_now(), UUID(int=7), timezone.now())
    assert {event["UID"] for event in _read(theirs)}.isdisjoint(before)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("plain", "plain"),
        ("a, b; c", "a\\, b\\; c"),
        ("back\\slash", "back\\\\slash"),
        ("two\r\nlines", "two\\nlines"),
    ],
)
def test_what_has_a_meaning_in_a_calendar_loses_it_in_a_value(text: str, value: str) -> None:
    assert escaped(text) == value


@pytest.mark.parametrize("text", ["short", "x" * 75, "x" * 76, "é" * 200, "🪑" * 50, "xé🪑" * 60])
def test_a_long_line_is_folded_without_tearing_a_character(text: str) -> None:
    pieces = folded(text).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert all(piece.startswith(" ") for piece in pieces[1:])
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == text


def test_given_no_plan_when_it_goes_to_a_calendar_then_the_file_is_whole_and_empty(client: Client) -> None:
    tell(local_actor(), moments=[])
    assert _read(client.get(reverse("calendar")).content.decode()) == []
