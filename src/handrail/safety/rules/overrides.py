"""Hard overrides: they beat the demand score and nobody can relax them."""

from __future__ import annotations

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import LYING, ON_FOOT, SITTING, Eyes, Hazard, Position, Stance, Surface, Task
from handrail.person.model import Person
from handrail.person.words import Band, Done, Equipment, HelperNear, Place, Support
from handrail.safety import constants as c
from handrail.safety.model import Body, Ground, Rule, Setting, Tier

_PROPOSAL = "Hard override: our proposal, awaiting a clinician's sign-off"
_FIXED_HOLD = frozenset({Place.KITCHEN_BENCH, Place.RAIL})
_STEP_HOLD = _FIXED_HOLD | {Place.STAIRS}
_BEHIND_OR_BENCH = _FIXED_HOLD | {Place.CORNER}
_NARROW = frozenset({Stance.ONE_LEG, Stance.TANDEM})
_ALONGSIDE = frozenset({Task.BACKWARD, Task.SIDEWAYS, Task.OBSTACLE})


def _closed(exercise: Exercise) -> bool:
    """Eyes closed where the body could fall: lying down, and sitting with support, stay open."""
    steady_seat = (
        exercise.position in SITTING
        and exercise.surface is not Surface.BALL
        and Task.SIT_UNSUPPORTED not in exercise.tasks
    )
    return exercise.eyes is Eyes.CLOSED and exercise.position not in LYING and not steady_seat


def _on_foam(exercise: Exercise) -> bool:
    return exercise.surface is Surface.FOAM


def _on_ball(exercise: Exercise) -> bool:
    return exercise.surface is Surface.BALL


def _is_ball_squat(exercise: Exercise) -> bool:
    return exercise.position is Position.STANDING and Equipment.BALL in exercise.equipment


def _jumps(exercise: Exercise) -> bool:
    return Task.JUMP in exercise.tasks or Hazard.IMPACT in exercise.hazards


def _raises_step(exercise: Exercise) -> bool:
    return Task.RAISED_STEP in exercise.tasks or exercise.surface is Surface.STEP


def _sessions_of(exercise: Exercise, person: Person) -> int:
    days = {e.date for e in person.history if e.exercise == exercise.slug and e.done is not Done.NONE}
    return len(days)


def _foam_closed_helper(exercise: Exercise, _body: Body, setting: Setting) -> bool:
    return _closed(exercise) and _on_foam(exercise) and setting.helper < HelperNear.ARMS_REACH


def _firm_closed_helper(exercise: Exercise, _body: Body, setting: Setting) -> bool:
    return _closed(exercise) and setting.helper < HelperNear.IN_HOME


def _foam_helper(exercise: Exercise, body: Body, setting: Setting) -> bool:
    unsteady = body.tier is not Tier.GREEN
    return unsteady and _on_foam(exercise) and setting.helper < HelperNear.ARMS_REACH


def _ball_helper(exercise: Exercise, _body: Body, setting: Setting) -> bool:
    return _on_ball(exercise) and setting.helper < HelperNear.ARMS_REACH


def _ball_squat_helper(exercise: Exercise, body: Body, setting: Setting) -> bool:
    if not _is_ball_squat(exercise):
        return False
    practised = _sessions_of(exercise, body.person) >= c.BALL_SQUAT_FIRST_SESSIONS
    return setting.helper < (HelperNear.IN_HOME if practised else HelperNear.ARMS_REACH)


def _alongside_helper(exercise: Exercise, body: Body, setting: Setting) -> bool:
    unsteady = body.tier is not Tier.GREEN
    return unsteady and bool(exercise.tasks & _ALONGSIDE) and setting.helper < HelperNear.ARMS_REACH


def _treadmill_helper(exercise: Exercise, body: Body, setting: Setting) -> bool:
    unsteady = body.tier is not Tier.GREEN
    return unsteady and _on_treadmill(exercise) and setting.helper < HelperNear.ARMS_REACH


def _on_treadmill(exercise: Exercise) -> bool:
    return exercise.surface is Surface.TREADMILL or Equipment.TREADMILL in exercise.equipment


