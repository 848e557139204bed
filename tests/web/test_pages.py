"""Pages of the frame, of one's own and of the library: they open, and they are one house."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from handrail.web.common.assets import asset_url

pytestmark = pytest.mark.django_db(databases=["default", "community"])

PAGES = [
    "about",
    "look",
    "library",
    "you",
    "phones",
    "intake-walking",
    "intake-readiness",
    "intake-home",
    "intake-moments",
    "check-in",
    "repertoire",
    "bring-file",
    "erase",
]
PLACES = ["Today", "Questions", "Library", "Plan", "Log", "You"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_for_somebody_who_answered_nothing(client: Client, name: str) -> None:
    answer = client.get(reverse(name))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert len(re.findall(r"<h1", page)) == 1
    assert all(f">{place}</a>" in page for place in PLACES)
    assert "No clinician has reviewed this yet." in page


@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_style_or_script_of_its_own_or_asks_another_host(client: Client, name: str) -> None:
    page = client.get(reverse(name)).content.decode()
    assert not re.search(r"<style|\sstyle=|<script(?![^>]* src=)|\son\w+=", page)
    assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", page)


def test_a_page_that_is_not_there_says_so_and_shows_the_way(client: Client) -> None:
    answer = client.get("/no-such-page/")
    assert answer.status_code == 404
    assert "There is nothing at this address." in answer.content.decode()
    assert 'href="/"' in answer.content.decode()


def test_the_navigation_says_where_you_are(client: Client) -> None:
    assert '<a href="/library/" aria-current="page">Library</a>' in client.get("/library/").content.decode()
    assert '<a href="/you/" aria-current="true">You</a>' in client.get("/you/walking/").content.decode()


def test_a_look_is_kept_on_this_device(client: Client) -> None:
    chosen = {"theme": "low-stimulus", "text": "24", "back": "/library/"}
    answer = client.post(reverse("look"), chosen)
    assert answer.headers["Location"] == "/library/"
    page = client.get("/about/").content.decode()
    assert '<html lang="en" data-theme="low-stimulus" data-text="24">' in page


@pytest.mark.parametrize(
    "back", ["https://handrail.example/", "//handrail.example/", "javascript:alert(1)", ""]
)
def test_choosing_a_look_never_leads_off_this_computer(client: Client, back: str) -> None:
    assert client.post(reverse("look"), {"theme": "dark", "back": back}).headers["Location"] == "/"


def test_an_unknown_look_counts_as_the_first(client: Client) -> None:
    client.post(reverse("look"), {"theme": "pink", "text": "999"})
    assert 'data-theme="auto" data-text="18"' in client.get("/about/").content.decode()


def test_built_files_are_kept_for_good_and_travel_compressed(client: Client) -> None:
    answer = client.get(asset_url("app.css"), headers={"Accept-Encoding": "br"})
    assert answer.headers["Content-Encoding"] == "br"
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in answer.headers
    answer.close()


def test_the_health_check_answers(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"
