"""The sentences that a case may say about a week, each with the question it asks of the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import LYING, ON_FOOT, SITTING, Eyes, Purpose, Surface
from handrail.person.words import HelperNear, Support
from handrail.planner import constants as c
from handrail.planner.constants import Family
from handrail.planner.model import Bout, Day, Item
from tests.cases.case import CATALOGUE, Line

WEEK, TODAY, LATER = slice(0, 7), slice(0, 1), slice(1, 7)
_WHEN = {str(WEEK): "this week", str(TODAY): "today", str(LATER): "from tomorrow on"}
_FAMILY_WORDS = {Family.BALANCE: "Balance", Family.STRENGTH: "Strength", Family.STRETCH: "A stretch"}

Asks = Callable[[Item, Exercise], bool]


# ---- what an item may be


def on_foot_with_closed_eyes(item: Item, exercise: Exercise) -> bool:
    return item.eyes is Eyes.CLOSED and exercise.position in ON_FOOT


def on_foam(item: Item, _exercise: Exercise) -> bool:
    return item.surface is Surface.FOAM


def on_the_floor(item: Item, _exercise: Exercise) -> bool:
    return item.surface is Surface.FLOOR_MAT


def on_a_ball(item: Item, _exercise: Exercise) -> bool:
    return item.surface is Surface.BALL


def on_foot(_item: Item, exercise: Exercise) -> bool:
    return exercise.position in ON_FOOT


def on_foot_with_a_hand_free(item: Item, exercise: Exercise) -> bool:
    return exercise.position in ON_FOOT and item.support is not Support.TWO_HANDS


def that_needs_somebody(item: Item, _exercise: Exercise) -> bool:
    return item.helper > HelperNear.NONE


def that_is_aerobic(_item: Item, exercise: Exercise) -> bool:
    return exercise.purpose is Purpose.AEROBIC


def above_a_first_rung(_item: Item, exercise: Exercise) -> bool:
    return exercise.rung > 1


def that_needs_equipment(_item: Item, exercise: Exercise) -> bool:
    return bool(exercise.equipment)


def beyond_stretches_and_breathing(_item: Item, exercise: Exercise) -> bool:
    return exercise.purpose not in {Purpose.STRETCH, Purpose.BREATHING}


def beyond_sitting_and_lying(_item: Item, exercise: Exercise) -> bool:
    return exercise.position not in SITTING | LYING


# ---- lines


def nothing(what: Asks, when: slice = WEEK) -> Line:
    words = what.__name__.replace("_", " ")
    return Line(f"Nothing {words} {_when(when)}.", lambda plan, _: not _found(plan.days[when], what))


def something(what: Asks, when: slice = WEEK) -> Line:
    words = what.__name__.replace("_", " ")
    return Line(f"Something {words} {_when(when)}.", lambda plan, _: bool(_found(plan.days[when], what)))


def only_on(what: Asks, days: tuple[str, ...], moment: str) -> Line:
    """Such items on all these days, and nowhere else."""
    words = what.__name__.replace("_", " ")
    expected = {(day, moment) for day in days}
    return Line(
        f"Something {words} on {', '.join(days)}, {moment}, and at no other time.",
        lambda plan, _: (
            {_at(day, bout) for day, bout, item in _all(plan.days) if _is(what, item)} == expected
        ),
    )


def no_day_empty(when: slice = WEEK) -> Line:
    return Line(
        f"Every day holds something {_when(when)}.",
        lambda plan, _: all(_items([day]) for day in plan.days[when]),
    )


def empty(when: slice = WEEK) -> Line:
    return Line(f"Nothing at all {_when(when)}.", lambda plan, _: not _items(plan.days[when]))


def at_least(days: int, family: Family) -> Line:
    return Line(
        f"{_FAMILY_WORDS[family]} on at least {days} days.",
        lambda plan, _: sum(_holds(day, family) for day in plan.days) >= days,
    )


def at_most_part(part: float, when: slice) -> Line:
    """Of the minutes of its moments."""
    return Line(
        f"No moment is filled beyond {part:.0%} of its minutes {_when(when)}.",
        lambda plan, _: all(
            _minutes(b) <= part * b.minutes + 0.01 for day in plan.days[when] for b in day.bouts
        ),
    )


def no_bout_longer_than(minutes: int) -> Line:
    return Line(
        f"No moment holds more than {minutes} minutes.",
        lambda plan, _: all(_minutes(bout) <= minutes for day in plan.days for bout in day.bouts),
    )


def filled(part: float) -> Line:
    return Line(
        f"At least {part:.0%} of all minutes are filled.",
        lambda plan, _: (
            sum(_minutes(b) for day in plan.days for b in day.bouts)
            >= part * sum(b.minutes for day in plan.days for b in day.bouts)
        ),
    )


def planned(*slugs: str) -> Line:
    names = " and ".join(f"`{slug}`" for slug in slugs)
    return Line(f"Planned: {names}.", lambda plan, _: set(slugs) <= {i.exercise for i in _items(plan.days)})


def never_more(slug: str, *, sets: int, reps: int, days: int) -> Line:
    return Line(
        f"`{slug}` on {days} days, never more than {sets} x {reps}.",
        lambda plan, _: (
            {(i.sets <= sets, (i.reps or 0) <= reps) for i in _items(plan.days) if i.exercise == slug}
            == {(True, True)}
            and sum(slug in {i.exercise for i in _items([day])} for day in plan.days) == days
        ),
    )


def left_out(slug: str, rule: str, instead: str | None = None) -> Line:
    stands_in = f", instead `{instead}`" if instead else ""
    return Line(
        f"Left out: `{slug}` because of `{rule}`{stands_in}.",
        lambda plan, _: (slug, rule, instead) in {(x.exercise, x.rule, x.instead) for x in plan.left_out},
    )


def everything_left_out_is(rule: str) -> Line:
    return Line(
        f"Everything left out says `{rule}`.", lambda plan, _: {left.rule for left in plan.left_out} == {rule}
    )


def every_reason_says(words: str) -> Line:
    return Line(
        f'Every item says: "{words}"',
        lambda plan, _: all(words in " ".join(r.text for r in item.reasons) for item in _items(plan.days)),
    )


def first_advice(action: str, rule: str) -> Line:
    return Line(
        f"The first advice: {action}, because of `{rule}`.",
        lambda plan, _: [(str(a.action), a.rule) for a in plan.advice[:1]] == [(action, rule)],
    )


def no_advice() -> Line:
    return Line("No advice: nothing stands in the way.", lambda plan, _: not plan.advice)


# ---- reading a plan


def _when(when: slice) -> str:
    return _WHEN[str(when)]


def _all(days: Iterable[Day]) -> list[tuple[Day, Bout, Item]]:
    return [(day, bout, item) for day in days for bout in day.bouts for item in bout.items]


def _items(days: Iterable[Day]) -> list[Item]:
    return [item for _, _, item in _all(days)]


def _is(what: Asks, item: Item) -> bool:
    return what(item, CATALOGUE[item.exercise])


def _found(days: Iterable[Day], what: Asks) -> list[Item]:
    return [item for item in _items(days) if _is(what, item)]


def _at(day: Day, bout: Bout) -> tuple[str, str]:
    return f"{day.date:%a}".lower(), bout.moment


def _holds(day: Day, family: Family) -> bool:
    return any(c.FAMILY_OF[CATALOGUE[item.exercise].purpose] is family for item in _items([day]))


def _minutes(bout: Bout) -> float:
    return sum(item.minutes for item in bout.items) + c.CHANGEOVER_S / 60 * max(len(bout.items) - 1, 0)
