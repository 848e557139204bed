"""Reads of a person's own plans and routines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

import msgspec
from django.db.models import QuerySet

from handrail.planner.model import Bout, Plan
from handrail.reader.model import Card
from handrail.web.accounts.requests import Actor
from handrail.web.community.cards import as_cards
from handrail.web.community.models import Post
from handrail.web.plans.digests import digest_of_answers
from handrail.web.plans.models import SavedRoutine, StoredPlan
from handrail.web.profile.models import KeptCard
from handrail.web.profile.queries import person_for


def as_plan(stored: StoredPlan) -> Plan:
    """A stored plan as a value again."""
    return msgspec.convert(stored.plan, Plan)


def bout_for(owner: Actor, day: date, moment_index: int) -> Bout | None:
    """The bout of today's plan that a session may play, or None.

    `moment_index` counts the bouts of that day from 0. None also when an answer has changed
    or expired since the plan was made: then the plan of today is made anew first.
    """
    told = digest_of_answers(person_for(owner, day))
    stored = StoredPlan.objects.filter(owner=owner.id, date=day, told=told).first()
    bouts = as_plan(stored).days[0].bouts if stored and not stored.faults else ()
    return bouts[moment_index] if 0 <= moment_index < len(bouts) else None


def routines_for(owner: Actor) -> QuerySet[SavedRoutine]:
    """Somebody's own routines, by name."""
    return SavedRoutine.objects.filter(owner=owner.id)


def routine_for(owner: Actor, routine: UUID) -> SavedRoutine | None:
    """One of somebody's own routines, or None."""
    return routines_for(owner).filter(id=routine).first()


def cards_to_make_mine(post: Post, decisions: Mapping[int, KeptCard]) -> tuple[Card, ...]:
    """The cards of a post as this person sees them: as they corrected them, without those put away."""
    seen = (_as_decided(card, decisions.get(card.start)) for card in as_cards(post.cards))
    return tuple(card for card in seen if card is not None)


def _as_decided(card: Card, decision: KeptCard | None) -> Card | None:
    if decision is None:
        return card
    return msgspec.convert(decision.card, Card) if decision.state == KeptCard.State.KEPT else None
