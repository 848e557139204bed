"""Pages and addresses of a session: the player, where its logs arrive, and the questions after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from handrail.catalogue.loader import load_catalogue
from handrail.errors import FormError, InputError
from handrail.person.model import Person
from handrail.planner.model import Bout
from handrail.safety.conditions import Facts
from handrail.safety.gate import ordinary_day
from handrail.session.game import NoGame, offer_game
from handrail.session.timeline import build_timeline, facts_of
from handrail.web.accounts.requests import Request
from handrail.web.common.errors import refusal
from handrail.web.common.permissions import PERMISSIONS
from handrail.web.plans.queries import bout_for, kept_bout, kept_sessions
from handrail.web.practice import actions, queries
from handrail.web.practice.after import choice_of
from handrail.web.practice.forms import read_check_ins, read_endpoint, read_logs, read_notes, read_told
from handrail.web.practice.push_keys import read_keys
from handrail.web.profile.actions import take_check_ins
from handrail.web.profile.check_in import form_for_device
from handrail.web.profile.queries import current_check_in, last_finished, person_at

UNPROCESSABLE = 422
NEVER = datetime.fromtimestamp(0, tz=UTC)


@require_GET
def session(request: Request, day: date, moment: int) -> HttpResponse:
    """Play a bout of today's plan; without script, read it."""
    if current_check_in(request.actor) is None:
        return redirect("check-in")
    bout = bout_for(request.actor, day, moment) if day == timezone.localdate() else None
    if bout is None or not bout.items:
        return refusal(
            request, 404, "There is no such session today.", "Go to Today: it shows what is planned now."
        )
    return _player(request, day, bout, request.person)


@require_GET
def kept_session(request: Request, day: date, moment: int) -> HttpResponse:
    """The same page as a device keeps it for a day without a connection: it asks how somebody is then."""
    bout = kept_bout(request.actor, day, moment)
    if bout is None or not bout.items:
        return refusal(
            request, 404, "There is no such session.", "Go to Today: it shows what is planned now."
        )
    person = request.person
    return _player(request, day, bout, replace(person, today=ordinary_day(person, day)))


@require_GET
def week(request: Request) -> HttpResponse:
    """What a device keeps for the coming week: the addresses of sessions, and of their kept pages."""
    sessions = kept_sessions(request.actor)
    pages = {reverse("session", args=one): reverse("kept-session", args=one) for one in sessions}
    return JsonResponse({"pages": pages})


def _player(request: Request, day: date, bout: Bout, person: Person) -> HttpResponse:
    timeline = build_timeline(bout, person, load_catalogue())
    record = actions.open_session(by=request.actor, day=day, timeline=timeline)
    form = form_for_device(last_finished(request.actor), asks_dose=person.screen.sedating_medicine)
    data = {
        "session": str(record.id),
        "timeline": record.timeline,
        "form": msgspec.to_builtins(form),
        "known": _known(request),
        "links": {name: reverse(name) for name in ("today", "log")},
        "presence": reverse("presence"),
    }
    page = render(request, "practice/session.html", {"record": record, "data": data})
    # Knocks and hums need an ear; no other page may ask for one.
    page.headers["Permissions-Policy"] = PERMISSIONS.replace("microphone=()", "microphone=(self)")
    return page


@require_GET
def game(request: Request) -> HttpResponse:
    """The game of calm shifts where the gate allows it now; else why not, and what fits instead."""
    if current_check_in(request.actor) is None:
        return render(request, "practice/no_game.html")
    offer = offer_game(request.person, load_catalogue())
    if isinstance(offer, NoGame):
        return render(request, "practice/no_game.html", {"refused": offer})
    data = {
        "game": msgspec.to_builtins(offer),
        "known": _known(request),
        "links": {"today": reverse("today"), "log": reverse("log"), "check_in": reverse("check-in")},
    }
    page = render(request, "practice/game.html", {"game": offer, "data": data})
    # The tilt of the phone; no other page may feel it.
    allowed = PERMISSIONS.replace("accelerometer=()", "accelerometer=(self)")
    page.headers["Permissions-Policy"] = allowed.replace("gyroscope=()", "gyroscope=(self)")
    return page


