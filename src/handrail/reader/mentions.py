"""Where a text speaks of an exercise that somebody does, should do or should not do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handrail.reader.headings import without_how_to
from handrail.reader.lexicon import Kind, Lexicon
from handrail.reader.mention import LIST_JOINTS, Found, Mention
from handrail.reader.page import Page
from handrail.reader.repeats import once_each, with_anaphors
from handrail.reader.sense import find_meant

_LIST_WORDS = LIST_JOINTS | {")", "my", "the", "your", "both", "then", "ward"}


def find_mentions(page: Page, lexicon: Lexicon) -> tuple[Mention, ...]:
    """All mentions by place, each exercise once."""
    found = without_how_to(page, find_meant(page, lexicon), lexicon)
    mentions = [mention for match in found for mention in _told_by(page, match, found, lexicon)]
    return once_each(page, with_anaphors(page, mentions))


def _told_by(page: Page, match: Found, found: Sequence[Found], lexicon: Lexicon) -> Iterator[Mention]:
    term, kind = match.label
    yield Mention(lexicon.movements[term], kind, match.first, match.last)
    yield from _going_on(page, match, found, lexicon)


def _going_on(page: Page, match: Found, found: Sequence[Found], lexicon: Lexicon) -> Iterator[Mention]:
    """What follows the same verb: "stretch my calves (both), quads and hamstrings"."""
    verbs = {page.tokens[at].stem for at in range(match.first, match.last)} & lexicon.follows.keys()
    if not verbs:
        return
    terms = lexicon.follows[min(verbs)]
    in_brackets = False
    for at in range(match.last, page.sentence_of(match.first).last):
        word = page.tokens[at].stem
        if any(other.first <= at < other.last for other in found):
            return
        in_brackets = word == "(" or (in_brackets and word != ")")
        term = terms.get(word)
        if term and not in_brackets and term != match.label[0]:
            yield Mention(lexicon.movements[term], Kind.DESCRIBED, at, at + 1)
        elif not in_brackets and not term and word not in _LIST_WORDS:
            return
