"""The week's page with the keyboard alone, and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.member import ALONE_WITH_A_BENCH, Member
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

MOST_TABS = 60


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what has the focus matches."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab does not reach {selector}")


def test_given_only_a_keyboard_when_an_item_is_swapped_and_that_undone_then_the_week_is_as_it_was(
    visitor: Visitor,
) -> None:
    member = Member(visitor)
    member.tells_about_a_body(ALONE_WITH_A_BENCH)
    member.checks_in()
    visitor.opens("/plan/")
    page = visitor.page
    before = page.locator(".item strong").all_inner_texts()
    tab_to(page, ".change > summary")
    page.keyboard.press("Enter")
    visitor.then_the_page_is_right()
    tab_to(page, ".change button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/plan/?change=*")
    visitor.then_the_page_is_right()
    assert visitor.sees("Done:")
    assert page.locator(".item strong").all_inner_texts() != before
    tab_to(page, ".undo button")
    page.keyboard.press("Enter")
    page.get_by_text("Undone:").wait_for()
    assert page.locator(".item strong").all_inner_texts() == before


def test_given_paper_then_every_day_is_open_and_no_button_is_printed(visitor: Visitor) -> None:
    member = Member(visitor)
    member.tells_about_a_body(ALONE_WITH_A_BENCH)
    member.checks_in()
    visitor.opens("/plan/")
    page = visitor.page
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    days = page.locator("details.day")
    assert days.count() == 7
    for at in range(7):
        assert days.nth(at).locator(".moments").is_visible()
    assert not any(button.is_visible() for button in page.get_by_role("button").all())
