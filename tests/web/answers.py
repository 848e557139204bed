"""Answers of somebody for whom nothing asks for care, on a calm day."""

from __future__ import annotations

from typing import Any

NOTHING_APPLIES: dict[str, Any] = {
    "heart_lung": False,
    "chest_pain": False,
    "faint_or_dizzy": False,
    "new_symptoms_30_days": False,
    "relapse_or_steroids_3_months": False,
    "fragile_bones": False,
    "joint_or_surgery_12_months": False,
    "sedating_medicine": False,
    "device_sore_or_numb_feet": False,
    "heat_sensitive": False,
    "vision_or_vertigo": False,
    "floor_transfer_alone": True,
    "neck_shock_or_spasms": False,
    "needs_help_with_instructions": False,
    "pregnant_or_other_condition": False,
    "supervised_only": False,
}
NO_FALLS: dict[str, Any] = {
    "past_12_months": 0,
    "past_6_months": 0,
    "injured": False,
    "can_rise_alone": True,
    "near_falls_past_month": 0,
}
CALM: dict[str, Any] = {
    "feeling_ill": False,
    "new_symptom": False,
    "falls_since_last": 0,
    "pain": 0,
    "energy": 7,
    "stiffness": 1,
    "hot": False,
    "helper": "none",
}
