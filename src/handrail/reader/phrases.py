"""The small language that word lists are written in, and a book of phrases to search with.

A phrase is words with spaces between them, matched by stem within one sentence:

========== =====================================================================
``lift``   the word, in any of its forms; ``a|b`` one of several
``<leg>``  a word of the class ``leg`` in ``reader_words.toml``
``my?``    may be there
``..``     up to three words between, across no mark
``...``    up to eight words between, across commas and brackets too
``{reps}`` a number or a range, caught under that name
``^``      the beginning of a sentence
========== =====================================================================
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Generic, TypeVar

from handrail.catalogue.stem import stem
from handrail.reader.text import Token
from handrail.reader.words import table

Label = TypeVar("Label")

NEAR_WORDS = 3
FAR_WORDS = 8
_START = "^"
_NUMBER = "{}"


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a phrase: words to choose from, a number to catch, or a gap."""

    words: frozenset[str] = frozenset()
    catch: str = ""
    gap: int = 0
    optional: bool = False

    def takes(self, token: Token) -> bool:
        """Whether the token can stand here."""
        return token.amount is not None if self.catch else token.stem in self.words


@dataclass(frozen=True, slots=True)
class Match(Generic[Label]):
    """Where a phrase stands: tokens ``[first, last)``, and the tokens it caught by name.

    `size` is how many words the phrase has: the more, the more it says.
    """

    label: Label
    first: int
    last: int
    size: int
    caught: dict[str, int] = field(default_factory=dict)

    def overlaps(self, other: Match[Label]) -> bool:
        """Whether the two share a token."""
        return self.first < other.last and other.first < self.last


@dataclass(frozen=True)
class PhraseBook(Generic[Label]):
    """Labelled phrases, indexed by the words they may begin with."""

    index: dict[str, list[tuple[tuple[Element, ...], Label]]]

    def find(
        self, tokens: Sequence[Token], first: int = 0, last: int | None = None
    ) -> Iterator[Match[Label]]:
        """All matches in ``tokens[first:last]``, by place; at each place one a label, the longest."""
        last = len(tokens) if last is None else last
        for at in range(first, last):
            longest: dict[Label, Match[Label]] = {}
            for elements, label in self._beginning_at(tokens[at], is_first=at == first):
                caught: dict[str, int] = {}
                end = _end(elements, tokens, at, last, caught)
                if end is not None and (label not in longest or end > longest[label].last):
                    longest[label] = Match(label, at, end, _size(elements), caught)
            yield from longest.values()

    def _beginning_at(self, token: Token, *, is_first: bool) -> Iterator[tuple[tuple[Element, ...], Label]]:
        yield from self.index.get(token.stem, ())
        if token.amount is not None:
            yield from self.index.get(_NUMBER, ())
        if is_first:
            yield from self.index.get(_START, ())

    @property
    def stems(self) -> frozenset[str]:
        """Every stem the phrases are made of."""
        elements = (element for entries in self.index.values() for entry, _ in entries for element in entry)
        return frozenset(word for element in elements for word in element.words)


def book_of(phrases: Iterable[tuple[str, Label]]) -> PhraseBook[Label]:
    """Compile ``(phrase, label)`` pairs, first come first served."""
    index: dict[str, list[tuple[tuple[Element, ...], Label]]] = defaultdict(list)
    for phrase, label in phrases:
        for key, elements in _entries(phrase):
            index[key].append((elements, label))
    return PhraseBook(dict(index))


def _entries(phrase: str) -> Iterator[tuple[str, tuple[Element, ...]]]:
    words = phrase.split()
    if words[0] == _START:
        yield _START, tuple(_element(word) for word in words[1:])
        return
    elements = tuple(_element(word) for word in words)
    for skipped in range(len(elements)):
        for key in elements[skipped].words or {_NUMBER}:
            yield key, elements[skipped:]
        if not elements[skipped].optional:
            return


def _size(elements: tuple[Element, ...]) -> int:
    return sum(not element.gap for element in elements)


@cache
def _element(word: str) -> Element:
    if set(word) == {"."} and len(word) > 1:
        return Element(gap=NEAR_WORDS if word == ".." else FAR_WORDS)
    if word.startswith("{"):
        return Element(catch=word.strip("{}?"), optional=word.endswith("?"))
    choices = word.removesuffix("?").split("|")
    optional = word.endswith("?")
    return Element(frozenset(stem for choice in choices for stem in _stems(choice)), optional=optional)


def _stems(choice: str) -> Iterable[str]:
    if choice.startswith("<") and choice.endswith(">"):
        return (stem(word) for word in table("words")["class"][choice[1:-1]])
    return (stem(choice),)


def _end(
    elements: tuple[Element, ...], tokens: Sequence[Token], at: int, last: int, caught: dict[str, int]
) -> int | None:
    """Where a match from ``at`` ends; None when there is none. The shortest gaps win."""
    if not elements:
        return at
    element, rest = elements[0], elements[1:]
    if element.gap:
        return _after_gap(elements, tokens, at, last, caught)
    if at < last and element.takes(tokens[at]):
        end = _end(rest, tokens, at + 1, last, caught)
        if end is not None:
            if element.catch:
                caught[element.catch] = at
            return end
    return _end(rest, tokens, at, last, caught) if element.optional else None


def _after_gap(
    elements: tuple[Element, ...], tokens: Sequence[Token], at: int, last: int, caught: dict[str, int]
) -> int | None:
    most, rest = elements[0].gap, elements[1:]
    for start in range(at, min(at + most, last) + 1):
        end = _end(rest, tokens, start, last, caught)
        if end is not None:
            return end
        if start < last and most == NEAR_WORDS and tokens[start].is_mark:
            return None
    return None
