"""Friendly names for authors: the same one all through a question, another one in the next.

A handle is never stored. What is stored is a hash keyed with this installation's secret,
so that a name can be given again and nobody can look a handle up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from itertools import chain, count, islice
from uuid import UUID

from django.utils.crypto import salted_hmac

from handrail.catalogue.loader import content_root, read_table


def author_key(question: UUID, author: str) -> str:
    """A keyed hash of an author, of use inside one question only."""
    return salted_hmac(f"handrail.community.author:{question}", author, algorithm="sha256").hexdigest()


def pseudonym(key: str, taken: Collection[str]) -> str:
    """The two-word name for an author's key: one that shares no word with those taken, while there is one."""
    used = {word for name in taken for word in name.split()}
    first, second = _words()
    alone = islice(_names(int(key, 16)), len(first) * len(second))
    clear = (name for name in alone if used.isdisjoint(name.split()))
    free = (name for name in _names(int(key, 16)) if name not in taken)
    return next(chain(clear, free))


def _names(start: int) -> Iterator[str]:
    first, second = _words()
    pairs = len(first) * len(second)
    for step in count():
        row, column = divmod((start + step) % pairs, len(second))
        name = f"{first[row]} {second[column]}"
        yield name if step < pairs else f"{name} {step // pairs + 1}"


@cache
def _words() -> tuple[list[str], list[str]]:
    table = read_table(content_root() / "pseudonyms.toml")
    return table["first"], table["second"]
