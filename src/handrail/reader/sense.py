"""Whether words that could name an exercise mean one here."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from handrail.reader.layout import Sentence
from handrail.reader.lexicon import Kind, Lexicon
from handrail.reader.mention import LIST_JOINTS, Found
from handrail.reader.page import Page, cues

WINDOW = 60  # tokens of a sentence that are searched on either side
NEAR = 3  # tokens before an everyday word in which "do" is a sign
SIGN_REACH = 1  # sentences around an everyday word in which a sign of exercise counts
ERRAND_REACH = 4  # tokens after a word that may tell an errand
LIFE_REACH = 2  # tokens around a word that may tell daily life
_JOINTS = LIST_JOINTS | {"or", "for", "with"}


def find_meant(page: Page, lexicon: Lexicon) -> list[Found]:
    """The matches that mean an exercise, by place; none overlaps another."""
    best = [match for sentence in page.sentences for match in _best(page, sentence, lexicon)]
    sure = {page.sentence_number(match.first) for match in best if match.label[1] is Kind.NAMED}
    return [match for match in best if _is_exercise(page, match, lexicon, sure)]


def _best(page: Page, sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """Of matches that overlap, the one that says the most."""

    def says(match: Found) -> tuple[bool, bool, int, int, int]:
        term, kind = match.label
        plain = lexicon.movements[term].plain
        return (plain, kind is Kind.EVERYDAY, -match.size, match.last - match.first, match.first)

    chosen: list[Found] = []
    taken: set[int] = set()
    for match in sorted(lexicon.book.find(page.tokens, sentence.first, sentence.last), key=says):
        tokens = range(match.first, match.last)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            chosen.append(match)
    return sorted(chosen, key=lambda match: match.first)


def _is_exercise(page: Page, match: Found, lexicon: Lexicon, sure: AbstractSet[int]) -> bool:
    """Whether an exercise is meant; `sure` are the numbers of sentences that name one for certain."""
    sentence = page.sentence_of(match.first)
    if _is_unmeant(page, match, sentence) or _is_daily_life(page, match, sentence):
        return False
    if match.label[1] is not Kind.EVERYDAY or _is_heading(page, match, sentence):
        return True
    plain = lexicon.movements[match.label[0]].plain
    joined = match.first == sentence.first or page.tokens[match.first - 1].stem in _JOINTS
    in_company = joined and not plain and page.sentence_number(match.first) in sure
    return (in_company or _has_sign(page, match, plain=plain)) and not _is_errand(page, match, sentence)


def _is_unmeant(page: Page, match: Found, sentence: Sentence) -> bool:
    """Whether the sentence is about a test, about what others do, or about what would be."""
    here = (max(sentence.first, match.first - WINDOW), min(sentence.last, match.last + WINDOW))
    if page.says(cues("not_exercise", "test"), here):
        return not page.says(cues("not_exercise", "home"), here)
    return any(page.says(cues("not_exercise", unmeant), here) for unmeant in ("unreal", "by_hand"))


def _is_daily_life(page: Page, match: Found, sentence: Sentence) -> bool:
    first = max(sentence.first, match.first - LIFE_REACH)
    return page.says(cues("not_exercise", "life"), (first, min(sentence.last, match.last + LIFE_REACH)))


def _is_errand(page: Page, match: Found, sentence: Sentence) -> bool:
    first = max(sentence.first, match.first - LIFE_REACH)
    return page.says(cues("exercise", "errand"), (first, min(sentence.last, match.last + ERRAND_REACH)))


def _is_heading(page: Page, match: Found, sentence: Sentence) -> bool:
    """Whether the word stands alone over its how-to: "Walking. Start with ..."."""
    alone = match.first == sentence.first and match.last + 1 == sentence.last
    return alone and sentence.opens_line and page.tokens[match.last].stem in {".", ":"}


def _has_sign(page: Page, match: Found, *, plain: bool) -> bool:
    """Whether a sign of exercise stands in the sentence or beside it in the same line."""
    number = page.sentence_number(match.first)
    line = page.sentences[number].line
    near = page.sentences[max(0, number - SIGN_REACH) : number + SIGN_REACH + 1]
    ranges = [(s.first, s.last) for s in near if s.line == line]
    outside = [
        r for first, last in ranges for r in ((first, min(last, match.first)), (max(first, match.last), last))
    ]
    right_before = (max(page.sentences[number].first, match.first - NEAR), match.first)
    signs = cues("exercise", "instruct" if plain else "signs")
    return page.says(signs, *outside) or page.says(cues("exercise", "near"), right_before)
