"""The values that cross to the device, as TypeScript: ``python -m handrail.session.typescript > FILE``.

Written into ``frontend/shared/schema.ts``, never by hand. Python writes every key of a
value, so none is optional there.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from handrail.safety.conditions import Facts
from handrail.session.check_in import CheckInForm, CheckInReport
from handrail.session.game import Game
from handrail.session.log import Log
from handrail.session.model import Timeline
from handrail.session.note import Note

CROSSING = (Timeline, Facts, Log, CheckInForm, CheckInReport, Note, Game)
_HEADER = "// Written by `python -m handrail.session.typescript`; change the Python values, not this file.\n"
_PLAIN = {
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    UUID: "string",
    datetime: "string",
    NoneType: "null",
}


def typescript() -> str:
    """All crossing values with everything they are made of, what is used before what uses it."""
    found: dict[str, str] = {}
    for kind in CROSSING:
        _define(kind, found)
    return "\n".join([_HEADER, *found.values()])


def _define(kind: Any, found: dict[str, str]) -> None:
    if kind.__name__ in found:
        return
    if issubclass(kind, Enum):
        words = ", ".join(json.dumps(member.value) for member in kind)
        found[kind.__name__] = (
            f"export const {kind.__name__} = [{words}] as const;\n"
            f"export type {kind.__name__} = (typeof {kind.__name__})[number];\n"
        )
        return
    hints = get_type_hints(kind)
    for hint in hints.values():
        for part in _named_parts(hint):
            _define(part, found)
    lines = (f"  {field.name}: {_spelled(hints[field.name])};" for field in fields(kind))
    found[kind.__name__] = "\n".join([f"export interface {kind.__name__} {{", *lines, "}\n"])


def _named_parts(hint: Any) -> Iterator[Any]:
    if isinstance(hint, type) and (is_dataclass(hint) or issubclass(hint, Enum)):
        yield hint
    for inner in get_args(hint):
        yield from _named_parts(inner)


def _spelled(hint: Any) -> str:
    if hint in _PLAIN:
        return _PLAIN[hint]
    if get_origin(hint) is Annotated:
        return _spelled(get_args(hint)[0])
    if get_origin(hint) is tuple:
        return f"ReadonlyArray<{_spelled(get_args(hint)[0])}>"
    if get_origin(hint) in {Union, UnionType}:
        return " | ".join(_spelled(part) for part in get_args(hint))
    name: str = hint.__name__
    return name


if __name__ == "__main__":
    sys.stdout.write(typescript())
