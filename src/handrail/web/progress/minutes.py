"""Minutes done, by day and by week, and the weeks as a chart. They are counted as a plan counts them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from handrail.catalogue.model import Catalogue
from handrail.person.model import Person
from handrail.planner.volume import minutes_done

WEEKS = 8
WEEK = timedelta(weeks=1)
WIDTH, ROW, BAR_TOP, BAR_HEIGHT = 320, 58, 28, 20
ROOM = 14  # to the right of the longest bar, for the end of the aim's line


@dataclass(frozen=True, slots=True)
class Week:
    """A calendar week, from Monday, with its whole minutes."""

    monday: date
    minutes: int

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Bar:
    """A week as drawn: where its words stand, and where its bar starts and how long it is."""

    week: Week
    words_y: int
    y: int
    length: float


@dataclass(frozen=True, slots=True)
class Chart:
    """The last weeks as bars, newest last; `aim_x` is where the line of the aim stands."""

    title: str
    bars: tuple[Bar, ...]
    aim: int | None
    aim_x: float | None
    is_quiet: bool

    width = WIDTH
    bar_height = BAR_HEIGHT

    @property
    def height(self) -> int:
        """The height of the drawing."""
        return ROW * len(self.bars)


def minutes_by_day(person: Person, catalogue: Catalogue) -> dict[date, float]:
    """The minutes of each day on which something was done."""
    days: dict[date, float] = defaultdict(float)
    for entry in person.history:
        days[entry.date] += minutes_done(entry, catalogue, person)
    return {day: minutes for day, minutes in days.items() if minutes}


def chart_of(days: Mapping[date, float], aim: int | None, today: date) -> Chart:
    """The weeks up to today against the aim."""
    this_monday = today - timedelta(days=today.weekday())
    weeks = [_week(days, this_monday - back * WEEK) for back in range(WEEKS - 1, -1, -1)]
    most = max(aim or 0, *(week.minutes for week in weeks), 1)
    a_minute = (WIDTH - ROOM) / most
    bars = tuple(
        Bar(week, row * ROW + 20, row * ROW + BAR_TOP, round(week.minutes * a_minute, 1))
        for row, week in enumerate(weeks)
    )
    is_quiet = not any(week.minutes for week in weeks[-2:])
    return Chart(_title(weeks, aim), bars, aim, round(aim * a_minute, 1) if aim else None, is_quiet)


def _week(days: Mapping[date, float], monday: date) -> Week:
    return Week(monday, round(sum(minutes for day, minutes in days.items() if monday <= day < monday + WEEK)))


def _title(weeks: Sequence[Week], aim: int | None) -> str:
    least, most = min(week.minutes for week in weeks), max(week.minutes for week in weeks)
    range_ = f"{most}" if least == most else f"from {least} to {most}"
    said = f"In the last {len(weeks)} weeks you did {range_} minutes a week."
    return f"{said} Your own aim is {aim}." if aim else said
