"""What a written case is made of: who differs how from somebody fit, and lines that their week must keep."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from handrail.catalogue.loader import load_catalogue
from handrail.person.files import person_as_json, read_person
from handrail.person.model import Person
from handrail.planner.model import Plan
from handrail.planner.week import plan_week
from handrail.safety.constants import SIGNS
from tests.safety.people import FIT

CATALOGUE = load_catalogue()
EVERY_DAY = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WAKING = {"name": "before getting up", "place": "bed", "days": EVERY_DAY, "minutes": 6}
KETTLE = {"name": "while the kettle boils", "place": "kitchen_bench", "days": EVERY_DAY, "minutes": 6}
DEFAULT: dict[str, Any] = person_as_json(FIT) | {
    "goals": ["steadier_standing", "stronger_legs"],
    "moments": [WAKING, KETTLE],
}
NOTHING = dict.fromkeys(("mobility", "falls", "screen", "balance", "goals"))
"""Who has answered none of the lasting questions."""

Holds = Callable[[Plan, Person], bool]


@dataclass(frozen=True)
class Line:
    """One thing that a week must keep, as a sentence and as a question to the plan."""

    says: str
    holds: Holds


@dataclass(frozen=True)
class Case:
    """Somebody and their week.

    `differs` names answers of a person file, such as ``"falls.past_12_months"``, that are not
    those of :data:`DEFAULT`; None takes an answer back.
    """

    name: str
    story: str
    differs: Mapping[str, Any]
    week: tuple[Line, ...]

    def person(self) -> Person:
        """The person, read as a person file would be."""
        table = {key: dict(part) if isinstance(part, dict) else part for key, part in DEFAULT.items()}
        for dotted, answer in self.differs.items():
            part, _, key = dotted.rpartition(".")
            (table.setdefault(part, {}) if part else table)[key] = answer
        return read_person(table, CATALOGUE.exercises, SIGNS, self.name)

    def planned(self) -> tuple[Plan, Person]:
        """The week and whose it is."""
        person = self.person()
        return plan_week(person, CATALOGUE), person
