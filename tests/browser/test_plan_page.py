"""The week, changed by keyboard alone and printed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.member import ALONE_WITH_A_BENCH, Member
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

MOST_TABS = 200


@pytest.fixture
def somebody(visitor: Visitor) -> Visitor:
    """Somebody with a plan, who looks at their week on a phone."""
    member = Member(visitor)
    member.tells_about_a_body(ALONE_WITH_A_BENCH)
    member.checks_in()
    visitor.opens("/plan/")
    return visitor


def test_given_only_a_keyboard_when_an_item_is_made_easier_then_it_is_and_undo_brings_it_back(
    somebody: Visitor,
) -> None:
    page = somebody.page
    item = page.locator(".item").filter(
        has=page.get_by_role("group", name="Make it easier", include_hidden=True)
    )
    before = item.first.get_by_role("link").inner_text()
    _tabs_to(somebody, item.first.locator("summary"))
    page.keyboard.press("Enter")
    somebody.then_the_page_is_right()
    easier = item.first.get_by_role("group", name="Make it easier").get_by_role("button")
    chosen = easier.inner_text()
    _tabs_to(somebody, easier)
    _enters(somebody)
    somebody.then_the_page_is_right()
    assert somebody.sees(f"Done: “{before}” made easier: “{chosen}”.")
    expect(page.locator("details.day[open]").get_by_role("link", name=chosen).first).to_be_visible()

    _tabs_to(somebody, page.get_by_role("button", name="Undo"))
    _enters(somebody)
    somebody.then_the_page_is_right()
    assert somebody.sees(f"Undone: “{before}” made easier: “{chosen}”.")
    expect(page.locator(".item").get_by_role("link", name=before).first).to_be_visible()
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)


def test_given_every_day_and_every_choice_unfolded_when_it_is_a_phone_then_all_can_be_read_and_touched(
    somebody: Visitor,
) -> None:
    page = somebody.page
    page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })")
    expect(page.get_by_role("button", name="Not for me").last).to_be_visible()
    somebody.then_the_page_is_right()
    close = page.evaluate(
        """least => [...document.querySelectorAll('.change button')]
           .map(button => button.getBoundingClientRect())
           .filter((box, at, all) => all.slice(at + 1).some(other =>
             box.left - least < other.right && other.left < box.right + least &&
             box.top - least < other.bottom && other.top < box.bottom + least)).length""",
        7.5,
    )
    assert close == 0


def test_given_folded_days_when_the_week_is_printed_then_every_day_is_there_and_no_button(
    somebody: Visitor,
) -> None:
    page = somebody.page
    folded = page.locator("details.day:not([open]) .item")
    expect(folded.first).to_be_hidden()
    page.emulate_media(media="print")
    assert page.locator("details.day").count() == 7
    for item in page.locator(".item").all():
        expect(item.get_by_role("link")).to_be_visible()
    assert not _visible(page.locator("button, a.button, nav, .change"))
    expect(page.get_by_text("No clinician has reviewed this plan.")).to_be_visible()
    somebody.then_nothing_is_wider_than_the_screen()


def _tabs_to(visitor: Visitor, target: Locator) -> None:
    for _ in range(MOST_TABS):
        if target.evaluate("element => element === document.activeElement"):
            return
        visitor.page.keyboard.press("Tab")
    pytest.fail("The keyboard does not get there.")


def _enters(visitor: Visitor) -> None:
    with visitor.page.expect_navigation():
        visitor.page.keyboard.press("Enter")


def _visible(some: Locator) -> list[str]:
    return [one.inner_text() for one in some.all() if one.is_visible()]
