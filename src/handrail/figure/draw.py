"""Figures as still SVG: a strip of numbered frames on plates.

Nothing but presentation attributes and classes, so that a strict content security policy
and an ``<img>`` both show it as meant.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import Eyes
from handrail.figure.draw_frame import Strip
from handrail.figure.draw_marks import closed_eye, number
from handrail.figure.files import figure_of
from handrail.figure.frame import frames
from handrail.figure.ink import FLOOR, PLATE
from handrail.figure.sheet import UNITS_PER_CM, Sheet
from handrail.figure.words import description

MARGIN = 20
HEADROOM = 46
GAP = 12
ROUNDING = 14
FLOOR_DEPTH_CM = 75.0
WIDE = 1.4


@dataclass(frozen=True, slots=True)
class Plate:
    """The background of a frame: its size, where the drawing's origin lies on it, and the horizon."""

    width: int
    height: int
    x: int
    y: int
    horizon: int


def still(exercise: Exercise, pose: int | None = None) -> str:
    """An exercise as SVG: all its key poses, or one of them.

    Parameters
    ----------
    exercise
        One whose movement has a figure.
    pose
        Which key pose, from 0; all when None.

    Raises
    ------
    ContentError
        When the figure file cannot be read.
    """
    solved = frames(exercise)
    chosen = range(len(solved)) if pose is None else range(pose, pose + 1)
    figure = figure_of(exercise.slug, exercise.movement)
    strip = Strip(exercise, figure, solved)
    drawn = [strip.frame(index, share=len(chosen) > 1) for index in chosen]
    numbers = [number(index + 1) if len(solved) > 1 else "" for index in chosen]
    closed = exercise.eyes is Eyes.CLOSED
    plate = plate_of(strip.sheet, HEADROOM if closed or len(solved) > 1 else MARGIN)
    eye = closed_eye(plate.width) if closed else ""
    cells = [cell(plate, content) + mark + eye for content, mark in zip(drawn, numbers, strict=True)]
    desc = description(exercise, figure, [solved[index] for index in chosen])
    return svg_of(plate, cells, exercise.name, desc)


def plate_of(sheet: Sheet, headroom: int) -> Plate:
    """The plate that holds all a sheet has drawn, with room above."""
    reach = sheet.extent
    x, y = round(MARGIN - reach.left), round(headroom - reach.top)
    behind = sheet.camera.toward.z * FLOOR_DEPTH_CM * UNITS_PER_CM
    width, height = math.ceil(reach.right + x + MARGIN), math.ceil(reach.bottom + y + MARGIN)
    return Plate(width, height, x, y, round(y - behind))


def cell(plate: Plate, content: str) -> str:
    """A drawing on its plate."""
    w, h, r = plate.width, plate.height, ROUNDING
    return (
        f'<rect class="fig-plate" width="{w}" height="{h}" rx="{r}" fill="{PLATE}"/>'
        f'<path class="fig-floor" fill="{FLOOR}" '
        f'd="M0 {plate.horizon}H{w}V{h - r}a{r} {r} 0 0 1-{r} {r}H{r}a{r} {r} 0 0 1-{r}-{r}z"/>'
        f'<g transform="translate({plate.x} {plate.y})">{content}</g>'
    )


def svg_of(plate: Plate, cells: Sequence[str], title: str, desc: str) -> str:
    """Frames beside each other, or below each other when they are wide."""
    below = plate.width > WIDE * plate.height
    step_x, step_y = (0, plate.height + GAP) if below else (plate.width + GAP, 0)
    last = len(cells) - 1
    width, height = plate.width + last * step_x, plate.height + last * step_y
    placed = "".join(
        f'<g transform="translate({index * step_x} {index * step_y})">{cell}</g>'
        for index, cell in enumerate(cells)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="fig" role="img" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><title>{escape(title)}</title><desc>{escape(desc)}</desc>'
        f'<g stroke-linejoin="round" stroke-linecap="round">{placed}</g></svg>'
    )
