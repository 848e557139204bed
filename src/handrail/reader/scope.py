"""Which parts of a text speak about which mention: its own words, its block's, or everybody's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from handrail.reader.headings import blocks
from handrail.reader.layout import Sentence
from handrail.reader.mention import Mention
from handrail.reader.page import Page, Range, cues
from handrail.reader.text import Token

_JOINTS = frozenset({",", ";", ":", "-", ".", "and", "then", "or", "plu", "&", "+", "/", "(", "*"})
_COORDINATING = _JOINTS | {"do", "some", "also", "my", "the", "a", "i"}
MOST_BETWEEN = 3  # tokens between two names of one list


@dataclass(slots=True)
class Area:
    """Where a mention's fields are read, nearest first.

    `own` is its segment, `shared` what it has in common with its neighbours in a list,
    `above` the words over its block or list, `wide` what is said about every exercise.
    """

    own: list[Range] = field(default_factory=list)
    shared: list[Range] = field(default_factory=list)
    above: list[Range] = field(default_factory=list)
    wide: list[Range] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Place:
    first: int
    last: int
    number: int


def areas_of(page: Page, mentions: Sequence[Mention]) -> tuple[Area, ...]:
    """The area of every mention."""
    areas = tuple(Area() for _ in mentions)
    places = sorted(_places(mentions), key=lambda place: place.first)
    block = blocks(page, (place.first for place in places))
    opening: list[Range] = []
    heading: list[Range] = []
    seen = False
    for sentences in _by_block(page, block):
        inside = [p for p in places if sentences[0].first <= p.first < sentences[-1].last]
        everybodys = list(_for_all(page, sentences, inside, is_first=not seen))
        seen = seen or bool(inside)
        for area in areas:
            area.wide.extend((s.first, s.last) for s in everybodys)
        if inside:
            _share_out(page, [s for s in sentences if s not in everybodys], inside, areas)
            for place in inside:
                areas[place.number].above.extend([*heading, *opening])
        elif len(areas) == 1 and seen:
            areas[0].wide.extend((s.first, s.last) for s in sentences)
        elif everybodys or page.lines[sentences[0].line].is_short:
            said = [(s.first, s.last) for s in sentences]
            opening, heading = (opening, said) if seen else ([*opening, *said], heading)
    return areas


def _places(mentions: Sequence[Mention]) -> Iterator[_Place]:
    for number, mention in enumerate(mentions):
        for first, last in ((mention.first, mention.last), *mention.again):
            yield _Place(first, last, number)


def _by_block(page: Page, block: Sequence[int]) -> Iterator[list[Sentence]]:
    run: list[Sentence] = []
    for sentence in page.sentences:
        if run and block[run[-1].line] != block[sentence.line]:
            yield run
            run = []
        run.append(sentence)
    if run:
        yield run


def _for_all(
    page: Page, sentences: Sequence[Sentence], inside: Sequence[_Place], *, is_first: bool
) -> Iterator[Sentence]:
    """Sentences about every exercise. In a block without one, what follows them is too."""
    going_on = False
    named = {place.first for place in inside}
    for sentence in sentences:
        here = (sentence.first, sentence.last)
        names = bool(named.intersection(range(sentence.first, sentence.last)))
        if names or page.says(cues("scope", "some"), here):
            going_on = False
            continue
        opens = is_first and not inside and page.says(cues("scope", "first"), here)
        going_on = opens or page.says(cues("scope", "every"), here) or (going_on and not inside)
        if going_on:
            yield sentence


def _share_out(
    page: Page, sentences: Sequence[Sentence], inside: Sequence[_Place], areas: Sequence[Area]
) -> None:
    before = [(s.first, s.last) for s in sentences if s.last <= inside[0].first]
    own = [s for s in sentences if s.last > inside[0].first]
    cuts = [own[0].first, *(_cut(page, a, b) for a, b in pairwise(inside))]
    segments = list(pairwise([*cuts, own[-1].last]))
    for place, (first, last) in zip(inside, segments, strict=True):
        areas[place.number].own.extend(_within(own, first, last))
        areas[place.number].above.extend(before)
    for group in _lists(page, inside):
        shared = _around(group, inside, segments, own)
        for at in group:
            areas[inside[at].number].shared.extend(shared)


def _within(sentences: Sequence[Sentence], first: int, last: int) -> Iterator[Range]:
    """The range without sentences that were given to everybody."""
    for sentence in sentences[bisect_right(sentences, first, key=lambda one: one.last) :]:
        if sentence.first >= last:
            return
        yield max(first, sentence.first), min(last, sentence.last)


def _cut(page: Page, place: _Place, following: _Place) -> int:
    """Where the words of one mention end and those of the next begin."""
    sentence = page.sentence_of(following.first)
    if place.last <= sentence.first:
        return sentence.first
    joints = (at for at in range(following.first - 1, place.last - 1, -1) if page.tokens[at].stem in _JOINTS)
    return next(joints, following.first)


def _lists(page: Page, inside: Sequence[_Place]) -> Iterator[list[int]]:
    """Runs of mentions with nothing but commas between them."""
    run = [0]
    for at in range(1, len(inside)):
        between = _without_brackets(page.tokens[inside[at - 1].last : inside[at].first])
        same = page.sentence_number(inside[at - 1].first) == page.sentence_number(inside[at].first)
        if same and len(between) <= MOST_BETWEEN and all(t.stem in _COORDINATING for t in between):
            run.append(at)
        else:
            yield run
            run = [at]
    yield run


def _without_brackets(tokens: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.stem == "("
        if not depth:
            kept.append(token)
        depth -= token.stem == ")" and depth > 0
    return kept


def _around(
    group: Sequence[int], inside: Sequence[_Place], segments: Sequence[Range], own: Sequence[Sentence]
) -> list[Range]:
    """What stands before the first and after the last of a list, and is said of each."""
    first, last = group[0], group[-1]
    if first == last:
        return []
    head = _within(own, segments[first][0], inside[first].first)
    return [*head, *_within(own, inside[last].last, segments[last][1])]
