"""Starting: what cannot work is said in a sentence, and a second start does no work."""

from __future__ import annotations

import socket
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.server import free_port, running
from handrail.errors import SetupError
from handrail.web.config.serve import serve


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HANDRAIL_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def start_in_a_process_of_its_own(port: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "handrail", "run", "--port", str(port)]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)


def tables_in(database: Path) -> set[str]:
    """The apps whose tables a database holds."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {name.partition("_")[0] for (name,) in rows}


def test_a_taken_port_is_said_with_the_way_out(home: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SetupError, match=f"Port {port} cannot be used") as said:
            serve("127.0.0.1", port)
    assert said.value.way_out == "Choose another one, such as PORT=8001."
    assert not home.exists()


def test_a_first_start_makes_a_private_home_with_both_databases_and_a_second_one_is_quick(home: Path) -> None:
    with running(home) as first:
        assert first.get("/healthz") == b"ok\n"
        assert first.get("/about/")
    files = {path.name: stat.S_IMODE(path.stat().st_mode) for path in home.iterdir()}
    assert {"health.sqlite3", "community.sqlite3"} <= set(files)
    assert set(files.values()) == {0o600}
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    with running(home) as second:
        assert second.get("/healthz") == b"ok\n"


def test_each_database_holds_only_its_own_tables(home: Path) -> None:
    with running(home):
        pass
    tables = {name: tables_in(home / name) for name in ("health.sqlite3", "community.sqlite3")}
    assert "community" not in tables["health.sqlite3"]
    assert tables["community.sqlite3"] <= {"community", "django", "sqlite"}


def test_a_database_of_a_newer_version_is_left_alone(home: Path) -> None:
    with running(home):
        pass
    with closing(sqlite3.connect(home / "health.sqlite3")) as database, database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('profile', '9999_later', '2030-01-01')"
        )
    before = (home / "health.sqlite3").read_bytes()
    ended = start_in_a_process_of_its_own(free_port())
    assert ended.returncode == 2
    (line,) = ended.stderr.splitlines()
    assert "written by a newer Handrail" in line
    assert str(home / "health.sqlite3") in line
    assert line.endswith("Install the newer version again.")
    assert (home / "health.sqlite3").read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(home: Path) -> None:
    home.mkdir()
    (home / "health.sqlite3").write_bytes(b"a shopping list, kept under the wrong name" * 9)
    ended = start_in_a_process_of_its_own(free_port())
    assert ended.returncode == 2
    (line,) = ended.stderr.splitlines()
    assert f"{home / 'health.sqlite3'} cannot be opened" in line
    assert (home / "health.sqlite3").read_bytes() == b"a shopping list, kept under the wrong name" * 9


def test_interrupting_ends_it_cleanly(home: Path) -> None:
    with running(home) as server:
        assert server.get("/healthz")
        began = time.perf_counter()
    assert time.perf_counter() - began < 5
