"""Saved threads are brought in, once and whole, or refused with a sentence."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from handrail.errors import InputError
from handrail.web.accounts.middleware import local_actor
from handrail.web.community import actions
from handrail.web.community.models import Post, Question
from tests.web.community.threads import SAVED_PAGE, page_of

pytestmark = pytest.mark.django_db(databases=["default", "community"])


def test_given_a_saved_page_when_it_is_brought_in_then_its_posts_are_there_in_order(
    question: Question,
) -> None:
    assert question.title == "Legs like string after lunch"
    assert [post.position for post in question.posts.all()] == [0, 1]


def test_given_a_saved_page_when_it_is_shown_then_it_says_how_many_responses_are_in_the_file(
    client: Client, question: Question
) -> None:
    assert "1 of the 3 responses are in the file." in page_of(client, question)


def test_given_the_same_page_twice_when_it_is_brought_in_then_there_is_one_question(
    question: Question,
) -> None:
    again = actions.import_thread(by=local_actor(), raw=SAVED_PAGE.encode(), name="other name.txt")
    assert again.id == question.id
    assert Question.objects.count() == 1


@pytest.mark.usefixtures("question")
def test_given_a_saved_page_when_it_is_kept_then_no_handle_of_an_author_is() -> None:
    stored = str(list(Question.objects.values())) + str(list(Post.objects.values()))
    assert "7300011" not in stored
    assert "7300022" not in stored


@pytest.mark.parametrize(
    "raw",
    [b"", b"   \n\n", b"\x00\x01\x02\xff" * 500, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20],
    ids=["empty", "blank", "binary", "picture"],
)
def test_given_a_file_that_is_no_page_when_it_is_brought_in_then_it_is_refused_and_nothing_is_left(
    client: Client, raw: bytes
) -> None:
    file = SimpleUploadedFile("page.txt", raw)
    response = client.post(reverse("import-thread"), {"file": file})
    assert response.status_code == 422
    assert (Question.objects.count(), Post.objects.count()) == (0, 0)


def test_given_fifty_megabytes_when_they_are_brought_in_then_they_are_refused_with_a_sentence() -> None:
    with pytest.raises(InputError):
        actions.import_thread(by=local_actor(), raw=b"a line of text\n" * 3_500_000, name="page.txt")
    assert Question.objects.count() == 0


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "page.txt is empty. Choose a file that holds the text."),
        (b"squats \0\0", "page.txt is not a text. Save the page as plain text."),
        (
            "Beine täglich".encode("latin-1"),
            "page.txt is in letters that cannot be told for sure. Save it as plain text in UTF-8.",
        ),
        (b"squats\n" * 300_000, "page.txt is bigger than 2 MB. Save only the page that you want to read."),
    ],
    ids=["empty", "binary", "latin-1", "big"],
)
def test_given_a_bad_file_when_it_is_sent_then_the_page_says_the_sentence_and_keeps_what_was_typed(
    client: Client, raw: bytes, said: str
) -> None:
    sent = {"file": SimpleUploadedFile("page.txt", raw), "text": "What I had typed."}
    response = client.post(reverse("import-thread"), sent)
    assert response.status_code == 422
    assert said in response.content.decode()
    assert "What I had typed.</textarea>" in response.content.decode()
    assert not Question.objects.exists()


@pytest.mark.parametrize("lines", [300_000, 500_000])
def test_given_a_paste_that_is_too_big_when_it_is_sent_then_it_comes_back_with_the_sentence(
    client: Client, lines: int
) -> None:
    pasted = "squats\n" * lines
    response = client.post(reverse("import-thread"), {"text": pasted})
    page = response.content.decode()
    assert response.status_code == 422
    assert "The pasted text is bigger than 2 MB." in page
    assert page.count("squats\n") >= lines - 1
    assert not Question.objects.exists()


def test_given_fifty_megabytes_when_they_are_sent_then_they_are_refused_unread(client: Client) -> None:
    sent = {"file": SimpleUploadedFile("page.txt", b"squats\n" * 7_500_000)}
    response = client.post(reverse("import-thread"), sent)
    assert response.status_code == 413
    assert "bigger than 5 MB" in response.content.decode()
    assert not Question.objects.exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_given_a_page_in_another_encoding_when_it_is_brought_in_then_it_reads_the_same(encoding: str) -> None:
    brought = actions.import_thread(by=local_actor(), raw=SAVED_PAGE.encode(encoding), name="page.txt")
    assert brought.title == "Legs like string after lunch"
    assert brought.posts.count() == 2


def test_given_pasted_text_when_it_is_sent_then_its_question_opens(client: Client) -> None:
    response = client.post(reverse("import-thread"), {"text": SAVED_PAGE})
    assert response.status_code == 302
    assert response["Location"] == reverse("question", args=[Question.objects.get().id])


def test_given_a_first_start_when_it_is_repeated_then_there_is_one_welcome_thread() -> None:
    actions.ensure_welcome_thread()
    actions.ensure_welcome_thread()
    assert Question.objects.get().posts.count() == 5


def test_given_the_welcome_thread_when_its_posts_are_read_then_four_authors_wrote_five() -> None:
    actions.ensure_welcome_thread()
    names = list(Post.objects.values_list("author", flat=True))
    assert (len(names), len(set(names)), names[0]) == (5, 4, names[3])
