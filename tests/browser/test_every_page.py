"""Every page, on a phone and on a desk, by day and by night: axe, width, and targets to touch."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ViewportSize

from benchmarks.server import Server
from tests.browser.member import ALONE_WITH_A_BENCH, Member
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

SCREENS: tuple[ViewportSize, ...] = ({"width": 390, "height": 844}, {"width": 1280, "height": 900})
PAGES = (
    "/", "/about/", "/look/", "/questions/", "/questions/bring-in/", "/library/",
    "/library/?q=tight+calves", "/library/add/", "/library/add/?like=mini-squat-two-hands",
    "/library/foam-stance-eyes-closed-together/", "/library/mini-squat-two-hands/", "/plan/",
    "/plan/why-not/foam-stance-eyes-closed-hip-wide/", "/routines/",
    "/you/", "/you/walking/", "/you/readiness/", "/you/home/", "/you/moments/", "/you/check-in/",
    "/you/check-in/energy/", "/you/phones/", "/you/repertoire/", "/you/file/bring/", "/you/erase/", "/log/",
    "/log/falls/", "/log/ladders/", "/after/", "/offline/", "/game/",
)  # fmt: skip


TOLD = "You told us of a stay in hospital, or of a new medicine or dose."


@pytest.fixture(params=["light", "dark"])
def visitors(request: pytest.FixtureRequest, chromium: Browser, server: Server) -> Iterator[list[Visitor]]:
    contexts = [
        chromium.new_context(viewport=screen, base_url=server.url, color_scheme=request.param)
        for screen in SCREENS
    ]
    visitors = [Visitor(context.new_page(), server.url) for context in contexts]
    yield visitors
    for context in contexts:
        context.close()
    for visitor in visitors:
        visitor.then_nothing_went_wrong()


def test_every_page_is_right_before_and_after_somebody_told_about_their_body(visitors: list[Visitor]) -> None:
    for visitor in visitors:
        for path in PAGES:
            visitor.opens(path)
    member = Member(visitors[0])
    member.tells_about_a_body(ALONE_WITH_A_BENCH)
    member.checks_in()
    for visitor in visitors:
        for path in PAGES:
            visitor.opens(path)


def test_pages_that_ask_to_read_the_lines_again_are_right_too(visitors: list[Visitor]) -> None:
    somebody = visitors[0]
    Member(somebody).tells_about_a_body(ALONE_WITH_A_BENCH)
    somebody.opens("/you/check-in/restart/")
    somebody.looks()
    somebody.chooses("Yes")
    then_all_ask_to_read_again(visitors)
    somebody.opens("/you/check-in/")
    for tap in ("Nothing new today", "Good", "Not since yesterday", "Nobody"):
        somebody.looks()
        somebody.chooses(tap)
    then_all_ask_to_read_again(visitors)
    somebody.opens("/you/readiness/")
    somebody.chooses("No hospital, no new medicine or dose")
    assert not somebody.sees(TOLD)


def then_all_ask_to_read_again(visitors: list[Visitor]) -> None:
    for visitor in visitors:
        for path in ("/", "/plan/", "/you/", "/you/readiness/"):
            visitor.opens(path)
            assert visitor.sees(TOLD)
