"""A solved body: where every joint is, how every bone is turned, what it should touch."""

from __future__ import annotations

from dataclasses import dataclass, field

from handrail.figure.vector import Turn, Vec


@dataclass(slots=True)
class Body:
    """A body while it is being placed, part by part; read it only once it is solved.

    Attributes
    ----------
    points
        Joints and landmarks by name, such as ``left_knee`` and ``right_toe``, cm.
    turns
        How each bone is turned.
    angles
        Joint angles in degrees, named as in a figure file after their side.
    wanted
        For every hand, elbow and foot that is held somewhere, where it should be.
    on_self
        The arms whose hand rests on the body itself.
    """

    points: dict[str, Vec] = field(default_factory=dict)
    turns: dict[str, Turn] = field(default_factory=dict)
    angles: dict[str, float] = field(default_factory=dict)
    wanted: dict[str, Vec] = field(default_factory=dict)
    on_self: set[str] = field(default_factory=set)

    def moved(self, turn: Turn, by: Vec) -> Body:
        """The same body, turned about the origin and carried elsewhere."""
        return Body(
            points={name: turn * point + by for name, point in self.points.items()},
            turns={name: turn @ own for name, own in self.turns.items()},
            angles=self.angles,
            wanted={name: turn * point + by for name, point in self.wanted.items()},
            on_self=self.on_self,
        )
