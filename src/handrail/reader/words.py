"""The reader's word lists, one content file each."""

from __future__ import annotations

from functools import cache
from typing import Any

from handrail.catalogue.loader import content_root, read_table


@cache
def table(name: str) -> dict[str, Any]:
    """The word list ``content/vocabulary/reader_<name>.toml``."""
    return read_table(content_root() / "vocabulary" / f"reader_{name}.toml")
