"""Exchanged rows -> content files: a movement a file, prose once, rungs with what differs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from handrail.catalogue.exchange import Row

# What the loader works out itself, or what stands in ladders.toml.
_WORKED_OUT = frozenset({"slug", "movement", "ladder", "rung", "easier", "harder", "dose", "tier"})


def write_content(rows: Iterable[Row], folder: Path) -> int:
    """Write rows as ``movements/*.toml`` and ``ladders.toml``; how many movements there were.

    The loader reads the same exercises and ladders back.
    """
    told = list(rows)
    movements = folder / "movements"
    movements.mkdir(parents=True, exist_ok=True)
    by_movement = groupby(sorted(told, key=lambda row: row["movement"]), key=lambda row: row["movement"])
    count = 0
    for movement, rungs in by_movement:
        (movements / f"{movement}.toml").write_text(_movement(movement, list(rungs)), encoding="utf-8")
        count += 1
    (folder / "ladders.toml").write_text(_ladders(told), encoding="utf-8")
    return count


def _movement(movement: str, rungs: list[Row]) -> str:
    """What all rungs share stands at the top, the rest with each rung."""
    own = [
        {key: value for key, value in row.items() if key not in _WORKED_OUT and not key.startswith("ladder_")}
        for row in rungs
    ]
    shared = {key: value for key, value in own[0].items() if all(one.get(key) == value for one in own)}
    parts = [toml_lines(shared)]
    for row, words in zip(rungs, own, strict=True):
        differs = {key: value for key, value in words.items() if key not in shared}
        slug = row["slug"].removeprefix(f"{movement}-")
        parts.append("[[rung]]\n" + toml_lines({"slug": slug, **differs, "dose": _whole_dose(row["dose"])}))
    return "\n\n".join(parts) + "\n"


def _whole_dose(dose: Mapping[str, Any]) -> Mapping[str, Any]:
    """Every field of every band; one that does not apply is empty, which takes a default away."""
    fields = ("sets", "reps", "hold_s", "duration_s", "per_day", "per_week", "rest_s")
    return {band: {field: amounts.get(field, []) for field in fields} for band, amounts in dose.items()}


def _ladders(rows: list[Row]) -> str:
    ladders = dict.fromkeys(row["ladder"] for row in rows)
    return (
        "\n\n".join(_ladder(slug, [row for row in rows if row["ladder"] == slug]) for slug in ladders) + "\n"
    )


def _ladder(slug: str, rows: list[Row]) -> str:
    in_order = sorted(rows, key=lambda row: row["rung"])
    first = in_order[0]
    words = {
        "slug": slug,
        "name": first["ladder_name"],
        "aim": first["ladder_aim"],
        "why_not_rising": first["ladder_why_not_rising"],
        "rungs": [row["slug"] for row in in_order],
        "start": first["ladder_start"],
    }
    return "[[ladder]]\n" + toml_lines(words)


def toml_lines(words: Mapping[str, Any]) -> str:
    """Words as lines of a content file; one that is None is not said."""
    return "\n".join(f"{key} = {_toml(value)}" for key, value in words.items() if value is not None)


def _toml(value: Any) -> str:
    """A value as TOML; its strings, numbers and lists read like JSON's."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(entry)}" for key, entry in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
