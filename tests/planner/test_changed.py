"""What a check-in changed about a day, in one sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from handrail.person.model import Person
from handrail.person.words import Band, HelperNear
from handrail.planner.changed import Seen, what_changed
from handrail.planner.week import plan_week
from tests.planner.somebody import CATALOGUE, EVENING, EVERY_DAY, KETTLE, somebody

USUAL = somebody(mobility=Band.A, moments=(KETTLE, replace(EVENING, days=EVERY_DAY)))


def seen(person: Person) -> Seen:
    return Seen(day=plan_week(person, CATALOGUE).days[0], check_in=person.today)


def on_a_day(**differs: Any) -> Seen:
    return seen(replace(USUAL, today=replace(USUAL.today, **differs)))


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ({}, {}, ""),
        ({}, {"energy": 5}, "Today is shorter: little energy."),
        ({}, {"energy": 0}, "Today is for rest"),
        ({}, {"feeling_ill": True}, "Today is for rest: you feel ill."),
        ({"feeling_ill": True}, {}, "Today has exercises again: you feel well again."),
        ({"helper": HelperNear.ARMS_REACH}, {"helper": HelperNear.NONE}, "Your helper left:"),
    ],
)
def test_one_sentence_says_what_changed(before: dict[str, Any], after: dict[str, Any], says: str) -> None:
    sentence = what_changed(on_a_day(**before), on_a_day(**after), CATALOGUE)
    assert says in sentence
    assert sentence.count(".") == bool(says)
