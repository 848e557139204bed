"""The most that each week could be worth, by the whole week solved as one for a long time: ``make bounds``.

It takes hours, so what was found is kept beside this file, with a digest of the model it is about,
and a run that was cut goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import cast

from benchmarks.people import people
from handrail.catalogue.loader import load_catalogue
from handrail.person.model import Person
from handrail.planner import constants as c
from handrail.planner import value
from handrail.planner.candidates import Finder
from handrail.planner.question import Question
from handrail.planner.slots import DAYS, week_of
from handrail.planner.solve import Solved, solve
from handrail.planner.week import draft_week

KEPT = Path(__file__).with_name("bounds.json")
SECONDS = 600.0
RIVAL_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Bound:
    """One person's.

    Attributes
    ----------
    found
        What the week is worth that solving it whole finds in a minute.
    bound
        What no week can be worth more than.
    seconds
        How long that was looked into; 0 where the minute was enough to prove the bound.
    """

    found: int
    bound: int
    seconds: float


def digest_of(some: list[Person]) -> str:
    """A digest of what a week may hold and what it is worth, for everybody."""
    digest = hashlib.sha256(Path(str(value.__file__)).read_bytes())
    digest.update(repr((c.VALUE, c.DAY_VALUE, c.MINUTE_VALUE, c.MINUTE_VALUE_BEYOND)).encode())
    catalogue = load_catalogue()
    for person in some:
        question = Question(Finder(person, catalogue), week_of(person, catalogue))
        digest.update(repr(c.band_week(person.mobility)).encode())
        worth = question.value.of_exercise
        for slots, days in zip(question.candidates, question.slots, strict=True):
            for candidates, slot in zip(slots, days, strict=True):
                told = [
                    (one.exercise.slug, one.amount, one.minutes, worth(one.exercise)) for one in candidates
                ]
                digest.update(repr((slot.minutes, told)).encode())
    return digest.hexdigest()


def kept_bounds(some: list[Person]) -> dict[int, Bound]:
    """What was found for each so far, by their number; nothing when it was of another model."""
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    if kept.get("model") != digest_of(some):
        return {}
    return {int(number): Bound(**bound) for number, bound in kept["people"].items()}


def main() -> None:
    """Solve every person's week as one, for so many of the solver's seconds each."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    some = people()
    model, bounds = digest_of(some), kept_bounds(some)
    for number, person in enumerate(some):
        bounds[number] = _longer(bounds.get(number) or _in_a_minute(person), person, seconds)
        told = {"model": model, "people": {at: asdict(bound) for at, bound in bounds.items()}}
        KEPT.write_text(json.dumps(told, indent=0) + "\n")
        print(number, bounds[number], flush=True)


def _in_a_minute(person: Person) -> Bound:
    solved = _whole(person, RIVAL_SECONDS)
    return Bound(solved.value, solved.bound, 0 if solved.proven else RIVAL_SECONDS)


def _longer(bound: Bound, person: Person, seconds: float) -> Bound:
    if bound.seconds == 0 or bound.seconds >= seconds:
        return bound
    return replace(bound, bound=min(bound.bound, _whole(person, seconds).bound), seconds=seconds)


def _whole(person: Person, seconds: float) -> Solved:
    finder = Finder(person, load_catalogue())
    days = week_of(person, load_catalogue())
    week, question = draft_week(finder, days), Question(finder, days)
    # None only where something must stand: the greedy week is a week.
    return cast("Solved", solve(week, question.slots_on(range(DAYS)), question, seconds))


if __name__ == "__main__":
    main()
