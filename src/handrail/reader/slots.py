"""Fields of a card that words tell: position, side, things, support, helper, eyes, aims, warnings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handrail.reader.doses import Said
from handrail.reader.page import Page, Range, cues, slot_book
from handrail.reader.phrases import Match

LISTS = ("equipment", "support", "targets")
_KILLERS = {
    "position": ("not_position",),
    "equipment": ("not_equipment", "later"),
    "support": ("not_support",),
}
_LYING = ("lying_side", "lying_prone", "lying_supine", "lying")


@dataclass(frozen=True, slots=True)
class Slots:
    """Everything that the words of a page tell, by field and place."""

    said: dict[str, tuple[Said, ...]]

    def within(self, field: str, ranges: Sequence[Range]) -> list[Said]:
        """What is said of a field within the ranges."""
        return [said for said in self.said[field] if said.is_within(ranges)]


def slots_of(page: Page) -> Slots:
    """Read a page's words once."""
    everywhere = (0, len(page.tokens))
    said = {
        field: tuple(_words(page, field, everywhere))
        for field in ("position", "side", "hands", "stance", *LISTS)
    }
    said["spotter"] = tuple(_either(page, everywhere, ("spotter", "alone"), ("spotter", "needed")))
    said["eyes_closed"] = tuple(_either(page, everywhere, ("eyes", "open"), ("eyes", "closed")))
    return Slots(said)


def _words(page: Page, field: str, where: Range) -> Iterator[Said]:
    killed = [m for killer in _KILLERS.get(field, ()) for m in page.find(slot_book(killer), [where])]
    matches = list(page.find(slot_book(field), [where]))
    for match in matches:
        if any(k.first < match.last and match.first < k.last for k in killed):
            continue
        if not any(_says_more(other, match) for other in matches):
            yield _said(page, field, match.label, match)


def _says_more(match: Match[str], other: Match[str]) -> bool:
    """Whether one is a part of the other, as "weight" is of "ankle weight"."""
    solid = match.last - match.first == match.size > 1
    return solid and match.first <= other.last - 1 < match.last and other.label != match.label


def _either(page: Page, where: Range, no: tuple[str, str], yes: tuple[str, str]) -> Iterator[Said]:
    """A field that is true or false; words that say no win where both stand together."""
    noes = list(page.find(cues(*no), [where]))
    for match in noes:
        yield _said(page, _ANSWERS[no[0]], value=False, match=match)
    for match in page.find(cues(*yes), [where]):
        if not any(match.overlaps(other) for other in noes):
            yield _said(page, _ANSWERS[no[0]], value=True, match=match)


_ANSWERS = {"spotter": "spotter", "eyes": "eyes_closed"}


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
