"""Every screen of the player, in every theme and down to 400 % zoom: readable, reachable, big enough."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.visitor import Visitor
from tests.web.player.stage import MARCH, ONE_FOOT_AHEAD, PHONE, PLAYED_IN_A_BROWSER, choose, plan, tap

pytestmark = PLAYED_IN_A_BROWSER

THEMES = ("light", "dark", "high-contrast", "low-stimulus")
ZOOMED: ViewportSize = {"width": 320, "height": 256}
DESK: ViewportSize = {"width": 1280, "height": 800}
SCREENS = 18
TARGET_PX = 72
GAP_PX = 16

BOXES = """() => [...document.querySelectorAll(
    '.player button, .player a, .player select, .player textarea, .player-ticks label')]
  .filter(element => element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}))
  .map(element => { const box = element.getBoundingClientRect();
    return {name: element.innerText || element.id, x: box.x, y: box.y, width: box.width, height: box.height,
      isBelow: element.closest('.player-controls') !== null}; })"""
# What scrolls away under the controls ends where they begin.
CONTROLS_TOP = "() => document.querySelector('.player-controls').getBoundingClientRect().y"


def walk(page: Page) -> Iterator[str]:
    """Go through every screen; stop at each for a look."""
    yield "check list"
    tap(page, "How it guides you")
    yield "settings"
    tap(page, "Back", "Stop, I need to sit", "Call for help")
    yield "sitting, with the number"
    tap(page, "I tapped by mistake", "All there. Start")
    yield "set-up"
    tap(page, "I am ready")
    page.clock.run_for(1_000)
    yield "get ready"
    page.clock.run_for(8_000)
    yield "a hold"
    tap(page, "Pause")
    yield "paused"
    tap(page, "Go on", "I lost balance")
    yield "lost balance"
    tap(page, "I had to grab hold", "Go on")
    page.clock.run_for(12_000)
    yield "change of side"
    tap(page, "Pause", "Skip")
    page.clock.fast_forward("04:01:00")
    yield "old answers"
    tap(page, "Check in")
    yield "check-in, the first question"
    tap(page, "Something is new. Then a few short questions follow", "No")
    yield "check-in, the signs"
    page.get_by_role("button", name="Go on").click()
    tap(page, *["No"] * 5)
    yield "check-in, a rating"
    tap(page, "0", "0", "Good", "Nobody", "Go on")
    page.clock.run_for(120_000)
    yield "how hard"
    tap(page, "Very easy")
    yield "what happened"
    tap(page, "Something hurt")
    yield "which"
    page.get_by_role("button", name="March").first.click()
    yield "how much"
    tap(page, "A little, and it passed", "No, nothing else")
    yield "done"


def look_at(page: Page, visitor: Visitor, screen: str) -> None:
    visitor.then_axe_finds_nothing()
    visitor.then_nothing_is_wider_than_the_screen()
    boxes = page.evaluate(BOXES)
    small = [
        (box["name"], box["width"], box["height"])
        for box in boxes
        if min(box["width"], box["height"]) < TARGET_PX - 0.5
    ]
    assert not small, (screen, small)
    assert not list(too_close(clipped(boxes, page.evaluate(CONTROLS_TOP)))), screen
    if not any("Dial" in box["name"] or box["name"] == "Finish here" for box in boxes):
        assert any(box["name"] == "Stop, I need to sit" for box in boxes), screen


def clipped(boxes: list[dict[str, Any]], top: float) -> list[dict[str, Any]]:
    shown = [
        {**box, "height": min(box["height"], top - box["y"])} if not box["isBelow"] else box for box in boxes
    ]
    return [box for box in shown if box["height"] > 0]


def too_close(boxes: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            if max(gap(one, other, "x", "width"), gap(one, other, "y", "height")) < GAP_PX - 0.5:
                yield str(one["name"]), str(other["name"])


def gap(one: dict[str, float], other: dict[str, float], start: str, size: str) -> float:
    return max(other[start] - one[start] - one[size], one[start] - other[start] - other[size])


@pytest.mark.parametrize(
    ("theme", "size", "text"),
    [
        *[(theme, PHONE, "18") for theme in THEMES],
        *[(theme, ZOOMED, "18") for theme in THEMES],
        ("light", PHONE, "24"),
        ("light", DESK, "18"),
    ],
)
def test_every_screen_is_readable_reachable_and_big_enough(
    chromium: Browser, live_server: LiveServer, theme: str, size: ViewportSize, text: str
) -> None:
    context = chromium.new_context(viewport=size, base_url=live_server.url, service_workers="block")
    cookies = {"theme": theme, "text": text}
    context.add_cookies(
        [{"name": name, "value": value, "url": live_server.url} for name, value in cookies.items()]
    )
    page = context.new_page()
    page.clock.install()
    visitor = Visitor(page, live_server.url)
    page.goto(plan(ONE_FOOT_AHEAD, MARCH))
    expect(page.get_by_role("heading", name="Before you start")).to_be_visible()
    seen = 0
    for screen in walk(page):
        look_at(page, visitor, screen)
        seen += 1
    assert seen == SCREENS
    visitor.then_nothing_went_wrong()
    context.close()


def test_given_less_motion_when_work_goes_on_then_the_figure_stands_still(
    chromium: Browser, live_server: LiveServer
) -> None:
    context = chromium.new_context(
        viewport=PHONE, base_url=live_server.url, service_workers="block", reduced_motion="reduce"
    )
    page = context.new_page()
    page.clock.install()
    page.goto(plan(MARCH))
    tap(page, "All there. Start", "I am ready")
    page.clock.run_for(7_000)
    expect(page.get_by_text("Go", exact=True)).to_be_visible()
    assert "still.svg" in (page.locator(".player-figure").get_attribute("src") or "")
    moving = page.evaluate(
        "document.getAnimations().filter(one => one.effect.getComputedTiming().duration > 0).length"
    )
    assert moving == 0
    context.close()


def test_given_two_metres_when_the_number_is_shown_then_it_is_at_least_96_px(page: Page) -> None:
    page.goto(plan(MARCH))
    tap(page, "All there. Start", "I am ready")
    page.clock.run_for(7_000)
    size = page.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('.player-number strong')).fontSize)"
    )
    assert size >= 96
    box = page.locator(".player-number strong").bounding_box()
    controls = page.locator(".player-controls").bounding_box()
    assert box is not None
    assert controls is not None
    assert box["y"] + box["height"] <= controls["y"]


@pytest.mark.parametrize("only_listens", [False, True])
def test_one_big_control_is_readable_and_leaves_the_number_in_sight(page: Page, only_listens: bool) -> None:
    choose(page, oneControl=True, audioOnly=only_listens)
    visitor = Visitor(page, "http://localhost")
    page.goto(plan(MARCH))
    expect(page.locator(".player-button.one")).to_have_text("All there. Start")
    look_at(page, visitor, "check list")
    page.keyboard.press("Space")
    page.clock.run_for(60_000)
    expect(page.locator(".player-button.one")).to_have_text("Pause")
    look_at(page, visitor, "work")
    body, controls = (page.locator(part).bounding_box() for part in (".player-body", ".player-controls"))
    assert body is not None
    assert controls is not None
    assert abs(body["x"] - controls["x"]) < 1
    if not only_listens:
        number = page.locator(".player-number strong").bounding_box()
        assert number is not None
        assert number["y"] + number["height"] <= controls["y"]
