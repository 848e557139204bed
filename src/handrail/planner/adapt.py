"""Make it mine: somebody's whole routine, line by line, beside what fits this person today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handrail.catalogue.model import Catalogue, Exercise
from handrail.person.model import Person
from handrail.person.words import Place
from handrail.planner import constants as c
from handrail.planner.candidates import Finder
from handrail.planner.card_words import as_asked, at_most
from handrail.planner.dose import least, room_for
from handrail.planner.items import item_of
from handrail.planner.model import Item, Reason, ReasonKind
from handrail.planner.routine import Change, Line, Routine
from handrail.planner.slots import week_of
from handrail.reader.model import Card
from handrail.safety.gate import Chance, body_on, judge
from handrail.safety.model import Rule, Setting, Verdict

_REASON = Reason(kind=ReasonKind.KEPT, text="From a routine you made yours.")


def make_mine(cards: Sequence[Card], person: Person, catalogue: Catalogue) -> Routine:
    """Turn somebody's routine into what fits this person.

    Parameters
    ----------
    cards
        The author's exercises in the author's order.
    person
        With today's check-in.
    catalogue
        The exercises and their ladders.

    Returns
    -------
    Routine
        A line a card: kept, changed to the nearest safe rung, or left out, with the rule
        that asks for it. An author's dose may lower the person's own, never raise it.
    """
    fitter = _Fitter(Finder(person, catalogue), _chances(person, catalogue))
    return Routine(lines=tuple(fitter.line(card) for card in cards))


def _chances(person: Person, catalogue: Catalogue) -> tuple[Chance, ...]:
    """Where and when it could be done: the week's moments, then the places at home today."""
    slots = ((slot.body, slot.setting) for day in week_of(person, catalogue) for slot in day.slots)
    today = body_on(person, person.today)
    places = [*sorted(person.home.places), Place.OPEN_FLOOR]
    at_home = (
        (today, Setting(place=place, helper=person.today.helper, equipment=person.home.equipment))
        for place in places
    )
    return tuple({(body.day.date, setting): (body, setting) for body, setting in (*slots, *at_home)}.values())


@dataclass(frozen=True)
class _Fitter:
    finder: Finder
    chances: tuple[Chance, ...]

    def line(self, card: Card) -> Line:
        """What becomes of one line."""
        if card.negated:
            return _left_out(card, "not_done")
        if card.exercise is None or card.exercise not in self.finder.catalogue:
            return _left_out(card, "unknown")
        exercise = self.finder.catalogue[card.exercise]
        refusal = self.finder.refusal(exercise)
        if refusal:
            return self._easier(card, exercise, refusal)
        return self._kept(card, exercise) or self._safe_instead(card, exercise)

    def _kept(self, card: Card, exercise: Exercise) -> Line | None:
        """The author's own way, if it is safe here and this person has got that far."""
        verdict, chance = self._best(as_asked(exercise, card))
        if not verdict.allowed or not self.finder.is_within_reach(exercise):
            return None
        item = self._item(card, verdict.exercise, chance)
        if not verdict.held_for:
            return Line(card=card, change=Change.KEPT, item=item, rule="", text="", lifts="")
        return _changed(card, item, verdict.held_for[0])

    def _safe_instead(self, card: Card, exercise: Exercise) -> Line:
        verdict, _ = self._best(as_asked(exercise, card))
        if verdict.allowed:
            return self._easier(card, exercise, "waiting_its_turn")
        rule = verdict.broken[0]
        return self._easier(card, exercise, rule.id, rule.sentence, rule.lifts)

    def _easier(self, card: Card, exercise: Exercise, rule: str, text: str = "", lifts: str = "") -> Line:
        """The nearest easier rung that is safe, wanted and within reach; left out when there is none."""
        text = text or c.LEFT_OUT_SAYS[rule]
        for easier in filter(self.finder.is_within_reach, self.finder.catalogue.easier_than(exercise)):
            verdict, chance = self._best(easier)
            if verdict.allowed:
                item = self._item(card, verdict.exercise, chance)
                return Line(card=card, change=Change.CHANGED, item=item, rule=rule, text=text, lifts=lifts)
        return Line(card=card, change=Change.LEFT_OUT, item=None, rule=rule, text=text, lifts=lifts)

    def _best(self, exercise: Exercise) -> tuple[Verdict, Chance]:
        """The chance where it comes closest to being done just so."""
        judged = [(judge(exercise, body, setting), (body, setting)) for body, setting in self.chances]
        return min(judged, key=lambda pair: (len(pair[0].broken), len(pair[0].held_for)))

    def _item(self, card: Card, exercise: Exercise, chance: Chance) -> Item:
        amount = at_most(least(room_for(exercise, self.finder.person)), card)
        return item_of(exercise, amount, *chance, [_REASON])


def _left_out(card: Card, rule: str) -> Line:
    text = c.LEFT_OUT_SAYS[rule]
    return Line(card=card, change=Change.LEFT_OUT, item=None, rule=rule, text=text, lifts="")


def _changed(card: Card, item: Item, rule: Rule) -> Line:
    return Line(
        card=card, change=Change.CHANGED, item=item, rule=rule.id, text=rule.sentence, lifts=rule.lifts
    )
