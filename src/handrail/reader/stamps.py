"""The line that a saved page puts above every post, as pages of several makes have it."""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_LETTERS = 40  # of a name
LEAST_STAMPS = 2  # one line alone may be a sentence of a letter
NOBODY = "avatar"  # stands where an author has no picture of their own

_NAME = rf"(?P<author>[^\s.!?:,][^\n.!?:,]{{0,{MOST_LETTERS - 1}}}?)"
_AGO = r"(?:\d+|an?|one) (?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?) ago"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = (
    rf"(?:{_AGO}|\d{{1,2}} {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})"
    r"(?:,? (?:at )?\d{1,2}[:.]\d\d ?(?:[ap]m)?)?"
)
# A member's number or a placeholder, and the stamp of a picture.
_PICTURE = re.compile(r"^[ \t]*(?P<author>\S{1,40}) +(?:tn\?\d+|universal)[ \t]*$", re.MULTILINE)
_MAKES = tuple(
    re.compile(rf"^[ \t]*{line}[ \t]*$", re.IGNORECASE | re.MULTILINE)
    for line in (
        rf"(?:posted|written|answered|reply|comment) by:? {_NAME}(?:,? (?:on )?{_DATE})?",
        rf"{_NAME} (?:said|wrote|replied|commented|posted)(?:,? (?:on )?{_DATE})?:?",
        rf"{_NAME}[ \t]*(?:[·•|,–—-][ \t]*)?{_DATE}",  # noqa: RUF001 - pages write such dashes
        rf"{_NAME}[ \t]*\n[ \t]*(?:posted |on )?{_DATE}",
    )
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who wrote the post below, and the characters that say so."""

    author: str
    start: int
    end: int


def stamps_of(text: str) -> tuple[Stamp, ...]:
    """The stamps of a page, all of one make; none when the text is no saved page."""
    pictures = list(_PICTURE.finditer(text))
    found = pictures or max((list(make.finditer(text)) for make in _MAKES), key=len)
    if not pictures and len(found) < LEAST_STAMPS:
        return ()
    return tuple(
        Stamp(_author(match["author"], number), match.start(), match.end())
        for number, match in enumerate(found)
    )


def has_title_below(text: str, first: Stamp) -> bool:
    """Whether the page puts its title under the first author instead of at the top."""
    return bool(_PICTURE.fullmatch(text[first.start : first.end]))


def _author(name: str, number: int) -> str:
    """The author's name; those who show none stay apart."""
    return f"{NOBODY}-{number}" if name.lower() == NOBODY else name.strip()
