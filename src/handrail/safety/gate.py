"""The gate judges whether this body may do this exercise, in this setting, on this day.

One gate serves planner, player, community and therapist. Missing facts have already
counted as the worst case when the person was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from handrail.catalogue.model import Catalogue, Exercise
from handrail.catalogue.words import Position, Task
from handrail.person.model import CheckIn, Moment, Person
from handrail.person.words import HelperNear, Place, Support
from handrail.safety import constants as c
from handrail.safety.demand import ceiling_of, tier_of
from handrail.safety.model import Body, Rule, Setting, Verdict
from handrail.safety.rules import RULES
from handrail.safety.rules.readiness import is_base_routine

__all__ = ["Chance", "body_on", "is_base_routine", "judge", "nearest_safe", "ordinary_day", "setting_of"]

_MORE_TO_HOLD = (Support.ONE_HAND, Support.TWO_HANDS)
_FIXED_HOLD = frozenset({Place.KITCHEN_BENCH, Place.RAIL})
_TAKES_A_HAND = frozenset({Task.ARMS, Task.REACH})

Chance = tuple[Body, Setting]


def body_on(person: Person, day: CheckIn) -> Body:
    """What the rules ask of a person on one day, worked out once for many exercises."""
    tier = tier_of(person)
    return Body(person=person, day=day, tier=tier, ceiling=ceiling_of(person, day, tier))


def ordinary_day(person: Person, on: date) -> CheckIn:
    """A day nobody has checked in for: ordinary energy, nothing new, gated again when it comes."""
    return CheckIn(
        date=on,
        feeling_ill=False,
        new_symptom=False,
        falls_since_last=person.today.falls_since_last,
        pain=c.ORDINARY_PAIN,
        energy=c.ORDINARY_ENERGY,
        stiffness=c.ORDINARY_STIFFNESS,
        hot=False,
        minutes_since_sedating_dose=c.SEDATING_WINDOW_MINUTES,
    )


def setting_of(moment: Moment, person: Person, helper: HelperNear) -> Setting:
    """The setting of a moment, with whoever is there."""
    at_hand = person.home.equipment if moment.equipment is None else moment.equipment
    return Setting(place=moment.place, helper=helper, equipment=at_hand)


def judge(exercise: Exercise, body: Body, setting: Setting) -> Verdict:
    """Judge one exercise, holding more than it asks for where that makes it safe.

    Parameters
    ----------
    exercise
        The exercise as the catalogue has it.
    body
        The person on that day, from :func:`body_on`.
    setting
        Place, helper and equipment.

    Returns
    -------
    Verdict
        Allowed, with the support to use; or every rule broken, most telling first, as
        the exercise stands in the catalogue.
    """
    broken = _broken(exercise, body, setting)
    if not broken:
        return Verdict(exercise, ())
    for firmer in held_firmer(exercise, setting):
        if not _broken(firmer, body, setting):
            return Verdict(firmer, (), held_for=broken)
    return Verdict(exercise, broken)


def _broken(exercise: Exercise, body: Body, setting: Setting) -> tuple[Rule, ...]:
    return tuple([rule for rule in RULES if rule.breaks(exercise, body, setting)])


def held_firmer(exercise: Exercise, setting: Setting) -> Iterable[Exercise]:
    """The same exercise with more to hold, least first, where the place has something fixed."""
    if exercise.position is not Position.STANDING or setting.place not in _FIXED_HOLD:
        return
    hands_busy = bool(exercise.tasks & _TAKES_A_HAND)
    for support in _MORE_TO_HOLD[:1] if hands_busy else _MORE_TO_HOLD:
        if exercise.support < support:
            yield replace(exercise, support=support)


def nearest_safe(
    exercise: Exercise, chances: Sequence[Chance], catalogue: Catalogue
) -> tuple[Verdict, Chance] | None:
    """The nearest easier rung that any of the chances allows, with that chance; None when there is none."""
    for easier in catalogue.easier_than(exercise):
        for body, setting in chances:
            verdict = judge(easier, body, setting)
            if verdict.allowed:
                return verdict, (body, setting)
    return None
