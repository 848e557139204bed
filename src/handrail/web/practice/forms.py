"""Reads what a device sends, and refuses all of it when one entry cannot be right."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from handrail.catalogue.loader import load_catalogue
from handrail.errors import FormError
from handrail.session.check_in import CheckInReport
from handrail.session.log import Log

Values = TypeVar("Values")
WAY_OUT = "Nothing was stored. `handrail schema log` prints what an entry may say."


def read_logs(body: bytes) -> list[Log]:
    """The log entries of a request.

    Raises
    ------
    FormError
        When the body is not a JSON list of log entries, or names an unknown exercise.
    """
    entries = _read(body, list[Log], "log")
    for place, entry in enumerate(entries):
        if entry.exercise not in load_catalogue():
            raise FormError(f"Entry {place} names an exercise we do not know: {entry.exercise!r}.", WAY_OUT)
    return entries


def read_check_ins(body: bytes) -> list[CheckInReport]:
    """The check-ins of a request.

    Raises
    ------
    FormError
        When the body is not a JSON list of check-ins.
    """
    return _read(body, list[CheckInReport], "check-in")


def _read(body: bytes, kind: type[Values], name: str) -> Values:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, RecursionError) as error:
        raise FormError(f"The {name} could not be read: {error}.", WAY_OUT) from error
