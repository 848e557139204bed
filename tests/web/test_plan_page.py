"""The week as a person changes it, takes changes back, and takes it along."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.db import connections
from django.http import HttpResponse
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
from handrail.web.plans import actions, queries
from handrail.web.plans.calendar import calendar_of, escaped, folded
from handrail.web.plans.models import PlanEdit
from handrail.web.profile.actions import save_answers, save_check_in
from handrail.web.profile.queries import person_for, profile_of
from tests.web.answers import CALM, NO_FALLS, NOTHING_APPLIES

pytestmark = [pytest.mark.django_db(databases=["default", "community"]), pytest.mark.usefixtures("told")]

EVERY_DAY = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
BED = {"name": "before getting up", "place": "bed", "days": EVERY_DAY, "minutes": 6, "helper": "none"}
BENCH = {
    "name": "Soup, numb legs",
    "place": "kitchen_bench",
    "days": EVERY_DAY,
    "minutes": 10,
    "helper": "none",
}
TOLD: dict[str, Any] = {
    "mobility": "B",
    "falls": NO_FALLS,
    "screen": NOTHING_APPLIES,
    "goals": ["steadier_standing", "stronger_legs"],
    "home": {"places": ["kitchen_bench", "bed", "chair"], "equipment": ["strap"]},
    "moments": [BED, BENCH],
}


@pytest.fixture
def told() -> None:
    _tell(local_actor())


def _tell(who: Actor, **part: Any) -> None:
    save_answers(by=who, part=TOLD | part, seen=profile_of(who).version)
    save_check_in(by=who, answers=CALM)


def _plan(who: Actor | None = None) -> Plan:
    by, today = who or local_actor(), timezone.localdate()
    return queries.as_plan(actions.current_plan(by=by, person=person_for(by, today), today=today))


def _page(client: Client) -> str:
    return client.get(reverse("plan")).content.decode()


@dataclass(frozen=True)
class Button:
    """One of the buttons under "Change this": what a tap on it sends, and what it says."""

    sends: dict[str, str]
    label: str

    @property
    def kind(self) -> str:
        return self.sends["change"].partition(" ")[0]

    @property
    def other(self) -> str:
        return self.sends["change"].partition(" ")[2]

    @property
    def exercise(self) -> str:
        return self.sends["exercise"]

    def stands(self, plan: Plan, slug: str) -> bool:
        """Whether an exercise stands where this button's item stood."""
        bouts = (bout for day in plan.days for bout in day.bouts if str(day.date) == self.sends["day"])
        there = next(bout for bout in bouts if bout.moment == self.sends["moment"])
        return slug in {item.exercise for item in there.items}


def _buttons(client: Client, kind: EditKind) -> list[Button]:
    forms = re.findall(rf'<form[^>]*action="{reverse("edit-plan")}".*?</form>', _page(client), re.DOTALL)
    found = []
    for form in forms:
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
        sends = {name: unescape(value) for name, value in hidden.items()}
        taps = re.findall(r'name="change" value="([^"]*)"[^>]*>([^<]*)<', form)
        found += [Button(sends | {"change": unescape(value)}, unescape(label)) for value, label in taps]
    return [button for button in found if button.kind == kind]


def _button(client: Client, kind: EditKind) -> Button:
    return _buttons(client, kind)[0]


def _tap(client: Client, button: Button) -> HttpResponse:
    """Tap a button and see the page it leads to."""
    return client.post(reverse("edit-plan"), button.sends, follow=True)  # type: ignore[return-value]


def _undo(client: Client) -> HttpResponse:
    last = queries.last_edit(local_actor(), timezone.localdate())
    assert last is not None
    return client.post(reverse("undo-edit", args=[last.id]), follow=True)  # type: ignore[return-value]


# ---- changing


