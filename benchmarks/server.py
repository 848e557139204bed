"""A real `handrail run` in a process of its own, and what the system says about it."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPResponse
from pathlib import Path

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
PATIENCE_S = 30


@dataclass(frozen=True)
class Server:
    """A running server: its address, its process, and how long it took to answer."""

    url: str
    pid: int
    start_s: float

    def get(self, path: str, *, compressed: bool = False) -> bytes:
        """The body of a page, as it travels."""
        request = urllib.request.Request(self.url + path)  # noqa: S310 -- our own loopback server
        if compressed:
            request.add_header("Accept-Encoding", "br")
        response: HTTPResponse
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as response:  # noqa: S310 -- the same
            return response.read()

    def cpu_s(self) -> float:
        """CPU seconds the process has used, in user and kernel."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS_PER_SECOND

    def memory_mb(self) -> float:
        """Proportional set size of the process, in megabytes."""
        lines = Path(f"/proc/{self.pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


@contextmanager
def running(home: Path, python: str = sys.executable, more: tuple[str, ...] = ()) -> Iterator[Server]:
    """Start the server of a Python on a free port with its data in `home`, and end it afterwards.

    `more` is written after the command.
    """
    started = time.perf_counter()
    port = free_port()
    process = launch(home, port, python, more=more)
    try:
        wait_for(port, process)
        yield Server(f"http://127.0.0.1:{port}", process.pid, time.perf_counter() - started)
    finally:
        still_up = process.poll() is None
        process.terminate()
        process.wait(timeout=PATIENCE_S)
    if not still_up:
        message = f"the server ended by itself with code {process.returncode}"
        raise RuntimeError(message)


def launch(
    home: Path,
    port: int,
    python: str = sys.executable,
    stderr: int | None = None,
    more: tuple[str, ...] = (),
) -> subprocess.Popen[bytes]:
    """Start a server; it does not answer yet. `more` is written after the command."""
    command = [python, "-m", "handrail", "run", "--port", str(port), *more]
    environment = {**os.environ, "HANDRAIL_HOME": str(home), "PYTHONFAULTHANDLER": "1"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=stderr)


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a server as a flat battery would: at once, whatever it is doing."""
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=PATIENCE_S)


def free_port() -> int:
    """A port that nobody listens on and that the system gives to no outgoing connection.

    A port of the system's own range might be taken by somebody who asks a server that is down.
    Not from `random`: tests that run side by side begin with one seed, and would draw one port.
    """
    while True:
        port = 20_000 + secrets.randbelow(10_000)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Return when the server answers.

    Whom it let in waits in line: asking anew each second would stand behind everybody else each time.
    """
    url = f"http://127.0.0.1:{port}/healthz"
    deadline = time.perf_counter() + PATIENCE_S
    while time.perf_counter() < deadline:
        if process.poll() is not None:
            message = f"the server ended with code {process.returncode}"
            raise RuntimeError(message)
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE_S):
                return
        except OSError:
            time.sleep(0.02)
    message = f"the server did not answer within {PATIENCE_S} s"
    raise RuntimeError(message)
