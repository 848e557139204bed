"""Mentions that go back to another: "the same, but ...", or the same exercise once more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handrail.reader.layout import Sentence
from handrail.reader.lexicon import Kind
from handrail.reader.mention import LIST_JOINTS, Mention
from handrail.reader.page import Page, cues
from handrail.reader.phrases import Match

BACK_REACH = 5  # tokens of a sentence in which "a similar thing" opens it


def with_anaphors(page: Page, mentions: Sequence[Mention]) -> list[Mention]:
    """Note what goes back to the mention before, and add what has no name of its own."""
    if not mentions:
        return []
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(page.sentence_number(mention.first), []).append(mention)
    said: list[Mention] = []
    for number, sentence in enumerate(page.sentences):
        cue = _goes_back(page, sentence)
        own = by_sentence.get(number, [])
        here = (sentence.first, sentence.last)
        goes_back = cue is not None and bool(own) and cue.first < own[0].first
        if said and own and (goes_back or page.says(cues("same", "variant"), here)):
            own = [replace(own[0], like=len(said) - 1), *own[1:]]
        elif cue and said and not own and cue.first <= _begins(page, sentence) + BACK_REACH:
            last = min(sentence.last, cue.last + 2)
            own = [Mention(said[-1].movement, Kind.DESCRIBED, cue.first, last, like=len(said) - 1)]
        said.extend(own)
    return said


def _goes_back(page: Page, sentence: Sentence) -> Match[str] | None:
    here = [(sentence.first, sentence.last)]
    unmeant = list(page.find(cues("same", "not_says"), here))
    found = page.find(cues("same", "says"), here)
    return next((cue for cue in found if not any(cue.overlaps(other) for other in unmeant)), None)


def _begins(page: Page, sentence: Sentence) -> int:
    """The first token after the name of who speaks."""
    if not (page.lines[sentence.line].is_speaker and sentence.opens_line):
        return sentence.first
    colons = (at for at in range(sentence.first, sentence.last) if page.tokens[at].stem == ":")
    return next(colons, sentence.first - 1) + 1


def once_each(page: Page, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Take later mentions of the same exercise together with the first."""
    kept: list[Mention] = []
    number_of: dict[int, int] = {}
    for at, mention in enumerate(mentions):
        first = next((n for n, other in enumerate(kept) if _is_same(page, other, mention)), None)
        if first is None:
            like = number_of[mention.like] if mention.like is not None else None
            kept.append(replace(mention, like=like))
            first = len(kept) - 1
        else:
            again = (*kept[first].again, (mention.first, mention.last))
            kept[first] = replace(kept[first], again=again)
        number_of[at] = first
    return tuple(kept)


def _is_same(page: Page, other: Mention, mention: Mention) -> bool:
    if mention.like is not None:
        return False
    numbers = [page.sentence_of(m.first).line for m in (other, mention)]
    if other.movement.term == mention.movement.term:
        return not all(page.lines[number].is_speaker for number in numbers)
    # "Wall squats ... roll down into a squatting position" goes on about the first.
    goes_on = other.movement.term.endswith(f" {mention.movement.term}") and not mention.movement.plain
    return goes_on and numbers[0] == numbers[1] and page.tokens[mention.first - 1].stem not in LIST_JOINTS
