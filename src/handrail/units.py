"""Quantities and sides: the names every part uses for them."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import NamedTuple, Self

SECONDS_PER_MINUTE = 60


class Side(StrEnum):
    """A side of the body. Never flipped by layout or by a picture."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Scale(Enum):
    """Words in rising order: members compare by where they stand in the class."""

    rank: int

    def __new__(cls, word: str) -> Self:
        """Give each member its place, from 0."""
        member = object.__new__(cls)
        member._value_ = word
        member.rank = len(cls.__members__)
        return member

    def __ge__(self, other: Self) -> bool:
        return self.rank >= other.rank

    def __gt__(self, other: Self) -> bool:
        return self.rank > other.rank

    def __le__(self, other: Self) -> bool:
        return self.rank <= other.rank

    def __lt__(self, other: Self) -> bool:
        return self.rank < other.rank

    def __str__(self) -> str:
        return str(self.value)


class Interval(NamedTuple):
    """A closed range ``[low, high]``; its unit is in the name of the field that holds it."""

    low: float
    high: float

    def clamp(self, value: float) -> float:
        """The nearest value inside the range."""
        return min(max(value, self.low), self.high)
