"""A month as a table of days: how much was done on each, and whether there was a fall."""

from __future__ import annotations

import math
from calendar import Calendar, day_abbr, day_name
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from handrail.web.progress.queries import Happening

MINUTES_A_DOT, MOST_DOTS = 10, 3
WEEKDAYS = tuple((name, short[:2]) for name, short in zip(day_name, day_abbr, strict=True))
"""Each weekday's name, and as the table's head has it, which is two letters wide."""


@dataclass(frozen=True, slots=True)
class Told:
    """How many falls and near-falls somebody told of on a day."""

    falls: int = 0
    near_falls: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the month; `told` is None where nothing of that day stands in the log."""

    date: date
    minutes: int
    told: Told | None
    is_today: bool

    @property
    def dots(self) -> str:
        """The minutes as dots, one for each ten begun, three at most."""
        return "●" * min(math.ceil(self.minutes / MINUTES_A_DOT), MOST_DOTS)

    @property
    def spoken(self) -> str:
        """What the day says to somebody who does not see it."""
        told = self.told or Told()
        said = [
            *_counted(self.minutes, "minute"),
            *_counted(told.falls, "fall"),
            *_counted(told.near_falls, "near-fall"),
        ]
        return ", ".join(said) or "nothing done"


@dataclass(frozen=True, slots=True)
class Month:
    """A month: its weeks from Monday, None where a week reaches into another month.

    `before` and `after` are the first days of the months beside it; None past the ends of the log.
    """

    first: date
    weeks: tuple[tuple[Cell | None, ...], ...]
    before: date | None
    after: date | None

    weekdays = WEEKDAYS


def month_of(first: date, minutes: Mapping[date, float], told: Mapping[date, Told], today: date) -> Month:
    """A month of the log.

    Parameters
    ----------
    first
        Its first day.
    minutes
        The minutes of each day on which something was done.
    told
        The days that have a section, with their falls and near-falls.
    today
        The log goes on at least until this day.
    """
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    following = month_after(first)
    return Month(
        first,
        tuple(
            tuple(
                _cell(day, minutes.get(day, 0), told.get(day), today) if first <= day < following else None
                for day in week
            )
            for week in weeks
        ),
        before=(first - timedelta(days=1)).replace(day=1) if min([*told, today]) < first else None,
        after=following if max([*told, today]) >= following else None,
    )


def falls_by_day(diary: Iterable[Happening]) -> dict[date, Told]:
    """How many falls and near-falls each day had; days without any are not in it."""
    days: dict[date, Told] = {}
    for one in diary:
        before = days.get(one.day, Told())
        more = (
            {"falls": before.falls + one.count}
            if one.is_fall
            else {"near_falls": before.near_falls + one.count}
        )
        days[one.day] = replace(before, **more)
    return days


def month_after(first: date) -> date:
    """The first day of the next month."""
    return (first + timedelta(days=31)).replace(day=1)


def _cell(day: date, minutes: float, told: Told | None, today: date) -> Cell:
    return Cell(day, round(minutes), told, is_today=day == today)


def _counted(number: int, word: str) -> list[str]:
    return [f"{number} {word}{'s' if number > 1 else ''}"] if number else []
