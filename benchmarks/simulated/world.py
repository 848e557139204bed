"""Weeks go by: a plan each Monday, days as they come, and what was done becomes history."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from benchmarks.simulated.body import Body
from benchmarks.simulated.people import DAYS_A_WEEK, MONDAY, WEEKS, Somebody, Weather
from handrail.catalogue.model import Catalogue
from handrail.person.model import CheckIn, Entry, Person
from handrail.person.words import Done
from handrail.planner.check import check_plan
from handrail.planner.constants import Family
from handrail.planner.ledger import family_of
from handrail.planner.model import Bout, Day, Item, Plan
from handrail.planner.week import plan_week
from handrail.safety.gate import body_on, judge, setting_of

ILL_AFTER_FLARE, ASKED_AGAIN, REVIEW_DAYS, MONTH = 7, 90, 14, 30
RUNGS_OVER_WEEKS, FLARE_WEEKS = 4, 12
EASY, HARD = 3, 7


@dataclass(slots=True, kw_only=True)
class Week:
    """What one week came to."""

    balance_minutes: float = 0
    minutes: float = 0
    sessions: int = 0
    in_range: int = 0
    near_falls: int = 0
    falls: int = 0
    faults: int = 0
    after_flare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """Somebody's half a year in one arm."""

    weeks: tuple[Week, ...]
    rungs: int
    ability: float


def live(who: Somebody, catalogue: Catalogue, *, static: bool) -> Lived:
    """Live every week, with a new plan each Monday or with the first one for ever."""
    world = _World(who, catalogue)
    first = plan_week(world.person, catalogue)
    for number in range(WEEKS):
        world.monday(number)
        plan = _again(first, number) if static else plan_week(world.person, catalogue)
        world.week(plan, number)
    return Lived(weeks=tuple(world.weeks), rungs=world.rungs_climbed(), ability=world.ability_gained())


def _again(plan: Plan, number: int) -> Plan:
    days = tuple(replace(day, date=day.date + timedelta(weeks=number)) for day in plan.days)
    return replace(plan, days=days)


class _World:
    def __init__(self, who: Somebody, catalogue: Catalogue) -> None:
        self._who = who
        self._catalogue = catalogue
        self._body = Body(who.hidden, random.Random(who.seed))  # noqa: S311 -- not for secrets
        self.person = who.person
        self.weeks: list[Week] = []

    def monday(self, number: int) -> None:
        """The person as they answer on this Monday."""
        self.person = self._answers(number * DAYS_A_WEEK)

    def week(self, plan: Plan, number: int) -> None:
        """Do what the days allow of a plan."""
        flared = self._who.hidden.flares_on // DAYS_A_WEEK
        week = Week(
            faults=len(check_plan(plan, self.person, self._catalogue)),
            after_flare=flared <= number <= flared + FLARE_WEEKS,
        )
        history: list[Entry] = []
        for at, day in enumerate(plan.days):
            history += self._day(day, number * DAYS_A_WEEK + at, week)
        self.weeks.append(week)
        self.person = replace(self.person, history=(*self.person.history, *history))

    def rungs_climbed(self) -> int:
        """The hardest rung done in full in the last weeks above that of the first, summed over the ladders."""
        last = MONDAY + timedelta(weeks=WEEKS - RUNGS_OVER_WEEKS)
        start = self._hardest([e for e in self.person.history if e.date < MONDAY + timedelta(weeks=1)])
        end = self._hardest([e for e in self.person.history if e.date >= last])
        return sum(end[ladder] - start[ladder] for ladder in start.keys() & end.keys())

    def ability_gained(self) -> float:
        """The hidden ability gained by practice on the ladders of the person's goals, in rungs, all told."""
        goals = self.person.goals
        ladders = {ladder for goal in goals for ladder in self._catalogue.goals[goal]}
        return sum(self._body.ability[ladder] - self._who.hidden.ability[ladder] for ladder in ladders)

    def _hardest(self, entries: Sequence[Entry]) -> dict[str, int]:
        rungs: dict[str, int] = defaultdict(int)
        for entry in entries:
            exercise = self._catalogue[entry.exercise]
            if entry.done is Done.FULL:
                rungs[exercise.ladder] = max(rungs[exercise.ladder], exercise.rung)
        return rungs

    def _answers(self, on: int) -> Person:
        """What the person says on a day: check-in, readiness and falls."""
        hidden, history, was = self._who.hidden, self.person.history, self._who.person
        today = MONDAY + timedelta(days=on)
        since = on - hidden.flares_on
        flared = 0 <= since < ASKED_AGAIN
        screen = replace(
            was.screen,
            new_symptoms_30_days=0 <= since < MONTH,
            relapse_or_steroids_3_months=flared,
            cleared_by_clinician=flared and since >= hidden.cleared_after,
        )
        fallen = [entry.date for entry in history if entry.fall]
        near = {entry.date for entry in history if entry.near_fall and (today - entry.date).days <= MONTH}
        falls = replace(
            was.falls,
            past_12_months=was.falls.past_12_months + len(fallen),
            past_6_months=len(fallen),
            near_falls_past_month=len(near),
            reviewed=max((day for day in fallen if (today - day).days >= REVIEW_DAYS), default=None),
        )
        check_in = self._check_in(self._who.days[on], on, new_symptom=0 <= since < ILL_AFTER_FLARE)
        return replace(self.person, screen=screen, falls=falls, today=check_in)

    def _check_in(self, weather: Weather, on: int, *, new_symptom: bool) -> CheckIn:
        return CheckIn(
            date=MONDAY + timedelta(days=on),
            feeling_ill=weather.ill,
            new_symptom=new_symptom,
            falls_since_last=0,
            pain=1,
            energy=weather.energy,
            stiffness=2,
            hot=False,
        )

    def _day(self, day: Day, on: int, week: Week) -> list[Entry]:
        """A day's bouts; the entries of what was done."""
        weather = self._who.days[on]
        if weather.away:
            bouts: list[list[tuple[Item, Entry]]] = []
        else:
            today = self._answers(on)
            kept = [bout for bout, luck in zip(day.bouts, weather.keeps, strict=False) if luck < 1]
            bouts = [done for bout in kept if (done := self._bout(bout, today, on))]
        for bout_done in bouts:
            _count(bout_done, week, self._catalogue)
        self._body.rests(on)
        done = [pair for bout in bouts for pair in bout]
        return self._body.sleeps([entry for _, entry in done], sum(item.minutes for item, _ in done))

    def _bout(self, bout: Bout, today: Person, on: int) -> list[tuple[Item, Entry]]:
        """The items that the gate allows this body today, done."""
        moment = next(moment for moment in today.moments if moment.name == bout.moment)
        body, setting = body_on(today, today.today), setting_of(moment, today, today.today.helper)
        done = []
        for item in bout.items:
            verdict = judge(self._catalogue[item.exercise], body, setting)
            if verdict.allowed:
                held = replace(item, support=max(item.support, verdict.exercise.support))
                done.append(
                    (held, self._body.does(held, self._catalogue[item.exercise], on, body.day.energy))
                )
        return done


def _count(done: list[tuple[Item, Entry]], week: Week, catalogue: Catalogue) -> None:
    efforts = [entry.effort for _, entry in done]
    week.sessions += 1
    week.in_range += EASY <= sum(efforts) / len(efforts) <= HARD
    for item, entry in done:
        minutes = item.minutes / (1 if entry.done is Done.FULL else 2)
        week.minutes += minutes
        if family_of(catalogue[entry.exercise].purpose) is Family.BALANCE:
            week.balance_minutes += minutes
        week.near_falls += entry.near_fall
        week.falls += entry.fall
