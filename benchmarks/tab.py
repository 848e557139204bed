"""A tab that can really be hidden: Playwright keeps its own pages in front, whatever else is opened."""

from __future__ import annotations

import json
import time
from typing import Any

from playwright.sync_api import Browser, CDPSession

PATIENCE_S = 30
POLL_S = 0.02


class Tab:
    """One tab of a browser's own window, driven by the browser's protocol."""

    def __init__(self, browser: Browser, url: str) -> None:
        """Open it in front."""
        self._browser: CDPSession = browser.new_browser_cdp_session()
        self._target = self._open(url)
        attached = self._browser.send("Target.attachToTarget", {"targetId": self._target, "flatten": False})
        self._session = attached["sessionId"]
        self._sent = 0
        self._answers: dict[int, Any] = {}
        self._browser.on("Target.receivedMessageFromTarget", self._hear)

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in its page."""
        told = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        return self.send("Runtime.evaluate", told)["result"].get("value")

    def until(self, expression: str, patience_s: float = PATIENCE_S) -> None:
        """Wait until an expression holds.

        Raises
        ------
        TimeoutError
            When it does not hold in time.
        """
        deadline = time.monotonic() + patience_s
        while not self.evaluate(expression):
            if time.monotonic() > deadline:
                raise TimeoutError(expression)
            time.sleep(1)

    def hide(self, seconds: float) -> str:
        """Put another tab in front for a while; what the page said of itself then."""
        other = self._open("about:blank")
        time.sleep(seconds)
        state = str(self.evaluate("document.visibilityState"))
        self._browser.send("Target.activateTarget", {"targetId": self._target})
        self._browser.send("Target.closeTarget", {"targetId": other})
        return state

    def send(self, method: str, params: dict[str, Any] | None = None) -> Any:
        """One command to the tab, and its answer.

        Raises
        ------
        TimeoutError
            When none comes.
        """
        self._sent += 1
        message = json.dumps({"id": self._sent, "method": method, "params": params or {}})
        self._browser.send("Target.sendMessageToTarget", {"sessionId": self._session, "message": message})
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            self._browser.send("Browser.getVersion")  # lets events come in
            if self._sent in self._answers:
                return self._answers.pop(self._sent)
            time.sleep(POLL_S)
        raise TimeoutError(method)

    def _open(self, url: str) -> str:
        return str(self._browser.send("Target.createTarget", {"url": url})["targetId"])

    def _hear(self, event: dict[str, Any]) -> None:
        answer = json.loads(event["message"])
        if "id" in answer:
            self._answers[answer["id"]] = answer.get("result", {})
