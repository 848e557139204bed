"""One frame: room and props, helper and person from far to near, and the marks over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import Eyes
from handrail.figure import draw_people
from handrail.figure.draw_marks import arrows, cords
from handrail.figure.draw_props import props
from handrail.figure.frame import Frame
from handrail.figure.model import Figure
from handrail.figure.project import camera
from handrail.figure.sheet import Sheet
from handrail.figure.vector import ORIGIN, STILL


class Strip:
    """Draws the frames of one exercise on one sheet.

    What looks the same in several frames (the room, a helper) is drawn once and used again.
    """

    def __init__(self, exercise: Exercise, figure: Figure, solved: Sequence[Frame]) -> None:
        self.sheet = Sheet(camera(figure.view))
        self._exercise = exercise
        self._figure = figure
        self._solved = solved
        self._drawn: dict[str, str] = {}

    def frame(self, index: int, *, share: bool) -> str:
        """Draw one frame; `share` when later frames may use its pieces again."""
        return self.scene(index, self._person(self._solved[index]), share=share) + self._arrows(index)

    def scene(self, index: int, person: str, helper: str = "", *, share: bool = False) -> str:
        """The room of a frame, and a person drawn in it; its own helper, when none is drawn here."""
        frame = self._solved[index]
        near = [prop for prop in frame.stage.props if prop.in_front]
        far = [prop for prop in frame.stage.props if not prop.in_front]
        room = self._place(props(self.sheet, far), (0, 0), share=share)
        front = self._place(props(self.sheet, near), (0, 0), share=share)
        own = props(self.sheet, frame.pose.prop)
        stander = helper or self._helper(frame, share=share)
        people = own + person + stander if self._helper_is_nearer(frame) else stander + own + person
        return room + people + front

    def _place(self, drawn: str, at: tuple[int, int], *, share: bool) -> str:
        """Put a piece somewhere: drawn the first time, used again after that."""
        if not drawn:
            return ""
        x, y = at
        shift = f' transform="translate({x} {y})"' if (x, y) != (0, 0) else ""
        if not share:
            return f"<g{shift}>{drawn}</g>"
        if drawn in self._drawn:
            return f'<use href="#{self._drawn[drawn]}"{shift}/>'
        self._drawn[drawn] = name = f"{self._exercise.slug}-{len(self._drawn) + 1}"
        return f'<g{shift}><g id="{name}">{drawn}</g></g>'

    def _person(self, frame: Frame) -> str:
        closed = self._exercise.eyes is Eyes.CLOSED
        body = draw_people.person(self.sheet, frame.person, self._figure.working, eyes_closed=closed)
        worn = (cord for cord in self._figure.cord if cord.of in self._exercise.equipment)
        return body + cords(self.sheet, frame, worn)

    def _helper(self, frame: Frame, *, share: bool) -> str:
        """The helper, drawn about their own hips so that every frame can use them."""
        if frame.helper is None:
            return ""
        hips = frame.helper.points["pelvis"]
        own = Sheet(self.sheet.camera)
        seat = (
            replace(prop, at=(prop.at[0] - hips.x, prop.at[1] - hips.y), height=-hips.z)
            for prop in frame.helper_props
        )
        drawn = props(own, seat) + draw_people.helper(own, frame.helper.moved(STILL, ORIGIN - hips))
        x, y = (round(value) for value in self.sheet.flat(hips))
        self.sheet.extent.include(own.extent, x, y)
        return self._place(drawn, (x, y), share=share)

    def _helper_is_nearer(self, frame: Frame) -> bool:
        if frame.helper is None:
            return False
        depth = self.sheet.camera.depth
        return depth(frame.helper.points["pelvis"]) > depth(frame.person.points["pelvis"])

    def _arrows(self, index: int) -> str:
        if index == 0:
            return ""
        return arrows(self.sheet, self._solved[index - 1], self._solved[index], self._figure.moving)
