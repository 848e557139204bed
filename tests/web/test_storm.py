"""The storm at its whole size: no log is lost and none stands twice."""

from __future__ import annotations

import random
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from benchmarks.storm import LEAST_ABORTED, LEAST_KILLS, LEAST_REPLAYED, LOGS, LONGEST_S, look, storm


def test_given_broken_sends_replays_and_kills_when_all_is_over_then_every_log_is_there_once(
    tmp_path: Path,
) -> None:
    chance = random.Random()  # noqa: S311 -- no secret
    # In a thread of its own: a browser's tests may have left an event loop in this one.
    with ThreadPoolExecutor(1) as thread:
        outcome = thread.submit(storm, tmp_path / "home", chance).result()
    assert str(outcome) == f"{LOGS} sent, 0 lost, 0 doubled"
    assert outcome.integrity == "ok"
    assert outcome.aborted >= LEAST_ABORTED
    assert outcome.replayed >= LEAST_REPLAYED
    assert outcome.kills >= LEAST_KILLS
    assert outcome.tally.surprises == []
    assert outcome.seconds <= LONGEST_S


def test_the_look_afterwards_sees_what_is_missing_and_what_stands_twice(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "health.sqlite3")) as database, database:
        database.execute("CREATE TABLE practice_logentry (id, session, position, reps)")
        database.executemany(
            "INSERT INTO practice_logentry VALUES (?, 's', 0, ?)", [("a", 1), ("b", 2), ("c", 2)]
        )
    assert look(tmp_path, {"a", "b", "c", "d"}) == (1, 1, "ok")