@pytest.mark.parametrize(
    ("kind", "says"),
    [(EditKind.SWAP, "Done: “{0}” swapped for “{1}”."), (EditKind.EASIER, "Done: “{0}” made easier: “{1}”.")],
)
def test_given_a_week_when_an_item_becomes_another_then_the_page_shows_it_and_says_so(
    client: Client, kind: EditKind, says: str
) -> None:
    button = _button(client, kind)
    page = unescape(_tap(client, button).content.decode())
    names = [load_catalogue()[slug].name for slug in (button.exercise, button.other)]
    assert says.format(*names) in page
    assert f"“{names[0]}”" in page
    assert button.stands(_plan(), button.other)
    assert not button.stands(_plan(), button.exercise)


def test_given_a_week_when_an_item_moves_then_it_stands_in_the_other_moment(client: Client) -> None:
    button = _button(client, EditKind.MOVE)
    page = unescape(_tap(client, button).content.decode())
    to_day, _, moment = button.other.partition(" ")
    assert f"moved to {date.fromisoformat(to_day):%A}, {moment}." in page
    there = Button(button.sends | {"day": to_day, "moment": moment}, "")
    assert there.stands(_plan(), button.exercise)
    assert not button.stands(_plan(), button.exercise)


def test_given_a_week_when_its_buttons_are_tapped_then_none_is_refused(client: Client) -> None:
    for kind in EditKind:
        for button in _buttons(client, kind)[:3]:
            assert _tap(client, button).status_code == 200, button
            _undo(client)


def test_given_a_change_when_it_is_undone_then_the_week_is_as_it_was(client: Client) -> None:
    before = _plan()
    _tap(client, _button(client, EditKind.SWAP))
    assert _plan() != before
    page = _undo(client).content.decode()
    assert "Undone: " in page
    assert _plan() == before


def test_given_two_changes_when_they_are_undone_then_the_last_one_goes_first(client: Client) -> None:
    _tap(client, _button(client, EditKind.SWAP))
    after_one = _plan()
    first = PlanEdit.objects.get()
    _tap(client, _buttons(client, EditKind.SWAP)[-1])
    refused = client.post(reverse("undo-edit", args=[first.id]))
    assert refused.status_code == 422
    assert "That is not your last change." in refused.content.decode()
    _undo(client)
    assert _plan() == after_one


def test_given_a_double_tap_when_the_second_arrives_then_it_changes_nothing_more(client: Client) -> None:
    button = _button(client, EditKind.SWAP)
    _tap(client, button)
    after = _plan()
    assert _tap(client, button).status_code == 200
    assert _plan() == after
    assert PlanEdit.objects.count() == 1
    _undo(client)
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
    ("a rung too hard", {"change": "swap bridge-march"}, "It comes after the rungs before it"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "differs", "says"), FORGED)
def test_given_a_change_that_no_button_sends_when_it_arrives_then_a_sentence_says_why_and_nothing_is_lost(
    client: Client, what: str, differs: dict[str, str], says: str
) -> None:
    before = _plan()
    answer = client.post(reverse("edit-plan"), _button(client, EditKind.SWAP).sends | differs)
    page = answer.content.decode()
    assert answer.status_code == 422, what
    assert 'role="alert"' in page
    assert says in page
    assert "Change this" in page
    assert _plan() == before
    assert not PlanEdit.objects.exists()


@pytest.mark.parametrize("field", ["change", "day", "moment", "exercise"])
def test_given_a_change_with_a_field_missing_when_it_arrives_then_it_is_refused(
    client: Client, field: str
) -> None:
    sends = {name: value for name, value in _button(client, EditKind.SWAP).sends.items() if name != field}
    assert client.post(reverse("edit-plan"), sends).status_code == 422


def test_given_a_page_left_open_when_its_item_is_gone_by_now_then_it_says_so(client: Client) -> None:
    swaps = _buttons(client, EditKind.SWAP)
    first, second, *_ = [button for button in swaps if button.exercise == swaps[0].exercise]
    _tap(client, first)
    answer = client.post(reverse("edit-plan"), second.sends)
    assert answer.status_code == 422
    assert "It is no longer planned there." in answer.content.decode()
    assert first.stands(_plan(), first.other)


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
    button = _button(client, EditKind.SWAP)
    _tap(client, button)
    _tell(local_actor(), avoid=[button.other])
    page = unescape(_page(client))
    assert "A change of yours does not fit any more" in page
    assert "Not swapped: " in page
    assert queries.last_edit(local_actor(), timezone.localdate()) is None
    _tell(local_actor(), avoid=[button.other], likes=["heel-raise-two-hands"])
    assert "does not fit any more" not in _page(client)


