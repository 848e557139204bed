"""What a history gives reason to talk about, as tables."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from handrail.catalogue.model import Ladder
from handrail.person.model import Entry
from handrail.person.words import Done
from handrail.planner.notices import Notice, NoticeKind, notices_for
from tests.planner.somebody import CATALOGUE, entry, somebody

SQUAT = CATALOGUE.ladders["squat"]
MARCH = CATALOGUE.ladders["march"]
SIT_UP = CATALOGUE.ladders["sit-up"]
STRETCH = CATALOGUE.ladders["calf-stretch"]
PLATEAU, DECLINE = NoticeKind.PLATEAU, NoticeKind.DECLINE
EVERY_OTHER_DAY = range(63, 0, -2)


def rungs(ladder: Ladder, at: int, days: Iterable[int], **differs: object) -> tuple[Entry, ...]:
    """The rung of a ladder, counted from 0, done on so many days before today."""
    return tuple(entry(ladder.rungs[at], day, **differs) for day in days)


def kept(ladder: Ladder, at: int, days: Iterable[int]) -> tuple[Entry, ...]:
    """Done well enough to stay, and never well enough to go on."""
    return rungs(ladder, at, days, effort=7)


def lost(ladder: Ladder, at: int, day: int) -> tuple[Entry, ...]:
    """Kept, until it got too hard; from then on one rung lower."""
    return (
        *kept(ladder, at, range(63, day, -2)),
        *rungs(ladder, at, [day], effort=9),
        *kept(ladder, at - 1, range(day - 2, 0, -2)),
    )


def told(*history: Entry) -> tuple[Notice, ...]:
    return notices_for(somebody(history=history), CATALOGUE)


@pytest.mark.parametrize(
    ("what", "history", "expected"),
    [
        ("nothing done", (), []),
        ("two months on one rung", kept(SQUAT, 1, EVERY_OTHER_DAY), [(PLATEAU, "squat")]),
        ("only five weeks of it", kept(SQUAT, 1, range(35, 0, -2)), []),
        ("only once a week", kept(SQUAT, 1, range(63, 0, -6)), []),
        ("not in each week", kept(SQUAT, 1, [*range(63, 28, -1), *range(14, 0, -1)]) + kept(MARCH, 2, range(28, 14, -2)),
         []),
        ("a rung opened", kept(SQUAT, 1, range(63, 20, -2)) + rungs(SQUAT, 1, [19, 17]) + kept(SQUAT, 2, [15, 8, 2]), []),
        ("an easier rung than the open one", kept(SQUAT, 0, EVERY_OTHER_DAY), []),
        ("the last rung has nothing above it",
         rungs(SIT_UP, 0, [73, 71]) + rungs(SIT_UP, 1, [68, 66, 64]) + kept(SIT_UP, 2, range(62, 0, -2)), []),
        ("a stretch is not there to be climbed", kept(STRETCH, 2, EVERY_OTHER_DAY), []),
        ("nothing of it was done", rungs(SQUAT, 1, EVERY_OTHER_DAY, done=Done.NONE, near_fall=False), []),
        ("two ladders lost within three weeks", lost(SQUAT, 1, 17) + lost(MARCH, 2, 15),
         [(DECLINE, "squat"), (DECLINE, "march")]),
        ("one ladder lost within three weeks may be a bad patch", lost(SQUAT, 1, 17), []),
        ("one ladder lost for long", lost(SQUAT, 1, 37), [(DECLINE, "squat")]),
        ("lost two days ago: too soon to say", lost(SQUAT, 1, 3) + lost(MARCH, 2, 3), []),
        ("lost and regained",
         lost(SQUAT, 1, 37)[:-5] + rungs(SQUAT, 0, [9, 7]) + kept(SQUAT, 1, [5, 3, 1]), []),
        ("days away are no decline", tuple(e for e in lost(SQUAT, 1, 37) if not 20 < (somebody().today.date - e.date).days < 30),
         []),
    ],
)  # fmt: skip
def test_what_is_told(what: str, history: tuple[Entry, ...], expected: list[tuple[NoticeKind, str]]) -> None:
    assert [(notice.kind, notice.ladder) for notice in told(*history)] == expected, what


def test_a_plateau_comes_with_its_numbers() -> None:
    (notice,) = told(*kept(SQUAT, 1, EVERY_OTHER_DAY))
    assert (notice.until - notice.since).days == 42
    assert notice.rung_then == notice.rung_now == SQUAT.rungs[1]
    assert notice.sessions == 21
    assert "talk to your therapist" in notice.text


def test_a_decline_names_both_rungs_and_whom_to_tell_and_promises_nothing() -> None:
    (notice,) = told(*lost(SQUAT, 1, 37))
    assert (notice.rung_then, notice.rung_now) == SQUAT.rungs[1::-1]
    assert "Please tell your neurologist or your therapist soon." in notice.text
    assert "relapse" not in notice.text


def test_after_a_flare_up_that_is_known_nothing_is_told_twice() -> None:
    history = lost(SQUAT, 1, 37)
    flared = somebody(history=history, screen={"relapse_or_steroids_3_months": True})
    assert notices_for(flared, CATALOGUE) == ()
