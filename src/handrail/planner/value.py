"""What a drafted week is worth: one sum, that filling and solving both make as large as they can.

Whole numbers, in hundredths of a point, so that a solver finds the very same sum. Points and
their source: ``content/planner.toml``. Safety is no part of it: what is not safe is no candidate.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from handrail.catalogue.model import Catalogue, Exercise
from handrail.catalogue.words import LYING, SITTING
from handrail.person.model import Person
from handrail.planner import constants as c
from handrail.planner.candidates import Candidate
from handrail.planner.constants import Family
from handrail.planner.slots import Slot

HUNDREDTHS = 100
TENTHS = 10

BoutDraft = Sequence[Candidate]
DayDraft = Sequence[BoutDraft]
WeekDraft = Sequence[DayDraft]


def hundredths(points: float) -> int:
    """Points as whole hundredths."""
    return round(points * HUNDREDTHS)


def tenths(minutes: float) -> int:
    """Minutes as whole tenths; doses are rounded up to them."""
    return round(minutes * TENTHS)


def per_tenth(points_a_minute: float) -> int:
    """What a tenth of a minute is worth, in hundredths of a point."""
    return round(points_a_minute * HUNDREDTHS / TENTHS)


AGAIN_THAT_DAY = hundredths(c.VALUE["again_that_day"])
FIRST_DAY = hundredths(c.VALUE["first_day"])
THING = hundredths(c.VALUE["thing"])
POSITION = hundredths(c.VALUE["position"])
WARM_UP = hundredths(c.VALUE["warm_up"])
A_DAY = {family: hundredths(c.DAY_VALUE.get(family, 0.0)) for family in Family}
TO_AIM = {family: per_tenth(points) for family, points in c.MINUTE_VALUE.items()}
BEYOND = per_tenth(c.MINUTE_VALUE_BEYOND)


def posture(exercise: Exercise) -> str:
    """The kind of position: lying, sitting, or on one's feet or knees."""
    if exercise.position in LYING:
        return "lying"
    return "sitting" if exercise.position in SITTING else "up"


def asks_for_warm_up(slot: Slot) -> bool:
    """Whether a bout is long enough to begin with easy movement."""
    return slot.minutes >= c.VALUE["warm_up_minutes"]


class Value:
    """What weeks are worth to one person."""

    def __init__(self, person: Person, catalogue: Catalogue) -> None:
        """Weigh the ladders once."""
        self._person = person
        self._ladders = _worth_of_ladders(person, catalogue)
        self._aims = {
            family: tenths(span.low) for family, span in c.band_week(person.mobility).minutes.items()
        }

    def of_exercise(self, exercise: Exercise) -> int:
        """For each day that an exercise stands on."""
        slug, person = exercise.slug, self._person
        points = (
            self._ladders.get(exercise.ladder, 0.0)
            + c.VALUE["kept"] * (slug in person.repertoire)
            + c.VALUE["liked"] * (slug in person.likes)
            + c.VALUE["therapist"] * (slug in person.therapist.opens)
        )
        return hundredths(points)

    def aim(self, family: Family) -> int:
        """The day's aim for a family, in tenths of a minute."""
        return self._aims[family]

    def of_minutes(self, family: Family, tenths_a_day: int) -> int:
        """A family's minutes of one day, in tenths: more up to the day's aim than beyond it."""
        to_aim = min(tenths_a_day, self._aims[family])
        a_day = A_DAY[family] if tenths_a_day else 0
        return a_day + to_aim * TO_AIM[family] + (tenths_a_day - to_aim) * BEYOND

    def of_bout(self, bout: BoutDraft, slot: Slot) -> int:
        """Its few changes, and its warm-up."""
        things = {thing for candidate in bout for thing in candidate.exercise.equipment}
        postures = {posture(candidate.exercise) for candidate in bout}
        warm = asks_for_warm_up(slot) and any(each.family is Family.MOBILITY for each in bout)
        return THING * len(things) + POSITION * max(len(postures) - 1, 0) + WARM_UP * warm

    def of_week(self, week: WeekDraft, slots: Sequence[Sequence[Slot]]) -> int:
        """The whole sum, in hundredths of a point."""
        seen: set[str] = set()
        total = 0
        for day, its_slots in zip(week, slots, strict=True):
            total += sum(self.of_bout(bout, slot) for bout, slot in zip(day, its_slots, strict=True))
            total += self._of_day([candidate for bout in day for candidate in bout], seen)
        return total

    def _of_day(self, candidates: Sequence[Candidate], seen: set[str]) -> int:
        minutes: dict[Family, int] = defaultdict(int)
        times = Counter(candidate.exercise.slug for candidate in candidates)
        worth = {candidate.exercise.slug: self.of_exercise(candidate.exercise) for candidate in candidates}
        for candidate in candidates:
            minutes[candidate.family] += tenths(candidate.minutes)
        new = times.keys() - seen
        seen |= new
        return (
            sum(worth.values())
            + FIRST_DAY * len(new)
            + AGAIN_THAT_DAY * (len(candidates) - len(times))
            + sum(self.of_minutes(family, amount) for family, amount in minutes.items())
        )


def _worth_of_ladders(person: Person, catalogue: Catalogue) -> dict[str, float]:
    """What each ladder is worth to the person's goals, the first goal's first ladder most."""
    worth: dict[str, float] = {}
    for rank, goal in enumerate(person.goals):
        for place, ladder in enumerate(catalogue.goals[goal]):
            points = c.VALUE["goal"] - rank * c.VALUE["next_goal"] - place * c.VALUE["next_ladder"]
            worth[ladder] = max(worth.get(ladder, 0.0), points)
    return worth
