"""Props: a few drawn shapes in space, and the points that hands, feet and hips can hold to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from handrail.figure.files import as_value, shared_table
from handrail.figure.model import Placed
from handrail.figure.vector import FORWARD, LEFT, UP, Turn, Vec, yaw

AXES = {"x": FORWARD, "y": LEFT, "z": UP}
Triple = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A block between two opposite corners."""

    low: Triple
    high: Triple
    tone: str = "wood"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tube:
    """A rounded bar, or a cone where the radii differ; a ball where it has no length."""

    start: Triple
    end: Triple
    radius: float
    end_radius: float | None = None
    tone: str = "metal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A flat sheet between corners."""

    corners: tuple[Triple, ...]
    tone: str = "wall"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A place to touch, and the axes along which any place of it will do."""

    at: Triple
    free: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prop:
    """One prop of ``props.toml``, in its own axes."""

    word: str
    box: tuple[Box, ...] = ()
    tube: tuple[Tube, ...] = ()
    panel: tuple[Panel, ...] = ()
    point: Mapping[str, Point] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point to touch on the stage, and the directions in which it may slide."""

    at: Vec
    free: tuple[Vec, ...] = ()

    def nearest(self, point: Vec) -> Vec:
        """The place of the anchor that lies nearest to a point."""
        away = point - self.at
        slid = self.at
        for direction in self.free:
            slid += direction * (away @ direction)
        return slid


@cache
def all_props() -> Mapping[str, Prop]:
    """Every prop, by name."""
    return {
        name: as_value(table, Prop, f"props.toml, {name}") for name, table in shared_table("props").items()
    }


def spot(placed: Placed) -> tuple[Vec, Turn]:
    """Where a placed prop's own axes lie."""
    return Vec(*placed.at, placed.height), yaw(placed.turn)


def anchors(stage: Iterable[Placed]) -> dict[str, Anchor]:
    """Every point of the props on a stage, named ``<prop>_<point>``; the floor is always there."""
    found = {"floor": Anchor(Vec(0.0, 0.0, 0.0), (FORWARD, LEFT))}
    for placed in stage:
        origin, turn = spot(placed)
        for name, point in all_props()[placed.name].point.items():
            free = tuple(turn * AXES[axis] for axis in point.free)
            found[f"{placed.name}_{name}"] = Anchor(origin + turn * Vec(*point.at), free)
    return found
