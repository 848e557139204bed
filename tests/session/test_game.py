"""For whom the game is offered, as which exercise, and what travels with it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given

from handrail.catalogue.loader import load_catalogue
from handrail.person.model import DoseLimit, Home, Person, Therapist
from handrail.person.words import Band, HelperNear, Place, Support
from handrail.safety.gate import body_on, judge
from handrail.safety.model import Setting
from handrail.session.game import Game, NoGame, offer_game
from handrail.session.timeline import facts_of
from tests.safety.strategies import persons
from tests.session.bouts import cook

VECTOR = Path(__file__).parents[1] / "vectors" / "game.json"
STANDING, SEATED = "weight-shift-side-to-side", "seated-lean-hand-on-chair"


def offered(person: Person) -> Game:
    game = offer_game(person, load_catalogue())
    assert isinstance(game, Game)
    return game


def refused(person: Person) -> NoGame:
    game = offer_game(person, load_catalogue())
    assert isinstance(game, NoGame)
    return game


def at_home(*places: Place) -> Home:
    return Home(places=frozenset(places))


def test_standing_comes_first_with_both_hands_on_the_bench() -> None:
    game = offered(cook())
    assert (game.exercise, game.place, game.support) == (STANDING, Place.KITCHEN_BENCH, Support.TWO_HANDS)
    assert (game.why, game.holding) == ("", "Both hands hold the kitchen bench.")


def test_a_rail_does_as_well_as_a_bench_and_a_wall_does_not() -> None:
    assert offered(cook(home=at_home(Place.RAIL))).place is Place.RAIL
    assert refused(cook(home=at_home(Place.WALL))).why[0].startswith("The game needs a kitchen bench")


@pytest.mark.parametrize(
    ("differs", "because"),
    [
        ({"today": {"energy": 4, "hot": True}}, "It is hot today"),
        ({"screen": {"faint_or_dizzy": True, "cleared_by_clinician": True}}, "You get faint or dizzy"),
        ({"mobility": Band.E}, "With a wheelchair"),
        ({"avoid": frozenset({STANDING})}, "You asked not to have this one."),
        ({"home": at_home(Place.CHAIR)}, "The game needs a kitchen bench or a rail"),
    ],
)
def test_where_standing_is_not_on_it_is_seated_and_says_why(differs: dict[str, Any], because: str) -> None:
    game = offered(cook(**differs))
    assert (game.exercise, game.seated, game.place) == (SEATED, True, Place.CHAIR)
    assert because in game.why


@pytest.mark.parametrize(
    ("differs", "because", "instead"),
    [
        ({"today": {"feeling_ill": True}}, "You feel ill: today is for rest.", None),
        ({"today": {"energy": 1}}, "Very little energy today", "belly-breathing-seated"),
        ({"screen": {"chest_pain": True}}, "Chest pain or breathlessness", None),
        ({"avoid": frozenset({STANDING, SEATED})}, "You asked not to have this one.", "reach-seated"),
    ],
)
def test_where_neither_is_on_it_says_why_and_what_fits(
    differs: dict[str, Any], because: str, instead: str | None
) -> None:
    no = refused(cook(**differs))
    assert because in no.why[0]
    assert (no.instead and no.instead.slug) == instead


def test_a_therapists_limit_makes_it_shorter() -> None:
    limit = {STANDING: DoseLimit(sets=1, reps=4)}
    game = offered(cook(therapist=Therapist(doses=limit)))
    assert (game.pace.targets, game.enough) == (4, 4)


def test_a_therapist_may_lock_it() -> None:
    locked = Therapist(locks=frozenset({STANDING, SEATED}))
    assert refused(cook(therapist=locked)).why == ("Your therapist locked this one.",)


def test_it_never_asks_for_more_than_sixty_percent_of_a_range() -> None:
    assert offered(cook()).pace.share <= 0.6


@given(persons())
def test_what_is_offered_is_allowed_with_nobody_there_and_its_table_agrees(somebody: Person) -> None:
    person = replace(somebody, home=at_home(Place.KITCHEN_BENCH, Place.CHAIR))
    game = offer_game(person, load_catalogue())
    if isinstance(game, NoGame):
        assert game.why
        return
    exercise = load_catalogue()[game.exercise]
    alone = Setting(place=game.place, helper=HelperNear.NONE, equipment=person.home.equipment)
    verdict = judge(exercise, body_on(person, person.today), alone)
    assert verdict.allowed
    assert verdict.exercise.support is game.support
    assert game.conditions.holds(replace(facts_of(person), helper=HelperNear.NONE))


def test_the_game_of_the_front_ends_tests_is_the_one_that_is_offered() -> None:
    now = msgspec.to_builtins(offered(cook()))
    assert json.loads(VECTOR.read_text(encoding="utf-8")) == json.loads(json.dumps(now)), (
        "Write msgspec.to_builtins(offer_game(cook(), load_catalogue())) to tests/vectors/game.json."
    )
