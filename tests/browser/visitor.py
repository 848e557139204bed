"""Somebody in front of a phone: what they do and what they see, as sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import ConsoleMessage, Locator, Page, Request

from handrail.web.profile.check_in_views import SECOND_TAP_MS

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
AXE_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
}
TARGET_PX = 48
SENT_BACK = "status of 422"
"""How the console tells of a form that came back to be mended, which is no error of ours."""
BLOCKED = "Service Worker registration blocked by Playwright"
"""How it tells that a test has no service worker."""


class Visitor:
    """Drives one page and keeps an ear open for errors and foreign requests."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self._home = home
        self._wrong: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self._wrong.append(f"script error: {error}"))
        page.on("request", self._watch)

    def opens(self, path: str) -> None:
        """Open a page and check what holds for every page."""
        self.page.goto(path)
        self.then_the_page_is_right()

    def follows(self, name: str) -> None:
        """Follow a link by its words."""
        self.goes_on_by(self.page.get_by_role("link", name=name).first)

    def goes_on_by(self, way: Locator) -> None:
        """Click what leads to another page, and check that page: a click alone does not wait for it."""
        with self.page.expect_navigation():
            way.click()
        self.then_the_page_is_right()

    def chooses(self, name: str) -> None:
        """Press a button by its words, which leads to another page."""
        self.goes_on_by(self.page.get_by_role("button", name=name).first)

    def looks(self) -> None:
        """Take as long as anybody needs to see what a page asks."""
        self.page.wait_for_timeout(SECOND_TAP_MS)

    def presses(self, name: str) -> None:
        """Press a button by its words."""
        self.page.get_by_role("button", name=name).first.click()

    def sees(self, text: str) -> bool:
        """Whether some text is on the page."""
        return text in self.page.locator("body").inner_text()

    def then_the_page_is_right(self) -> None:
        """No accessibility violation, nothing wider than the screen, nothing too small to touch."""
        self.then_axe_finds_nothing()
        self.then_nothing_is_wider_than_the_screen()
        self.then_targets_are_big_enough()

    def then_axe_finds_nothing(self) -> None:
        """Axe with the WCAG 2.2 AA, enhanced contrast and best-practice rules."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found: dict[str, Any] = self.page.evaluate("rules => axe.run(document, rules)", AXE_RULES)
        lines = [
            f"{violation['id']}: {node['html'][:120]}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]
        assert not lines, f"{self.page.url}\n" + "\n".join(lines)

    def then_nothing_is_wider_than_the_screen(self) -> None:
        """No sideways scrolling."""
        width = self.page.evaluate("document.documentElement.scrollWidth")
        assert width <= self.page.evaluate("window.innerWidth"), self.page.url

    def then_targets_are_big_enough(self) -> None:
        """Buttons, fields and links that stand alone are at least 48 px; links inside a sentence may be smaller."""
        small = self.page.evaluate(
            """least => [...document.querySelectorAll(
                 'button, select, summary, input:not([type=hidden]), nav a, a.button')]
               .filter(element => element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}))
               .map(element => element.matches('input[type=radio], input[type=checkbox]')
                    ? element.closest('label') ?? element : element)
               .map(element => [element.outerHTML.slice(0, 100), element.getBoundingClientRect()])
               .filter(([, box]) => box.width && (box.width < least - 0.5 || box.height < least - 0.5))
               .map(([html, box]) => `${Math.round(box.width)}x${Math.round(box.height)} ${html}`)""",
            TARGET_PX,
        )
        assert not small, f"{self.page.url}\n" + "\n".join(small)

    def then_nothing_went_wrong(self) -> None:
        """No error on the console, none of our policies broken, no request to anybody else."""
        assert not self._wrong, "\n".join(self._wrong)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and SENT_BACK not in message.text and BLOCKED not in message.text:
            self._wrong.append(f"console: {message.text}")

    def _watch(self, request: Request) -> None:
        if not request.url.startswith((self._home, "data:", "blob:")):
            self._wrong.append(f"foreign request: {request.url}")
