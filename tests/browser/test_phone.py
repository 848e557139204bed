"""A phone in the home network over TLS: shut out, paired, a helper's, shut out again.

The server serves 127.0.0.2, which is another device as far as Handrail knows.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import APIRequestContext, Browser, Page, ViewportSize, expect

from benchmarks.server import Server, free_port, running
from benchmarks.timing import prepare
from tests.browser.conftest import PHONE
from tests.browser.visitor import Visitor
from tests.conftest import CHROMIUM, FLAGS

pytestmark = pytest.mark.browser

ANOTHER = "127.0.0.2"
DESK: ViewportSize = {"width": 1280, "height": 900}
MakeVisitor = Callable[[str, ViewportSize], Visitor]


@pytest.fixture(scope="module")
def phone_url() -> str:
    return f"https://{ANOTHER}:{free_port()}"


@pytest.fixture(scope="module")
def at_home(phone_url: str) -> Iterator[Server]:
    port = phone_url.rpartition(":")[2]
    with tempfile.TemporaryDirectory() as folder:
        more = ("--phone", "--host", ANOTHER, "--phone-port", port)
        with running(Path(folder) / "home", more=more) as server:
            yield server


@pytest.fixture
def somebody(chromium: Browser) -> Iterator[MakeVisitor]:
    """A visitor on a device of their own."""
    contexts = []
    visitors = []

    def at(url: str, screen: ViewportSize) -> Visitor:
        context = chromium.new_context(
            viewport=screen,
            base_url=url,
            ignore_https_errors=True,
            reduced_motion="reduce",
            service_workers="block",
        )
        contexts.append(context)
        visitors.append(Visitor(context.new_page(), url))
        return visitors[-1]

    yield at
    for context in contexts:
        context.close()
    for visitor in visitors:
        visitor.then_nothing_went_wrong()


@pytest.fixture
def computer(at_home: Server, somebody: MakeVisitor) -> Visitor:
    return somebody(at_home.url, DESK)


@pytest.fixture
def phone(at_home: Server, phone_url: str, somebody: MakeVisitor) -> Visitor:  # noqa: ARG001 -- it must run
    return somebody(phone_url, PHONE)


def code_from(computer: Visitor, whose: str, helps: str = "") -> str:
    """The eight digits that the computer shows for one more phone."""
    computer.opens("/you/phones/")
    computer.page.get_by_label(whose).check()
    computer.page.get_by_label("What your helper calls you").fill(helps)
    computer.goes_on_by(computer.page.get_by_role("button", name="Make a code"))
    expect(computer.page.get_by_role("img", name="A QR code")).to_be_visible()
    return computer.page.locator(".pairing-code").inner_text()


def pairs(phone: Visitor, code: str, name: str) -> None:
    phone.opens("/")
    phone.page.get_by_label("The eight digits").fill(code)
    phone.page.get_by_label("What this phone is called").fill(name)
    phone.presses("Pair this phone")
    phone.page.wait_for_url(lambda url: "/pair/" not in url)
    phone.then_the_page_is_right()


def gets_nothing(asks: APIRequestContext) -> bool:
    paths = (
        "/plan/",
        "/you/",
        "/log/",
        "/healthz",
        "/api/presence/",
        "/questions/",
        "/session/2026-11-24/0/",
    )
    return {asks.get(path).status for path in paths} == {403}


def test_given_an_unpaired_phone_when_it_opens_the_address_then_it_gets_the_pairing_page_alone(
    phone: Visitor,
) -> None:
    phone.opens("/")
    assert phone.page.url.endswith("/pair/")
    assert phone.page.get_by_role("navigation").count() == 0
    assert gets_nothing(phone.page.request)
    assert phone.page.request.post("/pair/", form={"code": "12345678"}).status == 422


def test_given_a_code_when_the_phone_pairs_then_today_opens_until_it_is_shut_out_and_again_after_undo(
    computer: Visitor, phone: Visitor
) -> None:
    pairs(phone, code_from(computer, "Mine"), "Shelf phone")
    expect(phone.page.get_by_role("navigation", name="Main")).to_be_visible()
    assert phone.page.evaluate("window.isSecureContext")
    (cookie,) = [one for one in phone.page.context.cookies() if "device" in one["name"]]
    assert (cookie["secure"], cookie["httpOnly"], cookie["sameSite"]) == (True, True, "Strict")

    phone.opens("/you/walking/")
    phone.page.get_by_label("My walking is affected, but I use no stick or other aid.").check()
    phone.presses("Save and go on")
    phone.page.wait_for_url("**/you/readiness/")

    computer.opens("/you/phones/")
    listed = computer.page.get_by_role("listitem").filter(has_text="Shelf phone")
    computer.goes_on_by(listed.get_by_role("button", name="Shut it out"))
    assert gets_nothing(phone.page.request)
    phone.opens("/")
    assert phone.page.url.endswith("/pair/")

    computer.presses("Undo")
    phone.opens("/you/")
    expect(phone.page.get_by_role("heading", name="Your answers")).to_be_visible()


def test_given_a_helpers_phone_when_it_taps_i_am_here_then_a_session_can_know_and_it_sees_nothing_else(
    computer: Visitor, phone: Visitor
) -> None:
    pairs(phone, code_from(computer, "My helper's", "Anna"), "Ben's phone")
    expect(phone.page.get_by_role("heading", name="Help for Anna")).to_be_visible()
    assert computer.page.request.get("/api/presence/").json() == {"here": False, "since": None}
    box = phone.page.get_by_role("button", name="I am here").bounding_box()
    assert box is not None
    assert box["height"] >= 72

    phone.presses("I am here")
    expect(phone.page.get_by_text(re.compile(r"You said at \d\d:\d\d that you are here"))).to_be_visible()
    phone.then_the_page_is_right()
    assert computer.page.request.get("/api/presence/").json()["here"] is True
    assert gets_nothing(phone.page.request)

    phone.presses("Take it back")
    expect(phone.page.get_by_text("You have not said that you are here.")).to_be_visible()
    assert computer.page.request.get("/api/presence/").json()["here"] is False


def test_given_the_picture_when_a_camera_opens_it_then_the_code_is_filled_in(
    computer: Visitor, phone: Visitor
) -> None:
    code = code_from(computer, "Mine").replace(" ", "")
    phone.opens(f"/pair/?code={code}")
    expect(phone.page.get_by_label("The eight digits")).to_have_value(code)
    phone.presses("Pair this phone")
    expect(phone.page.get_by_role("navigation", name="Main")).to_be_visible()


IS_CONTROLLED = "() => navigator.serviceWorker.controller !== null"


@pytest.fixture
def shelf_phone(chromium: Browser, at_home: Server, phone_url: str) -> Iterator[Page]:  # noqa: ARG001 -- it must run
    """A phone that trusts the certificate, as the how-to says, so that its service worker runs."""
    trusting = chromium.browser_type.launch(
        executable_path=CHROMIUM, args=[*FLAGS, "--ignore-certificate-errors"]
    )
    context = trusting.new_context(viewport=PHONE, base_url=phone_url)
    yield context.new_page()
    trusting.close()


def test_given_a_paired_phone_when_there_is_no_connection_then_it_plays_a_session_by_its_service_worker(
    computer: Visitor, shelf_phone: Page
) -> None:
    page = shelf_phone
    page.goto("/")
    assert page.evaluate("async () => (await fetch('/sw.js')).status") == 403
    code = code_from(computer, "Mine")
    page.get_by_label("The eight digits").fill(code)
    page.get_by_role("button", name="Pair this phone").click()
    page.wait_for_url(lambda url: "/pair/" not in url)
    address = prepare(page, 4)
    page.goto(address)
    assert page.evaluate(IS_CONTROLLED)
    page.context.set_offline(True)
    again = page.context.new_page()
    again.clock.install()
    again.goto(address)
    again.get_by_role("button", name="All there. Start").click()
    again.clock.run_for(20 * 60_000)
    expect(again.get_by_role("heading", name="How hard was it?")).to_be_visible()
    again.get_by_role("button", name="Easy: I could have sung").click()
    again.get_by_role("button", name="No, nothing").click()
    expect(again.get_by_text("It is kept on this device.")).to_be_visible()
    page.context.set_offline(False)
    again.goto("/about/")
    again.wait_for_timeout(2_000)
    computer.opens("/log/")
    expect(computer.page.get_by_text(": done, easy").first).to_be_visible()

    computer.opens("/you/phones/")
    computer.page.get_by_role("button", name="Shut it out").last.click()
    again.goto("/plan/")
    assert again.evaluate("async () => (await (await caches.open('pages')).keys()).length") == 0
