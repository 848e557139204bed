"""The library: every exercise by ladder, and one exercise with all there is to know."""

from __future__ import annotations

from functools import lru_cache

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET

from handrail.catalogue.loader import load_catalogue
from handrail.catalogue.model import Exercise
from handrail.catalogue.words import Purpose
from handrail.person.words import Place
from handrail.web.accounts.requests import Request
from handrail.web.library.fit import fit
from handrail.web.library.presenters import facts_of, shelves, usual_dose

FILTERS_KEPT = 32


@require_GET
def library(request: Request) -> HttpResponse:
    """All exercises by ladder, or those for one place or one purpose."""
    place = next((word for word in Place if word.value == request.GET.get("place")), None)
    purpose = next((word for word in Purpose if word.value == request.GET.get("purpose")), None)
    shown = {
        "shelves": _shelves_html(place, purpose),
        "place": place,
        "purpose": purpose,
        "places": Place,
        "purposes": Purpose,
        "count": len(load_catalogue()),
    }
    return render(request, "library/library.html", shown)


@require_GET
def exercise(request: Request, slug: str) -> HttpResponse:
    """One exercise: how to do it, when to stop, where it stands, and whether it fits today."""
    from handrail.figure.files import has_figure

    found = _found(slug)
    catalogue = load_catalogue()
    person = request.person
    shown = {
        "exercise": found,
        "facts": facts_of(found),
        "dose": usual_dose(found, person.mobility),
        "fit": fit(found, person, catalogue),
        "ladder": catalogue.ladder_of(found),
        "rungs": [catalogue[rung] for rung in catalogue.ladder_of(found).rungs],
        "kept": slug in person.repertoire,
        "has_figure": has_figure(found),
    }
    return render(request, "library/exercise.html", shown)


@require_GET
def still(_request: Request, slug: str) -> HttpResponse:
    """The drawing of an exercise."""
    found = _found(slug)
    from handrail.figure.files import has_figure

    if not has_figure(found):
        raise Http404
    response = HttpResponse(_still(slug), content_type="image/svg+xml")
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


def _found(slug: str) -> Exercise:
    if slug not in load_catalogue():
        raise Http404
    return load_catalogue()[slug]


@lru_cache(maxsize=64)
def _still(slug: str) -> str:
    from handrail.figure.draw import still as draw

    return draw(load_catalogue()[slug])


@lru_cache(maxsize=FILTERS_KEPT)
def _shelves_html(place: Place | None, purpose: Purpose | None) -> str:
    """The list is the same for everybody, so it is written once a process."""
    return render_to_string("library/_shelves.html", {"shelves": shelves(load_catalogue(), place, purpose)})
