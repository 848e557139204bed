"""The numbers of ``content/safety.toml``, read once. Standard library only, like all of safety."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from handrail.catalogue.words import Stance, Surface, Task
from handrail.person.words import Support
from handrail.safety.model import Action, Tier

_TABLE: dict[str, Any] = tomllib.loads(
    (files("handrail") / "content" / "safety.toml").read_text(encoding="utf-8")
)
_DEMAND = _TABLE["demand"]
_CEILING = _TABLE["ceiling"]
_TIER = _TABLE["tier"]
_DAILY = _TABLE["daily"]

STANCE_DEMAND: Mapping[Stance, int] = MappingProxyType(
    {Stance(word): points for word, points in _DEMAND["stance"].items()}
)
SURFACE_DEMAND: Mapping[Surface, int] = MappingProxyType(
    {Surface(word): points for word, points in _DEMAND["surface"].items()}
)
SUPPORT_CREDIT: Mapping[Support, int] = MappingProxyType(
    {Support(word): points for word, points in _DEMAND["support"].items()}
)
TASK_DEMAND: tuple[tuple[int, frozenset[Task]], ...] = tuple(
    (group["points"], frozenset(map(Task, group["tasks"]))) for group in _DEMAND["task"]
)
WALKING_DEMAND: int = _DEMAND["walking"]
SIT_UNSUPPORTED_DEMAND: int = _DEMAND["sit_unsupported"]
KNEELING_DEMAND: int = _DEMAND["kneeling"]
QUADRUPED_DEMAND: int = _DEMAND["quadruped"]
FLOOR_TRANSFER_DEMAND: int = _DEMAND["floor_transfer"]
VISION_TROUBLE_DEMAND: int = _DEMAND["vision_trouble"]
EYES_CLOSED_DEMAND: int = _DEMAND["eyes_closed"]
STATIC_BACK_CREDIT: int = _DEMAND["static_back_credit"]

CEILING: Mapping[Tier, int] = MappingProxyType({tier: _CEILING[tier.name] for tier in Tier})
HELPER_CEILING: int = _CEILING["helper_at_arms_reach"]
WEAKNESS_CEILING: int = _CEILING["each_weakness_today"]

RED_FALLS_6_MONTHS: int = _TIER["red_falls_6_months"]
AMBER_FALLS_12_MONTHS: int = _TIER["amber_falls_12_months"]
AMBER_NEAR_FALLS_MONTH: int = _TIER["amber_near_falls_month"]

REST_ENERGY: int = _DAILY["rest_energy"]
GENTLE_ENERGY: int = _DAILY["gentle_energy"]
SEATED_ENERGY: int = _DAILY["seated_energy"]
LOWER_CEILING_ENERGY: int = _DAILY["lower_ceiling_energy"]
SEATED_PAIN: int = _DAILY["seated_pain"]
STOP_PAIN: int = _DAILY["stop_pain"]
SEDATING_WINDOW_MINUTES: int = _DAILY["sedating_window_minutes"]
ANSWERS_LAST_MINUTES: int = _DAILY["answers_last_minutes"]
ORDINARY_ENERGY: int = _DAILY["ordinary_energy"]
ORDINARY_PAIN: int = _DAILY["ordinary_pain"]
ORDINARY_STIFFNESS: int = _DAILY["ordinary_stiffness"]

BALL_SQUAT_FIRST_SESSIONS: int = _TABLE["ball_squat"]["first_sessions"]


@dataclass(frozen=True, slots=True)
class Sign:
    """A red flag a person may name: what to do about it, in a sentence."""

    action: Action
    text: str


SIGNS = MappingProxyType(
    {word: Sign(Action(table["action"]), table["text"]) for word, table in _TABLE["signs"].items()}
)
