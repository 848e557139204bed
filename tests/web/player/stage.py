"""Plans to play, and hands to play them with."""

from __future__ import annotations

import msgspec
import pytest
from django.utils import timezone
from playwright.sync_api import Page, ViewportSize

from handrail.person.files import person_as_json
from handrail.planner.model import Bout, Day, Item, Plan
from handrail.web.accounts.middleware import local_actor
from handrail.web.plans.digests import digest_of_answers, digest_of_edits
from handrail.web.plans.models import StoredPlan
from handrail.web.practice.queries import logs_for
from handrail.web.profile.actions import save_answers, save_check_in
from handrail.web.profile.queries import person_for, profile_of
from tests.session.bouts import bout, cook, item

PLAYED_IN_A_BROWSER = [
    pytest.mark.browser,
    pytest.mark.django_db(databases=["default", "community"], transaction=True),
]
PHONE: ViewportSize = {"width": 390, "height": 844}

SQUAT = item("mini-squat-two-hands", sets=2, reps=3)
MARCH = item("march-two-hands", reps=4)
ONE_FOOT_AHEAD = item("semi-tandem-stance-two-hands", reps=1, hold_s=10, side="each")


def at_home() -> None:
    """Somebody with a bench who answered all questions and checked in."""
    actor = local_actor()
    answers = person_as_json(cook())
    told = answers.pop("today")
    del told["date"]
    every_day = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    kettle = {"name": "kettle", "place": "kitchen_bench", "days": every_day, "minutes": 8}
    part = {**answers, "moments": [kettle], "goals": ["stronger_legs"]}
    save_answers(by=actor, part=part, seen=profile_of(actor).version)
    save_check_in(by=actor, answers=told)


def plan(*items: Item) -> str:
    """Make this today's plan for somebody who checked in; answers the session's address."""
    return plan_of(bout(*items))[0]


def plan_of(*bouts: Bout) -> list[str]:
    """Make these the bouts of today's plan for somebody who checked in; answers their sessions' addresses."""
    at_home()
    actor, today = local_actor(), timezone.localdate()
    StoredPlan.objects.create(
        owner_id=actor.id,
        date=today,
        told=digest_of_answers(person_for(actor, today)),
        done="",
        edited=digest_of_edits([]),
        plan=msgspec.to_builtins(Plan(days=(Day(date=today, bouts=bouts),), left_out=(), advice=())),
    )
    return [f"/session/{today}/{number}/" for number in range(len(bouts))]


def tap(page: Page, *names: str) -> None:
    """Tap buttons one after another."""
    for name in names:
        page.get_by_role("button", name=name, exact=True).click()


def choose(page: Page, **settings: object) -> None:
    """Choose how this device guides, as if on an earlier visit."""
    told = msgspec.json.encode(settings).decode()
    page.context.add_init_script(f"localStorage.setItem('handrail.player', {told!r})")


def kept() -> list[tuple[str, str, int | None, int | None]]:
    """What the log says: exercise, how much, whole sets, effort."""
    return [(log.exercise, log.done, log.sets, log.effort) for log in logs_for(local_actor())]


def logged(page: Page, exercises: int) -> list[tuple[str, str, int | None, int | None]]:
    """What the log says, once so many exercises have arrived there."""
    for _ in range(100):
        if len(kept()) >= exercises:
            break
        page.wait_for_timeout(50)
    return kept()
