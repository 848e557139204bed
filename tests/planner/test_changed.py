"""What a check-in changed about today, as the one sentence that says so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

import pytest

from handrail.catalogue.words import Eyes, Surface
from handrail.person.words import Band, HelperNear, Place, Support
from handrail.planner.changed import Seen, what_changed
from handrail.planner.model import Bout, Day, Item
from handrail.planner.week import plan_week
from tests.planner.somebody import CATALOGUE, EVENING, EVERY_DAY, somebody
from tests.safety.people import FIT_DAY, TODAY

SQUAT, CALVES, STANCE = "mini-squat-two-hands", "heel-raise-two-hands", "semi-tandem-stance-one-hand"
ROLLS, BREATHING = "knee-rolls-small", "belly-breathing-lying"
ON_FOOT, LYING = {SQUAT: 3.0, CALVES: 3.0}, {ROLLS: 3.0, BREATHING: 3.0}


class At(NamedTuple):
    """A day: its exercises with their minutes, who is there, and what the check-in differs in."""

    minutes: dict[str, float]
    helper: HelperNear = HelperNear.NONE
    told: dict[str, Any] = {}  # noqa: RUF012 -- never written to

    @property
    def seen(self) -> Seen:
        bout = Bout(
            moment="after supper",
            place=Place.KITCHEN_BENCH,
            helper=self.helper,
            minutes=15,
            items=tuple(_item(slug, minutes) for slug, minutes in self.minutes.items()),
        )
        return Seen(day=Day(date=TODAY, bouts=(bout,)), check_in=replace(FIT_DAY, **self.told))


def _item(slug: str, minutes: float) -> Item:
    return Item(
        exercise=slug,
        sets=1,
        reps=5,
        hold_s=None,
        duration_s=None,
        side=None,
        support=Support.TWO_HANDS,
        helper=HelperNear.NONE,
        eyes=Eyes.OPEN,
        surface=Surface.FIRM,
        minutes=minutes,
        reasons=(),
    )


BESIDE = HelperNear.ARMS_REACH
SHORT = {SQUAT: 3.0}


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (At(ON_FOOT), At(ON_FOOT, told={"energy": 3}), ""),
        (At(ON_FOOT, BESIDE), At(SHORT), "Your helper left: 1 exercise waits for another day."),
        (At(ON_FOOT, BESIDE), At(LYING), "Your helper left: 2 exercises wait for another day."),
        (At(ON_FOOT, BESIDE), At(SHORT, told={"energy": 3}), "Today is shorter: little energy and your helper left."),
        (At(ON_FOOT, BESIDE), At({}, told={"feeling_ill": True}), "Today is for rest: you feel ill and your helper left."),
        (At(ON_FOOT), At(SHORT, told={"energy": 3}), "Today is shorter: little energy."),
        (At(ON_FOOT), At(SHORT, told={"energy": 7}), "Today is shorter: less energy."),
        (At(ON_FOOT), At(LYING, told={"hot": True}), "Today is seated: it is hot."),
        (At(ON_FOOT), At({ROLLS: 2.0}, told={"hot": True, "energy": 4}),
         "Today is shorter and seated: little energy and it is hot."),
        (At(ON_FOOT), At({SQUAT: 3.0, STANCE: 3.0}, told={"hot": True}), "Today has other exercises: it is hot."),
        (At(ON_FOOT), At(SHORT, told={"pain": 6, "stiffness": 6}), "Today is shorter: more pain and more stiffness."),
        (At(ON_FOOT), At(LYING, told={"falls_since_last": 1}), "Today is seated: you told us of a fall."),
        (At(ON_FOOT), At({}, told={"feeling_ill": True}), "Today is for rest: you feel ill."),
        (At(ON_FOOT), At({}, told={"new_symptom": True}), "Today is for rest: something is new."),
        (At(ON_FOOT), At({}, told={"energy": 0}), "Today is for rest: little energy."),
        (At({}, told={"feeling_ill": True}), At(ON_FOOT), "Today has exercises again: you feel well again."),
        (At(SHORT, told={"energy": 3}), At(ON_FOOT), "Today is longer: more energy."),
        (At(LYING, told={"hot": True}), At(ON_FOOT), "Today is on your feet again: it is cooler."),
        (At(SHORT), At(ON_FOOT, BESIDE), "Today is longer: somebody is with you."),
        (At(SHORT, told={"pain": 6}), At(ON_FOOT), "Today is longer: less pain."),
        (At(SHORT), At(ON_FOOT), "Today is longer: you changed your answers."),
        (At(ON_FOOT), At(LYING, told={"minutes_since_sedating_dose": 60}),
         "Today is seated: your medicine may be at its strongest."),
        (At(LYING, told={"minutes_since_sedating_dose": 60}), At(ON_FOOT, told={"minutes_since_sedating_dose": 180}),
         "Today is on your feet again: your medicine wears off."),
    ],
)  # fmt: skip
def test_what_a_check_in_changed_is_said_in_one_sentence(before: At, after: At, says: str) -> None:
    assert what_changed(before.seen, after.seen, CATALOGUE) == says


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"energy": 3}, "little energy"),
        ({"feeling_ill": True}, "Today is for rest: you feel ill."),
        ({"new_symptom": True}, "Today is for rest: something is new."),
        ({}, ""),
    ],
)
def test_the_sentence_of_a_real_day(told: dict[str, Any], says: str) -> None:
    sentence = what_changed(_planned(helper=BESIDE), _planned(helper=BESIDE, **told), CATALOGUE)
    assert says in sentence
    assert bool(sentence) == bool(says)


def test_a_real_helper_who_left_is_named_with_what_waits() -> None:
    sentence = what_changed(_planned(helper=BESIDE), _planned(), CATALOGUE)
    assert sentence.startswith("Your helper left: ")


def _planned(**told: Any) -> Seen:
    person = somebody(mobility=Band.A, moments=(replace(EVENING, days=EVERY_DAY),), today=told)
    return Seen(day=plan_week(person, CATALOGUE).days[0], check_in=person.today)
