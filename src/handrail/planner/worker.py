"""Planning in a process of its own: the solver's memory stays out of the server, and a crash of it too.

One question a line on standard input, one answer a line on standard output; the end of the input
ends it.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

import msgspec

from handrail.catalogue.loader import load_catalogue
from handrail.person.files import person_as_json, read_person
from handrail.person.model import Person
from handrail.planner import constants as c
from handrail.planner.model import Must, Plan, WhyNot
from handrail.planner.week import plan_week
from handrail.safety.constants import SIGNS

if TYPE_CHECKING:
    from handrail.planner.sweep import Swept

KEPT_WEEKS = 32
Answer = TypeVar("Answer")
logger = logging.getLogger(__name__)


class _Asked(msgspec.Struct):
    """Whose week it is, and what must stand in it when that is the question."""

    person: msgspec.Raw
    must: Must | None = None


class Worker:
    """Asks the process, which is started by the first question and kept.

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
        return self._asked(person, None, Plan) or plan_week(person, load_catalogue())

    def why_not(self, person: Person, must: Must) -> WhyNot | None:
        """Why an exercise does not stand in a slot of that week; None when no answer comes in time."""
        return self._asked(person, must, WhyNot)

    @property
    def pid(self) -> int | None:
        """The process's number; None while there is none."""
        return None if self._process is None else self._process.pid

    def stop(self) -> None:
        """End the process; the next question starts another."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _asked(self, person: Person, must: Must | None, kind: type[Answer]) -> Answer | None:
        told = msgspec.Raw(msgspec.json.encode(person_as_json(person)))
        with self._lock:
            try:
                line = self._answer_to(msgspec.json.encode(_Asked(told, must)))
                return msgspec.json.decode(line, type=kind)
            except (OSError, TimeoutError, msgspec.DecodeError, msgspec.ValidationError) as error:
                logger.warning("No answer from the planner's process: %r", error)
                self.stop()
        return None

    def _answer_to(self, question: bytes) -> bytes:
        process = self._process or self._start()
        if process.stdin is None or process.stdout is None:
            raise OSError
        process.stdin.write(question + b"\n")
        process.stdin.flush()
        return self._reader.submit(process.stdout.readline).result(self._patience_s)

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", __name__]
        self._process = subprocess.Popen(  # noqa: S603 -- ourselves
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl+C is for the server, whose end then ends this input
        )
        return self._process


@lru_cache(KEPT_WEEKS)
def _swept(person: bytes) -> Swept:
    from handrail.planner.sweep import swept_for

    catalogue = load_catalogue()
    who = read_person(person, catalogue.exercises, SIGNS, "the question")
    return swept_for(who, catalogue, c.SOLVE["page"])


def main() -> None:
    """Answer questions until the input ends."""
    for line in sys.stdin.buffer:
        asked = msgspec.json.decode(line, type=_Asked)
        swept = _swept(bytes(asked.person))
        answer = swept.why_not(asked.must) if asked.must else swept.plan()
        sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
