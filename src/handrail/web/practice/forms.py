"""Reads what a device or a page sends, and refuses all of it when a part cannot be right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeVar
from uuid import UUID

import msgspec

from handrail.catalogue.loader import load_catalogue
from handrail.errors import FormError
from handrail.session.check_in import CheckInReport
from handrail.session.log import Log
from handrail.session.note import LONGEST, Note
from handrail.web.practice.after import CHOICES
from handrail.web.practice.models import AfterEvent
from handrail.web.practice.push_address import is_public

Values = TypeVar("Values")
NO_ANSWER, ASK_AGAIN = "That answer did not arrive.", "Nothing was lost. Tap one of the answers."
WAY_OUT = "Nothing was stored. `handrail schema log` prints what an entry may say."
CHECK_INS_WAY_OUT = "Nothing was stored. A check-in has an id, when it was told, and answers as a person file's `today` has them."
NOTES_WAY_OUT = f"Nothing was stored. A note has an id, a session, when it was written, and 1 to {LONGEST} characters of text."


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
    return _read(body, list[CheckInReport], "check-in", CHECK_INS_WAY_OUT)


def read_notes(body: bytes) -> list[Note]:
    """The notes of a request.

    Raises
    ------
    FormError
        When the body is not a JSON list of notes; what was written is no part of what it says.
    """
    return _read(body, list[Note], "notes", NOTES_WAY_OUT)


class Told(NamedTuple):
    """An answer to a question after a session, or that it was put away."""

    session: UUID
    about: AfterEvent.About
    answer: str


def read_told(post: Mapping[str, str]) -> Told:
    """What a button of a question after a session says.

    Raises
    ------
    FormError
        When it is no answer to such a question.
    """
    try:
        session, about = UUID(post.get("session", "")), AfterEvent.About(post.get("about", ""))
    except ValueError as error:
        raise FormError(NO_ANSWER, ASK_AGAIN) from error
    answer = post.get("answer", "")
    if answer not in {AfterEvent.PUT_AWAY, *(choice.code for choice in CHOICES[about])}:
        raise FormError(NO_ANSWER, ASK_AGAIN)
    return Told(session, about, answer)


def read_endpoint(body: bytes) -> str:
    """The address at which a browser wants to be reminded.

    Raises
    ------
    FormError
        When it is no public https address.
    """
    try:
        endpoint = msgspec.json.decode(body, type=dict[str, str])["endpoint"]
    except (msgspec.DecodeError, RecursionError, KeyError) as error:
        raise FormError(
            "The address of the browser did not arrive.", "Nothing was changed. Try again."
        ) from error
    if not is_public(endpoint):
        raise FormError("Reminders cannot be sent to that address.", "Nothing was changed.")
    return endpoint


def _read(body: bytes, kind: type[Values], name: str, way_out: str = WAY_OUT) -> Values:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, RecursionError) as error:
        raise FormError(f"The {name} could not be read: {error}.", way_out) from error
