"""Planning in a process of its own: the solver's memory stays out of the server, and a crash of it too.

One person file a line on standard input, one plan a line on standard output; the end of the input
ends it.
"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

import msgspec

from handrail.catalogue.loader import load_catalogue
from handrail.person.files import person_as_json, read_person
from handrail.person.model import Person
from handrail.planner import constants as c
from handrail.planner.model import Plan
from handrail.planner.week import plan_week
from handrail.safety.constants import SIGNS

logger = logging.getLogger(__name__)


class Worker:
    """Asks the process, which is started by the first question and kept; in its place when it fails, greed.

    Parameters
    ----------
    patience_s
        How long a question may take, the start included.
    """

    def __init__(self, patience_s: float) -> None:
        self._patience_s = patience_s
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()
        self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="plans")

    def plan_week(self, person: Person) -> Plan:
        """The week as well as the solver finds it in time, else the greedy one."""
        with self._lock:
            try:
                return self._asked(person)
            except (OSError, TimeoutError, msgspec.DecodeError, msgspec.ValidationError) as error:
                logger.warning("Planned greedily: %r", error)
                self.stop()
        return plan_week(person, load_catalogue())

    def stop(self) -> None:
        """End the process; the next question starts another."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _asked(self, person: Person) -> Plan:
        process = self._process or self._start()
        if process.stdin is None or process.stdout is None:
            raise OSError
        process.stdin.write(json.dumps(person_as_json(person)).encode() + b"\n")
        process.stdin.flush()
        line = self._reader.submit(process.stdout.readline).result(self._patience_s)
        return msgspec.json.decode(line, type=Plan)

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", __name__]
        self._process = subprocess.Popen(  # noqa: S603 -- ourselves
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        return self._process


def main() -> None:
    """Answer questions until the input ends."""
    from handrail.planner.sweep import sweep_week

    catalogue = load_catalogue()
    for line in sys.stdin.buffer:
        person = read_person(line, catalogue.exercises, SIGNS, "the question")
        plan = sweep_week(person, catalogue, c.SOLVE["page"])
        sys.stdout.buffer.write(msgspec.json.encode(plan) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
