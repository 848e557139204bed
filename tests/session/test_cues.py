"""What is said and heard in a session, read as somebody who does not look."""

from typing import Any

import pytest

from handrail.catalogue.loader import load_catalogue
from handrail.person.words import Place
from handrail.session.model import Sound, StepKind, Way
from handrail.session.timeline import build_timeline
from handrail.session.wording import AT, SAY
from handrail.units import Side
from tests.session.bouts import bout, cook, item

CATALOGUE = load_catalogue()
STANCE = "semi-tandem-stance-two-hands"


def way(slug: str, **dose: Any) -> Way:
    return build_timeline(bout(item(slug, **dose)), cook(weaker_side=Side.RIGHT), CATALOGUE).items[0][0]


def heard(slug: str, kind: StepKind, **dose: Any) -> list[str]:
    """The first step of a kind, as "second: words (sound)"."""
    step = next(step for step in way(slug, **dose).script if step.kind is kind)
    return [f"{cue.at_s:g}: {cue.say}" + (f" ({cue.sound})" if cue.sound else "") for cue in step.cues]


def test_a_set_up_says_what_to_hold_before_how_it_goes() -> None:
    said = [line.partition(": ")[2] for line in heard(STANCE, StepKind.SET_UP, reps=1, hold_s=10)]
    assert said[0].startswith("Next: ")
    assert said[1] == "Right side."
    assert said.index("Both hands hold the kitchen bench.") < said.index("How it goes.")


def test_repetitions_are_counted_aloud() -> None:
    counted = heard("mini-squat-two-hands", StepKind.WORK, reps=3)
    assert [line.partition(": ")[2] for line in counted] == ["1 (start)", "2 (tick)", "3 (tick)"]


def test_a_long_hold_says_half_way_and_ticks_its_last_seconds() -> None:
    assert heard(STANCE, StepKind.WORK, reps=1, hold_s=30) == [
        "0: Hold. (start)", "15: Half way. (half)", "27:  (tick)", "28:  (tick)", "29:  (tick)"
    ]  # fmt: skip


def test_a_change_of_side_is_heard_from_that_side() -> None:
    lines = heard(STANCE, StepKind.CHANGE_SIDE, reps=1, hold_s=10, side="each")
    assert lines[:2] == ["0: Change sides. (left)", "1.5: Left side."]


@pytest.mark.parametrize("slug", [one.slug for one in CATALOGUE if not one.opened_by_therapist][::7])
def test_every_sentence_of_a_step_begins_before_it_ends_and_in_order(slug: str) -> None:
    for step in way(slug).script:
        spoken = [cue.at_s for cue in step.cues if cue.say]
        assert spoken == sorted(spoken)
        assert all(0 <= cue.at_s < step.seconds for cue in step.cues), step


@pytest.mark.parametrize("slug", [one.slug for one in CATALOGUE if not one.opened_by_therapist][::7])
def test_a_side_that_works_is_said_before_the_work_begins(slug: str) -> None:
    said: list[str] = []
    for step in way(slug).script:
        said += [cue.say for cue in step.cues]
        if step.kind is StepKind.WORK and step.side is not None:
            sides = [line for line in said if line in {"Left side.", "Right side."}]
            assert sides[-1] == f"{step.side.value.capitalize()} side."


def test_nobody_who_holds_on_is_told_to_let_go() -> None:
    assert not any("let go" in sentence.lower() for sentence in SAY.values())


def test_sounds_come_from_the_side_that_works() -> None:
    ready = next(
        step for step in way(STANCE, reps=1, hold_s=10, side="each").script if step.kind is StepKind.READY
    )
    assert ready.cues[0].sound is Sound.RIGHT


@pytest.mark.parametrize("place", Place)
def test_every_place_can_be_gone_to(place: Place) -> None:
    assert SAY["change_place"].format(at=AT[place]).startswith("This one is ")
