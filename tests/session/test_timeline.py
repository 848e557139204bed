from dataclasses import replace
from typing import Any

import msgspec
import pytest

from handrail.catalogue.loader import load_catalogue
from handrail.catalogue.words import Purpose
from handrail.person.model import DoseLimit, Home, Therapist
from handrail.person.words import HelperNear, Place, Support
from handrail.planner.model import Item
from handrail.safety.conditions import Facts, conditions_for
from handrail.safety.gate import body_on, judge
from handrail.safety.model import Setting
from handrail.session.model import StepKind, Timeline, Way
from handrail.session.timeline import build_timeline, facts_of
from handrail.session.wording import GENTLE, holding
from handrail.units import Side
from tests.session.bouts import AT_HOME, bout, cook, item

CATALOGUE = load_catalogue()
SQUAT = "mini-squat-one-hand"
LEG_RAISE = "straight-leg-raise-other-knee-bent"


def chain(planned: Item, **differs: object) -> tuple[Way, ...]:
    """The ways of one planned item."""
    return build_timeline(bout(planned), cook(**differs), CATALOGUE).items[0]


def exercises(ways: tuple[Way, ...]) -> list[str]:
    return [way.exercise for way in ways]


def test_the_planned_way_comes_first_then_more_to_hold_then_easier_then_seated() -> None:
    planned, held, easier, seated, _gentle = chain(item(SQUAT))
    assert planned.exercise == held.exercise == SQUAT
    assert (planned.support, held.support) == (Support.ONE_HAND, Support.TWO_HANDS)
    assert CATALOGUE[easier.exercise].ladder == CATALOGUE[SQUAT].ladder
    assert CATALOGUE[easier.exercise].rung < CATALOGUE[SQUAT].rung
    assert [way.seated for way in (planned, easier, seated)] == [False, False, True]


def test_every_way_is_allowed_today_where_it_is_done() -> None:
    person = cook()
    body = body_on(person, person.today)
    for exercise in CATALOGUE:
        if Place.KITCHEN_BENCH in exercise.places and not exercise.opened_by_therapist:
            for fallback in chain(item(exercise.slug))[1:]:
                if fallback.why == GENTLE:
                    continue
                setting = Setting(
                    place=fallback.place, helper=HelperNear.NONE, equipment=person.home.equipment
                )
                done = replace(CATALOGUE[fallback.exercise], support=fallback.support)
                assert judge(done, body, setting).allowed, (exercise.slug, fallback.exercise)


def test_each_way_carries_its_own_conditions() -> None:
    person = cook()
    for way in chain(item(SQUAT)):
        done = replace(CATALOGUE[way.exercise], support=way.support)
        here = Setting(place=way.place, helper=HelperNear.NONE, equipment=frozenset())
        assert way.conditions == conditions_for(done, person, here)


def test_a_seated_way_goes_to_a_seat_of_the_home() -> None:
    assert chain(item(SQUAT))[-2].place is Place.CHAIR
    without_a_seat = chain(item(SQUAT), home=Home(places=frozenset({Place.KITCHEN_BENCH})))
    assert not any(way.seated for way in without_a_seat)


@pytest.mark.parametrize("refused", ["avoid", "locks", "limit"])
def test_what_is_refused_never_stands_in(refused: str) -> None:
    first = chain(item(SQUAT))[2].exercise
    refusals: dict[str, dict[str, Any]] = {
        "avoid": {"avoid": frozenset({first})},
        "locks": {"therapist": Therapist(locks=frozenset({first}))},
        "limit": {"therapist": Therapist(doses={first: DoseLimit(sets=0)})},
    }
    assert first not in exercises(chain(item(SQUAT), **refusals[refused]))


def test_a_fallback_is_done_at_the_low_end_of_its_dose_under_the_therapists_limit() -> None:
    planned = item(SQUAT, sets=3, reps=15)
    easier = chain(planned)[2]
    assert easier.sets < 3
    assert easier.reps is not None
    limit = Therapist(doses={easier.exercise: DoseLimit(reps=easier.reps - 1)})
    assert chain(planned, therapist=limit)[2].reps == easier.reps - 1


def test_on_a_day_of_rest_nothing_stands_in() -> None:
    tired = cook(today={"energy": 0})
    ways = chain(item(SQUAT), today={"energy": 0})
    assert not any(way.conditions.holds(facts_of(tired)) for way in ways)


def test_one_way_of_each_item_may_be_played_on_old_answers_and_none_twice() -> None:
    planned = bout(item(SQUAT), item("march-two-hands"), item("heel-raise-two-hands"))
    chains = build_timeline(planned, cook(), CATALOGUE).items
    old = Facts(age_minutes=300, feeling_ill=False, new_symptom=False)
    played = [way.exercise for ways in chains for way in ways if way.conditions.holds(old)]
    assert len(set(played)) == 3
    assert all(CATALOGUE[slug].purpose in {Purpose.STRETCH, Purpose.BREATHING} for slug in played)


