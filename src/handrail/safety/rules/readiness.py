"""Rules from the readiness questions and the walking band: what stays open before a clinician's word."""

from __future__ import annotations

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import LYING, SITTING, Eyes, Hazard, Position, Purpose, Stance, Surface, Task
from handrail.person.model import Person
from handrail.person.words import Band, Done, Place, Support
from handrail.safety.model import Body, Ground, Rule, Setting, Tier

_PROPOSAL = "Readiness screen: our proposal, awaiting a clinician's sign-off"
_CALM = frozenset({Purpose.STRETCH, Purpose.BREATHING, Purpose.MOBILITY})
_DOWN = LYING | SITTING
_BENCH_OR_RAIL = frozenset({Place.KITCHEN_BENCH, Place.RAIL})
_STEADY = frozenset({Stance.HIP_WIDE, Stance.WIDE})


def is_down(exercise: Exercise) -> bool:
    """Whether it is done seated or lying, on something that does not roll."""
    return exercise.position in _DOWN and exercise.surface is not Surface.BALL


def needs_clearance(person: Person) -> bool:
    """Whether a heart, fainting, joint or other condition waits for a clinician's word."""
    screen = person.screen
    asked = (
        screen.heart_lung,
        screen.faint_or_dizzy,
        screen.joint_or_surgery_12_months,
        screen.pregnant_or_other_condition,
    )
    return any(asked) and not screen.cleared_by_clinician


def is_base_routine(person: Person) -> bool:
    """Whether a flare-up or new symptoms leave only the base routine, until a clinician's word."""
    screen = person.screen
    flared = screen.new_symptoms_30_days or screen.relapse_or_steroids_3_months
    return flared and not screen.cleared_by_clinician


