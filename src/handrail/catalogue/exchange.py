"""The catalogue as other programs read it, and back again without a loss: JSON, CSV, schema.org.

Every format carries the same flat rows: an exercise with all its words, and its ladder's.
Content is under CC BY 4.0.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from handrail.catalogue.export import export_json
from handrail.catalogue.model import Catalogue
from handrail.errors import FileError

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
Row = dict[str, Any]


class Format(StrEnum):
    """How a catalogue is written down."""

    JSON = "json"
    CSV = "csv"
    PLAN = "plan"


def write(catalogue: Catalogue, form: Format) -> str:
    """All exercises as text in a format."""
    return _WRITERS[form](rows_of(catalogue))


def read(text: str, form: Format, name: str) -> list[Row]:
    """The rows of a text that :func:`write` made, just as they were.

    Raises
    ------
    FileError
        When the text is not of that format; the sentence names the file.
    """
    try:
        return _READERS[form](text)
    except (ValueError, KeyError, TypeError, csv.Error) as error:
        raise FileError(
            f"{name} is not a catalogue in the format {form}: {error}.",
            "Export one with handrail catalogue export and compare.",
        ) from error


def rows_of(catalogue: Catalogue) -> list[Row]:
    """Every exercise, flat, beside the name, aim and beginnings of its ladder."""
    return [row | _ladder_words(catalogue, row["ladder"]) for row in export_json(catalogue)]


def _ladder_words(catalogue: Catalogue, slug: str) -> Row:
    ladder = catalogue.ladders[slug]
    return {
        "ladder_name": ladder.name,
        "ladder_aim": ladder.aim,
        "ladder_start": {band.value: rung for band, rung in ladder.start.items()},
        "ladder_why_not_rising": ladder.why_not_rising,
    }


def _as_json(rows: list[Row]) -> str:
    return json.dumps(rows, ensure_ascii=False)


def _from_json(text: str) -> list[Row]:
    return _checked(json.loads(text))


def _as_csv(rows: list[Row]) -> str:
    """One exercise a line; what is no text stands as JSON in its cell, so that it reads back the same."""
    out = io.StringIO()
    table = csv.DictWriter(out, fieldnames=list(rows[0]))
    table.writeheader()
    table.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return out.getvalue()


def _from_csv(text: str) -> list[Row]:
    table = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return _checked([{key: _value(cell) for key, cell in row.items()} for row in table])


def _cell(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _value(cell: str) -> Any:
    looks_like_json = cell[:1] in {"[", "{"} or cell in {"true", "false", "null"} or _is_number(cell)
    return json.loads(cell) if looks_like_json else cell


def _is_number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "", 1).isdecimal()


def _as_plan(rows: list[Row]) -> str:
    """A schema.org ExercisePlan an exercise, its further words as additional properties."""
    graph = [_plan(row) for row in rows]
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)


def _plan(row: Row) -> Row:
    properties = [{"@type": "PropertyValue", "name": key, "value": value} for key, value in row.items()]
    return {
        "@type": "ExercisePlan",
        "identifier": row["slug"],
        "name": row["name"],
        "description": row["aim"],
        "exerciseType": row["purpose"],
        "license": LICENCE,
        "additionalProperty": properties,
    }


def _from_plan(text: str) -> list[Row]:
    plans: list[Mapping[str, Any]] = json.loads(text)["@graph"]
    return _checked(
        [{entry["name"]: entry["value"] for entry in plan["additionalProperty"]} for plan in plans]
    )


def _checked(rows: Any) -> list[Row]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) and "slug" in row for row in rows):
        message = "it is not a list of exercises with a slug each"
        raise ValueError(message)
    return rows


_WRITERS: Mapping[Format, Callable[[list[Row]], str]] = {
    Format.JSON: _as_json,
    Format.CSV: _as_csv,
    Format.PLAN: _as_plan,
}
_READERS: Mapping[Format, Callable[[str], list[Row]]] = {
    Format.JSON: _from_json,
    Format.CSV: _from_csv,
    Format.PLAN: _from_plan,
}
