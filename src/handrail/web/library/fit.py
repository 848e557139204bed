"""Whether one exercise fits this person, in the gate's own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from handrail.catalogue.model import Catalogue, Exercise
from handrail.person.model import Person
from handrail.person.unanswered import at_easiest
from handrail.person.words import HelperNear, Place
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
    chances = list(_chances(person if today else without_open_questions_of_today(person), today=today))
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


def without_open_questions_of_today(person: Person) -> Person:
    """The person as if today's check-in had nothing to tell, to speak of ordinary days."""
    of_today = frozenset(name for name in person.unanswered if name.startswith("today."))
    calm = at_easiest(replace(person, unanswered=of_today))
    return replace(calm, unanswered=person.unanswered - of_today)


def settings_of(person: Person, *, today: bool) -> Iterator[Setting]:
    """Where the person may exercise: their moments, else their places, else every place.

    Today with whoever is here now, on ordinary days with each moment's own helper.
    """
    here_now = person.today.helper if today else HelperNear.NONE
    for moment in person.moments:
        yield setting_of(moment, person, here_now if today else moment.helper)
    if not person.moments:
        for place in person.home.places or Place:
            yield Setting(place=place, helper=here_now, equipment=person.home.equipment)


def _chances(person: Person, *, today: bool) -> Iterator[Chance]:
    body = body_on(person, person.today if today else ordinary_day(person, person.today.date))
    return ((body, setting) for setting in settings_of(person, today=today))


def _how(verdict: Verdict, setting: Setting) -> tuple[str, ...]:
    said = (holding(verdict.exercise, setting.place), standing_by(verdict.exercise.helper))
    return tuple(sentence for sentence in said if sentence)
