"""A heading that names an exercise, and the how-to under it that is no exercise of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from handrail.reader.layout import blocks_of
from handrail.reader.lexicon import Kind, Lexicon
from handrail.reader.mention import LIST_JOINTS, Found
from handrail.reader.page import Page

HEADING_REACH = 2  # tokens before a name that still opens its line: a number, a bracket


def blocks(page: Page, named: Iterable[int]) -> tuple[int, ...]:
    """For every line the line that begins its block; `named` are first tokens of mentions."""
    return blocks_of(page.lines, frozenset(page.sentence_of(first).line for first in named))


def without_how_to(page: Page, found: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """Leave out descriptions of what a heading has named already."""
    block = blocks(page, (match.first for match in found if match.label[1] is Kind.NAMED))
    ends = {match.last for match in found}
    company = Counter(page.sentence_number(match.first) for match in found)
    heads: dict[int, Found] = {}
    kept: list[Found] = []
    for match in found:
        sentence = page.sentence_of(match.first)
        head = heads.get(block[sentence.line])
        if head is None and _heads_line(page, match):
            heads[block[sentence.line]] = match
        elif (
            (head is not None and _is_how_to(page, head, match) and not _opens_another(page, head, match))
            # "Stretch my calves walking backwards": the second only says how.
            or (match.first in ends and match.label[1] is not Kind.NAMED)
            or (lexicon.movements[match.label[0]].thing and company[page.sentence_number(match.first)] > 1)
        ):
            continue
        kept.append(match)
    return kept


def _heads_line(page: Page, match: Found) -> bool:
    sentence = page.sentence_of(match.first)
    if (
        not sentence.opens_line
        or match.first > sentence.first + HEADING_REACH
        or match.label[1] is Kind.DESCRIBED
    ):
        return False
    after = page.tokens[match.last] if match.last < sentence.last else None
    begins_anew = after is None or page.text[after.start].isupper() or after.stem in {":", "-", "(", "[", "."}
    return begins_anew or page.lines[sentence.line].is_short


def _is_how_to(page: Page, head: Found, match: Found) -> bool:
    lines = [page.sentence_of(found.first).line for found in (head, match)]
    same_line = lines[0] == lines[1]
    if same_line and page.tokens[match.first - 1].stem in LIST_JOINTS:
        return False
    if match.label[1] is not Kind.NAMED:
        return True
    in_brackets = page.tokens[match.first - 1].stem in {"(", "["}
    opens = page.sentence_of(match.first).opens_line and not page.lines[lines[1]].marker
    return in_brackets if same_line else page.lines[lines[0]].is_short and not opens


def _opens_another(page: Page, head: Found, match: Found) -> bool:
    """Whether a line or a sentence goes on to its own exercise: "Planks: never. Bridges: ten."."""
    sentence = page.sentence_of(match.first)
    opens = match.first == sentence.first and match.last < sentence.last
    if opens and page.tokens[match.last].stem in {":", "-"}:
        return True
    before = page.sentence_of(head.first).line
    return before != sentence.line and not page.lines[before].is_short and _heads_line(page, match)
