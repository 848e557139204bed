"""What is read back: a card as a sentence, a dose in words."""

from __future__ import annotations

from typing import Any

import pytest

from handrail.reader.model import Card
from handrail.reader.sentence import dose_in_words, echo


def card(name: str, **fields: Any) -> Card:
    return Card(start=0, end=1, span_text="x", name=name, **fields)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Heel raise."),
        ({"negated": True, "reps": 5.0}, "Not done: heel raise."),
        ({"sets": 2.0, "reps": 8.0}, "Heel raise: 2 sets of 8."),
        (
            {"position": "standing", "support": ("counter", "rail")},
            "Heel raise, standing, holding the kitchen bench or a rail.",
        ),
        ({"support": ("wall",), "eyes_closed": False}, "Heel raise, at the wall, eyes open."),
        (
            {"side": "each", "equipment": ("exercise_ball", "weights")},
            "Heel raise, one side after the other, with an exercise ball and weights.",
        ),
        ({"spotter": True, "reps": (6.0, 8.0)}, "Heel raise: 6 to 8 times, with somebody beside you."),
        ({"spotter": False}, "Heel raise, alone is fine."),
    ],
)
def test_given_a_card_when_it_is_read_back_then_it_is_one_plain_sentence(
    fields: dict[str, Any], sentence: str
) -> None:
    assert echo(card("heel raise", **fields)) == sentence


def test_given_a_stance_with_everything_when_it_is_read_back_then_nothing_is_left_out() -> None:
    told = card(
        "foam stance",
        position="standing",
        equipment=("foam_pad",),
        eyes_closed=True,
        hold_s=30.0,
        reps=5.0,
        spotter=True,
    )
    assert echo(told) == ("Foam stance, standing, eyes closed: hold 30 s, 5 times, with somebody beside you.")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, ""),
        ({"sets": 3.0, "reps": 10.0, "frequency_per_day": 1.0}, "3 sets of 10, every day"),
        ({"sets": 1.0}, "1 set"),
        ({"duration_s": 600.0, "frequency_per_week": 3.5}, "for 10 min, every other day"),
        ({"duration_s": (300.0, 600.0)}, "for 5 to 10 min"),
        ({"hold_s": 90.0, "reps": 1.0}, "hold 90 s, 1 time"),
        ({"frequency_per_day": 2.0}, "twice a day"),
        ({"frequency_per_week": (3.0, 4.0)}, "3 to 4 times a week"),
    ],
)
def test_given_a_dose_when_it_is_put_in_words_then_the_numbers_are_the_authors(
    fields: dict[str, Any], words: str
) -> None:
    assert dose_in_words(card("heel raise", **fields)) == words
