"""Drawings are small, safe to show under a strict policy, and say in words what they show."""

import gzip
import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from handrail.catalogue.loader import load_catalogue
from handrail.catalogue.model import Exercise
from handrail.catalogue.words import Eyes
from handrail.figure.draw import still
from handrail.figure.files import has_figure
from handrail.figure.frame import frames

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = [exercise for exercise in load_catalogue() if has_figure(exercise)]
every_drawing = pytest.mark.parametrize("exercise", DRAWN, ids=lambda exercise: exercise.slug)

LARGEST_BYTES = 6000
ALLOWED_TAGS = {"svg", "title", "desc", "g", "rect", "path", "circle", "text", "use"}
POINTS = re.compile(r"-?\d+(?:\.\d+)?")


def drawing(exercise: Exercise) -> ET.Element:
    return ET.fromstring(still(exercise))  # noqa: S314 (our own drawing)


def shift_of(element: ET.Element) -> tuple[float, float]:
    found = re.fullmatch(r"translate\((-?\d+) (-?\d+)\)", element.get("transform", "translate(0 0)"))
    assert found
    return float(found[1]), float(found[2])


def starts(element: ET.Element, x: float, y: float) -> Iterator[tuple[float, float]]:
    """Where every outline on the drawing begins, in drawing units."""
    dx, dy = shift_of(element)
    x, y = x + dx, y + dy
    for begin in re.finditer(r"M(-?[\d.]+)[ ,]?(-?[\d.]+)", element.get("d", "")):
        yield x + float(begin[1]), y + float(begin[2])
    for child in element:
        yield from starts(child, x, y)


@every_drawing
def test_a_drawing_is_well_formed_and_holds_nothing_a_strict_policy_blocks(exercise: Exercise) -> None:
    text = still(exercise)
    for element in drawing(exercise).iter():
        assert element.tag.removeprefix(SVG) in ALLOWED_TAGS
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]
        for name, value in element.attrib.items():
            assert not name.endswith("href") or value.startswith("#")
            assert "url(" not in value
    assert "://" not in text.replace('xmlns="http://www.w3.org/2000/svg"', "")


@every_drawing
def test_what_is_drawn_once_and_used_again_is_there(exercise: Exercise) -> None:
    root = drawing(exercise)
    names = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(names) == len(set(names))
    assert {str(use.get("href"))[1:] for use in root.iter(f"{SVG}use")} <= set(names)


@every_drawing
def test_title_and_description_say_what_is_drawn(exercise: Exercise) -> None:
    root = drawing(exercise)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == exercise.name
    desc = root.findtext(f"{SVG}desc") or ""
    assert all(frame.pose.says in desc for frame in frames(exercise))
    assert ("Eyes closed." in desc) == (exercise.eyes is Eyes.CLOSED)
    assert "{" not in desc


@every_drawing
def test_nothing_lies_outside_the_picture(exercise: Exercise) -> None:
    root = drawing(exercise)
    left, top, width, height = (float(number) for number in POINTS.findall(str(root.get("viewBox"))))
    assert (left, top) == (0, 0)
    for x, y in starts(root, 0.0, 0.0):
        assert 0 <= x <= width, (x, y)
        assert 0 <= y <= height, (x, y)


@every_drawing
def test_a_drawing_is_small_and_always_the_same(exercise: Exercise) -> None:
    text = still(exercise)
    assert len(gzip.compress(text.encode())) < LARGEST_BYTES
    assert still(exercise) == text


@every_drawing
def test_key_poses_differ_from_each_other(exercise: Exercise) -> None:
    for before, after in pairwise(frames(exercise)):
        moved = max((after.person.points[name] - at).length for name, at in before.person.points.items())
        assert moved > 2.0


def test_one_pose_can_be_drawn_alone() -> None:
    several = next(exercise for exercise in DRAWN if len(frames(exercise)) > 1)
    alone = still(several, pose=1)
    desc = ET.fromstring(alone).findtext(f"{SVG}desc") or ""  # noqa: S314 (our own drawing)
    first, second, *_ = frames(several)
    assert second.pose.says in desc
    assert first.pose.says not in desc
    assert "<use" not in alone
