"""Text -> tokens. Offsets always count characters of the text as it was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeGuard

from handrail.catalogue.stem import stem
from handrail.reader.model import Amount
from handrail.reader.words import table

MOST_DIGITS = 4  # longer ones are telephone numbers and the like
_TEN = 10
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+(?:'[^\W\d_]+)*|[^\w\s]")
_ALIKE = str.maketrans(
    "\u2018\u2019\u02bc`\u00b4\u201c\u201d\u2013\u2014\u2212\u00d7\u2022\u00b7", "'''''\"\"---x**"
)
_HYPHEN_IN_WORD = re.compile(r"(?<=[^\W\d_])-(?=[^\W_])|(?<=\d)-(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Token:
    """A word's stem, a number or a mark. `amount` is the number or range that it is."""

    stem: str
    start: int
    end: int
    amount: Amount | None = None

    @property
    def is_mark(self) -> bool:
        """Whether this is punctuation."""
        return not self.stem[0].isalnum()


def tokens_of(text: str, mend: Callable[[str], str] = str) -> tuple[Token, ...]:
    """Words as stems, numbers as amounts, marks as they are.

    Hyphens inside words are spaces. `mend` turns a misspelt stem into a known one.
    """
    plain = _HYPHEN_IN_WORD.sub(" ", folded(text))
    matches = (match for match in _TOKEN.finditer(plain) if match.group() != "'")
    tokens = (Token(mend(stem(match.group())), match.start(), match.end()) for match in matches)
    return tuple(_ranges(_numbers(tokens)))


def folded(text: str) -> str:
    """Lower case and plain quotes, every character in its place."""
    lower = (char.lower() if len(char.lower()) == 1 else char for char in text.translate(_ALIKE))
    return "".join(lower)


def _numbers(tokens: Iterable[Token]) -> list[Token]:
    """Give numbers their amounts; "twenty five" becomes one token."""
    read: list[Token] = []
    for token in tokens:
        amount = _amount(token.stem)
        tens = _amount(read[-1].stem) if read and read[-1].stem in _named("tens") else None
        if tens is not None and amount is not None and amount < _TEN and read[-1].amount == tens:
            read[-1] = replace(read[-1], end=token.end, amount=tens + amount)
        else:
            read.append(replace(token, amount=amount))
    return read


def _amount(word: str) -> float | None:
    if word[0].isdecimal() and len(word.partition(".")[0]) <= MOST_DIGITS:
        return float(word)
    return _named("ones").get(word, _named("tens").get(word))


@cache
def _named(kind: str) -> dict[str, float]:
    return {stem(word): float(value) for word, value in table("words")[kind].items()}


def _ranges(tokens: list[Token]) -> list[Token]:
    """Join "6-8" and "ten or twelve" into one token with a range."""
    joined: list[Token] = []
    for token in tokens:
        low = joined[-2] if len(joined) > 1 and joined[-1].stem in {"-", "to", "or"} else token
        if _is_number(low.amount) and _is_number(token.amount) and low.amount < token.amount:
            joined[-2:] = [Token(low.stem, low.start, token.end, (low.amount, token.amount))]
        else:
            joined.append(token)
    return joined


def _is_number(amount: Amount | None) -> TypeGuard[float]:
    return isinstance(amount, float)
