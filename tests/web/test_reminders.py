"""Reminders: off without keys, empty on the wire, sent once, to public addresses only."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import requests
import time_machine
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from uuid6 import uuid7

from handrail.errors import SetupError
from handrail.web.accounts.middleware import local_actor
from handrail.web.accounts.models import Account
from handrail.web.practice.models import AfterEvent, LogEntry, PushSubscription
from handrail.web.practice.push_address import is_public, public_address
from handrail.web.practice.push_keys import PushKeys, make_keys, read_keys
from handrail.web.practice.push_transport import public_session
from handrail.web.practice.reminders import Sent, send_reminders

pytestmark = pytest.mark.django_db(databases=["default", "community"])

TUESDAY = date(2026, 11, 24)
KEYS = pytest.mark.usefixtures("keys")
PUBLIC = "https://push.example.com/v1/abc"


def at(clock: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(f"{TUESDAY} {clock}"))


class PushService:
    """A push service on this computer that keeps what it was sent, and answers as its addresses say."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, dict[str, str], bytes]] = []
        service = self

        class Answers(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                service.heard.append(
                    (self.path, {name.lower(): value for name, value in self.headers.items()}, body)
                )
                self.send_response(int(self.path.rpartition("/")[2]))
                self.send_header("Location", "/moved/201")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def address(self, status: int, name: str = "somebody") -> str:
        """Where it answers with a status."""
        return f"http://127.0.0.1:{self.server.server_port}/{name}/{status}"


@pytest.fixture
def service() -> Iterator[PushService]:
    service = PushService()
    yield service
    service.server.shutdown()
    service.server.server_close()


@pytest.fixture
def keys(tmp_path: Path, settings: Any) -> PushKeys:
    settings.HOME = tmp_path
    return make_keys(tmp_path, "mailto:helper@example.org")


def practised(clock: str = "09:00") -> UUID:
    session = uuid7()
    LogEntry.objects.create(
        id=uuid7(), owner_id=local_actor().id, session=session, position=0, exercise="mini-squat-two-hands",
        done="full", started=at(clock) - timedelta(minutes=3), finished=at(clock),
    )  # fmt: skip
    return session


def subscribed(endpoint: str) -> None:
    PushSubscription.objects.create(owner_id=local_actor().id, endpoint=endpoint)


def send(keys: PushKeys, clock: str) -> Sent:
    """Send as the timer does, but to any address."""
    with time_machine.travel(at(clock), tick=False), requests.Session() as session:
        session.max_redirects = 0
        return send_reminders(keys, session, at(clock))


# ---- What is sent, and when ----


def test_the_message_is_empty_signed_and_says_nothing_about_anybody(
    service: PushService, keys: PushKeys
) -> None:
    practised()
    subscribed(service.address(201))
    assert send(keys, "11:00") == Sent(taken=1)
    [(_, headers, body)] = service.heard
    assert body == b""
    assert headers["content-length"] == "0"
    assert headers["ttl"] == "7200"
    assert keys.public in headers["authorization"]
    told = " ".join([*headers.keys(), *headers.values()]).lower()
    assert str(local_actor().id) not in told
    assert not [word for word in ("handrail", "session", "exercise", "squat") if word in told]


def test_a_session_is_reminded_of_once(service: PushService, keys: PushKeys) -> None:
    practised()
    subscribed(service.address(201))
    assert [send(keys, clock).taken for clock in ("10:59", "11:00", "11:10", "12:00")] == [0, 1, 0, 0]


@pytest.mark.parametrize("status", [404, 410])
def test_a_subscription_that_is_gone_is_dropped_and_the_others_are_reminded(
    service: PushService, keys: PushKeys, status: int
) -> None:
    practised()
    subscribed(service.address(status))
    subscribed(service.address(201))
    assert send(keys, "11:00") == Sent(taken=1, gone=1)
    assert [one.endpoint for one in PushSubscription.objects.all()] == [service.address(201)]


@pytest.mark.parametrize("status", [302, 400, 429, 500])
def test_what_was_not_taken_is_tried_again_and_no_redirect_is_followed(
    service: PushService, keys: PushKeys, status: int
) -> None:
    practised()
    subscribed(service.address(status))
    assert send(keys, "11:00") == Sent(failed=1)
    assert send(keys, "11:10") == Sent(failed=1)
    assert {path for path, _, _ in service.heard} == {f"/somebody/{status}"}
    assert PushSubscription.objects.count() == 1


def test_a_service_that_cannot_be_reached_is_tried_again(keys: PushKeys) -> None:
    practised()
    subscribed("http://127.0.0.1:9/somebody")
    assert send(keys, "11:00") == Sent(failed=1)


@pytest.mark.parametrize(
    ("ended", "now"),
    [("09:00", "13:01"), ("20:30", "22:30"), ("04:30", "06:30")],
    ids=["late", "night", "early"],
)
def test_nobody_is_reminded_late_or_by_night(
    service: PushService, keys: PushKeys, ended: str, now: str
) -> None:
    practised(ended)
    subscribed(service.address(201))
    assert send(keys, now) == Sent()


@pytest.mark.parametrize("answer", ["settled", "longer", "unknown", "put_away"])
def test_who_has_answered_is_not_reminded(service: PushService, keys: PushKeys, answer: str) -> None:
    session = practised()
    AfterEvent.objects.create(owner_id=local_actor().id, session=session, about="two_hours", answer=answer)
    subscribed(service.address(201))
    assert send(keys, "11:00") == Sent()


def test_a_reminder_is_no_answer_and_the_question_still_comes(
    service: PushService, keys: PushKeys, client: Client
) -> None:
    practised()
    subscribed(service.address(201))
    send(keys, "11:00")
    with time_machine.travel(at("11:05"), tick=False):
        assert "had it all settled?" in client.get("/after/", headers={"HX-Request": "true"}).content.decode()


def test_nobody_is_reminded_of_somebody_elses_session(service: PushService, keys: PushKeys) -> None:
    practised()
    PushSubscription.objects.create(owner=Account.objects.create(), endpoint=service.address(201))
    assert send(keys, "11:00") == Sent()


# ---- On the page ----


def tell(client: Client, path: str, endpoint: object) -> int:
    body = json.dumps({"endpoint": endpoint})
    return client.post(path, body, content_type="application/json").status_code


def test_without_keys_nothing_of_it_is_there(client: Client, tmp_path: Path, settings: Any) -> None:
    settings.HOME = tmp_path
    page = client.get("/after/").content.decode()
    assert "push" not in page
    assert "emind me" not in page
    assert tell(client, "/after/remind/", PUBLIC) == 404
    assert PushSubscription.objects.count() == 0


def test_with_keys_the_page_hands_the_public_one_to_the_browser(client: Client, keys: PushKeys) -> None:
    page = client.get("/after/").content.decode()
    assert f'data-key="{keys.public}"' in page
    assert keys.private not in page
    assert "Remind me two hours after a session" in page


@KEYS
def test_a_browser_is_kept_once_and_can_be_taken_back(client: Client) -> None:
    assert [tell(client, "/after/remind/", PUBLIC) for _ in range(2)] == [204, 204]
    assert [one.endpoint for one in PushSubscription.objects.all()] == [PUBLIC]
    assert [tell(client, "/after/remind-no-more/", PUBLIC) for _ in range(2)] == [204, 204]
    assert PushSubscription.objects.count() == 0


@KEYS
def test_erasing_an_account_erases_its_subscriptions(client: Client) -> None:
    tell(client, "/after/remind/", PUBLIC)
    Account.objects.get(id=local_actor().id).delete()
    assert PushSubscription.objects.count() == 0


# ---- Addresses ----

INWARD = [
    "http://push.example.com/a", "ftp://push.example.com/a", "//push.example.com/a", "push.example.com",
    "https://127.0.0.1/a", "https://10.0.0.8/", "https://169.254.169.254/latest", "https://192.168.1.1/",
    "https://8.8.8.8/", "https://2130706433/", "https://0x7f000001/", "https://0x7f.1/", "https://017700000001/",
    "https://127.1/", "https://0/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://[fe80::1%25eth0]/",
    "https://localhost/", "https://localhost./", "https://db.localhost/", "https://printer.local/", "https://nas/",
    "https://router.lan/", "https://a.home.arpa/", "https://metadata.google.internal/", "https://push.example.com.",
    "https://user@push.example.com/", "https://push.example.com@127.0.0.1/", "https://push.example.com:8443/",
    "https://push.example.com:99999/", "https://push.example.com\\@127.0.0.1/", "https://push.example.com/a b",
    "https://push.example.com/\r\nHost: evil", "https://\uff11\uff12\uff17.0.0.1/", "https://pu\u200bsh.example.com/",
    "https://-push.example.com/", "https://" + "a." * 600 + "com/", "https:///a", "https://", "", "javascript:alert(1)",
]  # fmt: skip


@pytest.mark.parametrize("endpoint", INWARD, ids=range(len(INWARD)))
@KEYS
def test_an_address_that_may_lead_inward_is_refused(client: Client, endpoint: str) -> None:
    assert tell(client, "/after/remind/", endpoint) == 422
    assert PushSubscription.objects.count() == 0


@pytest.mark.parametrize(
    "endpoint", [PUBLIC, "https://a.b-c.example.org:443/x?y=z", "https://xn--bcher-kva.example.com/~a_b"]
)
def test_a_public_address_is_taken(endpoint: str) -> None:
    assert is_public(endpoint)


@given(st.text() | st.text().map("https://{}".format))
def test_any_text_is_taken_or_refused(text: str) -> None:
    assert is_public(text) in {True, False}


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"endpoint": 1}', b"\xff", b"[" * 100_000])
@KEYS
def test_what_holds_no_address_is_refused(client: Client, body: bytes) -> None:
    assert client.post("/after/remind/", body, content_type="application/json").status_code == 422


