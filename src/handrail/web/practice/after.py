"""The two questions after a session: what they ask, when they open, and when they go by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from django.utils import timezone

from handrail.person.model import UNKNOWN
from handrail.person.words import NextMorning
from handrail.web.practice.models import AfterEvent
from handrail.web.profile.questions import Choice

SETTLES_WITHIN: Final = timedelta(hours=2)
A_DAY: Final = timedelta(days=1)
MORNING: Final = time(4)
MOST_SHOWN: Final = 2
"""How often Today shows one question before it stays away."""

TWO_HOURS = (
    Choice("settled", True, "Yes, as before"),
    Choice("longer", False, "No, it took longer"),
    Choice("unknown", UNKNOWN, "I do not know"),
)
NEXT_MORNING = (
    Choice("fine", NextMorning.FINE, "Fine, as usual"),
    Choice("tired", NextMorning.TIRED, "More tired than usual"),
    Choice("worse", NextMorning.WORSE, "Worse: more pain, weaker or stiffer"),
)
CHOICES: Final = {AfterEvent.About.TWO_HOURS: TWO_HOURS, AfterEvent.About.NEXT_MORNING: NEXT_MORNING}

THIS_MORNING: Final = "How were you this morning, after your session yesterday?"
_DAY_PARTS = ((12, "morning"), (18, "afternoon"), (24, "evening"))


@dataclass(frozen=True, slots=True)
class Ended:
    """A session in which something was done; `moment` is empty where its timeline is not here."""

    session: UUID
    started: datetime
    finished: datetime
    moment: str = ""

    @property
    def day(self) -> date:
        """The day it counts for."""
        return timezone.localdate(self.started)


@dataclass(frozen=True, slots=True)
class Asks:
    """One question about one session, with what became of it so far.

    `ended` is when its session did, the last one of several.
    """

    about: AfterEvent.About
    session: UUID
    text: str
    ended: datetime
    said: str = ""
    shown: int = 0
    put_away: bool = False
    reminded: bool = False

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Its answers to tap."""
        return CHOICES[self.about]

    @property
    def is_due(self) -> bool:
        """Whether Today should show it."""
        return not self.said and not self.put_away and self.shown < MOST_SHOWN


def open_questions(
    sessions: Iterable[Ended], events: Sequence[AfterEvent], now: datetime, *, checked_in: bool
) -> list[Asks]:
    """What can be answered now, in the order of time.

    Parameters
    ----------
    sessions
        Those of yesterday and today.
    events
        What became of their questions, oldest first.
    checked_in
        Whether a check-in of today told how the morning was.
    """
    ordered = sorted(sessions, key=lambda ended: ended.finished)
    today = timezone.localdate(now)
    asks = list(_two_hours(ordered, events, now, today))
    of_yesterday = [ended for ended in ordered if today - ended.day == A_DAY]
    if of_yesterday and timezone.localtime(now).time() >= MORNING:
        morning = _asks(AfterEvent.About.NEXT_MORNING, of_yesterday, THIS_MORNING, events)
        asks += [morning] if morning.said or not checked_in else []
    return asks


def choice_of(event: AfterEvent) -> Choice:
    """The answer that was tapped."""
    return next(choice for choice in CHOICES[AfterEvent.About(event.about)] if choice.code == event.answer)


def _two_hours(
    sessions: Iterable[Ended], events: Sequence[AfterEvent], now: datetime, today: date
) -> Iterator[Asks]:
    for ended in sessions:
        if ended.finished + SETTLES_WITHIN <= now and today - ended.day <= A_DAY:
            text = f"Two hours after {_named(ended, today)}: had it all settled?"
            yield _asks(AfterEvent.About.TWO_HOURS, [ended], text, events)


def _asks(
    about: AfterEvent.About, sessions: Sequence[Ended], text: str, events: Sequence[AfterEvent]
) -> Asks:
    ids = {ended.session for ended in sessions}
    codes = [event.answer for event in events if event.about == about and event.session in ids]
    answers = {choice.code for choice in CHOICES[about]}
    return Asks(
        about,
        sessions[-1].session,
        text,
        sessions[-1].finished,
        said=next((code for code in reversed(codes) if code in answers), ""),
        shown=codes.count(AfterEvent.SHOWN),
        put_away=AfterEvent.PUT_AWAY in codes,
        reminded=AfterEvent.REMINDED in codes,
    )


def _named(ended: Ended, today: date) -> str:
    is_today = ended.day == today
    if ended.moment:
        return f"“{ended.moment}” {'today' if is_today else 'yesterday'}"
    hour = timezone.localtime(ended.started).hour
    part = next(words for until, words in _DAY_PARTS if hour < until)
    return f"your session {'this' if is_today else 'yesterday'} {part}"
