"""A phone with the player on it, and a clock that the test turns."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from tests.web.player.stage import PHONE


@pytest.fixture
def phone(chromium: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    """A phone without a service worker, whose requests no page sees; test_offline_pages has one."""
    context = chromium.new_context(viewport=PHONE, base_url=live_server.url, service_workers="block")
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Page:
    page = phone.new_page()
    page.clock.install()
    return page
