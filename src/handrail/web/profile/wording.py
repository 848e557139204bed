"""The intake in plain words, screen by screen. Questions Q1 to Q16 are of the readiness screen."""

from __future__ import annotations

from typing import NamedTuple

from handrail.person.words import Equipment, Goal, HelperNear, Place, Weekday
from handrail.web.profile.questions import YES_NO_OR_UNSURE, YES_OR_NO, Choice, Question

HOW_MANY = (
    Choice("0", 0, "Not once"),
    Choice("1", 1, "Once"),
    Choice("2", 2, "Twice"),
    Choice("3", 3, "Three times or more"),
)

WALKING = (
    Question(
        "mobility",
        "Which of these is most like your walking now?",
        (
            Choice("A", "A", "I walk without limits."),
            Choice("B", "B", "My walking is affected, but I use no stick or other aid."),
            Choice("C", "C", "I use a stick, or hold on at one side, some or all of the time."),
            Choice("D", "D", "I use two sticks or crutches, or a walker."),
            Choice("E", "E", "I use a wheelchair, and can move across to a bed or chair."),
            Choice("F", "F", "I am in bed most of the day."),
        ),
    ),
    Question("falls.past_12_months", "Did you fall in the past 12 months?", HOW_MANY),
    Question("falls.past_6_months", "And in the past 6 months?", HOW_MANY),
    Question(
        "falls.injured", "Were you hurt in any of those falls?", YES_OR_NO, "No falls? Then the answer is no."
    ),
    Question("falls.can_rise_alone", "After a fall, can you get up again by yourself?", YES_NO_OR_UNSURE),
    Question(
        "falls.near_falls_past_month",
        "Did you nearly fall in the past month?",
        (Choice("0", 0, "Not once"), Choice("1", 1, "Once"), Choice("2", 2, "Twice or more")),
        "You nearly fall when you catch yourself just in time.",
    ),
    Question(
        "falls.fear_limits_activity", "Does fear of falling keep you from things you want to do?", YES_OR_NO
    ),
    Question(
        "balance.falls_when_eyes_close",
        "Standing with your eyes closed, do you lose your balance?",
        YES_NO_OR_UNSURE,
        "Do not try it out alone.",
    ),
)


class Line(NamedTuple):
    """A line of the readiness list to tick when it applies; `name` is a key of the person's screen."""

    name: str
    text: str
    small: str = ""


READINESS = (
    Line("heart_lung", "A clinician told me of a heart, lung, blood pressure or blood clot problem."),
    Line("chest_pain", "In the last year my chest hurt or felt tight, or I was oddly short of breath."),
    Line("faint_or_dizzy", "In the last 6 months I fainted, nearly fainted, or got dizzy when I stood up."),
    Line(
        "new_symptoms_30_days", "In the last 30 days something new came, or an old trouble got clearly worse."
    ),
    Line("relapse_or_steroids_3_months", "In the last 3 months I had a relapse or a course of steroids."),
    Line("fragile_bones", "My bones are weak, or one broke in a small fall, or I took steroids for long."),
    Line(
        "joint_or_surgery_12_months",
        "In the last 12 months I had an operation, a new joint, a break or an injury.",
    ),
    Line(
        "sedating_medicine",
        "I take something that can make me weak, sleepy or dizzy.",
        "For stiff muscles, pain, sleep, mood, blood pressure or walking. Such as baclofen, tizanidine, "
        "gabapentin, pregabalin, opioids, cannabis or fampridine.",
    ),
    Line("device_sore_or_numb_feet", "I have a pump, catheter or stoma, a pressure sore, or numb feet."),
    Line("heat_sensitive", "Heat makes me worse: a bath, a summer day, a fever."),
    Line(
        "vision_or_vertigo", "I see double, lost some sight, feel the room spin, or am unsteady in the dark."
    ),
    Line("neck_shock_or_spasms", "Bending my neck gives an electric feeling, or my legs jerk or lock."),
    Line("needs_help_with_instructions", "It is hard for me to follow steps or to remember safety rules."),
    Line(
        "pregnant_or_other_condition",
        "I am pregnant, or gave birth in the last 12 weeks, or have one more condition.",
        "Such as epilepsy, diabetes or cancer.",
    ),
    Line("supervised_only", "Somebody told me to exercise only with a person beside me, or gave me limits."),
)

