"""What a person is told to do reads at most at grade 6 (Flesch and Kincaid's formula)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handrail.catalogue.model import Exercise
from handrail.lint.model import Content, Finding

RULE = "reading-grade"
HIGHEST = 6.0
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")


def lint(content: Content) -> Iterator[Finding]:
    """Find exercises whose instructions are too hard to read."""
    for exercise in content.catalogue:
        grade = grade_of(_sentences(exercise))
        if grade > HIGHEST:
            yield Finding(exercise.slug, RULE, f"It reads at grade {grade:.1f}, above {HIGHEST:g}.")


def _sentences(exercise: Exercise) -> Sequence[str]:
    return (*exercise.setup, *exercise.steps, *exercise.cues, *exercise.faults)


def grade_of(sentences: Sequence[str]) -> float:
    """The school grade that these sentences ask for.

    Source: Kincaid and others 1975, 0.39 words a sentence + 11.8 syllables a word - 15.59.
    """
    text = " ".join(sentences).lower()
    words = _WORD.findall(text)
    ends = max(len(re.findall(r"[.!?]", text)), 1)
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / ends + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    silent_e = word.endswith("e") and not word.endswith(("le", "ee"))
    silent_ed = word.endswith("ed") and not word.endswith(("ted", "ded"))
    return max(len(_VOWELS.findall(word)) - silent_e - silent_ed, 1)
