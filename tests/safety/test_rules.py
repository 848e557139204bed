"""Every hard rule as a row: who, doing what, where, and the rules that say no."""

from typing import Any

import pytest

from handrail.catalogue.words import Eyes, Hazard, Position, Purpose, Stance, Surface, Task
from handrail.person.model import Balance, CheckIn, Person
from handrail.person.words import Band, Equipment, HelperNear, Support
from handrail.safety.gate import body_on, judge
from handrail.safety.rules import BY_ID, RULES
from tests.safety.people import AMBER, RED, exercise, person, setting

LYING = {"position": Position.LYING_SUPINE, "stance": Stance.NONE, "support": Support.LYING}
SEATED = {"position": Position.SITTING, "stance": Stance.NONE, "support": Support.SEATED}
STRETCH_LYING = {**LYING, "purpose": Purpose.STRETCH}
FOAM = {"surface": Surface.FOAM, "support": Support.FINGERTIPS}
FOAM_CLOSED = {**FOAM, "eyes": Eyes.CLOSED, "stance": Stance.TOGETHER}
CLOSED = {"eyes": Eyes.CLOSED, "support": Support.NONE}
BALL = {**SEATED, "surface": Surface.BALL}
BALL_SQUAT = {"equipment": frozenset({Equipment.BALL}), "support": Support.BACK_OR_FOREARMS}
ONE_LEG = {"stance": Stance.ONE_LEG, "support": Support.FINGERTIPS}
JUMP = {"tasks": frozenset({Task.JUMP}), "hazards": (Hazard.IMPACT,)}
FOOT_UP = {"tasks": frozenset({Task.FOOT_ON_BENCH})}
STEP_UP = {"surface": Surface.STEP, "tasks": frozenset({Task.RAISED_STEP}), "support": Support.ONE_HAND}
SIDEWAYS = {"position": Position.WALKING, "tasks": frozenset({Task.SIDEWAYS}), "support": Support.ONE_HAND}
FLOOR = {**LYING, "surface": Surface.FLOOR_MAT}
TREADMILL = {"position": Position.WALKING, "surface": Surface.TREADMILL, "tasks": frozenset({Task.WALKING})}
SIT_UP = {**LYING, "tasks": frozenset({Task.SPINE_LOADED, Task.NECK_BENT})}
AEROBIC_SEATED = {**SEATED, "purpose": Purpose.AEROBIC}

ALLOWED: tuple[str, ...] = ()


def rules_broken(
    differs: dict[str, Any], who: dict[str, Any], place: str = "kitchen_bench", helper: str = "none"
) -> tuple[str, ...]:
    somebody = person(**who)
    verdict = judge(exercise(**differs), body_on(somebody, somebody.today), setting(place, helper))
    return tuple(rule.id for rule in verdict.broken)


