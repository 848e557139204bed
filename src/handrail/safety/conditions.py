"""The small decision table that travels with a timeline, so that a device never gates upward.

The gate is asked about every combination of today's facts that the rules can tell apart.
The gate only ever opens as facts get better, so what it allows is fully described by its
worst allowed combinations: those are the rows. A device that finds one row met may play;
otherwise it must fall back. Python and TypeScript share ``tests/vectors/conditions.json``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from handrail.catalogue.model import Exercise
from handrail.person.model import CheckIn, Person
from handrail.person.words import HelperNear
from handrail.safety import constants as c
from handrail.safety.gate import body_on, judge
from handrail.safety.model import Setting

_ENERGY_STEPS = tuple(
    sorted({0, c.REST_ENERGY + 1, c.GENTLE_ENERGY + 1, c.SEATED_ENERGY + 1, c.LOWER_CEILING_ENERGY + 1})
)
_PAIN_STEPS = (c.SEATED_PAIN - 1, c.STOP_PAIN - 1, 10)
_LONG_AGO = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a device knows about now. Every default is the worst case."""

    helper: HelperNear = HelperNear.NONE
    energy: int = 0
    pain: int = 10
    hot: bool = True
    recent_dose: bool = True
    fall: bool = True
    feeling_ill: bool = True
    new_symptom: bool = True
    age_minutes: float = float("inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One worst combination that is still allowed: at least this helper and energy, at most this
    pain, and the three facts only where they are true here.
    """

    helper: HelperNear
    energy: int
    pain: int
    hot: bool
    recent_dose: bool
    fall: bool

    def is_met(self, facts: Facts) -> bool:
        """Whether the facts are at least as good as this row."""
        return (
            facts.helper >= self.helper
            and facts.energy >= self.energy
            and facts.pain <= self.pain
            and facts.hot <= self.hot
            and facts.recent_dose <= self.recent_dose
            and facts.fall <= self.fall
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """When an item may be played; no row means never.

    `on_old_answers` says that it may be played when the answers are too old to go by: alone,
    and whatever the body is like, as long as the last answers told of no illness and no new symptom.
    """

    rows: tuple[Row, ...]
    on_old_answers: bool = False
    max_age_minutes: int = c.ANSWERS_LAST_MINUTES

    def holds(self, facts: Facts) -> bool:
        """Whether the item may be played now."""
        if facts.feeling_ill or facts.new_symptom:
            return False
        if not 0 <= facts.age_minutes <= self.max_age_minutes:
            return self.on_old_answers
        return any(row.is_met(facts) for row in self.rows)


_WORST_LEFT = Row(
    helper=HelperNear.NONE,
    energy=c.REST_ENERGY + 1,
    pain=c.STOP_PAIN - 1,
    hot=True,
    recent_dose=True,
    fall=True,
)


def conditions_for(exercise: Exercise, person: Person, setting: Setting) -> Conditions:
    """The decision table of one exercise for this person at this place.

    Parameters
    ----------
    exercise
        The exercise with the support it is planned with; it is judged as it is.
    person
        Who it is planned for. Today's answers are replaced by each combination.
    setting
        Place and equipment; the helper is one of the facts.
    """
    allowed = [row for row in _combinations() if _allows(exercise, person, setting, row)]
    worst = (row for row in allowed if not any(_is_worse(other, row) for other in allowed))
    return Conditions(rows=tuple(worst), on_old_answers=allows_on_old_answers(exercise, person, setting))


def allows_on_old_answers(exercise: Exercise, person: Person, setting: Setting) -> bool:
    """Whether it may be done by somebody whose answers are too old to go by.

    That is the base routine, as after a flare-up, with nobody there and every other fact the
    worst at which anything is left.
    """
    unsure = replace(person.screen, new_symptoms_30_days=True, cleared_by_clinician=False)
    return _allows(exercise, replace(person, screen=unsure), setting, _WORST_LEFT)


def _combinations() -> Iterator[Row]:
    flags = (True, False)
    for helper, energy, pain, hot, recent_dose, fall in product(
        HelperNear, _ENERGY_STEPS, _PAIN_STEPS, flags, flags, flags
    ):
        yield Row(helper=helper, energy=energy, pain=pain, hot=hot, recent_dose=recent_dose, fall=fall)


def _allows(exercise: Exercise, person: Person, setting: Setting, row: Row) -> bool:
    day = _day_of(row, person)
    body = body_on(replace(person, today=day), day)
    verdict = judge(exercise, body, replace(setting, helper=row.helper))
    return verdict.allowed and verdict.exercise.support == exercise.support


def _day_of(row: Row, person: Person) -> CheckIn:
    return replace(
        person.today,
        feeling_ill=False,
        new_symptom=False,
        falls_since_last=int(row.fall),
        pain=row.pain,
        energy=row.energy,
        hot=row.hot,
        minutes_since_sedating_dose=0 if row.recent_dose else _LONG_AGO,
        signs=(),
    )


def _is_worse(other: Row, row: Row) -> bool:
    """Whether `other` asks for no more than `row` in anything, and for less in something."""
    return other != row and (
        other.helper <= row.helper
        and other.energy <= row.energy
        and other.pain >= row.pain
        and other.hot >= row.hot
        and other.recent_dose >= row.recent_dose
        and other.fall >= row.fall
    )
