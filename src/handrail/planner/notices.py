"""What a history says that a person should talk about: a ladder that stands still, or one that is lost.

A notice is no diagnosis: it holds dates and rungs, and says whom to ask. Days away are no
decline. Numbers and their source: ``content/progression.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from handrail.catalogue.model import Catalogue, Ladder
from handrail.person.model import Person
from handrail.person.words import Done
from handrail.planner import constants as c
from handrail.planner.constants import Family
from handrail.planner.ledger import family_of
from handrail.planner.progression import Standing, standings_over

_CLIMBED = frozenset({Family.BALANCE, Family.STRENGTH, Family.AEROBIC})
_WEEK = timedelta(weeks=1)


class NoticeKind(StrEnum):
    """What a notice is about, the more pressing first."""

    DECLINE = "decline"
    PLATEAU = "plateau"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One ladder to talk about.

    `rung_then` was open on the day `since`, `rung_now` is open today; both are slugs.
    `sessions` are the days between on which the ladder was done.
    """

    kind: NoticeKind
    ladder: str
    since: date
    until: date
    rung_then: str
    rung_now: str
    sessions: int
    text: str


def notices_for(person: Person, catalogue: Catalogue) -> tuple[Notice, ...]:
    """Everything a history gives reason to talk about, declines first, in the order of the ladders."""
    tracks = [_track(person, ladder, catalogue) for ladder in _climbed(person, catalogue)]
    found = [*_declines(tracks), *(notice for track in tracks for notice in _plateau(track))]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Track:
    """A ladder with where the person stood on it, and the days and the rung, from 0, on which it was done."""

    ladder: Ladder
    today: date
    standings: tuple[tuple[date, Standing], ...]
    done: tuple[tuple[date, int], ...]

    def index_on(self, day: date) -> int | None:
        """The rung that was open after a day; None before the history begins."""
        before = [standing.index for on, standing in self.standings if on <= day]
        return before[-1] if before else None

    def indexes(self, first: date, last: date) -> list[int]:
        """The rungs that were open from one day to another, both counted."""
        before = self.index_on(first)
        within = [standing.index for on, standing in self.standings if first < on <= last]
        return within if before is None else [before, *within]

    def days_from(self, day: date, rung: int = 0) -> set[date]:
        """The days from then on, on which this rung or a harder one was done."""
        return {on for on, index in self.done if on >= day and index >= rung}

    def had_days_away(self, day: date) -> bool:
        """Whether the person rested long enough since that day to start lower."""
        days = [*sorted({on for on, _ in self.standings if on >= day}), self.today]
        return any((later - earlier).days >= c.SHORT_GAP_DAYS for earlier, later in pairwise(days))

    def notice(self, kind: NoticeKind, since: date, then: int) -> Notice:
        """The notice in numbers."""
        rungs, now = self.ladder.rungs, self.standings[-1][1].index
        return Notice(
            kind=kind,
            ladder=self.ladder.slug,
            since=since,
            until=self.today,
            rung_then=rungs[then],
            rung_now=rungs[now],
            sessions=len(self.days_from(since)),
            text=c.NOTICE_SAYS[kind.value],
        )


def _climbed(person: Person, catalogue: Catalogue) -> Iterator[Ladder]:
    """The ladders in the history that are there to be climbed."""
    done = {
        catalogue[entry.exercise].ladder for entry in person.history if _counts(entry.exercise, catalogue)
    }
    return (ladder for slug, ladder in catalogue.ladders.items() if slug in done)


def _counts(slug: str, catalogue: Catalogue) -> bool:
    return family_of(catalogue[slug].purpose) in _CLIMBED


def _track(person: Person, ladder: Ladder, catalogue: Catalogue) -> _Track:
    entries = (e for e in person.history if e.done is not Done.NONE and e.date <= person.today.date)
    return _Track(
        ladder=ladder,
        today=person.today.date,
        standings=tuple(standings_over(person, ladder, catalogue)),
        done=tuple((e.date, ladder.rungs.index(e.exercise)) for e in entries if e.exercise in ladder.rungs),
    )


def _plateau(track: _Track) -> Iterator[Notice]:
    """A rung done again and again, in each week, that never led on to the next."""
    since = track.today - timedelta(days=c.PLATEAU_DAYS)
    then = track.index_on(since)
    indexes = track.indexes(since, track.today)
    if then is None or then == len(track.ladder.rungs) - 1 or not then == max(indexes) == indexes[-1]:
        return
    done = track.days_from(since, then)
    weeks = {(track.today - day - timedelta(days=1)) // _WEEK for day in done if day < track.today}
    if len(done) >= c.PLATEAU_SESSIONS and len(weeks) >= c.PLATEAU_DAYS // _WEEK.days:
        yield track.notice(NoticeKind.PLATEAU, since, then)


def _declines(tracks: list[_Track]) -> Iterator[Notice]:
    soon = [n for track in tracks for n in _lost(track, c.DECLINE["days"], c.DECLINE["lost_for_days"])]
    late = [
        n for track in tracks for n in _lost(track, c.DECLINE["long_days"], c.DECLINE["long_lost_for_days"])
    ]
    told = [*(soon if len(soon) >= c.DECLINE["ladders"] else []), *late]
    yield from {notice.ladder: notice for notice in told}.values()


def _lost(track: _Track, days: int, for_days: int) -> Iterator[Notice]:
    """A rung that was open all the time until so many days ago, and on none of the last days."""
    since = track.today - timedelta(days=days)
    steady = since - timedelta(days=c.DECLINE["steady_days"])
    if track.index_on(steady) is None or track.had_days_away(steady):
        return
    if len(track.days_from(since)) < c.DECLINE["sessions"]:
        return
    then = min(track.indexes(steady, since))
    lately = track.indexes(track.today - timedelta(days=for_days), track.today)
    if max(lately) < then:
        yield track.notice(NoticeKind.DECLINE, since, then)
