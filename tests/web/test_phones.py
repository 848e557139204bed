"""Pairing phones: what a stranger gets, what a code is good for, and what a helper sees."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from handrail.web.accounts.middleware import DEVICE_COOKIE, local_actor
from handrail.web.accounts.models import Account, Device, PairingCode, Presence
from handrail.web.accounts.pairing import invitation
from handrail.web.common.assets import asset_url
from handrail.web.profile.models import Profile
from tests.web.phone import ADDRESS, AT_HOME, IN_PUBLIC, Phone

pytestmark = pytest.mark.django_db(databases=["default", "community"])

SAMPLES = {
    "uuid": UUID("0193a1b2-0000-7000-8000-000000000000"),
    "slug": "mini-squat-two-hands",
    "int": 1,
    "day": date(2026, 11, 24),
    "str": "walking",
}
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
NAV = "Questions"


@pytest.fixture(autouse=True)
def at_home(settings: Any) -> None:
    settings.DOOR = AT_HOME
    settings.ALLOWED_HOSTS = ["127.0.0.1", *AT_HOME.hosts]


@pytest.fixture
def phone() -> Phone:
    return Phone()


def code_for(client: Client, kind: str = "own", helps: str = "") -> str:
    """The code that the page on this computer makes."""
    client.post(reverse("make-code"), {"kind": kind, "helps": helps})
    return PairingCode.objects.get().code


def every_path(patterns: list[URLPattern | URLResolver] | None = None) -> Iterator[str]:
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from every_path(pattern.url_patterns)
            continue
        kinds = {
            name: next(kind for kind in SAMPLES if kind in type(converter).__name__.lower())
            for name, converter in pattern.pattern.converters.items()
        }
        yield reverse(pattern.name or "", kwargs={name: SAMPLES[kind] for name, kind in kinds.items()})


# ---- strangers


def test_every_address_but_the_pairing_is_closed_to_a_device_that_is_not_paired(phone: Phone) -> None:
    paths = set(every_path()) - {"/pair/", "/phone/root.crt"}
    assert len(paths) > 40
    for path in sorted(paths):
        for method in METHODS:
            answer = phone.asks(path, method)
            if (path, method) == ("/", "GET"):
                assert (answer.status_code, answer.headers["Location"]) == (302, "/pair/")
            else:
                assert answer.status_code == 403, f"{method} {path}"
            assert NAV not in answer.content.decode()
    assert not Account.objects.exists()


def test_a_stranger_gets_styles_and_the_font_and_no_other_file(phone: Phone) -> None:
    style = phone.asks(asset_url("app.css"))
    assert style.status_code == 200
    style.close()
    for path in (asset_url("app.js"), asset_url("player.js"), "/static/manifest.json", "/static/../x.css"):
        assert phone.asks(path).status_code in {403, 404}, path


def test_the_pairing_page_shows_nothing_of_the_site(phone: Phone) -> None:
    answer = phone.asks("/pair/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert NAV not in page
    assert "<script" not in page
    assert phone.asks("/phone/root.crt").content == b"a root"


@pytest.mark.parametrize(
    ("host", "remote", "status"),
    [
        (ADDRESS, "192.168.1.20", 403),
        ("kitchen.local", "192.168.1.20", 403),
        ("127.0.0.1", "192.168.1.20", 403),  # only the name says that it is this computer
        ("localhost", "127.0.0.2", 403),
        (ADDRESS, "127.0.0.1", 403),  # only the address does
        ("127.0.0.1", "127.0.0.1", 200),
        ("[::1]", "::1", 200),
        ("192.168.1.6", "192.168.1.20", 400),
        ("handrail.example", "192.168.1.20", 400),
        (ADDRESS, "203.0.113.9", 400),  # a port that a router opened to the internet
    ],
)
def test_only_this_computer_needs_no_pairing(host: str, remote: str, status: int) -> None:
    assert Phone(host, remote).asks("/healthz").status_code == status


def test_without_tls_the_hosts_of_the_certificate_are_not_ours() -> None:
    assert Phone().asks("/pair/", secure=False).status_code == 400
    assert Phone("127.0.0.1", "192.168.1.20").asks("/pair/", secure=False).status_code == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": f"https://{ADDRESS}", "Sec-Fetch-Site": "same-origin"}, 422),
        ({"Origin": f"http://{ADDRESS}"}, 403),
        ({"Origin": "https://handrail.example"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
    ],
)
def test_only_our_own_page_over_tls_sends_a_code(phone: Phone, headers: dict[str, str], status: int) -> None:
    assert phone.sends("/pair/", {"code": "1"}, **headers).status_code == status


# ---- codes


def test_a_phone_with_the_code_is_let_in_and_holds_a_token_that_is_kept_as_a_digest_only(
    client: Client, phone: Phone
) -> None:
    answer = phone.pairs(code_for(client))
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    cookie = answer.cookies[DEVICE_COOKIE]
    assert cookie["secure"]
    assert cookie["httponly"]
    assert (cookie["samesite"], cookie["path"], cookie["domain"]) == ("Strict", "/", "")
    assert len(cookie.value) >= 43
    assert cookie.value not in str(Device.objects.values().get())
    assert phone.asks("/you/").status_code == 200
    assert phone.sends("/you/walking/", {"version": "0", "mobility": "C"}).status_code == 302
    assert Profile.objects.get().owner == Account.objects.get(is_local=True)


def test_the_code_may_be_typed_with_spaces_and_the_phone_gets_a_name_by_itself(
    client: Client, phone: Phone
) -> None:
    code = code_for(client)
    said = {"User-Agent": "Mozilla/5.0 (Linux; Android 14; Pixel 8)"}
    assert 'value="Android phone"' in phone.client.get("/pair/", secure=True, headers=said).content.decode()
    phone.sends("/pair/", {"code": f" {code[:4]} {code[4:]} ", "name": " \u202e "}, **said)
    assert Device.objects.get().name == "Android phone"


def test_a_code_works_once(client: Client, phone: Phone) -> None:
    code = code_for(client)
    assert phone.pairs(code).status_code == 302
    second = Phone()
    assert second.pairs(code).status_code == 422
    assert second.asks("/you/").status_code == 403


@pytest.mark.parametrize(("minutes", "status"), [(9.9, 302), (10, 422), (600, 422)])
def test_a_code_is_over_after_ten_minutes(client: Client, phone: Phone, minutes: float, status: int) -> None:
    with time_machine.travel("2026-11-26T12:00:00Z", tick=False) as clock:
        code = code_for(client)
        clock.shift(timedelta(minutes=minutes))
        assert phone.pairs(code).status_code == status


@pytest.mark.parametrize(("wrong", "status"), [(4, 302), (5, 422)])
def test_a_code_that_was_guessed_at_five_times_is_over(
    client: Client, phone: Phone, wrong: int, status: int
) -> None:
    code = code_for(client)
    guess = f"{(int(code) + 1) % 10**8:08}"
    for _ in range(wrong):
        answer = phone.pairs(guess, "Anna's phone")
        assert answer.status_code == 422
        assert 'value="Anna&#x27;s phone"' in answer.content.decode()
    assert phone.pairs(code).status_code == status
    if status == 422:
        assert code[:4] not in client.get("/you/phones/").content.decode()


def test_a_new_code_ends_the_one_before(client: Client, phone: Phone) -> None:
    first = code_for(client)
    second = code_for(client)
    assert first != second
    assert phone.pairs(first).status_code == 422
    assert phone.pairs(second).status_code == 302


def test_an_empty_code_is_no_code(phone: Phone) -> None:
    assert phone.pairs("").status_code == 422


def test_the_terminal_says_address_code_picture_and_what_to_compare(phone: Phone) -> None:
    said = invitation(by=local_actor()).splitlines()
    code = PairingCode.objects.get().code
    assert said[:2] == [f"A phone opens {AT_HOME.address}", "or https://kitchen.local/"]
    assert said[2].startswith(f"The code is {code[:4]} {code[4:]}. It works once, until ")
    assert any("▄▄▄▄▄" in line for line in said)
    assert said[-1].endswith(AT_HOME.fingerprint)
    assert phone.pairs(code).status_code == 302


# ---- the list of phones


def test_the_computer_shows_the_code_as_digits_and_as_a_picture(client: Client) -> None:
    code = code_for(client)
    page = client.get("/you/phones/").content.decode()
    assert f"{code[:4]} {code[4:]}" in page
    assert "<svg" in page
    assert AT_HOME.address in page
    assert AT_HOME.fingerprint in page


def test_a_phone_lets_no_other_phone_in(client: Client, phone: Phone) -> None:
    phone.pairs(code_for(client))
    device = Device.objects.get().id
    assert phone.asks("/you/phones/").status_code == 403
    for path in ("code", f"{device}/out", f"{device}/in"):
        assert phone.sends(f"/you/phones/{path}/", {"kind": "own"}).status_code == 403
    assert not PairingCode.objects.exists()


def test_a_phone_that_is_shut_out_gets_nothing_until_that_is_undone(client: Client, phone: Phone) -> None:
    phone.pairs(code_for(client))
    device = Device.objects.get().id
    page = client.post(f"/you/phones/{device}/out/", follow=True).content.decode()
    assert "Shelf is shut out." in page
    for path in ("/you/", "/api/presence/", "/plan/", asset_url("app.js")):
        assert phone.asks(path).status_code == 403
    assert phone.asks("/").headers["Location"] == "/pair/"
    client.post(f"/you/phones/{device}/in/")
    assert phone.asks("/you/").status_code == 200


def test_shutting_out_is_undone_for_ten_minutes_and_then_forgotten(client: Client, phone: Phone) -> None:
    with time_machine.travel("2026-11-26T12:00:00Z", tick=False) as clock:
        phone.pairs(code_for(client))
        device = Device.objects.get().id
        client.post(f"/you/phones/{device}/out/")
        clock.shift(timedelta(minutes=11))
        answer = client.post(f"/you/phones/{device}/in/")
        assert answer.status_code == 422
        assert "That was too long ago to undo." in answer.content.decode()
        assert phone.asks("/you/").status_code == 403
        client.post(f"/you/phones/{SAMPLES['uuid']}/out/")
    assert not Device.objects.exists()


def test_when_a_phone_was_last_seen_is_kept_to_the_minute(client: Client, phone: Phone) -> None:
    with time_machine.travel("2026-11-26T12:00:00Z", tick=False) as clock:
        phone.pairs(code_for(client))
        clock.shift(timedelta(seconds=59))
        phone.asks("/you/")
        assert timezone.now() - Device.objects.get().last_seen == timedelta(seconds=59)
        clock.shift(timedelta(hours=1))
        phone.asks("/you/")
        assert Device.objects.get().last_seen == timezone.now()


def test_erasing_everything_shuts_every_phone_out(client: Client, phone: Phone) -> None:
    phone.pairs(code_for(client))
    client.post("/you/erase/")
    assert phone.asks("/you/").status_code == 403


def test_without_phone_mode_the_page_says_how_to_begin(client: Client, settings: Any) -> None:
    settings.DOOR = None
    page = client.get("/you/phones/").content.decode()
    assert "handrail run --phone" in page
    assert "Make a code" not in page


# ---- helpers


@pytest.fixture
def helper(client: Client, phone: Phone) -> Phone:
    phone.pairs(code_for(client, "helper", "Anna"), "Ben's phone")
    return phone


def test_a_helper_sees_one_page_and_nothing_of_health(helper: Phone) -> None:
    assert helper.asks("/").headers["Location"] == "/here/"
    page = helper.asks("/here/").content.decode()
    assert "Help for Anna" in page
    assert NAV not in page
    for path in sorted(set(every_path()) - {"/", "/here/", "/here/not/"}):
        for method in METHODS:
            assert helper.asks(path, method).status_code == 403, f"{method} {path}"


def test_i_am_here_counts_for_ten_minutes(client: Client, helper: Phone) -> None:
    assert client.get("/api/presence/").json() == {"here": False, "since": None}
    with time_machine.travel("2026-11-26T12:00:00Z", tick=False) as clock:
        assert helper.sends("/here/").status_code == 302
        assert client.get("/api/presence/").json() == {"here": True, "since": "2026-11-26T12:00:00+00:00"}
        assert "that you are here. It counts until" in helper.asks("/here/").content.decode()
        clock.shift(timedelta(minutes=9, seconds=59))
        assert client.get("/api/presence/").json()["here"] is True
        clock.shift(timedelta(seconds=1))
        assert client.get("/api/presence/").json() == {"here": False, "since": None}
        helper.sends("/here/")
    assert Presence.objects.count() == 1


def test_i_am_here_can_be_taken_back_and_ends_when_the_helper_is_shut_out(
    client: Client, helper: Phone
) -> None:
    helper.sends("/here/")
    helper.sends("/here/not/")
    assert client.get("/api/presence/").json()["here"] is False
    helper.sends("/here/")
    client.post(f"/you/phones/{Device.objects.get().id}/out/")
    assert client.get("/api/presence/").json()["here"] is False
    assert helper.sends("/here/").status_code == 403


def test_the_owners_phone_is_no_helper(client: Client, phone: Phone) -> None:
    phone.pairs(code_for(client))
    phone.sends("/here/")
    assert phone.asks("/api/presence/").json() == {"here": False, "since": None}


# ---- behind a proxy


@pytest.fixture
def in_public(settings: Any) -> Client:
    settings.DOOR = IN_PUBLIC
    settings.ALLOWED_HOSTS = list(IN_PUBLIC.hosts)
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    return Client(headers={"Host": IN_PUBLIC.hosts[0], "X-Forwarded-Proto": "https"})


def test_behind_a_proxy_every_device_has_to_be_paired_also_one_that_says_it_is_this_computer(
    in_public: Client,
) -> None:
    assert in_public.get("/you/").status_code == 403
    assert in_public.get("/healthz").status_code == 403
    assert Client(headers={"Host": "127.0.0.1"}).get("/you/").status_code == 400
    assert "preload" not in in_public.get("/pair/").headers["Strict-Transport-Security"]


def test_behind_a_proxy_a_paired_device_keeps_the_list_of_phones(in_public: Client) -> None:
    account = Account.objects.create(is_local=True)
    PairingCode.objects.create(
        owner=account, code="12345678", kind="own", expires=timezone.now() + timedelta(minutes=1)
    )
    assert in_public.post("/pair/", {"code": "12345678"}).status_code == 302
    assert in_public.get("/you/phones/").status_code == 200
    insecure = {"X-Forwarded-Proto": "http"}
    assert in_public.get("/you/", headers=insecure).status_code == 403
    assert "begins with https" in in_public.get("/pair/", headers=insecure).content.decode()


def test_at_home_nothing_says_that_only_tls_may_be_used(phone: Phone) -> None:
    assert "Strict-Transport-Security" not in phone.asks("/pair/").headers
