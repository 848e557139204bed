"""One person's life with Handrail: answers come and go, days are good and bad, and no plan ever harms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from handrail.catalogue.words import ON_FOOT
from handrail.person.files import read_person
from handrail.person.model import Person, Screen
from handrail.person.words import (
    Band,
    Done,
    Equipment,
    Goal,
    HelperNear,
    NextMorning,
    Place,
    Support,
    Weekday,
)
from handrail.planner.check import check_plan
from handrail.planner.edit import Edit, EditKind, apply
from handrail.planner.model import Day, Item, Plan
from handrail.planner.week import plan_week
from handrail.safety.constants import ANSWERS_LAST_MINUTES, SIGNS
from tests.generative.size import tries
from tests.generative.whole_persons import CATALOGUE, SLUGS, mostly, seldom

STEPS_A_LIFE = 50
MOST_EDITS = 6
LIVES, LIVES_NIGHTLY = 90, 3200
LEAST_STEPS = 3000
BIRTH = datetime(2026, 11, 23, 8, 0)  # noqa: DTZ001 - a wall clock, as the person reads it
SCREEN = [field.name for field in fields(Screen)]
EASY = {"floor_transfer_alone", "cleared_by_clinician"}  # the answers whose yes is the easy one
Table = dict[str, Any]


def words(kind: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([str(word) for word in kind])


def some_slugs(most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(SLUGS), max_size=most, unique=True)


FALLS = st.sampled_from(
    [
        {"past_12_months": 0, "past_6_months": 0, "injured": False},
        {"past_12_months": 1, "past_6_months": 0, "injured": False},
        {"past_12_months": 1, "past_6_months": 1, "injured": True},
        {"past_12_months": 4, "past_6_months": 2, "injured": False},
    ]
)
GOOD_DAY = {
    "feeling_ill": False,
    "new_symptom": False,
    "falls_since_last": 0,
    "pain": 1,
    "energy": 7,
    "stiffness": 2,
    "hot": False,
    "helper": "none",
}
ANY_DAY = st.fixed_dictionaries(
    {
        "feeling_ill": seldom(),
        "new_symptom": seldom(),
        "falls_since_last": mostly(0, st.integers(0, 2)),
        "pain": mostly(1, st.integers(0, 10)),
        "energy": mostly(7, st.integers(0, 10)),
        "stiffness": st.integers(0, 10),
        "hot": seldom(),
        "minutes_since_sedating_dose": st.none() | st.integers(0, 600),
        "helper": words(HelperNear),
    },
    optional={"signs": mostly([], st.lists(st.sampled_from(sorted(SIGNS)), max_size=1))},
)
CHECK_IN = mostly(GOOD_DAY, ANY_DAY)
MOMENT = st.fixed_dictionaries(
    {
        "place": words(Place),
        "days": mostly([str(day) for day in Weekday], st.lists(words(Weekday), unique=True)),
        "minutes": mostly(10, st.integers(1, 40)),
        "helper": words(HelperNear),
    },
    optional={"equipment": st.lists(words(Equipment), unique=True)},
)
TROUBLES: st.SearchStrategy[Table] = st.sampled_from(
    [
        {"done": "part"},
        {"effort": 9},
        {"pain": 7},
        {"form_ok": False},
        {"touches": 2},
        {"near_fall": True},
        {"next_morning": "worse"},
        {"settled_2h": "unknown"},
    ]
)


class Life(RuleBasedStateMachine):
    """A person's file and a clock. A check-in speaks for four hours of its own day, then not at all."""

    steps: ClassVar[int] = 0
    plans: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.now = BIRTH
        self.checked_in_at = BIRTH
        self.answers: Table = {"falls": {}, "screen": {}, "balance": {}, "home": {}, "therapist": {}}
        self.today: Table = {}
        self.history: list[Table] = []
        self.plan: Plan | None = None
        self.edits: list[Edit] = []

    # ---- answering, and taking answers back

    @initialize(band=words("ABC"), falls=FALLS)
    def answers_everything_once(self, band: str, falls: Table) -> None:
        self.answers["mobility"] = band
        self.answers["falls"] = {**falls, "can_rise_alone": True, "near_falls_past_month": 0}
        self.answers["screen"] = {name: name == "floor_transfer_alone" for name in SCREEN}
        self.answers["balance"] = {"falls_when_eyes_close": False}
        self.has_moments([{"place": "kitchen_bench", "days": [*map(str, Weekday)], "minutes": 10}])
        self._check_in(GOOD_DAY)

    @rule(name=st.sampled_from(SCREEN), cautious=seldom())
    def answers_the_screen(self, name: str, cautious: bool) -> None:
        self._step()
        self.answers["screen"][name] = cautious != (name in EASY)

    @rule(band=words("AABBCCDEF"))
    def tells_how_walking_is(self, band: str) -> None:
        self._step()
        self.answers["mobility"] = band

    @rule(falls=FALLS, rises=mostly(True, st.booleans()), near=st.integers(0, 3), fear=seldom())
    def tells_of_falls(self, falls: Table, rises: bool, near: int, fear: bool) -> None:
        self._step()
        more = {"can_rise_alone": rises, "near_falls_past_month": near, "fear_limits_activity": fear}
        self.answers["falls"] = {**falls, **more, "reviewed": self.now.date().isoformat()}

    @rule(falls_blind=st.booleans())
    def tells_of_closed_eyes(self, falls_blind: bool) -> None:
        self._step()
        self.answers["balance"] = {"falls_when_eyes_close": falls_blind}

    @rule(data=st.data())
    def takes_an_answer_back(self, data: st.DataObject) -> None:
        self._step()
        parts = ("falls", "screen", "balance")
        given = [(part, name) for part in parts for name in self.answers[part]]
        if given:
            part, name = data.draw(st.sampled_from(given))
            del self.answers[part][name]

    @rule(reads=mostly(True, st.booleans()), happens=seldom())
    def comes_out_of_hospital_or_reads_the_lines(self, reads: bool, happens: bool) -> None:
        self._step()
        today = self.now.date().isoformat()
        if happens:
            self.answers |= {"restarted": today, "screened": None}
        if reads:
            self.answers["screened"] = today

    # ---- changing the week

    @rule(data=st.data(), kind=st.sampled_from(sorted(EditKind)))
    def changes_an_item(self, data: st.DataObject, kind: EditKind) -> None:
        """Whatever a page could send: it may be refused, may be stale tomorrow, and stays until undone."""
        self._step()
        assert self.plan is not None
        bouts = [(day.date, bout) for day in self.plan.days for bout in day.bouts if bout.items]
        if not bouts:
            return
        (day, bout), (to_day, to) = (data.draw(st.sampled_from(bouts)) for _ in range(2))
        edit = Edit(
            kind=kind,
            day=day,
            moment=bout.moment,
            exercise=data.draw(st.sampled_from(bout.items)).exercise,
            other=to.moment if kind is EditKind.MOVE else data.draw(st.sampled_from(SLUGS)),
            other_day=to_day if kind is EditKind.MOVE else None,
        )
        self.edits = [*self.edits, edit][-MOST_EDITS:]
        self._plan()

    @rule()
    def undoes_the_last_change(self) -> None:
        self._step()
        self.edits = self.edits[:-1]

    # ---- home, wishes and the therapist

    @rule(moments=st.lists(MOMENT, max_size=3))
    def changes_moments(self, moments: list[Table]) -> None:
        self._step()
        self.has_moments(moments)

    def has_moments(self, moments: list[Table]) -> None:
        self.answers["moments"] = [{**moment, "name": f"moment {n}"} for n, moment in enumerate(moments)]

    @rule(equipment=st.lists(words(Equipment), unique=True))
    def changes_equipment(self, equipment: list[str]) -> None:
        self._step()
        self.answers["home"]["equipment"] = equipment

    @rule(goals=st.lists(words(Goal), max_size=3, unique=True))
    def changes_goals(self, goals: list[str]) -> None:
        self._step()
        self.answers["goals"] = goals

    @rule(wish=st.sampled_from(["repertoire", "avoid", "likes"]), slugs=some_slugs(6))
    def wishes(self, wish: str, slugs: list[str]) -> None:
        self._step()
        self.answers[wish] = slugs

    @rule(data=st.data())
    def refuses_what_was_planned(self, data: st.DataObject) -> None:
        self._step()
        planned = sorted({item.exercise for item in items_of(self.plan)})
        if planned:
            self.answers["avoid"] = data.draw(st.lists(st.sampled_from(planned), unique=True))

    @rule(word=st.sampled_from(["locks", "opens"]), slugs=some_slugs(4))
    def therapist_locks_or_opens(self, word: str, slugs: list[str]) -> None:
        self._step()
        self.answers["therapist"][word] = slugs

    @rule(slugs=some_slugs(4), most=st.fixed_dictionaries({}, optional=dict.fromkeys(
        ("sets", "reps", "hold_s", "per_week"), st.integers(0, 5))))  # fmt: skip
    def therapist_limits_doses(self, slugs: list[str], most: Table) -> None:
        self._step()
        self.answers["therapist"]["doses"] = dict.fromkeys(slugs, most)

    @rule(
        minutes=mostly(None, st.integers(0, 40)),
        support=mostly("none", words(Support)),
        helper=mostly("none", words(HelperNear)),
    )
    def therapist_sets_limits(self, minutes: int | None, support: str, helper: str) -> None:
        self._step()
        limits = {"minutes_per_day": minutes, "support_at_least": support, "helper_at_least": helper}
        self.answers["therapist"]["limits"] = limits

    # ---- time, and what a day brings

    @rule(hours=st.integers(1, 8))
    def hours_pass(self, hours: int) -> None:
        self._step()
        self.now += timedelta(hours=hours)

    @rule(days=mostly(1, st.integers(1, 40)))
    def days_pass(self, days: int) -> None:
        self._step()
        self.now += timedelta(days=days)

    @rule(told=CHECK_IN)
    def checks_in_again(self, told: Table) -> None:
        self._step()
        self._check_in(told)

    @rule()
    def opens_the_plan(self) -> None:
        self._step()
        self._plan()

    @rule(
        data=st.data(),
        days=mostly(1, st.integers(2, 20)),
        told=CHECK_IN,
        ends_well=mostly(True, st.booleans()),
    )
    def lives_another_day(self, data: st.DataObject, days: int, told: Table, ends_well: bool) -> None:
        """Checks in, gets a plan and does some of it."""
        self._step()
        self.now = datetime.combine(self.now.date() + timedelta(days=days), BIRTH.time())
        self._check_in(told)
        assert self.plan is not None
        for slug in sorted({item.exercise for item in items_of(self.plan.days[0])}):
            self.history.append(self._entry(slug, {} if ends_well else data.draw(TROUBLES)))

    @rule(slug=st.sampled_from(SLUGS), trouble=TROUBLES)
    def does_something_else(self, slug: str, trouble: Table) -> None:
        """A log is believed, whatever it holds."""
        self._step()
        self.history.append(self._entry(slug, trouble))

    @rule(slug=st.sampled_from(SLUGS))
    def falls_while_at_it(self, slug: str) -> None:
        self._step()
        self.history.append(self._entry(slug, {"fall": True}))

    def _check_in(self, told: Table) -> None:
        self.today, self.checked_in_at = told, self.now
        self._plan()

    def _entry(self, slug: str, trouble: Table) -> Table:
        good = {"done": str(Done.FULL), "effort": 4, "pain": 0, "form_ok": True, "touches": 0, "hold_s": 30}
        went = {"near_fall": False, "fall": False, "next_morning": str(NextMorning.FINE)}
        return {"date": self.now.date().isoformat(), "exercise": slug, **good, **went, **trouble}

    # ---- what holds whenever a plan is made

    def _step(self) -> None:
        Life.steps += 1

    def _plan(self) -> None:
        Life.plans += 1
        person = self._person()
        plan = plan_week(person, CATALOGUE)
        assert check_plan(plan, person, CATALOGUE) == ()
        assert list(broken_promises(plan, person)) == []
        edited, could_not = apply(plan, self.edits, person, CATALOGUE)
        assert check_plan(edited, person, CATALOGUE) == ()
        assert list(broken_promises(edited, person)) == []
        assert all(sentence.text for sentence in could_not)
        self.plan = edited

    def _person(self) -> Person:
        holds_until = self.checked_in_at + timedelta(minutes=ANSWERS_LAST_MINUTES)
        holds = self.now < holds_until and self.now.date() == self.checked_in_at.date()
        today = {**(self.today if holds else {}), "date": self.now.date().isoformat()}
        table = {**self.answers, "today": today, "history": self.history}
        return read_person(table, CATALOGUE.exercises, SIGNS, "a life")


