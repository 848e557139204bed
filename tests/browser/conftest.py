"""A real server, a real browser at phone size, and ears for anything that should not happen."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from benchmarks.server import Server, running
from tests.browser.visitor import Visitor

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--autoplay-policy=no-user-gesture-required",
]
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed; `make chromium` installs it where that is possible")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def server() -> Iterator[Server]:
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "home") as server:
        yield server


@pytest.fixture
def visitor(chromium: Browser, server: Server) -> Iterator[Visitor]:
    context = chromium.new_context(viewport=PHONE, base_url=server.url, reduced_motion="reduce")
    visitor = Visitor(context.new_page(), server.url)
    yield visitor
    context.close()
    visitor.then_nothing_went_wrong()
