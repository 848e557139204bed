"""Marks on a figure: bands and straps, arrows of movement, frame numbers, a closed eye."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

from handrail.figure.frame import Frame
from handrail.figure.hull import Point, line, polygon
from handrail.figure.ink import ACCENT, CORD, OUTLINE
from handrail.figure.model import Cord, Move
from handrail.figure.sheet import Sheet
from handrail.figure.vector import Vec

LEAST_MOVE_CM = 5.0
SHORTEST = 44.0
HEAD_LENGTH, HEAD_HALF_WIDTH = 15.0, 8.0


def cords(sheet: Sheet, frame: Frame, along: Iterable[Cord]) -> str:
    """Bands, straps and towels between landmarks."""
    return "".join(
        f'<path class="fig-prop fig-cord" d="{line(sheet.flat(frame.point(name)) for name in cord.along)}" '
        f'fill="none" stroke="{CORD}" stroke-width="6"/>'
        for cord in along
    )


def arrows(sheet: Sheet, before: Frame, now: Frame, moves: Iterable[Move]) -> str:
    """An arrow from where each moving landmark was in the pose before."""
    return "".join(_arrows(sheet, before.person.points, now.person.points, moves))


def _arrows(
    sheet: Sheet, before: Mapping[str, Vec], now: Mapping[str, Vec], moves: Iterable[Move]
) -> Iterator[str]:
    for move in moves:
        start, end = before[move.of] + Vec(*move.by), now[move.of] + Vec(*move.by)
        if (end - start).length > LEAST_MOVE_CM:
            yield _arrow(sheet, sheet.flat(start), sheet.flat(end), sheet.flat(now[_pivot(move.of)]))


def _pivot(landmark: str) -> str:
    """What a landmark swings about: a leg's about its hip, an arm's about its shoulder."""
    side, _, part = landmark.partition("_")
    if part in {"knee", "ankle", "toe", "heel", "ball"}:
        return f"{side}_hip"
    return f"{side}_shoulder" if part in {"elbow", "wrist", "grip", "fingertip"} else "pelvis"


def _arrow(sheet: Sheet, start: Point, end: Point, pivot: Point) -> str:
    """A dashed bow around the pivot with a full head."""
    start = _drawn_back(start, end)
    bow = _bow(start, end, pivot)
    sheet.extent.cover(*bow)
    way = math.dist(bow, end) or 1.0
    ahead = (end[0] - bow[0]) / way, (end[1] - bow[1]) / way
    neck = end[0] - ahead[0] * HEAD_LENGTH, end[1] - ahead[1] * HEAD_LENGTH
    wings = [
        (neck[0] + ahead[1] * half_width, neck[1] - ahead[0] * half_width)
        for half_width in (HEAD_HALF_WIDTH, -HEAD_HALF_WIDTH)
    ]
    (ax, ay), (qx, qy), (bx, by) = start, bow, neck
    return (
        f'<g class="fig-arrow" stroke="{ACCENT}" stroke-width="4">'
        f'<path d="M{ax:.0f} {ay:.0f}Q{qx:.0f} {qy:.0f} {bx:.0f} {by:.0f}" fill="none" stroke-dasharray="9 8"/>'
        f'<path d="{polygon([end, *wings])}" fill="{ACCENT}" stroke-width="2"/></g>'
    )


def _drawn_back(start: Point, end: Point) -> Point:
    """A start far enough from the end for an arrow to show."""
    way = math.dist(start, end)
    stretch = max(1.0, SHORTEST / way)
    return end[0] + (start[0] - end[0]) * stretch, end[1] + (start[1] - end[1]) * stretch


def _bow(start: Point, end: Point, pivot: Point) -> Point:
    """The control point of a curve that stays as far from the pivot as its ends."""
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    reach = (math.dist(start, pivot) + math.dist(end, pivot)) / 2
    stretch = 2 * reach / (math.dist(middle, pivot) or 1.0) - 1
    return pivot[0] + (middle[0] - pivot[0]) * stretch, pivot[1] + (middle[1] - pivot[1]) * stretch


def number(value: int) -> str:
    """The number of a frame, top left."""
    return (
        f'<g class="fig-number"><circle cx="26" cy="26" r="16" fill="#fff" stroke="{OUTLINE}" stroke-width="2"/>'
        f'<text x="26" y="33" text-anchor="middle" font-family="sans-serif" font-size="20" font-weight="700" '
        f'fill="{OUTLINE}">{value}</text></g>'
    )


def closed_eye(width: int) -> str:
    """The sign for closed eyes, top right of a frame."""
    x = width - 36
    return (
        f'<path class="fig-eyes-closed" fill="none" stroke="{OUTLINE}" stroke-width="3.5" '
        f'd="M{x - 18} 18q18 18 36 0M{x - 13} 25l-6 7M{x} 28v9M{x + 13} 25l6 7"/>'
    )
