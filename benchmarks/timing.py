"""A whole session by the real clock, twice hidden: ``make timing [MINUTES=20]``.

Prints how far the end of each step was from its plan, how long the page worked for a frame,
what the player weighs and how soon a session starts without a connection.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, sync_playwright
from uuid6 import uuid7

from benchmarks.server import running
from benchmarks.tab import Tab
from benchmarks.table import Measured, show
from handrail.person.model import Screen
from handrail.web.common.assets import manifest

GOAL_MS, GOAL_FRAME_MS, GOAL_KB, GOAL_START_MS = 100, 2, 60, 1000
HIDDEN_S = 40
FRAMES_PER_S = 60
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--autoplay-policy=no-user-gesture-required",
]
STEP = re.compile(r"\d+\.\d+\.\d+")
# A phone's browser slows down what is hidden; Playwright's would not.
KEEPS_AWAKE = [
    "--headless",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--disable-background-timer-throttling",
]
EVERY_DAY = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


@dataclass(frozen=True)
class StepEnd:
    """When a step ended, after the one before it, and when it should have; in milliseconds since the start."""

    planned_ms: float
    ended_ms: float


def main() -> None:
    """Play, measure, print."""
    minutes = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder) / "home") as server,
        sync_playwright() as web,
    ):
        browser = web.chromium.launch(
            executable_path=shutil.which("chromium"), args=FLAGS, ignore_default_args=KEEPS_AWAKE
        )
        context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=server.url)
        page = context.new_page()
        address = prepare(page, minutes)
        start_ms = offline_start_ms(context, address)
        page.close()
        frame_ms, ends = play(Tab(browser, server.url + address), minutes)
        browser.close()
    errors = sorted(abs(end.ended_ms - end.planned_ms) for end in ends)
    weight = built() / f"{manifest()['player.js']}.br"
    show(
        f"A session of {minutes} minutes by the real clock, its page hidden twice",
        [
            Measured("steps played", str(len(ends)), ""),
            Measured(
                "end of a step beside its plan",
                f"median {errors[len(errors) // 2]:.0f}, most {errors[-1]:.0f} ms",
                f"at most {GOAL_MS} ms",
            ),
            Measured("main thread", f"{frame_ms:.2f} ms a frame", f"at most {GOAL_FRAME_MS} ms"),
            Measured(
                "the player, compressed", f"{weight.stat().st_size / 1000:.1f} kB", f"at most {GOAL_KB} kB"
            ),
            Measured(
                "start of a session without a connection", f"{start_ms:.0f} ms", f"at most {GOAL_START_MS} ms"
            ),
        ],
    )


def built() -> Path:
    """Where the bundler writes."""
    from django.conf import settings

    return Path(settings.STATIC_ROOT)


def prepare(page: Page, minutes: int) -> str:
    """Somebody at a bench with so many minutes who checked in; answers the session's address."""
    page.goto("/you/file/bring/")
    person = json.dumps(somebody(minutes)).encode()
    page.locator("input[type=file]").set_input_files(
        {"name": "me.json", "mimeType": "application/json", "buffer": person}
    )
    page.locator("main form button").first.click()
    report = {"id": str(uuid7()), "told": datetime.now(UTC).isoformat(), "answers": GOOD_DAY}
    page.evaluate("told => fetch('/api/check-ins/', {method: 'POST', body: JSON.stringify([told])})", report)
    page.goto("/")
    page.wait_for_timeout(12_000)  # the worker keeps the week meanwhile
    return str(page.locator("a[href^='/session/']").first.get_attribute("href"))


def somebody(minutes: int) -> dict[str, Any]:
    """A person file."""
    screen = {field.name: field.name == "floor_transfer_alone" for field in fields(Screen)}
    return {
        "mobility": "A",
        "falls": {
            "past_12_months": 0,
            "past_6_months": 0,
            "injured": False,
            "can_rise_alone": True,
            "near_falls_past_month": 0,
        },
        "screen": screen,
        "goals": ["stronger_legs", "steadier_standing"],
        "home": {"places": ["kitchen_bench", "chair"]},
        "moments": [{"name": "morning", "place": "kitchen_bench", "days": EVERY_DAY, "minutes": minutes}],
    }


GOOD_DAY = {
    "feeling_ill": False, "new_symptom": False, "falls_since_last": 0, "pain": 0, "energy": 9, "stiffness": 0,
    "hot": False, "helper": "none", "signs": [],
}  # fmt: skip


def offline_start_ms(context: BrowserContext, address: str) -> float:
    """From the tap on a link to the first screen of the player, with no connection."""
    context.set_offline(True)
    page = context.new_page()
    started = time.perf_counter()
    page.goto(address)
    page.wait_for_selector(".player h1")
    took = time.perf_counter() - started
    page.close()
    context.set_offline(False)
    return took * 1000


def play(tab: Tab, minutes: int) -> tuple[float, list[StepEnd]]:
    """Start, keep the hands off, hide the page twice; the work a frame, and each step's end."""
    tab.until("document.querySelector('.player h1') !== null")
    timeline = tab.evaluate("JSON.parse(document.getElementById('session-data').textContent).timeline")
    tab.evaluate("document.querySelector('.player-button.first').click()")
    time.sleep(60)
    frame_ms = work_per_frame(tab)
    for _ in range(2):
        if tab.hide(HIDDEN_S) != "hidden":
            sys.stderr.write("The page was not hidden.\n")
        time.sleep(60)
    tab.until("document.querySelector('h1').innerText === 'How hard was it?'", (minutes + 20) * 60)
    marks = tab.evaluate("performance.getEntriesByType('mark').map(mark => [mark.name, mark.startTime])")
    return frame_ms, list(step_ends(timeline, marks))


def work_per_frame(tab: Tab, seconds: float = 30) -> float:
    """Milliseconds that the main thread works for each of sixty frames a second."""
    tab.send("Performance.enable")
    before = task_s(tab)
    time.sleep(seconds)
    return (task_s(tab) - before) * 1000 / (seconds * FRAMES_PER_S)


def task_s(tab: Tab) -> float:
    """Seconds of the main thread so far."""
    metrics = {metric["name"]: metric["value"] for metric in tab.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"])


def step_ends(timeline: dict[str, Any], marks: list[tuple[str, float]]) -> Iterator[StepEnd]:
    """Each step's end against the sum of all that came before it."""
    steps = [(name, at) for name, at in marks if STEP.fullmatch(name)]
    planned = steps[0][1]
    start = planned
    following = [*steps[1:], ("", next(at for name, at in marks if name.startswith("effort")))]
    for (name, _), (_, ended) in zip(steps, following, strict=True):
        item, way, step = (int(part) for part in name.split("."))
        planned += timeline["items"][item][way]["script"][step]["seconds"] * 1000
        yield StepEnd(planned - start, ended - start)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handrail.web.config.settings")
    main()
