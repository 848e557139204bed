"""Every fault that the checker can name, planted once in a plan that is sound but for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from handrail.catalogue.model import Catalogue
from handrail.catalogue.words import Eyes, Purpose, Surface
from handrail.person.model import DoseLimit, Moment, Person, Therapist, TherapistLimits
from handrail.person.words import Band, Equipment, HelperNear, Place, Support
from handrail.planner.dose import least, minutes_of, room_for
from handrail.planner.model import Bout, Item, Plan
from handrail.safety.constants import SIGNS
from tests.planner.somebody import CATALOGUE, EVERY_DAY, HOME, entry, items_of, somebody
from tests.safety.people import AMBER, RED, TODAY

IN_HOME, ARMS_REACH, THERAPIST = HelperNear.IN_HOME, HelperNear.ARMS_REACH, HelperNear.THERAPIST
BED, BENCH, CORNER, CHAIR, TREADMILL = range(5)
PLACES = (Place.BED, Place.KITCHEN_BENCH, Place.CORNER, Place.CHAIR, Place.TREADMILL)
MOMENTS = tuple(Moment(name=f"at the {place}", place=place, days=EVERY_DAY, minutes=8) for place in PLACES)
EVERYTHING = replace(HOME, equipment=frozenset(Equipment))
STANCE, SQUAT = "steady-stance-hip-wide-two-hands", "mini-squat-two-hands"
FOR_STRENGTH = sorted(each.slug for each in CATALOGUE if each.purpose is Purpose.STRENGTH)
SQUATS = CATALOGUE.ladders["squat"].rungs
A_MONTH = (24, 22, 17, 15, 10, 8, 3, 1)
"""Days ago, two in each of four weeks before a Monday."""

Plant = Callable[[Plan, Person], tuple[Plan, Person]]


class Planting(NamedTuple):
    """A fault, whose sound plan it is planted in, and how; the catalogue it is read with."""

    fault: str
    who: Person
    plant: Plant
    catalogue: Catalogue = CATALOGUE


def steady(*, helper: HelperNear = HelperNear.NONE, **differs: Any) -> Person:
    """Somebody who walks well, with time at five places and everything at hand, but for what differs."""
    today = {"helper": helper, **differs.pop("today", {})}
    return somebody(**{"mobility": Band.A, "moments": MOMENTS, "home": EVERYTHING, **differs}, today=today)


def item(slug: str, who: Person, **differs: Any) -> Item:
    """The lowest dose of an exercise, just as the exercise asks for it."""
    exercise = CATALOGUE[slug]
    amount = least(room_for(exercise, who))
    plain = Item(
        exercise=slug,
        sets=amount.sets,
        reps=amount.reps,
        hold_s=amount.hold_s,
        duration_s=amount.duration_s,
        side=None if exercise.sides == "none" else exercise.sides.value,
        support=exercise.support,
        helper=exercise.helper,
        eyes=exercise.eyes,
        surface=exercise.surface,
        minutes=minutes_of(amount, exercise, who.mobility),
        reasons=(),
    )
    return replace(plain, **differs)


# ---- ways to plant


def change_bout(plan: Plan, change: Callable[[Bout], Bout], day: int = 0, moment: int = 0) -> Plan:
    """The plan with one bout exchanged."""
    days = list(plan.days)
    bouts = list(days[day].bouts)
    bouts[moment] = change(bouts[moment])
    days[day] = replace(days[day], bouts=tuple(bouts))
    return replace(plan, days=tuple(days))


def bout(change: Callable[[Bout], Bout]) -> Plant:
    """Today's first bout is another one."""
    return lambda plan, who: (change_bout(plan, change), who)


def holding(moment: int, slug: str, **differs: Any) -> Plant:
    """One of today's bouts holds this exercise alone."""
    return lambda plan, who: (
        change_bout(plan, lambda its: replace(its, items=(item(slug, who, **differs),)), moment=moment),
        who,
    )


def other_item(fits: Callable[[Item], object], change: Callable[[Item], Item]) -> Plant:
    """The first item of the week that fits is another one."""

    def plant(plan: Plan, who: Person) -> tuple[Plan, Person]:
        found = next(filter(fits, items_of(plan)))
        days = [
            replace(day, bouts=tuple(_with(its, found, change(found)) for its in day.bouts))
            for day in plan.days
        ]
        return replace(plan, days=tuple(days)), who

    return plant


