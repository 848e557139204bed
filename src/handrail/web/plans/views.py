"""Pages: today, the week's plan, somebody's routine made mine, and saved routines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from handrail.catalogue.loader import load_catalogue
from handrail.person.model import Person
from handrail.planner.model import Plan
from handrail.planner.routine import Routine
from handrail.reader.model import Card
from handrail.safety.model import Action, Advice
from handrail.web.accounts.requests import Request
from handrail.web.community import queries as community
from handrail.web.community.actions import read_again
from handrail.web.community.cards import as_cards
from handrail.web.plans import actions, presenters, queries
from handrail.web.plans.forms import RoutineForm
from handrail.web.plans.models import StoredPlan
from handrail.web.profile.queries import current_check_in


@require_GET
def today(request: Request) -> HttpResponse:
    """What is next: the first steps, the check-in, or today's bouts."""
    if "mobility" in request.person.unanswered:
        return render(request, "plans/first_steps.html", {"question": community.questions_for_all().last()})
    if current_check_in(request.actor) is None:
        return render(request, "plans/check_in_first.html")
    stored = _current(request)
    plan = queries.as_plan(stored)
    day = presenters.view_day(plan.days[0], load_catalogue()) if plan.days else None
    shown = {
        "stored": stored,
        "day": day,
        **_advised(plan),
        "moments": request.person.moments,
        "routines": list(queries.routines_for(request.actor)),
    }
    return render(request, "plans/today.html", shown)


@require_GET
def plan(request: Request) -> HttpResponse:
    """The week: what is planned and why, what is not and why, and advice."""
    stored = _current(request)
    plan = queries.as_plan(stored)
    shown = {
        "stored": stored,
        **_advised(plan),
        "days": presenters.view_days(plan, load_catalogue()),
        "left_out": presenters.view_left_out(plan, load_catalogue()),
        "checked_in": current_check_in(request.actor) is not None,
    }
    return render(request, "plans/plan.html", shown)


def make_mine(request: Request, post: UUID) -> HttpResponse:
    """Somebody's routine beside what fits this person today; saving makes it theirs."""
    found = community.post_for_all(post)
    if found is None:
        raise Http404
    read_again([found])
    decisions = community.decisions_by(request.actor, [found])[found.id]
    routine = _fitted(request, queries.cards_to_make_mine(found, decisions))
    form = RoutineForm(
        request.person.moments, request.POST or None, initial={"name": f"From “{found.question.title}”"[:100]}
    )
    if request.method == "POST" and form.is_valid():
        saved = actions.save_routine(by=request.actor, post=found, lines=routine.lines, **form.cleaned_data)
        return redirect("routine", saved.id)
    shown = {"post": found, "form": form, **_beside(request, routine)}
    return render(request, "plans/make_mine.html", shown, status=422 if form.errors else 200)


@require_GET
def routines(request: Request) -> HttpResponse:
    """Saved routines."""
    return render(request, "plans/routines.html", {"routines": queries.routines_for(request.actor)})


@require_GET
def routine(request: Request, routine: UUID) -> HttpResponse:
    """A saved routine, fitted to today's body."""
    saved = queries.routine_for(request.actor, routine)
    if saved is None:
        raise Http404
    shown = {"routine": saved, **_beside(request, _fitted(request, as_cards(saved.cards)))}
    return render(request, "plans/routine.html", shown)


def _current(request: Request) -> StoredPlan:
    return actions.current_plan(by=request.actor, person=_person(request), today=timezone.localdate())


def _advised(plan: Plan) -> dict[str, list[Advice]]:
    """What to do, and apart from it what only answering would open."""
    to_answer = [advice for advice in plan.advice if advice.action is Action.ANSWER]
    return {"advice": [one for one in plan.advice if one not in to_answer], "to_answer": to_answer}


def _person(request: Request) -> Person:
    """The person as a value: the request holds a lazy proxy, which msgspec and `replace` refuse."""
    return Person(**{field.name: getattr(request.person, field.name) for field in fields(Person)})


def _beside(request: Request, routine: Routine) -> dict[str, object]:
    """What the two columns show: the lines, and what the person has not answered."""
    return {
        "lines": presenters.view_routine(routine, load_catalogue()),
        "fits": any(line.item for line in routine.lines),
        "unanswered": request.person.unanswered,
        "checked_in": current_check_in(request.actor) is not None,
    }


def _fitted(request: Request, cards: Sequence[Card]) -> Routine:
    from handrail.planner.adapt import make_mine

    return make_mine(cards, _person(request), load_catalogue())
