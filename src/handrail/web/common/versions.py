"""What a stored result was made with, so that it is made anew when that changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

READ = (".py", ".toml")


@cache
def version_of(*parts: str) -> str:
    """A digest of the code and content of parts of the package, such as ``"reader"`` or ``"content"``.

    Read once a process: what ships does not change while it runs.
    """
    digest = hashlib.sha256()
    for part in parts:
        for file in _files(files("handrail") / part):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(folder: Traversable) -> Iterator[Traversable]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.is_dir():
            yield from _files(path)
        elif path.name.endswith(READ):
            yield path
