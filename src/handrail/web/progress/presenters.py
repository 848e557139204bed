"""The log as a page shows it: by day, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils import timezone

from handrail.catalogue.model import Catalogue, Exercise, Ladder
from handrail.person.model import Person
from handrail.planner.constants import SHORT_GAP_DAYS
from handrail.planner.notices import Notice, notices_for
from handrail.web.practice.models import LogEntry, SessionNote

DONE_WORDS = {"full": "done", "part": "done in part", "none": "left out"}
EFFORT_WORDS = {2: "very easy", 4: "easy", 6: "medium", 8: "hard", 10: "very hard"}
"""By the most that each counts up to; the words of the question after a session."""


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
    """What was done on one day, in the order it was done, and what was written about it."""

    date: date
    entries: tuple[EntryView, ...]
    notes: tuple[SessionNote, ...] = ()

    @property
    def falls(self) -> int:
        """How many entries tell of a fall."""
        return sum(bool(view.entry.fall) for view in self.entries)

    @property
    def near_falls(self) -> int:
        """How many entries tell of a near-fall and of no fall."""
        return sum(bool(view.entry.near_fall) and not view.entry.fall for view in self.entries)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person is on a ladder: the rung they did last."""

    ladder: Ladder
    exercise: Exercise


def view_days(
    entries: Sequence[LogEntry], catalogue: Catalogue, notes: Iterable[SessionNote] = ()
) -> list[DayView]:
    """Entries and notes by day, newest day first; `entries` come newest first, `notes` oldest first."""
    done = {day: list(rows) for day, rows in groupby(entries, key=_day)}
    written = notes_by_day(notes, entries)
    return [
        DayView(
            day,
            tuple(_view(entry, catalogue) for entry in reversed(done.get(day, []))),
            tuple(written.get(day, [])),
        )
        for day in sorted(done.keys() | written.keys(), reverse=True)
    ]


def notes_by_day(notes: Iterable[SessionNote], entries: Iterable[LogEntry]) -> dict[date, list[SessionNote]]:
    """Notes under the day of their session; under the day they were written, where the log has no such session."""
    days = {entry.session: _day(entry) for entry in entries}
    by_day: dict[date, list[SessionNote]] = {}
    for note in notes:
        by_day.setdefault(days.get(note.session) or timezone.localdate(note.written), []).append(note)
    return by_day


def standings(entries: Iterable[LogEntry], catalogue: Catalogue) -> list[Standing]:
    """The last rung done on each ladder, in the catalogue's order; `entries` come newest first."""
    last: dict[str, Exercise] = {}
    for entry in entries:
        if entry.exercise in catalogue and entry.done != "none":
            exercise = catalogue[entry.exercise]
            last.setdefault(exercise.ladder, exercise)
    return [Standing(ladder, last[slug]) for slug, ladder in catalogue.ladders.items() if slug in last]


def was_away(days: Sequence[DayView], today: date) -> bool:
    """Whether the last session is so long ago that the next one starts lower."""
    last = next((day.date for day in days if day.entries), today)
    return (today - last).days >= SHORT_GAP_DAYS


def _day(entry: LogEntry) -> date:
    return timezone.localdate(entry.started)


def _view(entry: LogEntry, catalogue: Catalogue) -> EntryView:
    known = catalogue.exercises.get(entry.exercise)
    return EntryView(entry, known.name if known else entry.exercise)


@dataclass(frozen=True, slots=True)
class NoticeView:
    """What to talk about, with its ladder and the rungs of then and now."""

    notice: Notice
    ladder: Ladder
    then: Exercise
    now: Exercise


def view_notices(person: Person, catalogue: Catalogue) -> list[NoticeView]:
    """What a history gives reason to talk about."""
    return [
        NoticeView(one, catalogue.ladders[one.ladder], catalogue[one.rung_then], catalogue[one.rung_now])
        for one in notices_for(person, catalogue)
    ]
