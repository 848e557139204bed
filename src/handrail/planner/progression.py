"""Where a person stands on a ladder: their history, walked through session by session.

A rung opens after sessions that were done in full, easy enough, steady, known to have settled
within two hours, and followed by a good morning; not two rungs in a week. Trouble closes it again; a gap starts lower. Numbers
and their source: ``content/progression.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from handrail.catalogue.model import Catalogue, Exercise, Ladder
from handrail.catalogue.words import Purpose
from handrail.person.model import UNKNOWN, Entry, Person
from handrail.person.readiness import restarted_on
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
    hold_s
        How long a balance rung is held next; 0 for its shortest hold.
    known
        The hardest rung that was open before: up to here the way back may be quick.
    opened
        When a rung that was not known opened last.
    used
        When this rung, or one above it, was done last; None before the first time.
    """

    index: int
    gentle: bool = False
    why: str = ""
    good: int = 0
    hold_s: float = 0
    known: int = 0
    opened: date | None = None
    used: date | None = None


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
        flare-up, a stay in hospital or a new dose. The gate may still ask for an easier one.
    """
    *_, (_, standing) = standings_over(person, ladder, catalogue)
    return standing


def standings_over(person: Person, ladder: Ladder, catalogue: Catalogue) -> Iterator[tuple[date, Standing]]:
    """Where the person stood after each day on which something was done, and where they stand today."""
    walk = _Walk(ladder, tuple(catalogue[slug] for slug in ladder.rungs), person.mobility or Band.E)
    standing = _start(person, ladder)
    last: date | None = None
    for day, entries in _days(person):
        standing = _after_gap(standing, last, day)
        standing = walk.after(standing, day, [entry for entry in entries if entry.exercise in ladder.rungs])
        last = day
        yield day, standing
    yield person.today.date, _after_gap(standing, last, person.today.date)


def _start(person: Person, ladder: Ladder) -> Standing:
    if restarted_on(person):
        why = "After a stay in hospital, or with a new medicine or dose, we start on the first rung."
        return Standing(index=0, gentle=True, why=why)
    if _flared(person) or person.mobility is None:
        return Standing(index=0)
    start = ladder.rungs.index(ladder.start_for(person.mobility))
    return Standing(index=start, known=start)


def _flared(person: Person) -> bool:
    return person.screen.new_symptoms_30_days or person.screen.relapse_or_steroids_3_months


def _days(person: Person) -> Iterator[tuple[date, Sequence[Entry]]]:
    """The days up to today that count, on which something was done or went wrong, oldest first."""
    today = person.today.date
    first = today - timedelta(days=c.FLARE_DAYS_COUNTED) if _flared(person) else date.min
    first = max(first, restarted_on(person) or date.min)
    told = (e for e in person.history if first <= e.date <= today)
    happened = (e for e in told if e.done is not Done.NONE or e.fall or e.near_fall)
    for day, entries in groupby(sorted(happened, key=lambda e: e.date), key=lambda e: e.date):
        yield day, tuple(entries)


def _after_gap(standing: Standing, last: date | None, day: date) -> Standing:
    days = 0 if last is None else (day - last).days
    if days >= c.LONG_GAP_DAYS:
        return Standing(index=0, gentle=True, why="Welcome back. We start on the first rung.", used=day)
    if days >= c.SHORT_GAP_DAYS:
        return _lower(standing, standing.index - 1, "Welcome back. We start one step lower.", day)
    return _after_disuse(standing, day)


def _after_disuse(standing: Standing, day: date) -> Standing:
    steps = 0 if standing.used is None else (day - standing.used).days // c.UNUSED_DAYS
    if not steps:
        return standing
    why = "You have not done this for some weeks, so we start lower."
    return _lower(standing, standing.index - steps, why, day)


def _lower(standing: Standing, index: int, why: str, day: date) -> Standing:
    """A lower rung, at its lowest dose; the rungs above stay known."""
    known, opened = standing.known, standing.opened
    return Standing(index=max(index, 0), gentle=True, why=why, known=known, opened=opened, used=day)


@dataclass(frozen=True, slots=True)
class _Walk:
    """One ladder, with its rungs in order, walked by somebody of a band."""

    ladder: Ladder
    rungs: tuple[Exercise, ...]
    band: Band

    def after(self, standing: Standing, day: date, session: Sequence[Entry]) -> Standing:
        """Where a day's entries on this ladder lead; however many there are, they are one session."""
        if not session:
            return standing
        reached = max(self._index(entry) for entry in session)
        at_most = min(standing.index, reached)
        if any(entry.fall for entry in session):
            why = "After a fall we go back to a rung with both hands or a seat."
            return Standing(index=self._careful_below(at_most), gentle=True, why=why, used=day)
        if any(map(_was_trouble, session)):
            return _lower(standing, at_most - 1, _why_lower(session), day)
        used = day if reached >= standing.index else standing.used
        standing = replace(standing, used=used, why="")
        if not all(map(self._was_good, session)):
            return replace(standing, good=0)
        if any(entry.settled_2h == UNKNOWN for entry in session):
            why = "We do not know how you were two hours after, so this stays as it is."
            return replace(standing, good=0, why=why)
        standing = replace(standing, gentle=False)
        proofs = [entry for entry in session if self._proves(entry, standing)]
        return self._one_more(standing, day, proofs) if proofs else standing

    def _proves(self, entry: Entry, standing: Standing) -> bool:
        """Whether it was done on the open rung, and not held firmer than that asks for."""
        index = self._index(entry)
        firmer = entry.support is not None and entry.support > self.rungs[index].support
        return index >= standing.index and not firmer

    def _one_more(self, standing: Standing, day: date, proofs: Sequence[Entry]) -> Standing:
        rung = self.rungs[standing.index]
        longer_s = self._longer_hold(rung, proofs)
        if longer_s is not None:
            return replace(
                standing, hold_s=longer_s, why="You stood steadily, so you hold it a little longer."
            )
        good = standing.good + 1
        higher = standing.index + 1
        if good < self._sessions_needed(rung) or higher == len(self.rungs):
            return replace(standing, good=good)
        is_new = higher > standing.known
        if is_new and standing.opened and (day - standing.opened).days < c.DAYS_BETWEEN_RUNGS:
            why = "This goes well. One new step a week is enough, so the next one waits a few days."
            return replace(standing, good=good, why=why)
        return Standing(
            index=higher,
            why="Your last sessions on the rung below went well.",
            known=max(higher, standing.known),
            opened=day if is_new else standing.opened,
            used=day,
        )

    def _longer_hold(self, rung: Exercise, proofs: Sequence[Entry]) -> float | None:
        """The hold to do next on a balance rung; None where it is long enough. One not told was the shortest."""
        hold = rung.dose_for(self.band).hold_s
        if rung.purpose is not Purpose.BALANCE or hold is None:
            return None
        held_s = max(hold.low, *(entry.hold_s or 0 for entry in proofs))
        enough_s = min(c.UNLOCK_HOLD_S, hold.high)
        return min(held_s + c.STEP["hold_s"], enough_s) if held_s < enough_s else None

    def _sessions_needed(self, rung: Exercise) -> int:
        return c.UNLOCK_BALANCE_SESSIONS if rung.purpose is Purpose.BALANCE else c.UNLOCK_SESSIONS

    def _was_good(self, entry: Entry) -> bool:
        """Done in full, easy enough, with a good morning after; without a touch where balance is the point."""
        is_balance = self.rungs[self._index(entry)].purpose is Purpose.BALANCE
        return (
            entry.done is Done.FULL
            and entry.effort <= c.UNLOCK_EFFORT
            and entry.next_morning in {NextMorning.FINE, NextMorning.TIRED}
            and not (is_balance and entry.touches)
        )

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
        or entry.settled_2h is False
        or entry.next_morning is NextMorning.WORSE
    )


def _why_lower(session: Sequence[Entry]) -> str:
    if all(entry.settled_2h is not False for entry in session):
        return "The last time was hard or unsteady, so this is one step lower."
    return "Your body took more than two hours to settle, so this is one step lower."
