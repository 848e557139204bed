"""The table a device carries says yes exactly where the gate would."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handrail.catalogue.model import Exercise
from handrail.person.model import Person
from handrail.person.words import HelperNear
from handrail.safety.conditions import Conditions, Facts, conditions_for
from handrail.safety.gate import body_on, judge
from handrail.safety.model import Setting
from tests.safety.strategies import exercises, persons, settings_of

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "conditions.json").read_text(encoding="utf-8"))


def facts() -> st.SearchStrategy[Facts]:
    return st.builds(
        Facts,
        helper=st.sampled_from(HelperNear),
        energy=st.integers(0, 10),
        pain=st.integers(0, 10),
        hot=st.booleans(),
        recent_dose=st.booleans(),
        fall=st.booleans(),
        feeling_ill=st.just(False),
        new_symptom=st.just(False),
        age_minutes=st.integers(0, 300),
    )


def gate_says(exercise: Exercise, somebody: Person, setting: Setting, now: Facts) -> bool:
    day = replace(
        somebody.today,
        feeling_ill=now.feeling_ill,
        new_symptom=now.new_symptom,
        falls_since_last=int(now.fall),
        pain=now.pain,
        energy=now.energy,
        hot=now.hot,
        minutes_since_sedating_dose=0 if now.recent_dose else 24 * 60,
    )
    body = body_on(replace(somebody, today=day), day)
    verdict = judge(exercise, body, replace(setting, helper=now.helper))
    return verdict.allowed and verdict.exercise.support == exercise.support


@settings(max_examples=60, deadline=None, derandomize=True)
@given(exercises(), persons(), settings_of(), st.lists(facts(), min_size=10, max_size=10))
def test_a_device_allows_exactly_what_the_gate_allows(
    exercise: Exercise, somebody: Person, setting: Setting, moments: list[Facts]
) -> None:
    table = conditions_for(exercise, somebody, setting)
    for now in moments:
        fresh = now.age_minutes <= table.max_age_minutes
        assert table.holds(now) == (fresh and gate_says(exercise, somebody, setting, now))


def test_nothing_known_is_the_worst_case() -> None:
    everything = conditions_for_anybody()
    assert not everything.holds(Facts())


def conditions_for_anybody() -> Conditions:
    row = {"helper": "none", "energy": 0, "pain": 10, "hot": True, "recent_dose": True, "fall": True}
    return msgspec.convert({"rows": [row]}, Conditions)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_vectors_shared_with_the_player(vector: dict[str, Any]) -> None:
    conditions = msgspec.convert(vector["conditions"], Conditions)
    assert conditions.holds(msgspec.convert(vector["facts"], Facts)) is vector["holds"]
