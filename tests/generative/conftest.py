"""Counts what was tried, and says so at the end of a run in one process."""

from __future__ import annotations

import time
from collections import Counter

import pytest

TRIED = pytest.StashKey[Counter[str]]()


@pytest.fixture(scope="session")
def tried(pytestconfig: pytest.Config) -> Counter[str]:
    return pytestconfig.stash.setdefault(TRIED, Counter())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    tried = config.stash.get(TRIED, Counter())
    terminalreporter.section("tried")
    for what, number in tried.items():
        terminalreporter.write_line(f"{number:,} {what}")
    terminalreporter.write_line(f"{time.process_time():.0f} CPU seconds")
