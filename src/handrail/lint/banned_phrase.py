"""Wording keeps to wellness: no phrase that promises, diagnoses or commands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.lint.model import Content, Finding

RULE = "banned-phrase"


def lint(content: Content) -> Iterator[Finding]:
    """Find every banned phrase, with what to say instead."""
    for entry in content.vocabulary["banned"]["banned"]:
        pattern = re.compile(rf"\b{re.escape(entry['phrase'])}\b", re.IGNORECASE)
        for where, text in content.prose.items():
            for match in pattern.finditer(text):
                line = text.count("\n", 0, match.start()) + 1
                advice = f"{match.group(0)!r} is banned. {entry['say']}"
                yield Finding(f"{where}:{line}", RULE, advice)
