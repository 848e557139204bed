"""Exercises as pages show them: shelves, facts and doses in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from handrail.catalogue.model import Catalogue, Exercise, Ladder
from handrail.catalogue.quality import Tier
from handrail.catalogue.words import Eyes, Lever, Purpose, Surface
from handrail.person.model import Person
from handrail.person.words import Band, Goal, HelperNear, Place, Support
from handrail.planner.wording import HELPERS
from handrail.units import Interval
from handrail.web.library.fit import fit

SUPPORTS = {
    Support.NONE: "nothing to hold",
    Support.FINGERTIPS: "fingertips on something fixed",
    Support.ONE_HAND: "one hand on something fixed",
    Support.TWO_HANDS: "both hands on something fixed",
    Support.BACK_OR_FOREARMS: "back or forearms leaning",
    Support.SEATED: "sitting",
    Support.LYING: "lying down",
}
LEVERS = {
    Lever.SUPPORT: "less to hold",
    Lever.RANGE: "further",
    Lever.LOAD: "heavier",
    Lever.SPEED: "at another pace",
    Lever.TASK: "more to do at once",
    Lever.VISION: "less to see by",
    Lever.SURFACE: "less firm or higher ground",
    Lever.STANCE: "less to stand on",
    Lever.POSITION: "in another position",
    Lever.LENGTH: "for longer",
}
TIERS = {
    Tier.DRAFT: "Draft: its text has gaps.",
    Tier.BRONZE: "Bronze: its text is complete.",
    Tier.SILVER: "Silver: its text is complete, its sources, hazards and stop signs are named.",
}
DOSE_ROWS = (
    ("sets", "Sets", "", ""),
    ("reps", "How many", "", ""),
    ("hold_s", "Hold", " second", "s"),
    ("duration_s", "Keep going", " second", "s"),
    ("rest_s", "Rest", " second", "s"),
    ("per_day", "A day", " time", "s"),
    ("per_week", "A week", " day", "s"),
)


class Shelf(NamedTuple):
    """A ladder with those of its exercises that were asked for."""

    ladder: Ladder
    exercises: tuple[Exercise, ...]


class Rung(NamedTuple):
    """An exercise on its ladder, and what makes it harder than the one below."""

    exercise: Exercise
    harder_by: str


class Fact(NamedTuple):
    """A short fact with its name."""

    name: str
    text: str


class Wish(NamedTuple):
    """What somebody looks for in the library; None means anything."""

    goal: Goal | None = None
    purpose: Purpose | None = None
    place: Place | None = None
    support: Support | None = None

    def takes(self, exercise: Exercise) -> bool:
        """Whether an exercise is of that purpose, at that place, held like that."""
        return (
            self.purpose in {None, exercise.purpose}
            and self.support in {None, exercise.support}
            and (self.place is None or self.place in exercise.places)
        )


class Found(NamedTuple):
    """An exercise that a search found, and whether it is open to the person; None while that is not known."""

    exercise: Exercise
    is_open: bool | None


def shelves(catalogue: Catalogue, wish: Wish) -> list[Shelf]:
    """The exercises that are wished for, by ladder; a goal's ladders in its own order."""
    ladders = catalogue.goals[wish.goal] if wish.goal else catalogue.ladders
    rows = (_shelf(catalogue, catalogue.ladders[slug], wish) for slug in ladders)
    return [shelf for shelf in rows if shelf.exercises]


def _shelf(catalogue: Catalogue, ladder: Ladder, wish: Wish) -> Shelf:
    rungs = (catalogue[slug] for slug in ladder.rungs)
    return Shelf(ladder, tuple(rung for rung in rungs if wish.takes(rung)))


def found_views(found: Iterable[Exercise], person: Person, catalogue: Catalogue) -> list[Found]:
    """What a search found, best first, each with whether it is open to the person."""
    fits = ((exercise, fit(exercise, person, catalogue)) for exercise in found)
    return [Found(exercise, None if answer is None else answer.allowed) for exercise, answer in fits]


def rungs_of(ladder: Ladder, catalogue: Catalogue) -> list[Rung]:
    """The rungs of a ladder, from easier to harder."""
    exercises = (catalogue[slug] for slug in ladder.rungs)
    return [Rung(rung, LEVERS[rung.lever] if rung.lever else "") for rung in exercises]


def facts_of(exercise: Exercise) -> list[Fact]:
    """What somebody needs to know at a glance."""
    facts = [
        Fact("For", exercise.purpose.value),
        Fact("Hold on with", SUPPORTS[exercise.support]),
        Fact("Where", _either(place.value for place in exercise.places)),
        Fact("Works", exercise.muscles_plain),
    ]
    if exercise.helper is not HelperNear.NONE:
        facts.append(Fact("Who must be there", HELPERS[exercise.helper]))
    if exercise.equipment:
        facts.append(Fact("You need", ", ".join(sorted(_plain(thing.value) for thing in exercise.equipment))))
    if exercise.surface is Surface.FOAM or exercise.eyes is Eyes.CLOSED:
        facts.append(Fact("Take care", "eyes closed" if exercise.eyes is Eyes.CLOSED else "on foam"))
    return facts


def usual_dose(exercise: Exercise, band: Band | None) -> list[Fact]:
    """The usual range for somebody of this walking band; empty while the band is not known."""
    if band is None:
        return []
    dose = exercise.dose_for(band).as_table()
    return [
        Fact(name, f"{_range(dose[key])}{unit}{plural if dose[key].high != 1 else ''}")
        for key, name, unit, plural in DOSE_ROWS
        if key in dose
    ]


def _range(interval: Interval) -> str:
    low, high = f"{interval.low:g}", f"{interval.high:g}"
    return low if low == high else f"{low} to {high}"


def _either(words: Iterable[str]) -> str:
    *others, last = [_plain(word) for word in words]
    return f"{', '.join(others)} or {last}" if others else last


def _plain(word: str) -> str:
    return word.replace("_", " ")
