"""Pages and the server: bytes, CPU, starts, memory."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.server import Server, running
from benchmarks.table import Measured, show

BUILT = Path(__file__).parents[1] / "src/handrail/web/static/built"
FIRST_LOAD = ("app.js", "app.css", "atkinson-hyperlegible-next-latin-wght-normal.woff2")
REQUESTS = 60
KB = 1000


def main() -> None:
    """Measure an empty home, then the same home again."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        with running(home) as first:
            rows = [Measured("first start, empty home", f"{first.start_s:.2f} s", "at most 5 s")]
        with running(home) as later:
            rows.append(Measured("later start", f"{later.start_s:.2f} s", "at most 1.5 s"))
            rows.extend(_pages(later))
            rows.append(
                Measured("memory of the one process", f"{later.memory_mb():.0f} MB", "at most 150 MB")
            )
    show("Web", rows)


def _pages(server: Server) -> Iterator[Measured]:
    thread = _first_link(server.get("/questions/"), r"/questions/[0-9a-f-]{36}/")
    yield from _page(server, "first page", "/", "at most 120 kB")
    yield Measured("first load, compressed", f"{_first_load(server) / KB:.1f} kB", "at most 150 kB")
    yield from _page(server, "catalogue", "/library/", "at most 60 kB", "at most 10 ms")
    yield from _page(
        server, "exercise", "/library/foam-stance-eyes-closed-together/", cpu_goal="at most 8 ms"
    )
    yield from _page(server, "search", "/library/?q=my+calves+are+tight", cpu_goal="at most 20 ms")
    yield from _page(server, "thread", thread)
    yield from _page(server, "plan", "/plan/")


def _page(
    server: Server, name: str, path: str, bytes_goal: str = "", cpu_goal: str = ""
) -> Iterator[Measured]:
    plain = len(server.get(path))
    yield Measured(f"{name}: HTML, plain", f"{plain / KB:.1f} kB", bytes_goal)
    before = server.cpu_s()
    for _ in range(REQUESTS):
        server.get(path)
    yield Measured(
        f"{name}: CPU a request", f"{(server.cpu_s() - before) / REQUESTS * 1000:.1f} ms", cpu_goal
    )


def _first_link(page: bytes, pattern: str) -> str:
    found = re.search(pattern, page.decode())
    if found is None:
        message = f"no link like {pattern} on the page"
        raise LookupError(message)
    return found.group(0)


def _first_load(server: Server) -> int:
    names = json.loads((BUILT / "manifest.json").read_text(encoding="utf-8"))
    assets = sum(len(server.get(f"/static/{names[name]}", compressed=True)) for name in FIRST_LOAD)
    return assets + len(server.get("/", compressed=True))


if __name__ == "__main__":
    main()
