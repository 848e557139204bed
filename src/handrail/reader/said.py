"""What words of a page say about a field, and how it is found again by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from handrail.reader.model import Span
from handrail.reader.page import Range


@dataclass(frozen=True, slots=True)
class Said:
    """A field's value and the tokens that say it. The field ``time`` is a hold or a duration."""

    field: str
    value: Any
    first: int
    last: int
    span: Span


def within(said: Sequence[Said], ranges: Iterable[Range]) -> list[Said]:
    """What stands wholly within one of the ranges; `said` is sorted by place."""
    found: dict[Said, None] = {}
    for first, last in ranges:
        at = bisect_left(said, first, key=lambda one: one.first)
        while at < len(said) and said[at].first < last:
            if said[at].last <= last:
                found[said[at]] = None
            at += 1
    return sorted(found, key=lambda one: one.first)


def pick(said: Sequence[Said], ranges: Iterable[Range]) -> dict[str, Said]:
    """The first value of every field within the ranges; "ten a side" beats "twenty in all"."""
    picked: dict[str, Said] = {}
    inside = within(said, ranges)
    a_side = {one.first for one in inside if one.field == "side"}
    for one in sorted(inside, key=lambda one: (one.first not in a_side, one.first)):
        picked.setdefault(one.field, one)
    return picked
