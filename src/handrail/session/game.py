"""The game of calm shifts: for whom it is offered, and all that a device needs to play it.

It is an exercise of the catalogue done to a spoken target. So the gate decides who may play it,
and the same table as in a session travels with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handrail.catalogue.loader import content_root, read_table
from handrail.catalogue.model import Catalogue, Exercise
from handrail.person.model import Person
from handrail.person.words import HelperNear, Place, Support
from handrail.planner.candidates import Finder
from handrail.planner.constants import LEFT_OUT_SAYS
from handrail.planner.dose import room_for
from handrail.safety.conditions import Conditions, conditions_for
from handrail.safety.gate import body_on, judge
from handrail.safety.model import Setting
from handrail.safety.rules.readiness import is_down
from handrail.session import wording
from handrail.session.emergency import emergency_numbers
from handrail.session.model import EmergencyNumbers

_TABLE: dict[str, Any] = read_table(content_root() / "game.toml")
_OFFER: dict[str, str] = _TABLE["offer"]
_HELD = (Place.KITCHEN_BENCH, Place.RAIL)


@dataclass(frozen=True, slots=True, kw_only=True)
class GamePace:
    """How the game is paced; seconds, and shares of the person's own range."""

    targets: int
    play_s: float
    ready_s: float
    quiet_s: float
    quiet_within_s: float
    lean_s: float
    lean_back_s: float
    share: float
    middle_share: float
    held_s: float
    target_s: float
    middle_s: float
    middle_at_most_s: float
    voice_lean_s: float
    voice_hold_at_s: float
    wobble_s: float
    wobbles: int
    tries: int
    other_side: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GameMotion:
    """How a phone's pose is read: hertz, seconds, degrees, and degrees a second."""

    low_pass_hz: float
    speed_over_s: float
    quiet_dps: float
    wobble_dps: float
    least_lean_deg: float
    opposite_deg: float
    moved_deg: float
    silent_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GameWords:
    """What the game says, one sentence or two each."""

    take_hold: str
    take_hold_by_voice: str
    quiet: str
    first_left: str
    then_right: str
    back: str
    alike: str
    other_side: str
    begin: str
    left: str
    right: str
    hold: str
    held: str
    far: str
    wobble: str
    wobbled_twice: str
    shifts_none: str
    shifts_one: str
    shifts_many: str
    unmeasured: str
    paused: str
    stale: str
    not_now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Game:
    """The game as it may be played today.

    Attributes
    ----------
    why
        Why it is this exercise and no harder one; empty for the standing one.
    shifts_per_rep
        How many shifts make one repetition of the exercise.
    enough
        How many shifts are the whole exercise, by the dose of the person's band.
    """

    exercise: str
    name: str
    why: str
    seated: bool
    place: Place
    support: Support
    holding: str
    shifts_per_rep: int
    enough: int
    check_list: tuple[str, ...]
    setup: tuple[str, ...]
    steps: tuple[str, ...]
    stop_signs: tuple[str, ...]
    sit_down: tuple[str, ...]
    emergency: str
    call: EmergencyNumbers
    conditions: Conditions
    pace: GamePace
    motion: GameMotion
    say: GameWords


@dataclass(frozen=True, slots=True, kw_only=True)
class NoGame:
    """Why it is not offered today, and the exercise that may be done instead; None means rest."""

    why: tuple[str, ...]
    instead: Exercise | None
    rest: str = _OFFER["rest"]


def offer_game(person: Person, catalogue: Catalogue) -> Game | NoGame:
    """The game for the standing exercise where it is allowed with nobody there, else the seated one, else why not."""
    finder = Finder(person, catalogue)
    refused: list[str] = []
    for kind, places in (("standing", _HELD), ("seated", (Place.CHAIR,))):
        exercise = catalogue[_TABLE["exercise"][kind]]
        here = next((place for place in places if place in person.home.places), None)
        why = _OFFER["no_place"] if here is None else _refusal(exercise, here, finder)
        if here is not None and not why:
            return _game(exercise, here, person, because=refused[0] if refused else "")
        refused.append(why)
    return NoGame(why=tuple(dict.fromkeys(refused)), instead=_instead(finder))


def _refusal(exercise: Exercise, place: Place, finder: Finder) -> str:
    """Why it may not be done now as the catalogue has it, with nobody there; empty when it may."""
    said = finder.refusal(exercise)
    if said:
        return LEFT_OUT_SAYS[said]
    verdict = judge(exercise, body_on(finder.person, finder.person.today), _alone_at(place, finder.person))
    broken = verdict.broken or verdict.held_for
    if broken:
        return broken[0].text
    return "" if finder.is_within_reach(exercise) else LEFT_OUT_SAYS["waiting_its_turn"]


def _alone_at(place: Place, person: Person) -> Setting:
    return Setting(place=place, helper=HelperNear.NONE, equipment=person.home.equipment)


def _instead(finder: Finder) -> Exercise | None:
    gentle = (finder.catalogue[slug] for slug in _TABLE["exercise"]["instead"])
    return next((exercise for exercise in gentle if _fits_at_home(exercise, finder)), None)


def _fits_at_home(exercise: Exercise, finder: Finder) -> bool:
    places = (place for place in exercise.places if place in finder.person.home.places)
    return any(not _refusal(exercise, place, finder) for place in places)


def _game(exercise: Exercise, place: Place, person: Person, *, because: str) -> Game:
    seated, pace = is_down(exercise), _without_source("pace")
    per_rep: int = _TABLE["exercise"][f"{'seated' if seated else 'standing'}_shifts_per_rep"]
    enough, most = _shifts(exercise, person, per_rep)
    targets = min(pace["targets"], most)
    return Game(
        exercise=exercise.slug,
        name=exercise.name,
        why=_OFFER["seated_because"].format(why=because) if because else "",
        seated=seated,
        place=place,
        support=exercise.support,
        holding=wording.holding(exercise, place),
        shifts_per_rep=per_rep,
        enough=min(targets, enough),
        check_list=wording.check_list([exercise], HelperNear.NONE),
        setup=exercise.setup,
        steps=exercise.steps,
        stop_signs=exercise.stop_signs,
        sit_down=wording.SIT_DOWN,
        emergency=wording.EMERGENCY,
        call=emergency_numbers(person.home.country),
        conditions=conditions_for(exercise, person, _alone_at(place, person)),
        pace=GamePace(**{**pace, "targets": targets}),
        motion=GameMotion(**_without_source("motion")),
        say=GameWords(**dict(_said(place, seated=seated))),
    )


def _shifts(exercise: Exercise, person: Person, per_rep: int) -> tuple[int, int]:
    """How many shifts are the whole exercise, and how many its dose and a therapist's limit on it leave at most."""
    room = room_for(exercise, person)
    if room.sets is None or room.reps is None:
        message = f"{exercise.slug} is not counted in repetitions"
        raise ValueError(message)
    return int(room.reps.low * per_rep), int(room.sets.high * room.reps.high * per_rep)


def _without_source(table: str) -> dict[str, Any]:
    return {key: value for key, value in _TABLE[table].items() if key != "source"}


def _said(place: Place, *, seated: bool) -> Iterator[tuple[str, str]]:
    common, posture = _without_source("say"), "seated" if seated else "standing"
    for key, sentence in {**common, **common[posture]}.items():
        if isinstance(sentence, str):
            yield key, sentence.replace("{place}", wording.PLACE_NAMES[place])
