"""The other way in: a public name, with a proxy on the same computer that speaks TLS for us."""

from __future__ import annotations

import os
import re

from handrail.errors import SetupError
from handrail.web.common.door import Door

VARIABLE = "HANDRAIL_PUBLIC_HOST"
NAME = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")


def public_door() -> Door | None:
    """The door behind a proxy; None when ``HANDRAIL_PUBLIC_HOST`` says no name.

    Raises
    ------
    SetupError
        When it says something that is no name of a host.
    """
    said = os.environ.get(VARIABLE, "").strip().lower()
    if not said:
        return None
    if not NAME.fullmatch(said):
        raise SetupError(
            f"{VARIABLE} is {said!r}, which is no public name of a computer.",
            "Write the name alone, such as handrail.example.org.",
        )
    return Door(f"https://{said}/", (said,), is_public=True)