@require_POST
def check_ins(request: Request) -> HttpResponse:
    """Keep a JSON list of check-ins that a device took by itself; answers how many were new."""
    return _stored(request, lambda body: take_check_ins(by=request.actor, reports=read_check_ins(body)))


@require_POST
def logs(request: Request) -> HttpResponse:
    """Keep a JSON list of log entries; answers how many were new."""
    return _stored(request, lambda body: actions.store_logs(by=request.actor, entries=read_logs(body)))


@require_POST
def notes(request: Request) -> HttpResponse:
    """Keep a JSON list of notes; answers how many were new."""
    return _stored(request, lambda body: actions.store_notes(by=request.actor, notes=read_notes(body)))


@require_POST
def remind(request: Request) -> HttpResponse:
    """Remind this browser two hours after a session."""
    return _subscribe(request, actions.keep_subscription)


@require_POST
def remind_no_more(request: Request) -> HttpResponse:
    """Remind this browser no more."""
    return _subscribe(request, actions.drop_subscription)


def after(request: Request) -> HttpResponse:
    """The questions after a session: all that can be answered now, or for Today the one that is due."""
    if request.method == "POST":
        return _take_answer(request)
    if "HX-Request" in request.headers:
        return _due(request)
    return _after_page(request)


def _take_answer(request: Request) -> HttpResponse:
    """Keep an answer; Today is opened anew, since its plan may be another one now."""
    try:
        actions.tell_after(by=request.actor, **read_told(request.POST)._asdict())
    except FormError as error:
        return _after_page(request, error)
    return redirect("today" if request.POST.get("back") == "today" else "after")


def _due(request: Request) -> HttpResponse:
    now = timezone.now()
    asks = next((one for one in queries.open_questions_for(request.actor, now) if one.is_due), None)
    told = queries.just_told(request.actor, now)
    if asks is None and told is None:
        return HttpResponse(status=204)
    if asks is not None:
        actions.note_shown(by=request.actor, asks=asks)
    shown = {"asks": asks, "said": choice_of(told).label if told else "", "back": "today"}
    return render(request, "practice/_after.html", shown)


def _after_page(request: Request, error: FormError | None = None) -> HttpResponse:
    questions = queries.open_questions_for(request.actor, timezone.now())
    keys = read_keys(settings.HOME)
    shown = {"questions": questions, "error": error, "push_key": keys.public if keys else ""}
    return render(request, "practice/after.html", shown, status=UNPROCESSABLE if error else 200)


def _subscribe(request: Request, change: Callable[..., None]) -> HttpResponse:
    if read_keys(settings.HOME) is None:
        return JsonResponse({"error": "Nobody turned reminders on here."}, status=404)
    try:
        change(by=request.actor, endpoint=read_endpoint(request.body))
    except FormError as error:
        return JsonResponse({"error": str(error)}, status=UNPROCESSABLE)
    return HttpResponse(status=204)


def _stored(request: Request, store: Callable[[bytes], int]) -> HttpResponse:
    """What a device sent is kept, all of it or nothing."""
    try:
        return JsonResponse({"stored": store(request.body)})
    except InputError as error:
        return JsonResponse({"error": str(error)}, status=UNPROCESSABLE)


def _known(request: Request) -> dict[str, Any]:
    """The facts of the last check-in and when it was told; without one, the worst of long ago."""
    check_in = last_finished(request.actor)
    if check_in is None:
        return {"facts": msgspec.to_builtins(Facts(age_minutes=0)), "told": NEVER.isoformat()}
    person = person_at(request.actor, check_in)
    return {"facts": msgspec.to_builtins(facts_of(person)), "told": check_in.created.isoformat()}
