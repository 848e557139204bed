"""A planned dose as people say it."""

from __future__ import annotations

from typing import Any

import pytest

from handrail.catalogue.words import Eyes, Surface
from handrail.person.words import HelperNear, Support
from handrail.planner.model import Item
from handrail.planner.wording import dose_in_words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ({"sets": 2, "reps": 10}, "2 sets of 10"),
        ({"sets": 1, "reps": 8, "side": "each"}, "8 times, each side"),
        ({"sets": 3, "hold_s": 20.0}, "hold 20 seconds, 3 times"),
        (
            {"sets": 1, "reps": 2, "hold_s": 30.0, "side": "left"},
            "2 times, hold 30 seconds each time, left side",
        ),
        ({"sets": 1, "duration_s": 90.0}, "1 minute 30 seconds"),
        ({"sets": 2, "duration_s": 60.0, "side": "both"}, "2 times 1 minute"),
    ],
)
def test_a_dose_reads_as_people_say_it(amount: dict[str, Any], words: str) -> None:
    empty: dict[str, Any] = {"reps": None, "hold_s": None, "duration_s": None, "side": None}
    item = Item(
        exercise="any",
        support=Support.NONE,
        helper=HelperNear.NONE,
        eyes=Eyes.OPEN,
        surface=Surface.FIRM,
        minutes=1,
        reasons=(),
        **{**empty, **amount},
    )
    assert dose_in_words(item) == words