@pytest.mark.parametrize(
    "numbers",
    [["127.0.0.1"], ["10.1.2.3"], ["::1"], ["::ffff:10.0.0.1"], ["fd00::1"], ["fe80::1"], ["169.254.169.254"],
     ["100.64.0.1"], ["0.0.0.1"], ["224.0.0.1"], ["2002:7f00:1::"], ["93.184.216.34", "127.0.0.1"], []],
    ids=str,
)  # fmt: skip
def test_a_name_that_stands_for_an_inner_number_is_not_connected_to(
    numbers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 443)) for number in numbers]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_named: found)
    with pytest.raises(OSError, match="public"):
        public_address("push.example.com")
    with public_session() as session, pytest.raises(OSError, match="public"):
        session.post(PUBLIC, timeout=5)


def test_the_number_that_was_looked_up_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def look_up(host: str, *_args: Any, **_named: Any) -> list[Any]:
        asked.append(host)
        if host == "93.184.216.34":
            message = "stop before the network"
            raise OSError(message)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with public_session() as session, pytest.raises(OSError, match=r"93\.184\.216\.34"):
        session.post(PUBLIC, timeout=5)
    assert asked[:2] == ["push.example.com", "93.184.216.34"]
    assert "push.example.com" not in asked[1:]


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "https://127.0.0.1/", "http://push.example.com/"])
def test_the_session_that_sends_refuses_inner_addresses_even_if_one_was_stored(address: str) -> None:
    with public_session() as session, pytest.raises(requests.exceptions.InvalidURL):
        session.post(address, timeout=5)


