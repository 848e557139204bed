"""Somebody who lives alone with a kitchen bench, on their way from a thread to a first session."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.visitor import Visitor

ALONE_WITH_A_BENCH = {
    "Which of these is most like your walking now?": "My walking is affected, but I use no stick or other aid.",
    "Did you fall in the past 12 months?": "Once",
    "And in the past 6 months?": "Not once",
    "Were you hurt in any of those falls?": "No",
    "After a fall, can you get up again by yourself?": "Yes",
    "Did you nearly fall in the past month?": "Once",
    "Does fear of falling keep you from things you want to do?": "No",
    "Standing with your eyes closed, do you lose your balance?": "No",
}
IN_A_WHEELCHAIR = ALONE_WITH_A_BENCH | {
    "Which of these is most like your walking now?": "I use a wheelchair, and can move across to a bed or chair."
}


class Member:
    """What somebody does on their way, each step checked as any page is."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.page: Page = visitor.page

    # ---- the thread

    def brings_in(self, saved: Path) -> None:
        """Bring a saved thread in, and see how much of it the file holds."""
        self.visitor.opens("/questions/bring-in/")
        self.page.get_by_label("A saved page").set_input_files(saved)
        self._press("Bring it in")

    def confirms(self, words: str) -> str:
        """Confirm the first open card that holds these words, as its likeliest exercise; the exercise's name."""
        answers = self.page.locator("button[name=exercise]")
        card = self.page.locator("li.card").filter(has=answers).filter(has_text=words).first
        key = card.get_attribute("id")
        card.locator("button[name=exercise]").first.click()
        kept = self.page.locator(f"[id='{key}']").get_by_text("✓ Kept as")
        expect(kept).to_be_visible()
        self.visitor.then_the_page_is_right()
        return kept.get_by_role("link").inner_text()

    def makes_mine_the_longest_post(self) -> None:
        """Open the two columns of the post with the most exercises."""
        posts = self.page.locator("article.post").filter(
            has=self.page.get_by_role("link", name="Make it mine")
        )
        longest = max(posts.all(), key=lambda post: post.locator("li.card").count())
        self.visitor.goes_on_by(longest.get_by_role("link", name="Make it mine"))

    # ---- the body

    def tells_about_a_body(self, walking: dict[str, str]) -> None:
        """The four short screens: walking, readiness, home, moments."""
        self.visitor.opens("/you/walking/")
        for question, answer in walking.items():
            self._choose(question, answer)
        self._press("Save and go on")
        self._choose("Can you get down to the floor and up again by yourself?", "Yes")
        self._press("I read every line. No others apply.")
        for thing in ("Stand more steadily", "Stronger legs", "Kitchen bench", "Firm chair against a wall"):
            self.page.get_by_label(thing, exact=True).check()
        self._press("Save and go on")
        if self.page.get_by_role("button", name="+ While the kettle boils").is_visible():
            self._press("+ While the kettle boils")
        self._press("Save these moments")

    def checks_in(self, energy: str = "Good", there: str = "Nobody") -> None:
        """Three taps, each after a look at its page."""
        self.visitor.opens("/you/check-in/")
        for tap in ("Nothing new today", energy, there):
            self.visitor.looks()
            self._press(tap)

    # ---- the plan and the session

    def reads_what_is_left_out(self) -> Locator:
        """Open what the week leaves out."""
        self.visitor.opens("/plan/")
        self.page.get_by_text("Left out and why").click()
        self.visitor.then_the_page_is_right()
        return self.page.locator("li.card")

    def plays_to_the_end(self) -> dict[str, object]:
        """Start today's session and play it on a mocked clock; what was sent to the log."""
        self.page.clock.install()
        self.visitor.opens("/")
        self.page.get_by_role("link", name="Start").first.click()
        self._tap("All there. Start")
        while not self.page.get_by_role("button", name="Medium: I could talk").is_visible():
            ready = self.page.get_by_role("button", name="I am ready")
            if ready.is_visible():
                self.visitor.then_axe_finds_nothing()
                ready.click()
            self.page.clock.run_for(5_000)
        self.visitor.then_the_page_is_right()
        self._tap("Medium: I could talk")
        with self.page.expect_response("**/api/logs/") as sent:
            self._tap("No, nothing")
        expect(self.page.get_by_text("It is in your log.")).to_be_visible()
        self.visitor.then_the_page_is_right()
        body: dict[str, object] = json.loads(sent.value.request.post_data or "")
        return body

    def sends_again(self, log: object) -> int:
        """Send the same log once more, as a phone does that heard no answer; the status it gets."""
        status: int = self.page.evaluate(
            """async log => (await fetch('/api/logs/', {
                 method: 'POST', body: JSON.stringify(log),
                 headers: {'Content-Type': 'application/json'}})).status""",
            log,
        )
        return status

    def reads_the_log(self) -> str:
        """The text of the log."""
        self.visitor.opens("/log/")
        return self.page.locator("main").inner_text()

    def right_column(self) -> list[str]:
        """What the second column of the two says, line by line."""
        return [line.inner_text() for line in self.page.locator("li.compare > div:nth-child(2)").all()]

    # ---- small things

    def _choose(self, question: str, answer: str) -> None:
        group = self.page.get_by_role("group", name=question)
        group.get_by_label(answer, exact=True).check()

    def _press(self, name: str) -> None:
        self.visitor.chooses(name)

    def _tap(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()
