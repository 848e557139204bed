"""What may stand in for a planned exercise: easier, then seated, each allowed today and at its gentlest."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import asdict, dataclass, replace

from handrail.catalogue.model import Catalogue, Exercise
from handrail.catalogue.words import Purpose, Sides
from handrail.person.model import Person
from handrail.person.words import Place
from handrail.planner.dose import allows_none, least, room_for
from handrail.planner.model import Item
from handrail.safety.conditions import allows_on_old_answers
from handrail.safety.gate import body_on, held_firmer, judge
from handrail.safety.model import Setting
from handrail.safety.rules.readiness import is_down
from handrail.session import wording
from handrail.units import Side

_SEATS = (Place.CHAIR, Place.COUCH, Place.BED)


@dataclass(frozen=True, slots=True)
class Fallback:
    """An exercise to do instead, where, how much of it, and why it is there."""

    exercise: Exercise
    setting: Setting
    item: Item
    why: str


def fallbacks_for(item: Item, here: Setting, person: Person, catalogue: Catalogue) -> Iterator[Fallback]:
    """The same with more to hold, the nearest easier rung, the nearest seated way; any may be missing.

    Parameters
    ----------
    item
        The planned item.
    here
        The setting of its bout. A seated way may also be done at a seat of the home.
    person
        Whose answers of today, limits and dislikes count.
    catalogue
        Where the exercises stand.
    """
    exercise = as_planned(item, catalogue)
    yield from _more_to_hold(exercise, item, here, person)
    seen = {exercise.slug}
    for candidates, why in (
        (catalogue.easier_than(exercise), wording.EASIER),
        (_seated_instead_of(exercise, catalogue), wording.SEATED),
    ):
        found = _first_allowed(candidates, here, person)
        if found is not None and found[0].slug not in seen:
            seen.add(found[0].slug)
            yield Fallback(*found, _gentlest(found[0], item, person), why)


def for_old_answers(
    item: Item, here: Setting, person: Person, catalogue: Catalogue, but: Container[str]
) -> Fallback | None:
    """A way of the base routine that may be played when the answers are old; none of `but`."""
    exercise = catalogue[item.exercise]
    alike = sorted(catalogue, key=lambda other: _unlike(other, exercise))
    for other in alike:
        if other.slug in but or _is_refused(other, person):
            continue
        for setting in _settings(other, here, person):
            if allows_on_old_answers(other, person, setting):
                return Fallback(other, setting, _gentlest(other, item, person), wording.GENTLE)
    return None


def as_planned(item: Item, catalogue: Catalogue) -> Exercise:
    """An item's exercise with what the plan asks to hold and whom to have by."""
    return replace(
        catalogue[item.exercise],
        support=item.support,
        helper=item.helper,
        eyes=item.eyes,
        surface=item.surface,
    )


def _more_to_hold(exercise: Exercise, item: Item, here: Setting, person: Person) -> Iterator[Fallback]:
    body = body_on(person, person.today)
    for firmer in held_firmer(exercise, here):
        if judge(firmer, body, here).allowed:
            gentle = replace(_gentlest(firmer, item, person), support=firmer.support)
            yield Fallback(firmer, here, gentle, wording.MORE_TO_HOLD)
            return


def _unlike(other: Exercise, exercise: Exercise) -> tuple[bool, bool, str]:
    return other.ladder != exercise.ladder, other.purpose is not Purpose.STRETCH, other.slug


def _seated_instead_of(exercise: Exercise, catalogue: Catalogue) -> Iterator[Exercise]:
    """Seated rungs of the same ladder, nearest first, then seated exercises of the same purpose."""
    if is_down(exercise):
        return
    yield from filter(is_down, catalogue.easier_than(exercise))
    yield from (other for other in catalogue if is_down(other) and other.purpose is exercise.purpose)


def _first_allowed(
    exercises: Iterable[Exercise], here: Setting, person: Person
) -> tuple[Exercise, Setting] | None:
    body = body_on(person, person.today)
    for exercise in exercises:
        for setting in _settings(exercise, here, person):
            verdict = judge(exercise, body, setting)
            if verdict.allowed and not _is_refused(exercise, person):
                return verdict.exercise, setting
    return None


def _settings(exercise: Exercise, here: Setting, person: Person) -> Iterator[Setting]:
    yield here
    if is_down(exercise):
        yield from (replace(here, place=seat) for seat in _SEATS if seat in person.home.places)


def _is_refused(exercise: Exercise, person: Person) -> bool:
    """Whether the person avoids it, or their therapist locked it or allows none of it."""
    unwanted = person.avoid | person.therapist.locks
    return exercise.slug in unwanted or allows_none(exercise, person)


def _gentlest(exercise: Exercise, item: Item, person: Person) -> Item:
    """The least of an exercise, on the sides of the item it stands in for."""
    amount = least(room_for(exercise, person))
    return replace(item, exercise=exercise.slug, side=_side_of(exercise, item), **asdict(amount))


def _side_of(exercise: Exercise, item: Item) -> str | None:
    if exercise.sides is Sides.EACH:
        return item.side if item.side in set(Side) else "each"
    return None if exercise.sides is Sides.NONE else "both"