# ---- Keys ----


def test_keys_are_made_once_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    made = make_keys(tmp_path, "mailto:helper@example.org")
    assert read_keys(tmp_path) == made
    assert stat.S_IMODE((tmp_path / "push-keys.json").stat().st_mode) == 0o600
    with pytest.raises(SetupError, match="There are keys already"):
        make_keys(tmp_path, "mailto:helper@example.org")
    assert read_keys(tmp_path) == made


@pytest.mark.parametrize(
    "contact", ["", "helper", "mailto:", "mailto:helper", "http://example.org/", "a@b.c"]
)
def test_a_contact_nobody_could_write_to_is_refused(tmp_path: Path, contact: str) -> None:
    with pytest.raises(SetupError, match="no address"):
        make_keys(tmp_path, contact)
    assert read_keys(tmp_path) is None


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"private": "a"}', "\x00"])
def test_keys_that_cannot_be_read_are_said_in_a_sentence(tmp_path: Path, content: str) -> None:
    (tmp_path / "push-keys.json").write_text(content, encoding="utf-8")
    with pytest.raises(SetupError, match="cannot be read"):
        read_keys(tmp_path)


# ---- The command line ----


def handrail(home: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "HANDRAIL_HOME": str(home)}
    return subprocess.run(
        [sys.executable, *command], env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_commands_make_keys_and_then_send_to_nobody_who_did_not_ask(tmp_path: Path) -> None:
    send_now = ("-m", "handrail", "send-reminders")
    before = handrail(tmp_path, *send_now)
    assert (before.returncode, before.stderr) == (
        2,
        "Reminders are not turned on here. Run `handrail push-keys` first.\n",
    )
    made = handrail(tmp_path, "-m", "handrail", "push-keys", "mailto:you@example.org")
    assert (made.returncode, made.stdout.partition(".")[0]) == (0, "Reminders are turned on")
    after = handrail(tmp_path, *send_now)
    assert (after.returncode, after.stdout) == (0, "Taken: 0. Gone: 0. To try again: 0.\n")


def test_the_site_loads_nothing_that_sends(tmp_path: Path) -> None:
    loaded = handrail(
        tmp_path, "-c", "import sys, handrail.web.config.wsgi, handrail.web.config.urls; print(*sys.modules)"
    )
    assert not {"pywebpush", "requests", "cryptography"} & set(loaded.stdout.split())
    assert "handrail.web.practice.views" in loaded.stdout
