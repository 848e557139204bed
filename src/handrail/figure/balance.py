"""Whether a standing figure would stay up: its centre of mass against what carries it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from handrail.figure.body import Body
from handrail.figure.skeleton import build
from handrail.figure.vector import ORIGIN, Vec, blend
from handrail.units import Side

HALF_SHOE_CM = 4.5
Spot = tuple[float, float]

SEGMENTS = {
    "upper_arm": ("shoulder", "elbow"),
    "forearm": ("elbow", "wrist"),
    "hand": ("wrist", "fingertip"),
    "thigh": ("hip", "knee"),
    "shank": ("knee", "ankle"),
    "foot": ("heel", "toe"),
}


def centre_of_mass(body: Body) -> Vec:
    """The mean of the segments' centres, weighed by the shares in ``body.toml``."""
    total = ORIGIN
    for share, centre in _segments(body):
        total += centre * share
    return total * (1.0 / sum(share for share, _ in _segments(body)))


def _segments(body: Body) -> Iterator[tuple[float, Vec]]:
    at, mass = body.points, build().mass
    shoulders = blend(at["left_shoulder"], at["right_shoulder"], 0.5)
    share, along = mass["trunk"]
    yield share, blend(at["pelvis"], shoulders, along)
    yield mass["head_and_neck"][0], blend(at["chin"], at["crown"], 0.5)
    for name, (near, far) in SEGMENTS.items():
        share, along = mass[name]
        for side in Side:
            yield share, blend(at[f"{side}_{near}"], at[f"{side}_{far}"], along)


def overhang(body: Body, carriers: Iterable[str]) -> float:
    """How far the centre of mass lies outside its base of support, cm; 0 when inside.

    Parameters
    ----------
    body
        A solved body.
    carriers
        The landmarks that carry weight; an ankle stands for the whole sole.
    """
    base = _convex_hull(spot for name in carriers for spot in _footprint(body, name))
    centre = centre_of_mass(body)
    return max(
        0.0, *(_outside(a, b, (centre.x, centre.y)) for a, b in zip(base, base[1:] + base[:1], strict=True))
    )


def _footprint(body: Body, carrier: str) -> Iterator[Spot]:
    side, _, part = carrier.partition("_")
    if part != "ankle":
        yield body.points[carrier].x, body.points[carrier].y
        return
    across = body.turns[f"{side}_foot"].left * HALF_SHOE_CM
    lowest = min(body.points[f"{side}_{end}"].z for end in ("heel", "ball", "toe"))
    for end in ("heel", "ball", "toe"):
        point = body.points[f"{side}_{end}"]
        if point.z < lowest + 1.0:
            yield from ((edge.x, edge.y) for edge in (point + across, point - across))


def _convex_hull(spots: Iterable[Spot]) -> list[Spot]:
    """Corners anticlockwise, by Andrew's monotone chain (Andrew 1979, Inf Process Lett 9:216)."""
    ordered = sorted(set(spots))
    return _chain(ordered)[:-1] + _chain(ordered[::-1])[:-1]


def _chain(spots: list[Spot]) -> list[Spot]:
    chain: list[Spot] = []
    for spot in spots:
        while len(chain) > 1 and _outside(chain[-2], chain[-1], spot) >= 0:
            chain.pop()
        chain.append(spot)
    return chain


def _outside(a: Spot, b: Spot, spot: Spot) -> float:
    """How far a spot lies to the right of the way from `a` to `b`."""
    way = b[0] - a[0], b[1] - a[1]
    length = math.hypot(*way)
    return (way[1] * (spot[0] - a[0]) - way[0] * (spot[1] - a[1])) / length