def items_of(plan: Plan | Day | None) -> list[Item]:
    days = plan.days if isinstance(plan, Plan) else [plan] if plan else []
    return [item for day in days for bout in day.bouts for item in bout.items]


def broken_promises(plan: Plan, person: Person) -> Iterator[str]:
    """What a person would hold against a plan, knowing only their own answers."""
    today, screen = person.today, person.screen
    everything, now = items_of(plan), items_of(plan.days[0])
    planned = {item.exercise for item in everything}
    if today.new_symptom or today.signs or screen.chest_pain or person.mobility in {None, Band.F}:
        if everything:
            yield "exercise where something else comes first"
        if not plan.advice:
            yield "an empty week without a word"
    if now and (today.feeling_ill or today.energy == 0):
        yield "exercise on a day for rest"
    if any(map(is_on_foot, now)) and (today.hot or today.pain >= 4 or today.energy <= 3):
        yield "standing on a day for the chair"
    if today.falls_since_last and any(
        is_on_foot(i) and i.support is not Support.TWO_HANDS for i in everything
    ):
        yield "a free hand after a fall"
    if screen.supervised_only and any(item.helper < HelperNear.ARMS_REACH for item in everything):
        yield "alone, for somebody who must not be"
    if planned & (person.avoid | person.therapist.locks):
        yield "what somebody said no to"
    if set(person.repertoire) - planned - {left.exercise for left in plan.left_out}:
        yield "something kept is gone without a word"


def is_on_foot(item: Item) -> bool:
    return CATALOGUE[item.exercise].position in ON_FOOT


@pytest.mark.parametrize("told", [{"past_6_months": 1}, {"injured": True}, {"past_6_months": 0}])
def test_falls_told_in_part_still_lead_to_a_plan(told: Table) -> None:
    table = {"falls": told, "today": {"date": "2026-11-23"}}
    person = read_person(table, CATALOGUE.exercises, SIGNS, "half told")
    assert "band-unknown" in {advice.rule for advice in plan_week(person, CATALOGUE).advice}


def test_whatever_a_life_brings_no_plan_breaks_a_rule_or_a_promise(tried: Counter[str]) -> None:
    size = settings(tries(LIVES, LIVES_NIGHTLY), stateful_step_count=STEPS_A_LIFE)
    run_state_machine_as_test(Life, settings=size)
    tried["steps of lives"], tried["plans in them, no rule broken"] = Life.steps, Life.plans
    assert Life.steps > LEAST_STEPS
