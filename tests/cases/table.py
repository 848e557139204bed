"""Sixteen people and what their weeks must keep. `docs/cases.md` is written from this table."""

from __future__ import annotations

from handrail.planner.constants import Family
from tests.cases import lines as say
from tests.cases.case import CATALOGUE, KETTLE, NOTHING, WAKING, Case
from tests.cases.lines import LATER, TODAY

CHAIR = {"name": "mid-morning", "place": "chair", "days": ["mon", "wed", "fri"], "minutes": 12}
SUPPER = {
    "name": "after supper",
    "place": "corner",
    "days": ["tue", "thu", "sat"],
    "minutes": 15,
    "helper": "arms_reach",
}
FOAM_CLOSED = "foam-stance-eyes-closed-together"


def did(exercise: str, date: str) -> dict[str, object]:
    """A good session of one exercise."""
    return {
        "date": date,
        "exercise": exercise,
        "done": "full",
        "effort": 4,
        "pain": 0,
        "form_ok": True,
        "touches": 0,
        "hold_s": 30,
        "near_fall": False,
        "fall": False,
        "next_morning": "fine",
    }


CASES = (
    Case(
        name="Alone with a bench",
        story="Walks well, six minutes at the bench each day, nobody there. Kept a foam stance with closed eyes.",
        differs={"moments": [KETTLE], "home.equipment": ["foam"], "repertoire": [FOAM_CLOSED]},
        week=(
            say.no_day_empty(),
            say.filled(0.8),
            say.at_least(6, Family.BALANCE),
            say.nothing(say.on_foot_with_closed_eyes),
            say.nothing(say.on_foam),
            say.nothing(say.that_needs_somebody),
            say.left_out(FOAM_CLOSED, "foam-eyes-closed-helper", "steady-stance-together-no-hands"),
            say.no_advice(),
        ),
    ),
    Case(
        name="Somebody there in the evening only",
        story="Alone at the bench each day. On three evenings somebody stands at arm's reach, in the corner.",
        differs={
            "moments": [KETTLE, SUPPER],
            "repertoire": ["eyes-closed-stance-hip-wide"],
            "home.equipment": ["foam"],
        },
        week=(
            say.only_on(say.on_foot_with_closed_eyes, ("tue", "thu", "sat"), "after supper"),
            say.only_on(say.that_needs_somebody, ("tue", "thu", "sat"), "after supper"),
            say.no_day_empty(),
            say.planned("eyes-closed-stance-hip-wide"),
        ),
    ),
    Case(
        name="After a flare-up",
        story="A relapse in the last three months, and no clinician's word yet.",
        differs={"screen.relapse_or_steroids_3_months": True},
        week=(
            say.first_advice("clinician", "base-routine"),
            say.no_day_empty(),
            say.something(say.on_foot),
            say.nothing(say.on_foot_with_a_hand_free),
            say.nothing(say.above_a_first_rung),
            say.nothing(say.that_is_aerobic),
            say.left_out("mini-squat-one-hand", "base-routine", "mini-squat-two-hands"),
            say.every_reason_says("It is part of the base routine after a flare-up."),
        ),
    ),
    Case(
        name="In a wheelchair",
        story="Moves by wheelchair. Time in bed each morning and at the chair on three days.",
        differs={
            "mobility": "E",
            "goals": ["core", "looser_muscles"],
            "moments": [WAKING, CHAIR],
            "repertoire": ["heel-raise-two-hands"],
        },
        week=(
            say.nothing(say.beyond_sitting_and_lying),
            say.no_day_empty(),
            say.filled(0.8),
            say.at_least(2, Family.STRENGTH),
            say.at_least(5, Family.STRETCH),
            say.left_out("heel-raise-two-hands", "band-e-seated", "heel-raise-seated"),
        ),
    ),
    Case(
        name="Two falls last month",
        story="Walks without an aid and fell twice in the last month. Kept a stance on one leg.",
        differs={
            "mobility": "B",
            "falls.past_12_months": 2,
            "falls.past_6_months": 2,
            "home.equipment": ["foam", "ball"],
            "repertoire": ["one-leg-stance-fingertips", "ball-sit-feet-apart"],
        },
        week=(
            say.something(say.on_foot),
            say.nothing(say.on_foot_with_a_hand_free),
            say.nothing(say.on_foam),
            say.nothing(say.on_a_ball),
            say.at_least(5, Family.BALANCE),
            say.left_out("one-leg-stance-fingertips", "narrow-hands", "semi-tandem-stance-two-hands"),
            say.left_out("ball-sit-feet-apart", "ball-helper"),
            say.no_day_empty(),
        ),
    ),
    Case(
        name="A fall since yesterday",
        story="Has never fallen before, and fell once since the last time.",
        differs={"today.falls_since_last": 1},
        week=(
            say.something(say.on_foot, TODAY),
            say.nothing(say.on_foot_with_a_hand_free),
            say.left_out("heel-raise-fingertips", "red-two-hands", "heel-raise-two-hands"),
            say.no_day_empty(),
        ),
    ),
    Case(
        name="A hot day",
        story="Heat makes it worse, and today is hot.",
        differs={"screen.heat_sensitive": True, "today.hot": True},
        week=(
            say.first_advice("modify", "seated-heat"),
            say.nothing(say.beyond_sitting_and_lying, TODAY),
            say.nothing(say.that_is_aerobic, TODAY),
            say.no_day_empty(),
            say.something(say.on_foot, LATER),
        ),
    ),
    Case(
        name="A bad night",
        story="Slept badly: energy 2 of 10.",
        differs={"today.energy": 2},
        week=(
            say.first_advice("modify", "seated-energy"),
            say.nothing(say.beyond_stretches_and_breathing, TODAY),
            say.nothing(say.beyond_sitting_and_lying, TODAY),
            say.at_most_part(0.5, TODAY),
            say.no_day_empty(),
            say.something(say.on_foot, LATER),
            say.something(say.beyond_stretches_and_breathing, LATER),
        ),
    ),
    Case(
        name="Medicine two hours ago",
        story="Took a sedating medicine two hours ago; it is strongest in the first three.",
        differs={"screen.sedating_medicine": True, "today.minutes_since_sedating_dose": 120},
        week=(
            say.first_advice("modify", "seated-after-dose"),
            say.nothing(say.beyond_sitting_and_lying, TODAY),
            say.no_day_empty(),
            say.something(say.on_foot, LATER),
        ),
    ),
    Case(
        name="Back after three weeks",
        story="Did one-hand squats and heel raises with fingertips, then nothing for three weeks.",
        differs={
            "history": [
                did(exercise, f"2026-{day}")
                for day in ("10-28", "10-30", "11-01")
                for exercise in ("mini-squat-one-hand", "heel-raise-fingertips")
            ]
        },
        week=(
            say.every_reason_says("Welcome back. We start on the first rung."),
            say.nothing(say.above_a_first_rung),
            say.at_most_part(0.75, say.WEEK),
            say.no_day_empty(),
            say.left_out("mini-squat-one-hand", "waiting_its_turn", "mini-squat-two-hands"),
        ),
    ),
    Case(
        name="A therapist's lock, opening and dose",
        story="A therapist locked the tandem stance, opened eye movements at the chair, and set a dose of squats.",
        differs={
            "moments": [KETTLE, CHAIR],
            "therapist.locks": ["tandem-stance-fingertips"],
            "therapist.opens": ["eye-pursuit-side"],
            "therapist.doses": {"mini-squat-one-hand": {"sets": 1, "reps": 5, "per_week": 2}},
            "repertoire": ["tandem-stance-fingertips", "mini-squat-one-hand"],
            "history": [did("gaze-ready-seated", f"2026-11-{day}") for day in ("18", "20", "22")],
        },
        week=(
            say.left_out("tandem-stance-fingertips", "locked", "tandem-stance-one-hand"),
            say.planned("tandem-stance-one-hand", "eye-pursuit-side"),
            say.never_more("mini-squat-one-hand", sets=1, reps=5, days=2),
            say.no_day_empty(),
        ),
    ),
    Case(
        name="Only two minutes",
        story="Two minutes at the bench each day, and nothing else.",
        differs={"moments": [KETTLE | {"minutes": 2}]},
        week=(
            say.no_day_empty(),
            say.no_bout_longer_than(2),
            say.filled(0.8),
            say.at_least(3, Family.BALANCE),
            say.at_least(2, Family.STRENGTH),
        ),
    ),
    Case(
        name="No equipment",
        story="Owns none of the things that exercises ask for. Kept a leg lift with a band.",
        differs={"home.equipment": [], "repertoire": ["clamshell-band"]},
        week=(
            say.nothing(say.that_needs_equipment),
            say.left_out("clamshell-band", "equipment", "clamshell-side-lying"),
            say.no_day_empty(),
            say.filled(0.8),
            say.at_least(2, Family.STRENGTH),
            say.at_least(6, Family.BALANCE),
        ),
    ),
    Case(
        name="Everything refused",
        story="Said no to every exercise there is.",
        differs={"avoid": sorted(CATALOGUE.exercises)},
        week=(say.empty(), say.everything_left_out_is("avoid")),
    ),
    Case(
        name="A red flag",
        story="Fainted today.",
        differs={"today.signs": ["fainted"]},
        week=(say.first_advice("emergency", "red-flag"), say.empty()),
    ),
    Case(
        name="Nothing answered",
        story="Said when and where, and nothing else.",
        differs=NOTHING | {"today": {"date": "2026-11-23"}},
        week=(say.empty(), say.first_advice("answer", "stop-chest-pain")),
    ),
)
