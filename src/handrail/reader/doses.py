"""Numbers that say how much: found once a page, then given to the mention they speak about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from handrail.reader.layout import Sentence
from handrail.reader.model import Amount
from handrail.reader.page import Page
from handrail.reader.phrases import Match, PhraseBook, book_of
from handrail.reader.said import Said
from handrail.reader.words import table

MINUTE = 60
FEW = 6  # "3 a day" are times, "20 a day" is a count
_FIELDS = {"per_day": "frequency_per_day", "per_week": "frequency_per_week"}
_TIMES = {"time_s": 1, "time_min": MINUTE}
FREQUENCIES = frozenset(_FIELDS.values())


@cache
def _rules() -> PhraseBook[int]:
    rules = table("dose")["dose"]
    return book_of((phrase, number) for number, rule in enumerate(rules) for phrase in rule["says"])


@cache
def _book(name: str) -> PhraseBook[str]:
    return book_of((phrase, name) for phrase in table("dose")[name])


def doses_of(page: Page) -> tuple[Said, ...]:
    """Every dose that the text gives, by place."""
    said = [dose for sentence in page.sentences for dose in _in_sentence(page, sentence)]
    said.sort(key=lambda dose: dose.first)
    for match in page.find(_book("correction"), [(0, len(page.tokens))]):
        said = _corrected(page, said, match)
    return tuple(said)


def _corrected(page: Page, said: list[Said], match: Match[str]) -> list[Said]:
    """Put a number right: "16 times. Typo: SIX". What stood there before is gone."""
    to = match.caught["to"]
    line = page.sentence_of(to).line
    kept = [dose for dose in said if not match.first <= dose.first < match.last]
    before = [
        n for n, d in enumerate(kept) if d.last <= match.first and page.sentence_of(d.first).line == line
    ]
    amounts = [n for n in before if isinstance(kept[n].value, float | tuple)]
    if amounts:
        kept[amounts[-1]] = replace(
            kept[amounts[-1]], value=page.tokens[to].amount, span=page.span(to, to + 1)
        )
    return kept


def _in_sentence(page: Page, sentence: Sentence) -> Iterator[Said]:
    taken = _masked(page, sentence)
    masked = frozenset(taken)
    for match in sorted(
        _rules().find(page.tokens, sentence.first, sentence.last),
        key=lambda match: (match.label, match.first, -match.last),
    ):
        rule = table("dose")["dose"][match.label]
        if not match.caught and _has_blank(page, sentence):
            continue  # "____ sets each day" is for the therapist to fill in
        caught = {token for name, token in match.caught.items() if name != "n"}
        holds = caught if match.caught else set(range(match.first, match.last))
        if holds & taken or not _fits(page, rule, match):
            continue
        taken |= holds
        yield from _values(page, rule, match, range(match.last, sentence.last), masked)
    yield from _weekdays(page, sentence)


def _has_blank(page: Page, sentence: Sentence) -> bool:
    return "__" in page.text[sentence.start : sentence.end]


def _masked(page: Page, sentence: Sentence) -> set[int]:
    """Tokens that are never a dose: the numbers of a mask, or all of one without a number."""
    masks = _book("masks").find(page.tokens, sentence.first, sentence.last)
    return {
        token
        for mask in masks
        for token in range(mask.first, mask.last)
        if page.tokens[token].amount is not None or not mask.caught
    }


def _fits(page: Page, rule: dict[str, Any], match: Match[int]) -> bool:
    amounts = [page.tokens[token].amount for token in match.caught.values()]
    if any(not _high(amount) for amount in amounts):
        return False
    if "reps" in match.caught and page.tokens[match.caught["reps"]].stem == "one":
        return False  # "every one of these" counts nothing
    if "when" not in rule:
        return True
    few = all(_high(amount) <= FEW for amount in amounts)
    return few if rule["when"] == "times" else not few


def _high(amount: Amount | None) -> float:
    return amount[1] if isinstance(amount, tuple) else amount or 0


def _values(
    page: Page, rule: dict[str, Any], match: Match[int], rest: range, masked: frozenset[int]
) -> Iterator[Said]:
    span = page.span(min(match.caught.values(), default=match.first), match.last)
    for name, value in rule.items():
        if name not in {"says", "when"}:
            value_said = value if name == "side" else float(value)
            yield Said(_field(name), value_said, match.first, match.last, span)
    several = "reps" in match.caught
    for name, token in match.caught.items():
        if name != "n":
            amount, end = _with_second(page, token, rest, masked)
            here = page.tokens[token].start, max(page.span(token, match.last)[1], end)
            yield Said(_field(name, several=several), _scaled(name, amount), match.first, match.last, here)


def _field(name: str, *, several: bool = False) -> str:
    if name in _TIMES:
        return "hold_s" if several else "time"
    return _FIELDS.get(name, name)


def _scaled(name: str, amount: Amount) -> Amount:
    by = _TIMES.get(name, 1)
    return (amount[0] * by, amount[1] * by) if isinstance(amount, tuple) else amount * by


def _with_second(page: Page, token: int, rest: range, masked: frozenset[int]) -> tuple[Amount, int]:
    """The amount of a token, grown to the number that it builds up to, and where that ends."""
    amount, end = page.tokens[token].amount, page.tokens[token].end
    for match in _book("progress").find(page.tokens, rest.start, rest.stop):
        to = page.tokens[match.caught["to"]]
        if match.caught["to"] in masked or not isinstance(amount, float) or not isinstance(to.amount, float):
            continue
        if amount < to.amount:
            return (amount, to.amount), to.end
    return amount or 0.0, end


def _weekdays(page: Page, sentence: Sentence) -> Iterator[Said]:
    days = list(_book("weekdays").find(page.tokens, sentence.first, sentence.last))
    if len(days) > 1 or (days and page.text[slice(*page.span(days[0].first, days[0].last))].endswith("days")):
        first, last = days[0].first, days[-1].last
        yield Said("frequency_per_week", float(len(days)), first, last, page.span(first, last))


def count_before(page: Page, first: int, said: Sequence[Said]) -> Said | None:
    """The number right before a name: "40 leg raises", "12 x bend the knee"."""
    at = first - 1
    sentence = page.sentence_of(first)
    while at > sentence.first and page.tokens[at].stem in {"x", "of", "*"}:
        at -= 1
    if at < sentence.first or _high(page.tokens[at].amount) <= 1 or at in _masked(page, sentence):
        return None
    if any(dose.first <= at < dose.last for dose in said):
        return None
    return Said("reps", page.tokens[at].amount, at, first, page.span(at, at + 1))
