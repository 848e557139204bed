"""A bout -> the timeline a device plays, with a chain of ways for every item."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from handrail.catalogue.model import Catalogue, Exercise
from handrail.catalogue.words import LYING, SITTING
from handrail.figure.files import has_figure
from handrail.person.model import Person
from handrail.person.words import Band, HelperNear
from handrail.planner.model import Bout, Item
from handrail.planner.wording import dose_in_words
from handrail.safety.conditions import Conditions, Facts, conditions_for
from handrail.safety.demand import in_sedating_window
from handrail.safety.gate import setting_of
from handrail.safety.model import Setting
from handrail.safety.rules.readiness import is_down
from handrail.session import wording
from handrail.session.cues import Guide
from handrail.session.emergency import emergency_numbers
from handrail.session.fallback import Fallback, as_planned, fallbacks_for, for_old_answers
from handrail.session.model import Posture, Timeline, Way
from handrail.session.script import script_of
from handrail.session.wording import PACE
from handrail.units import Side


def build_timeline(bout: Bout, person: Person, catalogue: Catalogue) -> Timeline:
    """Make a planned bout playable; the same input gives the same timeline.

    Parameters
    ----------
    bout
        What is planned into one moment.
    person
        Who does it, with today's check-in: fallbacks are ways that are allowed today.
    catalogue
        Where the exercises stand.
    """
    maker = _WayMaker(person, setting_of_bout(bout, person), catalogue)
    items = tuple(maker.chains(bout))
    planned = [chain[0] for chain in items]
    return Timeline(
        moment=bout.moment,
        place=bout.place,
        check_list=wording.check_list(
            [catalogue[way.exercise] for way in planned],
            max((way.helper for way in planned), default=HelperNear.NONE),
        ),
        sit_down=wording.SIT_DOWN,
        emergency=wording.EMERGENCY,
        call=emergency_numbers(person.home.country),
        finish=wording.FINISH,
        items=items,
    )


def facts_of(person: Person) -> Facts:
    """What today's check-in says, as the facts a device weighs; just answered."""
    today = person.today
    return Facts(
        helper=today.helper,
        energy=today.energy,
        pain=today.pain,
        hot=today.hot,
        recent_dose=in_sedating_window(person, today),
        fall=today.falls_since_last > 0,
        feeling_ill=today.feeling_ill,
        new_symptom=today.new_symptom or bool(today.signs),
        age_minutes=0,
    )


def setting_of_bout(bout: Bout, person: Person) -> Setting:
    """Where a bout is done, with what is at hand and whoever is there."""
    for moment in person.moments:
        if moment.name == bout.moment:
            return replace(setting_of(moment, person, bout.helper), place=bout.place)
    return Setting(place=bout.place, helper=bout.helper, equipment=person.home.equipment)


@dataclass(frozen=True)
class _WayMaker:
    """Makes ways for one person in one bout's setting."""

    person: Person
    here: Setting
    catalogue: Catalogue

    def chains(self, bout: Bout) -> Iterator[tuple[Way, ...]]:
        """Every item's ways; a way for old answers stands in for one item only."""
        taken = {item.exercise for item in bout.items}
        minutes = 0.0
        for item in bout.items:
            water = minutes >= PACE["water_every_minutes"]
            minutes = item.minutes if water else minutes + item.minutes
            chain = tuple(self._chain(item, taken, water=water))
            taken |= {way.exercise for way in chain}
            yield chain

    def _chain(self, item: Item, taken: Container[str], *, water: bool) -> Iterator[Way]:
        """The planned way, then what may stand in for it."""
        why = item.reasons[0].text
        planned = Fallback(as_planned(item, self.catalogue), self.here, item, why)
        for_old = False
        for one in (planned, *fallbacks_for(item, self.here, self.person, self.catalogue)):
            way = self._way(one, water=water, said=() if one is planned else (one.why,))
            for_old = for_old or way.conditions.on_old_answers
            yield way
        if not for_old:
            gentle = for_old_answers(item, self.here, self.person, self.catalogue, but=taken)
            if gentle is not None:
                yield self._way(gentle, water=water, said=(gentle.why,))

    def _way(self, done: Fallback, *, water: bool, said: tuple[str, ...]) -> Way:
        exercise, place, item = done.exercise, done.setting.place, done.item
        conditions = conditions_for(exercise, self.person, done.setting)
        helper = max(exercise.helper, self._least_helper(conditions))
        dose = dose_in_words(item)
        needs = (wording.holding(exercise, place), wording.standing_by(helper))
        guide = Guide(
            exercise=exercise,
            dose=dose.capitalize(),
            sets=item.sets,
            reps=item.reps,
            at=wording.AT[place],
            first_lines=(*said, *(line for line in needs if line), *exercise.setup),
        )
        script = script_of(
            item, self._sides(item), rep_s=exercise.rep_s, rest_s=self._rest_s(exercise), water=water
        )
        return Way(
            exercise=exercise.slug,
            ladder=exercise.ladder,
            name=exercise.name,
            dose=dose,
            why=done.why,
            seated=is_down(exercise),
            posture=_posture(exercise),
            place=place,
            support=exercise.support,
            helper=helper,
            side=item.side,
            sets=item.sets,
            reps=item.reps,
            hold_s=item.hold_s,
            duration_s=item.duration_s,
            holding=needs[0],
            standing_by=needs[1],
            setup=exercise.setup,
            steps=exercise.steps,
            cues=exercise.cues,
            breathing=exercise.breathing,
            stop_signs=exercise.stop_signs,
            figure=f"/library/{exercise.slug}/still.svg" if has_figure(exercise) else None,
            motion=f"/library/{exercise.slug}/moving.svg" if has_figure(exercise) else None,
            conditions=conditions,
            script=guide.voiced(script),
        )

    def _least_helper(self, conditions: Conditions) -> HelperNear:
        """The least helper with whom it may be played as the person is today."""
        today = facts_of(self.person)
        enough = (near for near in HelperNear if conditions.holds(replace(today, helper=near)))
        return next(enough, HelperNear.NONE)

    def _rest_s(self, exercise: Exercise) -> float:
        rest = exercise.dose_for(self.person.mobility or Band.E).rest_s
        return 0 if rest is None else rest.low

    def _sides(self, item: Item) -> tuple[Side | None, ...]:
        if item.side == "each":
            first = self.person.weaker_side or Side.LEFT
            return first, first.other
        return (Side(item.side) if item.side in set(Side) else None,)


def _posture(exercise: Exercise) -> Posture:
    if exercise.position in LYING:
        return Posture.LYING
    return Posture.SITTING if exercise.position in SITTING else Posture.UP
