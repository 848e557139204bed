"""Why not this exercise, then and there? Answered by forcing it in.

Never, because of a rule or a person's word; a clash with what other days hold; or possible, at
the cost of what would have to give way.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from handrail.catalogue.model import Exercise
from handrail.planner import constants as c
from handrail.planner.candidates import Candidate, Finder
from handrail.planner.constants import Family
from handrail.planner.dose import room_for
from handrail.planner.ledger import Ledger, fullest_week
from handrail.planner.model import PLANNED_THERE, Kind, Must, WhyNot
from handrail.planner.question import Question
from handrail.planner.slots import Slot
from handrail.planner.solve import solve
from handrail.planner.value import WeekDraft


def why_not(must: Must, week: WeekDraft, finder: Finder, question: Question) -> WhyNot:
    """Why an exercise does not stand in a slot of a drafted week.

    Parameters
    ----------
    must
        The exercise, the day and the slot.
    week
        The week as it is drafted.
    finder, question
        Whose week it is.
    """
    exercise, slot = finder.catalogue[must.exercise], question.slots[must.day][must.slot]
    if any(one.exercise.slug == must.exercise for one in week[must.day][must.slot]):
        return PLANNED_THERE
    candidate = finder.candidate(exercise, slot)
    if candidate is None:
        return _never(exercise, slot, finder)
    others = Ledger(finder.person, finder.catalogue)
    for at, day in enumerate(week):
        for placed in (one for bout in day for one in bout if at != must.day):
            others.add(placed.exercise, question.days[at].date, placed.minutes)
    clash = _clash(candidate, slot, others, finder)
    return _clashes(clash) if clash else _forced(must, week, candidate, question)


def _never(exercise: Exercise, slot: Slot, finder: Finder) -> WhyNot:
    refusal = finder.refusal(exercise)
    broken = finder.verdict(exercise, slot).broken
    if not refusal and broken:
        return WhyNot(kind=Kind.NEVER, rule=broken[0].id, text=broken[0].text)
    rule = refusal or "waiting_its_turn"
    return WhyNot(kind=Kind.NEVER, rule=rule, text=c.LEFT_OUT_SAYS[rule])


def _clashes(clash: str) -> WhyNot:
    return WhyNot(kind=Kind.CLASH, rule=clash, text=c.CLASH_SAYS[clash])


def _clash(candidate: Candidate, slot: Slot, others: Ledger, finder: Finder) -> str:
    """What of the other days stands against it; empty when nothing does."""
    exercise, band = candidate.exercise, c.band_week(finder.person.mobility)
    family, room = candidate.family, room_for(exercise, finder.person)
    its_days, family_days = others.days_of(exercise), others.days_of_family(family)
    beside = {slot.date - timedelta(days=1), slot.date + timedelta(days=1)}
    if candidate.minutes > slot.minutes:
        return "no_time"
    if family is Family.STRENGTH and beside & set(family_days):
        return "strength_rest"
    if family is Family.STRENGTH and fullest_week(family_days, slot.date) >= band.strength_days:
        return "strength_days"
    if family is Family.AEROBIC and fullest_week(family_days, slot.date) >= band.aerobic_days:
        return "aerobic_days"
    if room.per_week is not None and fullest_week(its_days, slot.date) >= room.per_week.high:
        return "exercise_days"
    return ""


def _forced(must: Must, week: WeekDraft, candidate: Candidate, question: Question) -> WhyNot:
    """The day at its best, without it and with it."""
    slot = question.slots[must.day][must.slot]
    doses = question.at_every_dose([candidate], slot)
    effort = c.SOLVE["why_not"]
    that_day = question.slots_on([must.day])
    best = solve(week, that_day, question, effort)
    forced = solve(week, that_day, question.with_also(doses, must.day, must.slot), effort, must)
    if best is None or forced is None:
        return _clashes("other")
    before, after = (_slugs(solved.week[must.day]) for solved in (best, forced))
    gives_way = tuple(slug for slug in before if slug not in after)
    text = "It can stand there. It takes the place of something else." if gives_way else "It can stand there."
    return WhyNot(kind=Kind.POSSIBLE, text=text, gives_way=gives_way, cost=max(best.value - forced.value, 0))


def _slugs(day: Sequence[Sequence[Candidate]]) -> list[str]:
    return [candidate.exercise.slug for bout in day for candidate in bout]
