"""A session in a real browser: what is shown, what survives, and what reaches the log."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta

import msgspec
import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from handrail.person.files import person_as_json
from handrail.planner.model import Day, Item, Plan
from handrail.web.accounts.middleware import local_actor
from handrail.web.plans.digests import digest_of_answers, digest_of_edits
from handrail.web.plans.models import StoredPlan
from handrail.web.practice.models import LogEntry
from handrail.web.practice.queries import logs_for
from handrail.web.profile.actions import save_answers, save_check_in
from handrail.web.profile.models import CheckIn
from handrail.web.profile.queries import person_for, profile_of
from tests.session.bouts import bout, cook, item

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(databases=["default", "community"], transaction=True),
]

CHROMIUM = shutil.which("chromium")
SQUAT = item("mini-squat-two-hands", sets=2, reps=3)
MARCH = item("march-two-hands", reps=4)
ONE_FOOT_AHEAD = item("semi-tandem-stance-two-hands", reps=1, hold_s=10, side="each")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    # Playwright keeps an event loop in this thread, though nothing here is asynchronous.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture
def phone(chromium: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    # Without a service worker, whose requests no page sees; tests/browser has one.
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, base_url=live_server.url, service_workers="block"
    )
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Page:
    page = phone.new_page()
    page.clock.install()
    return page


def plan(*items: Item) -> str:
    """Make this today's plan for somebody who checked in; answers the session's address."""
    actor, today = local_actor(), timezone.localdate()
    answers = person_as_json(cook())
    told = answers.pop("today")
    del told["date"]
    save_answers(by=actor, part=answers, seen=profile_of(actor).version)
    save_check_in(by=actor, answers=told)
    days = (Day(date=today, bouts=(bout(*items),)),)
    StoredPlan.objects.create(
        owner_id=actor.id,
        date=today,
        told=digest_of_answers(person_for(actor, today)),
        done="",
        edited=digest_of_edits([]),
        plan=msgspec.to_builtins(Plan(days=days, left_out=(), advice=())),
    )
    return f"/session/{today}/0/"


def tap(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("button", name=name, exact=True).click()


def kept() -> list[tuple[str, str, int | None, int | None]]:
    """What the log says: exercise, how much, whole sets, effort."""
    return [(log.exercise, log.done, log.sets, log.effort) for log in logs_for(local_actor())]


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
    tap(page, "Go on")
    expect(page.get_by_role("heading", name="How are you now?")).to_be_visible()
    tap(page, "Check in", "Nothing new today. No new trouble, no fall, not ill, not hot", "Good")
    with page.expect_response("**/api/check-ins/"):
        tap(page, "Nobody")
    expect(page.get_by_role("button", name="Go on", exact=True)).to_be_visible()
    assert [check_in.answers["energy"] for check_in in CheckIn.objects.all()][:1] == [7]


def test_given_only_a_keyboard_when_a_session_is_played_then_it_needs_no_pointer(page: Page) -> None:
    page.goto(plan(SQUAT))
    expect(page.get_by_role("heading", name="Before you start")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press(" ")
    page.clock.run_for(6_000)
    page.keyboard.press(" ")
    expect(page.get_by_text("Paused")).to_be_visible()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", name="How hard was it?")).to_be_focused()


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
