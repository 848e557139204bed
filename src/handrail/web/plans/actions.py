"""Writes: make the plan of a day when what it rests on has changed, save a routine."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import msgspec
from django.db import transaction

from handrail.catalogue.loader import load_catalogue
from handrail.person.model import Person
from handrail.planner.model import Plan
from handrail.planner.routine import Line
from handrail.web.accounts.requests import Actor
from handrail.web.community.models import Post
from handrail.web.plans.digests import digest_of_answers, digest_of_history
from handrail.web.plans.models import SavedRoutine, StoredPlan
from handrail.web.profile.actions import keep_card

logger = logging.getLogger(__name__)


def current_plan(*, by: Actor, person: Person, today: date) -> StoredPlan:
    """The plan of today for this person, made anew when an answer or the history has changed.

    Every plan passes the checker first. One with a fault is stored without its days, so
    that nothing of it can be shown or played.
    """
    told, done = digest_of_answers(person), digest_of_history(person)
    stored = StoredPlan.objects.filter(owner=by.id, date=today, told=told, done=done).first()
    if stored is not None:
        return stored
    plan, faults = _made(person)
    stored, _ = StoredPlan.objects.update_or_create(
        owner_id=by.id,
        date=today,
        defaults={"told": told, "done": done, "plan": msgspec.to_builtins(plan), "faults": faults},
    )
    return stored


def save_routine(*, by: Actor, name: str, moment: str, post: Post, lines: Sequence[Line]) -> SavedRoutine:
    """Save a routine made mine, and keep what fits of it in the repertoire; all of it or nothing."""
    with transaction.atomic():
        for line in lines:
            if line.item is not None:
                keep_card(by=by, post=post.id, card=line.card, exercise=line.item.exercise)
        return SavedRoutine.objects.create(
            owner_id=by.id,
            name=name,
            moment=moment,
            cards=msgspec.to_builtins([line.card for line in lines]),
            post=post.id,
            title=post.question.title,
        )


def _made(person: Person) -> tuple[Plan, list[str]]:
    from handrail.planner.check import check_plan
    from handrail.planner.week import plan_week

    plan = plan_week(person, load_catalogue())
    faults = list(check_plan(plan, person, load_catalogue()))
    if not faults:
        return plan, []
    logger.error("The checker refused a plan: %s", " ".join(faults))
    return replace(plan, days=()), faults