def _drops_with_eyes_closed(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    removed = exercise.eyes is Eyes.CLOSED and exercise.position not in LYING
    return removed and body.person.balance.falls_when_eyes_close


def _closed_place(exercise: Exercise, _body: Body, setting: Setting) -> bool:
    if not _closed(exercise):
        return False
    if _on_foam(exercise):
        return setting.place not in _BEHIND_OR_BENCH
    return setting.place is not Place.CORNER


def _closed_walking(exercise: Exercise, _body: Body, _setting: Setting) -> bool:
    return exercise.eyes is Eyes.CLOSED and exercise.position is Position.WALKING


def _foam_place(exercise: Exercise, _body: Body, setting: Setting) -> bool:
    return _on_foam(exercise) and exercise.eyes is Eyes.OPEN and setting.place not in _FIXED_HOLD


def _foam_hands(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    unsteady = body.tier is not Tier.GREEN
    return unsteady and _on_foam(exercise) and exercise.support is not Support.TWO_HANDS


def _narrow_place(exercise: Exercise, _body: Body, setting: Setting) -> bool:
    return _is_narrow(exercise) and setting.place not in _FIXED_HOLD


def _is_narrow(exercise: Exercise) -> bool:
    return exercise.position in ON_FOOT and exercise.stance in _NARROW


def _narrow_hands(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    if not _is_narrow(exercise) or body.tier is Tier.GREEN:
        return False
    enough = {Support.TWO_HANDS} if body.tier is Tier.RED else {Support.ONE_HAND, Support.TWO_HANDS}
    return exercise.support not in enough


def _ball_red(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return _on_ball(exercise) and body.tier is Tier.RED


def _ball_place(exercise: Exercise, _body: Body, setting: Setting) -> bool:
    return _on_ball(exercise) and setting.place is not Place.CORNER


def _jump(exercise: Exercise, body: Body, setting: Setting) -> bool:
    ready = (
        body.tier is Tier.GREEN
        and body.person.mobility is Band.A
        and exercise.support is Support.TWO_HANDS
        and setting.place in _FIXED_HOLD
        and exercise.slug in body.person.therapist.opens
    )
    return _jumps(exercise) and not ready


def _foot_on_bench(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return Task.FOOT_ON_BENCH in exercise.tasks and body.tier is not Tier.GREEN


def _foot_up_hands(exercise: Exercise, _body: Body, _setting: Setting) -> bool:
    raised = exercise.tasks & {Task.FOOT_ON_BENCH, Task.FOOT_ON_STEP}
    return bool(raised) and exercise.position in ON_FOOT and exercise.support is not Support.TWO_HANDS


def _step_place(exercise: Exercise, _body: Body, setting: Setting) -> bool:
    return _raises_step(exercise) and exercise.position in ON_FOOT and setting.place not in _STEP_HOLD


def _alongside_place(exercise: Exercise, _body: Body, setting: Setting) -> bool:
    return bool(exercise.tasks & _ALONGSIDE) and setting.place not in _FIXED_HOLD


def _treadmill_rails(exercise: Exercise, _body: Body, _setting: Setting) -> bool:
    held = exercise.support in {Support.ONE_HAND, Support.TWO_HANDS}
    return _on_treadmill(exercise) and not held


RULES = (
    Rule(
        id="foam-eyes-closed-helper",
        ground=Ground.HELPER,
        sentence="Eyes closed on foam needs somebody standing at arm's reach.",
        lifts="It opens with somebody at arm's reach, in a corner or at the bench.",
        source="A member's report and clinic protocol for the foam stance; hard override: our proposal",
        breaks=_foam_closed_helper,
    ),
    Rule(
        id="eyes-closed-helper",
        ground=Ground.HELPER,
        sentence="Eyes closed on your feet needs somebody in the home.",
        lifts="It opens in a corner, a chair in front of you, with somebody in the home.",
        source=_PROPOSAL,
        breaks=_firm_closed_helper,
    ),
    Rule(
        id="foam-helper",
        ground=Ground.HELPER,
        sentence="On foam you need somebody at arm's reach.",
        lifts="It opens with somebody at arm's reach and both hands on the bench or rail.",
        source=_PROPOSAL,
        breaks=_foam_helper,
    ),
    Rule(
        id="ball-helper",
        ground=Ground.HELPER,
        sentence="Sitting on the ball needs somebody in front of you, close enough to catch you.",
        lifts="It opens in a corner with somebody in front of you at arm's reach.",
        source="Two members' reports: one with a therapist in front, one fell alone; hard override: our proposal",
        breaks=_ball_helper,
    ),
    Rule(
        id="ball-squat-helper",
        ground=Ground.HELPER,
        sentence="Squats with the ball need somebody at arm's reach the first four times, then in the home.",
        lifts="It opens with that person there.",
        source="A member's report; four sessions: our proposal",
        breaks=_ball_squat_helper,
    ),
    Rule(
        id="alongside-helper",
        ground=Ground.HELPER,
        sentence="Walking backward, sideways or over things needs somebody at arm's reach for you.",
        lifts="It opens with somebody at arm's reach, along the bench or rail.",
        source=_PROPOSAL,
        breaks=_alongside_helper,
    ),
    Rule(
        id="treadmill-helper",
        ground=Ground.HELPER,
        sentence="The treadmill needs somebody at arm's reach for you.",
        lifts="It opens with somebody at arm's reach.",
        source=_PROPOSAL,
        breaks=_treadmill_helper,
    ),
    Rule(
        id="eyes-stay-open",
        ground=Ground.EYES,
        sentence="You drop when your eyes close: do the exercise, but keep your eyes open.",
        lifts="A version with open eyes is there for you.",
        source="A member's report; hard override: our proposal",
        breaks=_drops_with_eyes_closed,
        answers=("balance.falls_when_eyes_close",),
    ),
    Rule(
        id="eyes-closed-walking",
        ground=Ground.EYES,
        sentence="We never walk with closed eyes at home.",
        lifts="",
        source=_PROPOSAL,
        breaks=_closed_walking,
    ),
    Rule(
        id="foam-bench",
        ground=Ground.SURFACE,
        sentence="Foam needs the bench or a rail within reach.",
        lifts="It opens at the kitchen bench or a rail.",
        source=_PROPOSAL,
        breaks=_foam_place,
    ),
    Rule(
        id="ball-after-falls",
        ground=Ground.SURFACE,
        sentence="After your falls, the ball is not for home.",
        lifts="Your therapist can do this with you.",
        source=_PROPOSAL,
        breaks=_ball_red,
        answers=("falls.past_6_months", "falls.injured", "falls.can_rise_alone"),
    ),
    Rule(
        id="foam-two-hands",
        ground=Ground.SUPPORT,
        sentence="On foam you need both hands on something fixed.",
        lifts="It opens at the bench or rail with both hands.",
        source=_PROPOSAL,
        breaks=_foam_hands,
    ),
    Rule(
        id="narrow-hands",
        ground=Ground.SUPPORT,
        sentence="On one leg or heel to toe you need a hand on something fixed; after falls, both.",
        lifts="It opens at the bench or rail with your hands on it.",
        source=_PROPOSAL,
        breaks=_narrow_hands,
    ),
    Rule(
        id="foot-up-hands",
        ground=Ground.SUPPORT,
        sentence="With one foot up, both hands hold on.",
        lifts="It opens with both hands on something fixed.",
        source=_PROPOSAL,
        breaks=_foot_up_hands,
    ),
    Rule(
        id="foot-on-bench",
        ground=Ground.SUPPORT,
        sentence="A foot up on the bench is too high for now: use a low step.",
        lifts="It opens after a year without falls; the low step is there now.",
        source=_PROPOSAL,
        breaks=_foot_on_bench,
        answers=("falls.past_12_months",),
    ),
    Rule(
        id="treadmill-rails",
        ground=Ground.SUPPORT,
        sentence="On the treadmill a hand stays on the rail.",
        lifts="It opens with a hand on the rail.",
        source=_PROPOSAL,
        breaks=_treadmill_rails,
    ),
    Rule(
        id="jump",
        ground=Ground.TIER,
        sentence="Jumps are locked until a therapist opens them for you.",
        lifts="It opens for somebody who walks freely, has not fallen, holds on with both hands, "
        "and has a therapist's yes.",
        source=_PROPOSAL,
        breaks=_jump,
    ),
    Rule(
        id="eyes-closed-corner",
        ground=Ground.PLACE,
        sentence="Eyes closed needs a corner behind you, so that you cannot fall far.",
        lifts="It opens in a corner with a chair in front of you.",
        source=_PROPOSAL,
        breaks=_closed_place,
    ),
    Rule(
        id="narrow-bench",
        ground=Ground.PLACE,
        sentence="On one leg or heel to toe, the bench or a rail is in front of you.",
        lifts="It opens at the kitchen bench or a rail.",
        source=_PROPOSAL,
        breaks=_narrow_place,
    ),
    Rule(
        id="ball-corner",
        ground=Ground.PLACE,
        sentence="The ball belongs in a corner, so that it cannot roll away behind you.",
        lifts="It opens in a corner.",
        source="A member's report; hard override: our proposal",
        breaks=_ball_place,
    ),
    Rule(
        id="step-hold",
        ground=Ground.PLACE,
        sentence="Stepping up needs the bench or a rail to hold.",
        lifts="It opens at the bench, a rail or stairs with a rail.",
        source="A member's report of going over on a low platform; hard override: our proposal",
        breaks=_step_place,
    ),
    Rule(
        id="alongside-hold",
        ground=Ground.PLACE,
        sentence="Walking backward, sideways or over things is done along the bench or a rail.",
        lifts="It opens along the bench or a rail.",
        source=_PROPOSAL,
        breaks=_alongside_place,
    ),
)
