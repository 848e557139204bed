"""Saved pages: which posts they hold, and which files are refused."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from handrail.errors import FileError, InputError
from handrail.reader.model import Thread
from handrail.reader.threads import MOST_BYTES, decode, split_thread

PAGE = Path(__file__).parent / "saved_thread.txt"
FURNITURE = ("Popular Resources", "Have an Answer", "Top Neurology", "Responses", "tn?", "Members", "Hobart")


@pytest.fixture(scope="module")
def text() -> str:
    return decode(PAGE.read_bytes())


@pytest.fixture(scope="module")
def thread(text: str) -> Thread:
    return split_thread(text)


def test_given_a_saved_page_when_it_is_split_then_title_and_count_are_the_pages(thread: Thread) -> None:
    assert thread.title == "What Do You Do For Legs Like Wet Sand?"
    assert thread.announced_responses == 14


def test_given_a_saved_page_when_it_is_split_then_six_posts_have_five_authors(thread: Thread) -> None:
    assert len(thread.posts) == 6
    assert len({post.author for post in thread.posts}) == 5
    assert thread.posts[0].author == thread.posts[3].author


def test_given_a_saved_page_when_it_is_split_then_posts_are_exact_parts_of_it(
    text: str, thread: Thread
) -> None:
    for post in thread.posts:
        assert text[post.start : post.start + len(post.text)] == post.text
        assert post.text == post.text.strip()


@pytest.mark.parametrize("furniture", FURNITURE)
def test_given_a_saved_page_when_it_is_split_then_no_post_holds_the_pages_own_words(
    thread: Thread, furniture: str
) -> None:
    assert not any(furniture in post.text for post in thread.posts)


def test_given_a_page_with_buttons_when_it_is_split_then_they_end_a_post_and_not_the_page() -> None:
    page = (
        "Walkers\n7000001 tn?1400000001\n\nShoes?\n\nWhich shoes do you wear?\n2 Replies\n"
        "7000002 tn?1400000002\nFlat ones.\nReply\nLike\n3 Likes\n7000003 tn?1400000003\nBoots.\nReply\n"
    )
    assert [post.text for post in split_thread(page).posts] == [
        "Which shoes do you wear?",
        "Flat ones.",
        "Boots.",
    ]


@pytest.mark.parametrize(
    "page",
    [
        "My knees\n\nPosted by Ann Lee on 3 March 2019\nThey creak.\n\nReply\nPosted by Bo\nMine too.\nLike\n",
        "My knees\n\nann_lee wrote:\nThey creak.\nReply\n\nbo77 wrote:\nMine too.\n",
        "My knees\nAnn Lee · 3 days ago\nThey creak.\n2 likes\nBo · 1 day ago\nMine too.\nSign in to reply\n",
        "My knees\n\nAnn Lee\nMarch 3, 2019 at 10:15 am\nThey creak.\n\nBo\nMarch 4, 2019\nMine too.\nShare\n",
    ],
    ids=["posted by", "wrote", "ago", "date below"],
)
def test_given_pages_of_other_makes_when_they_are_split_then_posts_are_found(page: str) -> None:
    thread = split_thread(page)
    assert [post.text for post in thread.posts] == ["They creak.", "Mine too."]
    assert len({post.author for post in thread.posts}) == 2
    assert thread.title == "My knees"


def test_given_a_letter_that_tells_a_date_when_it_is_split_then_it_stays_one_post() -> None:
    letter = "Dear all\nMy therapist wrote:\nHeel raises, 2 sets of 10.\nSee you on 3 May 2024\n"
    assert len(split_thread(letter).posts) == 1


def test_given_two_authors_without_a_picture_when_a_page_is_split_then_they_stay_two() -> None:
    page = "7000001 tn?1400000001\n\nHow?\n\nHow do you do it?\nAvatar universal\nSlowly.\nAvatar universal\nOften."
    assert len({post.author for post in split_thread(page).posts}) == 3


def test_given_plain_text_when_it_is_split_then_it_is_one_post_by_someone() -> None:
    thread = split_thread("  Heel raises,\n2 sets of 10.\n\n3 Responses\nLike\n")
    (post,) = thread.posts
    assert (post.author, post.text) == ("someone", "Heel raises,\n2 sets of 10.\n\n3 Responses\nLike")
    assert thread.announced_responses is None


@pytest.mark.parametrize("blank", ["", " \n\t\n", "7000001 tn?1400000001\nHave an Answer?\n"])
def test_given_a_text_without_a_post_when_it_is_split_then_it_is_refused(blank: str) -> None:
    with pytest.raises(InputError):
        split_thread(blank)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_given_a_text_in_an_encoding_we_can_tell_when_it_is_decoded_then_it_is_the_same(
    encoding: str,
) -> None:
    marks = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    raw = marks.get(encoding, b"") + "Knee lifts \u2013 twice".encode(encoding)
    assert decode(raw) == "Knee lifts \u2013 twice"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b" \n ",
        codecs.BOM_UTF8,
        b"heel\x00raises",
        b"\x89PNG\r\n\x1a\n\xff\xfe",
        "café".encode("latin-1"),
        codecs.BOM_UTF16_LE + b"a",
        b"a" * (MOST_BYTES + 1),
    ],
    ids=["empty", "blank", "mark only", "binary", "picture", "latin-1", "half a letter", "too big"],
)
def test_given_bytes_that_are_no_text_when_they_are_decoded_then_a_sentence_and_a_way_out_come(
    raw: bytes,
) -> None:
    with pytest.raises(FileError) as refused:
        decode(raw)
    assert refused.value.what.endswith(".")
    assert refused.value.way_out.endswith(".")