# ---- not for me


def test_given_an_exercise_not_for_me_when_it_is_said_then_no_day_has_it_until_it_is_had_again(
    client: Client,
) -> None:
    before = _plan()
    button = _button(client, EditKind.NOT_FOR_ME)
    page = unescape(_tap(client, button).content.decode())
    name = load_catalogue()[button.exercise].name
    assert f"Done: “{name}” is not for you." in page
    assert "Not for you, 1 exercise" in page
    assert button.exercise not in _slugs(_plan())
    assert profile_of(local_actor()).answers["avoid"] == [button.exercise]
    had_again = client.post(reverse("have-again", args=[button.exercise]), follow=True)
    assert "Not for you" not in had_again.content.decode()
    assert _plan() == before


def test_given_not_for_me_when_it_is_undone_then_the_answer_goes_too(client: Client) -> None:
    before = _plan()
    _tap(client, _button(client, EditKind.NOT_FOR_ME))
    _undo(client)
    assert profile_of(local_actor()).answers["avoid"] == []
    assert _plan() == before


def test_given_not_for_me_when_it_is_said_twice_then_it_is_one_answer(client: Client) -> None:
    button = _button(client, EditKind.NOT_FOR_ME)
    _tap(client, button)
    assert _tap(client, button).status_code == 200
    _tap(client, _button(client, EditKind.SWAP))
    answer = client.post(reverse("edit-plan"), button.sends)
    assert answer.status_code == 422
    assert "is out of your plans already." in answer.content.decode()
    assert profile_of(local_actor()).answers["avoid"] == [button.exercise]


def _slugs(plan: Plan) -> set[str]:
    return {item.exercise for day in plan.days for bout in day.bouts for item in bout.items}


# ---- whose


def test_given_somebody_elses_change_when_mine_is_undone_then_theirs_stays_theirs(client: Client) -> None:
    other = Actor(Account.objects.create().id)
    _tell(other)
    mine = _plan()
    button = _button(client, EditKind.SWAP)
    _tap(client, button)
    PlanEdit.objects.update(owner=other.id)
    theirs = PlanEdit.objects.get()
    assert button.stands(_plan(other), button.other)
    assert _plan() == mine
    assert client.post(reverse("undo-edit", args=[theirs.id])).status_code == 422
    assert PlanEdit.objects.get().undone is None
    assert "Done: " not in client.get(reverse("plan"), {"change": str(theirs.id)}).content.decode()


# ---- how much it asks the database


def test_given_more_changes_when_the_week_opens_then_it_asks_the_database_no_more(client: Client) -> None:
    _page(client)
    none = _counted(client)
    for _ in range(3):
        _tap(client, _button(client, EditKind.SWAP))
    assert _counted(client) == none
    assert none <= 14


def _counted(client: Client) -> int:
    with CaptureQueriesContext(connections["default"]) as captured:
        _page(client)
    return len(captured)


# ---- the calendar


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
    held = [f"{day.date:%Y%m%d}" for day in _plan().days for bout in day.bouts if bout.items]
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
    _tap(client, _button(client, EditKind.SWAP))
    after = [event["UID"] for event in _read(client.get(reverse("calendar")).content.decode())]
    assert after == before
    theirs = calendar_of(_plan(), UUID(int=7), timezone.now())
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
    _tell(local_actor(), moments=[])
    assert _read(client.get(reverse("calendar")).content.decode()) == []


def test_given_a_day_long_gone_when_a_change_of_it_is_the_last_then_there_is_nothing_to_undo(
    client: Client,
) -> None:
    _tap(client, _button(client, EditKind.SWAP))
    PlanEdit.objects.update(day=timezone.localdate() - timedelta(days=1))
    assert "your last change" not in _page(client)
