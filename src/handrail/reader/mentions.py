"""Where a text speaks of an exercise that somebody does, should do or should not do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from handrail.reader.layout import Sentence, blocks_of
from handrail.reader.lexicon import Entry, Kind, Lexicon, Movement
from handrail.reader.page import Page, Range, cues
from handrail.reader.phrases import Match

_LIST_JOINTS = frozenset({",", "and", "&", "+", "/"})
_LIST_WORDS = _LIST_JOINTS | {")", "my", "the", "your", "both", "then", "ward"}
Found = Match[Entry]
HEADING_REACH = 2  # tokens before a name that still opens its line: a number, a bracket
BACK_REACH = 5  # tokens of a sentence in which "a similar thing" opens it
NEAR = 3  # tokens before an everyday word in which "do" is a sign
SIGN_REACH = 1  # lines around an everyday word in which a sign of exercise counts


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``[first, last)`` that name an exercise.

    `again` are later places that speak of the same one. `like` is the number of the mention
    that an anaphor ("the same, but ...") goes back to.
    """

    movement: Movement
    kind: Kind
    first: int
    last: int
    again: tuple[Range, ...] = ()
    like: int | None = None


def find_mentions(page: Page, lexicon: Lexicon) -> tuple[Mention, ...]:
    """All mentions by place, each exercise once."""
    found = [match for match in _best(_all(page, lexicon), lexicon) if _is_exercise(page, match, lexicon)]
    found = _without_how_to(page, found, lexicon)
    mentions = [
        mention
        for m in found
        for mention in (
            Mention(lexicon.movements[m.label[0]], m.label[1], m.first, m.last),
            *_going_on(page, m, found, lexicon),
        )
    ]
    return _once_each(page, _with_anaphors(page, mentions))


def _all(page: Page, lexicon: Lexicon) -> Iterator[Found]:
    for sentence in page.sentences:
        yield from lexicon.book.find(page.tokens, sentence.first, sentence.last)


def _best(matches: Iterable[Found], lexicon: Lexicon) -> list[Found]:
    """Of matches that overlap, the one that says the most."""

    def says(match: Found) -> tuple[bool, bool, int, int, int]:
        term, kind = match.label
        plain = lexicon.movements[term].plain
        return (plain, kind is Kind.EVERYDAY, -match.size, match.last - match.first, match.first)

    chosen: list[Found] = []
    for match in sorted(matches, key=says):
        if not any(match.overlaps(other) for other in chosen):
            chosen.append(match)
    return sorted(chosen, key=lambda match: match.first)


def _is_exercise(page: Page, match: Found, lexicon: Lexicon) -> bool:
    sentence = page.sentence_of(match.first)
    around = (sentence.first, sentence.last)
    if page.says(cues("not_exercise", "test"), around) and not page.says(
        cues("not_exercise", "home"), around
    ):
        return False
    if any(page.says(cues("not_exercise", unmeant), around) for unmeant in ("unreal", "by_hand")):
        return False
    nearby = (max(sentence.first, match.first - 2), min(sentence.last, match.last + 2))
    if page.says(cues("not_exercise", "life"), nearby):
        return False
    if match.label[1] is not Kind.EVERYDAY:
        return True
    errand = (max(sentence.first, match.first - 1), min(sentence.last, match.last + 4))
    return _has_sign(page, match, lexicon) and not page.says(cues("exercise", "errand"), errand)


def _has_sign(page: Page, match: Found, lexicon: Lexicon) -> bool:
    """Whether a sign of exercise stands in the sentence or beside it in the same line."""
    number = page.sentence_number(match.first)
    line = page.sentences[number].line
    near = page.sentences[max(0, number - SIGN_REACH) : number + SIGN_REACH + 1]
    ranges = [(s.first, s.last) for s in near if s.line == line]
    outside = [
        r for first, last in ranges for r in ((first, min(last, match.first)), (max(first, match.last), last))
    ]
    plain = lexicon.movements[match.label[0]].plain
    right_before = (max(page.sentences[number].first, match.first - NEAR), match.first)
    signs = cues("exercise", "instruct" if plain else "signs")
    return page.says(signs, *outside) or page.says(cues("exercise", "near"), right_before)


def blocks(page: Page, named: Iterable[int]) -> tuple[int, ...]:
    """For every line the line that begins its block; `named` are first tokens of mentions."""
    return blocks_of(page.lines, frozenset(page.sentence_of(first).line for first in named))


def _without_how_to(page: Page, found: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """Leave out descriptions of what a heading has named already."""
    block = blocks(page, (match.first for match in found if match.label[1] is Kind.NAMED))
    heads: dict[int, Found] = {}
    kept: list[Found] = []
    for match in found:
        sentence = page.sentence_of(match.first)
        head = heads.get(block[sentence.line])
        if head is None and _heads_line(page, match):
            heads[block[sentence.line]] = match
        elif (head is not None and _is_how_to(page, head, match)) or (
            lexicon.movements[match.label[0]].thing and _has_company(page, match, found)
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
    if same_line and page.tokens[match.first - 1].stem in _LIST_JOINTS:
        return False
    if match.label[1] is not Kind.NAMED:
        return True
    in_brackets = page.tokens[match.first - 1].stem in {"(", "["}
    opens = page.sentence_of(match.first).opens_line and not page.lines[lines[1]].marker
    return in_brackets if same_line else page.lines[lines[0]].is_short and not opens


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


def _opens_another(page: Page, head: Found, match: Found) -> bool:
    """Whether a line of a list without headings goes on to its own exercise."""
    lines = [page.sentence_of(found.first).line for found in (head, match)]
    return lines[0] != lines[1] and not page.lines[lines[0]].is_short and _heads_line(page, match)


def _has_company(page: Page, match: Found, found: Sequence[Found]) -> bool:
    """Whether a thing is only what another exercise of the sentence is done with."""
    sentence = page.sentence_number(match.first)
    return any(other is not match and page.sentence_number(other.first) == sentence for other in found)


def _with_anaphors(page: Page, mentions: Sequence[Mention]) -> list[Mention]:
    """Note what goes back to the mention before, and add what has no name of its own."""
    if not mentions:
        return []
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(page.sentence_number(mention.first), []).append(mention)
    said: list[Mention] = []
    for number, sentence in enumerate(page.sentences):
        cue = next(page.find(cues("same", "says"), [(sentence.first, sentence.last)]), None)
        own = by_sentence.get(number, [])
        here = (sentence.first, sentence.last)
        goes_back = cue is not None and own and cue.first < own[0].first
        if said and own and (goes_back or page.says(cues("same", "variant"), here)):
            own = [replace(own[0], like=len(said) - 1), *own[1:]]
        elif cue and said and not own and cue.first <= _begins(page, sentence) + BACK_REACH:
            last = min(sentence.last, cue.last + 2)
            own = [Mention(said[-1].movement, Kind.DESCRIBED, cue.first, last, like=len(said) - 1)]
        said.extend(own)
    return said


def _begins(page: Page, sentence: Sentence) -> int:
    """The first token after the name of who speaks."""
    if not (page.lines[sentence.line].is_speaker and sentence.opens_line):
        return sentence.first
    colons = (at for at in range(sentence.first, sentence.last) if page.tokens[at].stem == ":")
    return next(colons, sentence.first - 1) + 1


def _once_each(page: Page, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
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
    return goes_on and numbers[0] == numbers[1] and page.tokens[mention.first - 1].stem not in _LIST_JOINTS
