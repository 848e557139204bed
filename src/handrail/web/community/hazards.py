"""What in a post asks for care: hazards of a card and of a whole text, from ``post_hazards.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from handrail.catalogue.loader import content_root, read_table
from handrail.catalogue.model import Exercise
from handrail.catalogue.words import Eyes
from handrail.reader.model import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard:
    """A reason for care: a word for a chip, a sentence for a notice, and how to spot it."""

    chip: str
    sentence: str
    facts: frozenset[str]
    phrases: tuple[str, ...]

    def is_said_in(self, text: str) -> bool:
        """Whether one of the phrases stands in the text, as whole words."""
        plain = " ".join(text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
        said = "|".join(re.escape(phrase) for phrase in self.phrases)
        return bool(said) and re.search(rf"\b(?:{said})\b", plain) is not None


@cache
def hazards() -> tuple[Hazard, ...]:
    """All hazards that posts are looked through for, in the order they are shown."""
    table = read_table(content_root() / "post_hazards.toml")
    return msgspec.convert(table["hazard"], tuple[Hazard, ...])


def hazards_of(card: Card, exercise: Exercise | None) -> tuple[Hazard, ...]:
    """The hazards of a card: what its text says, and what the exercise it is linked to asks for."""
    facts = _facts(card, exercise)
    return tuple(h for h in hazards() if h.facts & facts or h.is_said_in(card.span_text))


def _facts(card: Card, exercise: Exercise | None) -> set[str]:
    facts = set(card.equipment)
    if card.eyes_closed or (exercise and exercise.eyes is Eyes.CLOSED):
        facts.add("eyes_closed")
    if exercise:
        facts |= {exercise.surface.value, *(task.value for task in exercise.tasks)}
    return facts
