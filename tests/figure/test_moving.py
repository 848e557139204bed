"""Figures that move: every one of them, between its key poses too."""

from __future__ import annotations

import gzip
import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from handrail.catalogue.loader import load_catalogue
from handrail.catalogue.model import Exercise
from handrail.figure.animate import moving
from handrail.figure.files import has_figure
from handrail.figure.frame import frames
from handrail.figure.tween import TRUNK, tween

DRAWN = [exercise for exercise in load_catalogue() if has_figure(exercise)]
every_drawing = pytest.mark.parametrize("exercise", DRAWN, ids=lambda exercise: exercise.slug)
LARGEST_ZIPPED, LARGEST = 3_900, 22_500
STAYS_WITHIN_CM = 2.0


@every_drawing
def test_a_moving_drawing_is_plain_svg_that_a_strict_policy_allows(exercise: Exercise) -> None:
    drawn = moving(exercise)
    root = ET.fromstring(drawn)  # noqa: S314 -- our own drawing
    assert {element.tag.rpartition("}")[2] for element in root.iter()}.isdisjoint(
        {"script", "style", "image"}
    )
    assert not any("style" in element.attrib for element in root.iter())
    assert len(drawn) <= LARGEST
    assert len(gzip.compress(drawn.encode())) <= LARGEST_ZIPPED


@every_drawing
def test_every_outline_keeps_its_corners_so_that_a_browser_can_move_it(exercise: Exercise) -> None:
    for values in re.findall(r'attributeName="d"[^>]*values="([^"]*)"', moving(exercise)):
        shapes = {
            re.sub(r"-?\d+", "0", one.replace("-", " -").replace("l ", "l")) for one in values.split(";")
        }
        assert len({shape.count("0") for shape in shapes}) == 1


@every_drawing
def test_everything_that_moves_keeps_the_same_time(exercise: Exercise) -> None:
    moved = re.findall(r'dur="([^"]*)" repeatCount="indefinite" values="([^"]*)"', moving(exercise))
    assert len({(seconds, len(values.split(";"))) for seconds, values in moved}) <= 1


@every_drawing
def test_between_two_poses_what_is_held_stays_held_and_bones_keep_their_length(exercise: Exercise) -> None:
    for before, after in pairwise(frame.person for frame in frames(exercise)):
        held = {name for name, at in before.wanted.items() if after.wanted.get(name) == at}
        for share in (0.25, 0.5, 0.75):
            body = tween(before, after, share)
            for name in held:
                assert (body.points[name] - before.wanted[name]).length <= STAYS_WITHIN_CM, (name, share)
            for parent, child in TRUNK:
                length = (before.points[child] - before.points[parent]).length
                assert (body.points[child] - body.points[parent]).length == pytest.approx(length, abs=0.6)


def test_a_pose_alone_does_not_move() -> None:
    still = next(exercise for exercise in DRAWN if len(frames(exercise)) == 1)
    assert "<animate" not in moving(still)
