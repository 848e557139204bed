"""The words an exercise is described with."""

from enum import StrEnum

from handrail.units import Scale


class Purpose(StrEnum):
    """What an exercise is for."""

    STRENGTH = "strength"
    BALANCE = "balance"
    GAIT = "gait"
    STRETCH = "stretch"
    CORE = "core"
    COORDINATION = "coordination"
    AEROBIC = "aerobic"
    MOBILITY = "mobility"
    BREATHING = "breathing"


class Position(StrEnum):
    """How the body is placed."""

    STANDING = "standing"
    SITTING = "sitting"
    LONG_SITTING = "long_sitting"
    LYING_SUPINE = "lying_supine"
    LYING_SIDE = "lying_side"
    LYING_PRONE = "lying_prone"
    KNEELING = "kneeling"
    QUADRUPED = "quadruped"
    WALKING = "walking"
    FLOOR_TRANSFER = "floor_transfer"


LYING = frozenset({Position.LYING_SUPINE, Position.LYING_SIDE, Position.LYING_PRONE})
SITTING = frozenset({Position.SITTING, Position.LONG_SITTING})
ON_FOOT = frozenset({Position.STANDING, Position.WALKING})


class Stance(StrEnum):
    """How the feet carry the weight."""

    HIP_WIDE = "hip_wide"
    WIDE = "wide"
    TOGETHER = "together"
    SEMI_TANDEM = "semi_tandem"
    TANDEM = "tandem"
    ONE_LEG = "one_leg"
    BRIEF_ONE_LEG = "brief_one_leg"
    NONE = "none"


class Surface(StrEnum):
    """What the feet or the seat rest on."""

    FIRM = "firm"
    FOAM = "foam"
    BALL = "ball"
    STEP = "step"
    BED = "bed"
    CHAIR = "chair"
    FLOOR_MAT = "floor_mat"
    TREADMILL = "treadmill"


class Eyes(Scale):
    """Whether the eyes are open; closed asks for more."""

    OPEN = "open"
    CLOSED = "closed"


class Hazard(StrEnum):
    """What can go wrong."""

    FALL_BACK = "fall_back"
    FALL_SIDE = "fall_side"
    FALL_FORWARD = "fall_forward"
    BALL_ROLL = "ball_roll"
    VISION_OFF = "vision_off"
    FOAM = "foam"
    ONE_LEG = "one_leg"
    TRIP = "trip"
    BACK = "back"
    BREATH_HOLD = "breath_hold"
    KNEE = "knee"
    SPASM = "spasm"
    NERVE_PULL = "nerve_pull"
    SHOULDER = "shoulder"
    FLOOR_TRANSFER = "floor_transfer"
    HEAT = "heat"
    DIZZY = "dizzy"
    IMPACT = "impact"
    BAND_SNAP = "band_snap"


class Task(StrEnum):
    """What the body does beyond being there: each scores demand or meets a rule.

    The first group adds to the demand score of the safety rules; the second names
    things that single rules look for.
    """

    ARMS = "arms"
    TRUNK = "trunk"
    REACH = "reach"
    MARCH = "march"
    HEAD_TURNS = "head_turns"
    THINKING = "thinking"
    RAISED_STEP = "raised_step"
    WALKING = "walking"
    BACKWARD = "backward"
    SIDEWAYS = "sideways"
    OBSTACLE = "obstacle"
    JUMP = "jump"

    SIT_UNSUPPORTED = "sit_unsupported"
    FOOT_ON_BENCH = "foot_on_bench"
    FOOT_ON_STEP = "foot_on_step"
    SPINE_LOADED = "spine_loaded"
    NECK_BENT = "neck_bent"


class Sides(StrEnum):
    """Whether an exercise is done once a side, with both at once, or has no side."""

    EACH = "each"
    BOTH = "both"
    NONE = "none"


class Lever(StrEnum):
    """What makes a rung harder than the one below it: one thing at a time."""

    SUPPORT = "support"
    RANGE = "range"
    LOAD = "load"
    SPEED = "speed"
    TASK = "task"
    VISION = "vision"
    SURFACE = "surface"
    STANCE = "stance"
    POSITION = "position"
    LENGTH = "length"


class SourceKind(StrEnum):
    """What stands behind a sentence or a number."""

    GUIDELINE = "guideline"
    TRIAL = "trial"
    TEXTBOOK = "textbook"
    MEMBER_REPORT = "member_report"
    PROPOSAL = "proposal"
