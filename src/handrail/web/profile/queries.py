"""Reads what the acting person told us; nobody else may see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from handrail.catalogue.loader import load_catalogue
from handrail.catalogue.model import Catalogue
from handrail.person.model import Entry, Person
from handrail.web.accounts.requests import Actor
from handrail.web.profile.models import CheckIn, KeptCard, Profile

ANSWERS_HOLD_FOR = timedelta(hours=4)
SLUG_LISTS = ("repertoire", "avoid", "likes")

Answers = dict[str, Any]


def answers_of(owner: Actor) -> Answers:
    """The lasting answers as the person file has them; empty before the first."""
    found = Profile.objects.filter(owner=owner.id).values_list("answers", flat=True).first()
    return found or {}


def current_check_in(owner: Actor) -> CheckIn | None:
    """Today's newest check-in while its answers still hold."""
    now = timezone.now()
    recent = CheckIn.objects.filter(owner=owner.id, day=timezone.localdate(now))
    return recent.filter(created__gt=now - ANSWERS_HOLD_FOR).first()


def person_for(owner: Actor, today: date, history: Sequence[Entry] = ()) -> Person:
    """The person that the stored answers make on a day; what was not answered is the worst case.

    `history` comes from whoever keeps logs, since this app stands below them.
    """
    from handrail.person.files import read_person  # noqa: PLC0415

    catalogue = load_catalogue()
    check_in = current_check_in(owner)
    told = {
        **_known(answers_of(owner), catalogue),
        "today": {**(check_in.answers if check_in else {}), "date": today.isoformat()},
    }
    return replace(read_person(told, catalogue.exercises.keys()), history=tuple(history))


def kept_cards(owner: Actor) -> tuple[KeptCard, ...]:
    """The cards somebody kept, oldest first."""
    return tuple(KeptCard.objects.filter(owner=owner.id, state=KeptCard.State.KEPT))


def _known(answers: Answers, catalogue: Catalogue) -> Answers:
    """The answers without exercises that a newer catalogue no longer has."""
    lists = {name: [slug for slug in answers.get(name, []) if slug in catalogue] for name in SLUG_LISTS}
    return {**answers, **lists}
