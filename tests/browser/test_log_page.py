"""The log on a small phone, by keyboard alone, and printed."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

SMALLEST = {"width": 320, "height": 640}
MOST_TABS = 200


@pytest.fixture
def somebody(visitor: Visitor) -> Visitor:
    """Somebody with two weeks in their log, a long day and a fall among them."""
    visitor.page.goto("/about/")
    entries = [_entry(days) for days in range(0, 14, 2)]
    entries += [_entry(1, sets=9, reps=30), _entry(3, exercise="march-two-hands", fall=True)]
    sent = visitor.page.request.post("/api/logs/", data=json.dumps(entries))
    assert sent.json() == {"stored": len(entries)}
    return visitor


def _entry(days_ago: int, **differs: Any) -> dict[str, Any]:
    done = (datetime.now(UTC) - timedelta(days=days_ago)).isoformat()
    entry = {
        "id": str(uuid4()), "session": str(uuid4()), "position": 0, "exercise": "mini-squat-two-hands",
        "done": "full", "started": done, "finished": done, "sets": 2, "reps": 8,
    }  # fmt: skip
    return entry | differs


@pytest.mark.parametrize("text_size", ["18", "24"])
def test_given_the_smallest_phone_when_the_log_is_read_then_nothing_is_cut_off_or_too_small(
    somebody: Visitor, text_size: str
) -> None:
    page = somebody.page
    page.set_viewport_size(SMALLEST)  # type: ignore[arg-type]
    page.context.add_cookies([{"name": "text", "value": text_size, "url": page.url}])
    for path in ("/log/", "/log/falls/", "/log/ladders/"):
        somebody.opens(path)
        page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })")
        somebody.then_the_page_is_right()
    page.goto("/log/")
    over = page.evaluate(
        """[...document.querySelectorAll('.month td *')]
           .filter(one => !one.matches('.sr-only') && one.scrollWidth > one.closest('td').clientWidth + 1)
           .map(one => one.textContent)"""
    )
    assert over == []


def test_given_only_a_keyboard_when_a_day_is_chosen_then_its_section_has_the_focus(somebody: Visitor) -> None:
    page = somebody.page
    page.goto("/log/")
    day = page.locator(".month a").last
    name = (day.get_attribute("href") or "").removeprefix("#")
    _tabs_to(somebody, f".month a[href='#{name}']")
    page.keyboard.press("Enter")
    expect(page.locator(f"section[id='{name}']")).to_be_in_viewport()
    expect(page.locator(f"section[id='{name}']")).to_be_focused()


def test_given_only_a_keyboard_when_an_entry_is_deleted_then_undo_brings_it_back(somebody: Visitor) -> None:
    page = somebody.page
    page.goto("/log/")
    before = page.locator("section.panel li").count()
    _tabs_to(somebody, "section.panel summary")
    page.keyboard.press("Enter")
    _tabs_to(somebody, "section.panel button[name=entry]")
    _enters(somebody)
    somebody.then_the_page_is_right()
    assert page.locator("section.panel li").count() == before - 1
    _tabs_to(somebody, ".undo button")
    _enters(somebody)
    assert page.locator("section.panel li").count() == before


def test_given_the_form_half_filled_when_it_is_sent_then_what_was_written_stays_and_it_can_be_mended(
    somebody: Visitor,
) -> None:
    page = somebody.page
    somebody.opens("/log/falls/")
    page.get_by_label("What were you doing?").fill("Turning at the sink")
    somebody.presses("Add it to your diary")
    expect(page.get_by_text("Choose one: a fall or a near-fall.")).to_be_visible()
    somebody.then_the_page_is_right()
    page.get_by_label("A near-fall", exact=True).check()
    somebody.presses("Add it to your diary")
    expect(page.get_by_text("It is in your diary.")).to_be_visible()
    expect(page.get_by_text("Turning at the sink")).to_be_visible()
    somebody.then_the_page_is_right()


def test_given_the_log_or_the_diary_when_it_is_printed_then_no_button_and_no_form_is_on_paper(
    somebody: Visitor,
) -> None:
    page = somebody.page
    page.emulate_media(media="print")
    for path in ("/log/", "/log/falls/", "/log/ladders/"):
        page.goto(path)
        shown = [
            one.inner_text() for one in page.locator("button, a.button, nav, form").all() if one.is_visible()
        ]
        assert shown == [], path
        somebody.then_nothing_is_wider_than_the_screen()
    page.goto("/log/")
    expect(page.locator("table.month")).to_be_visible()
    expect(page.locator(".weeks svg")).to_be_visible()


def _tabs_to(visitor: Visitor, selector: str) -> None:
    for _ in range(MOST_TABS):
        if visitor.page.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
        visitor.page.keyboard.press("Tab")
    pytest.fail("The keyboard does not get there.")


def _enters(visitor: Visitor) -> None:
    with visitor.page.expect_navigation():
        visitor.page.keyboard.press("Enter")
