"""Reads what the acting person told us; nobody else may see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.utils import timezone

from handrail.catalogue.loader import load_catalogue
from handrail.catalogue.model import Catalogue
from handrail.person.files import person_as_json, read_person
from handrail.person.model import Entry, Person
from handrail.person.readiness import is_open_again
from handrail.safety.constants import SIGNS
from handrail.safety.model import Action
from handrail.web.accounts.requests import Actor
from handrail.web.profile.models import CheckIn, KeptCard, Profile
from handrail.web.profile.questions import Answers

ANSWERS_HOLD_FOR = timedelta(hours=4)
_FEW = 4  # check-ins read at a time: the newest ones nearly always hold the answer
_FOR_A_CLINICIAN = frozenset({Action.EMERGENCY, Action.CLINICIAN})


def profile_of(owner: Actor) -> Profile:
    """The lasting answers as stored; an empty, unsaved profile before the first."""
    return Profile.objects.filter(owner=owner.id).first() or Profile(owner_id=owner.id)


def kept_cards(owner: Actor) -> tuple[KeptCard, ...]:
    """The cards somebody kept, oldest first."""
    return tuple(KeptCard.objects.filter(owner=owner.id, state=KeptCard.State.KEPT))


def newest_check_in(owner: Actor) -> CheckIn | None:
    """Today's newest check-in while its answers still hold, finished or not."""
    now = timezone.now()
    of_today = CheckIn.objects.filter(owner=owner.id, day=timezone.localdate(now))
    return of_today.filter(created__gt=now - ANSWERS_HOLD_FOR).first()


def current_check_in(owner: Actor) -> CheckIn | None:
    """The check-in that speaks for now: today's newest, if it is finished and its answers still hold."""
    newest = newest_check_in(owner)
    return newest if newest is not None and newest.finished else None


def last_finished(owner: Actor) -> CheckIn | None:
    """The last finished check-in of any day."""
    return CheckIn.objects.filter(owner=owner.id, finished=True).first()


def restart_told(owner: Actor) -> CheckIn | None:
    """The newest check-in that told of a stay in hospital or a new dose, and was not taken back."""
    return CheckIn.objects.filter(owner=owner.id, before_restart__isnull=False).first()


def file_of(owner: Actor, person: Person) -> Answers:
    """Somebody's person file; readiness lines that grew old are in it too, with their day."""
    table = person_as_json(person)
    lines = profile_of(owner).answers.get("screen") if is_open_again(person) else None
    return {**table, "screen": lines} if lines else table


def person_for(owner: Actor, today: date, history: Sequence[Entry] = ()) -> Person:
    """The person that the stored answers make on a day; what was not answered is the worst case.

    `history` comes from whoever keeps logs, since this app stands below them.
    """
    check_in = current_check_in(owner)
    told = check_in.answers if check_in and check_in.day == today else _still_told(owner)
    return replace(_person(owner, today, told), history=tuple(history))


def _still_told(owner: Actor) -> Answers:
    """The last word on something new, which outlives its check-in; the rest of a day is asked anew."""
    for check_in in CheckIn.objects.filter(owner=owner.id).iterator(_FEW):
        is_new, signs = check_in.answers.get("new_symptom"), check_in.answers.get("signs") or []
        if is_new or any(SIGNS[word].action in _FOR_A_CLINICIAN for word in signs):
            return {"new_symptom": True}
        if is_new is not None:
            return {"new_symptom": False}
    return {}


def person_at(owner: Actor, check_in: CheckIn) -> Person:
    """The person as they were at a check-in, without their history."""
    return _person(owner, check_in.day, check_in.answers)


def _person(owner: Actor, day: date, told: Answers) -> Person:
    catalogue = load_catalogue()
    answers = _known(profile_of(owner).answers, catalogue)
    kept = [card.exercise for card in kept_cards(owner) if card.exercise in catalogue]
    answers["repertoire"] = list(dict.fromkeys([*answers["repertoire"], *kept]))
    return as_person(answers, day, told)


def as_person(answers: Answers, day: date, told: Answers | None = None, name: str = "your answers") -> Person:
    """Lasting answers and a day's as the person they make; `name` is what a sentence calls them.

    Raises
    ------
    PersonError
        When they say something unknown or impossible.
    """
    table = {**answers, "today": {**(told or {}), "date": day.isoformat()}}
    return read_person(table, load_catalogue().exercises.keys(), SIGNS.keys(), name)


def _known(answers: Answers, catalogue: Catalogue) -> Answers:
    """The answers without exercises that a newer catalogue no longer has."""
    therapist = answers.get("therapist") or {}
    lists = {name: _there(answers.get(name), catalogue) for name in ("repertoire", "avoid", "likes")}
    locks = {name: _there(therapist.get(name), catalogue) for name in ("locks", "opens")}
    doses = {slug: dose for slug, dose in (therapist.get("doses") or {}).items() if slug in catalogue}
    return {**answers, **lists, "therapist": {**therapist, **locks, "doses": doses}}


def _there(slugs: list[str] | None, catalogue: Catalogue) -> list[str]:
    return [slug for slug in slugs or [] if slug in catalogue]
