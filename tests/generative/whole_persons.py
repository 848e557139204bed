"""Whole persons of a falls tier and a walking band, with a home, moments, wishes, a therapist and a history."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, NamedTuple, TypeVar

from hypothesis import strategies as st

from handrail.catalogue.loader import load_catalogue
from handrail.person.model import (
    UNKNOWN,
    Balance,
    CheckIn,
    DoseLimit,
    Entry,
    Home,
    Moment,
    Person,
    Therapist,
    TherapistLimits,
)
from handrail.person.readiness import with_due_lines_open
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
from handrail.safety.model import Tier
from tests.safety.people import FIT, TODAY
from tests.safety.strategies import falls, screens

CATALOGUE = load_catalogue()
SLUGS = sorted(CATALOGUE.exercises)
T = TypeVar("T")


class Cell(NamedTuple):
    """People of one tier and one band; None has not said how they walk."""

    tier: Tier
    band: Band | None


CELLS = (
    *(Cell(tier, band) for band in (Band.A, Band.B) for tier in Tier),
    *(Cell(tier, Band.C) for tier in (Tier.AMBER, Tier.RED)),  # a stick alone is AMBER
    *(Cell(Tier.RED, band) for band in (Band.D, Band.E, Band.F, None)),  # two sticks alone are RED
)
"""The cells of tiers and bands that exist: each is drawn from as often as any other."""


def mostly(usual: T, others: st.SearchStrategy[T]) -> st.SearchStrategy[T]:
    """The usual answer twice as often as any other."""
    return st.one_of(st.just(usual), st.just(usual), others)


def seldom() -> st.SearchStrategy[bool]:
    """Answers that empty a whole day or week, rare enough that most weeks hold something."""
    return st.sampled_from([False] * 9 + [True])


def slugs(most: int) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(SLUGS), max_size=most)


def things() -> st.SearchStrategy[frozenset[Equipment]]:
    return st.frozensets(st.sampled_from(Equipment))


@st.composite
def moments(draw: st.DrawFn) -> tuple[Moment, ...]:
    count = draw(mostly(2, st.integers(0, 3)))
    return tuple(
        Moment(
            name=f"moment {number}",
            place=draw(st.sampled_from(Place)),
            days=draw(mostly(tuple(Weekday), st.lists(st.sampled_from(Weekday), unique=True).map(tuple))),
            minutes=draw(mostly(10, st.integers(1, 40))),
            helper=draw(st.sampled_from(HelperNear)),
            equipment=draw(mostly(None, things())),
        )
        for number in range(count)
    )


def entries() -> st.SearchStrategy[Entry]:
    """Sessions good and bad, without a fall."""
    return st.builds(
        Entry,
        date=st.dates(TODAY.replace(month=10), TODAY),
        exercise=st.sampled_from(SLUGS),
        done=st.sampled_from(Done),
        effort=st.integers(0, 10),
        pain=st.integers(0, 10),
        form_ok=st.booleans(),
        touches=st.integers(0, 3),
        near_fall=st.just(False) | st.booleans(),
        fall=st.just(False),
        hold_s=st.none() | st.integers(0, 60),
        next_morning=st.none() | st.sampled_from(NextMorning),
        settled_2h=st.sampled_from([True, False, UNKNOWN]),
    )


def dose_limits() -> st.SearchStrategy[DoseLimit]:
    few = st.none() | st.integers(0, 5)
    return st.builds(DoseLimit, sets=few, reps=few, hold_s=few, per_week=few)


def therapists() -> st.SearchStrategy[Therapist]:
    return st.builds(
        Therapist,
        locks=slugs(3),
        opens=slugs(5),
        doses=st.dictionaries(st.sampled_from(SLUGS), dose_limits(), max_size=3),
        limits=st.builds(
            TherapistLimits,
            minutes_per_day=mostly(None, st.integers(0, 60)),
            support_at_least=mostly(Support.NONE, st.sampled_from(Support)),
            helper_at_least=mostly(HelperNear.NONE, st.sampled_from(HelperNear)),
        ),
    )


def check_ins() -> st.SearchStrategy[CheckIn]:
    """Days without a fall: good ones mostly, and all the others."""
    return st.builds(
        CheckIn,
        date=st.just(TODAY),
        feeling_ill=seldom(),
        new_symptom=seldom(),
        falls_since_last=st.just(0),
        pain=mostly(1, st.integers(0, 10)),
        energy=mostly(7, st.integers(0, 10)),
        stiffness=st.integers(0, 10),
        hot=seldom(),
        minutes_since_sedating_dose=st.none() | st.integers(0, 600),
        helper=st.sampled_from(HelperNear),
    )


@st.composite
def days_of_reading(draw: st.DrawFn) -> dict[str, Any]:
    """When the body may have become another, and when the readiness lines were read: mostly nothing is due."""
    restarted = draw(mostly(None, st.dates(TODAY - timedelta(days=60), TODAY + timedelta(days=2))))
    in_time = None if restarted is None else TODAY
    screened = draw(mostly(in_time, st.dates(TODAY - timedelta(days=200), TODAY)))
    return {"restarted": restarted, "screened": screened}


@st.composite
def whole_persons(draw: st.DrawFn, cell: Cell) -> Person:
    """Somebody of this tier and band; all else is drawn."""
    somebody = Person(
        today=draw(check_ins()),
        mobility=cell.band,
        falls=FIT.falls,
        screen=draw(mostly(FIT.screen, screens())),
        balance=Balance(falls_when_eyes_close=draw(st.booleans())),
        goals=tuple(draw(st.lists(st.sampled_from(Goal), max_size=4, unique=True))),
        home=Home(places=draw(st.frozensets(st.sampled_from(Place))), equipment=draw(things())),
        moments=draw(moments()),
        repertoire=tuple(draw(slugs(6))),
        avoid=draw(slugs(3)),
        likes=draw(slugs(3)),
        therapist=draw(therapists()),
        history=tuple(draw(st.lists(entries(), max_size=8))),
        **draw(days_of_reading()),
    )
    told = draw({Tier.GREEN: _green, Tier.AMBER: _amber, Tier.RED: _red}[cell.tier](somebody))
    return with_due_lines_open(told)


def _green(somebody: Person) -> st.SearchStrategy[Person]:
    nearly = st.integers(0, 1)
    return nearly.map(
        lambda near: replace(somebody, falls=replace(somebody.falls, near_falls_past_month=near))
    )


def _amber(somebody: Person) -> st.SearchStrategy[Person]:
    """One reason to be AMBER, or the stick alone."""
    told: list[dict[str, Any]] = [
        {"past_12_months": 1},
        {"past_12_months": 3, "past_6_months": 1},
        {"near_falls_past_month": 2},
        {"fear_limits_activity": True},
        *([{}] if somebody.mobility is Band.C else []),
    ]
    return st.sampled_from(told).map(
        lambda differs: replace(somebody, falls=replace(somebody.falls, **differs))
    )


def _red(somebody: Person) -> st.SearchStrategy[Person]:
    """One reason to be RED, or the band alone."""
    reasons: list[dict[str, Any]] = [
        {"past_12_months": 2, "past_6_months": 2},
        {"past_12_months": 1, "injured": True},
        {"can_rise_alone": False},
    ]
    told = st.sampled_from(reasons).map(
        lambda differs: replace(somebody, falls=replace(somebody.falls, **differs))
    )
    today = st.just(replace(somebody, today=replace(somebody.today, falls_since_last=1)))
    logged = entries().map(
        lambda entry: replace(somebody, history=(*somebody.history, replace(entry, fall=True)))
    )
    if somebody.mobility is None or somebody.mobility >= Band.D:
        return falls().map(lambda any_falls: replace(somebody, falls=any_falls))
    return told | today | logged
