"""A person's own pages: four short screens, what they keep, and their file."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from django.http import Http404, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from handrail.catalogue.loader import load_catalogue
from handrail.errors import InputError, StorageError
from handrail.person.readiness import Due, due
from handrail.safety.advice import read_again_advice
from handrail.session.emergency import COUNTRIES
from handrail.web.accounts.requests import Request
from handrail.web.profile import actions, forms, wording
from handrail.web.profile.models import CheckIn, Profile
from handrail.web.profile.openings import openings
from handrail.web.profile.queries import file_of, profile_of, restart_told
from handrail.web.profile.questions import Answers, asked, laid_over, value_at

UNPROCESSABLE, UNAVAILABLE = 422, 503
SENT_WITH_A_FILE = "file"


class Screen(NamedTuple):
    """One of the four screens: its page, how it reads and shows answers, and what comes next.

    `names` are the questions that can be open; `check` refuses what cannot be right.
    """

    page: str
    read: Callable[[QueryDict, Answers], Answers]
    show: Callable[[Answers], dict[str, Any]]
    next: str
    names: Collection[str] = ()
    check: Callable[[Answers], None] | None = None


@require_GET
def you(request: Request) -> HttpResponse:
    """Everything of one's own, and what is still open."""
    open_now = {name: len(set(screen.names) & request.person.unanswered) for name, screen in SCREENS.items()}
    shown = {"open": open_now, "person": request.person, "read_again": read_again_advice(request.person)}
    return render(request, "profile/you.html", shown)


def intake(request: Request, screen: str) -> HttpResponse:
    """One of the four screens: show it, or save what it sends."""
    if request.method != "POST":
        return _screen_page(request, SCREENS[screen], profile_of(request.actor))
    return _save_screen(request, SCREENS[screen])


@require_POST
def take_back_restart(request: Request) -> HttpResponse:
    """A check-in told of a stay in hospital or a new dose by mistake."""
    told = _restart_to_read_for(request)
    if told is not None:
        actions.take_back_restart(by=request.actor, told=told)
    return redirect("today")


def moments(request: Request) -> HttpResponse:
    """The screen of moments; its add and remove buttons save nothing."""
    rows = forms.rows_after(request.POST) if request.method == "POST" else None
    if rows is None:
        return intake(request, "moments")
    profile = profile_of(request.actor)
    profile.answers = {**profile.answers, "moments": rows}
    return _screen_page(request, SCREENS["moments"], profile)


@require_GET
def repertoire(request: Request) -> HttpResponse:
    """The exercises that the person keeps."""
    catalogue = load_catalogue()
    shown = {
        "kept": [catalogue[slug] for slug in request.person.repertoire],
        "dropped": catalogue.exercises.get(request.GET.get("dropped", "")),
    }
    return render(request, "profile/repertoire.html", shown)


@require_POST
def keep_exercise(request: Request, slug: str) -> HttpResponse:
    """Keep an exercise of the library."""
    if slug not in load_catalogue():
        raise Http404
    actions.keep_exercise(by=request.actor, slug=slug)
    return redirect("exercise", slug)


@require_POST
def drop_exercise(request: Request, slug: str) -> HttpResponse:
    """Keep an exercise no longer; the page that follows can undo it."""
    actions.drop_exercise(by=request.actor, slug=slug)
    return redirect(f"{reverse('repertoire')}?dropped={slug}")


@require_GET
def person_file(request: Request) -> HttpResponse:
    """Everything answered and done, as a person file."""
    response = JsonResponse(file_of(request.actor, request.person), json_dumps_params={"indent": 1})
    response.headers["Content-Disposition"] = 'attachment; filename="handrail-person.json"'
    return response


def bring_file(request: Request) -> HttpResponse:
    """Put the answers of a person file in place of those here."""
    if request.method != "POST":
        return render(request, "profile/bring_file.html")
    sent = request.FILES.get(SENT_WITH_A_FILE)
    try:
        actions.replace_answers(by=request.actor, answers=forms.person_file(sent), name=str(sent))
    except InputError as error:
        return render(request, "profile/bring_file.html", {"error": error}, status=UNPROCESSABLE)
    return redirect("you")


