"""A writer killed two hundred times in mid-write: all that it acknowledged is there."""

from __future__ import annotations

import re
import subprocess
import sys


def test_given_200_kills_in_mid_write_when_the_file_is_opened_then_nothing_acknowledged_is_missing() -> None:
    command = [sys.executable, "-m", "benchmarks.kills"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    said = re.fullmatch(r"200 kills, (\d+) acknowledged, 0 lost", ended.stdout.splitlines()[-1])
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert said is not None
    assert int(said.group(1)) >= 200, "each writer was killed while it wrote"
