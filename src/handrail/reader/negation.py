"""Whether a text says that an exercise is not done: cue, direction and end of reach, as ConText has it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from handrail.reader.mention import Mention
from handrail.reader.model import Span
from handrail.reader.page import Page, Range, cues
from handrail.reader.phrases import Match

REACH_BEFORE = 6  # tokens between a cue and the name after it
REACH_AFTER = 7
WINDOW = 60  # tokens of a sentence that are searched on either side
ABOUT_SENTENCES = 2  # how long "it" may go on meaning the exercise


def negation_of(page: Page, mention: Mention, own: Sequence[Range], others: Sequence[Range]) -> Span | None:
    """The characters that say it is not done; None when it is."""
    for first, last in ((mention.first, mention.last), *mention.again):
        cue = _before(page, first, others) or _after(page, last, others) or _about(page, last, own)
        if cue is not None:
            return page.span(cue.first, cue.last)
    return None


def _real(page: Page, path: str, where: Range) -> list[Match[str]]:
    """Cues of the range that do not only look like one."""
    never = list(page.find(cues("negation", "never"), [where]))
    found = page.find(cues("negation", path), [where])
    return [cue for cue in found if not any(cue.overlaps(other) for other in never)]


def _before(page: Page, first: int, others: Sequence[Range]) -> Match[str] | None:
    sentence = page.sentence_of(first)
    start = max(sentence.first, first - WINDOW)
    for cue in _real(page, "past", (start, first)):
        if not _stops(page, cue.last, first):
            return cue
    for cue in reversed(_real(page, "before", (start, min(sentence.last, first + WINDOW)))):
        if cue.last > first or first - cue.last > REACH_BEFORE + _taken(cue.last, first, others):
            continue
        if _stops(page, cue.last, first) or _given_for(page, start, cue, first):
            continue
        return cue
    return None


def _given_for(page: Page, start: int, cue: Match[str], first: int) -> bool:
    """Whether this is what the other is swapped for."""
    swaps = page.says(cues("negation", "swap"), (start, cue.last))
    return swaps and page.says(cues("negation", "swap_to"), (cue.last, first))


def _after(page: Page, last: int, others: Sequence[Range]) -> Match[str] | None:
    sentence = page.sentence_of(last - 1)
    for cue in _real(page, "after", (last, min(sentence.last, last + WINDOW))):
        listed = _taken(last, cue.first, others)
        if cue.first - last > REACH_AFTER + listed:
            return None
        if listed and not page.says(cues("scope", "both"), (last, cue.first)):
            return None  # it is said of the nearest name, unless "and" takes both together
        if not _stops(page, last, cue.first):
            return cue
    return None


def _taken(first: int, last: int, others: Sequence[Range]) -> int:
    """How many of the tokens between are other names of a list."""
    return sum(end - start + 1 for start, end in others if first <= start and end <= last)


def _about(page: Page, last: int, own: Sequence[Range]) -> Match[str] | None:
    number = page.sentence_number(last - 1)
    until = page.sentences[min(number + ABOUT_SENTENCES, len(page.sentences) - 1)].last
    for first, end in own[bisect_left(own, last, key=lambda one: one[1]) :]:
        if first >= min(until, last + WINDOW):
            return None
        here = (max(first, last), min(end, until, last + WINDOW))
        if here[0] < here[1] and (found := _real(page, "about", here)):
            return found[0]
    return None


def _stops(page: Page, first: int, last: int) -> bool:
    return first < last and page.says(cues("negation", "stops"), (first, last))
