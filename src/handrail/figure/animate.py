"""Figures that move: one person going from key pose to key pose and back, as SVG with SMIL.

Outlines are polygons of always as many corners, so that a browser can move them; what keeps
still is drawn once. No script and no style element, as a strict content security policy asks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import Eyes
from handrail.figure.body import Body
from handrail.figure.draw import cell, plate_of, svg_of
from handrail.figure.draw_frame import Strip
from handrail.figure.draw_marks import closed_eye
from handrail.figure.draw_people import face, far_to_near, fills_of, group, layers
from handrail.figure.files import figure_of
from handrail.figure.flesh import Lump, Part, parts
from handrail.figure.frame import Frame, frames
from handrail.figure.hull import line
from handrail.figure.ink import CLASSES, CORD, HELPER
from handrail.figure.model import Cord
from handrail.figure.sheet import Sheet
from handrail.figure.tween import swing, tween
from handrail.figure.vector import ORIGIN, STILL, Vec, blend
from handrail.figure.words import description

FAR_DEGREES = 35.0  # a limb that swings further would look swollen on its straight way: a body between
HEAD_CORNERS, CORNERS, FEW_CORNERS = 13, 9, 7  # of a head, of a limb, and of a slim part
SMALL_CM = 4.0
LEAST_STEP_S = 0.6
MARGIN, HEADROOM = 20, 46


@dataclass(frozen=True, slots=True)
class Stop:
    """A body on the way: this share of the way from one key pose to another."""

    before: int
    after: int
    share: float


@dataclass(frozen=True, slots=True)
class Way:
    """Stops in order, reached at even times, and how long the whole takes."""

    stops: tuple[Stop, ...]
    seconds: float

    def bodies(self, key_bodies: Sequence[Body]) -> tuple[Body, ...]:
        """The body at every stop."""
        return tuple(
            tween(key_bodies[stop.before], key_bodies[stop.after], stop.share)
            if stop.share
            else key_bodies[stop.before]
            for stop in self.stops
        )


@dataclass(frozen=True, slots=True)
class Look:
    """How a body is drawn: its group, what works, and its colours where both sides have the same."""

    name: str
    working: Collection[str] = ()
    fills: Mapping[str, str] | None = None
    eyes_closed: bool = False


def moving(exercise: Exercise) -> str:
    """An exercise as one SVG that moves, over and over.

    Parameters
    ----------
    exercise
        One whose movement has a figure.

    Raises
    ------
    ContentError
        When the figure file cannot be read.
    """
    solved = frames(exercise)
    figure = figure_of(exercise.slug, exercise.movement)
    strip = Strip(exercise, figure, solved)
    way = _way([frame.person for frame in solved], exercise.rep_s)
    closed = exercise.eyes is Eyes.CLOSED
    look = Look("fig-body", figure.working, eyes_closed=closed)
    person = _Mover(strip.sheet, way.bodies([frame.person for frame in solved]), way.seconds, look)
    worn = "".join(person.cord(cord, solved[0]) for cord in figure.cord if cord.of in exercise.equipment)
    drawn = strip.scene(0, person.body() + worn, _helper(strip.sheet, solved, way))
    plate = plate_of(strip.sheet, HEADROOM if closed else MARGIN)
    content = cell(plate, drawn) + (closed_eye(plate.width) if closed else "")
    return svg_of(plate, [content], exercise.name, description(exercise, figure, solved))


def _way(key_bodies: Sequence[Body], rep_s: float) -> Way:
    """There and back again, with a wait at either end, in even steps."""
    last = len(key_bodies) - 1
    if not last:
        return Way((Stop(0, 0, 0.0),), 1.0)
    there = [Stop(0, 0, 0.0)]
    for index, (before, after) in enumerate(pairwise(key_bodies)):
        halfway = [Stop(index, index + 1, 0.5)] if swing(before, after) > FAR_DEGREES else []
        there += [*halfway, Stop(index + 1, index + 1, 0.0)]
    back = there[::-1]
    stops = (*there, *back, back[-1])
    return Way(stops, max(LEAST_STEP_S * (len(stops) - 1), rep_s))


def _helper(sheet: Sheet, solved: Sequence[Frame], way: Way) -> str:
    """A helper who goes along with the person; empty for one who stands by."""
    helpers = [frame.helper for frame in solved if frame.helper]
    if all(helper.points == helpers[0].points for helper in helpers):
        return ""
    return _Mover(sheet, way.bodies(helpers), way.seconds, Look("fig-helper", fills=HELPER)).body()


class _Mover:
    """Draws a body that moves: every value in the order of the way."""

    def __init__(self, sheet: Sheet, bodies: Sequence[Body], seconds: float, look: Look) -> None:
        self._sheet = sheet
        self._bodies = bodies
        self._seconds = seconds
        self._look = look
        self._parts = [{part.name: part for part in parts(body)} for body in bodies]

    def body(self) -> str:
        first = self._bodies[0]
        return group(
            self._look.name, "".join(self._part(part, first) for part in far_to_near(self._sheet, first))
        )

    def cord(self, cord: Cord, frame: Frame) -> str:
        ways = (map(self._sheet.flat, self._along(cord.along, body, frame)) for body in self._bodies)
        return f'<path class="fig-prop fig-cord" fill="none" stroke="{CORD}" stroke-width="6" ' + self._moved(
            [line(along) for along in ways]
        )

    def _along(self, names: Sequence[str], body: Body, frame: Frame) -> Iterator[Vec]:
        return (body.points[name] if name in body.points else frame.anchors[name].at for name in names)

    def _part(self, part: Part, first: Body) -> str:
        works = part.name in self._look.working
        fills = self._look.fills or fills_of(self._sheet, first, part, working=works)
        orders = [layers(self._sheet, at[part.name]) for at in self._parts]
        drawn = "".join(
            self._while([each == order for each in orders], self._in_order(part, order, fills))
            for order in dict.fromkeys(orders)
        )
        drawn += self._face() if part.name == "head" else ""
        return f'<g class="fig-moving" stroke-width="5">{drawn}</g>' if works else drawn

    def _in_order(self, part: Part, order: Sequence[int], fills: Mapping[str, str]) -> str:
        runs = groupby(order, key=lambda index: part.lumps[index].tone)
        return "".join(self._run(part.name, tone, list(lumps), fills[tone]) for tone, lumps in runs)

    def _run(self, name: str, tone: str, lumps: Sequence[int], fill: str) -> str:
        outlines = [self._outline(name, [at[name].lumps[index] for index in lumps]) for at in self._parts]
        return f'<path class="{CLASSES[tone]}" fill="{fill}" ' + self._moved(outlines)

    def _outline(self, name: str, lumps: Sequence[Lump]) -> str:
        return "".join(self._sheet.ring(lump.balls, _corners(name, lump)) for lump in lumps)

    def _moved(self, values: Sequence[str]) -> str:
        """The end of a path: its outline, still or moving."""
        if len(set(values)) == 1:
            return f'd="{values[0]}"/>'
        return f'd="{values[0]}">{self._animated("d", values)}</path>'

    def _face(self) -> str:
        """The face of each body, carried along by the head and shown while the head looks that way."""
        skulls = [blend(body.points["chin"], body.points["crown"], 0.5) for body in self._bodies]
        faces = [self._face_of(body, skull) for body, skull in zip(self._bodies, skulls, strict=True)]
        shown = "".join(self._while([each == one for each in faces], one) for one in dict.fromkeys(faces))
        spots = [f"{x:.0f} {y:.0f}" for x, y in map(self._sheet.flat, skulls)]
        carried = self._animated("transform", spots, kind="Transform") if len(set(spots)) > 1 else ""
        return f'<g transform="translate({spots[0]})">{carried}{shown}</g>'

    def _face_of(self, body: Body, skull: Vec) -> str:
        own = Sheet(self._sheet.camera)
        return face(own, body.moved(STILL, ORIGIN - skull), eyes_closed=self._look.eyes_closed)

    def _while(self, when: Sequence[bool], drawn: str) -> str:
        """A piece that is seen only at some of the bodies."""
        if all(when):
            return drawn
        shown = ["visible" if here else "hidden" for here in when]
        return f'<g visibility="{shown[0]}">{self._animated("visibility", shown)}{drawn}</g>'

    def _animated(self, name: str, values: Sequence[str], kind: str = "") -> str:
        return (
            f'<animate{kind} attributeName="{name}" dur="{self._seconds:.3g}s" repeatCount="indefinite" '
            f'values="{";".join(values)}"/>'
        )


def _corners(name: str, lump: Lump) -> int:
    if name == "head":
        return HEAD_CORNERS
    return FEW_CORNERS if max(radius for _, radius in lump.balls) < SMALL_CM else CORNERS
