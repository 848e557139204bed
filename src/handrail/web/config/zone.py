"""The time zone of this computer, by name: a person's day ends at their own midnight."""

from __future__ import annotations

import os
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LOCALTIME = Path("/etc/localtime")


def system_zone() -> str:
    """The zone's name from ``TZ`` or from where ``/etc/localtime`` points; UTC when neither tells."""
    name = os.environ.get("TZ") or _linked_zone()
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError):
        return "UTC"


def _linked_zone() -> str:
    _, found, name = str(LOCALTIME.resolve()).partition("zoneinfo/")
    return name if found else "UTC"
