"""A text laid out for reading: tokens, lines and sentences, and the books it is searched with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from handrail.reader.layout import Line, Sentence, lines_of, sentences_of
from handrail.reader.model import Span
from handrail.reader.phrases import Match, PhraseBook, book_of
from handrail.reader.text import Token, tokens_of
from handrail.reader.words import table

Range = tuple[int, int]


@dataclass(frozen=True)
class Page:
    """A text with its tokens and how they are laid out. A :data:`Range` counts tokens."""

    text: str
    tokens: tuple[Token, ...]
    lines: tuple[Line, ...]
    sentences: tuple[Sentence, ...]

    @cached_property
    def _sentence_at(self) -> tuple[int, ...]:
        numbers: list[int] = []
        for number, sentence in enumerate(self.sentences):
            numbers.extend([number] * (sentence.last - len(numbers)))
        last = len(self.sentences) - 1
        return (*numbers, *[last] * (len(self.tokens) - len(numbers)))

    def sentence_number(self, token: int) -> int:
        """The number of the sentence that a token stands in."""
        return self._sentence_at[token]

    def sentence_of(self, token: int) -> Sentence:
        """The sentence that a token stands in."""
        return self.sentences[self._sentence_at[token]]

    def span(self, first: int, last: int) -> Span:
        """The characters that tokens ``[first, last)`` take."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def find(self, book: PhraseBook[str], ranges: Iterable[Range]) -> Iterator[Match[str]]:
        """All matches within the ranges; a match crosses no sentence."""
        for first, last in ranges:
            for sentence in self._sentences_in(first, last):
                yield from book.find(self.tokens, max(first, sentence.first), min(last, sentence.last))

    def says(self, book: PhraseBook[str], *ranges: Range) -> bool:
        """Whether a phrase of the book stands within the ranges."""
        return next(self.find(book, ranges), None) is not None

    def _sentences_in(self, first: int, last: int) -> Iterator[Sentence]:
        if first < last:
            yield from self.sentences[self._sentence_at[first] : self._sentence_at[last - 1] + 1]


def page_of(text: str, mend: Callable[[str], str]) -> Page:
    """Lay a text out. `mend` turns a misspelt stem into a known one."""
    tokens = tokens_of(text, mend)
    lines = lines_of(text)
    return Page(text, tokens, lines, sentences_of(text, lines, tokens))


@cache
def cues(*path: str) -> PhraseBook[str]:
    """A list of ``reader_cues.toml`` as a book, by its path in the file."""
    phrases = table("cues")
    for key in path:
        phrases = phrases[key]
    return book_of((phrase, path[-1]) for phrase in phrases)


@cache
def slot_book(field: str) -> PhraseBook[str]:
    """The phrases of one field of ``reader_slots.toml``; a label is the value."""
    values = table("slots")[field]
    return book_of((phrase, value) for value, phrases in values.items() for phrase in phrases)