def _chest_pain(_exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return body.person.screen.chest_pain


def _band_unknown(_exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return body.person.mobility is None


def _band_f(_exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return body.person.mobility is Band.F


def _band_e(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return body.person.mobility is Band.E and not is_down(exercise)


def _uncleared(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return needs_clearance(body.person) and not (exercise.purpose in _CALM and is_down(exercise))


def _outside_base_routine(exercise: Exercise, body: Body, setting: Setting) -> bool:
    if not is_base_routine(body.person):
        return False
    if exercise.purpose is Purpose.AEROBIC:
        return True
    return not (is_down(exercise) or _base_stance(exercise, body, setting))


def _base_stance(exercise: Exercise, body: Body, setting: Setting) -> bool:
    return (
        body.tier is not Tier.RED
        and exercise.position is Position.STANDING
        and exercise.stance in _STEADY
        and exercise.surface is Surface.FIRM
        and exercise.eyes is Eyes.OPEN
        and exercise.support is Support.TWO_HANDS
        and setting.place in _BENCH_OR_RAIL
    )


def _new_rung(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return is_base_routine(body.person) and exercise.rung > 1 and not _has_done(exercise, body.person)


def _has_done(exercise: Exercise, person: Person) -> bool:
    return any(entry.exercise == exercise.slug and entry.done is not Done.NONE for entry in person.history)


def _fragile_bones(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    loads = Hazard.IMPACT in exercise.hazards or Task.SPINE_LOADED in exercise.tasks
    return body.person.screen.fragile_bones and loads


def _neck(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return body.person.screen.neck_shock_or_spasms and Task.NECK_BENT in exercise.tasks


def _device(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return body.person.screen.device_sore_or_numb_feet and exercise.position is Position.LYING_PRONE


def _floor(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    gets_up = body.person.screen.floor_transfer_alone and body.person.falls.can_rise_alone
    return not gets_up and is_on_floor(exercise)


def is_on_floor(exercise: Exercise) -> bool:
    """Whether the person must get down to the floor and up again."""
    return exercise.surface is Surface.FLOOR_MAT or Hazard.FLOOR_TRANSFER in exercise.hazards


RULES = (
    Rule(
        id="stop-chest-pain",
        ground=Ground.TIER,
        sentence="Chest pain or breathlessness in the last year comes before any exercise.",
        lifts="It opens when a doctor has looked into it and you can answer no.",
        source=_PROPOSAL,
        breaks=_chest_pain,
        answers=("screen.chest_pain",),
    ),
    Rule(
        id="band-unknown",
        ground=Ground.TIER,
        sentence="We do not know yet how you walk.",
        lifts="It opens when you tell us how you walk.",
        source=_PROPOSAL,
        breaks=_band_unknown,
        answers=("mobility",),
    ),
    Rule(
        id="band-f",
        ground=Ground.TIER,
        sentence="Mostly in bed: a therapist or a trained carer leads the exercises.",
        lifts="Your therapist can set up a programme with you.",
        source="Kalb 2020 consensus: trained assistance when mobility is very limited; band F: our proposal",
        breaks=_band_f,
        answers=("mobility",),
    ),
    Rule(
        id="band-e-seated",
        ground=Ground.TIER,
        sentence="With a wheelchair, everything here is done seated or lying.",
        lifts="Your therapist can practise standing with you.",
        source=_PROPOSAL,
        breaks=_band_e,
        answers=("mobility",),
    ),
    Rule(
        id="clinician-first",
        ground=Ground.TIER,
        sentence="Until a clinician says yes, we keep to seated or lying stretches and breathing.",
        lifts="It opens when a clinician has said that exercise is fine for you.",
        source=_PROPOSAL,
        breaks=_uncleared,
        answers=(
            "screen.heart_lung",
            "screen.faint_or_dizzy",
            "screen.joint_or_surgery_12_months",
            "screen.pregnant_or_other_condition",
            "screen.cleared_by_clinician",
        ),
    ),
    Rule(
        id="base-routine",
        ground=Ground.TIER,
        sentence="After a flare-up we keep to the base routine: lying, seated, or both hands on the bench.",
        lifts="It opens when your physiotherapist or neurologist says so.",
        source=_PROPOSAL,
        breaks=_outside_base_routine,
        answers=(
            "screen.new_symptoms_30_days",
            "screen.relapse_or_steroids_3_months",
            "screen.cleared_by_clinician",
        ),
    ),
    Rule(
        id="base-routine-new-rung",
        ground=Ground.TIER,
        sentence="After a flare-up is no time for a rung that is new to you.",
        lifts="It opens when your physiotherapist or neurologist says so.",
        source=_PROPOSAL,
        breaks=_new_rung,
        answers=("screen.new_symptoms_30_days", "screen.relapse_or_steroids_3_months"),
    ),
    Rule(
        id="fragile-bones",
        ground=Ground.TIER,
        sentence="With fragile bones: no jumps, and no bending or twisting of the back under load.",
        lifts="Your doctor or therapist can tell you which moves are fine.",
        source=_PROPOSAL,
        breaks=_fragile_bones,
        answers=("screen.fragile_bones",),
    ),
    Rule(
        id="neck",
        ground=Ground.TIER,
        sentence="You feel a shock when you bend your neck, or your legs jerk: the head stays up.",
        lifts="Your therapist can show you a way that is fine.",
        source=_PROPOSAL,
        breaks=_neck,
        answers=("screen.neck_shock_or_spasms",),
    ),
    Rule(
        id="device-prone",
        ground=Ground.TIER,
        sentence="With a pump, catheter, stoma or sore we leave out lying on your front.",
        lifts="Your nurse or therapist can tell you which positions are fine.",
        source=_PROPOSAL,
        breaks=_device,
        answers=("screen.device_sore_or_numb_feet",),
    ),
    Rule(
        id="floor",
        ground=Ground.TIER,
        sentence="Floor exercises need you to get down and up again by yourself.",
        lifts="It opens when you can get down to the floor and up by yourself. Bed versions stay open.",
        source="Clinical convention (WEBB trains getting up first); hard override: our proposal",
        breaks=_floor,
        answers=("screen.floor_transfer_alone", "falls.can_rise_alone"),
    ),
)
