"""Numbers that say how much: found once a page, then given to the mention they speak about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from handrail.reader.layout import Sentence
from handrail.reader.model import Amount, Span
from handrail.reader.page import Page, Range
from handrail.reader.phrases import Match, PhraseBook, book_of
from handrail.reader.words import table

MINUTE = 60
FEW = 6  # "3 a day" are times, "20 a day" is a count
_FIELDS = {"per_day": "frequency_per_day", "per_week": "frequency_per_week"}
_TIMES = {"time_s": 1, "time_min": MINUTE}
FREQUENCIES = frozenset(_FIELDS.values())


@dataclass(frozen=True, slots=True)
class Said:
    """A field's value and the tokens that say it. The field ``time`` is a hold or a duration."""

    field: str
    value: Any
    first: int
    last: int
    span: Span

    def is_within(self, ranges: Iterable[Range]) -> bool:
        """Whether all of it stands in one of the ranges."""
        return any(first <= self.first and self.last <= last for first, last in ranges)


@cache
def _rules() -> PhraseBook[int]:
    rules = table("dose")["dose"]
    return book_of((phrase, number) for number, rule in enumerate(rules) for phrase in rule["says"])


@cache
def _book(name: str) -> PhraseBook[str]:
    return book_of((phrase, name) for phrase in table("dose")[name])


def doses_of(page: Page) -> tuple[Said, ...]:
    """Every dose that the text gives, by place."""
    said = (dose for sentence in page.sentences for dose in _in_sentence(page, sentence))
    return tuple(sorted(said, key=lambda dose: dose.first))


def _in_sentence(page: Page, sentence: Sentence) -> Iterator[Said]:
    if not any(page.tokens[at].amount is not None for at in range(sentence.first, sentence.last)):
        taken: set[int] = set()
    else:
        taken = _masked(page, sentence)
    for match in sorted(
        _rules().find(page.tokens, sentence.first, sentence.last),
        key=lambda match: (match.label, match.first, -match.last),
    ):
        rule = table("dose")["dose"][match.label]
        holds = set(match.caught.values()) or set(range(match.first, match.last))
        if holds & taken or not _fits(page, rule, match):
            continue
        taken |= holds
        yield from _values(page, rule, match, sentence)
    yield from _weekdays(page, sentence)


def _masked(page: Page, sentence: Sentence) -> set[int]:
    """Number tokens that are never a dose."""
    masks = _book("masks").find(page.tokens, sentence.first, sentence.last)
    return {token for mask in masks for token in range(mask.first, mask.last) if page.tokens[token].amount}


def _fits(page: Page, rule: dict[str, Any], match: Match[int]) -> bool:
    amounts = [page.tokens[token].amount for token in match.caught.values()]
    if any(not _high(amount) for amount in amounts):
        return False
    if "when" not in rule:
        return True
    few = all(_high(amount) <= FEW for amount in amounts)
    return few if rule["when"] == "times" else not few


def _high(amount: Amount | None) -> float:
    return amount[1] if isinstance(amount, tuple) else amount or 0


def _values(page: Page, rule: dict[str, Any], match: Match[int], sentence: Sentence) -> Iterator[Said]:
    start = min(match.caught.values(), default=match.first)
    span = page.span(min(start, match.first + 0) if not match.caught else start, match.last)
    for name, value in rule.items():
        if name not in {"says", "when"}:
            yield Said(_field(name), float(value) if name != "side" else value, match.first, match.last, span)
    several = "reps" in match.caught
    for name, token in match.caught.items():
        if name != "n":
            amount, where = _with_second(page, token, sentence)
            here = (min(page.tokens[token].start, where[0]), max(page.span(token, match.last)[1], where[1]))
            yield Said(_field(name, several=several), _scaled(name, amount), match.first, match.last, here)


def _field(name: str, *, several: bool = False) -> str:
    if name in _TIMES:
        return "hold_s" if several else "time"
    return _FIELDS.get(name, name)


def _scaled(name: str, amount: Amount) -> Amount:
    by = _TIMES.get(name, 1)
    return (amount[0] * by, amount[1] * by) if isinstance(amount, tuple) else amount * by


def _with_second(page: Page, token: int, sentence: Sentence) -> tuple[Amount, Span]:
    """The amount of a token, with the number it grows into or is corrected to."""
    amount = page.tokens[token].amount
    assert amount is not None  # noqa: S101 - phrases catch numbers only
    here = page.tokens[token].start, page.tokens[token].end
    for match in _book("progress").find(page.tokens, token + 1, sentence.last):
        to = page.tokens[match.caught["to"]]
        if isinstance(amount, float) and isinstance(to.amount, float) and amount < to.amount:
            return (amount, to.amount), (here[0], to.end)
    return amount, here


def _weekdays(page: Page, sentence: Sentence) -> Iterator[Said]:
    days = list(_book("weekdays").find(page.tokens, sentence.first, sentence.last))
    if len(days) > 1:
        first, last = days[0].first, days[-1].last
        yield Said("frequency_per_week", float(len(days)), first, last, page.span(first, last))


def pick(said: Sequence[Said], ranges: Sequence[Range]) -> dict[str, Said]:
    """The first value of every field within the ranges."""
    picked: dict[str, Said] = {}
    for dose in said:
        if dose.field not in picked and dose.is_within(ranges):
            picked[dose.field] = dose
    return picked
