"""Pages: a month of the log, the diary of falls, the ladders, and the same as files."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from handrail.catalogue.loader import load_catalogue
from handrail.web.accounts.requests import Request
from handrail.web.practice import actions as practice
from handrail.web.practice.models import LogEntry
from handrail.web.practice.queries import deleted_for, logs_for, notes_for
from handrail.web.progress import actions, exports, presenters
from handrail.web.progress.forms import (
    AimForm,
    FallForm,
    nothing_to_delete,
    read_day,
    read_entry,
    read_month,
)
from handrail.web.progress.ladders import standings
from handrail.web.progress.minutes import chart_of, minutes_by_day
from handrail.web.progress.month import Told, falls_by_day, month_of
from handrail.web.progress.queries import aim_of, diary_for, note_taken_out

UNPROCESSABLE = 422


@require_GET
def log(request: Request) -> HttpResponse:
    """A month of the log, the minutes of the last weeks, and where the person is on each ladder."""
    practice.erase_removed(by=request.actor)
    return _log_page(request, AimForm({"minutes": aim_of(request.actor)}))


def aim(request: Request) -> HttpResponse:
    """Set an aim of one's own, or take it away."""
    if request.method != "POST":
        return redirect("log")
    form = AimForm(request.POST)
    if not form.is_valid():
        return _log_page(request, form)
    actions.set_aim(by=request.actor, minutes=form.cleaned_data["minutes"])
    return redirect(f"{reverse('log')}#minutes-title")


@require_POST
def delete(request: Request) -> HttpResponse:
    """Delete an entry, or all of a day; the page that follows can undo it."""
    entries = _to_delete(request)
    if not entries:
        raise nothing_to_delete()
    act = practice.remove_entries(by=request.actor, entries=entries)
    month = timezone.localdate(entries[0].started)
    return redirect(f"{reverse('log')}?month={month:%Y-%m}&deleted={act}#said")


def undo(request: Request, act: UUID) -> HttpResponse:
    """Bring back what was deleted, and show the month it was deleted from."""
    if request.method != "POST":
        return redirect("log")
    month = read_month(request.POST.get("month"), timezone.localdate())
    practice.undo_removal(by=request.actor, act=act)
    return redirect(f"{reverse('log')}?month={month:%Y-%m}")


def falls(request: Request) -> HttpResponse:
    """Every fall and near-fall, and a form to write one down."""
    form = FallForm(request.POST) if request.method == "POST" else FallForm()
    if form.is_bound and form.is_valid():
        actions.note_happening(by=request.actor, **form.cleaned_data)
        return redirect(f"{reverse('falls')}?added#added")
    shown = {
        "form": form,
        "diary": presenters.view_diary(diary_for(request.actor), load_catalogue()),
        "added": "added" in request.GET,
        "taken_out": note_taken_out(request.actor, request.GET.get("out")),
    }
    return render(request, "progress/falls.html", shown, status=UNPROCESSABLE if form.errors else 200)


@require_POST
def take_out(request: Request, note: UUID) -> HttpResponse:
    """Take a mistake out of the diary; the page that follows can undo it."""
    actions.take_out_note(by=request.actor, note=note)
    return redirect(f"{reverse('falls')}?out={note}#out")


@require_POST
def put_back(request: Request, note: UUID) -> HttpResponse:
    """Put a note back into the diary."""
    actions.put_back_note(by=request.actor, note=note)
    return redirect("falls")


@require_GET
def ladders(request: Request) -> HttpResponse:
    """Each ladder that was done, drawn, with where the person began and is now."""
    shown = {"standings": standings(logs_for(request.actor), load_catalogue())}
    return render(request, "progress/ladders.html", shown)


@require_GET
def log_file(request: Request, kind: str) -> HttpResponse:
    """The whole log as a file."""
    return _file(exports.log_table(logs_for(request.actor)), kind, f"handrail-log.{kind}")


@require_GET
def notes_file(request: Request) -> HttpResponse:
    """Everything written about sessions as a file."""
    return _file(exports.notes_table(notes_for(request.actor)), "json", "handrail-notes.json")


@require_GET
def diary_file(request: Request, kind: str) -> HttpResponse:
    """The whole diary of falls as a file."""
    return _file(exports.diary_table(diary_for(request.actor)), kind, f"handrail-falls.{kind}")


def _log_page(request: Request, form: AimForm) -> HttpResponse:
    today, catalogue = timezone.localdate(), load_catalogue()
    first = read_month(request.GET.get("month"), today)
    entries = list(logs_for(request.actor))
    logged, falls_told = presenters.by_day(entries), falls_by_day(diary_for(request.actor))
    notes = list(notes_for(request.actor))
    written = presenters.notes_by_day(notes, entries)
    told = {**dict.fromkeys([*logged, *written], Told()), **falls_told}
    minutes = minutes_by_day(request.person, catalogue)
    month = month_of(first, minutes, told, today)
    of_month = {day: falls for day, falls in told.items() if day.replace(day=1) == first}
    deleted = presenters.view_deleted(deleted_for(request.actor), catalogue)
    just_now = request.GET.get("deleted")
    shown = {
        "month": month,
        "days": presenters.view_days(of_month, logged, written, minutes, catalogue),
        "is_empty": not told,
        "has_notes": bool(notes),
        "chart": chart_of(minutes, aim_of(request.actor), today),
        "form": form,
        "standings": standings(entries, catalogue),
        "notices": presenters.view_notices(request.person, catalogue),
        "was_away": presenters.was_away(logged, today),
        "said": next((one for one in deleted if str(one.act) == just_now), None),
        "deleted": [one for one in deleted if str(one.act) != just_now],
    }
    return render(request, "progress/log.html", shown, status=UNPROCESSABLE if form.errors else 200)


def _to_delete(request: Request) -> list[LogEntry]:
    """The entries that a delete button names: one, or all of a day."""
    entries = logs_for(request.actor)
    if "entry" in request.POST:
        return list(entries.filter(id=read_entry(request.POST["entry"])))
    day: date = read_day(request.POST.get("day", ""))
    return presenters.by_day(entries).get(day, [])


def _file(table: exports.Table, kind: str, name: str) -> HttpResponse:
    types = {"csv": "text/csv", "json": "application/json"}
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    content = exports.WRITERS[kind](table)
    return HttpResponse(content, content_type=f"{types[kind]}; charset=utf-8", headers=disposition)
