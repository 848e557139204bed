"""A hand that shakes: taps up to 12 px beside where they were aimed do the right thing, or nothing."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator

from playwright.sync_api import Page, expect

from tests.web.player.stage import MARCH, ONE_FOOT_AHEAD, PLAYED_IN_A_BROWSER, plan, tap
from tests.web.player.test_looks import BOXES

pytestmark = PLAYED_IN_A_BROWSER
TAPS = 2000
SHAKES_PX = 12
AT_EACH = 200

# Which target a tap would press, without pressing it, so that two thousand fit into one page.
PRESSED = """taps => taps.map(([x, y]) => {
  const hit = document.elementFromPoint(x, y)?.closest('button, a, select, textarea, label');
  return hit === null || hit === undefined ? '' : hit.innerText || hit.id; })"""


def test_given_a_shaking_hand_when_it_taps_2000_times_then_never_the_wrong_thing_happens(page: Page) -> None:
    dice = random.Random(5)  # noqa: S311 -- not for secrets
    page.goto(plan(ONE_FOOT_AHEAD, MARCH))
    expect(page.get_by_role("heading", name="Before you start")).to_be_visible()
    outcomes: Counter[str] = Counter()
    for _ in screens(page):
        outcomes += shaken(page, dice)
    assert sum(outcomes.values()) >= TAPS
    assert outcomes["wrong"] == 0
    assert outcomes["right"] > outcomes["nothing"]


def screens(page: Page) -> Iterator[None]:
    for names in (
        (), ("All there. Start",), ("I am ready",), ("I lost balance",), ("Nothing, I am fine",), ("Skip",),
        ("Stop, I need to sit",), ("Finish here",), ("How it guides you",), ("Back",),
    ):  # fmt: skip
        if all(page.get_by_role("button", name=name, exact=True).count() for name in names):
            tap(page, *names)
        yield


def shaken(page: Page, dice: random.Random) -> Counter[str]:
    """Aim at random points of random targets that are on the screen, and miss by up to 12 px."""
    height = page.viewport_size["height"] if page.viewport_size else 0
    boxes = [box for box in page.evaluate(BOXES) if box["y"] >= 0 and box["y"] + box["height"] <= height]
    aimed = [dice.choice(boxes) for _ in range(AT_EACH)]
    pressed = page.evaluate(PRESSED, [_near(box, dice) for box in aimed])
    return Counter(
        "nothing" if name == "" else "right" if name == box["name"] else "wrong"
        for box, name in zip(aimed, pressed, strict=True)
    )


def _near(box: dict[str, float], dice: random.Random) -> tuple[float, float]:
    angle, far = dice.uniform(0, 2 * math.pi), dice.uniform(0, SHAKES_PX)
    x = box["x"] + dice.uniform(0, box["width"]) + far * math.cos(angle)
    y = box["y"] + dice.uniform(0, box["height"]) + far * math.sin(angle)
    return x, y
