"""Posts and cards as a page shows them: each card beside the very words it came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from handrail.catalogue.model import Catalogue, Exercise
from handrail.reader.model import Card, Link
from handrail.reader.sentence import dose_in_words, echo
from handrail.web.community.cards import as_cards
from handrail.web.community.hazards import Hazard, hazards, hazards_of
from handrail.web.community.models import Post
from handrail.web.profile.models import KeptCard

FIELD_NAMES = {
    "position": "Position",
    "side": "Side",
    "sets": "Sets",
    "reps": "How many",
    "hold_s": "Hold",
    "duration_s": "How long",
    "frequency_per_day": "Times a day",
    "frequency_per_week": "Times a week",
    "equipment": "With",
    "support": "Hold on to",
    "spotter": "Somebody there",
    "eyes_closed": "Eyes",
    "targets": "For",
    "negated": "Not done",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a post's text and the numbers of the cards it is the words of.

    `opens` are the numbers of the cards whose words begin here.
    """

    text: str
    numbers: tuple[int, ...]
    opens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A field of a card and the words it was read from."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A card that speaks of an exercise, with the post it stands in."""

    post: Post
    card: Card

    @property
    def hazards(self) -> tuple[Hazard, ...]:
        """Reasons for care."""
        return hazards_of(self.card, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A card as a page shows it. `kept` is the exercise that the person kept for it."""

    post: Post
    number: int
    card: Card
    exercise: Exercise | None
    choices: tuple[Exercise, ...]
    kept: Exercise | None
    put_away: bool

    @property
    def sentence(self) -> str:
        """The card as one plain sentence."""
        return echo(self.card)

    @property
    def dose(self) -> str:
        """The author's own dose in words."""
        return dose_in_words(self.card)

    @property
    def hazards(self) -> tuple[Hazard, ...]:
        """Reasons for care."""
        return hazards_of(self.card, self.exercise)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Each field that is not empty, with the words it was read from."""
        trace = self.card.trace
        text = self.post.text
        return tuple(
            Source(name, tuple(text[start:end] for start, end in trace[field]))
            for field, name in FIELD_NAMES.items()
            if trace.get(field)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PostView:
    """A post with its text cut at its cards' words."""

    post: Post
    stretches: tuple[Stretch, ...]
    cards: tuple[CardView, ...]

    @property
    def hazards(self) -> tuple[Hazard, ...]:
        """Reasons for care in the whole post, each once."""
        of_cards = {hazard for view in self.cards for hazard in view.hazards}
        return tuple(h for h in hazards() if h in of_cards or h.is_said_in(self.post.text))


def view_post(post: Post, decisions: Mapping[int, KeptCard], catalogue: Catalogue) -> PostView:
    """A post as a page shows it; `decisions` are the person's own, by where a card's words start."""
    cards = as_cards(post.cards)
    views = tuple(
        _view_card(post, number, card, decisions.get(card.start), catalogue)
        for number, card in enumerate(cards, start=1)
    )
    return PostView(post=post, stretches=tuple(cut(post.text, cards)), cards=views)


def cut(text: str, cards: Sequence[Card]) -> list[Stretch]:
    """A text in runs that each belong to the same cards; joined, they are the text."""
    numbered = list(enumerate(cards, start=1))
    edges = sorted({0, len(text), *(card.start for card in cards), *(card.end for card in cards)})
    return [
        Stretch(
            text[start:end],
            tuple(number for number, card in numbered if card.start <= start and end <= card.end),
            tuple(number for number, card in numbered if card.start == start),
        )
        for start, end in pairwise(edges)
    ]


def _view_card(
    post: Post, number: int, card: Card, decision: KeptCard | None, catalogue: Catalogue
) -> CardView:
    known = [catalogue[slug] for slug in card.choices if slug in catalogue]
    kept = decision is not None and decision.state == KeptCard.State.KEPT
    return CardView(
        post=post,
        number=number,
        card=card,
        exercise=catalogue[card.exercise] if card.exercise and card.exercise in catalogue else None,
        choices=tuple(known) if card.link is Link.CHOOSE else (),
        kept=catalogue.exercises.get(decision.exercise) if decision and kept else None,
        put_away=decision is not None and not kept,
    )


def mentions_in(posts: Iterable[Post], movement: str) -> list[Mention]:
    """The cards of these posts that speak of a way of doing the movement."""
    return [
        Mention(post, card)
        for post in posts
        for card in as_cards(post.cards)
        if card.exercise is not None and card.exercise.startswith(f"{movement}-")
    ]
