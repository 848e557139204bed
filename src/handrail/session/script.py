"""A dose -> the steps that do it, in time. The planner's minutes are counted the same way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handrail.planner.constants import CHANGE_SIDE_S
from handrail.planner.model import Item
from handrail.session.model import Step, StepKind
from handrail.session.wording import PACE
from handrail.units import Side

_BEFORE = (StepKind.GET_UP, StepKind.CHANGE_PLACE, StepKind.WATER, StepKind.SET_UP, StepKind.READY)


def script_of(
    item: Item, sides: tuple[Side | None, ...], *, rep_s: float, rest_s: float, water: bool = False
) -> tuple[Step, ...]:
    """The steps of one exercise, without their cues; what comes before the work stands first.

    Parameters
    ----------
    item
        The dose: sets a side, and repetitions, held or not, or a duration.
    sides
        The sides in the order they are done within each set; ``(None,)`` for an exercise
        without sides.
    rep_s
        The seconds of one repetition without its hold.
    rest_s
        The seconds between sets.
    water
        Whether it is time to drink before it.
    """
    before = (kind for kind in _BEFORE if water or kind is not StepKind.WATER)
    steps = [Step(kind=kind, seconds=PACE[f"{kind}_s"], side=sides[0], set=1) for kind in before]
    for number in range(1, item.sets + 1):
        if number > 1:
            pause_s = max(rest_s, PACE["ready_s"])
            steps.append(Step(kind=StepKind.REST, seconds=pause_s, side=sides[0], set=number))
        steps += _set(item, sides, number, rep_s)
    return tuple(steps)


def _set(item: Item, sides: tuple[Side | None, ...], number: int, rep_s: float) -> Iterator[Step]:
    for turn, side in enumerate(sides):
        if turn:
            yield Step(kind=StepKind.CHANGE_SIDE, seconds=CHANGE_SIDE_S, side=side, set=number)
        yield from _work(item, Step(kind=StepKind.WORK, seconds=0, side=side, set=number), rep_s)


def _work(item: Item, blank: Step, rep_s: float) -> Iterator[Step]:
    hold_s = item.hold_s or 0
    if item.reps is None:
        yield replace(blank, seconds=item.duration_s or rep_s + hold_s)
    elif hold_s >= PACE["long_hold_s"]:
        yield from _holds(item.reps, hold_s, blank, rep_s)
    else:
        each_s = rep_s + hold_s
        yield replace(blank, seconds=item.reps * each_s, reps=item.reps, rep_s=each_s)


def _holds(reps: int, hold_s: float, blank: Step, rep_s: float) -> Iterator[Step]:
    for hold in range(1, reps + 1):
        if hold > 1:
            yield replace(blank, kind=StepKind.EASE_OFF, seconds=rep_s, hold=hold)
        yield replace(blank, seconds=hold_s, hold=hold)
