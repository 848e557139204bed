"""A place in a text that names an exercise."""

from __future__ import annotations

from dataclasses import dataclass

from handrail.reader.lexicon import Entry, Kind, Movement
from handrail.reader.page import Range
from handrail.reader.phrases import Match

LIST_JOINTS = frozenset({",", "and", "&", "+", "/"})
Found = Match[Entry]


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``[first, last)`` that name an exercise.

    `again` are later places that speak of the same one. `like` is the number of the mention
    that an anaphor ("the same, but ...") goes back to.
    """

    movement: Movement
    kind: Kind
    first: int
    last: int
    again: tuple[Range, ...] = ()
    like: int | None = None
