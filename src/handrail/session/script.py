"""A dose -> the steps that do it, in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from handrail.session.model import Step, StepKind
from handrail.session.wording import PACE
from handrail.units import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How much of an exercise to do: sets a side, and either repetitions, held or not, or a duration.

    `rep_s` is the time of one repetition without its hold; `rest_s` comes between sets.
    """

    sets: int
    reps: int | None
    hold_s: float | None
    duration_s: float | None
    rep_s: float
    rest_s: float


def script_of(work: Work, sides: tuple[Side | None, ...]) -> tuple[Step, ...]:
    """The steps of one exercise, set-up first.

    Parameters
    ----------
    work
        The dose and its tempo.
    sides
        The sides in the order they are done within each set; ``(None,)`` for an exercise
        without sides.
    """
    first = Step(kind=StepKind.SET_UP, seconds=None, side=sides[0], set=1)
    return (
        first,
        replace(first, kind=StepKind.READY, seconds=PACE["get_ready_s"]),
        *(step for number in range(1, work.sets + 1) for step in _set(work, sides, number)),
    )


def _set(work: Work, sides: tuple[Side | None, ...], number: int) -> Iterator[Step]:
    if number > 1:
        rest_s = max(work.rest_s, PACE["get_ready_s"])
        yield Step(kind=StepKind.REST, seconds=rest_s, side=sides[0], set=number)
    for place, side in enumerate(sides):
        if place:
            yield Step(kind=StepKind.CHANGE_SIDE, seconds=PACE["change_side_s"], side=side, set=number)
        yield from _work(work, Step(kind=StepKind.WORK, seconds=None, side=side, set=number))


def _work(work: Work, blank: Step) -> Iterator[Step]:
    if work.reps is None:
        yield replace(blank, seconds=work.duration_s or work.hold_s)
    elif work.hold_s is not None and work.hold_s >= PACE["long_hold_s"]:
        yield from _holds(work, work.hold_s, work.reps, blank)
    else:
        rep_s = work.rep_s + (work.hold_s or 0)
        yield replace(blank, seconds=work.reps * rep_s, reps=work.reps, rep_s=rep_s)


def _holds(work: Work, hold_s: float, reps: int, blank: Step) -> Iterator[Step]:
    for hold in range(1, reps + 1):
        if hold > 1:
            yield replace(blank, kind=StepKind.LET_GO, seconds=work.rep_s, hold=hold)
        yield replace(blank, seconds=hold_s, hold=hold)
