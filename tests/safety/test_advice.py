"""Whoever may not exercise freely is told what comes next, the most pressing first."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from handrail.person.model import CheckIn, Moment, Person, Therapist, TherapistLimits
from handrail.person.readiness import with_due_lines_open
from handrail.person.words import Band, HelperNear, Place, Weekday
from handrail.safety.advice import advice_for
from handrail.safety.constants import SIGNS
from handrail.safety.model import Action
from handrail.safety.rules import BY_ID
from tests.safety.people import TODAY, person

KETTLE = Moment(name="kettle", place=Place.KITCHEN_BENCH, days=(Weekday.MON,), minutes=4)
HELPED = replace(KETTLE, name="evening", helper=HelperNear.ARMS_REACH)
SUPERVISED = Therapist(limits=TherapistLimits(helper_at_least=HelperNear.IN_HOME))


def advised(**who: Any) -> list[tuple[Action, str]]:
    somebody = person(**{"moments": (KETTLE,), **who})
    return [(advice.action, advice.rule) for advice in advice_for(somebody)]


@pytest.mark.parametrize(
    ("who", "action", "rule"),
    [
        ({"screen": {"chest_pain": True}}, Action.CLINICIAN, "stop-chest-pain"),
        ({"mobility": Band.F}, Action.CLINICIAN, "band-f"),
        ({"today": {"new_symptom": True}}, Action.CLINICIAN, "new-symptom"),
        ({"today": {"falls_since_last": 2}}, Action.CLINICIAN, "red-two-hands"),
        ({"screen": {"heart_lung": True}}, Action.CLINICIAN, "clinician-first"),
        ({"screen": {"new_symptoms_30_days": True}}, Action.CLINICIAN, "base-routine"),
        ({"today": {"feeling_ill": True}}, Action.REST, "feeling-ill"),
        ({"today": {"energy": 0}}, Action.REST, "rest-energy"),
        ({"today": {"pain": 6}}, Action.REST, "strong-pain"),
        ({"today": {"energy": 1}}, Action.MODIFY, "seated-energy"),
        ({"today": {"energy": 3}}, Action.MODIFY, "seated-energy"),
        ({"today": {"pain": 4}}, Action.MODIFY, "seated-pain"),
        ({"today": {"hot": True}}, Action.MODIFY, "seated-heat"),
        (
            {"screen": {"sedating_medicine": True}, "today": {"minutes_since_sedating_dose": 5}},
            Action.MODIFY,
            "seated-after-dose",
        ),
        (
            {"screen": {"faint_or_dizzy": True, "cleared_by_clinician": True}},
            Action.MODIFY,
            "seated-dizzy",
        ),
        (
            {"today": {"falls_since_last": 1}, "falls": {"past_12_months": 1, "injured": True}},
            Action.CLINICIAN,
            "red-two-hands",
        ),
        (
            {"today": {"falls_since_last": 1}, "falls": {"can_rise_alone": False}},
            Action.CLINICIAN,
            "red-two-hands",
        ),
        ({"today": {"falls_since_last": 1}}, Action.MODIFY, "red-two-hands"),
        ({"screen": {"supervised_only": True}}, Action.MODIFY, "helper-supervised"),
        ({"screen": {"needs_help_with_instructions": True}}, Action.MODIFY, "helper-for-instructions"),
        ({"therapist": SUPERVISED}, Action.MODIFY, "therapist-helper"),
    ],
)
def test_each_reason_to_hold_back_has_its_own_advice(who: dict[str, Any], action: Action, rule: str) -> None:
    assert advised(**who) == [(action, rule)]


@pytest.mark.parametrize("today", [{"energy": 4}, {"pain": 3}, {"hot": False}, {"feeling_ill": False}])
def test_a_calm_day_needs_no_advice(today: dict[str, Any]) -> None:
    assert advised(today=today) == []


@pytest.mark.parametrize(
    ("here", "moments", "said"),
    [
        (HelperNear.ARMS_REACH, (HELPED,), []),
        (HelperNear.ARMS_REACH, (HELPED, KETTLE), [(Action.MODIFY, "helper-supervised")]),
        (HelperNear.IN_HOME, (HELPED,), [(Action.MODIFY, "helper-supervised")]),
    ],
    ids=["always somebody", "nobody in a moment", "nobody today"],
)
def test_who_exercises_with_somebody_is_told_where_nobody_is(
    here: HelperNear, moments: tuple[Moment, ...], said: list[tuple[Action, str]]
) -> None:
    assert advised(screen={"supervised_only": True}, today={"helper": here}, moments=moments) == said


@pytest.mark.parametrize("word", sorted(SIGNS))
def test_a_red_flag_says_its_own_action_and_words(word: str) -> None:
    advice = advice_for(person(moments=(KETTLE,), today={"signs": (word,)}))
    assert [(one.action, one.rule, one.text) for one in advice] == [
        (SIGNS[word].action, "red-flag", SIGNS[word].text)
    ]


def test_without_a_moment_there_is_one_to_name() -> None:
    somebody = person()
    (advice,) = advice_for(replace(somebody, moments=()))
    assert (advice.action, advice.rule) == (Action.ANSWER, "no-moments")
    assert advice.text == (
        "Tell us one moment of the day that suits you, such as while the kettle boils. "
        "Then there is a place for a plan."
    )


def test_what_holds_only_for_want_of_an_answer_asks_for_the_answer() -> None:
    nobody = Person(
        today=CheckIn(date=TODAY), moments=(KETTLE,), unanswered=frozenset({"screen.chest_pain", "mobility"})
    )
    asked = {advice.rule: advice for advice in advice_for(nobody) if advice.action is Action.ANSWER}
    assert asked["stop-chest-pain"].text == (
        "Not answered yet. Until then we plan as if it were so: "
        f"{BY_ID['stop-chest-pain'].sentence} Answering may open more."
    )


def read_days_ago(days: int, **who: Any) -> Person:
    read = person(**{"moments": (KETTLE,), **who}, screened=TODAY - timedelta(days=days))
    return with_due_lines_open(read)


def test_lines_that_grow_old_are_one_sentence() -> None:
    (advice,) = advice_for(read_days_ago(183))
    assert (advice.action, advice.rule) == (Action.ANSWER, "read-again")
    assert advice.text == (
        "It is six months since you read the lines under “Before you exercise”. "
        "Please read them again: until then your week stays empty."
    )


def test_before_they_do_the_sentence_names_the_day() -> None:
    (advice,) = advice_for(read_days_ago(162))
    assert advice.text.endswith("Read them again before 14 December, and nothing has to wait.")


def test_after_a_stay_in_hospital_or_a_new_dose_one_sentence_asks_to_read_again() -> None:
    (advice,) = advice_for(with_due_lines_open(person(moments=(KETTLE,), restarted=TODAY)))
    assert advice.text.startswith("You told us of a stay in hospital, or of a new medicine or dose.")


def test_what_the_person_should_know_beside_it_is_still_said() -> None:
    found = advice_for(read_days_ago(183, today={"feeling_ill": True}, moments=()))
    assert [advice.rule for advice in found] == ["feeling-ill", "read-again", "no-moments"]


def test_whoever_is_to_read_again_is_still_asked_what_else_is_open() -> None:
    told = read_days_ago(183, mobility=None, today={"hot": True})
    found = advice_for(replace(told, unanswered=told.unanswered | {"mobility", "today.hot"}))
    assert [(advice.action, advice.rule) for advice in found] == [
        (Action.ANSWER, "band-unknown"),
        (Action.ANSWER, "seated-heat"),
        (Action.ANSWER, "read-again"),
    ]


def test_advice_says_it_in_its_own_words() -> None:
    (advice,) = advice_for(person(moments=(KETTLE,), today={"feeling_ill": True}))
    assert advice.text == "Rest today. Nothing is lost, and the plan waits for you."


def test_the_most_pressing_comes_first() -> None:
    found = advised(today={"signs": ("fever",), "hot": True}, screen={"heart_lung": True}, moments=())
    order = list(Action)
    assert [order.index(action) for action, _ in found] == sorted(order.index(action) for action, _ in found)
    assert len(found) == 4
