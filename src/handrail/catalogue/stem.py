"""Words without their endings, so that forms of one word meet: for the reader and for the search."""

from __future__ import annotations

import re
from functools import cache

from handrail.catalogue.loader import content_root, read_table

_VOWEL = re.compile(r"[aeiouy]")


@cache
def stem(word: str) -> str:
    """A word without its ending: "raises", "raised" and "raising" are one stem."""
    word = word.replace("'", "")
    return _irregular().get(word) or _without_e(_without_ending(_singular(word)))


def _singular(word: str) -> str:
    if not word.endswith("s") or len(word) < len("ups") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes", "zzes")) else word[:-1]


def _without_ending(word: str) -> str:
    for ending, least in (("ing", 6), ("ed", 5)):
        body = word.removesuffix(ending)
        if body != word and len(word) >= least and _VOWEL.search(body) and not word.endswith("eed"):
            doubled = body[-1] == body[-2] and body[-1] not in "lsze"
            return body[:-1] if doubled else body
    return word


def _without_e(word: str) -> str:
    return word[:-1] if word.endswith("e") and len(word) > len("note") else word


@cache
def _irregular() -> dict[str, str]:
    irregular: dict[str, str] = read_table(content_root() / "vocabulary" / "stems.toml")["irregular"]
    return irregular
