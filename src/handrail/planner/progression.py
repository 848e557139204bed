"""Where a person stands on a ladder: their history, walked through session by session.

A rung opens after sessions that were done in full, easy enough, steady, and followed by a
good morning. Trouble closes it again; a gap starts lower. Numbers and their source:
``content/progression.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from handrail.catalogue.model import Catalogue, Exercise, Ladder
from handrail.catalogue.words import Purpose
from handrail.person.model import Entry, Person
from handrail.person.words import Band, Done, NextMorning, Support
from handrail.planner import constants as c

_CAREFUL = frozenset({Support.TWO_HANDS, Support.SEATED, Support.LYING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a person stands on a ladder.

    Attributes
    ----------
    index
        The hardest rung that is open, counted from 0.
    gentle
        True while only the lowest dose is due, until the next good session.
    why
        What moved it last, as sentences; empty when nothing did.
    good
        Good sessions in a row on this rung.
    """

    index: int
    gentle: bool = False
    why: str = ""
    good: int = 0


def rung_for(person: Person, ladder: Ladder, catalogue: Catalogue) -> Standing:
    """The hardest rung of a ladder that a person's history opens.

    Parameters
    ----------
    person
        With today's date: the gap since the last session counts.
    ladder, catalogue
        Where the rungs stand.

    Returns
    -------
    Standing
        With no history, where somebody of this band may begin; on the first rung after a
        flare-up. The gate may still ask for an easier one.
    """
    walk = _Walk(ladder, tuple(catalogue[slug] for slug in ladder.rungs), person.mobility or Band.E)
    standing = Standing(index=_start(person, ladder))
    last: date | None = None
    for day, entries in _days(person):
        standing = _after_gap(standing, last, day)
        standing = walk.after(standing, [entry for entry in entries if entry.exercise in ladder.rungs])
        last = day
    return _after_gap(standing, last, person.today.date)


def volume_after_gap(person: Person) -> float:
    """The part of the usual minutes that is left after days without any session."""
    days = [day for day, _ in _days(person)]
    if not days or (person.today.date - days[-1]).days < c.SHORT_GAP_DAYS:
        return 1.0
    return c.GAP_VOLUME


def _start(person: Person, ladder: Ladder) -> int:
    screen = person.screen
    flared = screen.new_symptoms_30_days or screen.relapse_or_steroids_3_months
    if flared or person.mobility is None:
        return 0
    return ladder.rungs.index(ladder.start_for(person.mobility))


def _days(person: Person) -> Iterator[tuple[date, Sequence[Entry]]]:
    """The days up to today on which something was done, or went wrong, oldest first."""
    told = (e for e in person.history if e.date <= person.today.date)
    happened = (e for e in told if e.done is not Done.NONE or e.fall or e.near_fall)
    for day, entries in groupby(sorted(happened, key=lambda e: e.date), key=lambda e: e.date):
        yield day, tuple(entries)


def _after_gap(standing: Standing, last: date | None, day: date) -> Standing:
    days = 0 if last is None else (day - last).days
    if days >= c.LONG_GAP_DAYS:
        return Standing(index=0, gentle=True, why="Welcome back. We start on the first rung.")
    if days >= c.SHORT_GAP_DAYS:
        lower = max(standing.index - 1, 0)
        return Standing(index=lower, gentle=True, why="Welcome back. We start one step lower.")
    return standing


@dataclass(frozen=True, slots=True)
class _Walk:
    """One ladder, with its rungs in order, walked by somebody of a band."""

    ladder: Ladder
    rungs: tuple[Exercise, ...]
    band: Band

    def after(self, standing: Standing, session: Sequence[Entry]) -> Standing:
        """Where a day's entries on this ladder lead."""
        if not session:
            return standing
        reached = max(self._index(entry) for entry in session)
        at_most = min(standing.index, reached)
        if any(entry.fall for entry in session):
            why = "After a fall we go back to a rung with both hands or a seat."
            return Standing(index=self._careful_below(at_most), gentle=True, why=why)
        if any(map(_was_trouble, session)):
            why = "The last time was hard or unsteady, so this is one step lower."
            return Standing(index=max(at_most - 1, 0), gentle=True, why=why)
        if not all(map(self._was_good, session)):
            return replace(standing, good=0, why="")
        return self._one_more(standing) if reached >= standing.index else standing

    def _one_more(self, standing: Standing) -> Standing:
        good = standing.good + 1
        needed = self._sessions_needed(self.rungs[standing.index])
        if good < needed:
            return Standing(index=standing.index, good=good)
        higher = min(standing.index + 1, len(self.rungs) - 1)
        why = "Your last sessions on the rung below went well." if higher > standing.index else ""
        return Standing(index=higher, why=why)

    def _sessions_needed(self, rung: Exercise) -> int:
        return c.UNLOCK_BALANCE_SESSIONS if rung.purpose is Purpose.BALANCE else c.UNLOCK_SESSIONS

    def _was_good(self, entry: Entry) -> bool:
        return (
            entry.done is Done.FULL
            and entry.effort <= c.UNLOCK_EFFORT
            and entry.next_morning in {NextMorning.FINE, NextMorning.TIRED}
            and self._was_steady(entry)
        )

    def _was_steady(self, entry: Entry) -> bool:
        """Whether a balance rung was held long enough without a touch; other rungs need no such proof."""
        rung = self.rungs[self._index(entry)]
        if rung.purpose is not Purpose.BALANCE:
            return True
        hold = rung.dose_for(self.band).hold_s
        long_enough = hold is None or entry.hold_s is None or entry.hold_s >= min(c.UNLOCK_HOLD_S, hold.high)
        return entry.touches == 0 and long_enough

    def _index(self, entry: Entry) -> int:
        return self.ladder.rungs.index(entry.exercise)

    def _careful_below(self, index: int) -> int:
        below = (i for i in range(index - 1, -1, -1) if self.rungs[i].support in _CAREFUL)
        return next(below, 0)


def _was_trouble(entry: Entry) -> bool:
    return (
        entry.near_fall
        or not entry.form_ok
        or entry.effort >= c.LOWER_EFFORT
        or entry.pain >= c.LOWER_PAIN
        or entry.next_morning is NextMorning.WORSE
    )
