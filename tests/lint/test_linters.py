"""Each linter finds what it is for, and nothing in what is right."""

from dataclasses import replace
from typing import Any

import pytest

from handrail.catalogue.model import Catalogue, Dose, Ladder, Source
from handrail.catalogue.words import Eyes, SourceKind, Surface
from handrail.lint.model import Content
from handrail.lint.run import findings, lint
from handrail.person.words import Band
from handrail.units import Interval
from tests.safety.people import exercise

RIGHT: dict[str, Any] = {
    "dose": {Band.A: Dose(sets=Interval(1, 2), reps=Interval(8, 12))},
    "sources": (Source(kind=SourceKind.TEXTBOOK, ref="clinical convention"),),
    "steps": ("Hold the bench.", "Stand tall."),
    "synonyms": ("stand at the bench",),
}
BANNED = {"banned": {"banned": [{"phrase": "cures", "why": "promise", "say": "Say helps."}]}}


def content(*, prose: str = "Stand tall.", **differs: Any) -> Content:
    one = replace(exercise(), **{**RIGHT, **differs})
    ladder = Ladder(slug="steady-stance", name="", aim="", rungs=(one.slug,), start={})
    return Content(Catalogue({one.slug: one}, {ladder.slug: ladder}, {}), {"page.html": prose}, BANNED)


@pytest.mark.parametrize(
    ("rule", "differs"),
    [
        ("banned-phrase", {"prose": "It helps.\nIt cures everything."}),
        ("dose-bounds", {"dose": {Band.A: Dose(sets=Interval(1, 2))}}),
        ("dose-bounds", {"dose": {Band.A: Dose(sets=Interval(1, 20), reps=Interval(8, 12))}}),
        ("hazard-named", {"hazards": ()}),
        ("helper-for-risk", {"eyes": Eyes.CLOSED}),
        ("helper-for-risk", {"surface": Surface.BALL}),
        ("name-length", {"name": "Stand at the bench with both hands and look out at the garden"}),
        ("source-named", {"sources": ()}),
        ("steps-short", {"steps": ("Stand tall.",)}),
        ("steps-short", {"steps": ("Stand tall.", " ".join(["word"] * 21))}),
    ],
)
def test_a_linter_finds_what_it_is_for(rule: str, differs: dict[str, Any]) -> None:
    assert [finding.rule for finding in lint(content(**differs))] == [rule]


def test_two_movements_may_not_share_a_synonym() -> None:
    one = replace(exercise(), **RIGHT)
    other = replace(one, slug="squat-bench", movement="squat", ladder="squat")
    ladders = {
        slug: Ladder(slug=slug, name="", aim="", rungs=(rung,), start={})
        for slug, rung in (("steady-stance", one.slug), ("squat", other.slug))
    }
    both = Content(Catalogue({one.slug: one, other.slug: other}, ladders, {}), {}, BANNED)
    assert [finding.rule for finding in lint(both)] == ["shared-synonym"]


def test_right_content_is_left_alone() -> None:
    assert lint(content()) == []


def test_a_finding_names_the_line() -> None:
    (finding,) = lint(content(prose="It helps.\nIt cures everything."))
    assert str(finding) == "page.html:2: 'cures' is banned. Say helps. [banned-phrase]"


def test_what_we_ship_is_clean() -> None:
    assert [str(finding) for finding in findings()] == []
