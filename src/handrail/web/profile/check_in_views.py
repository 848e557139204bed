"""The pages of the check-in: each one asks one thing and is answered with one tap."""

from __future__ import annotations

from contextlib import suppress

from django.db import OperationalError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from handrail.safety.constants import SIGNS
from handrail.session.emergency import emergency_numbers
from handrail.web.accounts.requests import Request
from handrail.web.profile import actions
from handrail.web.profile.check_in import (
    ENERGY,
    HELPER,
    HURT,
    NEW,
    NEWS,
    RESTART,
    RISE,
    SIGNS_STEP,
    STEPS,
    Step,
    is_emergency,
    nothing_new,
    step_after,
)
from handrail.web.profile.queries import last_finished, newest_check_in

BEFORE_SIGNS = NEW[0]  # from here to the signs one comes also when nothing can be stored
SECOND_TAP_MS = 500  # nobody has read a page so soon: it is the other half of a double tap


def check_in(request: Request, step: str = NEWS.slug) -> HttpResponse:
    """Ask one step, or take its answer and go on."""
    if step not in STEPS:
        raise Http404
    asks = STEPS[step]
    if request.method != "POST":
        return _page(request, asks)
    if _is_second_tap(request):
        return redirect("check-in-step", asks.slug)
    if asks is NEWS:
        return _begin(request)
    if asks is SIGNS_STEP:
        return _take_signs(request)
    return _take(request, asks)


def _is_second_tap(request: Request) -> bool:
    """Whether the page that sends this had only just come."""
    shown, now = request.POST.get("shown", ""), _now_ms()
    is_a_time = shown.isdecimal() and len(shown) == len(str(now))
    return is_a_time and 0 <= now - int(shown) < SECOND_TAP_MS


def _now_ms() -> int:
    return int(timezone.now().timestamp() * 1000)


def _begin(request: Request) -> HttpResponse:
    something = NEWS.question.read(request.POST)
    if something is None:
        return _page(request, NEWS, forgot=True)
    if something:
        with suppress(OperationalError):
            actions.save_check_in(by=request.actor, answers={}, finished=False)
        return redirect("check-in-step", BEFORE_SIGNS.slug)
    answers = nothing_new(last_finished(request.actor))
    actions.save_check_in(by=request.actor, answers=answers, finished=False)
    return redirect("check-in-step", ENERGY.slug)


def _take_signs(request: Request) -> HttpResponse:
    told = [word for word in request.POST.getlist("signs") if word in SIGNS]
    if is_emergency(told):
        return _emergency(request, told)
    actions.add_to_check_in(by=request.actor, answers={"signs": told})
    return _go_on(request, SIGNS_STEP)


def _emergency(request: Request, told: list[str]) -> HttpResponse:
    """What to do now; it is said also when it cannot be stored."""
    with suppress(OperationalError):
        actions.add_to_check_in(by=request.actor, answers={"signs": told}, finished=True)
    call = emergency_numbers(request.person.home.country)
    return render(request, "profile/emergency.html", {"signs": [SIGNS[word] for word in told], "call": call})


def _take(request: Request, step: Step) -> HttpResponse:
    value = step.question.read(request.POST)
    if value is None:
        return _page(request, step, forgot=True)
    if step is BEFORE_SIGNS:
        with suppress(OperationalError):  # left unanswered it counts as the worst case
            actions.add_to_check_in(by=request.actor, answers={step.question.name: value})
    elif step in {HURT, RISE}:
        actions.note_fall(by=request.actor, **{step.question.name: value})
    elif step is RESTART:
        actions.tell_restart(by=request.actor, happened=value)
    elif step.slug == "near-fall":
        actions.add_to_check_in(by=request.actor, answers={}, near_falls=int(value))
    else:
        actions.add_to_check_in(
            by=request.actor, answers={step.question.name: value}, finished=step is HELPER
        )
    return _go_on(request, step)


def _go_on(request: Request, step: Step) -> HttpResponse:
    newest = newest_check_in(request.actor)
    following = step_after(
        step, newest.answers if newest else {}, asks_dose=request.person.screen.sedating_medicine
    )
    return redirect("check-in-step", following.slug) if following else redirect("today")


def _page(request: Request, step: Step, *, forgot: bool = False) -> HttpResponse:
    told = {
        "step": step,
        "question": step.question,
        "forgot": forgot,
        "is_first": step is NEWS,
        "shown": _now_ms(),
    }
    return render(request, "profile/check_in.html", told, status=422 if forgot else 200)
