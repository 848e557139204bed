"""A card as one plain sentence, and its dose in words: what is read back to the person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handrail.reader.model import Amount, Card

MINUTE = 60
EACH_DAY = 1
EVERY_OTHER_DAY = 3.5  # times a week, as cards say it

_POSITIONS = {
    "standing": "standing",
    "sitting": "sitting",
    "long_sitting": "sitting with the legs out in front",
    "lying": "lying down",
    "lying_supine": "lying on the back",
    "lying_side": "lying on the side",
    "lying_prone": "lying face down",
    "kneeling": "kneeling",
    "quadruped": "on hands and knees",
}
_SIDES = {
    "left": "left side",
    "right": "right side",
    "each": "one side after the other",
    "both": "both together",
}
_SUPPORTS = {
    "counter": "the kitchen bench",
    "window_sill": "the window sill",
    "surface": "something firm",
    "crutches": "crutches",
    "furniture": "the furniture",
}
_THINGS = {
    "weights": "weights",
    "ankle_weights": "ankle weights",
    "hurdles": "hurdles",
    "foam_pad": "foam",
}
_TIMES = {1: "once", 2: "twice"}
_NOT_HELD = {"wall", "corner"}


def echo(card: Card) -> str:
    """The card in one sentence, such as "Foam stance, standing, eyes closed: hold 30 s, 5 times."."""
    if card.negated:
        return f"Not done: {card.name}."
    how = ", ".join([_capitalised(card.name), *_manner(card)])
    much = [*_amounts(card), *_often(card)]
    told = f"{how}: {', '.join(much)}" if much else how
    return f"{told}{_beside(card)}."


def dose_in_words(card: Card) -> str:
    """The author's own numbers, such as "3 sets of 10, every day"; empty when the text gives none."""
    return ", ".join([*_amounts(card), *_often(card)])


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _manner(card: Card) -> Iterator[str]:
    position = _POSITIONS.get(card.position or "")
    if position and position not in card.name:
        yield position
    if card.side is not None:
        yield _SIDES[card.side]
    things = [_THINGS.get(thing, _a(thing)) for thing in card.equipment]
    things = [thing for thing in things if thing.split()[-1] not in card.name]
    if things:
        yield f"with {_listed(things)}"
    if card.support:
        yield from _holding(card.support)
    if card.eyes_closed is not None:
        yield "eyes closed" if card.eyes_closed else "eyes open"


def _holding(support: Sequence[str]) -> Iterator[str]:
    at = [f"the {place}" for place in support if place in _NOT_HELD]
    held = [_SUPPORTS.get(thing, _a(thing)) for thing in support if thing not in _NOT_HELD]
    if at:
        yield f"at {_listed(at, 'and')}"
    if held:
        yield f"holding {_listed(held, 'or')}"


def _a(thing: str) -> str:
    words = thing.replace("_", " ")
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"


def _listed(words: Sequence[str], joint: str = "and") -> str:
    *before, last = words
    return f"{', '.join(before)} {joint} {last}" if before else last


def _amounts(card: Card) -> Iterator[str]:
    if card.hold_s is not None:
        yield f"hold {_time(card.hold_s)}"
    if card.sets is not None and card.reps is not None:
        yield f"{_number(card.sets)} set{_s(card.sets)} of {_number(card.reps)}"
    elif card.sets is not None:
        yield f"{_number(card.sets)} set{_s(card.sets)}"
    elif card.reps is not None:
        yield f"{_number(card.reps)} time{_s(card.reps)}"
    if card.duration_s is not None:
        yield f"for {_time(card.duration_s)}"


def _often(card: Card) -> Iterator[str]:
    day, week = card.frequency_per_day, card.frequency_per_week
    if day is not None:
        yield "every day" if day == EACH_DAY else f"{_times(day)} a day"
    if week is not None:
        yield "every other day" if week == EVERY_OTHER_DAY else f"{_times(week)} a week"


def _beside(card: Card) -> str:
    if card.spotter is None:
        return ""
    return ", with somebody beside you" if card.spotter else ", alone is fine"


def _times(amount: Amount) -> str:
    word = _TIMES.get(int(amount)) if isinstance(amount, int | float) and amount == int(amount) else None
    return word or f"{_number(amount)} times"


def _time(amount: Amount) -> str:
    highest = amount[1] if isinstance(amount, tuple) else amount
    lowest = amount[0] if isinstance(amount, tuple) else amount
    if lowest >= MINUTE and lowest % MINUTE == 0 and highest % MINUTE == 0:
        return f"{_number(_scaled(amount))} min"
    return f"{_number(amount)} s"


def _scaled(amount: Amount) -> Amount:
    return (amount[0] / MINUTE, amount[1] / MINUTE) if isinstance(amount, tuple) else amount / MINUTE


def _number(amount: Amount) -> str:
    return f"{amount[0]:g} to {amount[1]:g}" if isinstance(amount, tuple) else f"{amount:g}"


def _s(amount: Amount) -> str:
    return "" if amount == 1 else "s"
