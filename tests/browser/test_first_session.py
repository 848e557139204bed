"""From a thread to a first safe session, on a phone, alone in the kitchen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.member import ALONE_WITH_A_BENCH, IN_A_WHEELCHAIR, Member
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
OUR_THREAD = ROOT / "tests" / "reader" / "saved_thread.txt"
REAL_THREAD = ROOT.parent / "shared" / "data" / "thread" / "thread.txt"


def test_from_our_own_thread_to_the_log(visitor: Visitor) -> None:
    member = Member(visitor)
    member.brings_in(OUR_THREAD)
    assert visitor.sees("5 of the 14 responses are in the file.")
    assert not visitor.sees("Popular Resources")
    _walk_the_rest(member, ["foam", "calf", "heel raises"])


@pytest.mark.needs_shared
@pytest.mark.skipif(
    not REAL_THREAD.exists(), reason="the founding thread lies beside the repository and is not here"
)
def test_from_the_founding_thread_to_the_log(visitor: Visitor) -> None:
    member = Member(visitor)
    member.brings_in(REAL_THREAD)
    assert visitor.sees("6 of the 14 responses are in the file.")
    assert not visitor.sees("Popular Resources")
    _walk_the_rest(member, ["foam", "calf", "squat"])


def _walk_the_rest(member: Member, words: list[str]) -> None:
    visitor = member.visitor
    thread = member.page.url
    foam, *_ = [member.confirms(word) for word in words]
    assert "foam" in foam.lower()
    member.tells_about_a_body(ALONE_WITH_A_BENCH)
    member.checks_in()

    visitor.opens(thread)
    member.makes_mine_the_longest_post()
    assert any("Kept" in line or "Changed" in line for line in member.right_column())
    member.page.get_by_label("When will you do it?").select_option("while the kettle boils")
    visitor.goes_on_by(member.page.get_by_role("button", name="Save", exact=True))
    assert visitor.sees("Adapted from a post in")

    left_out = member.reads_what_is_left_out().filter(has_text=foam)
    said = left_out.first.inner_text()
    assert "somebody standing at arm's reach" in said.replace("\u2019", "'")
    assert "Nearest safe one:" in said

    log = member.plays_to_the_end()
    assert member.sends_again(log) == 200
    done = [line for line in member.reads_the_log().splitlines() if line.endswith(": done, medium")]
    assert done
    assert len(done) == len(set(done))


def test_one_post_shows_two_people_two_different_columns(visitor: Visitor) -> None:
    member = Member(visitor)
    columns: list[list[str]] = []
    for body in (ALONE_WITH_A_BENCH, IN_A_WHEELCHAIR):
        member.tells_about_a_body(body)
        member.checks_in()
        visitor.opens("/questions/")
        visitor.follows("A Small Routine For Wobbly Legs")
        member.makes_mine_the_longest_post()
        columns.append(member.right_column())
    walks, sits = columns
    assert len(walks) == len(sits)
    assert walks != sits
