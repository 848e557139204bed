"""What holds for every body, every exercise and every place."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import ON_FOOT, Eyes, Surface
from handrail.person.model import Person
from handrail.person.words import Band, HelperNear, Place, Support
from handrail.safety.gate import body_on, judge
from handrail.safety.model import Setting, Tier
from tests.safety.strategies import exercises, persons, settings_of, worse_day

many = settings(max_examples=400, deadline=None, derandomize=True)


def allowed(exercise: Exercise, somebody: Person, setting: Setting) -> Exercise | None:
    verdict = judge(exercise, body_on(somebody, somebody.today), setting)
    return verdict.exercise if verdict.allowed else None


@many
@given(exercises(), persons(), settings_of())
def test_closed_eyes_on_foam_are_never_alone(exercise: Exercise, somebody: Person, setting: Setting) -> None:
    risky = replace(exercise, eyes=Eyes.CLOSED, surface=Surface.FOAM)
    if risky.position in ON_FOOT and allowed(risky, somebody, setting):
        assert setting.helper >= HelperNear.ARMS_REACH
        assert setting.place in {Place.CORNER, Place.KITCHEN_BENCH, Place.RAIL}


@many
@given(exercises(), persons(), settings_of())
def test_after_falls_standing_is_done_with_both_hands(
    exercise: Exercise, somebody: Person, setting: Setting
) -> None:
    done = allowed(exercise, somebody, setting)
    if done and done.position in ON_FOOT and body_on(somebody, somebody.today).tier is Tier.RED:
        assert done.support is Support.TWO_HANDS


@many
@given(exercises(), persons(), settings_of())
def test_what_is_planned_never_holds_less_than_the_exercise_asks(
    exercise: Exercise, somebody: Person, setting: Setting
) -> None:
    done = allowed(exercise, somebody, setting)
    assert done is None or done.support >= exercise.support


@many
@given(exercises(), persons(), settings_of())
def test_nothing_is_allowed_after_chest_pain_a_new_symptom_or_in_band_f(
    exercise: Exercise, somebody: Person, setting: Setting
) -> None:
    for closed in (
        replace(somebody, screen=replace(somebody.screen, chest_pain=True)),
        replace(somebody, today=replace(somebody.today, new_symptom=True)),
        replace(somebody, mobility=Band.F),
        replace(somebody, mobility=None),
    ):
        assert allowed(exercise, closed, setting) is None


@many
@given(st.data(), exercises(), persons(), settings_of())
def test_a_worse_day_never_opens_anything(
    data: st.DataObject, exercise: Exercise, somebody: Person, setting: Setting
) -> None:
    worse = replace(somebody, today=data.draw(worse_day(somebody.today)))
    if allowed(exercise, worse, setting):
        assert allowed(exercise, somebody, setting)


@many
@given(exercises(), persons(), settings_of(), st.sampled_from(HelperNear))
def test_more_help_never_closes_anything(
    exercise: Exercise, somebody: Person, setting: Setting, helper: HelperNear
) -> None:
    helped = replace(setting, helper=max(setting.helper, helper))
    if allowed(exercise, somebody, setting):
        assert allowed(exercise, somebody, helped)
