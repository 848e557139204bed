"""A planned dose in plain words."""

from __future__ import annotations

from handrail.person.words import HelperNear
from handrail.planner.model import Item
from handrail.units import SECONDS_PER_MINUTE

HELPERS = {
    HelperNear.IN_HOME: "somebody in the home",
    HelperNear.ARMS_REACH: "somebody within arm's reach",
    HelperNear.THERAPIST: "your therapist",
}
_SIDES = {"left": "left side", "right": "right side", "each": "each side"}


def dose_in_words(item: Item) -> str:
    """How much of an item, such as "2 sets of 10, each side"."""
    amount = _timed(item) if item.duration_s else _counted(item)
    return ", ".join(part for part in (amount, _SIDES.get(item.side or "", "")) if part)


def time_in_words(seconds: float) -> str:
    """Seconds as people say them: "45 seconds", "1 minute", "1 minute 30 seconds"."""
    minutes, rest = divmod(round(seconds), SECONDS_PER_MINUTE)
    parts = [_many(minutes, "minute")] * bool(minutes) + [_many(rest, "second")] * bool(rest)
    return " ".join(parts)


def _timed(item: Item) -> str:
    each = time_in_words(item.duration_s or 0)
    return each if item.sets == 1 else f"{item.sets} times {each}"


def _counted(item: Item) -> str:
    held = f"hold {time_in_words(item.hold_s)}" if item.hold_s else ""
    if item.reps is None:
        return ", ".join(part for part in (held, _many(item.sets, "time")) if part)
    count = _many(item.reps, "time") if item.sets == 1 else f"{item.sets} sets of {item.reps}"
    return f"{count}, {held} each time" if held else count


def _many(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
