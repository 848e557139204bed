"""The log as a page shows it: by day, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from handrail.catalogue.model import Catalogue, Exercise, Ladder
from handrail.person.model import Person
from handrail.planner.constants import SHORT_GAP_DAYS
from handrail.planner.notices import Notice, notices_for
from handrail.web.practice.models import LogEntry, SessionNote
from handrail.web.practice.queries import UNDO_FOR, Deleted
from handrail.web.progress.month import Told
from handrail.web.progress.queries import Happening, Source

DONE_WORDS = {"full": "done", "part": "done in part", "none": "left out"}
EFFORT_WORDS = {2: "very easy", 4: "easy", 6: "medium", 8: "hard", 10: "very hard"}
"""By the most that each counts up to; the words of the question after a session."""
HURT_WORDS = {True: "Hurt", False: "Not hurt"}
RISE_WORDS = {True: "Got up alone", False: "Could not get up alone"}


@dataclass(frozen=True, slots=True)
class EntryView:
    """One exercise as it was done."""

    entry: LogEntry
    name: str

    @property
    def done(self) -> str:
        """How much was done, in words."""
        return DONE_WORDS[self.entry.done]

    @property
    def effort(self) -> str:
        """The effort in words; empty when it was not answered."""
        if self.entry.effort is None:
            return ""
        return next(words for most, words in EFFORT_WORDS.items() if self.entry.effort <= most)


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of the log: what was done, in the order it was done, what was written, and the falls told of."""

    date: date
    minutes: int
    entries: tuple[EntryView, ...]
    told: Told
    notes: tuple[SessionNote, ...] = ()


@dataclass(frozen=True, slots=True)
class FallView:
    """Falls or near-falls told of at once, in words."""

    happening: Happening
    where: str
    facts: str


@dataclass(frozen=True, slots=True)
class DeletedView:
    """What one tap deleted, in words, to undo."""

    act: UUID
    until: datetime
    text: str
    told_of_fall: bool


@dataclass(frozen=True, slots=True)
class NoticeView:
    """What to talk about, with its ladder and the rungs of then and now."""

    notice: Notice
    ladder: Ladder
    then: Exercise
    now: Exercise


def by_day(entries: Iterable[LogEntry]) -> dict[date, list[LogEntry]]:
    """Entries by the day they were begun, in the order they come."""
    days: dict[date, list[LogEntry]] = {}
    for entry in entries:
        days.setdefault(timezone.localdate(entry.started), []).append(entry)
    return days


def notes_by_day(notes: Iterable[SessionNote], entries: Iterable[LogEntry]) -> dict[date, list[SessionNote]]:
    """Notes under the day of their session; under the day they were written, where the log has no such session."""
    days = {entry.session: timezone.localdate(entry.started) for entry in entries}
    found: dict[date, list[SessionNote]] = {}
    for note in notes:
        found.setdefault(days.get(note.session) or timezone.localdate(note.written), []).append(note)
    return found


def view_days(
    days: Mapping[date, Told],
    entries: Mapping[date, Sequence[LogEntry]],
    notes: Mapping[date, Sequence[SessionNote]],
    minutes: Mapping[date, float],
    catalogue: Catalogue,
) -> list[DayView]:
    """Days of the log, newest first; a day's entries come newest first, its notes oldest first."""
    return [
        DayView(
            day,
            round(minutes.get(day, 0)),
            tuple(_view(entry, catalogue) for entry in reversed(entries.get(day, ()))),
            told,
            tuple(notes.get(day, ())),
        )
        for day, told in sorted(days.items(), reverse=True)
    ]


def view_diary(diary: Iterable[Happening], catalogue: Catalogue) -> list[FallView]:
    """The diary of falls, in the order it comes."""
    return [FallView(one, _where(one, catalogue), _facts(one)) for one in diary]


def view_deleted(deleted: Iterable[Deleted], catalogue: Catalogue) -> list[DeletedView]:
    """What can still be brought back."""
    return [
        DeletedView(
            one.act,
            one.made + UNDO_FOR,
            _deleted_text(one.entries, catalogue),
            any(entry.fall for entry in one.entries),
        )
        for one in deleted
        if one.entries
    ]


def was_away(days: Iterable[date], today: date) -> bool:
    """Whether the last session is so long ago that the next one starts lower."""
    last = max(days, default=None)
    return last is not None and (today - last).days >= SHORT_GAP_DAYS


def view_notices(person: Person, catalogue: Catalogue) -> list[NoticeView]:
    """What a history gives reason to talk about."""
    return [
        NoticeView(one, catalogue.ladders[one.ladder], catalogue[one.rung_then], catalogue[one.rung_now])
        for one in notices_for(person, catalogue)
    ]


def _view(entry: LogEntry, catalogue: Catalogue) -> EntryView:
    return EntryView(entry, _name(entry.exercise, catalogue))


def _name(slug: str, catalogue: Catalogue) -> str:
    known = catalogue.exercises.get(slug)
    return known.name if known else slug


def _where(one: Happening, catalogue: Catalogue) -> str:
    if one.source is Source.SESSION:
        return f"In a session, at “{_name(one.exercise, catalogue)}”"
    return "Told at a check-in" if one.source is Source.CHECK_IN else one.doing or "Written down by hand"


def _facts(one: Happening) -> str:
    told = [words[answer] for words, answer in ((HURT_WORDS, one.injured), (RISE_WORDS, one.can_rise_alone))
            if answer is not None]  # fmt: skip
    return ". ".join(told)


def _deleted_text(entries: Sequence[LogEntry], catalogue: Catalogue) -> str:
    one = f"“{_name(entries[0].exercise, catalogue)}”"
    what = one if len(entries) == 1 else f"{len(entries)} exercises"
    day = timezone.localdate(entries[0].started)
    return f"{what} of {day.day} {day:%B %Y}"
