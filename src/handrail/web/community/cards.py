"""Cards as they are kept beside a post: read once, read again when the reader has changed."""

from __future__ import annotations

from typing import Any

import msgspec

from handrail.catalogue.loader import load_catalogue
from handrail.reader.model import Card
from handrail.web.common.versions import version_of


def read_cards(text: str) -> list[dict[str, Any]]:
    """The reader's cards of a text, as JSON holds them."""
    from handrail.reader.read import read_text

    cards: list[dict[str, Any]] = msgspec.to_builtins(read_text(text, load_catalogue()))
    return cards


def as_cards(stored: list[dict[str, Any]]) -> tuple[Card, ...]:
    """Kept cards as values again."""
    return msgspec.convert(stored, tuple[Card, ...])


def reader_version() -> str:
    """What decides how a text is read: the reader, and the words it knows."""
    return version_of("reader", "content/vocabulary", "content/movements")
