"""Cards as they are kept beside a post: read once, read again when the reader has changed."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from handrail.catalogue.loader import content_root, load_catalogue
from handrail.reader.model import Card


def read_cards(text: str) -> list[dict[str, Any]]:
    """The reader's cards of a text, as JSON holds them."""
    from handrail.reader.read import read_text

    cards: list[dict[str, Any]] = msgspec.to_builtins(read_text(text, load_catalogue()))
    return cards


def as_cards(stored: list[dict[str, Any]]) -> tuple[Card, ...]:
    """Kept cards as values again."""
    return msgspec.convert(stored, tuple[Card, ...])


@cache
def reader_version() -> str:
    """A digest of everything that decides what a text is read as: the reader and its content."""
    roots = (files("handrail") / "reader", content_root() / "vocabulary", content_root() / "movements")
    readable = sorted(
        (path for root in roots for path in root.iterdir() if path.is_file()), key=lambda path: path.name
    )
    digest = hashlib.sha256()
    for path in readable:
        digest.update(path.read_bytes())
    return digest.hexdigest()
