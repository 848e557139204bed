"""Whether one exercise fits this person, in the gate's own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handrail.catalogue.model import Catalogue, Exercise
from handrail.person.model import Person
from handrail.person.words import HelperNear
from handrail.safety.gate import Chance, body_on, judge, nearest_safe, ordinary_day, setting_of
from handrail.safety.model import Rule, Setting, Verdict
from handrail.session.wording import holding, standing_by


@dataclass(frozen=True, slots=True)
class Fit:
    """The gate's answer for the best of the person's moments.

    `today` tells an answer for today from one for an ordinary day. `how` are sentences on
    what to hold and who must be there; `instead` is the nearest easier exercise that fits.
    """

    today: bool
    allowed: bool
    how: tuple[str, ...]
    broken: tuple[Rule, ...]
    instead: Exercise | None


def fit(exercise: Exercise, person: Person, catalogue: Catalogue) -> Fit | None:
    """Judge an exercise in each of the person's moments and tell the best answer.

    None while the person has not said how they walk: then nothing fits, and one answer is asked for.
    """
    if "mobility" in person.unanswered:
        return None
    today = "today.energy" not in person.unanswered
    chances = list(_chances(person, today=today)) or list(_anywhere(exercise, person, today=today))
    verdicts = [(judge(exercise, body, setting), setting) for body, setting in chances]
    best, setting = min(verdicts, key=lambda pair: len(pair[0].broken))
    nearest = None if best.allowed else nearest_safe(exercise, chances, catalogue)
    return Fit(
        today=today,
        allowed=best.allowed,
        how=_how(best, setting) if best.allowed else (),
        broken=best.broken,
        instead=nearest[0].exercise if nearest else None,
    )


def _how(verdict: Verdict, setting: Setting) -> tuple[str, ...]:
    said = (holding(verdict.exercise, setting.place), standing_by(verdict.exercise.helper))
    return tuple(sentence for sentence in said if sentence)


def _chances(person: Person, *, today: bool) -> Iterator[Chance]:
    """The person's own moments: today with whoever is here now, else with each moment's own helper."""
    day = person.today if today else ordinary_day(person, person.today.date)
    body = body_on(person, day)
    for moment in person.moments:
        yield body, setting_of(moment, person, person.today.helper if today else moment.helper)


def _anywhere(exercise: Exercise, person: Person, *, today: bool) -> Iterator[Chance]:
    """Where the exercise belongs, for somebody who named no moment yet."""
    day = person.today if today else ordinary_day(person, person.today.date)
    body = body_on(person, day)
    helper = person.today.helper if today else HelperNear.NONE
    for place in exercise.places:
        yield body, Setting(place=place, helper=helper, equipment=person.home.equipment)
