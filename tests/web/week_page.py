"""Somebody's week as its page shows it: the buttons under each item, and what a tap on one sends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from handrail.planner.edit import EditKind
from handrail.planner.model import Plan
from handrail.web.accounts.middleware import local_actor
from handrail.web.accounts.requests import Actor
from handrail.web.plans import actions, queries
from handrail.web.profile.actions import save_answers, save_check_in
from handrail.web.profile.queries import person_for, profile_of
from tests.web.answers import CALM, NO_FALLS, NOTHING_APPLIES

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


def tell(who: Actor, **part: Any) -> None:
    save_answers(by=who, part=TOLD | part, seen=profile_of(who).version)
    save_check_in(by=who, answers=CALM)


def plan_now(who: Actor | None = None) -> Plan:
    by, today = who or local_actor(), timezone.localdate()
    return queries.as_plan(actions.current_plan(by=by, person=person_for(by, today), today=today))


def page_of(client: Client) -> str:
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


def buttons(client: Client, kind: EditKind) -> list[Button]:
    forms = re.findall(rf'<form[^>]*action="{reverse("edit-plan")}".*?</form>', page_of(client), re.DOTALL)
    found = []
    for form in forms:
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
        sends = {name: unescape(value) for name, value in hidden.items()}
        taps = re.findall(r'name="change" value="([^"]*)"[^>]*>([^<]*)<', form)
        found += [Button(sends | {"change": unescape(value)}, unescape(label)) for value, label in taps]
    return [button for button in found if button.kind == kind]


def button_of(client: Client, kind: EditKind) -> Button:
    return buttons(client, kind)[0]


def tap(client: Client, button: Button) -> HttpResponse:
    """Tap a button and see the page it leads to."""
    return client.post(reverse("edit-plan"), button.sends, follow=True)  # type: ignore[return-value]


def undo_last(client: Client) -> HttpResponse:
    last = queries.last_edit(local_actor(), timezone.localdate())
    assert last is not None
    return client.post(reverse("undo-edit", args=[last.id]), follow=True)  # type: ignore[return-value]
