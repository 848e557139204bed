"""What the reader makes of a text: posts, and cards with the characters they came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Span = tuple[int, int]
Amount = float | tuple[float, float]


class Link(StrEnum):
    """How sure the reader is which exercise of the catalogue is meant."""

    SURE = "sure"
    CHOOSE = "choose"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One exercise mentioned in a text; a suggestion until a person confirms it.

    Offsets count characters of the document's text. `trace` gives, for every field that
    is not empty, the spans it was read from. An :data:`Amount` is a number or a
    ``(low, high)`` range; None means the text does not say.
    """

    start: int
    end: int
    span_text: str
    name: str
    position: str | None = None
    side: str | None = None
    sets: Amount | None = None
    reps: Amount | None = None
    hold_s: Amount | None = None
    duration_s: Amount | None = None
    frequency_per_day: Amount | None = None
    frequency_per_week: Amount | None = None
    equipment: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    spotter: bool | None = None
    eyes_closed: bool | None = None
    targets: tuple[str, ...] = ()
    negated: bool = False
    warnings: tuple[str, ...] = ()
    exercise: str | None = None
    link: Link = Link.NEW
    choices: tuple[str, ...] = ()
    trace: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text and the cards read from it."""

    doc_id: str
    text: str
    mentions: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post of a saved thread. `text` is an exact substring of the file, from `start`."""

    doc_id: str
    author: str
    text: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A saved thread: its title, its posts, and how many responses the page announced."""

    title: str
    posts: tuple[Post, ...]
    announced_responses: int | None
