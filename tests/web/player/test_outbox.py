"""Logs that wait on the device, and presses that fail, in a real browser."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest
from playwright.sync_api import BrowserContext, Error, Page, Route, expect

from handrail.web.community.actions import ensure_welcome_thread
from handrail.web.community.models import Post
from handrail.web.practice.models import LogEntry
from handrail.web.profile.models import KeptCard
from tests.session.bouts import bout, item
from tests.web.player.stage import plan_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(databases=["default", "community"], transaction=True),
]

LOGS_ADDRESS = "**/api/logs/"
SESSIONS, ITEMS = 5, 60


def plan_long_sessions() -> list[str]:
    """Today's plan with sessions longer than anybody's; answers their addresses."""
    long = [bout(*[item("march-two-hands", reps=4 + number)] * ITEMS) for number in range(SESSIONS)]
    return plan_of(*long)


class Unsteady:
    """A network that goes away for some sends, before the server has them or before its answer is back."""

    def __init__(self) -> None:
        self.chance = random.Random(7)  # noqa: S311 -- no secret
        self.cut = 0

    def __call__(self, route: Route) -> None:
        fate = self.chance.choice(["sent", "never left", "no answer"])
        if fate == "sent":
            route.continue_()
            return
        self.cut += 1
        with suppress(Error):  # the page may be closed by now, which cuts it off as well
            if fate == "no answer":
                route.fetch()
            route.abort("internetdisconnected")


SKIP_ALL = """async (player, items) => {
  for (let item = 0; item < items; item++) {
    [...player.querySelectorAll("button")].find((button) => button.textContent.trim() === "Skip").click();
    await player.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}"""


def wait_until_stored(page: Page, logs: int) -> None:
    for _ in range(200):
        if LogEntry.objects.count() >= logs:
            return
        page.wait_for_timeout(50)


def test_given_a_network_that_comes_and_goes_when_300_logs_are_made_then_each_is_stored_once(
    phone: BrowserContext,
) -> None:
    network = Unsteady()
    phone.route(LOGS_ADDRESS, network)
    for address in plan_long_sessions():
        page = phone.new_page()
        page.goto(address)
        page.get_by_role("button", name="All there. Start", exact=True).click()
        page.locator("handrail-player").evaluate(SKIP_ALL, ITEMS)
        page.close()
    assert network.cut > SESSIONS
    phone.unroute_all(behavior="ignoreErrors")
    last = phone.new_page()
    last.goto("/about/")
    wait_until_stored(last, SESSIONS * ITEMS)
    logs = list(LogEntry.objects.values_list("session", "position"))
    assert len(logs) == len(set(logs)) == SESSIONS * ITEMS


def test_given_a_press_that_fails_when_it_is_a_piece_of_a_page_then_it_is_sent_as_a_page(
    phone: BrowserContext,
) -> None:
    ensure_welcome_thread()
    phone.route("**/confirm/", _fail_pieces)
    page = phone.new_page()
    page.goto(f"/questions/{Post.objects.get(position=2).question_id}/")
    with page.expect_navigation():
        page.get_by_role("button", name="Keep: ").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert KeptCard.objects.get().exercise


def _fail_pieces(route: Route) -> None:
    if "hx-request" in route.request.headers:
        route.fulfill(status=503, body="busy")
    else:
        route.continue_()
