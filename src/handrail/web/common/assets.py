"""Built files by their plain names."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from django.conf import settings

from handrail.errors import SetupError


@cache
def manifest() -> dict[str, str]:
    """Plain names to hashed names, as the bundler wrote them, read once a process.

    Raises
    ------
    SetupError
        When the front end was never built.
    """
    path = Path(settings.STATIC_ROOT) / "manifest.json"
    try:
        names: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SetupError("The styles and scripts of the pages are missing.", "Run `make setup`.") from error
    return names


def asset_url(name: str) -> str:
    """The address of a built file, such as ``"app.css"``."""
    return f"{settings.STATIC_URL}{manifest()[name]}"
