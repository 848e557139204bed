"""A simulated body: how an exercise goes, what practice does to ability, what a flare-up takes.

All numbers here are assumptions of the simulation; ``docs/simulation.md`` says them in words.
"""

from __future__ import annotations

import math
import random
from dataclasses import replace
from datetime import date

from benchmarks.simulated.people import MONDAY, Hidden
from handrail.catalogue.model import Exercise
from handrail.catalogue.words import ON_FOOT, Purpose
from handrail.person.model import Entry
from handrail.person.words import Done, NextMorning, Support
from handrail.planner.model import Item

FLARE_LASTS, FLARE_KEEPS = 40, 0.25
USUAL_ENERGY = 6.5
DISUSE_DAYS, DISUSE_A_DAY = 14, 0.01
MINUTES_AT_FIRST = 12.0
NEAR_FALL_IS_A_FALL = 0.08
SETTLES_LATE = 0.05


class Body:
    """Abilities as they move from day to day."""

    def __init__(self, hidden: Hidden, dice: random.Random) -> None:
        self._hidden = hidden
        self._dice = dice
        self.ability = dict(hidden.ability)
        self._practised = dict.fromkeys(self.ability, 0)
        self._used_to = MINUTES_AT_FIRST

    def does(self, item: Item, exercise: Exercise, on: int, energy: int) -> Entry:
        """One item, done as well as this body can; practice moves its ability."""
        above = self._above(item, exercise, on)
        tired = USUAL_ENERGY - energy
        dice = self._dice
        effort = _rating(4.8 + 1.6 * above + 0.35 * tired + dice.gauss(0, 0.7))
        near_fall = exercise.position in ON_FOOT and dice.random() < _near_fall(above, item.support)
        touches = sum(dice.random() < _logistic(2.5 * (above - 0.8)) for _ in range(2))
        self._practise(exercise.ladder, item.minutes, above, on)
        return Entry(
            date=_date(on),
            exercise=item.exercise,
            side=item.side,
            done=Done.PART if dice.random() < _logistic(2.5 * (above - 1.6)) + 0.03 else Done.FULL,
            sets=item.sets,
            reps=item.reps,
            hold_s=item.hold_s,
            support=item.support,
            effort=effort,
            pain=_rating(dice.gauss(1, 1) + max(above - 1, 0)),
            form_ok=dice.random() > _logistic(2.5 * (above - 2)),
            touches=touches if exercise.purpose is Purpose.BALANCE else 0,
            settled_2h=dice.random() > SETTLES_LATE * max(effort - 6, 0),
            near_fall=near_fall,
            fall=near_fall and dice.random() < NEAR_FALL_IS_A_FALL,
        )

    def sleeps(self, done: list[Entry], minutes: float) -> list[Entry]:
        """The day's entries with the next morning; the body gets used to what it does."""
        too_much = minutes / self._used_to - 2.2
        worse = self._dice.random() < 0.01 + max(0.15 * too_much, 0)
        morning = NextMorning.WORSE if worse else NextMorning.FINE
        self._used_to += 0.1 * (max(minutes, 5) - self._used_to)
        return [replace(entry, next_morning=morning) for entry in done]

    def rests(self, on: int) -> None:
        """A day goes by: what practice gave fades where practice ends."""
        for ladder, last in self._practised.items():
            if on - last > DISUSE_DAYS:
                self.ability[ladder] = max(self.ability[ladder] - DISUSE_A_DAY, self._hidden.ability[ladder])

    def _above(self, item: Item, exercise: Exercise, on: int) -> float:
        """How many rungs the item is above ability that day; a firmer hold makes it one easier."""
        firmer = item.support > exercise.support
        return exercise.rung - 1 - firmer - self.ability[exercise.ladder] + self._flare(on)

    def _flare(self, on: int) -> float:
        since = on - self._hidden.flares_on
        if since < 0:
            return 0
        return self._hidden.flare_depth * (FLARE_KEEPS + (1 - FLARE_KEEPS) * math.exp(-since / FLARE_LASTS))

    def _practise(self, ladder: str, minutes: float, above: float, on: int) -> None:
        edge = math.exp(-((above - 0.2) ** 2) / 1.3)
        room = max(1 - (self.ability[ladder] - self._hidden.ability[ladder]) / self._room(ladder), 0)
        self.ability[ladder] += self._hidden.learns * minutes / 10 * edge * room
        self._practised[ladder] = on

    def _room(self, ladder: str) -> float:
        return self._hidden.best[ladder] - self._hidden.ability[ladder]


def _near_fall(above: float, support: Support) -> float:
    held = 0.3 if support >= Support.TWO_HANDS else 1
    return min(0.004 * math.exp(1.1 * above), 0.2) * held


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value))


def _rating(value: float) -> int:
    return min(max(round(value), 0), 10)


def _date(on: int) -> date:
    return date.fromordinal(MONDAY.toordinal() + on)
