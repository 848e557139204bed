"""A bout -> the timeline a device plays, with a chain of ways for every item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from handrail.catalogue.model import Catalogue, Exercise
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
from handrail.session.fallback import fallbacks_for
from handrail.session.model import Timeline, Way
from handrail.session.script import script_of
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
    maker = _WayMaker(person, _setting_of(bout, person))
    items = tuple(tuple(maker.chain(item, catalogue)) for item in bout.items)
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


def _setting_of(bout: Bout, person: Person) -> Setting:
    for moment in person.moments:
        if moment.name == bout.moment:
            return replace(setting_of(moment, person, bout.helper), place=bout.place)
    return Setting(place=bout.place, helper=bout.helper, equipment=person.home.equipment)


@dataclass(frozen=True)
class _WayMaker:
    """Makes ways for one person in one bout's setting."""

    person: Person
    here: Setting

    def chain(self, item: Item, catalogue: Catalogue) -> Iterator[Way]:
        """The planned way, then what may stand in for it."""
        planned = replace(
            catalogue[item.exercise],
            support=item.support,
            helper=item.helper,
            eyes=item.eyes,
            surface=item.surface,
        )
        yield self._way(planned, self.here, item, item.reasons[0].text)
        for fallback in fallbacks_for(item, self.here, self.person, catalogue):
            yield self._way(fallback.exercise, fallback.setting, fallback.item, fallback.why)

    def _way(self, exercise: Exercise, setting: Setting, item: Item, why: str) -> Way:
        conditions = conditions_for(exercise, self.person, setting)
        helper = max(exercise.helper, self._least_helper(conditions))
        return Way(
            exercise=exercise.slug,
            name=exercise.name,
            dose=dose_in_words(item),
            why=why,
            seated=is_down(exercise),
            place=setting.place,
            support=exercise.support,
            helper=helper,
            side=item.side,
            sets=item.sets,
            reps=item.reps,
            hold_s=item.hold_s,
            duration_s=item.duration_s,
            holding=wording.holding(exercise, setting.place),
            standing_by=wording.standing_by(helper),
            setup=exercise.setup,
            steps=exercise.steps,
            cues=exercise.cues,
            breathing=exercise.breathing,
            stop_signs=exercise.stop_signs,
            figure=f"/library/{exercise.slug}/still.svg" if has_figure(exercise) else None,
            motion=f"/library/{exercise.slug}/moving.svg" if has_figure(exercise) else None,
            conditions=conditions,
            script=script_of(item, self._sides(item), rep_s=exercise.rep_s, rest_s=self._rest_s(exercise)),
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
