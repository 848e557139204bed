"""Fields of a card that words tell: position, side, things, support, helper, eyes, aims, warnings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handrail.reader.page import Page, Range, cues, slot_book
from handrail.reader.phrases import Match
from handrail.reader.said import Said, within

LISTS = ("equipment", "support", "targets")
_KILLERS = {
    "position": ("not_position",),
    "equipment": ("not_equipment", "later"),
    "support": ("not_support",),
}
# Where the words for a field stand: those that say no, those that say yes.
_ANSWERS = {"spotter": ("spotter", "alone", "needed"), "eyes_closed": ("eyes", "open", "closed")}
_LYING = ("lying_side", "lying_prone", "lying_supine", "lying")


@dataclass(frozen=True, slots=True)
class Slots:
    """Everything that the words of a page tell, by field and place."""

    said: dict[str, tuple[Said, ...]]

    def within(self, field: str, ranges: Sequence[Range]) -> list[Said]:
        """What is said of a field within the ranges."""
        return within(self.said[field], ranges)


def slots_of(page: Page) -> Slots:
    """Read a page's words once."""
    whole = [(sentence.first, sentence.last) for sentence in page.sentences]
    said: dict[str, list[Said]] = {
        field: [one for here in whole for one in _words(page, field, here)]
        for field in ("position", "side", "hands", "stance", *LISTS)
    }
    said |= {
        field: [one for here in whole for one in _either(page, here, field)]
        for field in ("spotter", "eyes_closed")
    }
    return Slots({field: tuple(sorted(words, key=lambda one: one.first)) for field, words in said.items()})


def _words(page: Page, field: str, here: Range) -> Iterator[Said]:
    matches = list(page.find(slot_book(field), [here]))
    if not matches:
        return
    killed = [m for killer in _KILLERS.get(field, ()) for m in page.find(slot_book(killer), [here])]
    for match in matches:
        if any(match.overlaps(killer) for killer in killed):
            continue
        if not any(_says_more(other, match) for other in matches):
            yield _said(page, field, match.label, match)


def _says_more(match: Match[str], other: Match[str]) -> bool:
    """Whether one is a part of the other, as "weight" is of "ankle weight"."""
    solid = match.last - match.first == match.size > 1
    return solid and match.first <= other.last - 1 < match.last and other.label != match.label


def _either(page: Page, here: Range, field: str) -> Iterator[Said]:
    """A field that is true or false; words that say no win where both stand together."""
    part, no, yes = _ANSWERS[field]
    noes = list(page.find(cues(part, no), [here]))
    for match in noes:
        yield _said(page, field, value=False, match=match)
    for match in page.find(cues(part, yes), [here]):
        if not any(match.overlaps(other) for other in noes):
            yield _said(page, field, value=True, match=match)


def _said(page: Page, field: str, value: object, match: Match[str]) -> Said:
    return Said(field, value, match.first, match.last, page.span(match.first, match.last))


def position_of(said: Sequence[Said]) -> Said | None:
    """The position that is meant: the most telling, else the first."""
    if not said:
        return None
    telling = [s for s in said if s.value in {"long_sitting", "quadruped", "kneeling", *_LYING[:3]}]
    kinds = {s.value for s in said}
    if {"sitting", "lying"} <= kinds and len(kinds) == 2:  # noqa: PLR2004 - "lying or sitting" is no position
        return None
    return telling[0] if telling else said[0]


def side_of(said: Sequence[Said]) -> Said | None:
    """Each side where any word says so, else the one that is named."""
    each = next((s for s in said if s.value == "each"), None)
    sides = {s.value for s in said}
    if each or not said or {"left", "right"} <= sides:
        return each
    return said[0]


def without_vague(said: Sequence[Said]) -> list[Said]:
    """Leave out "something solid" where the text goes on to name it."""
    return [
        s
        for s in said
        if s.value != "surface" or not any(o.value != "surface" and o.first > s.first for o in said)
    ]
