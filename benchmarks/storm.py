"""A storm over the log: 200 devices, 10,000 logs, broken sends, replays, and a server that is killed.

Prints what happened, and in its last line what the database holds afterwards. Exit 1 when a log
was lost or stored twice, or when it was no storm.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from uuid6 import uuid7

from benchmarks.server import free_port, kill, launch, wait_for
from benchmarks.storm_device import Batch, Tally, deliver
from benchmarks.table import Measured, show

DEVICES = 200
LOGS = 10_000
LOGS_A_BATCH = 10
REPLAYED = 0.2  # the share of batches that are sent a second time, shuffled
KILLS = 8

LEAST_ABORTED, LEAST_REPLAYED, LEAST_KILLS, LONGEST_S = 0.25, 0.15, 8, 60
PERCENT = 100


@dataclass(frozen=True)
class Outcome:
    """What the storm was, and what is in the database after it."""

    tally: Tally
    sent: int
    lost: int
    doubled: int
    replayed: float
    kills: int
    seconds: float
    integrity: str

    @property
    def aborted(self) -> float:
        """The share of sends that the device let go of."""
        return self.tally.aborted / self.tally.sends

    @property
    def good(self) -> bool:
        """Nothing lost, nothing doubled, and it was a storm."""
        enough = self.aborted >= LEAST_ABORTED and self.replayed >= LEAST_REPLAYED
        kept = (self.lost, self.doubled, self.integrity) == (0, 0, "ok")
        return kept and enough and self.kills >= LEAST_KILLS and self.seconds <= LONGEST_S

    def __str__(self) -> str:
        return f"{self.sent} sent, {self.lost} lost, {self.doubled} doubled"


def main() -> int:
    """Run one storm and say how it ended."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = storm(Path(folder) / "home", random.Random())  # noqa: S311 -- no secret
    show(f"Storm over the log: {DEVICES} devices", _rows(outcome))
    print(outcome)
    return 0 if outcome.good else 1


def storm(home: Path, chance: random.Random) -> Outcome:
    """Send everything through a server on an empty home, then look at what it kept."""
    batches = _batches()
    replays = [
        chance.sample(batch, len(batch)) for batch in chance.sample(batches, int(len(batches) * REPLAYED))
    ]
    began = time.perf_counter()
    tally, kills = asyncio.run(_rage(home, [*batches, *replays], chance))
    ids = {log["id"].replace("-", "") for batch in batches for log in batch}
    lost, doubled, integrity = look(home, ids)
    return Outcome(
        tally=tally,
        sent=len(ids),
        lost=lost,
        doubled=doubled,
        replayed=len(replays) / len(batches),
        kills=kills,
        seconds=time.perf_counter() - began,
        integrity=integrity,
    )


def _batches() -> list[Batch]:
    session = str(uuid7())
    logs = [_log(session, number) for number in range(LOGS)]
    return [logs[start : start + LOGS_A_BATCH] for start in range(0, LOGS, LOGS_A_BATCH)]


def _log(session: str, number: int) -> dict[str, object]:
    """The position and the repetitions together tell each log from every other."""
    return {
        "id": str(uuid7()),
        "session": session,
        "position": number // 100,
        "reps": number % 100,
        "exercise": "mini-squat-two-hands",
        "done": "full",
        "started": "2026-11-24T09:00:00Z",
        "finished": "2026-11-24T09:04:00Z",
    }


async def _rage(home: Path, work: list[Batch], chance: random.Random) -> tuple[Tally, int]:
    """All devices at once, each with its share, while the server is killed again and again."""
    chance.shuffle(work)
    port, tally = free_port(), Tally()
    process = await asyncio.to_thread(_start, home, port)
    killing = asyncio.create_task(_kill_again_and_again(process, home, port, tally, len(work)))
    await asyncio.gather(*(deliver(port, work[own::DEVICES], tally, chance) for own in range(DEVICES)))
    process, kills = await killing
    kill(process)
    return tally, kills


def _start(home: Path, port: int) -> subprocess.Popen[bytes]:
    process = launch(home, port)
    wait_for(port, process)
    return process


async def _kill_again_and_again(
    process: subprocess.Popen[bytes], home: Path, port: int, tally: Tally, batches: int
) -> tuple[subprocess.Popen[bytes], int]:
    """Kill it at even steps of what is done, so that each time there is more to come."""
    for number in range(1, KILLS + 1):
        while tally.acknowledged < batches * number / (KILLS + 1):  # noqa: ASYNC110 -- not an event but a count
            await asyncio.sleep(0.005)
        kill(process)
        process = await asyncio.to_thread(_start, home, port)
    return process, KILLS


def look(home: Path, ids: set[str]) -> tuple[int, int, str]:
    """How many are missing, how many stand twice by id or by content, and whether the file is whole."""
    with closing(sqlite3.connect(home / "health.sqlite3")) as database:
        rows = database.execute("SELECT id, session, position, reps FROM practice_logentry").fetchall()
        (integrity,) = database.execute("PRAGMA integrity_check").fetchone()
    kept = {row[0] for row in rows}
    return len(ids - kept), len(rows) - len({row[1:] for row in rows}), integrity


def _rows(outcome: Outcome) -> Sequence[Measured]:
    tally = outcome.tally
    return [
        Measured("sends that reached the server", str(tally.sends)),
        Measured(
            "aborted by the device", f"{outcome.aborted * PERCENT:.1f} %", f"at least {LEAST_ABORTED:.0%}"
        ),
        Measured("cut off by a kill", str(tally.cut_off)),
        Measured("other answers than 200", str(len(tally.surprises))),
        Measured(
            "batches replayed, shuffled",
            f"{outcome.replayed * PERCENT:.1f} %",
            f"at least {LEAST_REPLAYED:.0%}",
        ),
        Measured("kills of the server", str(outcome.kills), f"at least {LEAST_KILLS}"),
        Measured("seconds", f"{outcome.seconds:.1f}", f"at most {LONGEST_S}"),
        Measured("PRAGMA integrity_check", outcome.integrity, "ok"),
    ]


if __name__ == "__main__":
    sys.exit(main())