@pytest.mark.parametrize(
    ("what", "differs", "who", "place", "helper", "broken"),
    [
        ("foam, eyes closed, alone", FOAM_CLOSED, {}, "kitchen_bench", "none",
         ("foam-eyes-closed-helper", "eyes-closed-helper")),
        ("foam, eyes closed, somebody in the home", FOAM_CLOSED, {}, "kitchen_bench", "in_home",
         ("foam-eyes-closed-helper",)),
        ("foam, eyes closed, somebody at arm's reach", FOAM_CLOSED, {}, "corner", "arms_reach", ALLOWED),
        ("foam, eyes closed, in the middle of the room", FOAM_CLOSED, {}, "open_floor", "arms_reach",
         ("eyes-closed-corner",)),
        ("foam, eyes open, at the bench", FOAM, {}, "kitchen_bench", "none", ALLOWED),
        ("foam, eyes open, in a corner", FOAM, {}, "corner", "none", ("foam-bench",)),
        ("foam after a fall, alone", FOAM, {"falls": AMBER}, "kitchen_bench", "none", ("foam-helper", "foam-two-hands")),
        ("foam after a fall, with somebody: both hands", FOAM, {"falls": AMBER}, "kitchen_bench", "arms_reach", ALLOWED),
        ("eyes closed, alone in a corner", CLOSED, {}, "corner", "none", ("eyes-closed-helper",)),
        ("eyes closed, somebody in the home", CLOSED, {}, "corner", "in_home", ALLOWED),
        ("eyes closed, no corner", CLOSED, {}, "open_floor", "in_home", ("eyes-closed-corner",)),
        ("somebody who drops with closed eyes", CLOSED,
         {"balance": Balance(falls_when_eyes_close=True)}, "corner", "in_home", ("eyes-stay-open",)),
        ("ball, alone", BALL, {}, "corner", "none", ("ball-helper",)),
        ("ball, somebody in front", BALL, {}, "corner", "arms_reach", ALLOWED),
        ("ball, no corner", BALL, {}, "open_floor", "arms_reach", ("ball-corner",)),
        ("ball after two falls", BALL, {"falls": RED}, "corner", "arms_reach", ("ball-after-falls",)),
        ("ball squat, the first time, somebody in the home", BALL_SQUAT, {}, "corner", "in_home", ("ball-squat-helper",)),
        ("one leg away from the bench", ONE_LEG, {}, "open_floor", "none", ("narrow-bench",)),
        ("one leg at the bench", ONE_LEG, {}, "kitchen_bench", "none", ALLOWED),
        ("one leg after two falls: both hands", ONE_LEG, {"falls": RED}, "kitchen_bench", "none", ALLOWED),
        ("jump without a therapist's yes", JUMP, {}, "kitchen_bench", "none", ("jump",)),
        ("foot on the bench", FOOT_UP, {}, "kitchen_bench", "none", ALLOWED),
        ("foot on the bench after a fall", FOOT_UP, {"falls": AMBER}, "kitchen_bench", "none", ("foot-on-bench",)),
        ("step-up in the hallway", STEP_UP, {}, "open_floor", "none", ("step-hold",)),
        ("step-up at the bench", STEP_UP, {}, "kitchen_bench", "none", ALLOWED),
        ("sideways along the bench", SIDEWAYS, {}, "kitchen_bench", "none", ALLOWED),
        ("sideways after a fall, alone", SIDEWAYS, {"falls": AMBER}, "kitchen_bench", "none", ("alongside-helper",)),
        ("on the floor, cannot get up", FLOOR, {"screen": {"floor_transfer_alone": False}}, "open_floor", "none", ("floor",)),
        ("treadmill without the rail", {**TREADMILL, "support": Support.NONE}, {}, "open_floor", "none", ("treadmill-rails",)),
        ("stand with one hand after two falls, no bench", {"support": Support.ONE_HAND}, {"falls": RED}, "corner",
         "none", ("red-two-hands",)),
        ("sit-up with fragile bones", SIT_UP, {"screen": {"fragile_bones": True}}, "open_floor", "none", ("fragile-bones",)),
        ("sit-up with shocks from the neck", SIT_UP, {"screen": {"neck_shock_or_spasms": True}}, "open_floor", "none", ("neck",)),
        ("prone with a stoma", {**LYING, "position": Position.LYING_PRONE},
         {"screen": {"device_sore_or_numb_feet": True}}, "open_floor", "none", ("device-prone",)),
        ("needs help with steps, alone", {}, {"screen": {"needs_help_with_instructions": True}}, "kitchen_bench", "none",
         ("helper-for-instructions",)),
        ("only supervised, somebody in the home", {}, {"screen": {"supervised_only": True}}, "kitchen_bench", "in_home",
         ("helper-supervised",)),
        ("helper of the exercise missing", {"helper": HelperNear.IN_HOME}, {}, "kitchen_bench", "none", ("helper-there",)),
        ("wrong place", {}, {}, "bed", "none", ALLOWED),
        ("chest pain", LYING, {"screen": {"chest_pain": True}}, "open_floor", "none", ("stop-chest-pain",)),
        ("heart problem: a lying stretch stays", STRETCH_LYING, {"screen": {"heart_lung": True}}, "open_floor", "none", ALLOWED),
        ("heart problem: strength waits", {**LYING, "purpose": Purpose.STRENGTH}, {"screen": {"heart_lung": True}},
         "open_floor", "none", ("clinician-first",)),
        ("flare-up: both hands on the bench", {}, {"screen": {"relapse_or_steroids_3_months": True}}, "kitchen_bench",
         "none", ALLOWED),
        ("flare-up: no aerobic", AEROBIC_SEATED, {"screen": {"relapse_or_steroids_3_months": True}}, "open_floor",
         "none", ("base-routine",)),
        ("flare-up: no new rung", {"rung": 2}, {"screen": {"relapse_or_steroids_3_months": True}}, "kitchen_bench",
         "none", ("base-routine-new-rung",)),
        ("wheelchair: standing", {}, {"mobility": Band.E}, "kitchen_bench", "none", ("band-e-seated",)),
        ("wheelchair: lying", LYING, {"mobility": Band.E}, "open_floor", "none", ALLOWED),
        ("mostly in bed", LYING, {"mobility": Band.F}, "open_floor", "none", ("band-f",)),
        ("ill today", LYING, {"today": {"feeling_ill": True}}, "open_floor", "none", ("feeling-ill",)),
        ("something new", LYING, {"today": {"new_symptom": True}}, "open_floor", "none", ("new-symptom",)),
        ("a red flag", LYING, {"today": {"signs": ("fever",)}}, "open_floor", "none", ("red-flag",)),
        ("no energy", LYING, {"today": {"energy": 0}}, "open_floor", "none", ("rest-energy", "gentle-energy")),
        ("very little energy: a lying stretch stays", STRETCH_LYING, {"today": {"energy": 2}}, "open_floor", "none", ALLOWED),
        ("little energy: standing waits", {}, {"today": {"energy": 3}}, "kitchen_bench", "none", ("seated-energy",)),
        ("some pain: standing waits", {}, {"today": {"pain": 4}}, "kitchen_bench", "none", ("seated-pain",)),
        ("strong pain", STRETCH_LYING, {"today": {"pain": 6}}, "open_floor", "none", ("strong-pain",)),
        ("hot day: standing waits", {}, {"today": {"hot": True}}, "kitchen_bench", "none", ("seated-heat",)),
        ("after a sedating dose: standing waits", {},
         {"screen": {"sedating_medicine": True}, "today": {"minutes_since_sedating_dose": 30}}, "kitchen_bench", "none",
         ("seated-after-dose",)),
        ("dizzy on standing", {}, {"screen": {"faint_or_dizzy": True, "cleared_by_clinician": True}}, "kitchen_bench",
         "none", ("seated-dizzy",)),
    ],
)  # fmt: skip
def test_rules_broken(
    what: str, differs: dict[str, Any], who: dict[str, Any], place: str, helper: str, broken: tuple[str, ...]
) -> None:
    assert rules_broken(differs, who, place, helper) == broken, what


