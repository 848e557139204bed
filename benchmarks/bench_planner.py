"""How long a week takes to plan and to check, and one verdict of the gate."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

from benchmarks.table import Measured, show
from handrail.catalogue.loader import load_catalogue
from handrail.person.files import read_person
from handrail.person.model import Person
from handrail.person.unanswered import at_easiest
from handrail.person.words import HelperNear, Place
from handrail.planner.check import check_plan
from handrail.planner.week import plan_week
from handrail.safety.constants import SIGNS
from handrail.safety.gate import body_on, judge
from handrail.safety.model import Setting

ROUNDS = 5
EVERY_DAY = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def somebody(on: date) -> Person:
    """A fit person with a bench, a bed and evenings with a helper."""
    table = {
        "goals": ["stronger_legs", "steadier_standing", "looser_muscles"],
        "home": {"places": ["kitchen_bench", "bed", "corner"], "equipment": ["band", "foam", "strap"]},
        "moments": [
            {"name": "waking", "place": "bed", "days": EVERY_DAY, "minutes": 6},
            {"name": "kettle", "place": "kitchen_bench", "days": EVERY_DAY, "minutes": 4},
            {"name": "evening", "place": "corner", "days": EVERY_DAY, "minutes": 15, "helper": "arms_reach"},
        ],
        "today": {"date": on.isoformat()},
    }
    told = read_person(table, load_catalogue().exercises, SIGNS, "the benchmark's person")
    return at_easiest(told)


def cpu_s(work: Callable[[], object]) -> float:
    """CPU seconds of one call, over some rounds after a warm-up."""
    work()
    started = time.process_time()
    for _ in range(ROUNDS):
        work()
    return (time.process_time() - started) / ROUNDS


def main() -> None:
    """Plan and check one week; judge the whole catalogue."""
    catalogue = load_catalogue()
    person = somebody(date(2026, 11, 23))
    plan = plan_week(person, catalogue)
    body = body_on(person, person.today)
    bench = Setting(Place.KITCHEN_BENCH, HelperNear.NONE, person.home.equipment)
    whole = cpu_s(lambda: [judge(exercise, body, bench) for exercise in catalogue])
    show(
        "Planner",
        [
            Measured("plan a week", f"{cpu_s(lambda: plan_week(person, catalogue)):.2f} CPU s"),
            Measured("check a week", f"{cpu_s(lambda: check_plan(plan, person, catalogue)):.3f} CPU s"),
            Measured(f"judge {len(catalogue)} exercises", f"{whole * 1000:.1f} ms", "at most 10 ms"),
            Measured("judge one exercise", f"{whole / len(catalogue) * 1e6:.0f} us", "at most 20 us"),
        ],
    )


if __name__ == "__main__":
    main()
