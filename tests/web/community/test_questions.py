"""Questions, posts and cards: what a person sees, keeps and brings in."""

from __future__ import annotations

import re
from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from handrail.reader.model import Card
from handrail.web.community import actions
from handrail.web.community.hazards import hazards_of
from handrail.web.community.models import Post, Question
from handrail.web.community.presenters import cut
from handrail.web.community.pseudonyms import author_key, pseudonym
from handrail.web.profile.models import KeptCard
from tests.web.community.threads import first_with_exercise, page_of

pytestmark = pytest.mark.django_db(databases=["default", "community"])

# Pseudonyms


def test_given_an_author_when_named_again_in_a_question_then_the_name_is_the_same() -> None:
    key = author_key(UUID(int=1), "somebody")
    assert pseudonym(key, []) == pseudonym(key, [])


def test_given_a_name_that_is_taken_when_an_author_is_named_then_another_name_is_given() -> None:
    key = author_key(UUID(int=1), "somebody")
    assert pseudonym(key, [pseudonym(key, [])]) != pseudonym(key, [])


def test_given_two_questions_when_an_author_wrote_in_both_then_the_keys_do_not_tell() -> None:
    assert author_key(UUID(int=1), "somebody") != author_key(UUID(int=2), "somebody")


# Cards beside their words


@given(text=st.text(max_size=60), data=st.data())
def test_given_any_cards_when_a_text_is_cut_at_them_then_the_runs_join_to_the_text(
    text: str, data: st.DataObject
) -> None:
    places = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(places, places).map(sorted), max_size=4))
    cards = [Card(start=a, end=b, span_text=text[a:b], name="x") for a, b in spans if a < b]
    runs = cut(text, cards)
    assert "".join(run.text for run in runs) == text
    for number, card in enumerate(cards, start=1):
        assert "".join(run.text for run in runs if number in run.numbers) == card.span_text


def test_given_a_post_with_exercises_when_it_is_shown_then_each_card_quotes_words_of_the_post(
    client: Client, question: Question, answer: Post
) -> None:
    page = page_of(client, question)
    assert answer.cards
    for card in answer.cards:
        assert card["span_text"] in answer.text
        assert f"card-{answer.id}-{card['start']}" in page


def test_given_something_the_author_gave_up_when_it_is_shown_then_it_is_struck_and_cannot_be_kept(
    client: Client, question: Question, answer: Post
) -> None:
    negated = next(card for card in answer.cards if card["negated"])
    page = page_of(client, question)
    assert f"<s>{negated['span_text']}</s>" in page
    assert "They do not do this." in page
    address = reverse("confirm-card", args=[answer.id, negated["start"]])
    assert client.post(address, {"exercise": negated["exercise"] or ""}).status_code == 422


@pytest.mark.parametrize(
    ("card", "chips"),
    [
        ({"eyes_closed": True}, ["Eyes closed"]),
        ({"equipment": ("foam_pad",)}, ["Foam"]),
        ({"equipment": ("exercise_ball",)}, ["Ball"]),
        ({"span_text": "then I Jump up"}, ["Jump"]),
        ({"span_text": "pull my jumper over my head"}, []),
        ({"equipment": ("chair",), "eyes_closed": False}, []),
    ],
)
def test_given_a_card_when_its_words_ask_for_care_then_it_says_so(
    card: dict[str, object], chips: list[str]
) -> None:
    told = Card(**{"start": 0, "end": 4, "span_text": "some", "name": "x", **card})  # type: ignore[arg-type]
    assert [hazard.chip for hazard in hazards_of(told, None)] == chips


def test_given_a_post_with_foam_and_closed_eyes_when_it_is_shown_then_a_notice_stands_before_it(
    client: Client, question: Question
) -> None:
    page = page_of(client, question)
    assert page.index("Before you try any of this") < page.index("stand on foam")
    assert "Eyes closed: never alone." in page


def test_given_cards_of_an_older_reader_when_the_page_opens_then_the_post_is_read_again(
    client: Client, question: Question, answer: Post
) -> None:
    Post.objects.update(cards=[], reader_version="older")
    assert f"card-{answer.id}-" in page_of(client, question)
    assert Post.objects.get(id=answer.id).cards == answer.cards


# Deciding about a card


def test_given_a_card_when_it_is_kept_then_only_the_post_and_the_words_go_with_it(
    client: Client, answer: Post
) -> None:
    card = first_with_exercise(answer)
    address = reverse("confirm-card", args=[answer.id, card["start"]])
    response = client.post(address, {"exercise": card["exercise"]})
    assert response.status_code == 302
    kept = KeptCard.objects.get()
    assert (kept.post, kept.quoted, kept.exercise) == (answer.id, card["span_text"], card["exercise"])
    assert answer.author not in str(kept.card)


