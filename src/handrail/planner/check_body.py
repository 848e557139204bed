"""The safety rules read a second time, item by item, for :mod:`handrail.planner.check`.

Written on purpose without the gate's code and in another manner: plain words and numbers,
straight from the clinical ground, so that a slip in one reading shows in the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from handrail.catalogue.loader import content_root, read_table
from handrail.catalogue.model import Exercise
from handrail.person.model import Person
from handrail.planner.model import Bout, Item

_SAFETY = read_table(content_root() / "safety.toml")
_DEMAND = _SAFETY["demand"]
_DAILY = _SAFETY["daily"]
_HELPERS = ("none", "in_home", "arms_reach", "therapist")
_HELD = ("none", "fingertips", "one_hand", "two_hands", "back_or_forearms", "seated", "lying")
_BENCH = ("kitchen_bench", "rail")


@dataclass(frozen=True)
class Doing:
    """One item as it would really be done: by whom, where, with whom, on what kind of day.

    `times_that_day` and `days_that_week` say how often the plan holds its exercise, and
    `open_rung`, from 1, how far up its ladder the history can have led.
    """

    person: Person
    exercise: Exercise
    item: Item
    bout: Bout
    is_today: bool
    times_that_day: int
    days_that_week: int
    open_rung: int

    # ---- the person

    @cached_property
    def tier(self) -> str:
        """Falls tier, worked out from what the person told."""
        falls, today = self.person.falls, self.person.today
        last = max((entry.date for entry in self.person.history if entry.fall), default=date.min)
        reviewed = falls.reviewed if falls.reviewed and falls.reviewed <= today.date else date.min
        if (
            falls.past_6_months >= _SAFETY["tier"]["red_falls_6_months"]
            or falls.injured
            or not falls.can_rise_alone
            or self.band in "DEF?"
            or today.falls_since_last
            or last > reviewed
        ):
            return "RED"
        near = falls.near_falls_past_month >= _SAFETY["tier"]["amber_near_falls_month"]
        fell = falls.past_12_months >= _SAFETY["tier"]["amber_falls_12_months"]
        return "AMBER" if fell or near or falls.fear_limits_activity or self.band == "C" else "GREEN"

    @property
    def band(self) -> str:
        """Walking band, ``"?"`` when it was not told."""
        return self.person.mobility.value if self.person.mobility else "?"

    @property
    def energy(self) -> int:
        """Energy of the day; ordinary on any day but today."""
        return self.person.today.energy if self.is_today else _DAILY["ordinary_energy"]

    @property
    def pain(self) -> int:
        """Pain of the day."""
        return self.person.today.pain if self.is_today else _DAILY["ordinary_pain"]

    @property
    def is_hot(self) -> bool:
        """Whether the day is hot."""
        return self.is_today and self.person.today.hot

    @property
    def is_after_dose(self) -> bool:
        """Whether a sedating medicine may be at its strongest."""
        minutes = self.person.today.minutes_since_sedating_dose
        recent = minutes is None or minutes < _DAILY["sedating_window_minutes"]
        return self.is_today and self.person.screen.sedating_medicine and recent

    # ---- the doing

    @property
    def place(self) -> str:
        """Where."""
        return self.bout.place.value

    def has_helper(self, least: str) -> bool:
        """Whether somebody is there, at least this near."""
        return _HELPERS.index(self.bout.helper.value) >= _HELPERS.index(least)

    @property
    def held(self) -> str:
        """What is held."""
        return str(self.item.support)

    @property
    def is_down(self) -> bool:
        """Whether it is seated or lying, not on a ball."""
        seated = self.exercise.position.value in {"sitting", "long_sitting"}
        return (seated or self.is_lying) and self.exercise.surface.value != "ball"

    @property
    def is_lying(self) -> bool:
        """Whether it is lying."""
        return self.exercise.position.value.startswith("lying")

    @property
    def is_on_foot(self) -> bool:
        """Whether it is standing or walking."""
        return self.exercise.position.value in {"standing", "walking"}

    @property
    def is_blind(self) -> bool:
        """Whether the eyes are closed where a body may fall."""
        safe_seat = self.is_down and "sit_unsupported" not in self.tasks
        return self.exercise.eyes.value == "closed" and not safe_seat

    @property
    def tasks(self) -> frozenset[str]:
        """What the body does besides."""
        return frozenset(task.value for task in self.exercise.tasks)

    @property
    def things(self) -> frozenset[str]:
        """What it needs."""
        return frozenset(thing.value for thing in self.exercise.equipment)

    @property
    def hazards(self) -> frozenset[str]:
        """What can go wrong."""
        return frozenset(hazard.value for hazard in self.exercise.hazards)


Fault = Callable[[Doing], object]


def _demand(d: Doing) -> int:
    exercise = d.exercise
    position, stance = exercise.position.value, exercise.stance.value
    if d.is_lying or (d.is_down and "sit_unsupported" not in d.tasks):
        return 0
    standing: int = _DEMAND["stance"][stance]
    points: int = {
        "standing": standing,
        "walking": max(_DEMAND["walking"], standing),
        "sitting": _DEMAND["sit_unsupported"],
        "long_sitting": _DEMAND["sit_unsupported"],
    }.get(position) or _DEMAND[position]
    board = "ball" if "balance_board" in d.things else exercise.surface.value
    points += _DEMAND["surface"].get(board, 0)
    points += _DEMAND["eyes_closed"] * (exercise.eyes.value == "closed")
    points += _DEMAND["vision_trouble"] * d.person.screen.vision_or_vertigo
    points += sum(group["points"] for group in _DEMAND["task"] if d.tasks & set(group["tasks"]))
    return points - _credit(d)


def _credit(d: Doing) -> int:
    leans = d.held == "back_or_forearms" and d.exercise.surface.value == "firm"
    if leans and d.exercise.eyes.value == "open" and not d.person.screen.vision_or_vertigo:
        still = d.tasks <= {"head_turns", "thinking", "arms", "sit_unsupported", "spine_loaded", "neck_bent"}
        return int(_DEMAND["static_back_credit"]) if still else 0
    return int(_DEMAND["support"].get(d.held, 0))


def _ceiling(d: Doing) -> int:
    screen = d.person.screen
    weak = [
        d.is_after_dose,
        d.energy <= _DAILY["lower_ceiling_energy"],
        screen.faint_or_dizzy,
        screen.heat_sensitive and d.is_hot,
    ]
    helped = _SAFETY["ceiling"]["helper_at_arms_reach"] if d.has_helper("arms_reach") else 0
    return int(_SAFETY["ceiling"][d.tier] + helped - _SAFETY["ceiling"]["each_weakness_today"] * sum(weak))


def _unmet_place(d: Doing) -> bool:
    places = {place.value for place in d.exercise.places}
    offered = {d.place, "open_floor", *(["wall"] if d.place == "corner" else [])}
    return places.isdisjoint(offered)


def _missing_things(d: Doing) -> bool:
    moment = next(m for m in d.person.moments if m.name == d.bout.moment)
    at_hand = d.person.home.equipment if moment.equipment is None else moment.equipment
    return not d.things <= {thing.value for thing in at_hand}


def _uncleared(d: Doing) -> bool:
    s = d.person.screen
    asked = s.heart_lung or s.faint_or_dizzy or s.joint_or_surgery_12_months or s.pregnant_or_other_condition
    calm = d.is_down and d.exercise.purpose.value in {"stretch", "breathing", "mobility"}
    return asked and not s.cleared_by_clinician and not calm


def _after_a_flare(d: Doing) -> bool:
    s = d.person.screen
    return (s.new_symptoms_30_days or s.relapse_or_steroids_3_months) and not s.cleared_by_clinician


def _more_than_base(d: Doing) -> bool:
    steady = d.exercise.position.value == "standing" and d.exercise.stance.value in {"hip_wide", "wide"}
    plain = d.exercise.surface.value == "firm" and d.exercise.eyes.value == "open"
    held = d.held == "two_hands" and d.place in _BENCH and d.tier != "RED"
    done = {entry.exercise for entry in d.person.history if entry.done.value != "none"}
    is_new = d.exercise.rung > 1 and d.exercise.slug not in done
    allowed = d.is_down or (steady and plain and held)
    return d.exercise.purpose.value == "aerobic" or is_new or not allowed


def _ball_squat_alone(d: Doing) -> bool:
    if d.exercise.position.value != "standing" or "ball" not in d.things:
        return False
    entries = d.person.history
    days = {e.date for e in entries if e.exercise == d.exercise.slug and e.done.value != "none"}
    practised = len(days) >= _SAFETY["ball_squat"]["first_sessions"]
    return not d.has_helper("in_home" if practised else "arms_reach")


def _jump_unready(d: Doing) -> bool:
    if "jump" not in d.tasks and "impact" not in d.hazards:
        return False
    opened = d.exercise.slug in d.person.therapist.opens
    ready = d.tier == "GREEN" and d.band == "A" and d.held == "two_hands" and d.place in _BENCH and opened
    return not ready


def _narrow_loose(d: Doing) -> bool:
    if not d.is_on_foot or d.exercise.stance.value not in {"one_leg", "tandem"}:
        return False
    held_enough = {"GREEN": _HELD, "AMBER": ("one_hand", "two_hands"), "RED": ("two_hands",)}[d.tier]
    return d.place not in _BENCH or d.held not in held_enough


def _on(d: Doing, surface: str) -> bool:
    return d.exercise.surface.value == surface


def _alongside(d: Doing) -> bool:
    return bool(d.tasks & {"backward", "sideways", "obstacle"})


def _on_treadmill(d: Doing) -> bool:
    return _on(d, "treadmill") or "treadmill" in d.things


BODY_FAULTS: dict[str, Fault] = {
    "a red flag was named": lambda d: d.person.today.signs,
    "a new symptom waits for a clinician": lambda d: d.person.today.new_symptom,
    "the person feels ill": lambda d: d.is_today and d.person.today.feeling_ill,
    "there is no energy": lambda d: d.energy <= _DAILY["rest_energy"],
    "too little energy for more than stretches and breathing": lambda d: (
        d.energy <= _DAILY["gentle_energy"] and d.exercise.purpose.value not in {"stretch", "breathing"}
    ),
    "too little energy to stand": lambda d: d.energy <= _DAILY["seated_energy"] and not d.is_down,
    "too much pain": lambda d: d.pain >= _DAILY["stop_pain"] and d.exercise.purpose.value != "breathing",
    "too much pain to stand": lambda d: d.pain >= _DAILY["seated_pain"] and not d.is_down,
    "too hot to stand": lambda d: d.is_hot and not d.is_down,
    "too hot for effort": lambda d: (
        d.is_hot and d.person.screen.heat_sensitive and d.exercise.purpose.value == "aerobic"
    ),
    "too soon after the medicine to stand": lambda d: d.is_after_dose and not d.is_down,
    "too dizzy to stand": lambda d: d.person.screen.faint_or_dizzy and not d.is_down,
    "chest pain waits for a doctor": lambda d: d.person.screen.chest_pain,
    "the walking band is not known": lambda d: d.band == "?",
    "band F is led by a therapist": lambda d: d.band == "F",
    "band E does not stand": lambda d: d.band == "E" and not d.is_down,
    "a clinician's word is missing": _uncleared,
    "it is more than the base routine": lambda d: _after_a_flare(d) and _more_than_base(d),
    "fragile bones": lambda d: (
        d.person.screen.fragile_bones and ("impact" in d.hazards or "spine_loaded" in d.tasks)
    ),
    "the neck stays up": lambda d: d.person.screen.neck_shock_or_spasms and "neck_bent" in d.tasks,
    "lying on a device": lambda d: (
        d.person.screen.device_sore_or_numb_feet and d.exercise.position.value == "lying_prone"
    ),
    "nobody gets up from the floor alone": lambda d: (
        ("floor_transfer" in d.hazards or _on(d, "floor_mat"))
        and not (d.person.screen.floor_transfer_alone and d.person.falls.can_rise_alone)
    ),
    "the helper it needs is missing": lambda d: not d.has_helper(d.exercise.helper.value),
    "nobody helps with instructions": lambda d: (
        d.person.screen.needs_help_with_instructions and not d.has_helper("in_home")
    ),
    "nobody supervises": lambda d: d.person.screen.supervised_only and not d.has_helper("arms_reach"),
    "the therapist asked for a helper": lambda d: (
        not d.has_helper(d.person.therapist.limits.helper_at_least.value)
    ),
    "the therapist asked for more support": lambda d: (
        d.is_on_foot and _HELD.index(d.held) < _HELD.index(d.person.therapist.limits.support_at_least.value)
    ),
    "only a therapist opens it": lambda d: (
        d.exercise.opened_by_therapist and d.exercise.slug not in d.person.therapist.opens
    ),
    "the place does not fit": _unmet_place,
    "something it needs is missing": _missing_things,
    "eyes closed on foam without somebody at arm's reach": lambda d: (
        d.is_blind and _on(d, "foam") and not d.has_helper("arms_reach")
    ),
    "eyes closed without somebody in the home": lambda d: d.is_blind and not d.has_helper("in_home"),
    "eyes closed out of a corner": lambda d: (
        d.is_blind and d.place not in (("corner", *_BENCH) if _on(d, "foam") else ("corner",))
    ),
    "eyes closed while walking": lambda d: (
        d.exercise.eyes.value == "closed" and d.exercise.position.value == "walking"
    ),
    "the person falls when the eyes close": lambda d: (
        d.exercise.eyes.value == "closed" and not d.is_lying and d.person.balance.falls_when_eyes_close
    ),
    "foam without a bench": lambda d: (
        _on(d, "foam") and d.exercise.eyes.value == "open" and d.place not in _BENCH
    ),
    "foam after falls": lambda d: (
        _on(d, "foam") and d.tier != "GREEN" and (d.held != "two_hands" or not d.has_helper("arms_reach"))
    ),
    "a ball without a corner, a catcher and a steady past": lambda d: (
        _on(d, "ball") and (d.tier == "RED" or d.place != "corner" or not d.has_helper("arms_reach"))
    ),
    "a ball squat alone": _ball_squat_alone,
    "a jump nobody opened": _jump_unready,
    "a narrow stance held too loosely": _narrow_loose,
    "a foot on the bench after falls": lambda d: "foot_on_bench" in d.tasks and d.tier != "GREEN",
    "a raised foot without both hands": lambda d: (
        d.is_on_foot and d.tasks & {"foot_on_bench", "foot_on_step"} and d.held != "two_hands"
    ),
    "a step without a rail": lambda d: (
        d.is_on_foot and ("raised_step" in d.tasks or _on(d, "step")) and d.place not in (*_BENCH, "stairs")
    ),
    "backwards, sideways or over things without a bench": lambda d: (
        _alongside(d) and (d.place not in _BENCH or (d.tier != "GREEN" and not d.has_helper("arms_reach")))
    ),
    "a treadmill held too loosely or alone": lambda d: (
        _on_treadmill(d)
        and (
            d.held not in {"one_hand", "two_hands"} or (d.tier != "GREEN" and not d.has_helper("arms_reach"))
        )
    ),
    "standing after falls without both hands": lambda d: (
        d.tier == "RED" and d.is_on_foot and d.held != "two_hands"
    ),
    "it asks for more balance than is safe": lambda d: _demand(d) > 0 and _demand(d) > _ceiling(d),
}
