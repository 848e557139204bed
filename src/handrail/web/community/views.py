"""Pages: the questions, one question with its cards, and bringing a saved page in."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from handrail.catalogue.loader import load_catalogue
from handrail.errors import FormError, InputError
from handrail.reader.model import Card, Link
from handrail.web.accounts.requests import Actor, Request
from handrail.web.community import actions, queries
from handrail.web.community.cards import as_cards
from handrail.web.community.forms import CorrectCardForm, ReplyForm, ThreadForm
from handrail.web.community.models import Post, Question
from handrail.web.community.presenters import CardView, mentions_in, view_post
from handrail.web.profile.actions import dismiss_card, forget_card, keep_card

UNPROCESSABLE = 422


@require_GET
def questions(request: Request) -> HttpResponse:
    """The list of questions."""
    return render(request, "community/questions.html", {"questions": queries.questions_for_all()})


@require_GET
def question(request: Request, question: UUID) -> HttpResponse:
    """A question with its posts, each card beside its words."""
    return _page(request, _question(question), ReplyForm())


@require_GET
def mentions(request: Request, slug: str) -> HttpResponse:
    """Where members mention an exercise: a page of its own, or a piece of the exercise's page."""
    catalogue = load_catalogue()
    if slug not in catalogue:
        raise Http404
    exercise = catalogue[slug]
    posts = queries.posts_mentioning(exercise.movement)
    shown = {"exercise": exercise, "mentions": mentions_in(posts, exercise.movement)}
    piece = "HX-Request" in request.headers
    return render(request, "community/_mentions.html" if piece else "community/mentions.html", shown)


@require_POST
def reply(request: Request, question: UUID) -> HttpResponse:
    """Add a reply to a question."""
    found = _question(question)
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    post = actions.reply(by=request.actor, question=found, text=form.cleaned_data["text"])
    return redirect(f"{reverse('question', args=[found.id])}#post-{post.id}")


def import_thread(request: Request) -> HttpResponse:
    """Bring a saved page in, from a file or pasted."""
    if request.method != "POST":
        return render(request, "community/import_thread.html", {"form": ThreadForm()})
    form = ThreadForm(request.POST, request.FILES)
    if form.is_valid():
        raw, name = form.page()
        try:
            return redirect("question", actions.import_thread(by=request.actor, raw=raw, name=name).id)
        except InputError as error:
            form.add_error(None, str(error))
    return render(request, "community/import_thread.html", {"form": form}, status=UNPROCESSABLE)


@require_POST
def confirm_card(request: Request, post: UUID, start: int) -> HttpResponse:
    """Keep a card as the exercise the reader linked it to, or as one of its choices."""
    found, card = _card(post, start)
    slug = request.POST.get("exercise", "")
    if card.negated or slug not in {card.exercise, *card.choices}:
        raise FormError("That exercise is not one of this card's.", "Go back and choose one of those shown.")
    keep_card(by=request.actor, post=found.id, card=replace(card, exercise=slug, link=Link.SURE))
    return _card_answer(request, found, start)


def correct_card(request: Request, post: UUID, start: int) -> HttpResponse:
    """Choose another exercise for a card, and mend the numbers that its text has."""
    found, card = _card(post, start)
    form = CorrectCardForm(card, load_catalogue(), request.POST or None)
    if request.method == "POST" and form.is_valid():
        keep_card(by=request.actor, post=found.id, card=form.corrected())
        return redirect(_address(found, start))
    shown = {"form": form, "view": _view(request.actor, found, start)}
    return render(request, "community/correct_card.html", shown, status=UNPROCESSABLE if form.errors else 200)


@require_POST
def put_card_away(request: Request, post: UUID, start: int) -> HttpResponse:
    """Put a card away: it is not wanted, or not an exercise."""
    found, card = _card(post, start)
    dismiss_card(by=request.actor, post=found.id, card=card)
    return _card_answer(request, found, start)


@require_POST
def undo_card(request: Request, post: UUID, start: int) -> HttpResponse:
    """Take back what was decided about a card."""
    found, card = _card(post, start)
    forget_card(by=request.actor, post=found.id, card=card)
    return _card_answer(request, found, start)


def _page(request: Request, question: Question, form: ReplyForm) -> HttpResponse:
    posts = queries.posts_for_all(question)
    actions.read_again(posts)
    decisions = queries.decisions_by(request.actor, posts)
    views = [view_post(post, decisions[post.id], load_catalogue()) for post in posts]
    shown = {"question": question, "posts": views, "form": form}
    return render(request, "community/question.html", shown, status=UNPROCESSABLE if form.errors else 200)


def _card_answer(request: Request, post: Post, start: int) -> HttpResponse:
    """The card alone for a page that swaps it in place, else the page at the card."""
    if "HX-Request" not in request.headers:
        return redirect(_address(post, start))
    return render(
        request, "community/_card.html", {"view": _view(request.actor, post, start), "swapped": True}
    )


def _address(post: Post, start: int) -> str:
    return f"{reverse('question', args=[post.question_id])}#card-{post.id}-{start}"


def _question(question: UUID) -> Question:
    found = queries.question_for_all(question)
    if found is None:
        raise Http404
    return found


def _card(post: UUID, start: int) -> tuple[Post, Card]:
    found = queries.post_for_all(post)
    if found is None:
        raise Http404
    actions.read_again([found])
    card = next((card for card in as_cards(found.cards) if card.start == start), None)
    if card is None:
        raise Http404
    return found, card


def _view(actor: Actor, post: Post, start: int) -> CardView:
    decisions = queries.decisions_by(actor, [post])[post.id]
    views = view_post(post, decisions, load_catalogue()).cards
    return next(view for view in views if view.card.start == start)
