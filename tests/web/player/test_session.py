"""A session in a real browser: what is shown, what survives, and what reaches the log."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from handrail.web.accounts.middleware import local_actor
from handrail.web.practice.models import LogEntry
from handrail.web.practice.queries import logs_for
from handrail.web.profile.models import CheckIn
from tests.web.player.stage import MARCH, ONE_FOOT_AHEAD, PLAYED_IN_A_BROWSER, SQUAT, kept, plan, tap

pytestmark = PLAYED_IN_A_BROWSER


def test_given_a_plan_when_it_is_played_to_its_end_then_it_is_in_the_log(page: Page) -> None:
    page.goto(plan(SQUAT))
    tap(page, "All there. Start", "I am ready")
    page.clock.run_for(120_000)
    tap(page, "Medium: I could talk", "No, nothing")
    expect(page.get_by_text("It is in your log.")).to_be_visible()
    assert kept() == [("mini-squat-two-hands", "full", 2, 5)]


def test_given_a_tunnel_when_the_page_is_closed_then_the_log_arrives_with_the_next_page(
    page: Page, phone: BrowserContext
) -> None:
    page.goto(plan(SQUAT))
    # Cut off by address: a browser that is set offline is online again for a moment while a page closes.
    phone.route("**/api/logs/", lambda route: route.abort("internetdisconnected"))
    tap(page, "All there. Start", "I am ready")
    page.clock.run_for(120_000)
    tap(page, "Easy: I could have sung", "No, nothing")
    expect(page.get_by_text("It is kept on this device.")).to_be_visible()
    page.close()
    assert kept() == []
    phone.unroute_all()
    another = phone.new_page()
    with another.expect_response("**/api/logs/"):
        another.goto("/about/")
    assert kept() == [("mini-squat-two-hands", "full", 2, 3)]


def test_given_a_closed_page_when_it_is_opened_again_then_it_goes_on_at_the_same_second(
    page: Page, phone: BrowserContext
) -> None:
    address = plan(ONE_FOOT_AHEAD)
    page.goto(address)
    tap(page, "All there. Start", "I am ready")
    page.clock.run_for(5_000 + 4_000)
    number = page.locator(".player-number strong")
    expect(number).to_have_text("6")
    page.close()
    again = phone.new_page()
    again.goto(address)
    expect(again.locator(".player-number strong")).to_have_text("6")
    expect(again.get_by_text("Paused")).to_be_visible()
    expect(again.get_by_text("Left side", exact=True)).to_be_visible()


def test_given_any_screen_when_stop_is_tapped_once_then_it_says_how_to_sit_down(page: Page) -> None:
    page.goto(plan(SQUAT))
    for step in ("All there. Start", "I am ready"):
        tap(page, "Stop, I need to sit")
        expect(page.get_by_role("heading", name="Sit down now")).to_be_visible()
        expect(page.get_by_text("call your emergency number now")).to_be_visible()
        tap(page, "I tapped by mistake", step)
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Sit down now")).to_be_visible()


def test_given_a_stop_when_the_person_goes_on_then_only_seated(page: Page) -> None:
    page.goto(plan(SQUAT))
    tap(page, "All there. Start", "I am ready", "Stop, I need to sit", "Go on, sitting or lying")
    expect(page.get_by_text("This one is at the chair")).to_be_visible()
    tap(page, "Start now")
    expect(page.get_by_text("Seated or lying, for when standing is not on.")).to_be_visible()


def test_given_old_answers_when_the_next_exercise_comes_then_the_check_in_is_asked_again(page: Page) -> None:
    page.goto(plan(SQUAT, MARCH))
    tap(page, "All there. Start")
    page.clock.fast_forward("04:01:00")
    expect(page.get_by_role("heading", name="How are you now?")).to_be_visible()
    tap(page, "Check in", "Nothing new today. No new trouble, no fall, not ill, not hot", "Good")
    with page.expect_response("**/api/check-ins/"):
        tap(page, "Nobody")
    expect(page.get_by_role("button", name="Go on", exact=True)).to_be_visible()
    assert [check_in.answers["energy"] for check_in in CheckIn.objects.all()][:1] == [7]


def test_given_a_double_click_then_only_the_first_counts(page: Page) -> None:
    page.goto(plan(SQUAT, MARCH))
    tap(page, "All there. Start", "Wait")
    page.get_by_role("button", name="Skip", exact=True).dblclick()
    expect(page.get_by_role("heading", name="March")).to_be_visible()


def test_given_a_fall_then_the_log_knows_before_the_questions_are_over(page: Page) -> None:
    page.goto(plan(SQUAT))
    tap(
        page, "All there. Start", "I am ready", "Start now", "Done", "Pause", "Skip", "Hard: only a few words"
    )
    with page.expect_response(lambda response: '"fall":true' in (response.request.post_data or "")):
        tap(page, "I fell")
    assert [log.fall for log in logs_for(local_actor())] == [True]
    assert LogEntry.objects.count() == 3


@pytest.mark.usefixtures("live_server")
def test_without_script_the_session_is_a_readable_list(client: Client) -> None:
    text = client.get(plan(SQUAT)).content.decode()
    assert "Both hands hold the kitchen bench." in text
    assert "2 sets of 3" in text


@pytest.mark.usefixtures("live_server")
@pytest.mark.parametrize("day", [-1, 1])
def test_a_session_of_another_day_or_moment_says_where_to_go(client: Client, day: int) -> None:
    today = plan(SQUAT)
    other_day = f"/session/{timezone.localdate() + timedelta(days=day)}/0/"
    for address in (other_day, today.replace("/0/", "/1/")):
        response = client.get(address)
        assert response.status_code == 404
        assert "Go to Today" in response.content.decode()
