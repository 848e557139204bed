"""The whole log, the notes and the diary of falls as files, for a person to keep or take elsewhere."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from handrail.web.practice.models import LogEntry, SessionNote
from handrail.web.progress.queries import Happening

Row = dict[str, Any]


class Table(NamedTuple):
    """What a file holds: its field names, and its rows; None is not answered."""

    fields: tuple[str, ...]
    rows: list[Row]


LOG_FIELDS = (
    "id", "session", "position", "exercise", "done", "started", "finished", "side", "sets", "reps", "hold_s",
    "support", "effort", "pain", "touches", "near_fall", "fall", "form_ok",
)  # fmt: skip
NOTE_FIELDS = ("id", "session", "written", "text")
DIARY_FIELDS = ("day", "kind", "count", "source", "exercise", "doing", "injured", "can_rise_alone")


def log_table(entries: Iterable[LogEntry]) -> Table:
    """The log, an exercise a row."""
    return Table(LOG_FIELDS, [_log_row(entry) for entry in entries])


def diary_table(diary: Iterable[Happening]) -> Table:
    """The diary of falls and near-falls, a telling a row."""
    return Table(DIARY_FIELDS, [_diary_row(one) for one in diary])


def as_csv(table: Table) -> str:
    """A table as CSV with a heading; an empty cell was not answered."""
    out = io.StringIO()
    writer = csv.DictWriter(out, table.fields)
    writer.writeheader()
    writer.writerows(table.rows)
    return out.getvalue()


def as_json(table: Table) -> str:
    """A table as a JSON list; null was not answered."""
    return json.dumps(table.rows, indent=1, ensure_ascii=False)


WRITERS: dict[str, Callable[[Table], str]] = {"csv": as_csv, "json": as_json}


def notes_table(notes: Iterable[SessionNote]) -> Table:
    """The notes, one a row, in the words of ``/api/notes/``."""
    return Table(NOTE_FIELDS, [_note_row(note) for note in notes])


def _note_row(note: SessionNote) -> Row:
    written = note.written.isoformat()
    return {"id": str(note.id), "session": str(note.session), "written": written, "text": note.text}


def _log_row(entry: LogEntry) -> Row:
    told = {name: getattr(entry, name) for name in LOG_FIELDS}
    as_text = {name: str(told[name]) for name in ("id", "session")}
    instants = {name: told[name].isoformat() for name in ("started", "finished")}
    return {**told, **as_text, **instants}


def _diary_row(one: Happening) -> Row:
    told = {name: getattr(one, name, None) for name in DIARY_FIELDS}
    kind = "fall" if one.is_fall else "near_fall"
    as_text = {name: told[name] or None for name in ("exercise", "doing")}
    return {**told, **as_text, "day": one.day.isoformat(), "kind": kind, "source": one.source.value}