FLOOR = Question(
    "screen.floor_transfer_alone",
    "Can you get down to the floor and up again by yourself?",
    YES_NO_OR_UNSURE,
)
CLEARED = Question(
    "screen.cleared_by_clinician",
    "Did a clinician who knows all this say that you may exercise?",
    YES_OR_NO,
    "It matters only if you ticked something above.",
)

WALKING_NAMES = frozenset(question.name for question in WALKING)
READINESS_NAMES = frozenset({*(f"screen.{line.name}" for line in READINESS), FLOOR.name})
"""The questions of a screen that can be open."""

PLACES = {
    Place.KITCHEN_BENCH: "Kitchen bench",
    Place.WALL: "Clear wall",
    Place.CORNER: "Corner of a room",
    Place.BED: "Bed",
    Place.COUCH: "Couch",
    Place.CHAIR: "Firm chair against a wall",
    Place.RAIL: "Fixed rail",
    Place.HALLWAY: "Hallway",
    Place.OPEN_FLOOR: "Open floor",
    Place.STAIRS: "Stairs with a rail",
    Place.TREADMILL: "Treadmill",
}

EQUIPMENT = {
    Equipment.PILLOW: "Pillow",
    Equipment.TOWEL: "Towel",
    Equipment.MAT: "Mat",
    Equipment.BAND: "Exercise band",
    Equipment.STRAP: "Strap or belt",
    Equipment.SMALL_BALL: "Small ball",
    Equipment.BALL: "Big exercise ball",
    Equipment.FOAM: "Foam pad",
    Equipment.WEDGE: "Wedge",
    Equipment.STEP_2_5CM: "Step, 2.5 cm (1 inch)",
    Equipment.STEP_5CM: "Step, 5 cm (2 inches)",
    Equipment.STEP_10CM: "Step, 10 cm (4 inches)",
    Equipment.STEP_15CM: "Step, 15 cm (6 inches)",
    Equipment.STEP_20CM: "Step, 20 cm (8 inches)",
    Equipment.DUMBBELL: "Dumbbell",
    Equipment.ANKLE_WEIGHT: "Ankle weight",
    Equipment.CONES: "Cones or cups",
    Equipment.DOWEL: "Stick or broom handle",
    Equipment.PEDALS: "Pedals",
    Equipment.BALANCE_BOARD: "Balance board",
    Equipment.TREADMILL: "Treadmill",
    Equipment.METRONOME: "Metronome",
}

GOALS = {
    Goal.STEADIER_STANDING: "Stand more steadily",
    Goal.STRONGER_LEGS: "Stronger legs",
    Goal.LOOSER_MUSCLES: "Looser muscles",
    Goal.FOOT_DRAG: "Lift my foot when it drags",
    Goal.GETTING_UP: "Get up more easily",
    Goal.TURNING: "Turn more safely",
    Goal.CORE: "A stronger middle",
    Goal.ENDURANCE: "Keep going for longer",
}

WEAKER_SIDE = Question(
    "weaker_side",
    "Which leg is weaker?",
    (
        Choice("left", "left", "Left"),
        Choice("right", "right", "Right"),
        Choice("same", None, "Both the same"),
    ),
    "An exercise done a side at a time starts with that one.",
)

HELPERS = {
    HelperNear.NONE: "Nobody",
    HelperNear.IN_HOME: "Somebody in the home",
    HelperNear.ARMS_REACH: "Somebody next to me",
    HelperNear.THERAPIST: "My therapist next to me",
}

DAYS = {
    Weekday.MON: "Mon",
    Weekday.TUE: "Tue",
    Weekday.WED: "Wed",
    Weekday.THU: "Thu",
    Weekday.FRI: "Fri",
    Weekday.SAT: "Sat",
    Weekday.SUN: "Sun",
}

SUGGESTED_MOMENTS = (
    ("before getting up", Place.BED, 6),
    ("while the kettle boils", Place.KITCHEN_BENCH, 4),
    ("after supper", Place.CORNER, 15),
)