def test_given_a_page_with_script_when_a_card_is_kept_then_the_card_alone_comes_back(
    client: Client, answer: Post
) -> None:
    card = first_with_exercise(answer)
    address = reverse("confirm-card", args=[answer.id, card["start"]])
    response = client.post(address, {"exercise": card["exercise"]}, headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert response.content.decode().strip().startswith("<li")
    assert "Kept as" in response.content.decode()


def test_given_an_exercise_that_is_not_the_cards_when_it_is_confirmed_then_nothing_is_kept(
    client: Client, answer: Post
) -> None:
    card = first_with_exercise(answer)
    address = reverse("confirm-card", args=[answer.id, card["start"]])
    assert client.post(address, {"exercise": "no-such-exercise"}).status_code == 422
    assert not KeptCard.objects.exists()


def test_given_a_card_when_it_is_corrected_then_the_other_exercise_is_kept_with_its_numbers(
    client: Client, answer: Post
) -> None:
    card = next(card for card in answer.cards if card["reps"] == 8)
    address = reverse("correct-card", args=[answer.id, card["start"]])
    other = "heel-raise-two-hands" if card["exercise"] != "heel-raise-two-hands" else card["exercise"]
    page = client.get(address).content.decode()
    slug = other if f'value="{other}"' in page else re.findall(r'<option value="([^"]+)"', page)[0]
    response = client.post(address, {"exercise": slug, "sets": "1", "reps": "5"})
    assert response.status_code == 302
    kept = KeptCard.objects.get()
    assert (kept.exercise, kept.card["sets"], kept.card["reps"]) == (slug, 1, 5)


def test_given_a_text_without_a_number_when_its_card_is_corrected_then_none_can_be_filled_in(
    client: Client, answer: Post
) -> None:
    card = next(card for card in answer.cards if card["frequency_per_day"] is None)
    page = client.get(reverse("correct-card", args=[answer.id, card["start"]])).content.decode()
    assert "frequency_per_day" not in page


def test_given_a_card_put_away_when_it_is_brought_back_then_nothing_is_decided(
    client: Client, answer: Post
) -> None:
    start = first_with_exercise(answer)["start"]
    client.post(reverse("dismiss-card", args=[answer.id, start]))
    assert KeptCard.objects.get().state == KeptCard.State.DISMISSED
    client.post(reverse("undo-card", args=[answer.id, start]))
    assert not KeptCard.objects.exists()


def test_given_a_card_that_is_not_there_when_it_is_decided_on_then_it_is_not_found(
    client: Client, answer: Post
) -> None:
    assert client.post(reverse("dismiss-card", args=[answer.id, 999_999])).status_code == 404
    assert client.post(reverse("dismiss-card", args=[uuid4(), 0])).status_code == 404


# Replies


def test_given_a_reply_when_it_is_sent_then_it_stands_last_under_one_name(
    client: Client, question: Question
) -> None:
    for text in ("Thank you both.", "One more line."):
        client.post(reverse("reply", args=[question.id]), {"text": text})
    posts = list(question.posts.all())
    assert [post.text for post in posts[2:]] == ["Thank you both.", "One more line."]
    assert posts[2].author == posts[3].author
    assert posts[2].author not in {posts[0].author, posts[1].author}


@pytest.mark.parametrize("text", ["", "   ", "a" * 10_001])
def test_given_an_empty_or_endless_reply_when_it_is_sent_then_it_is_refused(
    client: Client, question: Question, text: str
) -> None:
    assert client.post(reverse("reply", args=[question.id]), {"text": text}).status_code == 422
    assert question.posts.count() == 2


def test_given_a_refused_reply_when_the_page_comes_back_then_its_text_is_still_there(
    client: Client, question: Question
) -> None:
    response = client.post(reverse("reply", args=[question.id]), {"text": "b" * 10_001})
    assert "b" * 10_001 in response.content.decode()


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7|add:7 }}", "<svg/onload=alert(1)>"],
)
def test_given_a_reply_with_markup_when_it_is_shown_then_it_is_inert(
    client: Client, question: Question, hostile: str
) -> None:
    client.post(reverse("reply", args=[question.id]), {"text": f"Heel raises {hostile} 2 sets of 10"})
    page = page_of(client, question)
    assert hostile not in page or "{{" in hostile
    assert "<script>alert" not in page
    assert "<img src=x" not in page


# Weight


def test_given_more_posts_when_a_question_is_shown_then_it_asks_the_databases_no_more(
    client: Client, question: Question
) -> None:
    counts = []
    for replies in (1, 2):
        for _ in range(replies):
            client.post(reverse("reply", args=[question.id]), {"text": "Mini squats, 2 sets of 5."})
        counts.append(_count_queries(client, question))
    assert all(before == after for before, after in pairwise(counts))
    assert counts[0] <= 8


def _count_queries(client: Client, question: Question) -> int:
    with (
        CaptureQueriesContext(connections["community"]) as shared,
        CaptureQueriesContext(connections["default"]) as own,
    ):
        page_of(client, question)
    return len(shared) + len(own)


def test_given_the_welcome_thread_when_its_page_is_weighed_then_it_is_light(client: Client) -> None:
    actions.ensure_welcome_thread()
    assert len(page_of(client, Question.objects.get())) <= 60_000


def test_an_exercise_knows_where_members_mention_it(client: Client) -> None:
    actions.ensure_welcome_thread()
    address = reverse("mentions", args=["heel-raise-two-hands"])
    page = client.get(address).content.decode()
    assert "#card-" in page
    assert "<html" in page
    assert "<html" not in client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert client.get(reverse("mentions", args=["moonwalk"])).status_code == 404
