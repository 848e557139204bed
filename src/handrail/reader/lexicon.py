"""What the reader knows exercises by: the catalogue's names and synonyms, and ``reader_movements.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Any

from handrail.catalogue.model import Catalogue, Exercise
from handrail.catalogue.stem import stem
from handrail.catalogue.words import Purpose
from handrail.reader.phrases import PhraseBook, book_of
from handrail.reader.spelling import Spelling, spelling_of
from handrail.reader.words import table

_ARTICLES = frozenset({"a", "an", "the", "my", "your", "one's"})


class Kind(IntEnum):
    """How a text speaks of an exercise, from the surest to the least sure."""

    NAMED = 0
    DESCRIBED = 1
    EVERYDAY = 2


@dataclass(frozen=True, slots=True)
class Movement:
    """An exercise as texts name it.

    `still` movements are positions that are kept. `when` gives narrower terms by a
    position or a thing that the text names. `slugs` are movements of the catalogue.
    `plain` ones say little: any other that shares their words wins. A `thing` counts as
    an exercise only where no other is done with it.
    """

    term: str
    still: bool
    when: Mapping[str, str]
    slugs: tuple[str, ...]
    plain: bool = False
    thing: bool = False


Entry = tuple[str, Kind]


@dataclass(frozen=True)
class Lexicon:
    """Movements by term, the book that finds them, and the spelling of its words.

    `follows` gives what "stretch my ..." and "walk ..." go on to name, by the verb and the word.
    """

    movements: Mapping[str, Movement]
    book: PhraseBook[Entry]
    follows: Mapping[str, Mapping[str, str]]
    spelling: Spelling


def lexicon_of(catalogue: Catalogue) -> Lexicon:
    """The lexicon for a catalogue, built once."""
    return _lexicon(tuple(_shelf_entry(rungs[0]) for rungs in catalogue.movements.values()))


ShelfEntry = tuple[str, str, bool, tuple[str, ...]]


def _shelf_entry(exercise: Exercise) -> ShelfEntry:
    still = exercise.purpose is Purpose.STRETCH or exercise.term.endswith(("stance", "plank", "sitting"))
    return exercise.movement, exercise.term, still, (exercise.term, *exercise.synonyms)


@cache
def _lexicon(shelf: tuple[ShelfEntry, ...]) -> Lexicon:
    ours = table("movements")["movement"]
    # The first movement to name a slug is the one that the catalogue's own names stand for.
    terms = {slug: entry["term"] for entry in reversed(ours) for slug in entry.get("slugs", ())}
    movements = {entry["term"]: _movement(entry, shelf) for entry in ours}
    for slug, term, still, _ in shelf:
        if slug not in terms and term not in movements:
            movements[term] = Movement(term, still, {}, (slug,))
    terms |= {slug: term for slug, term, _, _ in shelf if term in movements}
    phrases = [*_our_phrases(ours), *_catalogue_phrases(shelf, terms)]
    book = book_of(phrases)
    follows = {
        verb: {stem(word): term for word, term in terms.items()}
        for verb, terms in table("movements")["follows"].items()
    }
    missing = {term: Movement(term, still=True, when={}, slugs=()) for term in follows["stretch"].values()}
    known = book.stems.union(*follows.values())
    return Lexicon(missing | movements, book, follows, spelling_of(known))


def _movement(entry: dict[str, Any], shelf: tuple[ShelfEntry, ...]) -> Movement:
    same_term = tuple(slug for slug, term, _, _ in shelf if term == entry["term"])
    slugs = tuple(entry.get("slugs", same_term))
    marks = {key: entry.get(key, False) for key in ("plain", "thing")}
    return Movement(entry["term"], entry.get("still", False), entry.get("when", {}), slugs, **marks)


def _our_phrases(ours: list[dict[str, Any]]) -> Iterator[tuple[str, Entry]]:
    for kind in Kind:
        for entry in ours:
            for phrase in entry.get(kind.name.lower(), ()):
                yield phrase, (entry["term"], kind)


def _catalogue_phrases(
    shelf: tuple[ShelfEntry, ...], terms: Mapping[str, str]
) -> Iterator[tuple[str, Entry]]:
    """The catalogue's names. One word alone may mean much else; a synonym may be part of a how-to."""
    for slug, term, _, names in shelf:
        for phrase in map(_as_phrase, names):
            named = Kind.NAMED if phrase == term else Kind.DESCRIBED
            yield phrase, (terms.get(slug, term), named if " " in phrase else Kind.EVERYDAY)


def _as_phrase(name: str) -> str:
    """A name in the language of phrases; its small words may be missing or others."""
    words = re.findall(r"[^\W_]+(?:'[^\W_]+)*", name.lower())
    return " ".join("<my>?" if word in _ARTICLES else word for word in words)
