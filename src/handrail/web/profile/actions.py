"""Writes what a person tells us. Answers are checked as a person file before they are stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from uuid import UUID

import msgspec
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from handrail.errors import FormError, StorageError
from handrail.person.model import MOST_COUNTED
from handrail.reader.model import Card
from handrail.session.check_in import CheckInReport
from handrail.web.accounts.models import Account
from handrail.web.accounts.requests import Actor
from handrail.web.profile.models import CheckIn, KeptCard, Profile
from handrail.web.profile.queries import as_person, newest_check_in
from handrail.web.profile.questions import Answers, laid_over

YEAR, HALF_YEAR, MONTH = timedelta(days=366), timedelta(days=184), timedelta(days=31)
NOT_LASTING = ("today", "history", "changes")


def save_answers(*, by: Actor, part: Answers, seen: int) -> Profile:
    """Lay one page's answers over the lasting ones; a key that holds None is unanswered again.

    Parameters
    ----------
    by
        Whose answers.
    part
        Keys of the person file; its tables (`falls`, `screen`, ...) are laid over key by key.
    seen
        The version that the page showed.

    Raises
    ------
    FormError
        When another page saved in between.
    PersonError
        When the answers together say something impossible.
    """

    def change(profile: Profile) -> Answers:
        if seen != profile.version:
            raise FormError(
                "Something else changed your answers while this page was open.",
                "Look at what is below, and save once more.",
            )
        return laid_over(profile.answers, part)

    return _change_answers(by, change)


def replace_answers(*, by: Actor, answers: Answers, name: str) -> Profile:
    """Put the lasting answers of a person file, called `name`, in place of all there were.

    Raises
    ------
    PersonError
        When the file says something unknown or impossible.
    """
    today = timezone.localdate()
    as_person(answers, today, name=name)
    lasting = {key: value for key, value in answers.items() if key not in NOT_LASTING}
    if lasting.get("screen") and not (lasting.get("screened") or lasting.get("restarted")):
        lasting["screened"] = today.isoformat()  # of an age that nobody knows: they grow old from here
    return _change_answers(by, lambda _profile: lasting)


def keep_exercise(*, by: Actor, slug: str) -> Profile:
    """Add an exercise to the repertoire."""
    return _change_answers(by, lambda profile: _with_repertoire(profile, [*_others(profile, slug), slug]))


def drop_exercise(*, by: Actor, slug: str) -> None:
    """Take an exercise out of the repertoire, and forget the cards it was kept from."""
    with transaction.atomic():
        KeptCard.objects.filter(owner=by.id, exercise=slug, state=KeptCard.State.KEPT).delete()
        _change_answers(by, lambda profile: _with_repertoire(profile, _others(profile, slug)))


def keep_card(*, by: Actor, post: UUID, card: Card, exercise: str | None = None) -> KeptCard:
    """Keep a card, as the exercise it names or as another one."""
    kept = {"state": KeptCard.State.KEPT, "exercise": exercise or card.exercise or ""}
    return _decide(by, post, card, kept)


def dismiss_card(*, by: Actor, post: UUID, card: Card) -> KeptCard:
    """Put a card away: it is not wanted, or not an exercise."""
    return _decide(by, post, card, {"state": KeptCard.State.DISMISSED, "exercise": ""})


def forget_card(*, by: Actor, post: UUID, card: Card) -> None:
    """Take back what was decided about a card."""
    KeptCard.objects.filter(owner=by.id, post=post, start=card.start).delete()


def save_check_in(*, by: Actor, answers: Answers, near_falls: int = 0, finished: bool = True) -> CheckIn:
    """Begin a check-in now. What it leaves unanswered counts as the worst case.

    Falls and near-falls told of are added to the lasting counts.

    Raises
    ------
    PersonError
        When an answer is not one the person file knows.
    """
    now = timezone.now()
    day = timezone.localdate(now)
    as_person({}, day, answers)
    with transaction.atomic():
        _count_falls(by, answers.get("falls_since_last") or 0, near_falls)
        return CheckIn.objects.create(
            owner_id=by.id, day=day, created=now, answers=answers, near_falls=near_falls, finished=finished
        )


def take_check_ins(*, by: Actor, reports: Iterable[CheckInReport]) -> int:
    """Keep check-ins that a device took by itself, all of them or none; answers how many were new.

    Sent again they change nothing. A device whose clock runs ahead told them now.

    Raises
    ------
    PersonError
        When an answer is not one the person file knows.
    """
    with transaction.atomic():
        return sum(_take_check_in(by, report) for report in reports)


def _take_check_in(by: Actor, report: CheckInReport) -> bool:
    told = {key: value for key, value in msgspec.to_builtins(report.answers).items() if value is not None}
    created = min(report.told, timezone.now())
    day = timezone.localdate(created)
    as_person({}, day, told)
    taken, is_new = CheckIn.objects.get_or_create(
        id=report.id,
        defaults={
            "owner_id": by.id,
            "day": day,
            "created": created,
            "answers": told,
            "near_falls": report.near_falls,
        },
    )
    if is_new:
        _count_falls(by, report.answers.falls_since_last or 0, report.near_falls)
        _note_about_fall(by, report)
        if report.restarted:
            _restart(by, taken)
    return is_new


def _note_about_fall(by: Actor, report: CheckInReport) -> None:
    about = {"injured": report.injured, "can_rise_alone": report.can_rise_alone}
    for name, value in about.items():
        if value is not None:
            note_fall(by=by, **{name: value})


def add_to_check_in(
    *, by: Actor, answers: Answers, near_falls: int | None = None, finished: bool = False
) -> CheckIn:
    """Add answers to today's open check-in, or begin one where there is none.

    Raises
    ------
    PersonError
        When an answer is not one the person file knows.
    """
    with transaction.atomic():
        open_one = newest_check_in(by)
        if open_one is None:
            return save_check_in(by=by, answers=answers, near_falls=near_falls or 0, finished=finished)
        told = {**open_one.answers, **answers}
        as_person({}, open_one.day, told)
        near = open_one.near_falls if near_falls is None else near_falls
        more = (told.get("falls_since_last") or 0) - (open_one.answers.get("falls_since_last") or 0)
        _count_falls(by, more, near - open_one.near_falls)
        open_one.answers, open_one.near_falls, open_one.finished = told, near, finished
        open_one.save(update_fields=["answers", "near_falls", "finished"])
        return open_one


def note_fall(*, by: Actor, injured: bool | None = None, can_rise_alone: bool | None = None) -> None:
    """Keep what was told about a fall just counted; what is no worse than before changes nothing."""

    def change(profile: Profile) -> Answers:
        told = dict(profile.answers.get("falls") or {})
        if injured and told.get("past_12_months") != 0:
            told["injured"] = True
        if can_rise_alone is False:
            told["can_rise_alone"] = False
        return {**profile.answers, "falls": told}

    _change_answers(by, change)


def tell_restart(*, by: Actor, happened: bool) -> None:
    """Keep what the open check-in tells of a stay in hospital, or of a new medicine or dose.

    From that day on progression starts anew and the readiness lines are to be read again. A no
    takes back the yes of the same check-in.
    """
    with transaction.atomic():
        check_in = add_to_check_in(by=by, answers={})
        if happened:
            _restart(by, check_in)
        else:
            take_back_restart(by=by, told=check_in)


def take_back_restart(*, by: Actor, told: CheckIn) -> None:
    """Make it as before that check-in told of a stay in hospital or a new dose; lines read since stay read."""
    before = told.before_restart
    if before is None:
        return

    def change(profile: Profile) -> Answers:
        read_since = profile.answers.get("screened")
        return {**profile.answers, **before, "screened": read_since or before["screened"]}

    with transaction.atomic():
        _change_answers(by, change)
        told.before_restart = None
        told.save(update_fields=["before_restart"])


def _restart(by: Actor, told: CheckIn) -> None:
    """Start anew on the day of a check-in. One that comes late leaves what was told since."""
    if told.before_restart is not None:
        return
    day = told.day.isoformat()

    def change(profile: Profile) -> Answers:
        told.before_restart = {name: profile.answers.get(name) for name in ("restarted", "screened")}
        restarted, screened = (told.before_restart[name] or "" for name in ("restarted", "screened"))
        read_since = screened if screened > day else None
        return {**profile.answers, "restarted": max(day, restarted), "screened": read_since}

    _change_answers(by, change)
    told.save(update_fields=["before_restart"])


def tell_fall(
    *, by: Actor, day: date, injured: bool | None = None, can_rise_alone: bool | None = None
) -> None:
    """Count a fall of a day, told outside a check-in. What is not answered about it is the worst case.

    One of today ends the check-in that did not know of it.
    """
    today = timezone.localdate()
    with transaction.atomic():
        if day <= today - YEAR:
            return
        _add_to_counts(by, past_12_months=1, past_6_months=int(day > today - HALF_YEAR))
        note_fall(by=by, injured=injured is not False, can_rise_alone=can_rise_alone is True)
        if day == today and newest_check_in(by) is not None:
            save_check_in(by=by, answers={}, finished=False)


def tell_near_fall(*, by: Actor, day: date) -> None:
    """Count a near-fall of a day, told outside a check-in."""
    if day > timezone.localdate() - MONTH:
        _add_to_counts(by, near_falls_past_month=1)


def erase_everything(*, by: Actor) -> None:
    """Erase all that belongs to somebody, from the file too.

    Raises
    ------
    StorageError
        When all is erased but the file cannot be written anew.
    """
    Account.objects.filter(id=by.id).delete()
    transaction.on_commit(_write_the_file_anew)


def _write_the_file_anew() -> None:
    """Leave no page of the file, nor of its journal, that holds what was deleted."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except OperationalError as error:
        raise StorageError(
            "All is erased, but traces may be left in the file: the disk is full or busy.",
            "Free some space on the disk, then reload this page. It erases those too.",
        ) from error


