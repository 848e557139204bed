"""What answering could open: the person as if every open question had its easiest answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any

from handrail.person.model import Balance, Person, Screen
from handrail.person.words import Band

EASIEST: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "falls": {
            "past_12_months": 0,
            "past_6_months": 0,
            "injured": False,
            "can_rise_alone": True,
            "near_falls_past_month": 0,
        },
        "screen": {field.name: field.default is False for field in fields(Screen)},
        "balance": {field.name: False for field in fields(Balance)},
        "today": {
            "feeling_ill": False,
            "new_symptom": False,
            "falls_since_last": 0,
            "pain": 0,
            "energy": 10,
            "stiffness": 0,
            "hot": False,
        },
    }
)


def at_easiest(person: Person) -> Person:
    """The person with every unanswered question answered the easiest way.

    For saying what an answer might open; never for planning.
    """
    return replace(
        person,
        mobility=Band.A if "mobility" in person.unanswered else person.mobility,
        falls=replace(person.falls, **_fewest_falls(person)),
        screen=replace(person.screen, **_open(person, "screen")),
        balance=replace(person.balance, **_open(person, "balance")),
        today=replace(person.today, **_open(person, "today")),
        unanswered=frozenset(),
    )


def _fewest_falls(person: Person) -> dict[str, Any]:
    """Open counts at their fewest, yet no fewer than the answered ones tell of."""
    opened = _open(person, "falls")
    if "past_12_months" in opened:
        told = (opened.get(name, getattr(person.falls, name)) for name in ("past_6_months", "injured"))
        opened["past_12_months"] = max(map(int, told))
    return opened


def _open(person: Person, part: str) -> dict[str, Any]:
    easiest = EASIEST[part]
    return {name: easiest[name] for name in easiest if f"{part}.{name}" in person.unanswered}
