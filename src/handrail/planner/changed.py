"""What is different about today, and why, in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handrail.catalogue.model import Catalogue
from handrail.catalogue.words import ON_FOOT
from handrail.person.model import CheckIn
from handrail.person.words import HelperNear
from handrail.planner import constants as c
from handrail.planner.model import Day, Item
from handrail.safety.constants import SEDATING_WINDOW_MINUTES

ALL = 1.0
HELPER_LEFT = "your helper left"
OTHER_ANSWERS = "you changed your answers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A day as it was planned, and the check-in it was planned for."""

    day: Day
    check_in: CheckIn

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything planned that day."""
        return tuple(item for bout in self.day.bouts for item in bout.items)

    @property
    def exercises(self) -> frozenset[str]:
        """The exercises of that day."""
        return frozenset(item.exercise for item in self.items)

    @property
    def minutes(self) -> int:
        """How long it all takes, in whole minutes: less than that nobody would notice."""
        return round(sum(item.minutes for item in self.items))

    @property
    def helper(self) -> HelperNear:
        """The closest that anybody was counted on to be."""
        return max((bout.helper for bout in self.day.bouts), default=HelperNear.NONE)


def what_changed(before: Seen, after: Seen, catalogue: Catalogue) -> str:
    """One sentence on what a new check-in made of a day; empty when it left the day as it was.

    Parameters
    ----------
    before, after
        The same day, as it was planned last and as it is planned now.
    catalogue
        To tell what is done on foot.
    """
    if before.items == after.items:
        return ""
    worse, gone = list(_worse(before, after)), len(before.exercises - after.exercises)
    if worse == [HELPER_LEFT] and gone:
        return f"Your helper left: {_waiting(gone)}."
    effect, is_less = _effect(before, after, catalogue)
    better = list(_better(before, after))
    causes = {True: worse, False: better, None: better or worse}[is_less]
    return f"{effect}: {' and '.join(causes[:2]) or OTHER_ANSWERS}."


def _effect(before: Seen, after: Seen, catalogue: Catalogue) -> tuple[str, bool | None]:
    """What the day has become, and whether that is less than before; None where it is neither."""
    if not after.items:
        return "Today is for rest", True
    if not before.items:
        return "Today has exercises again", False
    shorter = before.minutes - after.minutes
    seated = _is_on_foot(before, catalogue) and not _is_on_foot(after, catalogue)
    up_again = _is_on_foot(after, catalogue) and not _is_on_foot(before, catalogue)
    words = [
        "shorter" if shorter > 0 else "longer" if shorter < 0 else "",
        "seated" if seated else "on your feet again" if up_again else "",
    ]
    how = " and ".join(filter(None, words))
    if not how:
        return "Today has other exercises", None
    return f"Today is {how}", seated or (shorter > 0 and not up_again)


def _is_on_foot(seen: Seen, catalogue: Catalogue) -> bool:
    return any(catalogue[slug].position in ON_FOOT for slug in seen.exercises)


def _worse(before: Seen, after: Seen) -> Iterator[str]:
    was, now = before.check_in, after.check_in
    if now.signs or (now.new_symptom and not was.new_symptom):
        yield "something is new"
    if now.feeling_ill and not was.feeling_ill:
        yield "you feel ill"
    if now.falls_since_last > was.falls_since_last:
        yield "you told us of a fall"
    if now.energy < was.energy:
        yield "little energy" if c.energy_part(now.energy) < ALL else "less energy"
    if now.hot and not was.hot:
        yield "it is hot"
    if _is_after_dose(now) and not _is_after_dose(was):
        yield "your medicine may be at its strongest"
    if now.pain > was.pain:
        yield "more pain"
    if now.stiffness > was.stiffness:
        yield "more stiffness"
    if after.helper < before.helper:
        yield HELPER_LEFT


def _better(before: Seen, after: Seen) -> Iterator[str]:
    was, now = before.check_in, after.check_in
    if after.helper > before.helper:
        yield "somebody is with you"
    if now.energy > was.energy:
        yield "more energy"
    if was.hot and not now.hot:
        yield "it is cooler"
    if _is_after_dose(was) and not _is_after_dose(now):
        yield "your medicine wears off"
    if now.pain < was.pain:
        yield "less pain"
    if now.stiffness < was.stiffness:
        yield "less stiffness"
    if was.feeling_ill and not now.feeling_ill:
        yield "you feel well again"


def _is_after_dose(check_in: CheckIn) -> bool:
    minutes = check_in.minutes_since_sedating_dose
    return minutes is not None and minutes < SEDATING_WINDOW_MINUTES


def _waiting(count: int) -> str:
    return "1 exercise waits for another day" if count == 1 else f"{count} exercises wait for another day"