def _change_answers(by: Actor, change: Callable[[Profile], Answers]) -> Profile:
    with transaction.atomic():
        profile, _ = Profile.objects.get_or_create(owner_id=by.id)
        answers = change(profile)
        as_person(answers, timezone.localdate())
        profile.answers = answers
        profile.version += 1
        profile.save()
        return profile


def _with_repertoire(profile: Profile, slugs: list[str]) -> Answers:
    return {**profile.answers, "repertoire": slugs}


def _others(profile: Profile, slug: str) -> list[str]:
    return [one for one in profile.answers.get("repertoire") or [] if one != slug]


def _decide(by: Actor, post: UUID, card: Card, decision: dict[str, str]) -> KeptCard:
    told = {**decision, "quoted": card.span_text, "card": msgspec.to_builtins(card)}
    kept, _ = KeptCard.objects.update_or_create(told, owner_id=by.id, post=post, start=card.start)
    return kept


def _count_falls(by: Actor, falls: int, near_falls: int) -> None:
    if falls or near_falls:
        _add_to_counts(by, past_12_months=falls, past_6_months=falls, near_falls_past_month=near_falls)


def _add_to_counts(by: Actor, **more: int) -> None:
    """Add to the counts that were answered; unanswered ones are the worst case already."""

    def change(profile: Profile) -> Answers:
        told = dict(profile.answers.get("falls") or {})
        for name, count in more.items():
            if told.get(name) is not None:
                told[name] = min(max(told[name] + count, 0), MOST_COUNTED)
        if told.get("past_12_months") == 0:
            told["injured"] = False
        return {**profile.answers, "falls": told}

    _change_answers(by, change)
