"""Misspelt words of exercise, one slip of a key away: "streches", "ballance", "zoomba"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

SHORTEST = 5  # shorter words have too many neighbours
SHORTEST_SLIP = 7  # of the longer word, when a letter is missing or too many
_SOUNDS = (("ph", "f"), ("oo", "u"), ("ck", "k"), ("zz", "z"))
_DOUBLED = re.compile(r"(.)\1")


@dataclass(frozen=True)
class Spelling:
    """Known words, found again by sound or with one letter dropped."""

    known: frozenset[str]
    by_sound: Mapping[str, str]
    by_slip: Mapping[str, str]
    mended: dict[str, str] = field(default_factory=dict)

    def mend(self, word: str) -> str:
        """The known word that was probably meant, or the word itself."""
        if word in self.known or len(word) < SHORTEST or not word.isalpha():
            return word
        if word not in self.mended:
            self.mended[word] = self._nearest(word)
        return self.mended[word]

    def _nearest(self, word: str) -> str:
        if (heard := self.by_sound.get(_sound(word))) and len(heard) <= len(word):
            return heard
        candidates = {word, *_with_one_less(word)} if len(word) >= SHORTEST_SLIP - 1 else {word}
        found = sorted(self.by_slip[candidate] for candidate in candidates if candidate in self.by_slip)
        return next((near for near in found if _is_slip(word, near)), word)


def spelling_of(words: Iterable[str]) -> Spelling:
    """The spelling that knows these words."""
    known = frozenset(words)
    long_words = sorted(word for word in known if len(word) >= SHORTEST and word.isalpha())
    by_slip = {less: word for word in long_words for less in (word, *_with_one_less(word))}
    return Spelling(known, {_sound(word): word for word in long_words}, by_slip)


def _sound(word: str) -> str:
    for spelt, heard in _SOUNDS:
        word = word.replace(spelt, heard)
    return _DOUBLED.sub(r"\1", word)


def _with_one_less(word: str) -> Iterable[str]:
    return (word[:at] + word[at + 1 :] for at in range(1, len(word)))


def _is_slip(word: str, known: str) -> bool:
    """Whether one letter is missing, one too many, or two have changed places."""
    if max(len(word), len(known)) < SHORTEST_SLIP:
        return False
    return len(word) != len(known) or sorted(word) == sorted(known)
