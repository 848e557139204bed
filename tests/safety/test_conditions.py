"""The table a device carries says yes exactly where the gate would."""

import json
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import Position, Purpose, Stance
from handrail.person.model import Person
from handrail.person.words import HelperNear, Support
from handrail.safety.conditions import Conditions, Facts, allows_on_old_answers, conditions_for
from handrail.safety.gate import body_on, judge
from handrail.safety.model import Setting
from handrail.safety.rules.readiness import is_down
from tests.safety.people import exercise, person, setting
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
        if now.age_minutes <= table.max_age_minutes:
            assert table.holds(now) == gate_says(exercise, somebody, setting, now)
        else:
            assert table.holds(now) == allows_on_old_answers(exercise, somebody, setting)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(exercises(), persons(), settings_of())
def test_what_is_played_on_old_answers_is_down_and_gentle_and_allowed_at_every_fact_but_rest(
    exercise: Exercise, somebody: Person, setting: Setting
) -> None:
    if allows_on_old_answers(exercise, somebody, setting):
        assert is_down(exercise)
        assert exercise.purpose in {Purpose.STRETCH, Purpose.BREATHING}
        for hot, recent_dose, fall in product((True, False), repeat=3):
            now = replace(FIT_FACTS, energy=1, pain=5, hot=hot, recent_dose=recent_dose, fall=fall)
            assert gate_says(exercise, somebody, setting, now)


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


FIT_FACTS = Facts(
    helper=HelperNear.NONE, energy=8, pain=0, hot=False, recent_dose=False, fall=False,
    feeling_ill=False, new_symptom=False, age_minutes=1,
)  # fmt: skip


@pytest.mark.parametrize(
    ("differs", "standing", "lying"),
    [
        ({}, True, True),
        ({"energy": 4}, True, True),
        ({"energy": 3}, False, True),
        ({"energy": 2}, False, False),
        ({"energy": 0}, False, False),
        ({"pain": 3}, True, True),
        ({"pain": 4}, False, True),
        ({"pain": 6}, False, False),
        ({"hot": True}, False, True),
        ({"recent_dose": True}, False, True),
        ({"fall": True}, False, True),
        ({"feeling_ill": True}, False, False),
        ({"new_symptom": True}, False, False),
        ({"age_minutes": 240}, True, True),
        ({"age_minutes": 241}, False, False),
        ({"helper": HelperNear.THERAPIST}, True, True),
    ],
)
def test_what_a_device_may_play_as_facts_get_worse(
    differs: dict[str, Any], standing: bool, lying: bool
) -> None:
    somebody = person(screen={"sedating_medicine": True}, today={"falls_since_last": 3, "signs": ("fever",)})
    one_hand = exercise(support=Support.ONE_HAND)
    strength = exercise(
        position=Position.LYING_SUPINE, stance=Stance.NONE, support=Support.LYING, purpose=Purpose.STRENGTH
    )
    now = replace(FIT_FACTS, **differs)
    assert conditions_for(one_hand, somebody, setting("corner")).holds(now) is standing
    assert conditions_for(strength, somebody, setting("bed")).holds(now) is lying


@pytest.mark.parametrize(
    ("helper", "plays"),
    [(HelperNear.NONE, False), (HelperNear.IN_HOME, False), (HelperNear.ARMS_REACH, True)],
)
def test_what_needs_somebody_plays_only_while_they_are_there(helper: HelperNear, plays: bool) -> None:
    table = conditions_for(exercise(helper=HelperNear.ARMS_REACH), person(), setting("kitchen_bench"))
    assert table.holds(replace(FIT_FACTS, helper=helper)) is plays


def test_a_table_holds_no_row_that_another_one_makes_needless() -> None:
    rows = conditions_for(exercise(), person(), setting("kitchen_bench")).rows
    assert len(rows) == len(set(rows)) == 1
    assert (rows[0].helper, rows[0].energy, rows[0].pain, rows[0].fall) == (HelperNear.NONE, 4, 3, True)


SEATED_STRETCH = exercise(
    position=Position.SITTING, stance=Stance.NONE, support=Support.SEATED, purpose=Purpose.STRETCH
)


@pytest.mark.parametrize("cleared", [False, True])
@pytest.mark.parametrize(("rung", "plays"), [(1, True), (2, False)])
def test_on_old_answers_only_the_first_rungs_of_the_base_routine_play(
    rung: int, cleared: bool, plays: bool
) -> None:
    somebody = person(screen={"cleared_by_clinician": cleared})
    stretch = replace(SEATED_STRETCH, rung=rung)
    assert allows_on_old_answers(stretch, somebody, setting("chair")) is plays
    assert conditions_for(stretch, somebody, setting("chair")).on_old_answers is plays


@pytest.mark.parametrize(("age_minutes", "plays"), [(-1, False), (0, True), (240, True), (241, False)])
def test_answers_hold_for_four_hours_from_the_minute_they_are_given(age_minutes: int, plays: bool) -> None:
    table = conditions_for(replace(SEATED_STRETCH, rung=2), person(), setting("chair"))
    assert table.holds(replace(FIT_FACTS, age_minutes=age_minutes)) is plays
