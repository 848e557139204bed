"""The product itself on a disk that fills up and is cleared, fifty times."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest
from uuid6 import uuid7

from benchmarks.server import Server, free_port, launch, running

ROUNDS = 50
LOGS = 100
STORED, LATER = 200, 503


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 MB."""
    mounted = subprocess.run(
        ["/bin/mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", tmp_path], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield tmp_path
    subprocess.run(["/bin/umount", tmp_path], check=True)


def message() -> bytes:
    entry = {"session": str(uuid7()), "position": 0, "exercise": "mini-squat-two-hands", "done": "full"}
    times = {"started": "2026-11-24T09:00:00Z", "finished": "2026-11-24T09:04:00Z"}
    return json.dumps([{"id": str(uuid7()), **entry, **times} for _ in range(LOGS)]).encode()


def send(server: Server, body: bytes) -> int:
    with closing(HTTPConnection(server.url.removeprefix("http://"))) as connection:
        connection.request("POST", "/api/logs/", body, {"Content-Type": "application/json"})
        return connection.getresponse().status


def fill(disk: Path) -> Path:
    filler, free = disk / "films", os.statvfs(disk)
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, free.f_bavail * free.f_bsize)
    assert os.statvfs(disk).f_bavail == 0
    return filler


def kept(home: Path) -> list[int]:
    """How many logs each message left."""
    with closing(sqlite3.connect(home / "health.sqlite3")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = database.execute("SELECT count(*) FROM practice_logentry GROUP BY session").fetchall()
    return [number for (number,) in rows]


def test_given_a_disk_that_fills_up_when_it_is_cleared_then_the_same_server_stores_what_waited(
    disk: Path,
) -> None:
    answers = []
    with running(disk / "home"):
        pass  # the second start finds its tables made
    with running(disk / "home") as server:
        for _ in range(ROUNDS):
            filler, body = fill(disk), message()
            answers.append(send(server, body))
            assert server.get("/routines/"), "what is stored can be read"
            filler.unlink()
            assert send(server, body) == STORED
    assert set(answers) <= {STORED, LATER}
    assert answers.count(LATER) > ROUNDS / 2
    assert kept(disk / "home") == [LOGS] * ROUNDS


def test_given_a_full_disk_when_it_is_started_then_it_says_what_to_do(disk: Path) -> None:
    with running(disk / "home"):
        pass
    fill(disk)
    started = launch(disk / "home", free_port(), stderr=subprocess.PIPE)
    _, said = started.communicate(timeout=30)
    assert started.returncode == 2
    (line,) = said.decode().splitlines()
    assert line.endswith(
        "Nothing was changed. See that the disk has space and may be written to, then start again."
    )
