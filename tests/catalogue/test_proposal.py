"""A proposed exercise stands on its ladder, and its file reads back as what was proposed."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import Any

import pytest

from handrail.catalogue.loader import load_catalogue
from handrail.catalogue.proposal import Proposal, with_proposal
from handrail.catalogue.words import Lever
from handrail.errors import ContentError
from handrail.lint.run import findings_about
from handrail.person.words import Band, Support
from handrail.units import Interval

CATALOGUE = load_catalogue()
BELOW = CATALOGUE["mini-squat-two-hands"]
WORDS: dict[str, Any] = {
    "name": "Squat with a pause",
    "term": "pause squat",
    "synonyms": ["pause squat", "squat and wait", "half sit and wait", "wait in the squat"],
    "purpose": "strength",
    "position": "standing",
    "stance": "hip_wide",
    "support": "two_hands",
    "helper": "none",
    "surface": "firm",
    "eyes": "open",
    "sides": "both",
    "tasks": [],
    "places": ["kitchen_bench"],
    "equipment": [],
    "hazards": ["fall_back", "knee"],
    "muscles": ["quadriceps"],
    "muscles_plain": "the front of the thigh",
    "aim": "Steadies your legs when you sit down.",
    "setup": ["Stand at the bench."],
    "steps": ["Hold the bench with both hands.", "Bend your knees a little.", "Wait, then come up."],
    "cues": ["Weight over your whole foot."],
    "faults": ["Your knees fall inward."],
    "breathing": "Breathe as usual.",
    "avoid_if": ["Your knee hurts."],
    "stop_signs": ["Chest pain, or feeling faint."],
    "opened_by_therapist": False,
    "rep_s": 6,
    "sources": [{"kind": "proposal", "ref": "our own proposal"}],
}
PROPOSAL = Proposal(
    movement="squat-with-a-pause", words=WORDS, dose={"hold_s": [3, 5]}, easier=BELOW.slug, lever=Lever.LENGTH
)


def test_it_stands_one_step_above_the_exercise_it_is_harder_than() -> None:
    wider = with_proposal(CATALOGUE, PROPOSAL)
    proposed = wider[PROPOSAL.slug]
    assert (proposed.support, proposed.lever) == (Support.TWO_HANDS, Lever.LENGTH)
    assert (proposed.easier, proposed.harder) == (BELOW.slug, BELOW.harder)
    assert wider[BELOW.slug].harder == proposed.slug
    assert wider[str(BELOW.harder)].easier == proposed.slug
    rungs = wider.ladder_of(proposed).rungs
    assert rungs[rungs.index(BELOW.slug) + 1] == proposed.slug
    assert len(wider) == len(CATALOGUE) + 1


def test_its_dose_starts_from_what_is_usual_for_its_purpose() -> None:
    dose = with_proposal(CATALOGUE, PROPOSAL)[PROPOSAL.slug].dose_for(Band.B)
    assert dose.hold_s == Interval(3, 5)
    assert dose.sets == BELOW.dose_for(Band.B).sets


def test_its_file_says_the_same_and_where_it_goes() -> None:
    text = PROPOSAL.file(CATALOGUE.ladder_of(BELOW))
    told = tomllib.loads(text)
    assert told.pop("rung") == [{"slug": "two-hands", "lever": "length"}]
    assert told.pop("dose") == {"hold_s": [3, 5]}
    assert told == WORDS
    assert text.startswith(f"# On the ladder '{BELOW.ladder}', after '{BELOW.slug}'")


def test_a_good_one_has_nothing_to_mend_and_a_bad_one_is_told_what() -> None:
    assert found(PROPOSAL) == []
    bad = replace(PROPOSAL, words={**WORDS, "steps": ["Squat."], "eyes": "closed", "synonyms": ["squat"]})
    assert {"helper-for-risk", "steps-short", "synonyms-enough"} <= set(found(bad))


def found(proposal: Proposal) -> list[str]:
    wider = with_proposal(CATALOGUE, proposal)
    text = proposal.file(CATALOGUE.ladder_of(BELOW))
    return [finding.rule for finding in findings_about(wider, wider[proposal.slug], text)]


@pytest.mark.parametrize(
    ("differs", "said"),
    [
        ({"movement": BELOW.movement}, "There is an exercise of that name"),
        ({"words": {**WORDS, "surface": "ice"}}, "Invalid enum value 'ice'"),
        ({"words": {**WORDS, "colour": "red"}}, "unknown key 'colour'"),
    ],
)
def test_what_cannot_be_is_refused(differs: dict[str, Any], said: str) -> None:
    with pytest.raises(ContentError, match=said):
        with_proposal(CATALOGUE, replace(PROPOSAL, **differs))
