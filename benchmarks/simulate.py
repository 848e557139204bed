"""Two hundred simulated people over half a year, planned anew each week or not at all.

Writes the figures into ``docs/simulation.md`` and the plot beside it. A simulation of our own
assumptions; no evidence of an effect on anybody.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

from benchmarks.simulated.people import somebody
from benchmarks.simulated.plot import plot
from benchmarks.simulated.world import Lived, Week, live
from handrail.catalogue.loader import load_catalogue

PEOPLE, PROCESSES = 200, 2
WEEKS_SHOWN = (1, 4, 8, 13, 26)
DOCS = Path(__file__).parents[1] / "docs"
FIGURES = re.compile(r"(?<=<!-- figures -->\n).*(?=<!-- end -->)", re.DOTALL)


class Pair(NamedTuple):
    """One person's half year in both arms, and the CPU seconds it took."""

    planned: Lived
    static: Lived
    cpu_s: float


def main() -> None:
    """Simulate everybody, or the first so many named on the command line."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    with Pool(PROCESSES) as pool:
        pairs = pool.map(both_arms, range(count), chunksize=2)
    planned, static = [pair.planned for pair in pairs], [pair.static for pair in pairs]
    table = as_table(planned, static)
    print(f"{count} people, {sum(pair.cpu_s for pair in pairs):.0f} CPU seconds\n\n{table}")
    if count == PEOPLE:
        page = DOCS / "simulation.md"
        page.write_text(FIGURES.sub(f"\n{table}\n", page.read_text(encoding="utf-8")), encoding="utf-8")
        drawing = plot(balance_by_week(planned), balance_by_week(static))
        (DOCS / "images" / "simulation.svg").write_text(drawing, encoding="utf-8")


def both_arms(seed: int) -> Pair:
    """The person of a seed, twice from the same start."""
    started = time.process_time()
    catalogue = load_catalogue()
    who = somebody(seed, catalogue)
    planned, static = (live(who, catalogue, static=static) for static in (False, True))
    return Pair(planned, static, time.process_time() - started)


def balance_by_week(lives: Sequence[Lived]) -> list[float]:
    """The median person's balance minutes, week by week."""
    return [
        statistics.median(week.balance_minutes for week in weeks)
        for weeks in zip(*(life.weeks for life in lives), strict=True)
    ]


def as_table(planned: Sequence[Lived], static: Sequence[Lived]) -> str:
    """Both arms side by side, in Markdown."""
    rows = [("what", "planned each week", "first week repeated"), ("---", "---:", "---:")]
    rows += [(what, say(planned), say(static)) for what, say in _ROWS]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _balance_in(week: int) -> Callable[[Sequence[Lived]], str]:
    return lambda lives: f"{balance_by_week(lives)[week - 1]:.0f}"


def _sum(lives: Sequence[Lived], of: Callable[[Week], float]) -> float:
    return sum(of(week) for life in lives for week in life.weeks)


def _a_session(lives: Sequence[Lived], of: Callable[[Week], float]) -> float:
    return 100 * _sum(lives, of) / _sum(lives, lambda week: week.sessions)


def _after_flares(lives: Sequence[Lived]) -> float:
    weeks = [week for life in lives for week in life.weeks if week.after_flare]
    return 100 * sum(week.near_falls for week in weeks) / max(sum(week.sessions for week in weeks), 1)


def _mean_minutes(lives: Sequence[Lived]) -> str:
    return f"{statistics.mean(week.minutes for life in lives for week in life.weeks):.0f}"


def _mean_ability(lives: Sequence[Lived]) -> float:
    return statistics.mean(life.ability for life in lives)


_ROWS: list[tuple[str, Callable[[Sequence[Lived]], str]]] = [
    *((f"balance minutes done in week {week}, median", _balance_in(week)) for week in WEEKS_SHOWN),
    ("minutes done a week, all kinds, mean", _mean_minutes),
    ("rungs climbed, all ladders, median", lambda lives: f"{statistics.median(x.rungs for x in lives):.0f}"),
    (
        "hidden ability gained on the ladders of the goals, rungs, mean",
        lambda lives: f"{_mean_ability(lives):.2f}",
    ),
    ("sessions with an effort of 3 to 7", lambda lives: f"{_a_session(lives, lambda w: w.in_range):.0f} %"),
    ("near-falls in 100 sessions", lambda lives: f"{_a_session(lives, lambda w: w.near_falls):.2f}"),
    (
        "near-falls in 100 sessions, within 12 weeks of a flare-up",
        lambda lives: f"{_after_flares(lives):.2f}",
    ),
    ("falls in 1000 sessions", lambda lives: f"{10 * _a_session(lives, lambda w: w.falls):.2f}"),
    ("sessions done", lambda lives: f"{_sum(lives, lambda w: w.sessions):,.0f}"),
    ("weekly plans with a rule broken", lambda lives: f"{_sum(lives, lambda w: w.faults > 0):.0f}"),
]


if __name__ == "__main__":
    main()
