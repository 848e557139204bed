"""Text -> lines, sentences and blocks: what stands in one item of a list, or in one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from handrail.reader.text import Token

WRAPPED_FROM = 45  # a line at least this long may go on in the next
HEADING_WORDS = 9
_LINE = re.compile(r"[^\n\r\f\v]+")
_MARKER = re.compile(
    r"\s*(?:[-\u2013—•*·▪◦●?>✓+]+\s+|\(?\d{1,2}[.):]\s+|\(?[A-Za-z][.)]\s+|[A-Z](?:\t| {2,})\s*)"
)
_INLINE_MARKER = re.compile(r"(?<=\s)(?=[•▪●]\s|\(\d\)\s)")
_SENTENCE_END = re.compile(r"[.!?]+[\"')\]]*(?=\s)")
_SHORTENED = re.compile(
    r"\b(?:e\.g|i\.e|ea|approx|secs?|mins?|reps?|vs|no|dr|mrs?|st|p\.m|a\.m|min)\.$", re.IGNORECASE
)
_LABEL = re.compile(
    r"\s*(?:how(?: to)?|what for|why|aim|start|starting position|position|dose|reps|sets|frequency|often|how often"
    r"|equipment|you need|note|notes|tip|tips|remember|harder|easier|hold|repeat|progression|method|do|muscles)[:.]\s",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"\w{3,20}:\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text that one thought may fill: a paragraph's run of lines, or an item."""

    start: int
    end: int
    marker: str
    after_blank: bool
    is_short: bool
    is_speaker: bool
    is_label: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``[first, last)`` of one sentence of one line."""

    first: int
    last: int
    start: int
    end: int
    line: int
    opens_line: bool


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text, wrapped ones joined."""
    lines: list[Line] = []
    for start, end in _joined(text):
        gap = text[lines[-1].end : start] if lines else "\n\n"
        marker = _MARKER.match(text, start, end)
        body = text[start:end].strip()
        lines.append(
            Line(
                start=start,
                end=end,
                marker=_marker_kind(marker.group()) if marker else "",
                after_blank=gap.count("\n") > 1,
                is_short=len(body.split()) <= HEADING_WORDS and not body.endswith((".", "!", "?", ",")),
                is_speaker=bool(_SPEAKER.match(text, start, end)) and not _LABEL.match(text, start, end),
                is_label=bool(_LABEL.match(text, start, end)),
            )
        )
    return tuple(lines)


def _marker_kind(marker: str) -> str:
    body = marker.strip(" \t().:")
    return "1" if body.isdigit() else "a" if body.isalpha() else body[:1]


def _joined(text: str) -> Iterator[tuple[int, int]]:
    pending: tuple[int, int] | None = None
    for start, end in _pieces(text):
        if pending and _goes_on(text, pending, start, end):
            pending = (pending[0], end)
            continue
        if pending:
            yield pending
        pending = (start, end)
    if pending:
        yield pending


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        starts = [match.start(), *_inside(text, *match.span()), match.end()]
        for start, end in pairwise(starts):
            if text[start:end].strip():
                yield start, end


def _inside(text: str, start: int, end: int) -> Iterator[int]:
    """Where items begin inside a line; "(8)" is a count unless a "(1)" begins the list."""
    counted = "(1)" in text
    for marker in _INLINE_MARKER.finditer(text, start, end):
        if counted or text[marker.start()] != "(":
            yield marker.start()


def _goes_on(text: str, before: tuple[int, int], start: int, end: int) -> bool:
    head = text[before[0] : before[1]].rstrip()
    tail = text[start:end].lstrip()
    if text.count("\n", before[1], start) != 1 or _MARKER.match(text, start, end):
        return False
    last_line = head.rpartition("\n")[2]
    wraps = len(last_line) >= WRAPPED_FROM and tail[0].islower() and head[-1] not in ".!?:;"
    return head.endswith(",") or wraps


def sentences_of(text: str, lines: Sequence[Line], tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    """The sentences of every line; a line's last one needs no full stop."""
    sentences: list[Sentence] = []
    at = 0
    for number, line in enumerate(lines):
        opens = True
        for start, end in _sentence_spans(text, line):
            while at < len(tokens) and tokens[at].start < start:
                at += 1  # a list's marker is no part of a sentence
            first = at
            while at < len(tokens) and tokens[at].start < end:
                at += 1
            if at > first:
                sentences.append(Sentence(first, at, start, end, number, opens))
                opens = False
    return tuple(sentences)


def _sentence_spans(text: str, line: Line) -> Iterator[tuple[int, int]]:
    start = line.start + (len(_MARKER.match(text, line.start, line.end).group()) if line.marker else 0)  # type: ignore[union-attr]
    for match in _SENTENCE_END.finditer(text, start, line.end):
        follows = text[match.end() : match.end() + 2].strip()
        if not (_SHORTENED.search(text[start : match.end()]) and not follows.isupper()):
            yield start, match.end()
            start = match.end()
    if text[start : line.end].strip():
        yield start, line.end


def blocks_of(lines: Sequence[Line], named: frozenset[int]) -> tuple[int, ...]:
    """For every line, the line that begins its block. `named` are the lines that name an exercise.

    A heading that names an exercise keeps the lines below it; one that does not
    leaves every item of its list to itself.
    """
    blocks: list[int] = []
    for number, line in enumerate(lines):
        head = blocks[-1] if blocks else number
        names = not named.isdisjoint(range(head, number))
        goes_on = number > 0 and _stays_in_block(lines[head], lines[number - 1], line, names=names)
        blocks.append(head if goes_on else number)
    return tuple(blocks)


def _stays_in_block(head: Line, before: Line, line: Line, *, names: bool) -> bool:
    if line.is_speaker:
        return False
    if line.is_label:
        return names
    if line.after_blank:
        return head is before and head.is_short and names and not line.is_short
    if line.marker:
        return names and head.is_short and head.marker != line.marker
    return not (line.is_short and before.marker)
