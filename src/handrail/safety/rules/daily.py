"""Rules from today's check-in: what a day closes, and what it leaves seated or lying."""

from __future__ import annotations

from collections.abc import Callable

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import Purpose
from handrail.safety import constants as c
from handrail.safety.demand import in_sedating_window
from handrail.safety.model import Body, Ground, Rule, Setting
from handrail.safety.rules.readiness import is_down

_PROPOSAL = "Daily check: our proposal, awaiting a clinician's sign-off"
_GENTLE = frozenset({Purpose.STRETCH, Purpose.BREATHING})


def _signs(_exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return bool(body.person.today.signs)


def _new_symptom(_exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return body.person.today.new_symptom


def _ill(_exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return body.day.feeling_ill


def _no_energy(_exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return body.day.energy <= c.REST_ENERGY


def _little_energy(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return body.day.energy <= c.GENTLE_ENERGY and exercise.purpose not in _GENTLE


def _strong_pain(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return body.day.pain >= c.STOP_PAIN and exercise.purpose is not Purpose.BREATHING


def _hot_effort(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return body.person.screen.heat_sensitive and body.day.hot and exercise.purpose is Purpose.AEROBIC


def _seated_today(is_weak: Callable[[Body], bool]) -> Callable[[Exercise, Body, Setting], bool]:
    def breaks(exercise: Exercise, body: Body, _setting: Setting) -> bool:
        return is_weak(body) and not is_down(exercise)

    return breaks


def _seated_rule(word: str, because: str, is_weak: Callable[[Body], bool], *answers: str) -> Rule:
    return Rule(
        id=f"seated-{word}",
        ground=Ground.TIER,
        sentence=f"{because}: seated or lying only.",
        lifts="It opens on a day without this.",
        source=_PROPOSAL,
        breaks=_seated_today(is_weak),
        answers=answers,
    )


RULES = (
    Rule(
        id="red-flag",
        ground=Ground.TIER,
        sentence="What you noticed comes before any exercise.",
        lifts="It opens when this is over and a clinician says so.",
        source="Red flags: relapse and emergency advice of MS societies; list: our proposal",
        breaks=_signs,
    ),
    Rule(
        id="new-symptom",
        ground=Ground.TIER,
        sentence="Something new comes first: speak to your clinician before you exercise.",
        lifts="It opens when your clinician knows about it and you can answer no.",
        source="MS societies on new symptoms that last more than a day; rule: our proposal",
        breaks=_new_symptom,
        answers=("today.new_symptom",),
    ),
    Rule(
        id="feeling-ill",
        ground=Ground.TIER,
        sentence="You feel ill: today is for rest.",
        lifts="It opens when you feel well again.",
        source=_PROPOSAL,
        breaks=_ill,
        answers=("today.feeling_ill",),
    ),
    Rule(
        id="rest-energy",
        ground=Ground.TIER,
        sentence="No energy today: rest is the right thing.",
        lifts="It opens when some energy is back.",
        source=_PROPOSAL,
        breaks=_no_energy,
        answers=("today.energy",),
    ),
    Rule(
        id="gentle-energy",
        ground=Ground.TIER,
        sentence="Very little energy today: only stretches and breathing.",
        lifts="It opens on a day with more energy.",
        source=_PROPOSAL,
        breaks=_little_energy,
        answers=("today.energy",),
    ),
    Rule(
        id="strong-pain",
        ground=Ground.TIER,
        sentence="Strong pain today: only breathing.",
        lifts="It opens when the pain is below 6 of 10.",
        source="Traffic light for pain, clinical convention; rule: our proposal",
        breaks=_strong_pain,
        answers=("today.pain",),
    ),
    Rule(
        id="heat-effort",
        ground=Ground.TIER,
        sentence="It is hot and heat makes you worse: nothing that warms you up.",
        lifts="It opens in a cool room or at a cool hour.",
        source="Davis 2010 on heat in MS; rule: our proposal",
        breaks=_hot_effort,
        answers=("screen.heat_sensitive", "today.hot"),
    ),
    _seated_rule(
        "energy", "Little energy today", lambda body: body.day.energy <= c.SEATED_ENERGY, "today.energy"
    ),
    _seated_rule("pain", "Some pain today", lambda body: body.day.pain >= c.SEATED_PAIN, "today.pain"),
    _seated_rule("heat", "It is hot today", lambda body: body.day.hot, "today.hot"),
    _seated_rule(
        "after-dose",
        "Your medicine may be at its strongest now",
        lambda body: in_sedating_window(body.person, body.day),
        "screen.sedating_medicine",
        "today.minutes_since_sedating_dose",
    ),
    _seated_rule(
        "dizzy",
        "You get faint or dizzy when you stand up",
        lambda body: body.person.screen.faint_or_dizzy,
        "screen.faint_or_dizzy",
    ),
)