def _with(its: Bout, found: Item, changed: Item) -> Bout:
    return replace(its, items=tuple(changed if each is found else each for each in its.items))


def told_later(**differs: Any) -> Plant:
    """The plan is as old as an answer that has changed since."""
    return lambda plan, who: (plan, replace(who, **differs))


def told_of(fits: Callable[[Item], object], answers: Callable[[Item], dict[str, Any]]) -> Plant:
    """The same, with an answer about the first item that fits."""
    return lambda plan, who: (plan, replace(who, **answers(next(filter(fits, items_of(plan))))))


def every_day(slug: str) -> Plant:
    """An exercise stands in the first bout of all seven days."""

    def plant(plan: Plan, who: Person) -> tuple[Plan, Person]:
        for day in range(len(plan.days)):
            plan = change_bout(plan, lambda its: replace(its, items=(item(slug, who),)), day, BENCH)
        return plan, who

    return plant


def together(slugs: Iterable[str]) -> Plant:
    """All of these stand in today's bout at the bench."""
    return lambda plan, who: (
        change_bout(
            plan, lambda its: replace(its, items=tuple(item(slug, who) for slug in slugs)), moment=BENCH
        ),
        who,
    )


def anything(planned: Item) -> object:
    return planned


def limit(**most: float) -> Callable[[Item], dict[str, Any]]:
    return lambda planned: {"therapist": Therapist(doses={planned.exercise: DoseLimit(**most)})}  # type: ignore[arg-type]


# ---- the body


def body(fault: str, moment: int, slug: str, **who: Any) -> Planting:
    return Planting(fault, steady(**who), holding(moment, slug))


def _blind_walk() -> Catalogue:
    """No exercise of ours walks with closed eyes: one that does."""
    walk = replace(CATALOGUE["side-walking-two-hands"], eyes=Eyes.CLOSED)
    return replace(CATALOGUE, exercises={**CATALOGUE.exercises, walk.slug: walk})


def limits(**differs: Any) -> dict[str, Any]:
    return {"therapist": Therapist(limits=TherapistLimits(**differs))}


