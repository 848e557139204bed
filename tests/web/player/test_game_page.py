"""The game in a real browser: a phone that leans as it is told, and one that cannot be felt."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from handrail.web.accounts.middleware import local_actor
from handrail.web.practice.queries import logs_for
from handrail.web.profile.actions import save_check_in
from tests.browser.visitor import Visitor
from tests.web.answers import CALM
from tests.web.player.stage import at_home

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(databases=["default", "community"], transaction=True),
]

STANDING = "weight-shift-side-to-side"
# The phone says yes at once, as after the first time that somebody allowed it.
ALLOWED = "DeviceMotionEvent.requestPermission = async () => 'granted'"
REFUSED = "DeviceMotionEvent.requestPermission = async () => 'denied'"
FEEL = """degrees => dispatchEvent(new DeviceMotionEvent('devicemotion', {
    interval: 50,
    accelerationIncludingGravity: {
        x: 9.81 * Math.sin(degrees * Math.PI / 180), y: 9.81 * Math.cos(degrees * Math.PI / 180), z: 0.3}}))"""
SAMPLE_MS = 50
STEP_DEG = 0.25
EASY_LEAN_DEG = 6


@pytest.fixture
def page(page: Page) -> Page:
    """A phone of somebody who is at home and calm today."""
    at_home()
    save_check_in(by=local_actor(), answers=CALM)
    return page


class Leaner:
    """Somebody who leans as the page says, a quarter of a degree every twentieth of a second."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.lean_deg = 0.0

    def until(self, done: Callable[[str], bool], most_s: int = 240) -> str:
        """Follow the page until a screen comes; the screen."""
        for _ in range(most_s * 1000 // SAMPLE_MS):
            screen, title = self._sees()
            if done(screen):
                return screen
            self._feels(self._towards(self._wanted(screen, title)))
        raise AssertionError(f"It never came; the last screen was {screen}.")

    def stumbles(self) -> None:
        """Tip by twenty degrees within a quarter of a second, and stand again."""
        for degrees in (10, 20, 20, 10, 0, 0):
            self._feels(degrees)

    def _sees(self) -> tuple[str, str]:
        game = self.page.locator(".game")
        return game.get_attribute("data-screen") or "", game.locator("h1").inner_text()

    def _wanted(self, screen: str, title: str) -> float:
        if screen not in {"lean", "target"}:
            return 0
        far = EASY_LEAN_DEG * (1 if screen == "lean" else 0.65)
        return -far if title == "Left" else far

    def _towards(self, wanted: float) -> float:
        self.lean_deg += math.copysign(min(STEP_DEG, abs(wanted - self.lean_deg)), wanted - self.lean_deg)
        return self.lean_deg

    def _feels(self, degrees: float) -> None:
        self.page.evaluate(FEEL, degrees)
        self.page.clock.run_for(SAMPLE_MS)


def tap(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def kept() -> list[tuple[str, str, int | None, int | None]]:
    """What the log says: exercise, how much, repetitions, times balance was lost."""
    return [(log.exercise, log.done, log.reps, log.touches) for log in logs_for(local_actor())]


def is_right(page: Page, live_server: LiveServer) -> None:
    """Axe finds nothing, nothing is wider than the phone, controls are 72 px with 16 px between."""
    Visitor(page, live_server.url).then_the_page_is_right()
    boxes = [control.bounding_box() for control in page.locator(".player-button").all()]
    shown = [box for box in boxes if box is not None]
    assert all(min(box["width"], box["height"]) >= 71.5 for box in shown), shown
    for box in shown:
        for other in shown:
            apart_x = max(other["x"] - box["x"] - box["width"], box["x"] - other["x"] - other["width"])
            apart_y = max(other["y"] - box["y"] - box["height"], box["y"] - other["y"] - other["height"])
            assert box is other or max(apart_x, apart_y) >= 15.5, (box, other)


def test_given_a_phone_on_the_belt_when_it_is_played_to_its_end_then_the_shifts_are_in_the_log(
    page: Page, live_server: LiveServer
) -> None:
    page.add_init_script(ALLOWED)
    page.goto("/game/")
    is_right(page, live_server)
    tap(page, "Start")
    leaner = Leaner(page)
    leaner.until(lambda screen: screen == "lean")
    expect(page.get_by_text("Lean to the left. Slowly, as far as feels easy.")).to_be_visible()
    is_right(page, live_server)
    leaner.until(lambda screen: screen == "target")
    expect(page.get_by_text("Lean to the left foot. Slowly.")).to_be_visible()
    is_right(page, live_server)
    leaner.until(lambda screen: screen == "done")
    expect(page.get_by_role("heading", name="That was 12 calm shifts.")).to_be_visible()
    expect(page.get_by_text("It is in your log.")).to_be_visible()
    is_right(page, live_server)
    assert kept() == [(STANDING, "full", 12, 0)]


def test_given_two_stumbles_when_they_are_felt_then_it_ends_and_offers_sitting(
    page: Page, live_server: LiveServer
) -> None:
    page.add_init_script(ALLOWED)
    page.goto("/game/")
    tap(page, "Start")
    leaner = Leaner(page)
    leaner.until(lambda screen: screen == "target")
    leaner.stumbles()
    expect(page.get_by_text("Hold on with both hands. Take your time.")).to_be_visible()
    is_right(page, live_server)
    leaner.until(lambda screen: screen == "target")
    leaner.stumbles()
    expect(page.get_by_role("heading", name="That is enough for now")).to_be_visible()
    expect(page.get_by_text("Hold on and sit down now.")).to_be_visible()
    is_right(page, live_server)
    tap(page, "Call for help")
    expect(page.get_by_role("link", name="Dial 112")).to_be_visible()
    tap(page, "Finish here")
    expect(page.get_by_text("It is in your log.")).to_be_visible()
    assert kept() == [(STANDING, "part", 0, 2)]


def test_given_no_permission_when_it_starts_then_the_same_game_goes_by_voice_and_clock(
    page: Page, live_server: LiveServer
) -> None:
    page.add_init_script(REFUSED)
    page.goto("/game/")
    tap(page, "Start")
    expect(page.get_by_text("The same game works by voice and clock alone.")).to_be_visible()
    is_right(page, live_server)
    tap(page, "Play by voice")
    page.clock.run_for(15_000 + 121_000)
    expect(page.get_by_role("heading", name="That was 12 calm shifts.")).to_be_visible()
    expect(page.get_by_text("It is in your log.")).to_be_visible()
    assert kept() == [(STANDING, "full", 12, None)]


def test_given_a_game_when_stop_is_tapped_then_one_tap_says_how_to_sit_down(
    page: Page, live_server: LiveServer
) -> None:
    page.goto("/game/")
    tap(page, "By voice alone")
    page.clock.run_for(17_000)
    tap(page, "Stop, I need to sit")
    expect(page.get_by_role("heading", name="Sit down now")).to_be_visible()
    is_right(page, live_server)
    tap(page, "I tapped by mistake")
    expect(page.get_by_text("Go on when you can hold on with both hands again.")).to_be_visible()
    assert kept() == []


def test_given_answers_of_this_morning_when_the_page_stayed_open_then_it_asks_again(page: Page) -> None:
    page.goto("/game/")
    page.clock.run_for(4 * 3_600_000 + 1_000)
    tap(page, "By voice alone")
    expect(page.get_by_text("Your answers are older than four hours.")).to_be_visible()
    expect(page.get_by_role("link", name="Check in")).to_be_visible()
