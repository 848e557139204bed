"""A page that closes at any moment is taken up where it was."""

from __future__ import annotations

import random
from datetime import UTC, datetime

from playwright.sync_api import BrowserContext, Page

from tests.web.player.stage import MARCH, ONE_FOOT_AHEAD, PLAYED_IN_A_BROWSER, SQUAT, plan, tap

pytestmark = PLAYED_IN_A_BROWSER
POINTS = 200
SESSION_S = 260

# What a person would see of where they are, without the clock's own state of running.
SHOWN = """() => ({
  title: document.querySelector('h1').innerText,
  side: document.querySelector('.player-side')?.innerText ?? '',
  number: document.querySelector('.player-number strong, .player-starts strong')?.innerText ?? '',
  where: document.querySelector('.player-now > .quiet')?.innerText ?? '',
  behind: document.querySelector('.player-rail').getAttribute('aria-valuenow'),
})"""


def test_given_a_page_that_closes_at_200_moments_then_it_always_goes_on_exactly_there(
    phone: BrowserContext,
) -> None:
    address = plan(SQUAT, ONE_FOOT_AHEAD, MARCH)
    dice = random.Random(11)  # noqa: S311 -- not for secrets
    page = opened(phone, address)
    tap(page, "All there. Start")
    for point in range(POINTS):
        page.clock.run_for(dice.randint(100, 2 * SESSION_S * 1000 // POINTS))
        before = page.evaluate(SHOWN)
        page.close()
        page = opened(phone, address)
        after = page.evaluate(SHOWN)
        if before["title"] == "Done":  # and the same session could be played once more
            assert after["title"] == "Before you start"
            before = after
        # A set-up that was counting waits for a word when it is taken up.
        if not after["number"]:
            before["number"] = ""
        assert after == before, point
        go_on(page, dice)


def opened(phone: BrowserContext, address: str) -> Page:
    page = phone.new_page()
    page.clock.install()
    page.goto(address)
    page.wait_for_selector(".player h1")
    # From here on only the test turns the clock: none of it passes between a look and the closing.
    page.clock.pause_at(datetime.fromtimestamp(page.evaluate("Date.now()") / 1000 + 0.1, UTC))
    return page


def go_on(page: Page, dice: random.Random) -> None:
    """Whatever goes on from here; at the end, an answer, and at the last a new start."""
    names = ["Go on", "All there. Start", "Very easy", "I nearly fell", "I am not sure", "No, nothing else"]
    if dice.random() < 0.2:
        names.insert(0, "Easier")
    for name in ["I am ready" if dice.random() < 0.7 else "Skip", *names]:
        button = page.get_by_role("button", name=name, exact=True)
        if button.count():
            button.click()
            return
