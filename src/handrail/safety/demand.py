"""How much balance an exercise asks for, and how much of it a body may meet alone.

Source: our proposal, awaiting a clinician's sign-off (``content/safety.toml``). The
score never opens anything by itself: every hard rule is judged beside it.
"""

from __future__ import annotations

from datetime import date

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import LYING, SITTING, Eyes, Position, Surface, Task
from handrail.person.model import CheckIn, Person
from handrail.person.words import Band, Equipment, Support
from handrail.safety import constants as c
from handrail.safety.model import Tier

_MOVING = frozenset(Task) - {Task.HEAD_TURNS, Task.THINKING, Task.ARMS}
_OTHER_POSITIONS = {
    Position.KNEELING: c.KNEELING_DEMAND,
    Position.QUADRUPED: c.QUADRUPED_DEMAND,
    Position.FLOOR_TRANSFER: c.FLOOR_TRANSFER_DEMAND,
}


def demand(exercise: Exercise, *, vision_trouble: bool) -> int:
    """Points of balance the exercise asks for; 0 where the body cannot fall.

    Parameters
    ----------
    exercise
        The exercise with the support it will be done with.
    vision_trouble
        True for a person with double or lost sight, spinning, or trouble in the dark.
    """
    base = _base(exercise)
    if base == 0:
        return 0
    score = base + _surface(exercise) + _vision(exercise, vision_trouble=vision_trouble) + _task(exercise)
    return max(score - _credit(exercise, vision_trouble=vision_trouble), 0)


def _base(exercise: Exercise) -> int:
    position = exercise.position
    if position in LYING:
        return 0
    if position in SITTING:
        unsupported = Task.SIT_UNSUPPORTED in exercise.tasks or exercise.surface is Surface.BALL
        return c.SIT_UNSUPPORTED_DEMAND if unsupported else 0
    if position is Position.WALKING:
        return max(c.WALKING_DEMAND, c.STANCE_DEMAND[exercise.stance])
    if position is Position.STANDING:
        return c.STANCE_DEMAND[exercise.stance]
    return _OTHER_POSITIONS[position]


def _surface(exercise: Exercise) -> int:
    if Equipment.BALANCE_BOARD in exercise.equipment:
        return c.SURFACE_DEMAND[Surface.BALL]
    return c.SURFACE_DEMAND.get(exercise.surface, 0)


def _vision(exercise: Exercise, *, vision_trouble: bool) -> int:
    closed = c.EYES_CLOSED_DEMAND if exercise.eyes is Eyes.CLOSED else 0
    return closed + (c.VISION_TROUBLE_DEMAND if vision_trouble else 0)


def _task(exercise: Exercise) -> int:
    return sum(points for points, tasks in c.TASK_DEMAND if tasks & exercise.tasks)


def _credit(exercise: Exercise, *, vision_trouble: bool) -> int:
    if exercise.support is Support.BACK_OR_FOREARMS:
        steady = exercise.surface is Surface.FIRM and exercise.eyes is Eyes.OPEN and not vision_trouble
        return c.STATIC_BACK_CREDIT if steady and not exercise.tasks & _MOVING else 0
    return c.SUPPORT_CREDIT.get(exercise.support, 0)


def tier_of(person: Person) -> Tier:
    """The falls tier; anything unanswered has already counted as the worst."""
    if _is_red(person):
        return Tier.RED
    return Tier.AMBER if _is_amber(person) else Tier.GREEN


def _is_red(person: Person) -> bool:
    falls = person.falls
    return (
        falls.past_6_months >= c.RED_FALLS_6_MONTHS
        or falls.injured
        or not falls.can_rise_alone
        or person.mobility is None
        or person.mobility >= Band.D
        or person.today.falls_since_last > 0
        or _fell_unreviewed(person)
    )


def _fell_unreviewed(person: Person) -> bool:
    """A review of a day that has not come yet has not been held."""
    reviewed = person.falls.reviewed
    if reviewed is None or reviewed > person.today.date:
        reviewed = date.min
    return any(entry.fall and entry.date > reviewed for entry in person.history)


def _is_amber(person: Person) -> bool:
    falls = person.falls
    return (
        falls.past_12_months >= c.AMBER_FALLS_12_MONTHS
        or falls.near_falls_past_month >= c.AMBER_NEAR_FALLS_MONTH
        or falls.fear_limits_activity
        or person.mobility is Band.C
    )


def in_sedating_window(person: Person, day: CheckIn) -> bool:
    """Whether a sedating medicine may still be at its strongest."""
    if not person.screen.sedating_medicine:
        return False
    minutes = day.minutes_since_sedating_dose
    return minutes is None or minutes < c.SEDATING_WINDOW_MINUTES


def ceiling_of(person: Person, day: CheckIn, tier: Tier) -> int:
    """The highest demand score for this body on this day, with nobody at arm's reach."""
    weaknesses = (
        in_sedating_window(person, day),
        day.energy <= c.LOWER_CEILING_ENERGY,
        person.screen.faint_or_dizzy,
        person.screen.heat_sensitive and day.hot,
    )
    return c.CEILING[tier] - c.WEAKNESS_CEILING * sum(weaknesses)
