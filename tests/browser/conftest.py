"""A real server, a real browser at phone size, and ears for anything that should not happen."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize

from benchmarks.server import Server, running
from tests.browser.visitor import Visitor

PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture
def server() -> Iterator[Server]:
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "home") as server:
        yield server


@pytest.fixture
def visitor(chromium: Browser, server: Server) -> Iterator[Visitor]:
    # Without a service worker, whose requests no page sees.
    context = chromium.new_context(
        viewport=PHONE, base_url=server.url, reduced_motion="reduce", service_workers="block"
    )
    visitor = Visitor(context.new_page(), server.url)
    yield visitor
    context.close()
    visitor.then_nothing_went_wrong()
