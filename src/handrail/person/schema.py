"""The JSON Schema of a person file."""

from __future__ import annotations

from typing import Any

import msgspec

from handrail.person.model import Person

Table = dict[str, Any]

ALWAYS_ASKED = {"Person": ["today"], "CheckIn": ["date"], "Moment": ["name", "place", "days", "minutes"]}


def person_schema() -> Table:
    """What a person file may say: every answer may be null, which means unanswered."""
    schema = msgspec.json.schema(Person)
    for name, table in schema["$defs"].items():
        if table.get("type") == "object" and "properties" in table:
            _as_file(table, ALWAYS_ASKED.get(name, []))
    return schema


def _as_file(table: Table, required: list[str]) -> None:
    table["properties"].pop("unanswered", None)
    for key, described in table["properties"].items():
        described.pop("default", None)
        if key not in required:
            table["properties"][key] = {"anyOf": [described, {"type": "null"}]}
    table["required"] = required
    table["additionalProperties"] = False
