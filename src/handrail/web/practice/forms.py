"""Reads what a device sends, and refuses all of it when one entry cannot be right."""

from __future__ import annotations

import msgspec

from handrail.catalogue.loader import load_catalogue
from handrail.errors import FormError
from handrail.session.log import Log

WAY_OUT = "Nothing was stored. `handrail schema log` prints what an entry may say."


def read_logs(body: bytes) -> list[Log]:
    """The log entries of a request.

    Raises
    ------
    FormError
        When the body is not a JSON list of log entries, or names an unknown exercise.
    """
    try:
        entries = msgspec.json.decode(body, type=list[Log])
    except (msgspec.DecodeError, RecursionError) as error:
        raise FormError(f"The log could not be read: {error}.", WAY_OUT) from error
    for place, entry in enumerate(entries):
        if entry.exercise not in load_catalogue():
            raise FormError(f"Entry {place} names an exercise we do not know: {entry.exercise!r}.", WAY_OUT)
    return entries
