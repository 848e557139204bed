"""Reads what the pages about phones send."""

from __future__ import annotations

import unicodedata
from typing import Final
from uuid import UUID

from django.http import QueryDict

from handrail.web.accounts.models import Kind

MOST_LETTERS: Final = 40
# The first word found in what a browser says of itself; iPads say that they are Macs.
NAMES: Final = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android phone",
    "Windows": "Windows computer",
    "Macintosh": "Mac or iPad",
    "Linux": "Linux computer",
}


def code_in(sent: QueryDict) -> str:
    """The digits of a code, however they were set apart."""
    return "".join(letter for letter in sent.get("code", "")[:MOST_LETTERS] if letter in "0123456789")


def one_line(name: str) -> str:
    """A name in one line, without letters that cannot be seen."""
    seen = "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in name)
    return " ".join(seen.split())[:MOST_LETTERS].strip()


def kind_in(sent: QueryDict) -> Kind:
    """Whose device a code is for; anything unknown is the one that sees less."""
    return Kind.OWN if sent.get("kind") == Kind.OWN else Kind.HELPER


def device_in(sent: QueryDict) -> UUID | None:
    """The device that an address names as just shut out; None when it names none."""
    try:
        return UUID(sent.get("out", ""))
    except ValueError:
        return None


def default_name(user_agent: str) -> str:
    """What a device is called until somebody says better."""
    return next((name for word, name in NAMES.items() if word in user_agent), "Phone")
