"""The whole log and the notes as files, for a person to keep or take elsewhere."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from handrail.web.practice.models import LogEntry, SessionNote

FIELDS = (
    "id", "session", "position", "exercise", "done", "started", "finished", "side", "sets", "reps", "hold_s",
    "support", "effort", "pain", "touches", "near_fall", "fall", "form_ok",
)  # fmt: skip


def as_csv(entries: Iterable[LogEntry]) -> str:
    """The log as CSV with a heading; an empty cell was not answered."""
    out = io.StringIO()
    writer = csv.DictWriter(out, FIELDS)
    writer.writeheader()
    writer.writerows(_row(entry) for entry in entries)
    return out.getvalue()


def as_json(entries: Iterable[LogEntry]) -> str:
    """The log as a JSON list; null was not answered."""
    return json.dumps([_row(entry) for entry in entries], indent=1)


def notes_as_json(notes: Iterable[SessionNote]) -> str:
    """The notes as a JSON list, in the words of ``/api/notes/``."""
    rows = [
        {
            "id": str(note.id),
            "session": str(note.session),
            "written": note.written.isoformat(),
            "text": note.text,
        }
        for note in notes
    ]
    return json.dumps(rows, indent=1, ensure_ascii=False)


def _row(entry: LogEntry) -> dict[str, Any]:
    told = {name: getattr(entry, name) for name in FIELDS}
    as_text = {name: str(told[name]) for name in ("id", "session")}
    instants = {name: told[name].isoformat() for name in ("started", "finished")}
    return {**told, **as_text, **instants}
