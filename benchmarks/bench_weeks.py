"""How good fifty people's weeks are and what they cost, beside the most that they could be worth."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.bounds import SECONDS, kept_bounds
from benchmarks.people import people
from benchmarks.table import Measured, show
from handrail.catalogue.loader import load_catalogue
from handrail.person.model import Person
from handrail.planner.candidates import Finder
from handrail.planner.model import Must
from handrail.planner.question import Question
from handrail.planner.slots import week_of
from handrail.planner.solve import solve
from handrail.planner.sweep import Swept, swept_for
from handrail.planner.value import WeekDraft
from handrail.planner.week import draft_week
from handrail.planner.worker import Worker

TODAY_EFFORT = 5.0
WEEK_S, TODAY_S = 4.0, 0.5  # the goals
EVERY = 12  # of the exercises, so many apart, are asked about


@dataclass(frozen=True, slots=True)
class Week:
    """One person's: what two weeks are worth, and CPU seconds."""

    greedy: int
    swept: int
    week_s: float
    today_s: float
    is_today_proven: bool
    answers_s: tuple[float, ...]


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What it gives, and its CPU seconds."""
    started = time.process_time()
    return work(), time.process_time() - started


def measured(person: Person) -> Week:
    """Plan one person's week both ways, today alone, and ask why not."""
    catalogue = load_catalogue()
    swept, week_s = timed(lambda: swept_for(person, catalogue))
    finder, question = swept.finder, swept.question
    greedy = draft_week(finder, week_of(person, load_catalogue()))
    today, today_s = timed(lambda: today_again(person, greedy))
    worth = question.worth_of
    return Week(
        greedy=worth(greedy),
        swept=worth(swept.week),
        week_s=week_s,
        today_s=today_s,
        is_today_proven=today is None or today.proven,
        answers_s=tuple(answers(swept)),
    )


def today_again(person: Person, week: WeekDraft) -> Any:
    """Today's bouts chosen anew, from a fresh start."""
    question = Question(Finder(person, load_catalogue()), week_of(person, load_catalogue()))
    return solve(week, question.slots_on({0}), question, TODAY_EFFORT)


def answers(swept: Swept) -> list[float]:
    """The CPU seconds of some why-nots."""
    slots = [(day, slot) for day in (0, 3) for slot in range(len(swept.question.slots[day]))][:2]
    asked = [exercise.slug for exercise in load_catalogue()][::EVERY]
    questions = [Must(*at, slug) for at in slots for slug in asked]
    return [timed(partial(swept.why_not, must))[1] for must in questions]


def megabytes_of(worker: Worker) -> float:
    """The most memory that the worker's process has held."""
    status = Path(f"/proc/{worker.pid}/status").read_text(encoding="utf-8")
    (peak,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(peak.split()[1]) / 1024


def memory(some: list[Person]) -> float:
    """Of a worker that planned for some."""
    worker = Worker(patience_s=60)
    try:
        for person in some:
            worker.plan_week(person)
        return megabytes_of(worker)
    finally:
        worker.stop()


def gap(value: int, bound: int) -> float:
    """How much of the bound is missing; none where there is nothing to gain."""
    return 1 - value / bound if bound else 0.0


def main() -> None:
    """Print the table."""
    some = people()
    weeks = [measured(person) for person in some]
    cpu = sorted(week.week_s for week in weeks)
    today = sorted(week.today_s for week in weeks)
    why = [seconds for week in weeks for seconds in week.answers_s]
    proven = sum(week.is_today_proven for week in weeks)
    show(
        f"Weeks of {len(some)} people",
        [
            *beside_bounds(some, weeks),
            Measured(
                "a week swept", f"median {median(cpu):.1f}, most {cpu[-1]:.1f} CPU s", f"at most {WEEK_S:.0f}"
            ),
            Measured("weeks swept within that", f"{sum(one <= WEEK_S for one in cpu)} of {len(cpu)}", "all"),
            Measured(
                "today alone", f"median {median(today):.2f}, most {today[-1]:.2f} CPU s", f"at most {TODAY_S}"
            ),
            Measured("todays within that", f"{sum(one <= TODAY_S for one in today)} of {len(today)}", "all"),
            Measured("today proven optimal", f"{proven} of {len(weeks)}", "all"),
            Measured(
                "why not", f"median {median(why) * 1000:.1f}, most {max(why) * 1000:.0f} ms", "median 100"
            ),
            Measured("memory of the worker", f"{memory(some[:10]):.0f} MB", "at most 200"),
        ],
    )


def beside_bounds(some: list[Person], weeks: list[Week]) -> list[Measured]:
    """The gaps to the bounds that were kept, if those are of today's model."""
    kept = kept_bounds(some)
    if len(kept) < len(some):
        return [Measured("gaps", "the kept bounds are of another model", "run make bounds")]
    bounds = [kept[number] for number in range(len(some))]
    rows = []
    for name, values in (
        ("greedy", [week.greedy for week in weeks]),
        ("swept", [week.swept for week in weeks]),
        ("whole week in a minute", [bound.found for bound in bounds]),
    ):
        gaps = [gap(value, bound.bound) for value, bound in zip(values, bounds, strict=True)]
        figure = f"median {median(gaps):.1%}, most {max(gaps):.1%}"
        rows.append(Measured(f"{name}: gap to the bound", figure, "median 3 %" if name == "swept" else ""))
    better = sum(week.swept >= bound.found for week, bound in zip(weeks, bounds, strict=True))
    settled = sum(bound.seconds in {0, SECONDS} for bound in bounds)
    return [
        *rows,
        Measured("swept at least as good as a minute of the whole week", f"{better} of {len(bounds)}", "45"),
        Measured("bounds proven, or looked into for 600 s", f"{settled} of {len(bounds)}", "all"),
    ]


if __name__ == "__main__":
    main()
