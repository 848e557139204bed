"""Pages and addresses of a session: the player, and where its logs arrive."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from handrail.catalogue.loader import load_catalogue
from handrail.errors import InputError
from handrail.person.model import Person
from handrail.planner.model import Bout
from handrail.safety.conditions import Facts
from handrail.safety.gate import ordinary_day
from handrail.session.game import NoGame, offer_game
from handrail.session.timeline import build_timeline, facts_of
from handrail.web.accounts.requests import Request
from handrail.web.common.assets import asset_url
from handrail.web.common.errors import refusal
from handrail.web.common.permissions import PERMISSIONS
from handrail.web.plans.queries import bout_for, kept_bout, kept_sessions
from handrail.web.practice import actions
from handrail.web.practice.forms import read_check_ins, read_logs
from handrail.web.profile.actions import take_check_in
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
    addresses = [(str(day), moment) for day, moment in kept_sessions(request.actor)]
    pages = {reverse("session", args=address): reverse("kept-session", args=address) for address in addresses}
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
        "ticker": asset_url("ticker.js"),
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
        "ticker": asset_url("ticker.js"),
    }
    page = render(request, "practice/game.html", {"game": offer, "data": data})
    # The tilt of the phone; no other page may feel it.
    allowed = PERMISSIONS.replace("accelerometer=()", "accelerometer=(self)")
    page.headers["Permissions-Policy"] = allowed.replace("gyroscope=()", "gyroscope=(self)")
    return page


@require_POST
def check_ins(request: Request) -> HttpResponse:
    """Keep a JSON list of check-ins that a device took by itself; answers how many were new."""
    try:
        reports = read_check_ins(request.body)
        stored = sum(take_check_in(by=request.actor, report=report) for report in reports)
    except InputError as error:
        return JsonResponse({"error": str(error)}, status=UNPROCESSABLE)
    return JsonResponse({"stored": stored})


@require_POST
def logs(request: Request) -> HttpResponse:
    """Keep a JSON list of log entries; answers how many were new."""
    try:
        entries = read_logs(request.body)
    except InputError as error:
        return JsonResponse({"error": str(error)}, status=UNPROCESSABLE)
    return JsonResponse({"stored": actions.store_logs(by=request.actor, entries=entries)})


def _known(request: Request) -> dict[str, Any]:
    """The facts of the last check-in and when it was told; without one, the worst of long ago."""
    check_in = last_finished(request.actor)
    if check_in is None:
        return {"facts": msgspec.to_builtins(Facts(age_minutes=0)), "told": NEVER.isoformat()}
    person = person_at(request.actor, check_in)
    return {"facts": msgspec.to_builtins(facts_of(person)), "told": check_in.created.isoformat()}
