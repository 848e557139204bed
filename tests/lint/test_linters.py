"""Each linter finds what it is for, and nothing in what is right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from handrail.catalogue.exchange import rows_of
from handrail.catalogue.files import write_content
from handrail.catalogue.loader import content_root, load_catalogue, read_catalogue
from handrail.catalogue.model import Catalogue, Dose, Exercise, Ladder
from handrail.catalogue.words import Eyes, Lever, Stance, Surface, Task
from handrail.errors import ContentError
from handrail.figure import frame
from handrail.figure.files import figure_of
from handrail.figure.model import Leg
from handrail.lint import figure_true
from handrail.lint.model import Content, Finding
from handrail.lint.run import findings, lint
from handrail.person.words import Band, Support
from handrail.units import Interval

SHIPPED = load_catalogue()
RIGHT = SHIPPED["mini-squat-two-hands"]
HARDER = SHIPPED["mini-squat-one-hand"]
BANNED = {"banned": {"banned": [{"phrase": "cures", "why": "promise", "say": "Say helps."}]}}


def content(*exercises: Exercise, prose: str = "Stand tall.", **ladder: Any) -> Content:
    """Some exercises on one ladder; the first right one when none is given."""
    rungs = exercises or (RIGHT,)
    one = Ladder(slug=rungs[0].ladder, name="", aim="", rungs=tuple(e.slug for e in rungs), **ladder)
    catalogue = Catalogue({exercise.slug: exercise for exercise in rungs}, {one.slug: one}, {})
    return Content(catalogue, {"page.html": prose}, BANNED)


def rules(found: list[Finding]) -> list[str]:
    return [finding.rule for finding in found]


@pytest.mark.parametrize(
    ("rule", "differs"),
    [
        ("dose-bounds", {"dose": {Band.A: Dose(sets=Interval(1, 2))}}),
        ("dose-bounds", {"dose": {Band.A: Dose(sets=Interval(1, 20), reps=Interval(8, 12))}}),
        ("dose-bounds", {"dose": {Band.A: Dose(sets=Interval(1, 2), reps=Interval(80, 120))}}),
        ("figure-true", {"movement": "moonwalk", "slug": "moonwalk-two-hands"}),
        ("hazard-named", {"hazards": ()}),
        ("helper-for-risk", {"eyes": Eyes.CLOSED}),
        ("helper-for-risk", {"surface": Surface.BALL}),
        ("name-length", {"name": "Stand at the bench with both hands and look out at the garden"}),
        (
            "reading-grade",
            {"cues": ("Simultaneously differentiate proprioceptive compensatory activations.",) * 9},
        ),
        ("source-named", {"sources": ()}),
        ("steps-short", {"steps": ("Stand tall.",)}),
        ("steps-short", {"steps": ("Stand tall.", " ".join(["go"] * 21) + ".")}),
        ("stop-signs-named", {"stop_signs": ()}),
        ("stop-signs-named", {"avoid_if": ()}),
        ("support-for-hazard", {"support": Support.FINGERTIPS, "tasks": frozenset({Task.RAISED_STEP})}),
        ("support-for-hazard", {"support": Support.ONE_HAND, "tasks": frozenset({Task.JUMP})}),
        ("synonyms-enough", {"synonyms": ("squat",)}),
    ],
)
def test_a_linter_finds_what_it_is_for(rule: str, differs: dict[str, Any]) -> None:
    assert rule in rules(lint(content(replace(RIGHT, **differs))))


def test_a_phrase_that_promises_is_found() -> None:
    assert rules(lint(content(prose="It helps.\nIt cures everything."))) == ["banned-phrase"]


def test_a_rung_without_its_lever_is_found_and_so_is_a_second_lever() -> None:
    silent = replace(HARDER, lever=None)
    twice = replace(HARDER, stance=Stance.TANDEM)
    assert rules(lint(content(RIGHT, silent))) == ["lever-named"]
    assert "lever-named" in rules(lint(content(RIGHT, twice)))
    assert lint(content(RIGHT, HARDER)) == []


def test_a_balance_rung_that_asks_for_less_than_the_one_below_is_found_unless_the_ladder_says_why() -> None:
    hard, easy = (SHIPPED[f"steady-stance-{slug}"] for slug in ("together-no-hands", "hip-wide-two-hands"))
    easy = replace(easy, lever=Lever.TASK)
    assert rules(lint(content(hard, easy))) == ["demand-rises"]
    assert lint(content(hard, easy, why_not_rising="The second is a rest.")) == []


def test_a_knee_that_bends_backwards_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The figure of the squat with its knees bent the wrong way."""
    figure = figure_of(RIGHT.slug, RIGHT.movement)
    leg = Leg(knee_bend=-30)
    broken = replace(figure, pose=(replace(figure.pose[0], left_leg=leg, right_leg=leg, hips_height=90),))
    monkeypatch.setattr(frame, "figure_of", lambda *_: broken)
    assert any("knee_bend" in str(finding) for finding in figure_true.lint(content()))


def test_a_ladder_that_names_a_rung_twice_is_refused_by_name(tmp_path: Path) -> None:
    write_content(rows_of(SHIPPED), tmp_path)
    for name in ("doses.toml", "goals.toml"):
        (tmp_path / name).write_text((content_root() / name).read_text(encoding="utf-8"), encoding="utf-8")
    ladders = (tmp_path / "ladders.toml").read_text(encoding="utf-8")
    loop = ladders.replace('"mini-squat-two-hands",', '"mini-squat-two-hands", "mini-squat-two-hands",', 1)
    (tmp_path / "ladders.toml").write_text(loop, encoding="utf-8")
    with pytest.raises(ContentError, match="'mini-squat-two-hands' stands on two ladders"):
        read_catalogue(tmp_path)


def test_two_movements_may_not_share_a_synonym() -> None:
    other = replace(SHIPPED["wide-squat-shallow"], synonyms=RIGHT.synonyms, lever=Lever.RANGE)
    assert "shared-synonym" in rules(lint(content(RIGHT, other)))


def test_right_content_is_left_alone() -> None:
    assert lint(content()) == []


def test_a_finding_names_the_line() -> None:
    (finding,) = lint(content(prose="It helps.\nIt cures everything."))
    assert str(finding) == "page.html:2: 'cures' is banned. Say helps. [banned-phrase]"


def test_what_we_ship_is_clean() -> None:
    assert [str(finding) for finding in findings()] == []
