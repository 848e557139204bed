"""The numbers of ``content/planner.toml`` and ``content/progression.toml``, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from handrail.catalogue.loader import content_root, read_table
from handrail.catalogue.words import Purpose
from handrail.person.words import Band, Goal
from handrail.units import SECONDS_PER_MINUTE, Interval

_WEEK = read_table(content_root() / "planner.toml")
_PROGRESSION = read_table(content_root() / "progression.toml")


class Family(StrEnum):
    """Purposes that count towards the same part of a week."""

    BALANCE = "balance"
    STRENGTH = "strength"
    AEROBIC = "aerobic"
    STRETCH = "stretch"
    MOBILITY = "mobility"
    BREATHING = "breathing"


@dataclass(frozen=True, slots=True, kw_only=True)
class BandWeek:
    """What a week holds in one walking band: minutes a day as ``[aim, most]``, days as the most in seven."""

    session_minutes: int
    bout_minutes: int
    strength_days: int
    strength_exercises: int
    aerobic_days: int
    minutes: Mapping[Family, Interval]


CHANGEOVER_S: float = _WEEK["time"]["changeover_s"]
CHANGEOVER_MINUTES = CHANGEOVER_S / SECONDS_PER_MINUTE
CHANGE_SIDE_S: float = _WEEK["time"]["change_side_s"]
STEP: Mapping[str, float] = {lever: size for lever, size in _WEEK["step"].items() if lever != "source"}
MINUTES_PER_ITEM: int = _WEEK["bout"]["minutes_per_item"]
LEAST_ITEMS: int = _WEEK["bout"]["least_items"]
ENERGY_PARTS = tuple((row["from"], row["part"]) for row in _WEEK["energy"])
FAMILY_OF = {
    Purpose(word): Family(family) for family, purposes in _WEEK["family"].items() for word in purposes
}
ORDER = tuple(map(Family, _WEEK["order"]["families"]))
ONE_NEW_A_SESSION = frozenset(map(Band, _WEEK["new"]["one_a_session"]))
VALUE: Mapping[str, float] = {
    word: points for word, points in _WEEK["value"].items() if word not in {"source", "day", "minutes"}
}
DAY_VALUE = {Family(word): points for word, points in _WEEK["value"]["day"].items() if word != "source"}
MINUTE_VALUE = {family: _WEEK["value"]["minutes"][family.value] for family in Family}
MINUTE_VALUE_BEYOND: float = _WEEK["value"]["minutes"]["beyond"]
SOLVE: Mapping[str, float] = {part: effort for part, effort in _WEEK["solve"].items() if part != "source"}
LEFT_OUT_SAYS: Mapping[str, str] = _WEEK["left_out"]
CLASH_SAYS: Mapping[str, str] = _WEEK["clash"]
FAMILY_SAYS = {Family(word): text for word, text in _WEEK["family_says"].items()}
GOAL_NAMES = {Goal(word): table["name"] for word, table in read_table(content_root() / "goals.toml").items()}
_BANDS = msgspec.convert(
    {word: table for word, table in _WEEK["bands"].items() if word != "source"}, dict[Band, BandWeek]
)

UNLOCK_SESSIONS: int = _PROGRESSION["unlock"]["sessions"]
UNLOCK_BALANCE_SESSIONS: int = _PROGRESSION["unlock"]["balance_sessions"]
UNLOCK_EFFORT: int = _PROGRESSION["unlock"]["effort_at_most"]
UNLOCK_HOLD_S: float = _PROGRESSION["unlock"]["balance_hold_s"]
DAYS_BETWEEN_RUNGS: int = _PROGRESSION["unlock"]["days_between"]
LOWER_EFFORT: int = _PROGRESSION["lower"]["effort_from"]
LOWER_PAIN: int = _PROGRESSION["lower"]["pain_from"]
SHORT_GAP_DAYS: int = _PROGRESSION["gap"]["short_days"]
LONG_GAP_DAYS: int = _PROGRESSION["gap"]["long_days"]
GAP_VOLUME: float = _PROGRESSION["gap"]["volume"]
UNUSED_DAYS: int = _PROGRESSION["unused"]["days"]
EASIER_EVERY: int = _PROGRESSION["easier_week"]["every"]
EASIER_PART: float = _PROGRESSION["easier_week"]["part"]
TRAINED_DAYS: int = _PROGRESSION["easier_week"]["days_of_training"]
LEAP_FACTOR: float = _PROGRESSION["leap"]["factor"]
LEAP_WEEKS: int = _PROGRESSION["leap"]["weeks"]
LEAP_FREE_PART: float = _PROGRESSION["leap"]["free_part"]
SHORTER_SAYS: Mapping[str, str] = _PROGRESSION["shorter_says"]
PLATEAU_DAYS: int = _PROGRESSION["plateau"]["days"]
PLATEAU_SESSIONS: int = _PROGRESSION["plateau"]["sessions"]
DECLINE: Mapping[str, int] = {
    word: number for word, number in _PROGRESSION["decline"].items() if word != "source"
}
NOTICE_SAYS: Mapping[str, str] = _PROGRESSION["notice_says"]
FLARE_DAYS_COUNTED: int = _PROGRESSION["flare"]["days_counted"]


def band_week(band: Band | None) -> BandWeek:
    """The week of a walking band; the smallest where the band is unknown or has none of its own."""
    return _BANDS.get(band or Band.E, _BANDS[Band.E])


def energy_part(energy: int) -> float:
    """The part of the usual minutes that an energy of 0 to 10 leaves."""
    return next((part for least, part in ENERGY_PARTS if energy >= least), 0.0)
