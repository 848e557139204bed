"""The person who exercises, as frozen values.

Every default is the worst case: a `Person()` that answered nothing may do nothing.
Which answers are missing is kept in `Person.unanswered`, so that pages and plans can
say what answering would open.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from handrail.person.words import (
    Band,
    ChangeVerdict,
    Done,
    Equipment,
    Goal,
    HelperNear,
    NextMorning,
    Place,
    Support,
    Weekday,
)
from handrail.units import Side

MOST_COUNTED = 999
WORST_RATING = 10
MINUTES_PER_DAY = 1440
FIRST_YEAR, LAST_YEAR = 1900, 2200  # a plan reckons with the days around a date

Settled = bool | Literal["unknown"]
UNKNOWN: Final = "unknown"


def _within(name: str, value: float | None, low: float, high: float) -> None:
    if value is not None and not low <= value <= high:
        message = f"{name} is {value}, which is not between {low} and {high}"
        raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Falls:
    """Falls and near-falls the person remembers."""

    past_12_months: int = MOST_COUNTED
    past_6_months: int = MOST_COUNTED
    injured: bool = True
    can_rise_alone: bool = False
    near_falls_past_month: int = MOST_COUNTED
    fear_limits_activity: bool = False
    reviewed: date | None = None

    def __post_init__(self) -> None:
        """Refuse counts that contradict each other."""
        for name in ("past_12_months", "past_6_months", "near_falls_past_month"):
            _within(name, getattr(self, name), 0, MOST_COUNTED)
        if self.past_6_months > self.past_12_months:
            message = "past_6_months is more than past_12_months"
            raise ValueError(message)
        if self.injured and self.past_12_months == 0:
            message = "injured is true with no fall in past_12_months"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """The readiness answers (Q1 to Q16); true is the answer that asks for care,
    except for `floor_transfer_alone` and `cleared_by_clinician`.
    """

    heart_lung: bool = True
    chest_pain: bool = True
    faint_or_dizzy: bool = True
    new_symptoms_30_days: bool = True
    relapse_or_steroids_3_months: bool = True
    fragile_bones: bool = True
    joint_or_surgery_12_months: bool = True
    sedating_medicine: bool = True
    device_sore_or_numb_feet: bool = True
    heat_sensitive: bool = True
    vision_or_vertigo: bool = True
    floor_transfer_alone: bool = False
    neck_shock_or_spasms: bool = True
    needs_help_with_instructions: bool = True
    pregnant_or_other_condition: bool = True
    supervised_only: bool = True
    cleared_by_clinician: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What the person knows about their balance."""

    falls_when_eyes_close: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """What is at home."""

    places: frozenset[Place] = frozenset()
    equipment: frozenset[Equipment] = frozenset()
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A recurring chance to move. `equipment` None means all of the home's."""

    name: str
    place: Place
    days: tuple[Weekday, ...]
    minutes: int
    helper: HelperNear = HelperNear.NONE
    equipment: frozenset[Equipment] | None = None

    def __post_init__(self) -> None:
        """Refuse a moment nobody could use."""
        if not self.name.strip():
            message = "name is empty"
            raise ValueError(message)
        _within("minutes", self.minutes, 1, MINUTES_PER_DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseLimit:
    """A therapist's upper limit for one exercise."""

    sets: int | None = None
    reps: int | None = None
    hold_s: float | None = None
    per_week: int | None = None

    def __post_init__(self) -> None:
        """Refuse a limit below nothing."""
        for name in ("sets", "reps", "hold_s", "per_week"):
            _within(name, getattr(self, name), 0, MOST_COUNTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class TherapistLimits:
    """Limits over the whole plan."""

    minutes_per_day: int | None = None
    support_at_least: Support = Support.NONE
    helper_at_least: HelperNear = HelperNear.NONE

    def __post_init__(self) -> None:
        """Refuse minutes no day has."""
        _within("minutes_per_day", self.minutes_per_day, 0, MINUTES_PER_DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Therapist:
    """What a therapist set: always obeyed."""

    locks: frozenset[str] = frozenset()
    opens: frozenset[str] = frozenset()
    doses: dict[str, DoseLimit] = field(default_factory=dict)
    limits: TherapistLimits = TherapistLimits()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """How the body is on one day.

    `minutes_since_sedating_dose` None means none taken for somebody without a sedating
    medicine, and inside the window for everybody else.
    """

    date: date
    feeling_ill: bool = True
    new_symptom: bool = True
    falls_since_last: int = MOST_COUNTED
    pain: int = WORST_RATING
    energy: int = 0
    stiffness: int = WORST_RATING
    hot: bool = True
    minutes_since_sedating_dose: int | None = None
    helper: HelperNear = HelperNear.NONE
    signs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a year that no plan can be for, ratings outside 0 to 10 and counts below nothing."""
        _within("the year of date", self.date.year, FIRST_YEAR, LAST_YEAR)
        for name in ("pain", "energy", "stiffness"):
            _within(name, getattr(self, name), 0, WORST_RATING)
        _within("falls_since_last", self.falls_since_last, 0, MOST_COUNTED)
        _within("minutes_since_sedating_dose", self.minutes_since_sedating_dose, 0, 7 * MINUTES_PER_DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One exercise as it was done on one day.

    `settled_2h` is False where what it stirred up took more than two hours to settle, and
    ``"unknown"`` where somebody was asked and did not say: that proves nothing and blames nothing.
    A file without it comes from where nobody asks, and means that nothing lingered.
    """

    date: date
    exercise: str
    side: str | None = None
    done: Done = Done.NONE
    sets: int | None = None
    reps: int | None = None
    hold_s: float | None = None
    support: Support | None = None
    effort: int = WORST_RATING
    pain: int = WORST_RATING
    form_ok: bool = False
    touches: int = MOST_COUNTED
    near_fall: bool = True
    fall: bool = True
    next_morning: NextMorning | None = None
    settled_2h: Settled = True

    def __post_init__(self) -> None:
        """Refuse ratings outside 0 to 10."""
        _within("effort", self.effort, 0, WORST_RATING)
        _within("pain", self.pain, 0, WORST_RATING)
        _within("touches", self.touches, 0, MOST_COUNTED)
        if self.side not in {None, "left", "right", "each", "both"}:
            message = f"side is {self.side!r}; it may be left, right, each, both or null"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change that `measure` found, told against the noise of the test."""

    measure: str
    date: date
    verdict: ChangeVerdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who is exercising: abilities, home, moments, wishes, today and history.

    `unanswered` holds the dotted names of the questions not answered, such as
    ``"screen.heart_lung"`` or ``"today.energy"``; their fields hold the worst case.

    `restarted` is the day since when the body may be another: after a stay in hospital, or with a
    new medicine or dose. `screened` is the day on which the screen was answered last; None where
    nobody wrote it down.
    """

    today: CheckIn
    mobility: Band | None = None
    falls: Falls = Falls()
    screen: Screen = Screen()
    balance: Balance = Balance()
    goals: tuple[Goal, ...] = ()
    home: Home = Home()
    weaker_side: Side | None = None
    moments: tuple[Moment, ...] = ()
    repertoire: tuple[str, ...] = ()
    avoid: frozenset[str] = frozenset()
    likes: frozenset[str] = frozenset()
    therapist: Therapist = Therapist()
    history: tuple[Entry, ...] = ()
    changes: tuple[Change, ...] = ()
    restarted: date | None = None
    screened: date | None = None
    unanswered: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Refuse two moments of one name."""
        names = [moment.name for moment in self.moments]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            message = f"two moments are called {twice!r}"
            raise ValueError(message)
