"""A few words after a session: kept once, shown under their day, taken along, erased, and in no log of the server."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from uuid6 import uuid7

from handrail.web.accounts.middleware import local_actor
from handrail.web.accounts.models import Account
from handrail.web.accounts.requests import Actor
from handrail.web.practice import actions, queries
from handrail.web.practice.forms import read_notes
from handrail.web.practice.models import LogEntry, SessionNote

pytestmark = pytest.mark.django_db(databases=["default", "community"])

TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SECRET = "my left knee hummed"


def note(**differs: Any) -> dict[str, Any]:
    """One note as a device tells it."""
    told = {"id": str(uuid7()), "session": str(uuid7()), "written": TUESDAY.isoformat(), "text": SECRET}
    return {**told, **differs}


def send(client: Client, *notes: object) -> Any:
    return client.post("/api/notes/", json.dumps(notes), content_type="application/json")


def page(client: Client) -> str:
    return client.get("/log/").content.decode()


def somebody_else() -> Actor:
    return Actor(Account.objects.create().id)


def test_sending_twice_stores_once_and_changes_nothing(client: Client) -> None:
    first = note()
    assert send(client, first).json() == {"stored": 1}
    assert send(client, {**first, "text": "something else"}, note(), note()).json() == {"stored": 2}
    assert SessionNote.objects.get(id=first["id"]).text == SECRET
    assert SessionNote.objects.count() == 3


@pytest.mark.parametrize("text", ["a", "é" * 1000, "two\nlines", "<b>bold</b>"])
def test_a_text_of_one_to_a_thousand_characters_is_kept_as_it_is(client: Client, text: str) -> None:
    assert send(client, note(text=text)).json() == {"stored": 1}
    assert SessionNote.objects.get().text == text


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": ""},
        {"text": " \n"},
        {"text": "a" * 1001},
        {"text": None},
        {"id": SECRET},
        {"session": SECRET},
        {"written": "2026-11-24T09:00:00"},
        {"written": "0001-01-01T00:00:00Z"},
    ],
    ids=lambda wrong: f"{wrong}"[:24],
)
def test_one_wrong_note_refuses_all_with_a_sentence_that_repeats_nothing(
    client: Client, wrong: dict[str, object], caplog: pytest.LogCaptureFixture, capfd: Any
) -> None:
    response = send(client, note(), note(**wrong))
    assert response.status_code == 422
    assert "Nothing was stored. A note has" in response.json()["error"]
    assert SessionNote.objects.count() == 0
    said = response.content.decode() + caplog.text + "".join(capfd.readouterr())
    assert SECRET not in said


@pytest.mark.parametrize("body", [b"", b"[", b"\xff", b"{}", b"null", b"[" * 100_000])
def test_what_is_no_list_of_notes_is_refused(client: Client, body: bytes) -> None:
    response = client.post("/api/notes/", body, content_type="application/json")
    assert response.status_code == 422
    assert response.json()["error"].startswith("The notes could not be read")


def test_a_kept_note_is_in_no_log_of_the_server(
    client: Client, caplog: pytest.LogCaptureFixture, capfd: Any
) -> None:
    with caplog.at_level("DEBUG", logger="handrail"):
        send(client, note())
        page(client)
    assert SECRET not in caplog.text + "".join(capfd.readouterr())


def test_a_note_stands_under_the_day_of_its_session_however_late_it_was_written(client: Client) -> None:
    session = uuid7()
    LogEntry.objects.create(
        id=uuid7(), owner_id=local_actor().id, session=session, position=0, exercise="mini-squat-two-hands",
        done="full", started=TUESDAY, finished=TUESDAY,
    )  # fmt: skip
    send(client, note(session=str(session), written=(TUESDAY + timedelta(days=2)).isoformat()))
    shown = page(client)
    assert "Tuesday 24 November 2026" in shown
    assert "Thursday 26 November 2026" not in shown
    assert SECRET in shown


def test_a_note_whose_session_never_arrived_stands_under_the_day_it_was_written(client: Client) -> None:
    send(client, note())
    shown = page(client)
    assert "Tuesday 24 November 2026" in shown
    assert "We start one step lower" not in shown


def test_markup_in_a_note_is_text(client: Client) -> None:
    send(client, note(text="<script>alert(1)</script>"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page(client)


def test_notes_are_taken_along_as_they_were_sent(client: Client) -> None:
    told = note(text="été\nand more")
    send(client, told)
    response = client.get("/log/handrail-notes.json")
    assert response.json() == [told]
    assert response["Content-Disposition"] == 'attachment; filename="handrail-notes.json"'


def test_notes_of_somebody_else_are_neither_shown_nor_taken_along_nor_changed(client: Client) -> None:
    theirs, told = somebody_else(), note()
    actions.store_notes(by=theirs, notes=read_notes(json.dumps([told]).encode()))
    assert send(client, {**told, "text": "mine"}).json() == {"stored": 0}
    assert SECRET not in page(client)
    assert client.get("/log/handrail-notes.json").json() == []
    assert [one.text for one in queries.notes_for(theirs)] == [SECRET]


def test_erasing_an_account_erases_its_notes(client: Client) -> None:
    send(client, note())
    Account.objects.get(id=local_actor().id).delete()
    assert SessionNote.objects.count() == 0
