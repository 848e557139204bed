"""Pages: today, the week's plan, somebody's routine made mine, and saved routines."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from handrail.catalogue.loader import load_catalogue
from handrail.errors import FormError
from handrail.person.model import Person
from handrail.planner.model import PLANNED_THERE, Must, Plan, WhyNot
from handrail.planner.room import Where, item_at
from handrail.planner.routine import Routine
from handrail.planner.slots import find_slot, week_of
from handrail.reader.model import Card
from handrail.safety.advice import READ_AGAIN, read_again_advice
from handrail.safety.model import Action
from handrail.session.emergency import emergency_numbers
from handrail.web.accounts.requests import Request
from handrail.web.community import queries as community
from handrail.web.community.actions import read_again
from handrail.web.community.cards import as_cards
from handrail.web.plans import actions, presenters, queries
from handrail.web.plans.calendar import calendar_of
from handrail.web.plans.forms import RoutineForm, read_edit, read_moment
from handrail.web.plans.models import PlanEdit, StoredPlan
from handrail.web.plans.planning import why_not as why_not_there
from handrail.web.profile.openings import first_open_page
from handrail.web.profile.queries import current_check_in

UNPROCESSABLE = 422
_COMES_FIRST = frozenset({Action.EMERGENCY, Action.CLINICIAN, Action.REST})


@require_GET
def today(request: Request) -> HttpResponse:
    """What is next: the first steps, the check-in, or today's bouts."""
    if "mobility" in request.person.unanswered:
        return render(request, "plans/first_steps.html", {"question": community.questions_for_all().last()})
    if current_check_in(request.actor) is None:
        context = {"read_again": read_again_advice(request.person)}
        return render(request, "plans/check_in_first.html", context)
    stored = _current(request)
    plan = queries.as_plan(stored)
    day = presenters.view_day(plan.days[0], load_catalogue()) if plan.days else None
    shown = {
        "stored": stored,
        "day": day,
        **_advised(plan, request.person),
        "may_play": not any(one.action in _COMES_FIRST for one in plan.advice),
        "done": presenters.done_on(request.person, timezone.localdate()),
        "moments": request.person.moments,
        "routines": list(queries.routines_for(request.actor)),
    }
    return render(request, "plans/today.html", shown)


@require_GET
def plan(request: Request) -> HttpResponse:
    """The week: what is planned and why, what is not and why, advice, and the last change."""
    return _week(request)


def edit(request: Request) -> HttpResponse:
    """Change an item of the week, or say why it stays."""
    if request.method != "POST":
        return redirect("plan")
    try:
        made = read_edit(request.POST, load_catalogue())
        row = actions.make_edit(by=request.actor, person=request.person, edit=made)
    except FormError as error:
        return _week(request, error)
    return _said(row)


def undo(request: Request, edit: UUID) -> HttpResponse:
    """Take the last change back."""
    if request.method != "POST":
        return redirect("plan")
    try:
        row = actions.undo_edit(by=request.actor, edit=edit, today=timezone.localdate())
    except FormError as error:
        return _week(request, error)
    return _said(row)


def have_again(request: Request, slug: str) -> HttpResponse:
    """Let an exercise into plans again."""
    if request.method == "POST":
        actions.have_again(by=request.actor, slug=slug)
    return redirect("plan")


@require_GET
def why_not(request: Request, slug: str) -> HttpResponse:
    """Why an exercise does not stand in a moment of the week, the moments to choose from first."""
    catalogue = load_catalogue()
    if slug not in catalogue:
        raise Http404
    week, asked = presenters.view_moments(request.person, catalogue), request.GET.get("at")
    shown: dict[str, object] = {"exercise": catalogue[slug], "week": week, "asked": asked}
    if asked is None:
        return render(request, "plans/why_not.html", shown)
    try:
        where = read_moment(asked)
        shown |= presenters.view_why_not(_why_not(request, slug, where), where, catalogue)
    except FormError as error:
        return render(request, "plans/why_not.html", {**shown, "error": error}, status=UNPROCESSABLE)
    return render(request, "plans/why_not.html", shown)


@require_GET
def calendar(request: Request) -> HttpResponse:
    """The week's moments as a file for a calendar."""
    stored = _current(request)
    content = calendar_of(queries.as_plan(stored), request.actor.id, stored.made)
    disposition = {"Content-Disposition": 'attachment; filename="handrail.ics"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=disposition)


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
    return render(request, "plans/make_mine.html", shown, status=UNPROCESSABLE if form.errors else 200)


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


def _week(request: Request, error: FormError | None = None) -> HttpResponse:
    person, catalogue = request.person, load_catalogue()
    stored = _current(request)
    plan = queries.as_plan(stored)
    said, last = _asked_about(request), queries.last_edit(request.actor, person.today.date)
    shown = {
        "error": error,
        "stored": stored,
        **_advised(plan, request.person),
        "days": presenters.view_days(plan, person, catalogue),
        "left_out": presenters.view_left_out(plan, catalogue),
        "not_for_me": [exercise for exercise in catalogue if exercise.slug in person.avoid],
        "said": presenters.view_said(said, catalogue) if said else "",
        "last": last,
        "last_in_words": presenters.view_last(last, catalogue) if last and last != said else "",
        "opened": {one for row in (said, last) if row for one in (row.day, row.other_day)},
        "checked_in": current_check_in(request.actor) is not None,
    }
    return render(request, "plans/plan.html", shown, status=UNPROCESSABLE if error else 200)


def _why_not(request: Request, slug: str, where: Where) -> WhyNot:
    person = request.person
    at = find_slot(week_of(person, load_catalogue()), *where)
    if at is None:
        raise FormError("You have no such moment on that day.", "Choose one below.")
    if item_at(queries.as_plan(_current(request)), where, slug):
        return PLANNED_THERE
    answer = why_not_there(person, Must(*at, slug))
    if answer is None:
        raise FormError("We could not work that out just now.", "Ask again in a moment. " + actions.AS_IT_WAS)
    return answer


def _asked_about(request: Request) -> PlanEdit | None:
    """The change that the page was opened to tell about."""
    try:
        return queries.edit_for(request.actor, UUID(request.GET.get("change", "")))
    except ValueError:
        return None


def _said(row: PlanEdit) -> HttpResponse:
    return redirect(f"{reverse('plan')}?change={row.id}#said")


def _current(request: Request) -> StoredPlan:
    return actions.current_plan(by=request.actor, person=request.person, today=timezone.localdate())


def _advised(plan: Plan, person: Person) -> dict[str, object]:
    """What to do, and apart from it which lines to read again, and what only answering would open.

    In an emergency there is nothing to answer, only whom to call.
    """
    again = next((one for one in plan.advice if one.rule == READ_AGAIN), None)
    advice = [one for one in plan.advice if one.action is not Action.ANSWER]
    shown: dict[str, object] = {"advice": advice, "read_again": again}
    if any(one.action is Action.EMERGENCY for one in advice):
        return shown | {"call": emergency_numbers(person.home.country)}
    answer_at = first_open_page(person)
    if answer_at == "check-in" and any(bout.items for day in plan.days for bout in day.bouts):
        return shown  # only today waits, and the page says so
    to_answer = [one for one in plan.advice if one.action is Action.ANSWER and one is not again]
    return shown | {"to_answer": to_answer, "answer_at": answer_at}


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

    return make_mine(cards, request.person, load_catalogue())
