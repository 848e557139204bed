"""The reader against the thread that people marked by hand, where that lies beside the repository."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from handrail.catalogue.loader import load_catalogue
from handrail.reader.model import Card
from handrail.reader.read import read_text

GOLD = Path(__file__).parents[3] / "shared" / "data" / "reader" / "thread.jsonl"
LEAST_FOUND = 24
LEAST_PRECISION = 0.8

pytestmark = [
    pytest.mark.needs_shared,
    pytest.mark.skipif(
        not GOLD.exists(), reason="the marked thread lies beside the repository and is not here"
    ),
]
Pair = tuple[dict[str, Any], Card]


def _overlaps(mention: dict[str, Any], card: Card) -> bool:
    shared = min(mention["end"], card.end) - max(mention["start"], card.start)
    shorter = min(mention["end"] - mention["start"], card.end - card.start)
    return bool(shared * 2 >= shorter)


def _match() -> tuple[int, int, list[Pair]]:
    """How many mentions are marked, how many cards were made, and which belong together."""
    marked = made = 0
    pairs: list[Pair] = []
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        free = list(read_text(document["text"], load_catalogue()))
        marked += len(document["mentions"])
        made += len(free)
        for mention in document["mentions"]:
            card = next((card for card in free if _overlaps(mention, card)), None)
            if card is not None:
                free.remove(card)
                pairs.append((mention, card))
    return marked, made, pairs


@pytest.fixture(scope="module")
def matched() -> tuple[int, int, list[Pair]]:
    return _match()


def test_most_mentions_are_found_and_few_are_made_up(matched: tuple[int, int, list[Pair]]) -> None:
    marked, made, pairs = matched
    assert marked == 36
    assert len(pairs) >= LEAST_FOUND
    assert len(pairs) / made >= LEAST_PRECISION


def test_no_number_is_made_up(matched: tuple[int, int, list[Pair]]) -> None:
    _, _, pairs = matched
    for mention, card in pairs:
        for name in ("sets", "reps", "hold_s", "duration_s", "frequency_per_day", "frequency_per_week"):
            assert mention.get(name) is not None or getattr(card, name) is None, (card.name, name)


def test_foam_with_closed_eyes_has_somebody_there(matched: tuple[int, int, list[Pair]]) -> None:
    _, _, pairs = matched
    foam = [card for mention, card in pairs if mention["name"] == "foam stance"]
    assert foam
    assert all(card.eyes_closed and card.spotter for card in foam)
