"""A phone that lost its connection, its clock, its room or its battery: it plays on, and nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer
from uuid6 import uuid7

from handrail.web.accounts.middleware import local_actor
from handrail.web.common import install
from handrail.web.practice.models import LogEntry
from handrail.web.practice.queries import logs_for
from handrail.web.profile.models import CheckIn
from tests.conftest import CHROMIUM, FLAGS
from tests.web.player.stage import ONE_FOOT_AHEAD, PHONE, PLAYED_IN_A_BROWSER, SQUAT, at_home, plan, tap

pytestmark = PLAYED_IN_A_BROWSER

NOTHING_NEW = "Nothing new today. No new trouble, no fall, not ill, not hot"
PAGES_KEPT = "async () => (await (await caches.open('pages')).keys()).map(one => new URL(one.url).pathname)"


@pytest.fixture
def phone(chromium: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    """A phone whose service worker works."""
    context = chromium.new_context(viewport=PHONE, base_url=live_server.url)
    yield context
    context.close()


def until(page: Page, holds: str) -> None:
    """Wait for something that only the page knows; its policy lets no test evaluate a string there again and again."""
    for _ in range(100):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"never came: {holds}")


IS_CONTROLLED = "() => navigator.serviceWorker.controller !== null"
WAITS = "async () => (await navigator.serviceWorker.getRegistration()).waiting !== null"


def kept_at_hand(page: Page) -> list[str]:
    """Open Today, and wait until the coming week is kept."""
    page.goto("/")
    until(page, IS_CONTROLLED)
    until(page, f"() => ({PAGES_KEPT})().then(kept => kept.some(one => one.endsWith('.svg')))")
    kept: list[str] = page.evaluate(PAGES_KEPT)
    return sorted(path for path in kept if path.startswith("/session/"))


def test_given_a_week_at_hand_when_there_is_no_connection_tomorrow_then_a_session_is_played_and_sent_later(
    phone: BrowserContext,
) -> None:
    at_home()
    sessions = kept_at_hand(phone.new_page())
    tomorrow = str(timezone.localdate() + timedelta(days=1))
    address = next(path for path in sessions if tomorrow in path)
    phone.set_offline(True)
    page = phone.new_page()
    page.clock.install(time=datetime.now(UTC) + timedelta(days=1))
    page.goto(address)
    tap(page, "All there. Start")
    expect(page.get_by_role("heading", name="How are you now?")).to_be_visible()
    tap(page, "Check in", NOTHING_NEW, "Good", "Nobody")
    page.clock.run_for(40 * 60_000)
    expect(page.get_by_role("heading", name="How hard was it?")).to_be_visible()
    tap(
        page,
        "Medium: I could talk",
        "No, nothing else" if page.get_by_text("Anything else?").count() else "No, nothing",
    )
    expect(page.get_by_text("It is kept on this device.")).to_be_visible()
    assert not logs_for(local_actor()).exists()
    page.close()
    phone.set_offline(False)
    another = phone.new_page()
    another.goto("/about/")
    until(another, WAITING_IS_EMPTY)
    assert logs_for(local_actor()).filter(done="full").exists()
    assert CheckIn.objects.filter(answers__energy=7).count() == 1


IN_HOSPITAL = (
    "Something is new. Then a few short questions follow",
    *("No", "Go on", "No", "Yes"),  # not ill, no sign, no new symptom; in hospital
    *("No", "No", "No", "0", "0"),  # no fall, no near-fall, not hot, no pain, not stiff
)


def checks_in_offline(page: Page, address: str, days: int, *answers: str) -> None:
    """Open a kept session some days from now, and tell how it is."""
    page.clock.install(time=datetime.now(UTC) + timedelta(days=days))
    page.goto(address)
    tap(page, "All there. Start", "Check in", *answers, "Good", "Nobody")


def test_given_days_without_a_connection_when_a_hospital_was_told_of_then_no_kept_session_plays_until_it_is_read(
    phone: BrowserContext,
) -> None:
    at_home()
    kept = kept_at_hand(phone.new_page())
    phone.set_offline(True)
    first, second = phone.new_page(), phone.new_page()
    checks_in_offline(first, kept[1], 1, *IN_HOSPITAL)
    expect(first.get_by_role("heading", name="Rest today")).to_be_visible()
    checks_in_offline(second, kept[2], 2, NOTHING_NEW)
    expect(second.get_by_role("heading", name="Rest today")).to_be_visible()
    first.close()
    second.close()
    phone.set_offline(False)
    page = phone.new_page()
    page.goto("/about/")
    until(page, WAITING_IS_EMPTY)
    page.goto("/plan/")
    expect(page.get_by_text("You told us of a stay in hospital")).to_be_visible()


# A store that does not exist yet holds nothing that waits.
WAITING_IS_EMPTY = """() => new Promise(resolve => {
  const opened = indexedDB.open('handrail', 2);
  opened.onsuccess = () => {
    const all = opened.result.transaction('waiting').objectStore('waiting').count();
    all.onsuccess = () => { opened.result.close(); resolve(all.result === 0); };
  };
})"""


def test_given_no_connection_when_any_page_is_opened_then_it_leads_to_the_kept_sessions(
    phone: BrowserContext,
) -> None:
    at_home()
    page = phone.new_page()
    sessions = kept_at_hand(page)
    phone.set_offline(True)
    page.goto("/library/")
    expect(page.get_by_role("heading", name="No connection")).to_be_visible()
    expect(page.locator("[data-kept-sessions] a")).to_have_count(len(sessions))
    page.locator("[data-kept-sessions] a").first.click()
    expect(page.get_by_role("heading", name="Before you start")).to_be_visible()
    assert page.evaluate("document.querySelector('.player') !== null")


def test_given_a_session_when_a_new_version_comes_then_it_waits_until_the_session_is_closed(
    phone: BrowserContext, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = phone.new_page()
    page.goto("/about/")
    until(page, IS_CONTROLLED)
    page.goto(plan(SQUAT))
    tap(page, "All there. Start")
    newer = tmp_path / "offline.html"
    newer.write_text("a newer version")
    monkeypatch.setattr(install, "OFFLINE", newer)
    install.worker_source.cache_clear()
    page.evaluate("async () => (await navigator.serviceWorker.getRegistration()).update()")
    until(page, WAITS)
    other = phone.new_page()
    other.goto("/about/")
    other.wait_for_timeout(500)
    assert other.evaluate(WAITS)
    page.close()
    other.goto("/about/")
    until(other, f"() => ({WAITS})().then(waits => !waits)")
    install.worker_source.cache_clear()


def test_given_300_logs_when_the_network_comes_and_goes_then_the_worker_stores_each_once(
    phone: BrowserContext,
) -> None:
    page = phone.new_page()
    page.goto("/about/")
    until(page, IS_CONTROLLED)
    for _ in range(30):
        page.evaluate(PUT, [_log() for _ in range(10)])
        phone.set_offline(True)
        page.evaluate(ASK_WORKER)
        phone.set_offline(False)
        page.evaluate(ASK_WORKER)
    page.evaluate(ASK_WORKER)
    until(page, WAITING_IS_EMPTY)
    assert LogEntry.objects.count() == 300


def _log() -> dict[str, object]:
    now = datetime.now(UTC).isoformat()
    told = {"session": str(uuid7()), "position": 0, "exercise": "march-two-hands", "done": "full"}
    return {**told, "id": str(uuid7()), "started": now, "finished": now}


PUT = """logs => new Promise(resolve => {
  const opened = indexedDB.open('handrail', 2);
  opened.onupgradeneeded = () => {
    opened.result.createObjectStore('sessions', { keyPath: 'session' });
    opened.result.createObjectStore('waiting', { keyPath: 'id' });
  };
  opened.onsuccess = () => {
    const change = opened.result.transaction('waiting', 'readwrite');
    for (const body of logs) change.objectStore('waiting').put({ id: body.id, address: '/api/logs/', body });
    change.oncomplete = () => { opened.result.close(); resolve(); };
  };
})"""
ASK_WORKER = "() => navigator.serviceWorker.controller.postMessage({ type: 'send' })"


def test_given_a_full_device_when_a_session_is_done_then_it_says_so_and_sends_it_all_the_same(
    phone: BrowserContext,
) -> None:
    page = phone.new_page()
    page.add_init_script(
        "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };"
    )
    page.clock.install()
    phone.route("**/api/logs/", lambda route: route.abort("internetdisconnected"))
    page.goto(plan(SQUAT))
    tap(page, "All there. Start", "I am ready")
    page.clock.run_for(120_000)
    tap(page, "Easy: I could have sung", "No, nothing")
    expect(page.get_by_text("This device is full, so this page holds your log.")).to_be_visible()
    phone.unroute_all()
    page.clock.run_for(31_000)
    expect(page.get_by_text("It is in your log.")).to_be_visible()
    assert logs_for(local_actor()).filter(done="full", effort=3).count() == 1


@pytest.mark.parametrize("hours", [-26, 26])
def test_given_a_wrong_clock_when_a_session_begins_then_it_asks_and_plays(
    phone: BrowserContext, hours: int
) -> None:
    page = phone.new_page()
    page.clock.install(time=datetime.now(UTC) + timedelta(hours=hours))
    page.goto(plan(SQUAT))
    tap(page, "All there. Start")
    expect(page.get_by_role("heading", name="How are you now?")).to_be_visible()
    tap(page, "Check in", NOTHING_NEW, "Good", "Nobody", "I am ready")
    page.clock.run_for(120_000)
    expect(page.get_by_role("heading", name="How hard was it?")).to_be_visible()


def test_given_a_battery_that_dies_when_the_phone_is_on_again_then_it_goes_on_in_the_same_second(
    chromium: Browser, live_server: LiveServer, tmp_path: Path
) -> None:
    address = live_server.url + plan(ONE_FOOT_AHEAD)
    page = _switched_on(chromium, tmp_path)
    page.goto(address)
    tap(page, "All there. Start", "I am ready")
    expect(page.locator(".player-number strong")).to_have_text("7", timeout=15_000)
    expect(page.get_by_text("Go", exact=True)).to_be_visible()
    _dies(tmp_path)
    again = _switched_on(chromium, tmp_path)
    again.goto(address)
    expect(again.get_by_text("Paused")).to_be_visible()
    assert again.locator(".player-number strong").inner_text() in {"7", "6"}
    expect(again.get_by_text("Left side", exact=True)).to_be_visible()
    again.context.close()


def _switched_on(chromium: Browser, storage: Path) -> Page:
    context = chromium.browser_type.launch_persistent_context(
        storage, executable_path=CHROMIUM, args=FLAGS, viewport=PHONE, service_workers="block"
    )
    return context.pages[0]


def _dies(storage: Path) -> None:
    """End every process of a browser at once, as an empty battery does."""
    found = subprocess.run(["pgrep", "-f", str(storage)], capture_output=True, text=True, check=True)  # noqa: S607
    for process in found.stdout.split():
        os.kill(int(process), signal.SIGKILL)
    time.sleep(0.5)
    for lock in storage.glob("Singleton*"):
        lock.unlink()
