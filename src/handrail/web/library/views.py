"""The library: every exercise by ladder, and one exercise with all there is to know."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import TypeVar

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET

from handrail.catalogue.loader import load_catalogue
from handrail.catalogue.model import Catalogue, Exercise
from handrail.catalogue.proposal import Proposal, with_proposal
from handrail.catalogue.quality import tier_of
from handrail.catalogue.search import index_of_shipped
from handrail.catalogue.words import Purpose
from handrail.errors import ContentError
from handrail.lint.run import findings_about
from handrail.person.words import Goal, Place, Support
from handrail.planner.constants import GOAL_NAMES
from handrail.web.accounts.requests import Request
from handrail.web.library.fit import fit
from handrail.web.library.forms import ProposalForm, words_of
from handrail.web.library.presenters import (
    SUPPORTS,
    TIERS,
    Wish,
    facts_of,
    found_views,
    rungs_of,
    shelves,
    usual_dose,
)

FILTERS_KEPT = 64
LONGEST_QUERY = 200
UNPROCESSABLE = 422
W = TypeVar("W", bound=Enum)


@require_GET
def library(request: Request) -> HttpResponse:
    """All exercises by ladder, those for one place, purpose, support or goal, or what a search finds."""
    asked = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    if asked:
        return _search(request, asked)
    wish = Wish(
        goal=_word(Goal, request.GET.get("goal")),
        purpose=_word(Purpose, request.GET.get("purpose")),
        place=_word(Place, request.GET.get("place")),
        support=_word(Support, request.GET.get("support")),
    )
    shown = {
        "shelves": _shelves_html(wish),
        "wish": wish,
        "goals": GOAL_NAMES,
        "purposes": Purpose,
        "places": Place,
        "supports": SUPPORTS,
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
        "rungs": rungs_of(catalogue.ladder_of(found), catalogue),
        "tier": TIERS[tier_of(found)],
        "kept": slug in person.repertoire,
        "has_figure": has_figure(found),
    }
    return render(request, "library/exercise.html", shown)


def propose(request: Request) -> HttpResponse:
    """A form for a new exercise; when it is right, its content file."""
    catalogue = load_catalogue()
    if request.method != "POST":
        like = catalogue.exercises.get(request.GET.get("like", ""))
        form = ProposalForm(catalogue, initial=words_of(like) if like else None)
        return render(request, "library/propose.html", {"form": form, "like": like})
    form = ProposalForm(catalogue, request.POST)
    findings: list[str] = []
    if form.is_valid():
        proposal = form.proposal()
        text = proposal.file(catalogue.ladder_of(catalogue[proposal.easier]))
        findings = _to_mend(catalogue, proposal, text)
        if not findings:
            shown = {"name": proposal.words["name"], "text": text, "file_name": f"{proposal.movement}.toml"}
            return render(request, "library/proposed.html", shown)
    return render(request, "library/propose.html", {"form": form, "findings": findings}, status=UNPROCESSABLE)


def _to_mend(catalogue: Catalogue, proposal: Proposal, text: str) -> list[str]:
    """What the linters of our own content say of a proposal, each once."""
    try:
        proposed = with_proposal(catalogue, proposal)
    except ContentError as error:
        return [str(error)]
    found = findings_about(proposed, proposed[proposal.slug], text)
    return list(dict.fromkeys(finding.text for finding in found))


@require_GET
def still(_request: Request, slug: str) -> HttpResponse:
    """The drawing of an exercise, as a strip of its key poses."""
    return _picture(_still(_drawn(slug)))


@require_GET
def moving(request: Request, slug: str) -> HttpResponse:
    """The drawing of an exercise that moves: a picture of its own, or a piece of the exercise's page."""
    drawn = _moving(_drawn(slug))
    if "HX-Request" in request.headers:
        return render(request, "library/_moving.html", {"exercise": _found(slug), "drawing": drawn})
    return _picture(drawn)


@require_GET
def held(request: Request, slug: str) -> HttpResponse:
    """The still drawing again, as a piece of the exercise's page."""
    return render(request, "library/_still.html", {"exercise": _found(_drawn(slug)), "swapped": True})


def _picture(drawing: str) -> HttpResponse:
    response = HttpResponse(drawing, content_type="image/svg+xml")
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


def _drawn(slug: str) -> str:
    """The slug of an exercise that has a figure."""
    from handrail.figure.files import has_figure

    if not has_figure(_found(slug)):
        raise Http404
    return slug


def _search(request: Request, asked: str) -> HttpResponse:
    catalogue = load_catalogue()
    slugs = index_of_shipped().search(asked)
    views = found_views([catalogue[slug] for slug in slugs], request.person, catalogue)
    return render(request, "library/found.html", {"q": asked, "found": views})


def _word(kind: type[W], value: str | None) -> W | None:
    """The word of an address, or None for one that we do not know."""
    return next((word for word in kind if word.value == value), None)


def _found(slug: str) -> Exercise:
    if slug not in load_catalogue():
        raise Http404
    return load_catalogue()[slug]


@lru_cache(maxsize=64)
def _still(slug: str) -> str:
    from handrail.figure.draw import still as draw

    return draw(load_catalogue()[slug])


@lru_cache(maxsize=64)
def _moving(slug: str) -> str:
    from handrail.figure.animate import moving as draw

    return draw(load_catalogue()[slug])


@lru_cache(maxsize=FILTERS_KEPT)
def _shelves_html(wish: Wish) -> str:
    """The list is the same for everybody, so it is written once a process."""
    return render_to_string("library/_shelves.html", {"shelves": shelves(load_catalogue(), wish)})
