"""Person files <-> :class:`Person`: strict about words, generous about silence.

Null or absent means unanswered: the field keeps its worst case and its dotted name goes
into ``Person.unanswered``. Unknown keys, words outside the sets and impossible answers
are refused with a sentence.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, get_type_hints

import msgspec

from handrail.errors import PersonError
from handrail.person.model import Balance, CheckIn, Falls, Person, Screen
from handrail.person.readiness import with_due_lines_open

Table = dict[str, Any]

ASKED: Mapping[str, type] = {"falls": Falls, "screen": Screen, "balance": Balance, "today": CheckIn}
NOT_ASKED = frozenset(
    {
        "falls.fear_limits_activity",
        "falls.reviewed",
        "today.date",
        "today.helper",
        "today.signs",
        "today.minutes_since_sedating_dose",
    }
)
"""Keys whose silence has a meaning of its own, so that they are never called unanswered."""

WAY_OUT = (
    "Nothing was changed. Mend that line and try again; `handrail schema person` prints what a file may say."
)


def read_person(
    data: bytes | str | Table, slugs: Collection[str], signs: Collection[str], name: str
) -> Person:
    """Read a person file. Readiness lines that grew old by its date are unanswered.

    Parameters
    ----------
    data
        JSON text, or the table it holds.
    slugs
        The exercises of the catalogue; a file may name no others.
    signs
        The red flags that `today.signs` may name.
    name
        What to call the file in a sentence.

    Raises
    ------
    PersonError
        When the file is not JSON, or says something unknown or impossible.
    """
    table = data if isinstance(data, dict) else _parse(data, name)
    _refuse_unknown_keys(table, Person, name, "")
    answered = _without_null(table)
    if "date" not in answered.get("today", {}):
        raise PersonError(f"{name}: today.date is missing, and a plan starts on a date.", WAY_OUT)
    unanswered = frozenset(_unanswered(answered))
    _settle_falls(answered.setdefault("falls", {}))
    try:
        person = msgspec.convert({**answered, "unanswered": unanswered}, Person)
    except msgspec.ValidationError as error:
        raise PersonError(f"{name}: {_plain(error)}.", WAY_OUT) from error
    _refuse_strangers(person, slugs, signs, name)
    return with_due_lines_open(person)


def person_as_json(person: Person) -> Table:
    """The person as a file says it: unanswered keys are absent. Reads back to the same person."""
    table: Table = msgspec.to_builtins(person, order="deterministic")
    for dotted in table.pop("unanswered"):
        part, _, field = dotted.rpartition(".")
        (table[part] if part else table).pop(field, None)
    return {key: value for key, value in _without_null(table).items() if value != {}}


def _parse(data: bytes | str, name: str) -> Table:
    try:
        table = json.loads(data)
        json.dumps(table, ensure_ascii=False).encode()  # half a letter, such as "\ud800", is no text
    except (ValueError, UnicodeDecodeError, RecursionError) as error:
        raise PersonError(f"{name} is not JSON: {error}.", WAY_OUT) from error
    if not isinstance(table, dict):
        raise PersonError(f"{name} does not hold a person: it should start with a brace.", WAY_OUT)
    return table


def _refuse_unknown_keys(table: Any, kind: Any, name: str, path: str) -> None:
    if table is None:
        return
    if not isinstance(table, dict):
        raise PersonError(f"{name}: {path.rstrip('.')} should be a table in braces.", WAY_OUT)
    hints = get_type_hints(kind)
    for key, value in table.items():
        where = f"{path}{key}"
        if key not in hints or where == "unanswered":
            raise PersonError(f"{name}: the key {where!r} is not one we know.", WAY_OUT)
        for row, inner in _rows(value, hints[key]):
            _refuse_unknown_keys(row, inner, name, f"{where}.")


def _rows(value: Any, hint: Any) -> Iterator[tuple[Any, Any]]:
    """The tables inside a value, each with the class that describes it."""
    if is_dataclass(hint):
        yield value, hint
        return
    described = next((inner for inner in getattr(hint, "__args__", ()) if is_dataclass(inner)), None)
    if described is not None and isinstance(value, (dict, list)):
        yield from ((row, described) for row in (value.values() if isinstance(value, dict) else value))


def _without_null(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_null(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, (list, tuple)):
        return [_without_null(inner) for inner in value]
    return value


def _unanswered(answered: Table) -> Iterator[str]:
    if "mobility" not in answered:
        yield "mobility"
    for part, kind in ASKED.items():
        given = answered.get(part, {})
        names = (f"{part}.{field.name}" for field in fields(kind) if field.name not in given)
        yield from (name for name in names if name not in NOT_ASKED)


def _settle_falls(falls: Any) -> None:
    """Unanswered counts take the worst that the answered ones leave possible."""
    if not isinstance(falls, dict):
        return
    year = falls.get("past_12_months")
    if isinstance(year, int):
        falls.setdefault("past_6_months", year)
        falls.setdefault("injured", year > 0)


def _refuse_strangers(person: Person, slugs: Collection[str], signs: Collection[str], name: str) -> None:
    named = {
        "repertoire": person.repertoire,
        "avoid": person.avoid,
        "likes": person.likes,
        "therapist.locks": person.therapist.locks,
        "therapist.opens": person.therapist.opens,
        "therapist.doses": person.therapist.doses,
        "history": tuple(entry.exercise for entry in person.history),
    }
    for where, words in named.items():
        stranger = next((word for word in sorted(words) if word not in slugs), None)
        if stranger is not None:
            raise PersonError(f"{name}: {where} names {stranger!r}, which is not in the catalogue.", WAY_OUT)
    sign = next((word for word in person.today.signs if word not in signs), None)
    if sign is not None:
        raise PersonError(f"{name}: today.signs names {sign!r}, which is not a sign we know.", WAY_OUT)


def _plain(error: msgspec.ValidationError) -> str:
    """Msgspec's message with the path in front, as a person would look for it."""
    message, _, path = str(error).partition(" - at `$.")
    return f"{path.rstrip('`')}: {message}" if path else message
