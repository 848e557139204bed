"""Digests of what a plan was made from, to tell when it must be made anew."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

import msgspec

from handrail.person.files import person_as_json
from handrail.person.model import Person
from handrail.planner.edit import Edit
from handrail.web.common.versions import version_of


def digest_of_answers(person: Person) -> str:
    """A digest of everything the person told us, today's check-in included, and of the rules it meets."""
    table = person_as_json(person)
    table.pop("history", None)
    return _digest([table, version_of("planner", "safety", "catalogue", "content")])


def digest_of_history(person: Person) -> str:
    """A digest of everything the person did."""
    return _digest(person_as_json(person).get("history", []))


def digest_of_edits(edits: Sequence[Edit]) -> str:
    """A digest of the person's own changes, in their order."""
    return _digest(msgspec.to_builtins(edits))


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
