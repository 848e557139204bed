"""Mentions -> cards: every field from the nearest words that tell it, with their characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from handrail.catalogue.model import Catalogue
from handrail.reader.doses import FREQUENCIES, count_before, doses_of
from handrail.reader.lexicon import Lexicon, Movement
from handrail.reader.link import Way, linked
from handrail.reader.mention import LIST_JOINTS, Mention
from handrail.reader.model import Card, Span
from handrail.reader.negation import negation_of
from handrail.reader.page import Page, Range, cues
from handrail.reader.said import Said, pick
from handrail.reader.scope import Area, areas_of
from handrail.reader.slots import LISTS, Slots, position_of, side_of, slots_of, without_vague

_INHERITED = ("position", "spotter", "eyes_closed", "targets")
_DOSES = ("sets", "reps", "hold_s", "duration_s", "frequency_per_day", "frequency_per_week")


@dataclass(slots=True)
class _Draft:
    """A card on its way: values by field, and the characters of each."""

    values: dict[str, Any] = field(default_factory=dict)
    trace: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    def put(self, name: str, value: Any, *spans: Span) -> None:
        if name not in self.values:
            self.values[name] = value
            self.trace[name] = tuple(dict.fromkeys(spans))


def cards_of(
    page: Page, mentions: Sequence[Mention], lexicon: Lexicon, catalogue: Catalogue
) -> tuple[Card, ...]:
    """The cards of a page's mentions."""
    if not mentions:
        return ()
    maker = _Maker(page, mentions, areas_of(page, mentions), doses_of(page), slots_of(page))
    drafts: list[_Draft] = []
    for number in range(len(mentions)):
        drafts.append(maker.draft(number, drafts))
    return tuple(_card(maker, number, draft, lexicon, catalogue) for number, draft in enumerate(drafts))


