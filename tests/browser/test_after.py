"""The question two hours after a session, as it comes up on Today."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from uuid6 import uuid7

from benchmarks.server import Server, running
from handrail.web.practice.push_keys import make_keys
from tests.browser.conftest import PHONE
from tests.browser.member import ALONE_WITH_A_BENCH, Member
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

QUESTION = "had it all settled?"


def practised_three_hours_ago(member: Member) -> None:
    """A session that ended three hours ago, as a phone sends it."""
    ended = datetime.now(UTC) - timedelta(hours=3)
    log: dict[str, object] = {
        "id": str(uuid7()),
        "session": str(uuid7()),
        "position": 0,
        "exercise": "mini-squat-two-hands",
        "done": "full",
        "started": (ended - timedelta(minutes=3)).isoformat(),
        "finished": ended.isoformat(),
    }
    member.visitor.page.goto("/about/")
    assert member.sends_again([log]) == 200


def test_given_a_session_this_morning_when_today_opens_then_one_tap_answers_and_can_be_changed(
    visitor: Visitor,
) -> None:
    member = Member(visitor)
    member.tells_about_a_body(ALONE_WITH_A_BENCH)
    practised_three_hours_ago(member)
    page = visitor.page
    page.goto("/")
    expect(page.get_by_role("heading", name=QUESTION)).to_be_visible()
    visitor.then_the_page_is_right()
    with page.expect_navigation():
        visitor.presses("No, it took longer")
    expect(page.get_by_text("You told us: “No, it took longer”.")).to_be_visible()
    expect(page.get_by_role("heading", name=QUESTION)).to_be_hidden()
    visitor.follows("Change it")
    with page.expect_navigation():
        visitor.presses("Yes, as before")
    expect(page.get_by_role("button", name="Yes, as before")).to_contain_text("This is what you told us")
    visitor.then_the_page_is_right()


def test_given_a_check_in_when_the_question_is_put_away_then_today_stays_as_it_was(visitor: Visitor) -> None:
    member = Member(visitor)
    member.tells_about_a_body(ALONE_WITH_A_BENCH)
    member.checks_in()
    practised_three_hours_ago(member)
    visitor.page.goto("/")
    expect(visitor.page.get_by_role("heading", name=QUESTION)).to_be_visible()
    visitor.then_the_page_is_right()
    with visitor.page.expect_navigation():
        visitor.presses("Not now")
    visitor.page.wait_for_load_state("networkidle")
    assert not visitor.sees(QUESTION)


def test_given_no_script_when_the_log_is_open_then_the_question_is_one_link_away(
    chromium: Browser, server: Server
) -> None:
    context = chromium.new_context(viewport=PHONE, base_url=server.url)
    member = Member(Visitor(context.new_page(), server.url))
    practised_three_hours_ago(member)
    context.close()
    plain = chromium.new_context(viewport=PHONE, base_url=server.url, java_script_enabled=False)
    page = plain.new_page()
    page.goto("/log/")
    page.get_by_role("link", name="How it was after a session").click()
    page.get_by_role("button", name="No, it took longer").click()
    expect(page.get_by_role("button", name="No, it took longer")).to_contain_text("This is what you told us")
    plain.close()


# A browser that can be told things, without its maker's servers.
CAN_BE_TOLD = """
  let subscription = null;
  const made = {endpoint: 'https://push.example.com/me', unsubscribe: async () => { subscription = null; return true; }};
  const pushManager = {getSubscription: async () => subscription, subscribe: async () => subscription = made};
  navigator.serviceWorker.getRegistration = async () => ({pushManager});
"""


def test_given_reminders_turned_on_when_somebody_taps_twice_then_they_are_on_and_off_again(
    chromium: Browser, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    make_keys(home, "mailto:helper@example.org")
    with running(home) as server:
        context = chromium.new_context(viewport=PHONE, base_url=server.url)
        context.add_init_script(CAN_BE_TOLD)
        visitor = Visitor(context.new_page(), server.url)
        visitor.page.goto("/after/")
        expect(visitor.page.get_by_role("button", name="Remind me two hours after a session")).to_be_visible()
        visitor.then_the_page_is_right()
        with visitor.page.expect_response("**/after/remind/") as told:
            visitor.presses("Remind me two hours after a session")
        assert told.value.status == 204
        expect(visitor.page.get_by_text("You will be reminded on this device.")).to_be_visible()
        visitor.then_the_page_is_right()
        visitor.presses("Remind me no more")
        expect(visitor.page.get_by_text("You will not be reminded on this device.")).to_be_visible()
        visitor.then_nothing_went_wrong()
        context.close()
