"""What holds for any text at all."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handrail.catalogue.loader import load_catalogue
from handrail.errors import InputError
from handrail.reader.model import Amount, Card
from handrail.reader.read import read_text
from handrail.reader.sentence import dose_in_words, echo
from handrail.reader.text import folded
from handrail.reader.threads import decode, split_thread
from handrail.reader.words import table

AMOUNTS = ("sets", "reps", "hold_s", "duration_s", "frequency_per_day", "frequency_per_week")
MINUTE = 60
PIECES = [
    "heel raises", "Mini squats", "stand on foam", "calf stretch", "lunges", "yoga", "sit to stand", "bridges",
    "hold for 30 seconds", "3 sets of 10", "4 x 20 sec", "twice a day", "every other day", "for half a minute",
    "10-12 times", "start with 3, build to 5", "each side", "on the left", "eyes closed", "with somebody beside me",
    "never", "no", "I don't do", "any more", "instead of", "the same, but", "on a cushion", "at the bench", "all of these",
    "____ times", "rest for 60 seconds", "typo: 6", "Mon / Wed / Fri", "1.", "- ", "(", ")", "\n", "\n\n", ". ", ", ", ": ",
    "\u00a0", "½", "²", "İ", "\x0c", "💪", "\u2019", "0", "9999999999",
]  # fmt: skip
posts = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)


def _numbers(words: str) -> set[float]:
    """The numbers that stand in words, as digits or spelt."""
    spelt = {**table("words")["ones"], **table("words")["tens"]}
    told = {float(digits) for digits in re.findall(r"\d+(?:\.\d+)?", words)}
    return told | {float(value) for word, value in spelt.items() if re.search(rf"\b{word}\b", words)}


def _ends(amount: Amount) -> tuple[float, ...]:
    return amount if isinstance(amount, tuple) else (amount,)


def assert_traced(card: Card, text: str) -> None:
    for name in AMOUNTS:
        amount = getattr(card, name)
        if amount is None:
            continue
        words = folded("".join(text[start:end] + " " for start, end in card.trace[name]))
        said = _numbers(words)
        for end in _ends(amount):
            in_words = not said and re.search(r"[^\W\d]", words)
            assert in_words or {end, end / MINUTE} & said or _counts(end, words), (name, amount, words)


def _counts(amount: float, words: str) -> bool:
    """Whether the number is of words: of named days, of rounds, of "half a minute"."""
    counted = len(re.findall(r"\b(?:mon|tue|wed|thu|fri|sat|sun)", words))
    return amount == counted or bool(re.search(r"day|daily|half|quarter|twice|more|again|week|night", words))


@given(text=st.one_of(posts, st.text(max_size=300)))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_into_cards_that_stand_in_it(text: str) -> None:
    for card in read_text(text, load_catalogue()):
        assert 0 <= card.start < card.end <= len(text)
        assert text[card.start : card.end] == card.span_text
        assert all(0 <= a < b <= len(text) for spans in card.trace.values() for a, b in spans)
        assert all(warning in text for warning in card.warnings)
        assert_traced(card, text)
        assert echo(card).endswith(".")
        assert dose_in_words(card) == dose_in_words(card).strip()


@given(text=posts)
@settings(max_examples=60, deadline=None)
def test_every_field_of_a_card_that_is_not_empty_has_its_characters(text: str) -> None:
    told = (
        *AMOUNTS,
        "position",
        "side",
        "equipment",
        "support",
        "spotter",
        "eyes_closed",
        "targets",
        "warnings",
    )
    for card in read_text(text, load_catalogue()):
        filled = {name for name in told if getattr(card, name) not in {None, ()}}
        assert filled <= set(card.trace)
        assert card.negated == ("negated" in card.trace)


@given(text=posts)
@settings(max_examples=30, deadline=None)
def test_the_same_text_gives_the_same_cards_in_order(text: str) -> None:
    read = read_text(text, load_catalogue())
    assert read == read_text(text, load_catalogue())
    assert [card.start for card in read] == sorted(card.start for card in read)


@given(raw=st.binary(max_size=400))
def test_any_bytes_are_split_into_posts_or_refused_with_a_sentence(raw: bytes) -> None:
    with suppress(InputError):
        text = decode(raw)
        for post in split_thread(text).posts:
            assert text[post.start : post.start + len(post.text)] == post.text


@pytest.mark.parametrize(
    "text", ["a" * 20_000, "1 " * 5_000, "(" * 5_000, "heel raises, " * 400, "\n" * 9_000]
)
def test_a_strange_long_text_is_read_to_its_end(text: str) -> None:
    assert all(card.span_text in text for card in read_text(text, load_catalogue()))