BODY = (
    body("a red flag was named", BENCH, STANCE, today={"signs": (min(SIGNS),)}),
    body("a new symptom waits for a clinician", BENCH, STANCE, today={"new_symptom": True}),
    body("the person feels ill", BENCH, STANCE, today={"feeling_ill": True}),
    body("there is no energy", BED, "calf-stretch-towel", today={"energy": 0}),
    body("too little energy for more than stretches and breathing", BED, "plank-knees", today={"energy": 2}),
    body("too little energy to stand", BENCH, STANCE, today={"energy": 3}),
    body("too much pain", BED, "plank-knees", today={"pain": 9}),
    body("too much pain to stand", BENCH, STANCE, today={"pain": 5}),
    body("too hot to stand", BENCH, STANCE, today={"hot": True}),
    body("too hot for effort", CHAIR, "dance-seated", today={"hot": True}, screen={"heat_sensitive": True}),
    body("too soon after the medicine to stand", BENCH, STANCE,
         today={"minutes_since_sedating_dose": 30}, screen={"sedating_medicine": True}),
    body("too dizzy to stand", BENCH, STANCE,
         screen={"faint_or_dizzy": True, "cleared_by_clinician": True}),
    body("chest pain waits for a doctor", BENCH, STANCE, screen={"chest_pain": True}),
    body("the walking band is not known", BENCH, STANCE, mobility=None),
    body("band F is led by a therapist", BED, "belly-breathing-lying", mobility=Band.F),
    body("band E does not stand", BENCH, STANCE, mobility=Band.E),
    body("a clinician's word is missing", BENCH, STANCE, screen={"heart_lung": True}),
    body("it is more than the base routine", BENCH, "steady-stance-hip-wide-fingertips",
         screen={"relapse_or_steroids_3_months": True}),
    body("fragile bones", BED, "dead-bug-heel-taps", screen={"fragile_bones": True}),
    body("the neck stays up", BENCH, "standing-hamstring-stretch-bench", screen={"neck_shock_or_spasms": True}),
    body("lying on a device", BED, "plank-knees", screen={"device_sore_or_numb_feet": True}),
    body("nobody gets up from the floor alone", BED, "plank-knees", screen={"floor_transfer_alone": False}),
    body("the helper it needs is missing", BENCH, "foam-stance-eyes-open-hip-wide"),
    body("nobody helps with instructions", BENCH, STANCE, screen={"needs_help_with_instructions": True}),
    body("nobody supervises", BENCH, STANCE, screen={"supervised_only": True}),
    body("the therapist asked for a helper", BENCH, STANCE, **limits(helper_at_least=IN_HOME)),
    body("the therapist asked for more support", BENCH, "steady-stance-hip-wide-fingertips",
         **limits(support_at_least=Support.TWO_HANDS)),
    body("only a therapist opens it", BED, "passive-leg-raise-partner", helper=ARMS_REACH),
    body("the place does not fit", BENCH, "reach-seated"),
    body("something it needs is missing", BENCH, "foot-tap-step", home=HOME),
    body("eyes closed on foam without somebody at arm's reach", BENCH, "foam-stance-eyes-closed-hip-wide",
         helper=IN_HOME),
    body("eyes closed without somebody in the home", CORNER, "eyes-closed-stance-hip-wide"),
    body("eyes closed out of a corner", BENCH, "eyes-closed-stance-hip-wide", helper=IN_HOME),
    Planting("eyes closed while walking", steady(helper=IN_HOME), holding(BENCH, "side-walking-two-hands"),
             _blind_walk()),
    Planting("the person falls when the eyes close", steady(helper=ARMS_REACH, balance=replace(
        steady().balance, falls_when_eyes_close=True)), holding(BENCH, "foam-stance-eyes-closed-hip-wide")),
    body("foam without a bench", CORNER, "foam-stance-eyes-open-hip-wide", helper=IN_HOME),
    body("foam after falls", BENCH, "foam-stance-eyes-open-hip-wide", helper=IN_HOME, falls=AMBER),
    body("a ball without a corner, a catcher and a steady past", CORNER, "ball-sit-feet-apart",
         helper=ARMS_REACH, falls=RED),
    body("a ball squat alone", CORNER, "wall-squat-ball", helper=IN_HOME),
    body("a jump nobody opened", BENCH, "squat-jump-two-hands", helper=ARMS_REACH),
    body("a narrow stance held too loosely", BENCH, "tandem-stance-fingertips", falls=AMBER),
    body("a foot on the bench after falls", BENCH, "standing-hamstring-stretch-bench", falls=AMBER),
    Planting("a raised foot without both hands", steady(),
             holding(BENCH, "standing-hamstring-stretch-bench", support=Support.ONE_HAND)),
    body("a step without a rail", BED, "foot-tap-step"),
    body("backwards, sideways or over things without a bench", BENCH, "side-walking-two-hands", falls=AMBER),
    body("a treadmill held too loosely or alone", TREADMILL, "treadmill-walk-slow", falls=AMBER),
    body("standing after falls without both hands", BENCH, "steady-stance-hip-wide-fingertips", falls=RED),
    body("it asks for more balance than is safe", BENCH, "tandem-walk-one-hand", helper=IN_HOME, falls=AMBER),
)  # fmt: skip

# ---- doses and wishes

DOSES = (
    Planting("the person asked not to have it", steady(),
             told_of(anything, lambda it: {"avoid": frozenset({it.exercise})})),
    Planting("the therapist locked it", steady(),
             told_of(anything, lambda it: {"therapist": Therapist(locks=frozenset({it.exercise}))})),
    Planting("it is held less than the exercise asks for", steady(),
             other_item(lambda it: it.support is Support.TWO_HANDS, lambda it: replace(it, support=Support.ONE_HAND))),
    Planting("it names less of a helper than the exercise asks for", steady(helper=IN_HOME),
             holding(CORNER, "eyes-closed-stance-hip-wide", helper=HelperNear.NONE)),
    Planting("it names a helper who is not there", steady(),
             other_item(anything, lambda it: replace(it, helper=THERAPIST))),
    Planting("the eyes are not the exercise's", steady(),
             other_item(anything, lambda it: replace(it, eyes=Eyes.CLOSED))),
    Planting("the surface is not the exercise's", steady(),
             other_item(anything, lambda it: replace(it, surface=Surface.FOAM))),
    Planting("more sets than its band allows", steady(), other_item(anything, lambda it: replace(it, sets=40))),
    Planting("more reps than its band allows", steady(),
             other_item(lambda it: it.reps, lambda it: replace(it, reps=400))),
    Planting("a longer hold than its band allows", steady(),
             other_item(lambda it: it.hold_s, lambda it: replace(it, hold_s=4000))),
    Planting("a longer time than its band allows", steady(),
             other_item(lambda it: it.duration_s, lambda it: replace(it, duration_s=40_000))),
    Planting("more sets than the therapist allows", steady(), told_of(lambda it: it.sets > 1, limit(sets=1))),
    Planting("more reps than the therapist allows", steady(),
             told_of(lambda it: it.reps and it.reps > 1, limit(reps=1))),
    Planting("a longer hold than the therapist allows", steady(),
             told_of(lambda it: it.hold_s and it.hold_s > 1, limit(hold_s=1))),
    Planting("its minutes do not fit its dose", steady(),
             other_item(anything, lambda it: replace(it, minutes=it.minutes + 0.5))),
    Planting("it stands more often that day than its dose allows", steady(),
             bout(lambda its: replace(its, items=its.items * 9))),
    Planting("it stands on more days than its dose allows", steady(), every_day(SQUAT)),
)  # fmt: skip

