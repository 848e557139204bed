"""Other sites, other computers and other users of this one stay out."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from handrail.web.config.home import home, make_home, secret_key
from handrail.web.profile.models import Profile

pytestmark = pytest.mark.django_db(databases=["default", "community"])

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
WALKING = {"version": "0", "mobility": "C"}


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("localhost", 200),
        ("[::1]", 200),
        ("LOCALHOST", 200),
        ("127.0.0.1:9999", 400),
        ("handrail.example", 400),
        ("127.0.0.1.example", 400),
        ("", 400),
    ],
)
def test_only_this_computer_may_ask(host: str, status: int) -> None:
    assert Client().get("/healthz", headers={"Host": host}).status_code == status


def test_a_foreign_name_is_refused_with_a_sentence_and_a_way_on() -> None:
    page = Client().get("/", headers={"Host": "handrail.example"}).content.decode()
    assert "This address does not belong to Handrail." in page
    assert "http://127.0.0.1:80/" in page


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://127.0.0.1"}, 302),
        ({"Sec-Fetch-Site": "none"}, 302),
        ({}, 302),
        ({"Origin": "http://127.0.0.1:3000"}, 403),
        ({"Origin": "https://127.0.0.1"}, 403),
        ({"Origin": "http://handrail.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://handrail.example"}, 403),
    ],
)
def test_only_our_own_pages_write(client: Client, headers: dict[str, str], status: int) -> None:
    answer = client.post(reverse("intake-walking"), WALKING, headers=headers)
    assert answer.status_code == status
    assert Profile.objects.exists() == (status == 302)


def test_another_site_may_link_to_us_but_not_write(client: Client) -> None:
    from_elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert client.get(reverse("about"), headers=from_elsewhere).status_code == 200
    refused = client.post(reverse("erase"), headers=from_elsewhere)
    assert "Another site tried to change your data" in refused.content.decode()


def test_a_body_past_the_limit_is_not_read(client: Client) -> None:
    answer = client.post(reverse("bring-file"), "x" * 5_000_001, content_type="application/octet-stream")
    assert answer.status_code == 413
    assert "Nothing that you saved was lost." in answer.content.decode()


@pytest.mark.parametrize(
    "path", ["/healthz", "/about/", "/you/", "/library/", "/nothing-here/", "/you/erase/"]
)
def test_every_answer_carries_the_security_headers(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["Content-Security-Policy"] == CSP
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_refusals_carry_them_too() -> None:
    assert Client().get("/", headers={"Host": "other"}).headers["Content-Security-Policy"] == CSP


def test_the_home_and_what_is_made_in_it_are_closed_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDRAIL_HOME", str(tmp_path / "data"))
    (make_home() / "export.json").write_text("{}")
    assert stat.S_IMODE(home().stat().st_mode) == 0o700
    assert stat.S_IMODE((home() / "export.json").stat().st_mode) == 0o600


def test_the_secret_key_is_made_once_and_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDRAIL_HOME", str(tmp_path))
    first = secret_key()
    assert secret_key() == first
    assert len(first) >= 50
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
