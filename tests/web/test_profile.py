"""What is one's own: kept exercises, the person file, and erasing it all."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from handrail.catalogue.loader import load_catalogue
from handrail.person.files import person_as_json
from handrail.reader.model import Card, Link
from handrail.web.accounts.middleware import local_actor
from handrail.web.accounts.models import Account
from handrail.web.profile.actions import (
    dismiss_card,
    forget_card,
    keep_card,
    save_answers,
    save_check_in,
)
from handrail.web.profile.models import KeptCard, Profile
from handrail.web.profile.queries import kept_cards, person_for

pytestmark = pytest.mark.django_db(databases=["default", "community"])

SLUG, OTHER = list(load_catalogue().exercises)[:2]
POST = UUID("018f0000-0000-7000-8000-000000000001")
CARD = Card(start=3, end=14, span_text="heel raises", name="heel raise", exercise=SLUG, link=Link.SURE)


def repertoire() -> tuple[str, ...]:
    return person_for(local_actor(), timezone.localdate()).repertoire


def test_a_kept_card_holds_the_posts_id_and_its_words_and_is_in_the_repertoire() -> None:
    keep_card(by=local_actor(), post=POST, card=CARD)
    (kept,) = kept_cards(local_actor())
    assert (kept.post, kept.quoted, kept.exercise) == (POST, "heel raises", SLUG)
    assert repertoire() == (SLUG,)


def test_deciding_again_replaces_what_was_decided() -> None:
    keep_card(by=local_actor(), post=POST, card=CARD)
    keep_card(by=local_actor(), post=POST, card=CARD, exercise=OTHER)
    assert repertoire() == (OTHER,)
    dismiss_card(by=local_actor(), post=POST, card=CARD)
    assert repertoire() == ()
    forget_card(by=local_actor(), post=POST, card=CARD)
    assert not KeptCard.objects.exists()


def test_an_exercise_is_kept_from_the_library_and_ease_off_with_undo(client: Client) -> None:
    client.post(reverse("keep-exercise", args=[SLUG]))
    client.post(reverse("keep-exercise", args=[SLUG]))
    assert repertoire() == (SLUG,)
    page = client.post(reverse("drop-exercise", args=[SLUG]), follow=True).content.decode()
    assert repertoire() == ()
    assert f'action="{reverse("keep-exercise", args=[SLUG])}"' in page
    assert "Undo" in page


def test_letting_go_forgets_the_card_it_came_from(client: Client) -> None:
    keep_card(by=local_actor(), post=POST, card=CARD)
    client.post(reverse("drop-exercise", args=[SLUG]))
    assert repertoire() == ()


def test_an_exercise_that_is_not_there_cannot_be_kept(client: Client) -> None:
    assert client.post(reverse("keep-exercise", args=["no-such-exercise"])).status_code == 404


def test_an_exercise_that_left_the_catalogue_leaves_the_person_readable() -> None:
    Profile.objects.create(
        owner_id=local_actor().id, answers={"repertoire": ["gone", SLUG], "avoid": ["gone"]}
    )
    assert repertoire() == (SLUG,)


def upload(client: Client, content: bytes) -> object:
    return client.post(reverse("bring-file"), {"file": SimpleUploadedFile("mine.json", content)})


def test_the_person_file_comes_back_as_the_same_person(client: Client) -> None:
    save_answers(by=local_actor(), part={"mobility": "B", "falls": {"past_12_months": 0}}, seen=0)
    save_check_in(by=local_actor(), answers={"energy": 7, "feeling_ill": False})
    before = person_for(local_actor(), timezone.localdate())
    answer = client.get(reverse("person-file"))
    assert 'filename="handrail-person.json"' in answer.headers["Content-Disposition"]
    assert answer.json() == person_as_json(before)
    client.post(reverse("erase"))
    assert person_for(local_actor(), timezone.localdate()).mobility is None
    assert upload(client, answer.content).status_code == 302  # type: ignore[attr-defined]
    after = person_for(local_actor(), timezone.localdate())
    assert after.falls == before.falls
    assert after.mobility == before.mobility


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff\xfe\x00", "mine.json is not a person file: it is not JSON."),
        (b"{", "mine.json is not a person file: it is not JSON."),
        (b"[]", "mine.json is not a person file: it should start with a brace."),
        (b'{"mood": 3}', "mood"),
        (b'{"mobility": "G"}', "mobility"),
        (
            b'{"falls": {"past_12_months": 1, "past_6_months": 2}}',
            "past_6_months is more than past_12_months",
        ),
        (b'{"repertoire": ["no-such"]}', "no-such"),
        (b'{"falls": 3}', "falls"),
    ],
)
def test_a_file_that_cannot_be_right_changes_nothing(client: Client, content: bytes, sentence: str) -> None:
    save_answers(by=local_actor(), part={"mobility": "B"}, seen=0)
    answer = upload(client, content)
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert sentence in answer.content.decode()  # type: ignore[attr-defined]
    assert Profile.objects.get().answers == {"mobility": "B"}


def test_no_file_at_all_is_said(client: Client) -> None:
    answer = client.post(reverse("bring-file"))
    assert "No file came with the form." in answer.content.decode()


@pytest.mark.django_db(transaction=True, databases=["default", "community"])
def test_erasing_leaves_nothing_in_the_file(client: Client) -> None:
    words = "marigold canary"
    keep_card(by=local_actor(), post=POST, card=Card(start=0, end=5, span_text=words, name="n"))
    save_check_in(by=local_actor(), answers={"energy": 7})
    assert "Erase everything?" in client.get(reverse("erase")).content.decode()
    old = local_actor()
    assert "Nothing about you is on this computer now." in client.post(reverse("erase")).content.decode()
    assert not Account.objects.filter(id=old.id).exists()
    file = Path(connection.settings_dict["NAME"])
    left = [path for path in file.parent.glob(f"{file.name}*") if words.encode() in path.read_bytes()]
    assert left == []


def test_the_answers_are_one_persons_only() -> None:
    other = Account.objects.create()
    Profile.objects.create(owner=other, answers={"mobility": "A"})
    assert person_for(local_actor(), timezone.localdate()).mobility is None
    assert json.dumps(person_as_json(person_for(local_actor(), timezone.localdate()))).count("mobility") == 0
