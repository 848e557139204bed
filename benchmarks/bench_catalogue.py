"""The catalogue: loading all content, searching it, and the weight of its figures."""

from __future__ import annotations

import gzip
import statistics
import time
from collections.abc import Callable
from itertools import cycle

from benchmarks.table import Measured, show
from handrail.catalogue.loader import content_root, load_catalogue, read_catalogue
from handrail.catalogue.search import index_of_shipped
from handrail.figure.animate import moving
from handrail.figure.draw import still

LOADS, SEARCHES = 5, 400
KB, FIGURE_KB = 1000, 12
QUERIES = (
    "my calves are tight in the morning",
    "foot drags",
    "I fall over when I turn round in the kitchen",
    "something for my legs while the kettle boils",
)


def main() -> None:
    """Measure loading, searching and drawing."""
    catalogue = load_catalogue()
    index = index_of_shipped()
    queries = cycle(QUERIES)
    movements = [exercises[0] for exercises in catalogue.movements.values()]
    show(
        "Catalogue",
        [
            Measured("exercises, movements, ladders", _counts(), "at least 400, 140, 23"),
            Measured(
                "load of all content, CPU",
                _cpu(lambda: read_catalogue(content_root()), LOADS),
                "at most 150 ms",
            ),
            Measured("search, CPU", _cpu(lambda: index.search(next(queries)), SEARCHES), "at most 20 ms"),
            *_weights("still figure", [still(one) for one in movements]),
            *_weights("moving figure", [moving(one) for one in movements], "at most 12 kB"),
        ],
    )


def _counts() -> str:
    catalogue = load_catalogue()
    return f"{len(catalogue)}, {len(catalogue.movements)}, {len(catalogue.ladders)}"


def _cpu(work: Callable[[], object], times: int) -> str:
    before = time.process_time()
    for _ in range(times):
        work()
    return f"{(time.process_time() - before) / times * 1000:.1f} ms"


def _weights(name: str, drawings: list[str], goal: str = "") -> list[Measured]:
    plain = [len(drawing.encode()) / KB for drawing in drawings]
    packed = [len(gzip.compress(drawing.encode())) / KB for drawing in drawings]
    within = sum(size <= FIGURE_KB for size in plain)
    return [
        Measured(
            f"{name}, plain: median, largest", f"{statistics.median(plain):.1f}, {max(plain):.1f} kB", goal
        ),
        Measured(f"{name}, at most {FIGURE_KB} kB plain", f"{within} of {len(plain)}", ""),
        Measured(
            f"{name}, as sent: median, largest", f"{statistics.median(packed):.1f}, {max(packed):.1f} kB", ""
        ),
    ]


if __name__ == "__main__":
    main()
