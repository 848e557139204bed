"""What a command reads: a file, or standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from handrail.errors import FileError


def text_of(name: str) -> str:
    """What a file says.

    Raises
    ------
    FileError
        When it cannot be opened, or is not text in UTF-8.
    """
    try:
        return bytes_of(name).decode("utf-8")
    except UnicodeDecodeError as error:
        raise FileError(f"{name} is not text in UTF-8.", "Export it again.") from error


def bytes_of(name: str, most: int = -1) -> bytes:
    """What a file holds; no more than the first `most` bytes of it, where that is given.

    Raises
    ------
    FileError
        When it cannot be opened.
    """
    if name == "-":
        return sys.stdin.buffer.read(most) if sys.stdin else b""
    try:
        with Path(name).open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise FileError(
            f"{name} cannot be opened: {error.strerror}.", "Check the name and try again."
        ) from error


def spoken(name: str) -> str:
    """What sentences call a file."""
    return "Standard input" if name == "-" else Path(name).name