@dataclass(frozen=True, slots=True)
class _Maker:
    page: Page
    mentions: Sequence[Mention]
    areas: Sequence[Area]
    doses: Sequence[Said]
    slots: Slots

    def draft(self, number: int, before: Sequence[_Draft]) -> _Draft:
        """Read one mention's fields; `before` are the drafts of the mentions before it."""
        mention, area, draft = self.mentions[number], self.areas[number], _Draft()
        others = [(m.first, m.last) for n, m in enumerate(self.mentions) if n != number]
        cue = negation_of(self.page, mention, area.own, others)
        if cue is not None:
            draft.put("negated", True, cue)
        own = self._own_doses(mention, area)
        # One with numbers of its own takes little from its list: how often, and who must be there.
        alone = bool(own.keys() - FREQUENCIES)
        self._put_doses(draft, mention, area, own)
        self._put_words(draft, replace(area, shared=[]) if alone else area)
        self._put_stricter(draft, "spotter", area.shared)
        if mention.like is not None:
            _inherit(draft, before[mention.like], _INHERITED)
        if number and self._goes_on(number):
            _inherit(draft, before[number - 1], FREQUENCIES)
        draft_warnings = tuple(self._warnings(area))
        if draft_warnings:
            draft.put("warnings", tuple(self.page.text[a:b] for a, b in draft_warnings), *draft_warnings)
        return draft

    def _own_doses(self, mention: Mention, area: Area) -> dict[str, Said]:
        own = pick(self.doses, area.own)
        counted = count_before(self.page, mention.first, self.doses) if "reps" not in own else None
        return own | {"reps": counted} if counted else own

    def _put_doses(self, draft: _Draft, mention: Mention, area: Area, own: dict[str, Said]) -> None:
        for dose in own.values():
            draft.put(_dose_field(dose, mention.movement, own), dose.value, dose.span)
        if "negated" in draft.values:
            return
        for ranges in (area.shared, area.above, area.wide):
            found = pick(self.doses, ranges)
            for dose in found.values():
                name = _dose_field(dose, mention.movement, found)
                near = ranges is area.wide or (ranges is area.shared and not own.keys() - FREQUENCIES)
                if name in FREQUENCIES or near:
                    draft.put(name, dose.value, dose.span)

    def _put_words(self, draft: _Draft, area: Area) -> None:
        levels = [area.own, area.shared, area.above, area.wide]
        for ranges in levels:
            self._put_single(draft, ranges, with_side=ranges is not area.above)
        for name in LISTS:
            found = next((said for r in levels if (said := self.slots.within(name, r))), [])
            if name == "support":
                found = without_vague(found)
            if found:
                values = tuple(dict.fromkeys(said.value for said in found))
                draft.put(name, values, *(said.span for said in found))

    def _put_single(self, draft: _Draft, ranges: Sequence[Range], *, with_side: bool) -> None:
        position = position_of(self.slots.within("position", ranges))
        side = side_of(self.slots.within("side", ranges)) if with_side else None
        for said in (position, side):
            if said is not None:
                draft.put(said.field, said.value, said.span)
        for name in ("spotter", "eyes_closed"):
            self._put_stricter(draft, name, ranges)

    def _put_stricter(self, draft: _Draft, name: str, ranges: Sequence[Range]) -> None:
        """Words that ask for more win: a helper who is wanted once is wanted."""
        found = self.slots.within(name, ranges)
        asked = next((s for s in found if s.value), next(iter(found), None))
        if asked is not None:
            draft.put(name, asked.value, asked.span)

    def way(self, number: int) -> Way:
        """How it is held on to and stood, where the text says so."""
        area = self.areas[number]
        levels = (area.own, area.shared, area.above, area.wide)
        hands, stance = (
            next((str(said[0].value) for r in levels if (said := self.slots.within(name, r))), None)
            for name in ("hands", "stance")
        )
        return Way(hands, stance)

    def _goes_on(self, number: int) -> bool:
        """Whether this is what comes next, as in "Then I stretch my triceps"."""
        before, mention = self.mentions[number - 1], self.mentions[number]
        lines = {self.page.sentence_of(m.first).line for m in (before, mention)}
        if len(lines) > 1:
            return False
        between = self.page.tokens[before.last : mention.first]
        start = max(before.last, self.page.sentence_of(mention.first).first)
        listed = all(token.stem in LIST_JOINTS for token in between)
        return listed or self.page.says(cues("scope", "then"), (start, mention.first))

    def _warnings(self, area: Area) -> Iterator[Span]:
        for first, last in area.own:
            if first < last and self.page.says(cues("warning", "says"), (first, last)):
                yield self.page.span(first, last)


def _dose_field(dose: Said, movement: Movement, found: dict[str, Said]) -> str:
    if dose.field != "time":
        return dose.field
    return "hold_s" if movement.still or "hold_s" in found else "duration_s"


def _inherit(draft: _Draft, source: _Draft, names: Iterable[str]) -> None:
    for name in names:
        if name in source.values:
            draft.put(name, source.values[name], *source.trace[name])


def _card(maker: _Maker, number: int, draft: _Draft, lexicon: Lexicon, catalogue: Catalogue) -> Card:
    mention = maker.mentions[number]
    movement = _narrowed(mention.movement, draft, lexicon)
    start, end = maker.page.span(mention.first, mention.last)
    card = Card(
        start=start,
        end=end,
        span_text=maker.page.text[start:end],
        name=movement.term,
        trace=draft.trace,
        **draft.values,
    )
    return linked(card, movement, mention.kind, maker.way(number), catalogue)


def _narrowed(movement: Movement, draft: _Draft, lexicon: Lexicon) -> Movement:
    """The narrower movement that a position or a thing makes of it."""
    told = [draft.values.get("position"), *draft.values.get("equipment", ())]
    term = next((movement.when[value] for value in told if value in movement.when), movement.term)
    return lexicon.movements.get(term) or replace(movement, term=term)
