"""Rules about who is there, where it happens and what is at hand."""

from __future__ import annotations

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import ON_FOOT
from handrail.person.words import HelperNear, Place
from handrail.safety.model import Body, Ground, Rule, Setting

_CONVENTION = "Clinical convention for home exercise; least support and helper of each exercise: our proposal"


def _needs_helper(exercise: Exercise, _body: Body, setting: Setting) -> bool:
    return setting.helper < exercise.helper


def _needs_instructions(_exercise: Exercise, body: Body, setting: Setting) -> bool:
    return body.person.screen.needs_help_with_instructions and setting.helper < HelperNear.IN_HOME


def _needs_supervision(_exercise: Exercise, body: Body, setting: Setting) -> bool:
    return body.person.screen.supervised_only and setting.helper < HelperNear.ARMS_REACH


def _below_therapist_helper(_exercise: Exercise, body: Body, setting: Setting) -> bool:
    return setting.helper < body.person.therapist.limits.helper_at_least


def _below_therapist_support(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    least = body.person.therapist.limits.support_at_least
    return exercise.position in ON_FOOT and exercise.support < least


def _therapist_opens(exercise: Exercise, body: Body, _setting: Setting) -> bool:
    return exercise.opened_by_therapist and exercise.slug not in body.person.therapist.opens


def _wrong_place(exercise: Exercise, _body: Body, setting: Setting) -> bool:
    return not meets_place(exercise, setting.place)


def meets_place(exercise: Exercise, place: Place) -> bool:
    """Whether a place offers what the exercise asks for; open floor is everywhere, a wall also in a corner."""
    return (
        place in exercise.places
        or Place.OPEN_FLOOR in exercise.places
        or (place is Place.CORNER and Place.WALL in exercise.places)
    )


def _missing_equipment(exercise: Exercise, _body: Body, setting: Setting) -> bool:
    return not exercise.equipment <= setting.equipment


RULES = (
    Rule(
        id="helper-there",
        ground=Ground.HELPER,
        sentence="This one needs somebody there.",
        lifts="It opens when the helper it names is there.",
        source=_CONVENTION,
        breaks=_needs_helper,
    ),
    Rule(
        id="helper-for-instructions",
        ground=Ground.HELPER,
        sentence="You asked for help with following steps, so somebody must be in the home.",
        lifts="It opens when somebody is in the home.",
        source="Readiness question 14: our proposal",
        breaks=_needs_instructions,
        answers=("screen.needs_help_with_instructions",),
    ),
    Rule(
        id="helper-supervised",
        ground=Ground.HELPER,
        sentence="You were told to exercise only with somebody beside you.",
        lifts="It opens when somebody is at arm's reach.",
        source="Readiness question 16: our proposal",
        breaks=_needs_supervision,
        answers=("screen.supervised_only",),
    ),
    Rule(
        id="therapist-helper",
        ground=Ground.HELPER,
        sentence="Your therapist asks for somebody there.",
        lifts="It opens when that person is there.",
        source="Your therapist",
        breaks=_below_therapist_helper,
    ),
    Rule(
        id="therapist-support",
        ground=Ground.SUPPORT,
        sentence="Your therapist asks for more to hold on to.",
        lifts="Your therapist can change this.",
        source="Your therapist",
        breaks=_below_therapist_support,
    ),
    Rule(
        id="therapist-opens",
        ground=Ground.TIER,
        sentence="Only a therapist who has seen you can open this one.",
        lifts="It opens when your therapist opens it for you.",
        source="Hard override for jumps and hands-on stretches: our proposal",
        breaks=_therapist_opens,
    ),
    Rule(
        id="place",
        ground=Ground.PLACE,
        sentence="The place does not have what this one needs.",
        lifts="It opens at a place that does.",
        source=_CONVENTION,
        breaks=_wrong_place,
    ),
    Rule(
        id="equipment",
        ground=Ground.EQUIPMENT,
        sentence="It needs something you do not have there.",
        lifts="It opens when you have what it needs.",
        source=_CONVENTION,
        breaks=_missing_equipment,
        answers=("home.equipment",),
    ),
)
