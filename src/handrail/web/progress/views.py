"""Pages: what was done, by day, and the same as a file."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from handrail.catalogue.loader import load_catalogue
from handrail.web.accounts.requests import Request
from handrail.web.practice.queries import logs_for, notes_for
from handrail.web.progress import exports, presenters


@require_GET
def log(request: Request) -> HttpResponse:
    """Sessions by day, and where the person is on each ladder."""
    entries = list(logs_for(request.actor))
    notes = list(notes_for(request.actor))
    days = presenters.view_days(entries, load_catalogue(), notes)
    shown = {
        "days": days,
        "has_notes": bool(notes),
        "standings": presenters.standings(entries, load_catalogue()),
        "notices": presenters.view_notices(request.person, load_catalogue()),
        "was_away": presenters.was_away(days, timezone.localdate()),
    }
    return render(request, "progress/log.html", shown)


@require_GET
def log_csv(request: Request) -> HttpResponse:
    """The whole log as CSV."""
    return _file(exports.as_csv(logs_for(request.actor)), "text/csv", "handrail-log.csv")


@require_GET
def log_json(request: Request) -> HttpResponse:
    """The whole log as JSON."""
    return _file(exports.as_json(logs_for(request.actor)), "application/json", "handrail-log.json")


@require_GET
def notes_json(request: Request) -> HttpResponse:
    """Everything written about sessions as JSON."""
    content = exports.notes_as_json(notes_for(request.actor))
    return _file(content, "application/json", "handrail-notes.json")


def _file(content: str, kind: str, name: str) -> HttpResponse:
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=f"{kind}; charset=utf-8", headers=disposition)
