"""What a figure file says: poses in plain names, contacts, props and a helper.

Centimetres and degrees throughout. The axes are the person's own when standing at rest:
x forward, y to their left, z up, with the floor at z = 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handrail.units import Side


class View(StrEnum):
    """Where the picture is taken from."""

    SIDE = "side"
    SIDE_LEFT = "side_left"
    HALF_SIDE = "half_side"
    FRONT = "front"
    FOOT_END = "foot_end"
    THREE_QUARTER = "three_quarter"
    THREE_QUARTER_LEFT = "three_quarter_left"
    BEHIND = "behind"


class Posture(StrEnum):
    """How the body is placed before anything bends."""

    UPRIGHT = "upright"
    SUPINE = "supine"
    PRONE = "prone"
    LEFT_SIDE = "left_side"
    RIGHT_SIDE = "right_side"


class Touch(StrEnum):
    """What part of the arm rests on what it touches."""

    PALM = "palm"
    FINGERTIPS = "fingertips"
    FOREARM = "forearm"


class Elbow(StrEnum):
    """Where the elbow points when the hand is held somewhere."""

    DOWN = "down"
    OUT = "out"
    BACK = "back"
    UP = "up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bend:
    """How pelvis, trunk or head is bent, from where it would be at rest."""

    forward: float = 0.0
    left: float = 0.0
    turn_left: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """A leg whose foot stands `on` something, or one given by its joint angles.

    A standing foot has its ankle above `at`; without `at` the exercise's stance says
    where. `heel_up` turns it over the ball of the foot, `toes_up` over the heel.
    """

    on: str | None = None
    at: tuple[float, float] | None = None
    turn_out: float = 0.0
    heel_up: float = 0.0
    toes_up: float = 0.0
    knee_out: float = 0.0
    hip_forward: float = 0.0
    hip_out: float = 0.0
    hip_turn_out: float = 0.0
    knee_bend: float = 0.0
    ankle_up: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """An arm whose hand is held `on` something, or one given by its joint angles.

    `by` moves the held point. The default hangs at ease.
    """

    on: str | None = None
    by: tuple[float, float, float] = (0.0, 0.0, 0.0)
    touch: Touch = Touch.PALM
    elbow: Elbow = Elbow.DOWN
    forward: float = 4.0
    out: float = 8.0
    turn_in: float = 10.0
    elbow_bend: float = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A prop of ``props.toml`` somewhere on the stage, turned to the left by `turn`."""

    name: str
    at: tuple[float, float] = (0.0, 0.0)
    height: float = 0.0
    turn: float = 0.0
    in_front: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standby:
    """Where a helper is, seen from the person's hips, and in which pose of ``helpers.toml``."""

    pose: str = "ready"
    at: tuple[float, float] = (50.0, 52.0)
    facing: float = -135.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """One key pose.

    The hips stand above `hips`. Their height is, in this order: `hips_height`; resting
    on the surface `rests_on`; with the knees on `kneels_on`; as high as the standing
    legs reach, less `drop`. `leans_on` names what the back rests against. `helper` says
    where the helper is when that is not as in the figure's other poses.
    """

    says: str
    posture: Posture = Posture.UPRIGHT
    hips: tuple[float, float] = (0.0, 0.0)
    hips_height: float | None = None
    rests_on: str | None = None
    kneels_on: str | None = None
    leans_on: str | None = None
    drop: float = 0.0
    heading: float = 0.0
    pelvis: Bend = Bend()
    trunk: Bend = Bend()
    head: Bend = Bend()
    left_leg: Leg = Leg()
    right_leg: Leg = Leg()
    left_arm: Arm = Arm()
    right_arm: Arm = Arm()
    helper: Standby | None = None
    prop: tuple[Placed, ...] = ()

    def leg(self, side: Side) -> Leg:
        """The leg of a side."""
        return self.left_leg if side is Side.LEFT else self.right_leg

    def arm(self, side: Side) -> Arm:
        """The arm of a side."""
        return self.left_arm if side is Side.LEFT else self.right_arm


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a part of the room that the exercise names stands on the stage."""

    at: tuple[float, float] = (0.0, 0.0)
    turn: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cord:
    """A band, strap or towel along landmarks; drawn when the exercise has that equipment."""

    of: str
    along: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A landmark whose way from the pose before is shown by an arrow, drawn `by` beside it."""

    of: str
    by: tuple[float, float, float] = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Everything a figure file says about one way of doing a movement.

    `working` names limbs, `moving` what arrows show. `support`,
    `seat`, `bed` and `ground` say where the thing stands that the exercise names for it.
    `one_hand` is the hand that holds on when the exercise asks for one.
    """

    pose: tuple[Pose, ...]
    view: View = View.SIDE
    working: tuple[str, ...] = ()
    moving: tuple[Move, ...] = ()
    one_hand: Side = Side.LEFT
    support: Spot | None = None
    seat: Spot | None = None
    bed: Spot | None = None
    ground: Spot = Spot()
    helper: Standby = Standby()
    prop: tuple[Placed, ...] = ()
    cord: tuple[Cord, ...] = ()
