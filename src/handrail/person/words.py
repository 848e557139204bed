"""The words a person's answers are made of. Scales rise from least to most."""

from enum import StrEnum

from handrail.units import Scale


class Band(Scale):
    """Walking band, in the person's own words; A walks without limits."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class HelperNear(Scale):
    """Who is there, from nobody to a therapist beside the person."""

    NONE = "none"
    IN_HOME = "in_home"
    ARMS_REACH = "arms_reach"
    THERAPIST = "therapist"


class Support(Scale):
    """What is held or leaned on, from nothing to lying down.

    Where a rule says "hands", only :data:`HANDS` count.
    """

    NONE = "none"
    FINGERTIPS = "fingertips"
    ONE_HAND = "one_hand"
    TWO_HANDS = "two_hands"
    BACK_OR_FOREARMS = "back_or_forearms"
    SEATED = "seated"
    LYING = "lying"


HANDS = frozenset({Support.FINGERTIPS, Support.ONE_HAND, Support.TWO_HANDS})


class Place(StrEnum):
    """Where a moment happens, and with it what stands there to hold."""

    KITCHEN_BENCH = "kitchen_bench"
    WALL = "wall"
    CORNER = "corner"
    BED = "bed"
    COUCH = "couch"
    CHAIR = "chair"
    RAIL = "rail"
    HALLWAY = "hallway"
    OPEN_FLOOR = "open_floor"
    STAIRS = "stairs"
    TREADMILL = "treadmill"


class Equipment(StrEnum):
    """Loose things an exercise may need. Furniture is a place."""

    BAND = "band"
    STRAP = "strap"
    FOAM = "foam"
    BALL = "ball"
    SMALL_BALL = "small_ball"
    STEP_2_5CM = "step_2_5cm"
    STEP_5CM = "step_5cm"
    STEP_10CM = "step_10cm"
    STEP_15CM = "step_15cm"
    STEP_20CM = "step_20cm"
    ANKLE_WEIGHT = "ankle_weight"
    DUMBBELL = "dumbbell"
    CONES = "cones"
    PILLOW = "pillow"
    TOWEL = "towel"
    MAT = "mat"
    WEDGE = "wedge"
    DOWEL = "dowel"
    PEDALS = "pedals"
    BALANCE_BOARD = "balance_board"
    TREADMILL = "treadmill"
    METRONOME = "metronome"


class Goal(StrEnum):
    """What the person wants from moving."""

    STEADIER_STANDING = "steadier_standing"
    STRONGER_LEGS = "stronger_legs"
    LOOSER_MUSCLES = "looser_muscles"
    FOOT_DRAG = "foot_drag"
    GETTING_UP = "getting_up"
    TURNING = "turning"
    CORE = "core"
    ENDURANCE = "endurance"


class Weekday(StrEnum):
    """Days, in the order :meth:`datetime.date.weekday` counts them."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


class Done(StrEnum):
    """How much of an exercise was done."""

    FULL = "full"
    PART = "part"
    NONE = "none"


class NextMorning(StrEnum):
    """How the next morning felt."""

    FINE = "fine"
    TIRED = "tired"
    WORSE = "worse"


class ChangeVerdict(StrEnum):
    """A measured change, told against the noise of its test."""

    BETTER = "likely_real_better"
    WORSE = "likely_real_worse"
    WITHIN_NOISE = "within_noise"
