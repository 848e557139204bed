"""A writer that is killed in mid-write, again and again: what it acknowledged must be there.

A child of this process stores logs through the product's own action and acknowledges each
message on a pipe. SIGKILL meets it at a random instant; then the database is looked at.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from uuid6 import uuid7

from benchmarks.table import Measured, show
from handrail.person.words import Done
from handrail.session.log import Log

KILLS = 200
LOGS_A_MESSAGE = 3
LONGEST_S = 0.1  # from its first acknowledgement to the kill
UUID_BYTES = 16
MORNING = datetime(2026, 11, 24, 9, tzinfo=UTC)


def main(kills: int) -> int:
    """Kill so many writers; exit 1 when anything acknowledged is missing or the file is not whole."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HANDRAIL_HOME"] = folder
        _prepare()
        began = time.perf_counter()
        health = Path(folder) / "health.sqlite3"
        acknowledged: set[str] = set()
        lost = halves = damaged = 0
        for _ in range(kills):
            acknowledged |= _write_until_killed()
            kept, integrity = _look(health)
            lost += len(acknowledged - kept.keys())
            halves += sum(count != LOGS_A_MESSAGE for count in kept.values())
            damaged += integrity != "ok"
        seconds = time.perf_counter() - began
    show(
        "A writer killed in mid-write",
        [
            Measured("messages acknowledged", str(len(acknowledged))),
            Measured("messages half-written", str(halves), "0"),
            Measured("kills after which the file was damaged", str(damaged), "0"),
            Measured("seconds", f"{seconds:.1f}"),
        ],
    )
    print(f"{kills} kills, {len(acknowledged)} acknowledged, {lost} lost")
    return 1 if lost or halves or damaged or not acknowledged else 0


def _prepare() -> None:
    """Make the tables and the account, and close the databases: no connection may cross a fork."""
    from handrail.web.config.serve import prepare

    prepare()
    from django.db import connections

    from handrail.web.accounts.middleware import local_actor

    local_actor()
    connections.close_all()


def _write_until_killed() -> set[str]:
    """The sessions whose logs the writer acknowledged in its short life."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        _write_for_ever(write)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        told = pipe.read(UUID_BYTES)  # it has opened the database and is writing
        time.sleep(random.uniform(0, LONGEST_S))  # noqa: S311 -- no secret
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told += pipe.read()
    return {told[at : at + UUID_BYTES].hex() for at in range(0, len(told), UUID_BYTES)}


def _write_for_ever(pipe: int) -> None:
    from handrail.web.accounts.middleware import local_actor
    from handrail.web.practice.actions import store_logs

    actor = local_actor()
    while True:
        session = uuid7()
        store_logs(by=actor, entries=_message(session))
        os.write(pipe, session.bytes)


def _message(session: UUID) -> list[Log]:
    return [
        Log(
            id=uuid7(),
            session=session,
            position=position,
            exercise="mini-squat-two-hands",
            done=Done.FULL,
            started=MORNING,
            finished=MORNING,
        )
        for position in range(LOGS_A_MESSAGE)
    ]


def _look(health: Path) -> tuple[Counter[str], str]:
    """How many logs each session has, and whether the file is whole."""
    with closing(sqlite3.connect(health)) as database:
        kept = Counter(session for (session,) in database.execute("SELECT session FROM practice_logentry"))
        (integrity,) = database.execute("PRAGMA integrity_check").fetchone()
    return kept, integrity


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS))
