"""The edges of the rules: the last number that is still no, the first that is yes, and what is next to each."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from handrail.catalogue.loader import load_catalogue
from handrail.catalogue.words import Eyes, Hazard, Position, Purpose, Stance, Surface, Task
from handrail.person.model import Balance, Entry, Moment, Therapist, TherapistLimits
from handrail.person.words import Band, Done, Equipment, HelperNear, Place, Support, Weekday
from handrail.safety.constants import ORDINARY_ENERGY, ORDINARY_PAIN, ORDINARY_STIFFNESS
from handrail.safety.demand import demand, in_sedating_window, tier_of
from handrail.safety.gate import body_on, judge, nearest_safe, ordinary_day, setting_of
from handrail.safety.model import Setting, Tier
from tests.safety.people import AMBER, FIT_DAY, RED, TODAY, exercise, person, setting
from tests.safety.test_rules import (
    BALL,
    BALL_SQUAT,
    CLOSED,
    FLOOR,
    FOOT_UP,
    LYING,
    ONE_LEG,
    SEATED,
    SIDEWAYS,
    STEP_UP,
    STRETCH_LYING,
    TREADMILL,
)

FLARE = {"screen": {"relapse_or_steroids_3_months": True}}
HOT_AEROBIC = {**SEATED, "purpose": Purpose.AEROBIC}
HEAT = {"screen": {"heat_sensitive": True}, "today": {"hot": True}}


def entry(slug: str, days_ago: int, **differs: Any) -> Entry:
    done = Entry(date=TODAY - timedelta(days=days_ago), exercise=slug, done=Done.FULL, fall=False)
    return replace(done, **differs)


def broken(what: dict[str, Any], who: dict[str, Any], place: str, helper: str) -> set[str]:
    """The rules that say no to it just as it stands, holding no more than it says."""
    somebody = person(**who)
    there = setting(place, helper)
    verdict = judge(exercise(**what), body_on(somebody, somebody.today), there)
    return {rule.id for rule in (*verdict.broken, *verdict.held_for)}


OFTEN = tuple(entry("stance-bench", days) for days in (1, 2, 3, 4))
OPENED = Therapist(opens=frozenset({"stance-bench"}))
JUMP = {"tasks": frozenset({Task.JUMP})}


@pytest.mark.parametrize(
    ("what", "who", "place", "helper", "rule", "says_no"),
    [
        # energy, pain, heat, medicine
        (LYING, {"today": {"energy": 2}}, "bed", "none", "gentle-energy", True),
        (LYING, {"today": {"energy": 3}}, "bed", "none", "gentle-energy", False),
        (STRETCH_LYING, {"today": {"energy": 2}}, "bed", "none", "gentle-energy", False),
        ({}, {"today": {"energy": 3}}, "kitchen_bench", "none", "seated-energy", True),
        ({}, {"today": {"energy": 4}}, "kitchen_bench", "none", "seated-energy", False),
        (SEATED, {"today": {"energy": 3}}, "chair", "none", "seated-energy", False),
        (BALL, {"today": {"energy": 3}}, "corner", "arms_reach", "seated-energy", True),
        (HOT_AEROBIC, HEAT, "chair", "none", "heat-effort", True),
        (HOT_AEROBIC, {"today": {"hot": True}}, "chair", "none", "heat-effort", False),
        (HOT_AEROBIC, {"screen": {"heat_sensitive": True}}, "chair", "none", "heat-effort", False),
        (SEATED, HEAT, "chair", "none", "heat-effort", False),
        # who is there
        ({}, {"screen": {"needs_help_with_instructions": True}}, "rail", "none", "helper-for-instructions", True),
        ({}, {"screen": {"needs_help_with_instructions": True}}, "rail", "in_home", "helper-for-instructions", False),
        ({}, {"screen": {"supervised_only": True}}, "rail", "in_home", "helper-supervised", True),
        ({}, {"screen": {"supervised_only": True}}, "rail", "arms_reach", "helper-supervised", False),
        (SIDEWAYS, {"falls": AMBER}, "rail", "in_home", "alongside-helper", True),
        (SIDEWAYS, {"falls": AMBER}, "rail", "arms_reach", "alongside-helper", False),
        (SIDEWAYS, {}, "open_floor", "none", "alongside-hold", True),
        ({}, {}, "open_floor", "none", "alongside-hold", False),
        (TREADMILL, {"falls": AMBER}, "open_floor", "in_home", "treadmill-helper", True),
        (TREADMILL, {"falls": AMBER}, "open_floor", "arms_reach", "treadmill-helper", False),
        (TREADMILL, {}, "open_floor", "none", "treadmill-helper", False),
        (TREADMILL, {}, "open_floor", "none", "treadmill-rails", False),
        ({**TREADMILL, "support": Support.ONE_HAND}, {}, "open_floor", "none", "treadmill-rails", False),
        ({**TREADMILL, "support": Support.FINGERTIPS}, {}, "open_floor", "none", "treadmill-rails", True),
        (BALL_SQUAT, {"history": OFTEN}, "corner", "in_home", "ball-squat-helper", False),
        (BALL_SQUAT, {"history": OFTEN}, "corner", "none", "ball-squat-helper", True),
        (BALL_SQUAT, {"history": OFTEN[:3]}, "corner", "in_home", "ball-squat-helper", True),
        (BALL_SQUAT, {}, "corner", "arms_reach", "ball-squat-helper", False),
        (BALL_SQUAT, {"history": tuple(entry("other", day) for day in (1, 2, 3, 4))}, "corner", "in_home",
         "ball-squat-helper", True),
        (BALL_SQUAT, {"history": tuple(entry("stance-bench", day, done=Done.NONE) for day in (1, 2, 3, 4))}, "corner",
         "in_home", "ball-squat-helper", True),
        # sight
        ({"stance": Stance.TANDEM, "support": Support.NONE}, {"screen": {"vision_or_vertigo": True}}, "open_floor",
         "none", "balance-demand", True),
        ({"stance": Stance.TANDEM, "support": Support.NONE}, {}, "open_floor", "none", "balance-demand", False),
        ({"eyes": Eyes.OPEN}, {"balance": Balance(falls_when_eyes_close=True)}, "rail", "none", "eyes-stay-open", False),
        # eyes
        ({**SEATED, "eyes": Eyes.CLOSED}, {}, "chair", "none", "eyes-closed-helper", False),
        ({**BALL, "eyes": Eyes.CLOSED}, {}, "corner", "none", "eyes-closed-helper", True),
        ({**SEATED, "eyes": Eyes.CLOSED, "tasks": frozenset({Task.SIT_UNSUPPORTED})}, {}, "chair", "none",
         "eyes-closed-helper", True),
        (CLOSED, {}, "corner", "none", "eyes-closed-helper", True),
        # hands
        (ONE_LEG, {"falls": RED}, "rail", "none", "narrow-hands", True),
        ({**ONE_LEG, "support": Support.ONE_HAND}, {"falls": RED}, "rail", "none", "narrow-hands", True),
        ({**ONE_LEG, "support": Support.ONE_HAND}, {"falls": AMBER}, "rail", "none", "narrow-hands", False),
        ({**ONE_LEG, "support": Support.TWO_HANDS}, {"falls": RED}, "rail", "none", "narrow-hands", False),
        ({**FOOT_UP, "support": Support.ONE_HAND}, {}, "rail", "none", "foot-up-hands", True),
        (FOOT_UP, {}, "rail", "none", "foot-up-hands", False),
        ({"support": Support.ONE_HAND}, {}, "rail", "none", "foot-up-hands", False),
        ({**FOOT_UP, **SEATED}, {}, "chair", "none", "foot-up-hands", False),
        (STEP_UP, {}, "hallway", "none", "step-hold", True),
        ({"tasks": frozenset({Task.RAISED_STEP})}, {}, "hallway", "none", "step-hold", True),
        ({"surface": Surface.STEP}, {}, "hallway", "none", "step-hold", True),
        # jumps: only at the bench, with both hands, in band A, with no falls, and when a therapist opened them
        (JUMP, {"therapist": OPENED}, "rail", "none", "jump", False),
        ({"hazards": (Hazard.IMPACT,)}, {}, "rail", "none", "jump", True),
        (JUMP, {}, "rail", "none", "jump", True),
        (JUMP, {"therapist": OPENED, "falls": AMBER}, "rail", "none", "jump", True),
        (JUMP, {"therapist": OPENED, "mobility": Band.B}, "rail", "none", "jump", True),
        ({**JUMP, "support": Support.ONE_HAND}, {"therapist": OPENED}, "rail", "none", "jump", True),
        (JUMP, {"therapist": OPENED}, "corner", "none", "jump", True),
        # bones, devices, the floor
        ({"hazards": (Hazard.IMPACT,)}, {"screen": {"fragile_bones": True}}, "rail", "none", "fragile-bones", True),
        ({}, {"screen": {"fragile_bones": True}}, "rail", "none", "fragile-bones", False),
        ({**LYING, "position": Position.LYING_PRONE}, {}, "bed", "none", "device-prone", False),
        (LYING, {"screen": {"device_sore_or_numb_feet": True}}, "bed", "none", "device-prone", False),
        (FLOOR, {}, "open_floor", "none", "floor", False),
        (LYING, {"screen": {"floor_transfer_alone": False}}, "bed", "none", "floor", False),
        (FLOOR, {"falls": {"can_rise_alone": False}}, "open_floor", "none", "floor", True),
        ({"hazards": (Hazard.FLOOR_TRANSFER,)}, {"screen": {"floor_transfer_alone": False}}, "rail", "none", "floor", True),
        # the base routine after a flare-up
        ({}, FLARE, "rail", "none", "base-routine", False),
        ({}, FLARE, "corner", "none", "base-routine", True),
        ({"support": Support.ONE_HAND}, FLARE, "rail", "none", "base-routine", True),
        ({"eyes": Eyes.CLOSED}, FLARE, "rail", "arms_reach", "base-routine", True),
        ({"surface": Surface.FOAM}, FLARE, "rail", "none", "base-routine", True),
        ({"stance": Stance.TOGETHER}, FLARE, "rail", "none", "base-routine", True),
        ({"position": Position.WALKING}, FLARE, "rail", "none", "base-routine", True),
        ({}, {**FLARE, "falls": RED}, "rail", "none", "base-routine", True),
        ({"rung": 2}, {**FLARE, "history": (entry("stance-bench", 9),)}, "rail", "none", "base-routine-new-rung", False),
        ({"rung": 2}, {**FLARE, "history": (entry("other", 9),)}, "rail", "none", "base-routine-new-rung", True),
        ({"rung": 2}, {**FLARE, "history": (entry("stance-bench", 9, done=Done.NONE),)}, "rail", "none",
         "base-routine-new-rung", True),
        # the therapist, the place, what is at hand
        ({"opened_by_therapist": True}, {}, "rail", "none", "therapist-opens", True),
        ({"opened_by_therapist": True}, {"therapist": OPENED}, "rail", "none", "therapist-opens", False),
        ({"support": Support.ONE_HAND}, {"therapist": Therapist(limits=TherapistLimits(support_at_least=Support.TWO_HANDS))},
         "rail", "none", "therapist-support", True),
        ({**SEATED, "support": Support.NONE}, {"therapist": Therapist(limits=TherapistLimits(support_at_least=Support.TWO_HANDS))},
         "chair", "none", "therapist-support", False),
        ({"places": (Place.BED,)}, {}, "chair", "none", "place", True),
        ({"places": (Place.BED,)}, {}, "bed", "none", "place", False),
        ({"places": (Place.WALL,)}, {}, "corner", "none", "place", False),
        ({"places": (Place.WALL,)}, {}, "chair", "none", "place", True),
        ({"places": (Place.BED,)}, {}, "corner", "none", "place", True),
        ({"equipment": frozenset(Equipment)}, {}, "rail", "none", "equipment", False),
    ],
)  # fmt: skip
def test_each_rule_says_no_up_to_its_edge_and_not_beyond(
    what: dict[str, Any], who: dict[str, Any], place: str, helper: str, rule: str, says_no: bool
) -> None:
    assert (rule in broken(what, who, place, helper)) == says_no


@pytest.mark.parametrize(
    ("who", "tier"),
    [
        ({"mobility": Band.C}, Tier.AMBER),
        ({"mobility": Band.D}, Tier.RED),
        ({"mobility": None}, Tier.RED),
        ({"history": (entry("x", 3, fall=True),)}, Tier.RED),
        ({"history": (entry("x", 3),)}, Tier.GREEN),
        (
            {"history": (entry("x", 3, fall=True),), "falls": {"reviewed": TODAY - timedelta(days=3)}},
            Tier.GREEN,
        ),
        (
            {"history": (entry("x", 3, fall=True),), "falls": {"reviewed": TODAY - timedelta(days=4)}},
            Tier.RED,
        ),
        ({"history": (entry("x", 3),), "falls": {"reviewed": TODAY - timedelta(days=9)}}, Tier.GREEN),
        ({"history": (entry("x", 3, fall=True),), "falls": {"reviewed": TODAY}}, Tier.GREEN),
        (
            {"history": (entry("x", 3, fall=True),), "falls": {"reviewed": TODAY + timedelta(days=1)}},
            Tier.RED,
        ),
    ],
)
def test_the_falls_tier_at_its_edges(who: dict[str, Any], tier: Tier) -> None:
    assert tier_of(person(**who)) is tier


@pytest.mark.parametrize(("minutes", "within"), [(None, True), (0, True), (179, True), (180, False)])
def test_a_sedating_dose_counts_for_its_window(minutes: int | None, within: bool) -> None:
    somebody = person(screen={"sedating_medicine": True})
    assert in_sedating_window(somebody, replace(FIT_DAY, minutes_since_sedating_dose=minutes)) is within
    assert not in_sedating_window(person(), replace(FIT_DAY, minutes_since_sedating_dose=minutes))


def test_the_ceiling_falls_with_little_energy_and_rises_with_somebody_at_arms_reach() -> None:
    fit, tired, amber = person(), person(today={"energy": 4}), person(falls=AMBER)
    bodies = [body_on(who, who.today) for who in (fit, tired, amber)]
    assert [body.ceiling for body in bodies] == [6, 5, 4]
    hard = exercise(stance=Stance.TANDEM, support=Support.NONE, places=(Place.OPEN_FLOOR,))
    assert demand(hard, vision_trouble=False) == 5
    for helper, says_no in (("none", True), ("in_home", True), ("arms_reach", False)):
        verdict = judge(hard, bodies[2], setting("corner", helper))
        assert ("balance-demand" in {rule.id for rule in verdict.broken}) == says_no


def test_a_seat_asks_for_no_balance_and_a_wall_helps_only_eyes_that_see() -> None:
    assert demand(exercise(**SEATED), vision_trouble=True) == 0
    leaning = exercise(support=Support.BACK_OR_FOREARMS, stance=Stance.TANDEM)
    assert demand(leaning, vision_trouble=True) > demand(leaning, vision_trouble=False) + 2


def test_what_is_allowed_is_answered_with_the_exercise_and_why_it_is_held_more_firmly() -> None:
    somebody = person(falls=RED)
    body = body_on(somebody, somebody.today)
    plain = judge(exercise(), body, setting())
    assert (plain.exercise, plain.broken, plain.held_for) == (exercise(), (), ())
    firmer = judge(exercise(**ONE_LEG), body, setting())
    assert firmer.exercise.support is Support.TWO_HANDS
    assert "narrow-hands" in {rule.id for rule in firmer.held_for}
    refused = judge(exercise(**ONE_LEG), body, setting("open_floor"))
    assert refused.exercise == exercise(**ONE_LEG)


def test_an_ordinary_day_has_ordinary_energy_and_nothing_new_but_keeps_the_falls() -> None:
    somebody = person(today={"falls_since_last": 1, "energy": 1, "hot": True, "new_symptom": True})
    day = ordinary_day(somebody, TODAY + timedelta(days=1))
    assert (day.date, day.falls_since_last) == (TODAY + timedelta(days=1), 1)
    assert (day.feeling_ill, day.new_symptom, day.hot) == (False, False, False)
    assert (day.energy, day.pain, day.stiffness) == (ORDINARY_ENERGY, ORDINARY_PAIN, ORDINARY_STIFFNESS)
    assert not in_sedating_window(person(screen={"sedating_medicine": True}), day)


@pytest.mark.parametrize(
    ("at_the_moment", "expected"),
    [(None, {Equipment.BAND}), (frozenset({Equipment.FOAM}), {Equipment.FOAM}), (frozenset(), set())],
)
def test_a_moment_has_its_own_things_or_those_of_the_home(
    at_the_moment: frozenset[Equipment] | None, expected: set[Equipment]
) -> None:
    somebody = person()
    home = replace(somebody.home, equipment=frozenset({Equipment.BAND}))
    moment = Moment(name="x", place=Place.BED, days=(Weekday.MON,), minutes=5, equipment=at_the_moment)
    made = setting_of(moment, replace(somebody, home=home), HelperNear.IN_HOME)
    assert made == Setting(place=Place.BED, helper=HelperNear.IN_HOME, equipment=frozenset(expected))


def test_the_nearest_safe_rung_is_the_first_that_any_chance_allows() -> None:
    catalogue = load_catalogue()
    top = catalogue["one-leg-stance-no-hands"]
    somebody = person(falls=RED)
    body = body_on(somebody, somebody.today)
    chances = [(body, setting("bed")), (body, setting("kitchen_bench"))]
    found = nearest_safe(top, chances, catalogue)
    assert found is not None
    verdict, chance = found
    assert (verdict.allowed, chance) == (True, chances[1])
    nearer = [rung for rung in catalogue.easier_than(top) if rung.rung > verdict.exercise.rung]
    assert not any(judge(rung, *one).allowed for rung in nearer for one in chances)
    assert nearest_safe(top, [], catalogue) is None
