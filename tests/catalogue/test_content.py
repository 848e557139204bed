"""What holds for the exercises, ladders and goals that ship with Handrail."""

from itertools import pairwise

import pytest

from handrail.catalogue.loader import DOSED_BANDS, load_catalogue
from handrail.catalogue.model import Exercise, Ladder
from handrail.catalogue.words import LYING, ON_FOOT, SITTING, Eyes, Position, Surface
from handrail.person.words import HANDS, Band, Goal, HelperNear, Place
from handrail.safety.demand import demand

CATALOGUE = load_catalogue()
LADDERS = tuple(CATALOGUE.ladders.values())
SEATED_OR_LYING = LYING | SITTING


def slugs(exercises: list[Exercise]) -> list[str]:
    return [exercise.slug for exercise in exercises]


def rungs(ladder: Ladder) -> list[Exercise]:
    return [CATALOGUE[slug] for slug in ladder.rungs]


def test_every_movement_is_known_by_at_least_four_lay_names() -> None:
    few = [slug for slug, done_as in CATALOGUE.movements.items() if len(set(done_as[0].synonyms)) < 4]
    assert few == []


def test_a_name_means_one_movement() -> None:
    owners: dict[str, set[str]] = {}
    for slug, done_as in CATALOGUE.movements.items():
        for name in (done_as[0].term, *done_as[0].synonyms):
            owners.setdefault(name.casefold().replace("-", " "), set()).add(slug)
    assert {name: slugs for name, slugs in owners.items() if len(slugs) > 1} == {}


def test_the_ways_of_a_movement_share_its_names() -> None:
    own_names = [
        exercise
        for done_as in CATALOGUE.movements.values()
        for exercise in done_as
        if exercise.synonyms != done_as[0].synonyms or exercise.term != done_as[0].term
    ]
    assert slugs(own_names) == []


def test_no_two_exercises_have_one_name() -> None:
    names = [exercise.name for exercise in CATALOGUE]
    assert sorted(names) == sorted(set(names))


def test_every_exercise_names_a_source() -> None:
    assert slugs([e for e in CATALOGUE if not e.sources]) == []


@pytest.mark.parametrize(("part", "fewest", "most"), [("setup", 1, 3), ("steps", 2, 5), ("stop_signs", 2, 5)])
def test_instructions_are_few_enough_to_keep_in_mind(part: str, fewest: int, most: int) -> None:
    assert slugs([e for e in CATALOGUE if not fewest <= len(getattr(e, part)) <= most]) == []


@pytest.mark.parametrize("reason", ["Chest pain", "Effort of 8 or more"])
def test_chest_pain_and_great_effort_stop_every_exercise(reason: str) -> None:
    assert slugs([e for e in CATALOGUE if not any(reason in sign for sign in e.stop_signs)]) == []


def test_whoever_stands_or_walks_is_told_what_can_go_wrong() -> None:
    assert slugs([e for e in CATALOGUE if e.position in ON_FOOT and not e.hazards]) == []


def test_hands_hold_only_where_something_fixed_stands() -> None:
    fixed = {
        *(Place.KITCHEN_BENCH, Place.RAIL, Place.WALL, Place.CORNER, Place.CHAIR, Place.TREADMILL),
        Place.STAIRS,  # with a rail, as the intake asks for
    }
    loose = [
        e for e in CATALOGUE if e.position in ON_FOOT and e.support in HANDS and not set(e.places) <= fixed
    ]
    assert slugs(loose) == []


def test_eyes_close_on_foot_only_in_a_corner_or_at_a_hold_with_somebody_there() -> None:
    closed = [e for e in CATALOGUE if e.eyes is Eyes.CLOSED and e.position in ON_FOOT]
    assert closed
    alone = [e for e in closed if e.helper is HelperNear.NONE or Place.CORNER not in e.places]
    assert slugs(alone) == []


def test_foam_with_closed_eyes_and_the_ball_need_somebody_at_arms_reach() -> None:
    risky = [
        e
        for e in CATALOGUE
        if e.surface is Surface.BALL or (e.surface is Surface.FOAM and e.eyes is Eyes.CLOSED)
    ]
    assert risky
    assert slugs([e for e in risky if e.helper < HelperNear.ARMS_REACH]) == []


@pytest.mark.parametrize("ladder", LADDERS, ids=lambda ladder: ladder.slug)
def test_sitting_and_standing_rungs_never_ask_for_less_balance_than_the_one_below(ladder: Ladder) -> None:
    asked = [demand(e, vision_trouble=False) for e in rungs(ladder) if e.position not in LYING]
    assert asked == sorted(asked)


@pytest.mark.parametrize("ladder", LADDERS, ids=lambda ladder: ladder.slug)
def test_a_band_that_walks_less_starts_no_higher(ladder: Ladder) -> None:
    starts = [ladder.rungs.index(ladder.start_for(band)) for band in Band]
    assert all(later <= earlier for earlier, later in pairwise(starts))


@pytest.mark.parametrize("ladder", LADDERS, ids=lambda ladder: ladder.slug)
def test_every_ladder_begins_with_open_eyes_and_no_helper(ladder: Ladder) -> None:
    first = CATALOGUE[ladder.rungs[0]]
    assert first.eyes is Eyes.OPEN
    assert first.helper is HelperNear.NONE
    assert not first.opened_by_therapist


def test_a_wheelchair_starts_no_ladder_on_its_feet_above_the_first_rung() -> None:
    on_foot = [
        ladder.slug
        for ladder in LADDERS
        if ladder.start_for(Band.E) != ladder.rungs[0]
        and CATALOGUE[ladder.start_for(Band.E)].position not in SEATED_OR_LYING
    ]
    assert on_foot == []


@pytest.mark.parametrize("goal", Goal)
def test_every_goal_has_something_seated_or_lying_to_begin_with(goal: Goal) -> None:
    firsts = [CATALOGUE[CATALOGUE.ladders[slug].rungs[0]] for slug in CATALOGUE.goals[goal]]
    assert any(first.position in SEATED_OR_LYING for first in firsts)


@pytest.mark.parametrize("goal", Goal)
def test_no_goal_calls_for_a_ladder_twice(goal: Goal) -> None:
    called = CATALOGUE.goals[goal]
    assert len(set(called)) == len(called)


@pytest.mark.parametrize("place", [Place.KITCHEN_BENCH, Place.BED, Place.CORNER, Place.CHAIR])
def test_a_moment_can_be_filled_without_any_equipment(place: Place) -> None:
    there = [e for e in CATALOGUE if place in e.places and not e.equipment]
    assert len({e.ladder for e in there}) >= 5


@pytest.mark.parametrize("band", DOSED_BANDS)
def test_every_dose_says_how_often_and_how_much(band: Band) -> None:
    vague = [
        e
        for e in CATALOGUE
        if not (d := e.dose_for(band)).sets or not d.per_week or not (d.reps or d.duration_s)
    ]
    assert slugs(vague) == []


@pytest.mark.parametrize("band", DOSED_BANDS)
def test_a_dose_counts_repetitions_or_minutes_never_both(band: Band) -> None:
    assert slugs([e for e in CATALOGUE if (d := e.dose_for(band)).reps and d.duration_s]) == []


def test_walking_needs_room_to_walk() -> None:
    assert slugs([e for e in CATALOGUE if e.position is Position.WALKING and Place.BED in e.places]) == []
