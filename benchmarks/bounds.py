"""The most that each week could be worth, by the whole week solved as one for a long time: ``make bounds``.

It takes hours, so what was found is kept beside this file, with a digest of the model it is about.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.people import people
from handrail.catalogue.loader import load_catalogue
from handrail.person.model import Person
from handrail.planner import constants as c
from handrail.planner import value
from handrail.planner.candidates import Finder
from handrail.planner.question import Question
from handrail.planner.slots import DAYS, week_of
from handrail.planner.solve import solve
from handrail.planner.week import draft_week

KEPT = Path(__file__).with_name("bounds.json")
SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Bound:
    """One person's: the best week that solving it whole found, and what no week can be worth more than."""

    found: int
    bound: int


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


def kept_bounds() -> dict[str, object]:
    """What the last run found, or an empty table."""
    return json.loads(KEPT.read_text()) if KEPT.exists() else {}


def main() -> None:
    """Solve every person's week as one, for so many of the solver's seconds each."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    some = people()
    told = {"model": digest_of(some), "seconds": seconds}
    bounds = []
    for number, person in enumerate(some):
        bounds.append(asdict(_bound(person, seconds)))
        KEPT.write_text(json.dumps({**told, "people": bounds}) + "\n")
        print(number, bounds[-1], flush=True)


def _bound(person: Person, seconds: float) -> Bound:
    finder = Finder(person, load_catalogue())
    days = week_of(person, load_catalogue())
    week, question = draft_week(finder, days), Question(finder, days)
    solved = solve(week, frozenset(range(DAYS)), question, seconds)
    if solved is None:
        worth = question.value.of_week(week, question.slots)
        return Bound(worth, worth)
    return Bound(solved.value, solved.bound)


if __name__ == "__main__":
    main()
