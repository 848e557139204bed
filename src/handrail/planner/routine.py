"""A routine: exercises in an order with a moment, as somebody does them, and what it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handrail.planner.model import Item
from handrail.reader.model import Card


class Change(StrEnum):
    """What became of one line of somebody's routine."""

    KEPT = "kept"
    CHANGED = "changed"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of somebody's routine beside what fits this person today.

    Attributes
    ----------
    card
        What the author does, with the author's words.
    change
        Kept, changed or left out.
    item
        What this person does instead, with its dose; None when left out.
    rule
        Id of the safety rule that asked for the change or the leaving out, or one of the
        planner's: avoid, locked, waiting_its_turn; ``"unknown"`` when the exercise is not
        in the catalogue, ``"not_done"`` when the author does not do it either. Empty when kept.
    text
        Why, as a sentence.
    lifts
        What would open the author's own way; empty when it is open already.
    """

    card: Card
    change: Change
    item: Item | None
    rule: str
    text: str
    lifts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """Somebody's whole routine, line by line in the author's order, made mine."""

    lines: tuple[Line, ...]