# ---- minutes, rungs, bouts, days and the week

WEEKS_IN_A_ROW = tuple(entry(SQUATS[1], days) for days in A_MONTH[2:])
LONG = tuple(replace(moment, minutes=40) for moment in MOMENTS)
REST = (
    Planting("practice has not opened this rung", steady(mobility=Band.B), holding(BENCH, SQUATS[3])),
    Planting("it was open only before a stay in hospital or a new dose", steady(mobility=Band.B),
             told_later(restarted=TODAY)),
    Planting("it is no rung lower after a week away", steady(mobility=Band.B, history=(entry(SQUATS[1], 8),)),
             holding(BENCH, SQUATS[1])),
    Planting("it is not the first rung after two weeks away",
             steady(mobility=Band.B, history=(entry(SQUATS[1], 14),)), holding(BENCH, SQUATS[1])),
    Planting("the day holds more minutes than a session may", steady(),
             told_later(**limits(minutes_per_day=12))),
    Planting("the day is not shorter though a week or more went by with nothing done",
             steady(history=(entry(SQUATS[0], 6),)), told_later(history=(entry(SQUATS[0], 7),))),
    Planting("the day is not lighter though its week is a fourth one in a row",
             steady(moments=MOMENTS[:3], history=WEEKS_IN_A_ROW[2:]), told_later(history=WEEKS_IN_A_ROW)),
    Planting("the items do not fit the moment's minutes", steady(),
             bout(lambda its: replace(its, items=its.items * 9))),
    Planting("the items make a longer bout than the band's", steady(mobility=Band.C, moments=LONG),
             bout(lambda its: replace(its, items=its.items * 4))),
    Planting("the place is not the moment's", steady(), bout(lambda its: replace(its, place=Place.OPEN_FLOOR))),
    Planting("the helper is not the one who is there", steady(), bout(lambda its: replace(its, helper=IN_HOME))),
    Planting("the minutes are not the moment's", steady(), bout(lambda its: replace(its, minutes=9))),
    Planting("The days are not the seven from the check-in's date", steady(),
             lambda plan, who: (replace(plan, days=plan.days[1:]), who)),
    Planting("The bouts of a day are not the moments of that day", steady(),
             bout(lambda its: replace(its, moment="never"))),
    Planting("Strength stands on two days in a row", steady(), every_day(SQUAT)),
    Planting("Strength stands on more days in seven than the band's", steady(mobility=Band.D),
             told_later(history=tuple(entry(SQUATS[0], days) for days in (2, 4, 6)))),
    Planting("Effort for breath and heart stands on more days in seven than the band's", steady(),
             told_later(history=tuple(entry("dance-seated", days) for days in range(1, 7)))),
    Planting("A day holds more minutes of a kind than the band's", steady(), together((STANCE,) * 20)),
    Planting("A day holds more exercises for strength than the band's", steady(), together(FOR_STRENGTH[:9])),
    Planting("A session holds more than one exercise that is new", steady(mobility=Band.C),
             together((STANCE, SQUAT))),
    Planting("The week holds more than a step up from the fullest of the last ones", steady(moments=LONG),
             told_later(history=tuple(entry(SQUATS[0], days) for days in (8, 3, 1)))),
)  # fmt: skip

PLANTINGS = (*BODY, *DOSES, *REST)
