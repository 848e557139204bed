"""Rules from the falls tier and the demand score."""

from __future__ import annotations

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import ON_FOOT
from handrail.person.words import HelperNear, Support
from handrail.safety import constants as c
from handrail.safety.demand import demand
from handrail.safety.model import Body, Ground, Rule, Setting, Tier


def _one_hand_after_falls(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return (
        body.tier is Tier.RED and exercise.position in ON_FOOT and exercise.support is not Support.TWO_HANDS
    )


def _too_demanding(exercise: Exercise, body: Body, setting: Setting) -> bool:
    asked = demand(exercise, vision_trouble=body.person.screen.vision_or_vertigo)
    helped = c.HELPER_CEILING if setting.helper >= HelperNear.ARMS_REACH else 0
    return asked > 0 and asked > body.ceiling + helped


RULES = (
    Rule(
        id="red-two-hands",
        ground=Ground.SUPPORT,
        sentence="With your walking and your falls, standing is done with both hands on something fixed.",
        lifts="Your therapist, and time without a fall, can open it.",
        source="Falls tier RED: our proposal on Gunn 2013 and Cameron 2013",
        breaks=_one_hand_after_falls,
        answers=("falls.past_6_months", "falls.injured", "falls.can_rise_alone", "today.falls_since_last"),
    ),
    Rule(
        id="balance-demand",
        ground=Ground.TIER,
        sentence="This asks for more balance than is safe for you right now.",
        lifts="More to hold on to, somebody at arm's reach, or a better day may open it.",
        source="Demand score and ceilings: our proposal, awaiting a clinician's sign-off",
        breaks=_too_demanding,
        answers=("falls.past_12_months", "screen.vision_or_vertigo", "today.energy"),
    ),
)
