"""A whole session with both hands on the bench: by clock, by one control, by keys, by ear."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web.player.stage import (
    MARCH,
    ONE_FOOT_AHEAD,
    PLAYED_IN_A_BROWSER,
    SQUAT,
    choose,
    kept,
    logged,
    plan,
    tap,
)

pytestmark = PLAYED_IN_A_BROWSER
LONG_ENOUGH_MS = 10 * 60_000

# A voice that does not sound but can be listened to: browsers in tests have none.
LISTEN = """
window.said = [];
const voice = { name: "Test", lang: "en-GB", localService: true };
const synthesis = {
  speaking: false, getVoices: () => [voice], cancel: () => window.said.push("(hush)"),
  speak: (one) => window.said.push(one.text), addEventListener: () => {},
};
Object.defineProperty(window, "speechSynthesis", { value: synthesis });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


def said(page: Page) -> list[str]:
    return [line for line in page.evaluate("window.said") if line != "(hush)"]


def in_the_log(page: Page) -> list[tuple[str, str, int | None, int | None]]:
    expect(page.get_by_text("It is in your log.")).to_be_visible()
    return kept()


def test_given_start_when_nothing_is_touched_then_the_session_plays_to_its_end(page: Page) -> None:
    page.goto(plan(SQUAT, MARCH))
    tap(page, "All there. Start")
    page.clock.run_for(LONG_ENOUGH_MS)
    expect(page.get_by_role("heading", name="How hard was it?")).to_be_visible()
    assert [line[:3] for line in logged(page, 2)] == [
        ("march-two-hands", "full", 1),
        ("mini-squat-two-hands", "full", 2),
    ]


def test_given_one_control_when_it_offers_choices_in_turn_then_a_session_needs_nothing_else(
    page: Page,
) -> None:
    choose(page, oneControl=True, byItself=False)
    page.goto(plan(SQUAT))
    expect(page.locator(".player-button.one")).to_have_text("All there. Start")
    page.keyboard.press("Space")
    page.clock.run_for(30_000)
    waits_for(page, "I am ready")
    page.keyboard.press("Space")
    page.clock.run_for(6_000)
    page.keyboard.press("Space")
    expect(page.get_by_text("Paused")).to_be_visible()
    waits_for(page, "Go on")
    page.keyboard.press("Space")
    page.clock.run_for(120_000)
    for answer in ("Easy: I could have sung", "No, nothing"):
        waits_for(page, answer)
        page.keyboard.press("Space")
    assert in_the_log(page) == [("mini-squat-two-hands", "full", 2, 3)]


def waits_for(page: Page, choice: str) -> None:
    """Let the one control come round to a choice."""
    for _ in range(20):
        if page.locator(".player-button.one").inner_text() == choice:
            return
        page.clock.run_for(2_500)
    pytest.fail(f"{choice!r} was never offered")


def test_given_ears_only_when_a_session_is_played_then_all_is_said_and_nothing_is_shown(page: Page) -> None:
    page.add_init_script(LISTEN)
    choose(page, audioOnly=True, oneControl=True, voice=True)
    page.goto(plan(ONE_FOOT_AHEAD))
    expect(page.locator(".player-button.one")).to_have_text("All there. Start")
    page.keyboard.press("Space")
    page.clock.run_for(150_000)
    lines = said(page)
    for line in ("Both hands hold the kitchen bench.", "Left side.", "Hold.", "Change sides.", "Right side."):
        assert line in lines
    assert lines.index("Left side.") < lines.index("Hold.") < lines.index("Right side.")
    page.clock.run_for(3 * 2_500)
    assert "Medium: I could talk" in said(page)
    assert not page.locator(".player-figure").first.is_visible()
    waits_for(page, "Medium: I could talk")
    page.keyboard.press("Space")
    waits_for(page, "No, nothing")
    page.keyboard.press("Space")
    assert in_the_log(page) == [("semi-tandem-stance-two-hands", "full", 1, 5)]


def test_given_a_step_that_ends_when_a_sentence_is_still_said_then_it_is_hushed(page: Page) -> None:
    page.add_init_script(LISTEN)
    page.goto(plan(SQUAT))
    tap(page, "All there. Start", "I am ready")
    assert page.evaluate("window.said").index("(hush)") >= 0
    assert said(page)[-1] in {"Get ready.", "Set 1 of 2."}


def test_given_only_a_keyboard_when_a_session_is_played_then_it_needs_no_pointer(page: Page) -> None:
    page.goto(plan(SQUAT))
    expect(page.get_by_role("heading", name="Before you start")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    page.clock.run_for(6_000)
    page.keyboard.press("Space")
    expect(page.get_by_text("Paused")).to_be_visible()
    page.keyboard.press("Space")
    page.clock.run_for(120_000)
    expect(page.get_by_role("heading", name="How hard was it?")).to_be_focused()
    for answer in ("Medium: I could talk", "No, nothing"):
        tab_to(page, answer)
        page.keyboard.press("Enter")
    assert in_the_log(page) == [("mini-squat-two-hands", "full", 2, 5)]


def tab_to(page: Page, name: str) -> None:
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText") == name:
            return
    pytest.fail(f"{name!r} cannot be reached with Tab")


def test_given_any_moment_when_escape_is_pressed_then_it_says_how_to_sit_down(page: Page) -> None:
    page.goto(plan(SQUAT))
    expect(page.get_by_role("heading", name="Before you start")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Sit down now")).to_be_visible()


def test_given_a_phone_that_slept_when_it_wakes_then_it_waits_where_it_was(page: Page) -> None:
    page.goto(plan(SQUAT))
    tap(page, "All there. Start", "I am ready")
    page.clock.run_for(6_000)
    page.clock.fast_forward("10:00")
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    expect(page.get_by_text("Paused")).to_be_visible()
