"""Reads of a person's own plans and routines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

import msgspec
from django.db.models import Q, QuerySet
from django.utils import timezone

from handrail.catalogue.loader import load_catalogue
from handrail.catalogue.model import Catalogue
from handrail.person.model import Person
from handrail.planner.changed import Seen
from handrail.planner.edit import Edit, EditKind
from handrail.planner.model import Bout, Day, Plan
from handrail.reader.model import Card
from handrail.safety.gate import ordinary_day
from handrail.web.accounts.requests import Actor
from handrail.web.community.cards import as_cards
from handrail.web.community.models import Post
from handrail.web.plans.digests import digest_of_answers, digest_of_edits
from handrail.web.plans.models import PlanEdit, SavedRoutine, StoredPlan
from handrail.web.profile.models import KeptCard
from handrail.web.profile.queries import person_for


def as_plan(stored: StoredPlan) -> Plan:
    """A stored plan as a value again."""
    return msgspec.convert(stored.plan, Plan)


def bout_for(owner: Actor, day: date, moment_index: int) -> Bout | None:
    """The bout of today's plan that a session may play, or None.

    `moment_index` counts the bouts of that day from 0. None also when an answer has changed
    or expired since the plan was made, or an item was changed: then the plan of today is made
    anew first.
    """
    told = digest_of_answers(person_for(owner, day))
    edited = digest_of_edits([as_edit(row) for row in edits_for(owner, day)])
    stored = StoredPlan.objects.filter(owner=owner.id, date=day, told=told, edited=edited).first()
    bouts = as_plan(stored).days[0].bouts if stored and not stored.faults else ()
    return bouts[moment_index] if 0 <= moment_index < len(bouts) else None


def kept_bout(owner: Actor, day: date, moment_index: int) -> Bout | None:
    """A bout as the newest plan of the week has it, for a device that may have no connection then, or None."""
    bouts = next((one.bouts for one in _newest_days(owner) if one.date == day), ())
    return bouts[moment_index] if 0 <= moment_index < len(bouts) else None


def kept_sessions(owner: Actor) -> list[tuple[date, int]]:
    """The days and moments of the newest plan that have something to do, from today on."""
    return [
        (day.date, index)
        for day in _newest_days(owner)
        for index, bout in enumerate(day.bouts)
        if bout.items and day.date >= timezone.localdate()
    ]


def _newest_days(owner: Actor) -> tuple[Day, ...]:
    stored = StoredPlan.objects.filter(owner=owner.id).order_by("-date", "-id").first()
    return as_plan(stored).days if stored is not None and not stored.faults else ()


def edits_for(owner: Actor, today: date) -> list[PlanEdit]:
    """Somebody's own changes that are not undone and not over, oldest first."""
    catalogue = load_catalogue()
    rows = PlanEdit.objects.filter(owner=owner.id, undone=None)
    rows = rows.filter(Q(day__gte=today) | Q(other_day__gte=today))
    return [row for row in rows if _is_known(row, catalogue)]


def edit_for(owner: Actor, edit: UUID) -> PlanEdit | None:
    """One of somebody's own changes, undone or not, or None."""
    row = PlanEdit.objects.filter(owner=owner.id, id=edit).first()
    return row if row is not None and _is_known(row, load_catalogue()) else None


def last_edit(owner: Actor, today: date) -> PlanEdit | None:
    """The change to undo next: the newest that holds."""
    return next((row for row in reversed(edits_for(owner, today)) if row.lapsed is None), None)


def as_edit(row: PlanEdit) -> Edit:
    """A stored change as a value again."""
    told = {name: getattr(row, name) for name in ("day", "moment", "exercise", "other", "other_day")}
    return Edit(kind=EditKind(row.kind), **told)


def day_seen(owner: Actor, person: Person, stored: StoredPlan | None) -> Seen | None:
    """How today was planned last: for a check-in of today, else on the day before."""
    today = person.today.date
    if stored is not None and stored.seen:
        return msgspec.convert(stored.seen, Seen)
    before = StoredPlan.objects.filter(owner=owner.id, date__lt=today).order_by("-date").first()
    days = as_plan(before).days if before is not None else ()
    day = next((day for day in days if day.date == today), None)
    return None if day is None else Seen(day=day, check_in=ordinary_day(person, today))


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


def _is_known(row: PlanEdit, catalogue: Catalogue) -> bool:
    """Whether the catalogue still has what a change speaks of."""
    slugs = (row.exercise,) if row.other_day or not row.other else (row.exercise, row.other)
    return all(slug in catalogue for slug in slugs)


def _as_decided(card: Card, decision: KeptCard | None) -> Card | None:
    if decision is None:
        return card
    return msgspec.convert(decision.card, Card) if decision.state == KeptCard.State.KEPT else None