def erase(request: Request) -> HttpResponse:
    """Erase everything, after a page that asks once more."""
    if request.method != "POST":
        return render(request, "profile/erase.html")
    try:
        actions.erase_everything(by=request.actor)
        page = render(request, "profile/erased.html")
    except StorageError as error:
        page = render(request, "profile/erased.html", {"error": error}, status=UNAVAILABLE)
    # A browser that knows the header forgets what its device kept as well.
    page.headers["Clear-Site-Data"] = '"cache", "storage"'
    return page


def _save_screen(request: Request, screen: Screen) -> HttpResponse:
    profile = profile_of(request.actor)
    part, seen = screen.read(request.POST, profile.answers), forms.number(request.POST, "version")
    reads_again = "screened" in part and due(request.person) is not None
    try:
        if screen.check is not None:
            screen.check(part)
        actions.save_answers(by=request.actor, part=part, seen=seen)
    except InputError as error:
        # Walking and health are shown as they stand: what was sent would undo a fall that was told since.
        if seen == profile.version or not screen.names:
            profile.answers = laid_over(profile.answers, part)
        return _screen_page(request, screen, profile, error)
    return redirect("today" if reads_again else screen.next)


def _screen_page(
    request: Request, screen: Screen, profile: Profile, error: InputError | None = None
) -> HttpResponse:
    shown = {
        **screen.show(profile.answers),
        "version": profile.version,
        "error": error,
        "openings": openings(request.person, screen.names, load_catalogue()),
        "read_again": read_again_advice(request.person),
        "may_take_back": _restart_to_read_for(request) is not None,
    }
    return render(request, screen.page, shown, status=UNPROCESSABLE if error else 200)


def _restart_to_read_for(request: Request) -> CheckIn | None:
    """The check-in that is why the readiness lines are to be read again, if one is."""
    return restart_told(request.actor) if due(request.person) is Due.RESTARTED else None


def _show_walking(answers: Answers) -> dict[str, Any]:
    return {"asked": asked(wording.WALKING, answers)}


def _show_readiness(answers: Answers) -> dict[str, Any]:
    lines = [(line, value_at(answers, f"screen.{line.name}")) for line in wording.READINESS]
    floor, cleared = asked([wording.FLOOR, wording.CLEARED], answers)
    return {"lines": lines, "floor": floor, "cleared": cleared}


def _show_home(answers: Answers) -> dict[str, Any]:
    told = answers.get("home") or {}
    return {
        "countries": COUNTRIES,
        "country": told.get("country"),
        "places": _ticks(wording.PLACES, told.get("places")),
        "equipment": _ticks(wording.EQUIPMENT, told.get("equipment")),
        "goals": _ticks(wording.GOALS, answers.get("goals")),
        "asked": asked([wording.WEAKER_SIDE], answers),
    }


def _show_moments(answers: Answers) -> dict[str, Any]:
    rows = answers.get("moments") or []
    taken = {row["name"] for row in rows}
    return {
        "rows": rows,
        "places": wording.PLACES,
        "days": wording.DAYS,
        "helpers": wording.HELPERS,
        "suggestions": [
            (number, name, wording.PLACES[place], minutes)
            for number, (name, place, minutes) in enumerate(wording.SUGGESTED_MOMENTS)
            if name not in taken
        ],
        "blank": len(wording.SUGGESTED_MOMENTS),
    }


def _ticks(words: Any, told: list[str] | None) -> list[tuple[str, str, bool]]:
    chosen = set(told or [])
    return [(word.value, label, word.value in chosen) for word, label in words.items()]


SCREENS = {
    "walking": Screen(
        "profile/walking.html",
        forms.walking,
        _show_walking,
        "intake-readiness",
        wording.WALKING_NAMES,
        forms.check_walking,
    ),
    "readiness": Screen(
        "profile/readiness.html",
        forms.readiness,
        _show_readiness,
        "intake-home",
        wording.READINESS_NAMES,
    ),
    "home": Screen("profile/home.html", forms.home, _show_home, "intake-moments"),
    "moments": Screen(
        "profile/moments.html", forms.moments, _show_moments, "today", check=forms.check_moments
    ),
}
