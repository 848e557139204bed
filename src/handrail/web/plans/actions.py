"""Writes: make the plan of a day when what it rests on has changed, change it, save a routine."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone

from handrail.catalogue.loader import load_catalogue
from handrail.errors import FormError
from handrail.person.model import Person
from handrail.planner.changed import Seen, what_changed
from handrail.planner.edit import CouldNot, Edit, EditKind, apply
from handrail.planner.model import Plan
from handrail.planner.routine import Line
from handrail.web.accounts.requests import Actor
from handrail.web.community.models import Post
from handrail.web.plans.digests import digest_of_answers, digest_of_edits, digest_of_history
from handrail.web.plans.models import PlanEdit, SavedRoutine, StoredPlan
from handrail.web.plans.planning import week_for
from handrail.web.plans.queries import as_edit, as_plan, day_seen, edit_for, edits_for, last_edit
from handrail.web.profile.actions import keep_card, save_answers
from handrail.web.profile.queries import profile_of

Made = tuple[Plan, list[str], Sequence[CouldNot]]  # with its faults, and the changes that hold no longer
logger = logging.getLogger(__name__)

AS_IT_WAS = "Your week is as it was."


def current_plan(*, by: Actor, person: Person, today: date) -> StoredPlan:
    """The plan of today for this person, made anew when an answer, the history or a change is new.

    Every plan passes the checker first, and again with the person's own changes. One with a
    fault is stored without its days, so that nothing of it can be shown or played.
    """
    rows = edits_for(by, today)
    made_from = {
        "told": digest_of_answers(person),
        "done": digest_of_history(person),
        "edited": digest_of_edits([as_edit(row) for row in rows]),
    }
    before = StoredPlan.objects.filter(owner=by.id, date=today).first()
    if before is not None and all(getattr(before, name) == digest for name, digest in made_from.items()):
        return before
    made = _made(person, [as_edit(row) for row in rows])  # takes its time, so nothing is locked meanwhile
    with transaction.atomic():
        return _store(by, person, made, rows=rows, before=before, made_from=made_from)


def make_edit(*, by: Actor, person: Person, edit: Edit) -> PlanEdit:
    """Change an item of the week; a second tap on the same button changes nothing more.

    Raises
    ------
    FormError
        When the change cannot be, with the rule that says so.
    """
    today = person.today.date
    plan = as_plan(current_plan(by=by, person=person, today=today))
    with transaction.atomic():
        last = last_edit(by, today)
        if last is not None and as_edit(last) == edit:
            return last
        if min(edit.day, edit.to[0]) < today:
            raise FormError("That day is over.", AS_IT_WAS)
        if edit.kind is EditKind.NOT_FOR_ME:
            _avoid(by, edit.exercise)
        else:
            _refuse_what_cannot_be(edit, plan, person)
        return PlanEdit.objects.create(owner_id=by.id, **asdict(edit))


def undo_edit(*, by: Actor, edit: UUID, today: date) -> PlanEdit:
    """Take the last change back; a second tap changes nothing more.

    Raises
    ------
    FormError
        When there is no such change, or a later one stands on it.
    """
    with transaction.atomic():
        row = edit_for(by, edit)
        if row is None:
            raise FormError("We do not find that change.", AS_IT_WAS)
        if row.undone is not None:
            return row
        if last_edit(by, today) != row:
            raise FormError("That is not your last change.", "Undo the last one first. " + AS_IT_WAS)
        if row.kind == EditKind.NOT_FOR_ME:
            _avoid_no_more(by, row.exercise)
        row.undone = timezone.now()
        row.save(update_fields=["undone"])
        return row


def have_again(*, by: Actor, slug: str) -> None:
    """Let an exercise into plans again that was not for this person."""
    with transaction.atomic():
        _avoid_no_more(by, slug)
        not_for_me = PlanEdit.objects.filter(
            owner=by.id, kind=EditKind.NOT_FOR_ME, exercise=slug, undone=None
        )
        not_for_me.update(undone=timezone.now())


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


def _store(
    by: Actor,
    person: Person,
    made: Made,
    *,
    rows: Sequence[PlanEdit],
    before: StoredPlan | None,
    made_from: dict[str, str],
) -> StoredPlan:
    plan, faults, could_not = made
    told = {**made_from, "plan": msgspec.to_builtins(plan), "faults": faults}
    if plan.days and "today.energy" not in person.unanswered:
        told |= _told_by_check_in(by, person, plan, before, made_from)
        told["could_not"] = _say_once(rows, could_not)
    stored, _ = StoredPlan.objects.update_or_create(
        {"could_not": [], "changed": "", **told}, owner_id=by.id, date=person.today.date
    )
    return stored


def _made(person: Person, edits: Sequence[Edit]) -> Made:
    from handrail.planner.check import check_plan

    plan = week_for(person)
    faults = list(check_plan(plan, person, load_catalogue()))
    if not faults:
        edited = apply(plan, edits, person, load_catalogue())
        return edited.plan, [], edited.could_not
    logger.error("The checker refused a plan: %s", " ".join(faults))
    return replace(plan, days=()), faults, ()


def _told_by_check_in(
    by: Actor, person: Person, plan: Plan, before: StoredPlan | None, made_from: dict[str, str]
) -> dict[str, object]:
    """What the check-in made of today. A change of the person's own is no news to them."""
    seen = Seen(day=plan.days[0], check_in=person.today)
    if before is not None and before.told == made_from["told"]:
        changed = before.changed
    else:
        was = day_seen(by, person, before)
        changed = what_changed(was, seen, load_catalogue()) if was is not None else ""
    return {"seen": msgspec.to_builtins(seen), "changed": changed}


def _say_once(rows: Sequence[PlanEdit], could_not: Sequence[CouldNot]) -> list[str]:
    """What to say of changes that hold no longer, unless an earlier plan said it."""
    texts = dict(could_not)
    lapsed = {row.id: texts[as_edit(row)] for row in rows if as_edit(row) in texts}
    said = {row.id for row in rows if row.lapsed is not None}
    PlanEdit.objects.filter(id__in=lapsed.keys() - said).update(lapsed=timezone.now())
    PlanEdit.objects.filter(id__in=said - lapsed.keys()).update(lapsed=None)
    return [text for edit, text in lapsed.items() if edit not in said]


def _refuse_what_cannot_be(edit: Edit, plan: Plan, person: Person) -> None:
    could_not = apply(plan, [edit], person, load_catalogue()).could_not
    if could_not:
        raise FormError(could_not[0].text, AS_IT_WAS)


def _avoid(by: Actor, slug: str) -> None:
    """An answer like any other: the exercise is not for this person."""
    profile = profile_of(by)
    avoided = profile.answers.get("avoid") or []
    if slug in avoided:
        raise FormError(f"“{load_catalogue()[slug].name}” is out of your plans already.", AS_IT_WAS)
    save_answers(by=by, part={"avoid": [*avoided, slug]}, seen=profile.version)


def _avoid_no_more(by: Actor, slug: str) -> None:
    profile = profile_of(by)
    avoided = [other for other in profile.answers.get("avoid") or [] if other != slug]
    save_answers(by=by, part={"avoid": avoided}, seen=profile.version)