def test_water_comes_before_what_starts_after_ten_minutes() -> None:
    long = [item(slug, minutes=6) for slug in (SQUAT, "march-two-hands", "heel-raise-two-hands")]
    chains = build_timeline(bout(*long), cook(), CATALOGUE).items
    thirsty = [any(step.kind is StepKind.WATER for step in ways[0].script) for ways in chains]
    assert thirsty == [False, False, True]


@pytest.mark.parametrize(
    ("country", "numbers"), [("AU", ("000", "112")), ("US", ("911",)), (None, ("112",)), ("XX", ("112",))]
)
def test_the_emergency_number_is_that_of_the_country(country: str | None, numbers: tuple[str, ...]) -> None:
    call = build_timeline(bout(item(SQUAT)), cook(home=replace(AT_HOME, country=country)), CATALOGUE).call
    assert call.numbers == numbers
    assert ("or your own" in call.said) == (country in {None, "XX"})


def test_the_weaker_side_comes_first() -> None:
    script = chain(item(LEG_RAISE, side="each"), weaker_side=Side.RIGHT)[0].script
    assert [step.side for step in script if step.kind is StepKind.WORK] == [Side.RIGHT, Side.LEFT]


def test_firmer_support_than_the_exercise_asks_for_is_said_and_weighed() -> None:
    way = chain(item(SQUAT, support=Support.TWO_HANDS))[0]
    assert way.support is Support.TWO_HANDS
    assert way.holding == "Both hands hold the kitchen bench."


def test_who_must_be_there_is_said() -> None:
    helped = item(SQUAT, helper=HelperNear.ARMS_REACH)
    timeline = build_timeline(bout(helped, helper=HelperNear.ARMS_REACH), cook(), CATALOGUE)
    sentence = "Somebody must stand at arm's reach, ready to steady you."
    assert timeline.items[0][0].standing_by == sentence
    assert sentence in timeline.check_list


def test_somebody_who_needs_help_with_instructions_is_told_to_have_it() -> None:
    forgetful = cook(screen={"needs_help_with_instructions": True}, today={"helper": HelperNear.IN_HOME})
    timeline = build_timeline(bout(item(SQUAT), helper=HelperNear.IN_HOME), forgetful, CATALOGUE)
    assert timeline.items[0][0].helper is HelperNear.IN_HOME


def test_shoes_and_floor_are_checked_only_for_what_is_done_on_foot() -> None:
    standing = build_timeline(bout(item(SQUAT)), cook(), CATALOGUE)
    lying = build_timeline(bout(item(LEG_RAISE)), cook(), CATALOGUE)
    assert len(standing.check_list) == 4
    assert "What you hold is fixed. It cannot tip or roll." in standing.check_list
    assert lying.check_list == ("Your phone is within reach.",)


def test_equipment_is_named_as_people_name_it() -> None:
    home = replace(AT_HOME, equipment=CATALOGUE["step-up-2-5cm"].equipment)
    timeline = build_timeline(bout(item("step-up-2-5cm")), cook(home=home), CATALOGUE)
    assert "At hand: step of 2.5 cm." in timeline.check_list


def test_the_same_bout_gives_the_same_bytes_and_reads_back() -> None:
    first, second = (
        msgspec.json.encode(build_timeline(bout(item(SQUAT)), cook(), CATALOGUE), order="deterministic")
        for _ in range(2)
    )
    assert first == second
    assert msgspec.json.decode(first, type=Timeline) == build_timeline(bout(item(SQUAT)), cook(), CATALOGUE)


@pytest.mark.parametrize(
    ("today", "fact", "value"),
    [
        ({"falls_since_last": 1}, "fall", True),
        ({"falls_since_last": 0}, "fall", False),
        ({"signs": ("fever",)}, "new_symptom", True),
        ({"hot": True}, "hot", True),
        ({"energy": 3}, "energy", 3),
        ({"helper": HelperNear.IN_HOME}, "helper", HelperNear.IN_HOME),
    ],
)
def test_todays_answers_become_facts(today: dict[str, object], fact: str, value: object) -> None:
    assert getattr(facts_of(cook(today=today)), fact) == value


def test_a_recent_dose_counts_only_for_a_sedating_medicine() -> None:
    dose = {"minutes_since_sedating_dose": 30}
    assert not facts_of(cook(today=dose)).recent_dose
    assert facts_of(cook(today=dose, screen={"sedating_medicine": True})).recent_dose


@pytest.mark.parametrize(
    ("place", "support", "said"),
    [
        (Place.KITCHEN_BENCH, Support.TWO_HANDS, "Both hands hold the kitchen bench."),
        (Place.CORNER, Support.TWO_HANDS, "Both hands lie flat on the walls of the corner."),
        (Place.HALLWAY, Support.ONE_HAND, "One hand lies flat on the wall of the hallway."),
        (Place.WALL, Support.FINGERTIPS, "Fingertips rest on the wall."),
    ],
)
def test_a_wall_is_leant_on_and_not_held(place: Place, support: Support, said: str) -> None:
    squat = replace(CATALOGUE[SQUAT], support=support)
    assert holding(squat, place) == said
