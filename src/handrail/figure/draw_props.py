"""Props on paper: blocks with three shades, bars, balls and sheets, far ones first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handrail.figure.ink import OUTLINE, PROPS
from handrail.figure.model import Placed
from handrail.figure.props import Box, Tube, all_props, spot
from handrail.figure.sheet import Sheet
from handrail.figure.vector import Turn, Vec, mean

ROOM = frozenset({"wall", "corner", "mat", "bed", "couch"})
FAREST = -1e6
FRONTAL = 0.7


def props(sheet: Sheet, placed: Iterable[Placed]) -> str:
    """Some props as one group; nothing for none."""
    ordered = sorted(placed, key=lambda prop: _depth(sheet, prop))
    shapes = "".join(shape for prop in ordered for shape in _prop(sheet, prop))
    return f'<g class="fig-prop" stroke="{OUTLINE}" stroke-width="1.6">{shapes}</g>' if shapes else ""


def _depth(sheet: Sheet, placed: Placed) -> float:
    """The room itself is behind everything that stands in it."""
    return FAREST if placed.name in ROOM else sheet.camera.depth(Vec(*placed.at, placed.height))


def _prop(sheet: Sheet, placed: Placed) -> Iterator[str]:
    prop = all_props()[placed.name]
    origin, turn = spot(placed)
    for panel in prop.panel:
        corners = (origin + turn * Vec(*corner) for corner in panel.corners)
        yield _shape(sheet.polygon(corners), PROPS[panel.tone][0])
    shapes = [_box(sheet, box, origin, turn) for box in prop.box]
    shapes += [_tube(sheet, tube, origin, turn) for tube in prop.tube]
    yield from (text for _, text in sorted(shapes))


def _shape(outline: str, fill: str) -> str:
    return f'<path d="{outline}" fill="{fill}"/>'


def _tube(sheet: Sheet, tube: Tube, origin: Vec, turn: Turn) -> tuple[float, str]:
    start, end = origin + turn * Vec(*tube.start), origin + turn * Vec(*tube.end)
    outline = sheet.skin(((start, tube.radius), (end, tube.end_radius or tube.radius)))
    return sheet.camera.depth(mean((start, end))), _shape(outline, PROPS[tube.tone][1])


def _box(sheet: Sheet, box: Box, origin: Vec, turn: Turn) -> tuple[float, str]:
    low, high = Vec(*box.low), Vec(*box.high)
    middle, half = (low + high) * 0.5, (high - low) * 0.5
    edges = (turn.forward * half.x, turn.left * half.y, turn.up * half.z)
    centre = origin + turn * middle
    faces = (_face(sheet, box.tone, centre, edges, axis) for axis in range(3))
    return sheet.camera.depth(centre), "".join(faces)


def _face(sheet: Sheet, tone: str, centre: Vec, edges: tuple[Vec, Vec, Vec], axis: int) -> str:
    """The one of a block's two faces across an axis that the viewer sees, if any."""
    normal, a, b = edges[axis], edges[(axis + 1) % 3], edges[(axis + 2) % 3]
    towards = normal.unit @ sheet.camera.toward
    if abs(towards) < 1e-6:  # noqa: PLR2004
        return ""
    middle = centre + normal * (1.0 if towards > 0 else -1.0)
    corners = (middle + a + b, middle - a + b, middle - a - b, middle + a - b)
    sideways = abs(normal.unit @ sheet.camera.right) > FRONTAL
    shade = 0 if axis == 2 else 2 if sideways else 1  # noqa: PLR2004
    return _shape(sheet.polygon(corners), PROPS[tone][shade])