def test_somebody_who_answered_nothing_may_do_nothing() -> None:
    nobody = Person(today=CheckIn(date=person().today.date))
    verdict = judge(exercise(**LYING), body_on(nobody, nobody.today), setting("open_floor", "therapist"))
    assert not verdict.allowed


def test_a_rule_asks_for_more_to_hold_rather_than_refusing() -> None:
    somebody = person(falls=RED)
    verdict = judge(exercise(**ONE_LEG), body_on(somebody, somebody.today), setting("kitchen_bench"))
    assert verdict.exercise.support is Support.TWO_HANDS


def test_a_hand_that_reaches_cannot_hold_on() -> None:
    reaching = {"support": Support.ONE_HAND, "tasks": frozenset({Task.REACH})}
    assert rules_broken(reaching, {"falls": RED}) == ("red-two-hands",)


def test_no_ground_to_hold_firmer_without_a_bench_or_rail() -> None:
    assert rules_broken({"support": Support.NONE}, {"falls": RED}, "open_floor") == ("red-two-hands",)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_says_what_it_asks_and_where_it_comes_from(rule: Any) -> None:
    assert rule.sentence.endswith(".")
    assert len(rule.sentence.split()) <= 22
    assert rule.source
    assert rule.lifts.endswith(".") or rule.id == "eyes-closed-walking"


def test_rule_ids_are_unique() -> None:
    assert len(BY_ID) == len(RULES)
